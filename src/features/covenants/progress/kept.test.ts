/** What is kept of progress: who may read it, when it is made anew, and that this never says something else. */
import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase, unasked, type TestDatabase } from '../../../../test/database.ts'
import { addOrganisation, addPerson, as, type TestPerson } from '../../../../test/desk.ts'
import { putCovenant, putParty, putStep, terms } from '../../../../test/pledges.ts'
import { asClock } from '../../../db/as.ts'
import { checkCount, keepCount, type ToCount } from '../../../db/counted-findings.ts'
import { ensureMunicipality } from '../../../db/municipality.ts'
import { note, withdrawNoted, type ToNote } from '../../../db/noted-findings.ts'
import { recompute } from './kept-store.ts'
import { NOBODY } from './rules.ts'

let database: TestDatabase
let municipality: string
const who: Record<'officer' | 'verifier' | 'nobody' | 'one' | 'far', TestPerson> = {} as never
const organisations: string[] = []
let covenant: string
let few: string

beforeAll(async () => {
  database = await testDatabase()
  const { db } = database
  municipality = (await ensureMunicipality(db, 'Sluiswijk')).id
  for (let at = 0; at < 14; at++) organisations.push(await addOrganisation(db, municipality, `Winkel ${at}`))
  who.officer = await addPerson(db, municipality, ['policy-officer'])
  who.verifier = await addPerson(db, municipality, ['security-officer'])
  who.nobody = await addPerson(db, municipality, [])
  who.one = await addPerson(db, municipality, ['partner'], 'Een', organisations[0]!)
  who.far = await addPerson(db, municipality, ['partner'], 'Ver', organisations[13]!)
  const counts = { id: 'cursus', method: 'counts', unit: 'total', criterion: 'MEN-01.cursus', rules: [] } as const
  covenant = await putCovenant(
    db,
    who.officer,
    [
      terms(who.verifier, who.officer),
      terms(who.verifier, who.officer, { ...counts, least: 'declared', level: 'together' }),
    ],
    organisations.slice(0, 11).map((organisation, at) => ({ organisation, on: '2026-01-01', named: at === 1 })),
  )
  few = await putCovenant(
    db,
    who.officer,
    [terms(who.verifier, who.officer)],
    organisations.slice(0, 3).map((organisation) => ({ organisation, on: '2026-01-01' })),
  )
})
afterAll(() => database.close())

const reckon = (today: string, anew = false) =>
  asClock(database.db, municipality, (tx) => recompute(tx, municipality, { norms: [], registers: [] }, today, { anew }))
const all = async () => {
  const { rows } = await sql<Record<string, unknown>>`select covenant, pledge, whole, organisation, from_day::text,
    to_day::text, parties, standing, count, among, unknown, strength, until::text, seen::text, spread from pledge_value
    order by covenant, pledge, whole, organisation, from_day`.execute(database.db)
  return rows
}
const whole = async (pledge: string, of = covenant) =>
  (await all()).filter((row) => row['covenant'] === of && row['pledge'] === pledge && row['whole'] && !row['to_day'])[0]
const seen = (organisation: number, at: string, rest: Partial<ToNote> = {}): ToNote => ({
  source: 'inspection',
  about: { kind: 'organisation', id: organisations[organisation]! },
  norm: 'VEI-11',
  criterion: 'VEI-11.https',
  verdict: 'met',
  strength: 'witnessed',
  said: 'Gezien.',
  seenBy: 'Iemand',
  at,
  until: '2026-09-30',
  ...rest,
})
const noted = (...each: readonly ToNote[]) =>
  as(database.db, who.officer, (tx) => note(tx, municipality, who.officer.id, each))
const total = (rest: Partial<ToCount> = {}): ToCount => ({
  covenant,
  pledge: 'cursus',
  organisation: organisations[0]!,
  criterion: 'MEN-01.cursus',
  from: '2026-01-01',
  to: '2026-03-31',
  count: 8,
  among: 12,
  proof: 'De lijst met aanwezigen.',
  upload: null,
  replaces: null,
  ...rest,
})

