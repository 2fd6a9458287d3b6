/** A database of the version that was released comes along: what was found and published stays to the letter. */
import { sql, type RawBuilder } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase, type TestDatabase } from '../../test/database.ts'
import { addOrganisation, addPerson } from '../../test/desk.ts'
import { fill, readable, uuidOf } from '../../test/fill.ts'
import { readCatalogue } from '../catalogue/norms.ts'
import { asItCounts } from '../scoring/counting.ts'
import { weigh } from '../scoring/weigh.ts'
import { claim, finish } from '../features/scans/queue-store.ts'
import { currentFindings, publishedFindings, standingFindings, type FindingRow } from './findings.ts'
import { migrate } from './migrate.ts'
import { standWalls } from './walls.ts'

const RELEASED = '015-worker-reads-kind'
const catalogue = readCatalogue('norms')
const [MET, UNMET] = catalogue.norms
  .flatMap(({ id, criteria }) => criteria.map((criterion) => ({ norm: id, criterion })))
  .filter(({ criterion }) => criterion.means.by === 'check' && criterion.weight > 0)

let database: TestDatabase
let before: Awaited<ReturnType<typeof all>>
/** Messages that had come to an end, by how. */
const ENDED = { failed: uuidOf('refused message'), done: uuidOf('sent message') }
/** Under way and waiting when it was upgraded. */
let under: { readonly visiting: string; readonly waiting: readonly string[] }
let saidThen: Awaited<ReturnType<typeof said>>
let asked: { readonly municipality: string; readonly subject: string; readonly judgement: string }

/** What every judgement ever said, however it is kept. */
async function said(of: RawBuilder<unknown>) {
  const { rows } = await sql<FindingRow & { judgement: string }>`
    select j.id as judgement, f.criterion, f.norm, f.theme, f.verdict, f.reason, f.seen, f.strength
    from judgement j join finding f on f.municipality = j.municipality and ${of}
    order by j.id, f.criterion`.execute(database.db)
  return rows
}

/** Every row of what was judged, published and registered, and what the module of findings makes of it. */
async function all() {
  const { db } = database
  const kept = (await readable(db)).filter((name) => /^published\.|\.(judgement|visit|entry\w*)$/.test(name))
  const rows = new Map<string, readonly Record<string, unknown>[]>()
  for (const name of kept) {
    const { rows: found } = await sql<{ row: Record<string, unknown> }>`
      select to_jsonb(t) as row from ${sql.table(name)} t order by to_jsonb(t)::text`.execute(db)
    rows.set(
      name,
      found.map(({ row }) => row),
    )
  }
  const { municipality, subject } = asked
  const standing = (await standingFindings(db, municipality, [subject])).get(subject) ?? []
  const sites = ['theirs.test', 'mine.test', 'elsewhere.test']
  return {
    rows,
    read: { standing, published: await publishedFindings(db as never, municipality, { websites: sites }, ON) },
  }
}

/** As it counted on the day on which it was published. */
const ON = { today: '2026-11-28', count: asItCounts }

/** As the released version made one. */
async function addMunicipality(name: string): Promise<{ readonly id: string }> {
  const made = { id: uuidOf(name), slug: name.toLowerCase(), name }
  await database.db.insertInto('municipality').values(made).execute()
  await database.db.insertInto('published.municipality').values(made).execute()
  return made
}

