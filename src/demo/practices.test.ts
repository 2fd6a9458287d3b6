/** The good practices of the demo: some in every state, under more than one licence and name, and twice is once. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readDesk } from '../../test/city/desk/read.ts'
import { testDeps, testDesk, type TestDesk } from '../../test/desk.ts'
import { PRACTICE_STATES } from '../vocabulary/practice.ts'
import { addPeople } from './desk.ts'
import { fillPractices } from './practices.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await testDesk([])
})
afterAll(() => desk.close())

test('they stand on the site, wait, were refused and were taken away, each about a norm that is there', async () => {
  const { db, municipality } = desk
  const people = readDesk().people.filter(({ rollen }) => !rollen.includes('partner'))
  await addPeople(db, municipality.id, { people }, Date.now(), new Map())
  for (let twice = 0; twice < 2; twice++) await fillPractices({ db, municipality: municipality.id })
  const all = await db.selectFrom('practice').select(['state', 'norms', 'licence']).execute()
  expect(new Set(all.map(({ state }) => state))).toEqual(new Set(Object.keys(PRACTICE_STATES)))
  const known = new Set(testDeps().catalogue.norms.map(({ id }) => id))
  expect(all.flatMap(({ norms }) => norms).filter((id) => !known.has(id))).toEqual([])
  const shown = await db.selectFrom('published.practice').select(['reviewer', 'licence', 'withdrawn_on']).execute()
  expect(shown.filter(({ withdrawn_on: on }) => on === null)).toHaveLength(3)
  expect(new Set(shown.map(({ reviewer }) => reviewer)).size).toBeGreaterThan(2)
  expect(new Set(shown.map(({ licence }) => licence)).size).toBeGreaterThan(1)
})