test('all that happens along the way gives what is made anew whole', async () => {
  await reckon('2026-02-01')
  expect(await whole('https')).toMatchObject({ count: 0, among: 0, unknown: 11, parties: 11, spread: [[0, 0, 11]] })
  await noted(seen(0, '2026-02-03'), seen(1, '2026-02-04', { verdict: 'unmet' }))
  await reckon('2026-02-05')
  expect(await whole('https')).toMatchObject({
    count: 1,
    among: 2,
    unknown: 9,
    spread: [
      [0, 0, 9],
      [0, 1, 1],
      [1, 1, 1],
    ],
  })
  const late = await putParty(database.db, who.officer, covenant, {
    organisation: organisations[11]!,
    on: '2026-03-01',
  })
  await reckon('2026-03-02')
  await noted(seen(2, '2026-02-20'), seen(11, '2026-03-03'))
  await reckon('2026-03-04')
  expect(await whole('https')).toMatchObject({ count: 3, among: 4, unknown: 8, parties: 12 })
  await putStep(database.db, late, 'paused', '2026-04-01')
  await reckon('2026-04-02')
  expect(await whole('https')).toMatchObject({ count: 2, among: 3, parties: 11 })
  await putStep(database.db, late, 'left', '2026-05-01')
  const { id } = await database.db
    .selectFrom('noted_finding')
    .select('id')
    .where('seen_on', '=', '2026-02-20')
    .executeTakeFirstOrThrow()
  await as(database.db, who.officer, (tx) => withdrawNoted(tx, municipality, id, 'Het was een ander.'))
  await reckon('2026-05-03')
  expect(await whole('https')).toMatchObject({ count: 1, among: 2, strength: 'witnessed', until: '2026-09-30' })
  await reckon('2026-10-01')
  expect(await whole('https')).toMatchObject({ count: 0, among: 0, unknown: 11, strength: null, until: null })

  const along = await all()
  expect(along.length).toBeGreaterThan(20)
  await asClock(database.db, municipality, async (tx) => {
    await tx.deleteFrom('pledge_value').execute()
    await tx.deleteFrom('pledge_mark').execute()
  })
  await reckon('2026-10-01', true)
  expect(await all()).toEqual(along)
})

test('made anew whole, what stands there already is not written again, and what was broken is', async () => {
  const written = async () => {
    const { rows } = await sql<{ row: string }>`select concat_ws(' ', covenant, pledge, whole, organisation, from_day,
      xmin) as row from pledge_value order by 1`.execute(database.db)
    return rows.map(({ row }) => row)
  }
  const [before, rows] = [await written(), await all()]
  await reckon('2026-10-01', true)
  expect(await written()).toEqual(before)
  await sql`update pledge_value set count = 99, among = 99 where organisation = ${organisations[0]!}`.execute(
    database.db,
  )
  await sql`delete from pledge_value where organisation = ${organisations[1]!}`.execute(database.db)
  await reckon('2026-10-01', true)
  expect(await all()).toEqual(rows)
})

test('nothing is reckoned while nothing changed, and two rounds at once do it once', async () => {
  expect(await reckon('2026-10-01')).toBe(0)
  await noted(seen(3, '2026-10-01', { until: '2027-09-30' }))
  const both = await Promise.all([reckon('2026-10-01'), reckon('2026-10-01')])
  expect(both.sort()).toEqual([0, 1])
})

test('each day is read from what held then', async () => {
  const days = (await all()).filter((row) => row['pledge'] === 'https' && row['whole'] && row['covenant'] === covenant)
  for (const [at, row] of days.slice(0, -1).entries()) {
    const next = days[at + 1]!
    expect(Date.parse(`${next['from_day']}`) - Date.parse(`${row['to_day']}`)).toBe(86_400_000)
  }
})

test('of a party is kept how it stands now, and by name what held when measurements were told', async () => {
  const own = async () =>
    (await all())
      .filter((row) => row['covenant'] === covenant && row['organisation'] === organisations[1] && !row['whole'])
      .map((row) => [row['pledge'], row['from_day'], row['to_day'], row['count'], row['among']])
  expect(await own()).toEqual([
    ['cursus', '2026-01-01', null, 0, 0],
    ['https', '2026-10-01', null, 0, 0],
  ])
  await unasked(database.db, (tx) =>
    sql`insert into published.publication (municipality, no, at, by_name, by_function, provisional, catalogue_version,
      catalogue, versions, summary) values (${municipality}, 1, '2026-02-03T12:00Z', 'x', 'x', false, 'x', '{}', '{}',
      '{}')`.execute(tx),
  )
  await reckon('2026-10-01')
  expect(await own()).toEqual([
    ['cursus', '2026-01-01', null, 0, 0],
    ['https', '2026-01-01', '2026-02-03', 0, 0],
    ['https', '2026-02-04', '2026-09-30', 0, 1],
    ['https', '2026-10-01', null, 0, 0],
  ])
})

test('a total is declared until the verifier confirms it, and what is late is kept', async () => {
  const [first] = await as(database.db, who.one, async (tx) => [await keepCount(tx, municipality, who.one.id, total())])
  await unasked(database.db, (tx) =>
    sql`update counted_finding set at = '2026-04-05T10:00Z' where id = ${first}`.execute(tx),
  )
  await reckon('2026-04-04')
  expect(await whole('cursus')).toMatchObject({ among: 0, unknown: 12 - 1 })
  await reckon('2026-04-06')
  expect(await whole('cursus')).toMatchObject({ count: 8, among: 12, strength: 'declared', seen: '2026-03-31' })
  await as(database.db, who.verifier, (tx) =>
    checkCount(tx, municipality, who.verifier.id, { id: first!, checked: 'confirmed', reason: '' }),
  )
  await reckon('2026-12-01')
  expect(await whole('cursus')).toMatchObject({ count: 8, among: 12, strength: 'documented' })
  const again = await as(database.db, who.one, (tx) =>
    keepCount(tx, municipality, who.one.id, total({ count: 9, replaces: first! })),
  )
  expect(again).toBeDefined()
  await reckon('2026-12-01')
  expect(await whole('cursus')).toMatchObject({ count: 9, strength: 'declared' })
  await as(database.db, who.verifier, (tx) =>
    checkCount(tx, municipality, who.verifier.id, { id: again!, checked: 'refused', reason: 'De lijst klopt niet.' }),
  )
  await reckon('2026-12-01')
  expect(await whole('cursus')).toMatchObject({ count: 0, among: 0 })
  await reckon('2027-06-30')
  expect(await database.db.selectFrom('counted_finding').select('id').execute()).toHaveLength(2)
})

