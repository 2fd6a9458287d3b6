/** Exercises of the demo: one that was played with measures in each state, one that is planned, and twice is once. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readDesk } from '../../test/city/desk/read.ts'
import { addOrganisation, testDeps, testDesk, type TestDesk } from '../../test/desk.ts'
import { addPeople } from './desk.ts'
import { fillExercises } from './exercises.ts'

const { exercises, catalogue } = testDeps()
let desk: TestDesk
beforeAll(async () => {
  desk = await testDesk([])
})
afterAll(() => desk.close())

test('what was played has its record, its measures and what it shows', async () => {
  const { db, municipality } = desk
  const { people } = readDesk()
  const organisations = new Map<string, string>()
  for (const { organisatie } of people)
    if (!organisations.has(organisatie))
      organisations.set(organisatie, await addOrganisation(db, municipality.id, organisatie))
  await addPeople(db, municipality.id, { people }, Date.now(), organisations)
  for (let twice = 0; twice < 2; twice++) await fillExercises({ db, municipality, exercises, catalogue })
  const told = await db.selectFrom('exercise').select(['id', 'state', 'scenario', 'started_at', 'ended_at']).execute()
  expect(told.map(({ state }) => state).toSorted()).toEqual(['ended', 'planned'])
  const played = told.find(({ state }) => state === 'ended')!
  const scenario = exercises.find(({ id }) => id === played.scenario)!
  const lines = await db.selectFrom('exercise_event').select(['kind', 'message', 'role']).execute()
  expect(lines.filter(({ message }) => message !== null)).toHaveLength(scenario.messages.length)
  for (const { role } of lines) if (role !== null) expect(scenario.roles.map(({ id }) => id)).toContain(role)
  expect(played.ended_at!.getTime() - played.started_at!.getTime()).toBe(79 * 60_000)
  const measures = await db.selectFrom('exercise_measure').select('state').execute()
  expect(measures.map(({ state }) => state).toSorted()).toEqual(['done', 'open', 'open', 'proven'])
  const noted = await db.selectFrom('noted_finding').select(['criterion', 'strength']).execute()
  expect(noted.map(({ criterion }) => criterion).toSorted()).toEqual(['VEI-09.oefening', 'VEI-09.waarneming'])
  const figures = await db.selectFrom('published.exercise_figure').select(['measure', 'value']).execute()
  expect(figures.find(({ measure }) => measure === 'exercises')!.value).toBe(1)
})
