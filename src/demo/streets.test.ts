/** The street of the demo is walked by its people, within the walls, and reads well for everybody. */
import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readDesk } from '../../test/city/desk/read.ts'
import { testDatabase, type TestDatabase } from '../../test/database.ts'
import { testDeps } from '../../test/desk.ts'
import { ensureMunicipality } from '../db/municipality.ts'
import { addPeople } from './desk.ts'
import { fillStreets } from './streets.ts'

let database: TestDatabase
let municipality = ''
const desk = readDesk()
const demo = () => ({
  db: database.db,
  municipality,
  streets: desk.streets,
  deps: { ...testDeps(), key: randomBytes(32) },
})
beforeAll(async () => {
  database = await testDatabase()
  ;({ id: municipality } = await ensureMunicipality(database.db, 'Sluiswijk'))
  const inspectors = { ...desk, people: desk.people.filter(({ rollen }) => !rollen.includes('partner')) }
  await addPeople(database.db, municipality, inspectors, Date.now(), new Map())
  await fillStreets(demo())
})
afterAll(() => database.close())

test('three rounds: one public, one in which two differ, one that is walked', async () => {
  const { db, publicDb } = database
  const [shown, ...others] = await publicDb.selectFrom('published.street_round').selectAll().execute()
  expect(others).toEqual([])
  expect(shown).toMatchObject({ slug: 'havenstraat', name: 'Havenstraat', told: { settled: 8, all: 8 } })
  expect(shown!.told.criteria.find(({ criterion }) => criterion === 'STD-01.schouw')!.counts).toMatchObject({
    met: 7,
    unmet: 1,
  })
  const named = await publicDb.selectFrom('published.street_premises').select('name').orderBy('name').execute()
  expect(named.map(({ name }) => name)).toEqual([
    'Bakkerij De Korenaar',
    'Bloemist Madelief',
    'Boekhandel De Leesplank',
  ])
  const rounds = await db.selectFrom('street_round').select(['id', 'closed_at']).orderBy('begins_on').execute()
  expect(rounds.map(({ closed_at: closed }) => closed !== null)).toEqual([true, true, false])
  const came = await db.selectFrom('inspection').select(['round', 'inspector']).execute()
  expect(rounds.map(({ id }) => came.filter(({ round }) => round === id).length)).toEqual([16, 10, 1])
  expect((await db.selectFrom('premises_letter').select('reaction').where('reaction', '<>', '').execute()).length).toBe(
    3,
  )
})

test('whoever stops it and starts again finds it once', async () => {
  await fillStreets(demo())
  expect(await database.db.selectFrom('street').select('id').execute()).toHaveLength(1)
})
