/**
 * Whether a site costs the same in a small city and in a large one, in one run: asked for, taken, kept, judged and
 * published, with stored evidence under other names. `per-site.ts 10 1000` says for how many sites.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { v7 as uuid } from 'uuid'
import { place } from '../src/apps/place.ts'
import { engineOf } from '../src/apps/publishing.ts'
import { judgeEvidence, listsVersion } from '../src/apps/rules.ts'
import { openDatabase } from '../src/db/connect.ts'
import { openEvidenceStore } from '../src/db/evidence.ts'
import { keepJudgements } from '../src/db/findings.ts'
import { migrate } from '../src/db/migrate.ts'
import { ensureMunicipality } from '../src/db/municipality.ts'
import { watchers } from '../src/features/scans/judgements-store.ts'
import { claim, finish } from '../src/features/scans/queue-store.ts'
import { requestRound, subjectsOf } from '../src/features/scans/rounds-store.ts'
import { askSecondLooks } from '../src/features/scans/second-look-store.ts'
import { registrableDomain } from '../src/lib/domain.ts'
import { publish } from '../src/publish/publish.ts'
import { cpuBetween, cpuNow } from './cpu.ts'
import { gatherOriginals, varied } from './stored.ts'

const SIZES = process.argv.slice(2).map(Number)
const LOOKS = { hours: 8, perDay: 200 }

const dir = mkdtempSync(path.join(tmpdir(), 'leidraad-bench-'))
const { originals, rules } = await gatherOriginals({ ...place(), data: dir })
const store = openEvidenceStore(path.join(dir, 'evidence'))
const database = await openDatabase(dir)
const { db } = database

/** CPU and clock, in milliseconds a site, of what is done for so many. */
async function cost(sites: number, work: () => Promise<void>) {
  const [before, begun] = [cpuNow(), performance.now()]
  await work()
  const used = cpuBetween(before, cpuNow())
  return { cpu: (1_000 * (used.self + used.children)) / sites, clock: (performance.now() - begun) / sites }
}

/** A city of so many addresses, measured and published once. */
async function cityOf(sites: number) {
  const municipality = (await ensureMunicipality(db, `Stad van ${sites}`)).id
  const all = Array.from({ length: sites }, (_, at) => {
    const { target, json } = originals[at % originals.length]!
    return varied(target, json, sites * 10_000 + at)
  })
  const of = new Map(all.map((evidence) => [`${evidence.subject.kind} ${evidence.subject.address}`, evidence]))
  for (const {
    subject: { kind, address },
  } of all) {
    const organisation = uuid()
    const own = { municipality, id: organisation, slug: address.replaceAll('.', '-'), name: address }
    await db
      .insertInto('organisation')
      .values({ ...own, kind: 'winkel', size: null, street: null, public_body: false })
      .execute()
    await db.insertInto('subject').values({ municipality, id: uuid(), organisation, kind, address }).execute()
  }
  const measured = await cost(sites, async () => {
    const wanted = (await subjectsOf(db, municipality)).map((each) => ({
      ...each,
      domain: registrableDomain(each.address),
    }))
    const round = await requestRound(db, municipality, wanted)
    for (let due = await claim(db, 'bench', round); due; due = await claim(db, 'bench', round)) {
      const { kind, address } = due
      const evidence = of.get(`${kind} ${address}`)!
      const hash = await store.putEvidence(evidence)
      await finish(db, due, { evidence: hash, why: null, detail: null }, async (tx) => {
        const watching = await watchers(tx, kind, address)
        const judged = judgeEvidence(evidence, { kind, address, publicBody: false }, rules)
        await keepJudgements(
          tx,
          watching.map((watcher) => ({ visit: due.id, watcher, judged })),
        )
        await askSecondLooks(tx, watching, LOOKS)
      })
    }
  })
  const published = await cost(sites, async () => {
    const made = await publish(db, store, engineOf({ store }, rules), {
      municipality,
      by: { name: 'Bench', function: 'meter' },
      provisional: false,
      catalogue: rules.catalogue,
      lists: listsVersion(rules),
      versions: {},
      selfTest: null,
      apart: LOOKS.hours,
    })
    if (made.subjects !== sites) throw new Error(`${made.subjects} of ${sites} were published`)
  })
  return { sites, measured, published }
}

try {
  await migrate(db)
  for (const { pictures } of originals) for (const [hash, bytes] of pictures) await store.putPicture(hash, bytes)
  // The first few pay for what is read and compiled once.
  await cityOf(9)
  const told = []
  for (const sites of SIZES.length > 0 ? SIZES : [10, 1_000]) told.push(await cityOf(sites))
  console.log('    sites   kept and judged: CPU ms   ms   published: CPU ms   ms   (each)')
  for (const { sites, measured, published } of told)
    console.log(
      [sites, measured.cpu, measured.clock, published.cpu, published.clock]
        .map((figure, at) => figure.toFixed(at === 0 ? 0 : 1).padStart([9, 26, 5, 20, 5][at]!))
        .join(''),
    )
  const [first, last] = [told[0]!, told.at(-1)!]
  const all = ({ measured, published }: typeof first) => measured.cpu + published.cpu
  console.log(`${last.sites} beside ${first.sites}: ${(all(last) / all(first)).toFixed(2)} × the CPU a site`)
} finally {
  await database.close()
  rmSync(dir, { recursive: true, force: true })
}
