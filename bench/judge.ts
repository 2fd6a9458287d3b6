/**
 * How long judging stored evidence anew takes: real evidence of the demo city, varied until there are 100,000 findings.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import { judgeNow } from '../src/apps/judge-job.ts'
import { place } from '../src/apps/place.ts'
import { openDatabase } from '../src/db/connect.ts'
import { openEvidenceStore } from '../src/db/evidence.ts'
import { migrate } from '../src/db/migrate.ts'
import { ensureMunicipality } from '../src/db/municipality.ts'
import { registrableDomain } from '../src/lib/domain.ts'
import type { Evidence } from '../src/model/evidence.ts'
import { cpuBetween, cpuNow } from './cpu.ts'
import { gatherOriginals, varied } from './stored.ts'

const FINDINGS = Number(process.argv[2] ?? 100_000)

const dir = mkdtempSync(path.join(tmpdir(), 'leidraad-bench-'))
const here = { ...place(), data: dir }
const { originals, rules } = await gatherOriginals(here)
const store = openEvidenceStore(path.join(dir, 'evidence'))
const bytes = originals.reduce((sum, { json }) => sum + json.length, 0)
console.log(
  `bewijs van ${originals.length} adressen, gemiddeld ` +
    `${Math.round(bytes / originals.length / 1_000)} kB JSON; ` +
    `${originals.map(({ findings }) => findings).join(', ')} bevindingen`,
)

// As an installation has it: its own PostgreSQL, durable.
const database = await openDatabase(dir)
const { db } = database
try {
  await migrate(db)
  const municipality = (await ensureMunicipality(db, 'Grootstad')).id
  let findings = 0
  for (let at = 0; findings < FINDINGS; at++) {
    const { target, json, findings: each } = originals[at % originals.length]!
    const evidence = varied(target, json, at)
    await watched(municipality, evidence, await store.putEvidence(evidence))
    findings += each
  }
  const { version } = rules.catalogue
  for (const [name, catalogue] of [
    ['voor het eerst', 'bench-1'],
    ['opnieuw', 'bench-2'],
    ['nog eens, niets veranderd', version],
  ] as const) {
    const before = cpuNow()
    const begun = performance.now()
    const told = await judgeNow(
      { db, store, municipality, rules: { ...rules, catalogue: { ...rules.catalogue, version: catalogue } } },
      () => {},
      new AbortController().signal,
    )
    const used = cpuBetween(before, cpuNow())
    console.log(
      `${name}: ${told.findings} bevindingen over ${told.judged} onderwerpen in ` +
        `${((performance.now() - begun) / 1_000).toFixed(1)} s; CPU node ${used.self.toFixed(1)} s, PostgreSQL ` +
        `${used.children.toFixed(1)} s; ${told.differences.length} verschillen`,
    )
  }
  const {
    rows: [kept],
  } = await sql<{
    judgements: number
    findings: number
    size: string
  }>`select (select count(*)::int from judgement) as judgements,
    (select count(*)::int from finding) as findings,
      pg_size_pretty(pg_total_relation_size('finding_other')) as size`.execute(db)
  console.log(`bewaard: ${kept!.judgements} oordelen, ${kept!.findings} bevindingen (${kept!.size})`)
} finally {
  await database.close()
  rmSync(dir, { recursive: true, force: true })
}

/** A subject with one finished visit, as `measure` would have left it, but not judged yet. */
async function watched(
  municipality: string,
  { subject: { kind, address } }: Evidence,
  evidence: string,
): Promise<void> {
  const [organisation, subject] = [uuid(), uuid()]
  await db
    .insertInto('organisation')
    .values({
      municipality,
      id: organisation,
      slug: address.replaceAll('.', '-'),
      name: address,
      kind: 'winkel',
      size: null,
      street: null,
      public_body: false,
    })
    .execute()
  await db.insertInto('subject').values({ municipality, id: subject, organisation, kind, address }).execute()
  await db
    .insertInto('visit')
    .values({
      id: uuid(),
      kind,
      address,
      domain: registrableDomain(address),
      state: 'done',
      evidence,
      ended_at: sql`now()` as never,
      why: null,
      detail: null,
    })
    .execute()
}
