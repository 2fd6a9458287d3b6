/** The badges of the demo: in each state one, and twice is once. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addOrganisation, testDeps, testDesk, type TestDesk } from '../../test/desk.ts'
import { isSpokenNumber } from '../lib/spoken-number.ts'
import { badgeState } from '../vocabulary/badge.ts'
import { todayIn } from '../web/language.ts'
import { fillBadges } from './badges.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await testDesk([])
})
afterAll(() => desk.close())

test('one is valid, one ends soon, one ended and one was withdrawn', async () => {
  const municipality = desk.municipality.id
  const { norms } = testDeps().catalogue
  for (const name of ['Bakkerij De Korenaar', 'Kapsalon Krul', 'Boekhandel De Leesplank', 'Pizzeria Porto Vecchio'])
    await addOrganisation(desk.db, municipality, name)
  for (const [email, role] of [
    ['jeroen.vandalen@gemeente-sluiswijk.test', 'policy-officer'],
    ['chantal.vos@gemeente-sluiswijk.test', 'account-manager'],
  ] as const)
    await desk.db
      .insertInto('person')
      .values({
        municipality,
        id: crypto.randomUUID(),
        email,
        name: email,
        function: '',
        roles: [role],
        state: 'active',
      })
      .execute()
  for (let twice = 0; twice < 2; twice++) await fillBadges({ db: desk.db, municipality }, norms)
  const badges = await desk.db
    .selectFrom('published.badge')
    .select(['number', 'ended', 'ground', 'valid_until as validUntil'])
    .orderBy('holder')
    .execute()
  expect(badges.every(({ number }) => isSpokenNumber(number))).toBe(true)
  expect(badges.map((each) => badgeState(each, todayIn()))).toEqual(['valid', 'ended', 'ending', 'withdrawn'])
})
