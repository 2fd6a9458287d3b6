/** Months of findings: made ahead, behind a wall, with their rows, and gone when their time is over. */
import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { testDatabase, unasked, type TestDatabase } from '../../test/database.ts'
import { addOrganisation, addPerson, type TestPerson } from '../../test/desk.ts'
import { fill, uuidOf } from '../../test/fill.ts'
import { asClock, asPerson, type Tx } from './as.ts'
import { dropMonths, keepMonths } from './months.ts'
import { ensureMunicipality } from './municipality.ts'

let database: TestDatabase
let anna: TestPerson
let far: { municipality: string; person: string; organisation: string }

beforeAll(async () => {
  database = await testDatabase()
  const { db } = database
  const [here, there] = [await ensureMunicipality(db, 'Sluiswijk'), await ensureMunicipality(db, 'Elders')]
  anna = await addPerson(db, here.id, ['policy-officer', 'administrator'], 'Anna')
  const ella = await addPerson(db, there.id, ['adviser'], 'Ella')
  far = { municipality: there.id, person: ella.id, organisation: await addOrganisation(db, there.id, 'Ver weg') }
  const own = { municipality: here.id, person: anna.id, organisation: await addOrganisation(db, here.id, 'Café') }
  await fill(db, { theirs: own, mine: own, elsewhere: far }, [
    'public.person',
    'public.municipality',
    'public.organisation',
    'published.municipality',
  ])
})
afterAll(() => database.close())
beforeEach(async () => {
  for (const { part } of await parts()) if (part !== 'finding_other') await run(`drop table ${part}`)
  await run('delete from finding')
})

const run = (statement: string) => sql.raw(statement).execute(database.db)
const parts = async () =>
  (
    await sql<{ part: string; rows: number }>`select c.relname as part, (xpath('/row/n/text()', query_to_xml(
        'select count(*) as n from ' || c.oid::regclass, false, true, '')))[1]::text::int as rows
      from pg_inherits i join pg_class c on c.oid = i.inhrelid where i.inhparent = 'finding'::regclass
        and c.relname <> 'finding_standing' order by 1`.execute(database.db)
  ).rows
type Of = { readonly municipality: string; readonly subject: string; readonly from: number }
/** Of another municipality: of the subject and judgement that `fill` made. */
const theirs = (): Of => ({ municipality: far.municipality, subject: uuidOf('subject elsewhere'), from: 3 })
/** A finding that ended in a month, or that still holds. */
const found = (month: string, { municipality, subject, from }: Of = theirs()) =>
  sql`insert into finding (municipality, month, subject, criterion, from_no, to_no, norm, theme, verdict, reason,
    seen, strength, at) values (${municipality}, ${month}, ${subject}, ${uuid()}, ${from},
    ${month === STANDS ? null : from + 1}, 'n', 'PRV', 'met', 'r', '{}', 'measured', now())`.execute(database.db)
const STANDS = 'infinity'
const standing = async () =>
  (await sql<{ n: number }>`select count(*)::int as n from finding_standing`.execute(database.db)).rows[0]!.n
/** The first of a month, so many from now. */
const month = (from: number) => {
  const day = new Date()
  return new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + from, 1)).toISOString().slice(0, 10)
}
const partOf = (day: string) => `finding_${day.slice(0, 7).replace('-', '_')}`

/** What of another municipality somebody reads in a table by its name; undefined: a wall stands before it. */
async function readBy(who: 'desk' | 'clock' | 'public', table: string, column: string): Promise<number | undefined> {
  const { site, publicDb } = await database.house()
  const read = async (tx: Tx) =>
    (
      await sql<{ count: number }>`select count(*)::int as count from ${sql.table(table)}
        where ${sql.ref(column)} = ${far.municipality}`.execute(tx)
    ).rows[0]!.count
  const done =
    who === 'public'
      ? publicDb.transaction().execute(read)
      : who === 'clock'
        ? asClock(site, anna.municipality, read)
        : asPerson(site, { municipality: anna.municipality, person: anna.id, organisation: null }, 'write', read)
  return done.catch((error: { code?: string }) => {
    if (error.code === '42501') return undefined
    throw error
  })
}

test('of no table and no part of one does anybody read another municipality by naming it', async () => {
  await found(month(0))
  await found(month(-3))
  await keepMonths(database.db)
  await found('2031-01-01')
  const { rows } = await sql<{ table: string; column: string; part: boolean; secured: boolean }>`
    select n.nspname || '.' || c.relname as table, a.attname as column, c.relispartition as part,
      c.relrowsecurity as secured
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and not a.attisdropped
      and a.attname = case c.relname when 'municipality' then 'id' else 'municipality' end
    where n.nspname in ('public', 'published') and c.relkind in ('r', 'p') order by 1`.execute(database.db)
  expect(rows.filter(({ part }) => part).length).toBeGreaterThan(4)
  for (const { table, column, part, secured } of rows) {
    expect(secured, table).toBe(true)
    const { rows: all } = await sql`select from ${sql.table(table)} where ${sql.ref(column)} = ${far.municipality}
      limit 1`.execute(database.db)
    if (!part) expect(all.length, table).toBe(1)
    for (const who of ['desk', 'clock', 'public'] as const) {
      // What was published is everybody's.
      if (who === 'public' && table.startsWith('published.')) continue
      const read = await readBy(who, table, column)
      expect(part ? (read ?? 'refused') : (read ?? 0), `${who} ${table}`).toBe(part ? 'refused' : 0)
    }
  }
})

