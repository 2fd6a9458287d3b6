/** What is worse is public when it was seen twice: what a publication does, and the wall that nobody passes. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { emptied, testDatabase } from '../../test/database.ts'
import { addOrganisation, addPerson, as } from '../../test/desk.ts'
import { openEvidenceStore, type EvidenceStore } from '../db/evidence.ts'
import { keepJudgements } from '../db/findings.ts'
import { laterLooks } from '../db/later-looks.ts'
import { ensureMunicipality } from '../db/municipality.ts'
import type { Evidence } from '../model/evidence.ts'
import type { Finding, VerdictWord } from '../model/finding.ts'
import type { Catalogue } from '../model/norm.ts'
import { importOrganisations } from '../features/organisations/store.ts'
import { earlierVisits, watchers } from '../features/scans/judgements-store.ts'
import { claim, finish } from '../features/scans/queue-store.ts'
import { requestRound, subjectsOf } from '../features/scans/rounds-store.ts'
import { UnsureTable } from '../features/scans/part-unsure.tsx'
import { unsureIn } from '../features/scans/waiting-store.ts'
import { askSecondLooks, type LookPlan } from '../features/scans/second-look-store.ts'
import type { Engine } from './engine.ts'
import { publish } from './publish.ts'

let database: Awaited<ReturnType<typeof testDatabase>>
let store: EvidenceStore
let dir: string
let town: string
beforeAll(async () => {
  database = await testDatabase()
  dir = mkdtempSync(path.join(tmpdir(), 'evidence-'))
  store = openEvidenceStore(dir)
  town = (await ensureMunicipality(database.db, 'Proefstad')).id
})
afterAll(async () => {
  await database.close()
  rmSync(dir, { recursive: true })
})
beforeEach(async () => {
  await emptied(
    database.db,
    'job, second_look, visit, round, round_visit, judgement, finding, organisation, subject, published.publication, ' +
      'published.organisation_held, published.subject_held, published.subject_visit, published.subject_parties, ' +
      'published.finding, published.tally, published.file, published.landscape, landscape_member',
  )
  await importOrganisations(database.db, town, {
    rows: [{ line: 2, cells: { name: 'Café', websites: 'www.cafe.test' } }],
    refused: [],
  })
})

const CRITERIA = ['VEI-11.hsts', 'VEI-11.csp'] as const
/** Of another version its criteria ask something else. */
const catalogueAt = (version: string) => {
  const criteria = CRITERIA.map((id) => ({ id, weight: 1, means: { by: 'check', check: version } }))
  return {
    version,
    themes: [],
    sources: [],
    norms: [{ id: 'VEI-11', theme: 'VEI', sources: [], criteria }],
  } as unknown as Catalogue
}
const engine: Engine = {
  weigh: () => [],
  again: async () => new Map(),
  elsewhere: async () => new Map(),
  since: async () => new Map(),
}
const publishNow = (version = 'c1', by: Engine = engine) =>
  publish(database.db, store, by, {
    municipality: town,
    by: { name: 'Anna', function: 'beleidsmedewerker' },
    provisional: false,
    catalogue: catalogueAt(version),
    lists: 'l1',
    versions: {},
    selfTest: null,
    apart: 8,
  })

/** A moment of the clock here in June, two hours before UTC there. */
const at = (day: number, hour: number) => new Date(Date.UTC(2026, 5, day, hour - 2)).toISOString()
type Verdicts = readonly [VerdictWord, VerdictWord?]

/** Measures at a moment: what is found of the one criterion, and of the other, which is met when it is not named. */
async function measure(
  when: string,
  [hsts, csp = 'met']: Verdicts,
  plan?: LookPlan,
  catalogue = 'c1',
): Promise<string> {
  const { db } = database
  const wanted = (await subjectsOf(db, town)).map((each) => ({ ...each, domain: 'cafe.test' }))
  await requestRound(db, town, wanted)
  // As who measures, with the rights that it has.
  const { worker } = await database.house()
  const held = (await claim(worker, 'w'))!
  const evidence = await store.putEvidence({ format: 2, tag: when } as unknown as Evidence)
  const findings = CRITERIA.map((criterion, which): Finding => {
    const verdict = [hsts, csp][which]!
    return {
      norm: 'VEI-11',
      criterion,
      verdict,
      reason: verdict,
      seen: {},
      strength: 'measured',
      source: 'visit',
      at: when,
    }
  })
  const judged = { findings, parties: [], pages: [], screenshot: null, catalogue, lists: 'l1' }
  await finish(worker, held, { evidence, why: null, detail: null }, async (tx) => {
    await tx.updateTable('visit').set({ ended_at: when }).where('id', '=', held.id).execute()
    const all = await watchers(tx, held.kind, held.address)
    await keepJudgements(
      tx,
      all.map((watcher) => ({ visit: held.id, watcher, judged })),
    )
    if (plan) await askSecondLooks(tx, all, plan)
  })
  return evidence
}

