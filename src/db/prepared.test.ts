/** A plan that is kept serves whoever asks next on the same connection: what it answers is of that one alone. */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase, type TestDatabase } from '../../test/database.ts'
import { addPerson, type TestPerson } from '../../test/desk.ts'
import { asClock, asPerson, type Tx } from './as.ts'
import type { Db } from './connect.ts'
import { ensureMunicipality } from './municipality.ts'
import { isPlannedOnce } from './prepared.ts'

let database: TestDatabase
let site: Db
let close: () => Promise<unknown>
const who: Record<'officer' | 'nobody' | 'elsewhere', TestPerson> = {} as never

beforeAll(async () => {
  database = await testDatabase()
  const { db } = database
  const here = (await ensureMunicipality(db, 'Sluiswijk')).id
  const there = (await ensureMunicipality(db, 'Elders')).id
  who.officer = await addPerson(db, here, ['policy-officer'], 'Een')
  who.nobody = await addPerson(db, here, [], 'Niemand')
  who.elsewhere = await addPerson(db, there, ['policy-officer'], 'Ver')
  const house = await database.house()
  site = house.site
  close = () => Promise.all(Object.values(house).map((each) => each.destroy()))
})
afterAll(async () => {
  await close()
  await database.close()
})

const asked = async (tx: Tx, municipality: string) => {
  const people = await tx.selectFrom('person').select('name').where('municipality', '=', municipality).execute()
  const { rows } = await sql<{ kept: number; at: number }>`select count(*)::int as kept,
    pg_backend_pid() as at from pg_prepared_statements where statement like '%from "person"%'`.execute(tx)
  return { people: people.map(({ name }) => name).toSorted(), ...rows[0]! }
}
const read = ({ id: person, ...rest }: TestPerson) =>
  asPerson(site, { ...rest, person }, 'read', (tx) => asked(tx, who.officer.municipality))

test('one connection answers each by its own rights, with the plan that another made', async () => {
  const first = await read(who.officer)
  expect(first.people).toEqual(['Een', 'Niemand'])
  for (let again = 0; again < 8; again++) {
    // As long as one waits for the other there is one connection: its plan is asked by all of them in turn.
    const [officer, far, clock] = [
      await read(who.officer),
      await read(who.elsewhere),
      await asClock(site, who.elsewhere.municipality, (tx) => asked(tx, who.officer.municipality)),
    ]
    expect([officer.people, far.people, clock.people]).toEqual([['Een', 'Niemand'], [], []])
    expect([officer.at, far.at, clock.at]).toEqual([first.at, first.at, first.at])
    expect(officer.kept).toBe(1)
  }
})

test('what a role lost is lost at once, whatever was planned', async () => {
  const names = async () => (await read(who.nobody)).people
  const before = await names()
  await database.db
    .updateTable('person')
    .set({ roles: ['policy-officer'] })
    .where('id', '=', who.nobody.id)
    .execute()
  const within = await names()
  await database.db.updateTable('person').set({ roles: [] }).where('id', '=', who.nobody.id).execute()
  expect([before.length < within.length, await names()]).toEqual([true, before])
})

test.each([
  ['select name from person where id = $1', ['x'], true],
  ['select name from person where id = any($1)', [['x', 'y']], false],
  ['select name from person where name ilike $1', ['%a%'], false],
  ['select title from entry where words @@ $1', ['a'], false],
  ['select 1', [], false],
] as const)('%s with %j: planned once %s', (text, values, once) => expect(isPlannedOnce(text, values)).toBe(once))