test('the months to come are made once, also when two make them at once', async () => {
  const made = await Promise.all([keepMonths(database.db), keepMonths(database.db)])
  expect(made.toSorted()).toEqual([0, 3])
  const there = (await parts()).map(({ part }) => part)
  expect(there).toEqual([month(0), month(1), month(2)].map(partOf).concat('finding_other'))
  await found(month(1))
  expect((await parts()).find(({ part }) => part === partOf(month(1)))!.rows).toBe(1)
})

test('the clock makes them, and cannot make or drop anything else', async () => {
  const { site } = await database.house()
  expect(await asClock(site, anna.municipality, keepMonths)).toBe(3)
  const part = partOf(month(0))
  for (const statement of [`drop table ${part}`, `alter table finding detach partition ${part}`, 'drop table finding'])
    await expect(asClock(site, anna.municipality, (tx) => sql.raw(statement).execute(tx))).rejects.toThrow(/owner/)
  const who = { municipality: anna.municipality, person: anna.id, organisation: null }
  await expect(asPerson(site, who, 'write', keepMonths)).rejects.toThrow(/permission denied/)
  await expect(asPerson(site, who, 'write', dropMonths)).rejects.toThrow(/permission denied/)
})

test('a month that somebody made by hand, and opened to all, is walled in; one of another length stays', async () => {
  await run(`create table by_hand partition of finding for values from ('2027-01-01') to ('2027-04-01')`)
  await run(`grant select on by_hand to leidraad_desk, leidraad_clock, public; grant select (norm) on by_hand to
    leidraad_public; create policy open on by_hand using (true)`)
  await found('2027-02-01')
  await found('2031-05-15')
  await keepMonths(database.db)
  for (const who of ['desk', 'clock', 'public'] as const)
    expect(await readBy(who, 'public.by_hand', 'municipality'), who).toBeUndefined()
  expect((await parts()).map(({ part }) => part)).toContain('finding_2031_05')
  expect((await parts()).filter(({ rows }) => rows > 0)).toEqual([
    { part: 'by_hand', rows: 1 },
    { part: 'finding_2031_05', rows: 1 },
  ])
})

test('what fell beside the months goes to its own, and nothing of it is lost', async () => {
  for (const from of [-30, -1, 0, 0, 7]) await found(month(from))
  expect((await parts()).map(({ rows }) => rows)).toEqual([5])
  expect(await keepMonths(database.db)).toBe(6)
  const there = await parts()
  expect(there.find(({ part }) => part === 'finding_other')!.rows).toBe(0)
  expect(there.reduce((sum, { rows }) => sum + rows, 0)).toBe(5)
  expect(there.find(({ part }) => part === partOf(month(0)))!.rows).toBe(2)
})

test('who works in the findings is not kept waiting: the months come the next time', async () => {
  await database.db.transaction().execute(async (tx) => {
    await sql`lock table finding in share row exclusive mode`.execute(tx)
    expect(await keepMonths(database.db)).toBe(0)
  })
  expect(await keepMonths(database.db)).toBe(3)
})

test('months go when they are past their time; never one that still counts, nor what was published', async () => {
  const [subject, visit, judgement] = [uuid(), uuid(), uuid()]
  const municipality = anna.municipality
  await unasked(database.db, async (tx) => {
    const { id: organisation } = await tx
      .selectFrom('organisation')
      .select('id')
      .where('municipality', '=', municipality)
      .executeTakeFirstOrThrow()
    const site = { kind: 'website' as const, address: 'www.stil.test' }
    await tx
      .insertInto('subject')
      .values({ municipality, id: subject, organisation, ...site })
      .execute()
    await tx
      .insertInto('visit')
      .values({ id: visit, ...site, domain: 'stil.test', state: 'done', ended_at: new Date(month(-40)) })
      .execute()
    await sql`insert into judgement values (${municipality}, ${judgement}, ${subject}, ${visit}, 'c', 'l', now(), '[]',
      '[]', null, true, 1)`.execute(tx)
  })
  for (const from of [-50, -26, -23, 0]) await found(month(from))
  const own = { municipality, subject, from: 1 }
  // An older visit was judged after the newest: what the newest says ended there, and counts.
  await found(month(-40), own)
  await found(STANDS, own)
  await found(STANDS)
  await keepMonths(database.db)
  const published = () => database.db.selectFrom('published.finding').selectAll().execute()
  const before = await published()
  expect(before.length).toBeGreaterThan(0)
  const { site } = await database.house()
  expect(await asClock(site, municipality, dropMonths)).toBe(2)
  expect((await parts()).filter(({ rows }) => rows > 0).map(({ part }) => part)).toEqual(
    [-40, -23, 0].map((from) => partOf(month(from))),
  )
  expect(await published()).toEqual(before)
  // Nobody asks for less than a year.
  await asClock(site, municipality, (tx) => sql`select drop_months('0 days')`.execute(tx))
  expect((await parts()).filter(({ rows }) => rows > 0).map(({ part }) => part)).toEqual(
    [-40, 0].map((from) => partOf(month(from))),
  )
  // Once it is not watched any more, its month goes too.
  await database.db.updateTable('subject').set({ ended_at: new Date() }).where('id', '=', subject).execute()
  expect(await asClock(site, municipality, dropMonths)).toBe(1)
})

test('what holds goes with no month; of who is watched no longer it goes when its time is over', async () => {
  for (const time of [month(-40), STANDS]) await found(time)
  await keepMonths(database.db)
  const { site } = await database.house()
  const at = (day: string | null) =>
    unasked(database.db, (tx) =>
      tx.updateTable('subject').set({ ended_at: day }).where('id', '=', theirs().subject).execute(),
    )
  for (const [day, left] of [
    [null, 1],
    [month(-23), 1],
    [month(-25), 0],
  ] as const) {
    await at(day)
    await asClock(site, anna.municipality, dropMonths)
    expect([day, await standing()]).toEqual([day, left])
  }
  await at(null)
})