/** What everybody is shown now: the verdicts, why, and on what evidence of when. */
async function shown() {
  const rows = await database.publicDb
    .selectFrom('published.finding as f')
    .innerJoin('published.subject_visit as v', (join) => join.onRef('v.id', '=', 'f.subject').on('v.to_no', 'is', null))
    .select(['f.criterion', 'f.verdict', 'f.reason', 'f.cause', 'v.measured_at', 'v.evidence'])
    .where('f.to_no', 'is', null)
    .orderBy('f.criterion', 'desc')
    .execute()
  const [{ measured_at: measured, evidence, reason, cause }] = rows as [(typeof rows)[number]]
  const reasons = rows.map((row) => row.reason)
  const verdicts = rows.map(({ verdict }) => verdict)
  return { verdicts, reasons, measured: measured!.toISOString(), evidence, reason, cause }
}

test('what was seen worse once waits: the address stays as it was, whole', async () => {
  const first = await measure(at(1, 9), ['met', 'unmet'])
  expect((await publishNow()).waiting).toEqual([])
  // The other criterion got better in the same measurement: an address rests on one measurement.
  await measure(at(2, 9), ['unmet', 'met'])
  const { waiting, summary } = await publishNow()
  expect(waiting).toMatchObject([{ organisation: 'cafe', address: 'www.cafe.test', criteria: ['VEI-11.hsts'] }])
  expect(summary).toMatchObject({ better: 0, worse: 0 })
  expect(await shown()).toMatchObject({ verdicts: ['met', 'unmet'], measured: at(1, 9), evidence: first })
  // Seen again, but at the same time of the day.
  await measure(at(3, 9), ['unmet', 'met'])
  expect((await publishNow()).waiting).toHaveLength(1)
  expect(await shown()).toMatchObject({ verdicts: ['met', 'unmet'], measured: at(1, 9) })
  const last = await measure(at(3, 17), ['unmet', 'met'])
  expect(await publishNow()).toMatchObject({ waiting: [], summary: { better: 1, worse: 1 } })
  expect(await shown()).toMatchObject({
    verdicts: ['unmet', 'met'],
    measured: at(3, 17),
    evidence: last,
    cause: 'subject',
  })
})

test('a first measurement has nothing to be held against, and is told at once', async () => {
  await measure(at(1, 9), ['unmet'])
  expect((await publishNow()).waiting).toEqual([])
  expect(await shown()).toMatchObject({ verdicts: ['unmet', 'met'], cause: 'first' })
})

test('two that contradict each other are unknown, also in a publication after it, until two agree', async () => {
  await measure(at(1, 9), ['met'])
  await publishNow()
  await measure(at(2, 9), ['unmet'])
  await publishNow()
  await measure(at(2, 17), ['met'])
  // Told apart from what was not seen.
  expect(await publishNow()).toMatchObject({ waiting: [], summary: { worse: 0, unseen: 0, unsure: 1 } })
  const unknown = { verdicts: ['unknown', 'met'], reason: 'contradicts', measured: at(2, 17) }
  expect(await shown()).toMatchObject(unknown)
  await publishNow()
  expect(await shown()).toMatchObject(unknown)
  await measure(at(3, 9), ['met'])
  await publishNow()
  expect(await shown()).toMatchObject({ verdicts: ['met', 'met'], measured: at(3, 9) })
})

