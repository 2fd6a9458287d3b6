/** Help in need of the demo: offers that stand and one that does not, an incident in each state, and twice is once. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readDesk } from '../../test/city/desk/read.ts'
import { addOrganisation, testDesk, type TestDesk } from '../../test/desk.ts'
import { fillBuddies } from './buddies.ts'
import { OFFERS } from './buddy-stories.ts'
import { addPeople } from './desk.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await testDesk([])
})
afterAll(() => desk.close())

test('offers and incidents are told once, each when it was', async () => {
  const { db, municipality } = desk
  const { people } = readDesk()
  const names = new Set(people.filter(({ rollen }) => rollen.includes('partner')).map(({ organisatie }) => organisatie))
  const organisations = new Map<string, string>()
  for (const name of names) organisations.set(name, await addOrganisation(db, municipality.id, name))
  await addPeople(db, municipality.id, { people }, Date.now(), organisations)
  for (let twice = 0; twice < 2; twice++) await fillBuddies({ db, municipality, origin: 'http://127.0.0.1:3000' })
  const offers = await db.selectFrom('buddy_offer').select(['agreed_until']).execute()
  expect(offers).toHaveLength(OFFERS.length)
  expect(offers.filter((each) => each.agreed_until === null)).toHaveLength(1)
  const incidents = await db.selectFrom('incident').select(['id', 'state', 'at', 'ended_at']).orderBy('at').execute()
  expect(incidents.map(({ state }) => state)).toEqual(['ended', 'open', 'open'])
  const [over] = incidents
  expect(over!.ended_at!.getTime() - over!.at.getTime()).toBe(260 * 60_000)
  const lines = await db
    .selectFrom('incident_log')
    .select('kind')
    .where('incident', '=', over!.id)
    .orderBy('at')
    .execute()
  expect(lines.map(({ kind }) => kind).join(' ')).toBe('asked taken called called answered answered note note ended')
  const figures = await db.selectFrom('published.buddy_figure').select(['period', 'measure', 'value']).execute()
  expect(figures.filter(({ measure }) => measure === 'asked').map(({ value }) => value)).toEqual([7, null])
  expect(figures.find(({ measure }) => measure === 'offers')!.value).toBe(5)
})