beforeAll(async () => {
  database = await testDatabase()
  const { db } = database
  for (const schema of ['published', 'public', 'wall']) await sql.raw(`drop schema ${schema} cascade`).execute(db)
  await sql`create schema public`.execute(db)
  await migrate(db, RELEASED)
  const [here, there] = [await addMunicipality('Sluiswijk'), await addMunicipality('Elders')]
  const [own, other, far] = [
    await addOrganisation(db, here.id, 'Café'),
    await addOrganisation(db, here.id, 'Winkel'),
    await addOrganisation(db, there.id, 'Ver weg'),
  ]
  const [piet, els, ella] = [
    await addPerson(db, here.id, ['partner'], 'Piet', own),
    await addPerson(db, here.id, ['adviser'], 'Els'),
    await addPerson(db, there.id, ['adviser'], 'Ella'),
  ]
  await fill(
    db,
    {
      theirs: { municipality: here.id, person: els.id, organisation: other },
      mine: { municipality: here.id, person: piet.id, organisation: own },
      elsewhere: { municipality: there.id, person: ella.id, organisation: far },
    },
    ['public.person', 'public.municipality', 'public.organisation', 'published.municipality'],
  )
  // What is published now: not yet ended, and of websites.
  await db.updateTable('published.finding').set({ to_no: null }).execute()
  await sql`update published.subject set kind = 'website'`.execute(db)
  const { id: subject } = await db
    .selectFrom('subject')
    .select('id')
    .where('municipality', '=', here.id)
    .executeTakeFirstOrThrow()
  const { id: visit } = await db.selectFrom('visit').select('id').executeTakeFirstOrThrow()
  // As the released version kept them: once for each judgement.
  const judge = async (no: number, current: boolean, verdicts: readonly string[]) => {
    const id = uuidOf(`judgement ${no}`)
    await sql`insert into judgement values (${here.id}, ${id}, ${subject}, ${visit}, 'c', 'l',
      ${`2026-11-0${no}`}::timestamptz, '[]', '[]', null, ${current})`.execute(db)
    for (const [at, verdict] of verdicts.entries()) {
      const { norm, criterion } = [MET!, UNMET!][at]!
      await sql`insert into finding values (${here.id}, '2026-11-01', ${subject}, ${visit}, ${id}, ${criterion.id},
        ${norm}, ${norm.slice(0, 3)}, ${verdict}, 'ok', '{"n": 1}', 'measured', ${`2026-11-0${no}`})`.execute(db)
    }
    return id
  }
  await sql`update judgement set judged_at = '2026-10-01', current = false where subject = ${subject}`.execute(db)
  // The same, another verdict, a criterion that is gone, and back again.
  const ways = [['met', 'unmet'], ['met', 'unmet'], ['partly', 'unmet'], ['partly'], ['met', 'unmet']]
  const judgements: string[] = []
  for (const [at, verdicts] of ways.entries()) judgements.push(await judge(at + 2, at === ways.length - 1, verdicts))
  asked = { municipality: here.id, subject, judgement: judgements.at(-1)! }
  const [visiting, ...waiting] = await db.selectFrom('visit').select('id').orderBy('address').execute()
  under = { visiting: visiting!.id, waiting: waiting.map(({ id }) => id) }
  await sql`update visit set state = 'active', attempt = 2, faults = 1, worker = 'w', domain = 'busy.test',
    lease_until = '2999-01-01' where id = ${visiting!.id}`.execute(db)
  await sql`update visit set state = 'queued', domain = 'busy.test', attempt = 0, faults = 0,
    requested_at = '2026-11-02' where id <> ${visiting!.id}`.execute(db)
  await sql`update message set failure = null`.execute(db)
  await sql`update message set try_after = '2999-01-01', tries = 4, said = 'later' where id = (select id from message
    where municipality = ${there.id})`.execute(db)
  await sql`insert into message (municipality, id, recipient, subject, body, kind, key, tries, failure, sent_at)
    values (${here.id}, ${ENDED.failed}, 'x@x.test', 's', 'b', 'k', 'refused', 5, 'vol', null),
      (${here.id}, ${ENDED.done}, 'x@x.test', 's', 'b', 'k', 'sent', 2, null, '2026-11-03')`.execute(db)
  before = await all()
  saidThen = await said(sql`f.judgement = j.id`)
  await migrate(db)
  await standWalls(db)
}, 180_000)
afterAll(() => database.close())

test('nothing that was found, published or registered is lost or another', async () => {
  const after = await all()
  expect(before.rows.size).toBeGreaterThan(10)
  for (const [table, rows] of before.rows) {
    expect(rows.length, table).toBeGreaterThan(0)
    // A new column may stand beside what there was; of a visit, what is of its job moved there.
    const moved = /^(state|attempt|faults|lease_until|worker|started_at|progress)$/
    const columns = Object.keys(rows[0]!).filter((name) => table !== 'public.visit' || !moved.test(name))
    const now = after.rows.get(table)!.map((row) => Object.fromEntries(columns.map((name) => [name, row[name]])))
    expect(now.map((row) => JSON.stringify(row)).toSorted(), table).toEqual(
      rows.map((row) => JSON.stringify(Object.fromEntries(columns.map((name) => [name, row[name]])))).toSorted(),
    )
  }
})