test('one that fails each time elsewhere keeps nothing back longer than a second look takes', async () => {
  await measure(at(1, 9), ['met', 'met'])
  await publishNow()
  await measure(at(2, 9), ['unmet', 'met'])
  expect((await publishNow()).waiting).toHaveLength(1)
  const evidence = await measure(at(2, 17), ['unmet', 'unmet'])
  const told = { verdicts: ['unmet', 'unknown'], measured: at(2, 17), evidence }
  expect((await publishNow()).waiting).toEqual([])
  expect(await shown()).toMatchObject({ ...told, reasons: ['unmet', 'contradicts'], cause: 'subject' })
  // Of the other nobody can tell worse past the program, nor does publishing once more tell it.
  await expect(pastIt('unmet', 'subject', 'c1', 'VEI-11.csp')).rejects.toThrow(/twee keer is gezien/)
  await publishNow()
  expect(await shown()).toMatchObject(told)
  // Seen twice it is told.
  await measure(at(3, 9), ['unmet', 'unmet'])
  await expect(pastIt('unmet', 'subject', 'c1', 'VEI-11.csp')).rejects.toThrow(Undone)
  expect((await publishNow()).waiting).toEqual([])
  expect(await shown()).toMatchObject({ verdicts: ['unmet', 'unmet'], measured: at(3, 9) })
})

test('near misses: good looks before the first worse one, and two at one time of the day, end no waiting', async () => {
  await measure(at(1, 9), ['met', 'met'])
  await publishNow()
  await measure(at(2, 9), ['met', 'met'])
  await measure(at(2, 17), ['unmet', 'met'])
  await measure(at(3, 17), ['unmet', 'unmet'])
  expect((await publishNow()).waiting).toMatchObject([{ criteria: ['VEI-11.csp'] }])
  // As it was last seen with nothing worse: what was published may be of a year ago, and too old by now.
  expect(await shown()).toMatchObject({ verdicts: ['met', 'met'], measured: at(2, 9) })
})

test('unknown in between is told, and opens no way around: what was known before is what counts', async () => {
  await measure(at(1, 9), ['met'])
  await publishNow()
  await measure(at(2, 9), ['unknown'])
  await publishNow()
  expect(await shown()).toMatchObject({ verdicts: ['unknown', 'met'] })
  await measure(at(3, 9), ['unmet'])
  expect((await publishNow()).waiting).toHaveLength(1)
  expect(await shown()).toMatchObject({ verdicts: ['unknown', 'met'], measured: at(2, 9) })
  await measure(at(3, 17), ['unmet'])
  await publishNow()
  expect(await shown()).toMatchObject({ verdicts: ['unmet', 'met'] })
})

test('what today’s rules say of the earlier evidence too was seen twice: nobody waits for a norm', async () => {
  const again = { verdict: 'unmet' as const, comparable: true }
  await measure(at(1, 9), ['met'])
  await publishNow()
  await measure(at(2, 9), ['unmet'], undefined, 'c2')
  const { waiting, summary } = await publishNow('c2', {
    ...engine,
    again: async () => new Map([['VEI-11.hsts', again]]),
  })
  expect({ waiting, worse: summary.worse, byNorm: summary.byNorm }).toEqual({ waiting: [], worse: 0, byNorm: 1 })
  expect(await shown()).toMatchObject({ verdicts: ['unmet', 'met'], cause: 'norm' })
})

test('a second look is asked with what was seen, for another part of the day, once', async () => {
  const plan = { hours: 8, perDay: 1 }
  const asked = () =>
    database.db
      .selectFrom('second_look as l')
      .innerJoin('job as j', (join) => join.onRef('j.id', '=', 'l.visit'))
      .select(['l.criteria', 'l.due', 'j.due as at', 'j.state'])
      .orderBy('l.asked_at')
      .execute()
  await measure(at(1, 9), ['met', 'unmet'], plan)
  await publishNow()
  expect(await asked()).toEqual([])
  await measure(at(2, 9), ['unmet', 'unmet'], plan)
  const due = new Date(at(2, 17))
  expect(await asked()).toEqual([{ criteria: ['VEI-11.hsts'], due, at: due, state: 'queued' }])
  const watched = (await subjectsOf(database.db, town)).map(({ subject }) => ({ municipality: town, subject }))
  const askAgain = () => database.db.transaction().execute((tx) => askSecondLooks(tx, watched, plan))
  expect(await askAgain()).toBe(0)
  expect(await asked()).toHaveLength(1)
  // A round takes it now: what is still once is asked for anew, and it counts for none of the one a day.
  await measure(at(2, 10), ['unmet', 'unmet'], plan)
  const after = await asked()
  expect(after.map(({ state }) => state)).toEqual(['done', 'queued'])
  expect(after[1]!.due).toEqual(new Date(at(2, 18)))
  await measure(at(2, 18), ['unmet', 'unmet'], plan)
  expect(await asked()).toHaveLength(2)
  expect(await publishNow()).toMatchObject({ waiting: [], summary: { worse: 1 } })
})

