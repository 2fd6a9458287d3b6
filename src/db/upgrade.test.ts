/** A database as it was before the walls of 012, with something in every table, comes along and works. */
import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase, type TestDatabase } from '../../test/database.ts'
import { addOrganisation, addPerson, type TestPerson } from '../../test/desk.ts'
import { fill, readable } from '../../test/fill.ts'
import { asClock, asPerson } from './as.ts'
import { hashOf, proveChain, record } from './audit.ts'
import { migrate } from './migrate.ts'
import { standWalls } from './walls.ts'

/** The last migration before the walls. */
const BEFORE = '011-guesses'

let database: TestDatabase
let anna: TestPerson
let piet: TestPerson
let elsewhere: string
let before: ReadonlyMap<string, number>

async function counts(): Promise<Map<string, number>> {
  const all = new Map<string, number>()
  for (const name of await readable(database.db)) {
    const { rows } = await sql<{ count: number }>`select count(*)::int as count from ${sql.table(name)}`.execute(
      database.db,
    )
    all.set(name, rows[0]!.count)
  }
  return all
}

async function municipality(name: string): Promise<string> {
  const made = { id: uuid(), slug: name.toLowerCase(), name }
  await database.db.insertInto('municipality').values(made).execute()
  await database.db.insertInto('published.municipality').values(made).execute()
  return made.id
}

beforeAll(async () => {
  database = await testDatabase()
  const { db } = database
  for (const schema of ['published', 'public', 'wall']) await sql.raw(`drop schema ${schema} cascade`).execute(db)
  await sql`create schema public`.execute(db)
  await migrate(db, BEFORE)
  const here = await municipality('Sluiswijk')
  elsewhere = await municipality('Elders')
  const [own, other, far] = [
    await addOrganisation(db, here, 'Café'),
    await addOrganisation(db, here, 'Winkel'),
    await addOrganisation(db, elsewhere, 'Ver weg'),
  ]
  anna = await addPerson(db, here, ['policy-officer'], 'Anna')
  piet = await addPerson(db, here, ['partner'], 'Piet', own)
  const ella = await addPerson(db, elsewhere, ['adviser'], 'Ella')
  await fill(
    db,
    {
      theirs: { municipality: here, person: anna.id, organisation: other },
      mine: { municipality: here, person: piet.id, organisation: own },
      elsewhere: { municipality: elsewhere, person: ella.id, organisation: far },
    },
    ['person', 'municipality', 'organisation', 'audit', 'audit_head']
      .map((table) => `public.${table}`)
      .concat('published.municipality'),
  )
  // A trail as the program itself wrote it then; of the other municipality there is none yet, and no head either.
  let previous = '0'.repeat(64)
  for (const no of [1, 2, 3]) {
    const entry = { municipality: here, no, at: `2026-11-2${no}T10:00:00.000Z`, person: anna.id, act: 'answer.saved' }
    const whole = { ...entry, object: `form/${no}`, detail: '{"a":"é\\n\u2028"}', previous }
    previous = hashOf(whole)
    await db
      .insertInto('audit')
      .values({ ...whole, hash: previous })
      .execute()
  }
  await db.insertInto('audit_head').values({ municipality: here, no: 3, hash: previous }).execute()
  before = await counts()
  await migrate(db)
  await standWalls(db)
}, 120_000)
afterAll(() => database.close())

test('every table had something in it, and keeps all of it', async () => {
  const after = await counts()
  for (const [table, count] of before) {
    expect(count, table).toBeGreaterThan(0)
    expect(after.get(table), table).toBe(table === 'public.audit_head' ? 3 : count)
  }
})

test('people work in it, each with the own: an officer, a partner and the clock', async () => {
  const { site } = await database.house()
  const as = <T>(person: TestPerson, work: Parameters<typeof asPerson<T>>[3]) =>
    asPerson(
      site,
      { municipality: anna.municipality, person: person.id, organisation: person.organisation },
      'write',
      work,
    )
  expect(await as(anna, (tx) => tx.selectFrom('case_file').select('id').execute())).toHaveLength(2)
  expect(await as(piet, (tx) => tx.selectFrom('case_file').select('id').execute())).toEqual([])
  expect(await as(piet, (tx) => tx.selectFrom('organisation').select('name').execute())).toEqual([{ name: 'Café' }])
  expect(await as(piet, (tx) => tx.selectFrom('answer').select('form').execute())).toHaveLength(1)
  expect(await asClock(site, anna.municipality, (tx) => tx.selectFrom('message').select('id').execute())).toHaveLength(
    2,
  )
})

test('the trail goes on where it was, and begins where there was none', async () => {
  const { site } = await database.house()
  const here = anna.municipality
  await asPerson(site, { municipality: here, person: anna.id, organisation: null }, 'write', (tx) =>
    record(tx, here, { act: 'answer.saved', object: 'form/4' }),
  )
  expect(await proveChain(database.db, here)).toEqual({ count: 4 })
  expect(await proveChain(database.db, elsewhere)).toEqual({ count: 0 })
})