test('a total is of a party itself, checked once by the verifier, and stays as it was handed in', async () => {
  const other = total({ organisation: organisations[1]!, from: '2026-04-01', to: '2026-06-30' })
  await expect(as(database.db, who.one, (tx) => keepCount(tx, municipality, who.one.id, other))).rejects.toThrow(
    /row-level/,
  )
  await expect(
    as(database.db, who.far, (tx) =>
      keepCount(tx, municipality, who.far.id, total({ organisation: organisations[13]! })),
    ),
  ).rejects.toThrow(/row-level/)
  expect(await as(database.db, who.one, (tx) => keepCount(tx, municipality, who.one.id, total()))).toBeUndefined()
  const { id } = await database.db.selectFrom('counted_finding').select('id').executeTakeFirstOrThrow()
  const check = (person: TestPerson) =>
    as(database.db, person, (tx) => checkCount(tx, municipality, person.id, { id, checked: 'refused', reason: 'x' }))
  expect(await check(who.verifier)).toBe(false)
  expect(await check(who.officer)).toBe(false)
  await expect(database.db.updateTable('counted_finding').set({ count: 1 }).execute()).rejects.toThrow(
    /was checked|handed in/,
  )
})

const readBy = (person: TestPerson, of = covenant) =>
  as(database.db, person, (tx) =>
    tx
      .selectFrom('pledge_value')
      .select(['pledge', 'whole', 'organisation'])
      .distinct()
      .where('covenant', '=', of)
      .orderBy('pledge')
      .orderBy('whole')
      .orderBy('organisation')
      .execute(),
  )

test('a party reads its own, the sum of ten or more, and who agreed to be named', async () => {
  await reckon('2026-10-02')
  const own = await readBy(who.one)
  expect(own.filter(({ whole: all_ }) => all_).map(({ pledge }) => pledge)).toEqual(['cursus', 'https'])
  expect(
    own
      .filter((row) => !row.whole && row.pledge === 'https')
      .map(({ organisation }) => organisation)
      .sort(),
  ).toEqual([organisations[0]!, organisations[1]!].sort())
  expect(own.filter((row) => !row.whole && row.pledge === 'cursus').map(({ organisation }) => organisation)).toEqual([
    organisations[0]!,
  ])
  expect((await readBy(who.one, few)).map(({ organisation, whole: all_ }) => [organisation, all_])).toEqual([
    [organisations[0]!, false],
  ])
  expect(await readBy(who.far)).toEqual([])
  expect(await readBy(who.nobody)).toEqual([])
  expect((await readBy(who.officer)).filter((row) => row.pledge === 'https' && !row.whole)).toHaveLength(12)
  expect((await readBy(who.officer)).some(({ organisation }) => organisation === NOBODY)).toBe(true)
})

test('the clock reads the answers that were shared, and no others', async () => {
  const form = uuid()
  await unasked(database.db, async (tx) => {
    await sql`insert into questionnaire (id, version, content) values ('zelf', '1', '{}')`.execute(tx)
    await sql`insert into form (municipality, id, questionnaire, version, organisation, created_by)
      values (${municipality}, ${form}, 'zelf', '1', ${organisations[0]}, ${who.one.id})`.execute(tx)
    await sql`insert into answer (municipality, form, question, no, value, by, version)
      select ${municipality}, ${form}, q, n, '"ja"', ${who.one.id}::uuid, '1'
      from unnest(array['Q1', 'Q2']) q, generate_series(1, 2) n`.execute(tx)
    await sql`insert into answer_share (municipality, form, question, by, no)
      values (${municipality}, ${form}, 'Q1', ${who.one.id}, 2)`.execute(tx)
  })
  const read = await asClock(database.db, municipality, (tx) =>
    tx.selectFrom('answer').select(['question', 'no']).where('form', '=', form).execute(),
  )
  expect(read).toEqual([{ question: 'Q1', no: 2 }])
})

test('nobody at the desk writes a figure', async () => {
  await expect(
    as(database.db, who.officer, (tx) => tx.updateTable('pledge_value').set({ count: 99 }).execute()),
  ).rejects.toThrow(/permission denied/)
})
