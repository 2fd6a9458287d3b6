/** What was copied for each publication becomes rows that hold (migration 035), and everybody is shown the same. */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase, type TestDatabase } from '../../test/database.ts'
import { addPerson } from '../../test/desk.ts'
import { uuidOf } from '../../test/fill.ts'
import { asPerson } from './as.ts'
import { migrate } from './migrate.ts'
import { standWalls } from './walls.ts'

let database: TestDatabase
const [HERE, THERE] = [uuidOf('here'), uuidOf('there')]
/** With a number that nobody has: a publication that was taken back leaves none. */
const NUMBERS = [1, 2, 4, 5, 6]
/** What is said of each in each publication; a blank: it is not there. */
const COURSES = ['aabba', 'a a  ', '  aaa', 'abcde', ' aaa ']

const organisations = () =>
  sql`select * from published.organisation order by municipality, publication, slug`.execute(database.db)
const subjects = () => sql`select * from published.subject order by municipality, publication, id`.execute(database.db)
let before: { readonly organisations: unknown[]; readonly subjects: unknown[] }

beforeAll(async () => {
  database = await testDatabase()
  const { db } = database
  for (const schema of ['published', 'public', 'wall']) await sql.raw(`drop schema ${schema} cascade`).execute(db)
  await sql`create schema public`.execute(db)
  await migrate(db, '032-hosts')
  for (const [id, slug] of [
    [HERE, 'hier'],
    [THERE, 'daar'],
  ] as const)
    await db.insertInto('municipality').values({ id, slug, name: slug }).execute()
  for (const town of [HERE, THERE])
    for (const [turn, no] of NUMBERS.entries()) {
      await sql`insert into published.publication values (${town}, ${no}, now(), 'A', 'b', false, 'c', '{}', '{}',
        null, '{}')`.execute(db)
      for (const [which, course] of COURSES.entries()) {
        const says = course[turn]!
        if (says === ' ') continue
        const figures = JSON.stringify([{ theme: 'VEI', score: says.charCodeAt(0), reweighed: null }])
        await sql`insert into published.organisation values (${town}, ${no}, ${`o${which}`}, 'Naam', 'café', null,
          ${which === 0 ? null : 'Straat'}, false, ${figures})`.execute(db)
        await sql`insert into published.subject values (${town}, ${no}, ${uuidOf(`${which}`)}, ${`o${which}`},
          'website', 'www.test', ${`2026-0${no}-01`}::timestamptz, true, null, null, ${`e${no}`}, null,
          '[{"host": "a"}]', '[]', ${figures})`.execute(db)
      }
    }
  before = { organisations: (await organisations()).rows, subjects: (await subjects()).rows }
  await migrate(db)
  await standWalls(db)
}, 120_000)
afterAll(() => database.close())

test('everybody is shown what was shown, of as few rows as say something else', async () => {
  expect(before.organisations).toHaveLength(2 * COURSES.join('').replaceAll(' ', '').length)
  expect((await organisations()).rows).toEqual(before.organisations)
  expect((await subjects()).rows).toEqual(before.subjects)
  const rows = async (table: string, key: string) =>
    (
      await sql<{ key: string; from_no: number; to_no: number | null }>`select ${sql.ref(key)} as key, from_no, to_no
        from ${sql.table(table)} where municipality = ${HERE} order by 1, 2`.execute(database.db)
    ).rows.map(({ key: of, from_no, to_no }) => [of, from_no, to_no])
  expect(await rows('published.organisation_held', 'slug')).toEqual([
    ['o0', 1, 4],
    ['o0', 4, 6],
    ['o0', 6, null],
    ['o1', 1, 2],
    ['o1', 4, 5],
    ['o2', 4, null],
    ['o3', 1, 2],
    ['o3', 2, 4],
    ['o3', 4, 5],
    ['o3', 5, 6],
    ['o3', 6, null],
    ['o4', 2, 6],
  ])
  // Each publication rests on a visit of its own; whom a visitor meets stayed the same.
  expect(await rows('published.subject_visit', 'id')).toHaveLength(before.subjects.length / 2)
  expect((await rows('published.subject_parties', 'id')).map(([, from, to]) => [from, to]).toSorted()).toEqual(
    [
      [1, null],
      [1, 2],
      [4, 5],
      [4, null],
      [1, null],
      [2, 6],
    ].toSorted(),
  )
})

test('who reads them at the desk sees those of the own municipality, also through what shows them', async () => {
  const anna = await addPerson(database.db, HERE, ['policy-officer'], 'Anna')
  const { site } = await database.house()
  const who = { municipality: HERE, person: anna.id, organisation: null }
  for (const name of ['organisation', 'organisation_held', 'subject', 'subject_held', 'subject_visit'])
    expect(
      await asPerson(site, who, 'read', async (tx) => {
        const { rows } = await sql<{ municipality: string }>`select distinct municipality
          from ${sql.table(`published.${name}`)}`.execute(tx)
        return rows.map(({ municipality }) => municipality)
      }),
      name,
    ).toEqual([HERE])
})
