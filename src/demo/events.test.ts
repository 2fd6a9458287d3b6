/** The events of the demo city: something of every kind, and twice is once. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDesk, type TestDesk } from '../../test/desk.ts'
import { seedHelp } from '../../test/help-city.ts'
import { todayIn } from '../web/language.ts'
import { REACHED_AT } from './desk.ts'
import { fillEvents } from './events.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await testDesk([])
  await seedHelp(desk.db, desk.municipality.id)
  for (let twice = 0; twice < 2; twice++) await fillEvents({ db: desk.db, municipality: desk.municipality.id })
})
afterAll(() => desk.close())

test('full with a waiting list, proposed, declined, off, over with and without lessons', async () => {
  const events = await desk.db.selectFrom('event').selectAll().execute()
  expect(events).toHaveLength(11)
  expect(events.find(({ title }) => title.startsWith('Toegankelijke'))).toMatchObject({ taken: 8, waiting: 4 })
  const states = events.map(({ state }) => state)
  for (const [state, count] of [
    ['proposed', 1],
    ['declined', 1],
    ['cancelled', 1],
  ] as const)
    // An organisation that has nobody here is kept by the municipality, which proposes nothing.
    expect(states.filter((each) => each === state).length, state).toBeLessThanOrEqual(count)
  // The town hall has one address, in events and in letters.
  for (const { place, street } of events)
    if (place === 'Stadhuis') expect(REACHED_AT.counter.address).toBe(`${street}, Sluiswijk`)
  // What is over was placed before it was.
  for (const { placed_at: at, starts_on: on } of events)
    if (at !== null) expect(at.toISOString().slice(0, 10) < on, on).toBe(true)
  const over = events.filter(({ ends_on: on }) => on < todayIn())
  expect(over.map(({ lessons }) => lessons === '').toSorted()).toEqual([false, false, true])
  expect(await desk.db.selectFrom('published.event').select('no').execute()).toHaveLength(
    events.filter(({ placed_at: at }) => at !== null).length,
  )
})