test('what is read of it, and the figures that follow, are equal', async () => {
  const after = await all()
  expect(before.read.standing.length).toBeGreaterThan(0)
  expect(before.read.published.length).toBeGreaterThan(0)
  expect(after.read).toEqual(before.read)
})

test('every judgement says what it said, of which as few rows are kept as say something else', async () => {
  expect(saidThen.length).toBe(3 + 9)
  expect(await said(sql`f.subject = j.subject and f.from_no <= j.no and (f.to_no is null or f.to_no > j.no)`)).toEqual(
    saidThen,
  )
  const { rows } = await sql`select criterion, verdict, from_no, to_no, month::text from finding
    where subject = ${asked.subject} and criterion = any (${[MET!.criterion.id, UNMET!.criterion.id]})
    order by criterion = ${UNMET!.criterion.id}, from_no`.execute(database.db)
  const [first, second] = [MET!.criterion.id, UNMET!.criterion.id]
  const row = (criterion: string, verdict: string, from_no: number, to_no: number | null) => ({
    criterion,
    verdict,
    from_no,
    to_no,
    month: to_no === null ? 'infinity' : '2026-11-01',
  })
  expect(rows).toEqual([
    row(first, 'met', 2, 4),
    row(first, 'partly', 4, 6),
    row(first, 'met', 6, null),
    row(second, 'unmet', 2, 5),
    row(second, 'unmet', 6, null),
  ])
  const now = (await currentFindings(database.db, asked.municipality, [asked.judgement])).get(asked.subject)!
  const then = saidThen.filter(({ judgement }) => judgement === asked.judgement)
  expect(now.toSorted((a, b) => (a.criterion < b.criterion ? -1 : 1))).toEqual(
    then.map(({ judgement: _judgement, ...finding }) => finding),
  )
  expect(weigh(now, catalogue).themes.some(({ known }) => known > 0)).toBe(true)
})

test('what waited and what was under way goes on as jobs, with what was counted of it', async () => {
  const { db } = database
  const jobs = await db.selectFrom('job').selectAll().orderBy('asked_at').execute()
  const of = (kind: string) => jobs.filter((job) => job.kind === kind)
  expect(of('visit')).toHaveLength(3)
  const visiting = jobs.find(({ id }) => id === under.visiting)
  expect(visiting).toMatchObject({ state: 'active', attempt: 2, silent: 1, worker: 'w', lane: 'busy.test' })
  for (const id of under.waiting)
    expect(jobs.find((job) => job.id === id)).toMatchObject({ state: 'queued', silent: 0 })
  expect((await db.selectFrom('visit').select('state').distinct().execute()).map(({ state }) => state)).toEqual([
    'open',
  ])
  const unsent = await db
    .selectFrom('message')
    .select('id')
    .where('sent_at', 'is', null)
    .where('failure', 'is', null)
    .execute()
  expect(
    of('mail')
      .filter(({ state }) => state === 'queued')
      .map(({ key }) => key)
      .toSorted(),
  ).toEqual(unsent.map(({ id }) => id).toSorted())
  expect(of('mail').filter(({ attempt, trouble }) => attempt === 4 && trouble === 'later')).toHaveLength(1)
  // How often was tried what had ended is still told.
  for (const [state, key] of Object.entries(ENDED))
    expect(of('mail').find((job) => job.key === key)).toMatchObject({ state, attempt: state === 'failed' ? 5 : 2 })
  const fetching = await db.selectFrom('register_fetch').select('id').where('ended_at', 'is', null).execute()
  expect(
    of('fetch')
      .map(({ key }) => key)
      .toSorted(),
  ).toEqual(fetching.map(({ id }) => id).toSorted())
  expect([unsent.length, fetching.length]).toEqual([3, 2])
  // The domain is busy until the visit under way ends; then the others go, one at a time.
  expect(await claim(db, 'w2')).toBeUndefined()
  await db
    .updateTable('job')
    .set({ lease_until: new Date(0) })
    .where('id', '=', under.visiting)
    .execute()
  const held = (await claim(db, 'w2'))!
  expect(held).toMatchObject({ id: under.visiting, attempt: 3 })
  await finish(db, held, { evidence: 'a'.repeat(64), why: null, detail: null }, async () => {})
  expect(under.waiting).toContain((await claim(db, 'w2'))!.id)
})