test('what other norms say is asked about by who publishes, and only what then waits', async () => {
  const plan = { hours: 8, perDay: 100 }
  const looks = async () => (await database.db.selectFrom('second_look').select('criteria').execute()).length
  const told = () => database.db.transaction().execute(async (tx) => (await unsureIn(tx, town, 8)).rows)
  const askAll = async () => {
    const watched = (await subjectsOf(database.db, town)).map(({ subject }) => ({ municipality: town, subject }))
    return database.db.transaction().execute((tx) => askSecondLooks(tx, watched, plan))
  }
  await measure(at(1, 9), ['met'], plan)
  await publishNow()
  // A stricter norm: every address says worse, and nobody is visited for it, nor told that the old verdict stays.
  await measure(at(2, 9), ['unmet'], plan, 'c2')
  expect([await looks(), await askAll(), await told()]).toEqual([0, 0, []])
  // The near miss: judged anew, what was published is met by those norms too, so that it waits, and is asked for.
  await sql`update judgement set catalogue = 'c2'`.execute(database.db)
  expect((await publishNow('c2')).waiting).toHaveLength(1)
  expect([await askAll(), await looks()]).toEqual([1, 1])
  expect(await told()).toMatchObject([{ criterion: 'VEI-11.hsts', how: 'waiting', due: new Date(at(2, 17)) }])
})

test('of more addresses than are looked through those come first that are looked at again', async () => {
  const plan = { hours: 8, perDay: 100 }
  await measure(at(1, 9), ['met'], plan)
  await publishNow()
  await measure(at(2, 9), ['unmet'], plan)
  const { db } = database
  const told = () => db.transaction().execute((tx) => unsureIn(tx, town, 8))
  expect(await told()).toMatchObject({ rows: [{ address: 'www.cafe.test' }], cut: false })
  const first = await addOrganisation(db, town, 'Aan het begin')
  await sql`with s as (insert into subject (municipality, id, organisation, kind, address)
      select ${town}, uuidv7(), ${first}, 'website', 'a' || n || '.test' from generate_series(1, 200) n
      returning id, address),
    v as (insert into visit (id, kind, address, domain, state, ended_at)
      select uuidv7(), 'website', address, address, 'done', now() from s returning id, address)
    insert into second_look (municipality, subject, visit, saw, criteria, due)
      select ${town}, s.id, v.id, v.id, array['VEI-11.hsts'], now() from s join v on v.address = s.address`.execute(db)
  expect(await told()).toMatchObject({ rows: [{ address: 'www.cafe.test' }], cut: true })
})

