/**
 * How much room the findings of visits take: as rows that hold until a visit says something else, and as they were
 * until 2026.11, a row for each in each judgement. In one run, of the same findings, kept by the module that keeps
 * them.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { readCatalogue } from '../src/catalogue/norms.ts'
import { connectEmbedded, type Db } from '../src/db/connect.ts'
import { startEmbedded } from '../src/db/embedded.ts'
import { keepJudgements, type Kept } from '../src/db/findings.ts'
import { migrate } from '../src/db/migrate.ts'
import { ensureMunicipality } from '../src/db/municipality.ts'
import type { Finding } from '../src/model/finding.ts'

const ADDRESSES = Number(process.argv[2] ?? 1_000)
const ROUNDS = Number(process.argv[3] ?? 12)
/** Addresses that are judged in one transaction. */
const AT_ONCE = 50
/** Which part of the findings says something else than the round before. */
const LOADS = [0.03, 0.2, 1]

const asked = readCatalogue('norms').norms.flatMap(({ id, criteria }) =>
  criteria
    .filter(({ means, subjects }) => means.by === 'check' && subjects.includes('website'))
    .map((criterion) => ({ norm: id, criterion: criterion.id, reason: Object.keys(criterion.reasons)[0]! })),
)

/** As it was kept (migration 001), with its keys. */
const copied =
  sql.raw(`create table copied (municipality uuid not null, judgement uuid not null, criterion text not null,
  norm text not null, theme text not null, verdict text not null, reason text not null, seen jsonb not null,
  strength text not null, at timestamptz not null, primary key (municipality, judgement, criterion))`)

/** The same place says the same in a round until it changes; when that is follows from its number alone. */
function findingOf(address: number, at: number, round: number, changed: number): Finding {
  const { norm, criterion, reason } = asked[at]!
  let since = round
  while (since > 0 && ((address * 7919 + at * 104_729 + since * 1_299_709) % 1_000) / 1_000 >= changed) since -= 1
  const url = `https://www.organisatie-${address}.nl/`
  return {
    norm,
    criterion,
    verdict: (['met', 'partly', 'unmet'] as const)[(address + at + since) % 3]!,
    reason,
    seen: { url, count: since, details: [`${url}contact`, `header: waarde ${since}`] },
    strength: 'measured',
    source: 'visit',
    at: `2026-0${1 + (round % 9)}-01T10:00:00Z`,
  }
}

async function megabytes(db: Db, like: string): Promise<number> {
  const { rows } = await sql<{ bytes: number }>`select sum(pg_total_relation_size(oid))::bigint as bytes from pg_class
    where relkind = 'r' and relname like ${like}`.execute(db)
  return rows[0]!.bytes / 1024 ** 2
}

console.log(`${ADDRESSES} adressen met ${asked.length} bevindingen, ${ROUNDS} keer beoordeeld\n`)
console.log('anders  gekopieerd     rijen   deel   ms per adres')
for (const changed of LOADS) {
  const dir = mkdtempSync(path.join(tmpdir(), 'leidraad-bench-'))
  const server = await startEmbedded(dir, { durable: false })
  const { db, publicDb } = connectEmbedded(server, 'postgres')
  try {
    await migrate(db)
    const { id: municipality } = await ensureMunicipality(db, 'Grootstad')
    await copied.execute(db)
    const { rows: subjects } = await sql<{
      id: string
    }>`select uuidv7() as id from generate_series(1, ${ADDRESSES}::int)`.execute(db)
    let spent = 0
    for (let round = 0; round < ROUNDS; round++)
      for (let from = 0; from < ADDRESSES; from += AT_ONCE) {
        const part = subjects.slice(from, from + AT_ONCE)
        const visits = await sql<{ id: string }>`insert into visit (id, kind, address, domain, state)
          select uuidv7(), 'website', 'w' || g || '.test', 'w' || g || '.test', 'done'
          from generate_series(1, ${part.length}::int) g returning id`.execute(db)
        const all: Kept[] = part.map(({ id: subject }, index) => ({
          visit: visits.rows[index]!.id,
          watcher: { municipality, subject, publicBody: false },
          judged: {
            findings: asked.map((_, at) => findingOf(from + index, at, round, changed)),
            parties: [],
            pages: [],
            screenshot: null,
            catalogue: 'proef',
            lists: 'proef',
          },
        }))
        const begun = performance.now()
        await db.transaction().execute(async (tx) => {
          await sql`set local session_replication_role = replica`.execute(tx)
          await keepJudgements(tx, all)
        })
        spent += performance.now() - begun
        const rows = JSON.stringify(all.flatMap(({ judged }) => judged.findings.map((finding) => finding)))
        await sql`insert into copied select ${municipality}, md5(${visits.rows[0]!.id} || (n / ${asked.length}))::uuid,
            r.criterion, r.norm, left(r.norm, 3), r.verdict, r.reason, r.seen, r.strength, r.at
          from rows from (json_to_recordset(${rows}::json) as (criterion text, norm text, verdict text, reason text,
            seen jsonb, strength text, at timestamptz)) with ordinality as r(criterion, norm, verdict, reason, seen,
            strength, at, n)`.execute(db)
      }
    for (const table of ['finding', 'copied']) await sql`vacuum full ${sql.table(table)}`.execute(db)
    const [before, after] = [await megabytes(db, 'copied'), await megabytes(db, 'finding%')]
    console.log(
      `${`${changed * 100}%`.padStart(6)} ${before.toFixed(1).padStart(8)} MB ${after.toFixed(1).padStart(6)} MB ` +
        `${(after / before).toFixed(2).padStart(6)} ${(spent / ADDRESSES / ROUNDS).toFixed(1).padStart(8)}`,
    )
  } finally {
    await Promise.all([db.destroy(), publicDb.destroy()])
    await server.stop()
    rmSync(dir, { recursive: true, force: true })
  }
}