test('three second looks in a week are enough for one address: rounds go on', async () => {
  const plan = { hours: 8, perDay: 100 }
  await measure(at(1, 9), ['met'])
  await publishNow()
  for (let turn = 0; turn < 8; turn++)
    await measure(at(2 + Math.floor(turn / 2), turn % 2 ? 17 : 9), [turn % 2 ? 'met' : 'unmet'], plan)
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from second_look`.execute(database.db)
  expect(rows[0]!.n).toBe(3)
})

test('what is too much for a day waits for the next', async () => {
  const plan = { hours: 8, perDay: 1 }
  await measure(at(1, 9), ['met'])
  await publishNow()
  await measure(at(2, 9), ['unmet'], plan)
  await measure(at(2, 17), ['met'], plan)
  const looks = await database.db.selectFrom('second_look').select('due').orderBy('due').execute()
  expect(looks.map(({ due }) => due)).toEqual([new Date(at(2, 17)), new Date(at(4, 1))])
})

test('who asks for round after round uses up no second looks: one stays asked for, at another time', async () => {
  const plan = { hours: 8, perDay: 100 }
  await measure(at(1, 9), ['met'])
  await publishNow()
  for (const hour of [7, 8, 9, 10, 11]) await measure(at(2, hour), ['unmet'], plan)
  const open = await database.db
    .selectFrom('second_look as l')
    .innerJoin('job as j', 'j.id', 'l.visit')
    .select('j.due')
    .where('j.state', '=', 'queued')
    .execute()
  expect(open).toEqual([{ due: new Date(at(2, 19)) }])
})

test('judging anew reaches what was seen before the newest, the oldest first', async () => {
  await measure(at(1, 9), ['met'])
  await publishNow()
  const looked = [
    await measure(at(2, 9), ['unmet']),
    await measure(at(2, 10), ['unmet']),
    await measure(at(2, 11), ['unmet']),
  ]
  const earlier = await earlierVisits(database.db, town)
  expect(earlier.map(({ turn, evidence }) => [turn, looked.indexOf(evidence)])).toEqual([
    [1, -1],
    [2, 0],
    [3, 1],
  ])
})

test('judging anew reaches what is published, however old, and the looks that are held together', async () => {
  const published = await measure(at(1, 9), ['met'])
  await publishNow()
  const looked: string[] = []
  for (const day of [2, 100, ...Array.from({ length: 15 }, (_, turn) => 110 + turn)])
    looked.push(await measure(at(day, 9), ['unmet']))
  const earlier = (await earlierVisits(database.db, town)).map(({ evidence }) => evidence)
  expect(earlier).toEqual([published, ...looked.slice(1, -1)])
  expect((await publishNow()).waiting).toHaveLength(1)
})

test('many looks at one hour push out none at another', async () => {
  await measure(at(1, 9), ['met'])
  await publishNow()
  await measure(at(2, 15), ['unmet'])
  for (let day = 3; day < 18; day++) await measure(at(day, 9), ['unmet'])
  expect(await publishNow()).toMatchObject({ waiting: [], summary: { worse: 1 } })
  expect(await shown()).toMatchObject({ verdicts: ['unmet', 'met'], measured: at(17, 9) })
})

test('near miss: good in between, however long ago within those, is no worsening seen twice', async () => {
  await measure(at(1, 9), ['met'])
  await publishNow()
  await measure(at(2, 15), ['unmet'])
  await measure(at(3, 9), ['met'])
  for (let day = 4; day < 19; day++) await measure(at(day, 9), ['unmet'])
  await publishNow()
  expect(await shown()).toMatchObject({ verdicts: ['unknown', 'met'], reason: 'contradicts' })
})

const putRight = (publicBody: boolean) =>
  database.db.updateTable('organisation').set({ public_body: publicBody }).execute()

test('an organisation that turns out to be a public body waits for nobody, and stops nobody', async () => {
  await measure(at(1, 9), ['met'])
  await publishNow()
  await putRight(true)
  // What was judged before that was known is not published as if it was.
  await expect(publishNow()).rejects.toThrow(/leidraad judge/)
  await measure(at(2, 9), ['partly'])
  const again = { verdict: 'partly' as const, comparable: true }
  const by = { ...engine, again: async () => new Map([['VEI-11.hsts', again]]) }
  expect(await publishNow('c1', by)).toMatchObject({ waiting: [], summary: { worse: 0, byMeasurement: 1 } })
  expect(await shown()).toMatchObject({ verdicts: ['partly', 'met'], cause: 'measurement' })
  // From then on it is held beside that: once worse waits.
  await measure(at(3, 9), ['unmet'])
  expect((await publishNow()).waiting).toHaveLength(1)
  await expect(pastIt('unmet', 'measurement')).rejects.toThrow(/twee keer is gezien: VEI-11.hsts van www.cafe.test/)
})

test('near misses: put right, the wall lets no worsening pass that is told as the organisation’s own', async () => {
  await measure(at(1, 9), ['met'])
  await publishNow()
  await expect(pastIt('unmet', 'measurement')).rejects.toThrow(/twee keer is gezien/)
  await putRight(true)
  await expect(pastIt('unmet', 'measurement')).rejects.toThrow(/twee keer is gezien/)
  await measure(at(2, 9), ['unmet'])
  await expect(pastIt('unmet', 'subject')).rejects.toThrow(/twee keer is gezien/)
  await expect(pastIt('unmet', 'measurement')).rejects.toThrow(Undone)
})

test('looks that were judged of another kind of organisation are not held beside the newest', async () => {
  await measure(at(1, 9), ['met'])
  await publishNow()
  await measure(at(2, 9), ['met'])
  await putRight(true)
  await measure(at(2, 17), ['partly'])
  const later = await laterLooks(database.db, town)
  expect(later.map(({ looks }) => looks.map(({ verdict }) => verdict))).toEqual([['partly']])
  // Until that is so of what stands published too, nothing of it is published.
  await expect(publishNow()).rejects.toThrow(/leidraad judge/)
})

test('the desk and whose it is see what is looked at again, and nobody else does', async () => {
  const plan = { hours: 8, perDay: 10 }
  await measure(at(1, 9), ['met'], plan)
  await publishNow()
  await measure(at(2, 9), ['unmet'], plan)
  const { db } = database
  const own = (await db.selectFrom('organisation').select('id').executeTakeFirstOrThrow()).id
  const other = await addOrganisation(db, town, 'Winkel')
  const people = {
    officer: await addPerson(db, town, ['policy-officer'], 'Anna'),
    partner: await addPerson(db, town, ['partner'], 'Piet', own),
    stranger: await addPerson(db, town, ['partner'], 'Vreemd', other),
    administrator: await addPerson(db, town, ['administrator'], 'Bea'),
  }
  const { site } = await database.house()
  const sees = (who: keyof typeof people) => as(site, people[who], async (tx) => (await unsureIn(tx, town, 8)).rows)
  const row = {
    address: 'www.cafe.test',
    criterion: 'VEI-11.hsts',
    how: 'waiting',
    before: 'met',
    due: new Date(at(2, 17)),
  }
  expect(await sees('officer')).toMatchObject([{ ...row, of: 'Café', seen: { verdict: 'unmet' } }])
  expect(await sees('partner')).toMatchObject([row])
  expect(await sees('stranger')).toEqual([])
  expect(await sees('administrator')).toEqual([])
  const told = renderToStaticMarkup(
    createElement(UnsureTable, { rows: await sees('officer'), titles: new Map(), city: true }),
  )
  expect(told).toContain('voldoet, gemeten op 1 juni 2026')
  expect(told).toContain('Wordt nagemeten na 2 juni 2026')
  // Contradicted it is told so, and sure it is gone.
  await measure(at(2, 17), ['met'], plan)
  expect(await sees('officer')).toMatchObject([{ how: 'contradicts', seen: { verdict: 'met' } }])
  await measure(at(3, 9), ['met'], plan)
  expect(await sees('officer')).toEqual([])
  await db.deleteFrom('person').execute()
})

/** Publishes past the program: the rows that it would write, as who owns the database. */
const pastIt = (verdict: VerdictWord, cause: string, catalogue = 'c1', criterion = 'VEI-11.hsts') =>
  database.db.transaction().execute(async (tx) => {
    await sql`insert into published.publication (municipality, no, by_name, by_function, provisional,
      catalogue_version, catalogue, versions, summary) select municipality, no + 1, by_name, by_function, false,
      ${catalogue}, catalogue, versions, summary from published.publication
      where municipality = ${town} order by no desc limit 1`.execute(tx)
    const last = sql`(select max(no) from published.publication)`
    await sql`update published.finding set to_no = ${last} where to_no is null and criterion = ${criterion}`.execute(tx)
    await sql`insert into published.finding (municipality, subject, criterion, from_no, norm, theme, verdict, reason,
        seen, strength, cause) select municipality, subject, criterion, ${last}, norm, theme, ${verdict}, ${verdict},
        '{}', strength, ${cause} from published.finding where criterion = ${criterion} and from_no = 1`.execute(tx)
    throw new Undone()
  })
class Undone extends Error {}

test('the wall lets nothing pass that was seen worse once, whoever publishes and whatever it is called', async () => {
  await measure(at(1, 9), ['met'])
  await publishNow()
  const refused = /twee keer is gezien/
  await expect(pastIt('unmet', 'subject')).rejects.toThrow(refused)
  await measure(at(2, 9), ['unmet'])
  for (const cause of ['subject', 'first', 'norm', 'measurement', 'unseen'])
    await expect(pastIt('unmet', cause)).rejects.toThrow(refused)
  await expect(pastIt('partly', 'subject')).rejects.toThrow(refused)
  await measure(at(3, 9), ['unmet'])
  await expect(pastIt('unmet', 'subject')).rejects.toThrow(refused)
  await measure(at(4, 15), ['partly'])
  await expect(pastIt('unmet', 'subject')).rejects.toThrow(refused)
  // Near misses: what accuses nobody, what was seen twice, and what other rules say.
  for (const [verdict, cause] of [
    ['unknown', 'unseen'],
    ['met', 'subject'],
    ['partly', 'subject'],
  ] as const)
    await expect(pastIt(verdict, cause)).rejects.toThrow(Undone)
  await expect(pastIt('unmet', 'norm', 'c2')).rejects.toThrow(Undone)
})

test('what is published is not rewritten', async () => {
  await measure(at(1, 9), ['met'])
  await publishNow()
  await expect(database.db.updateTable('published.finding').set({ verdict: 'unmet' }).execute()).rejects.toThrow(
    /niet herschreven/,
  )
})
