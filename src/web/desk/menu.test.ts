/** The menu stays short: nobody has more than seven doors. */
import { expect, test } from 'vitest'
import { allows, ROLES } from '../../vocabulary/roles.ts'
import { doorsFor, MENU } from './menu.ts'

test.each(ROLES)('%s has at most seven doors, and the first is today', (role) => {
  const doors = doorsFor((permission) => allows([role], permission))
  expect(doors.length).toBeLessThanOrEqual(7)
  expect(doors[0]!.places[0]!.to).toBe('/balie')
})

test.each(ROLES)('behind no door of %s are more than seven places', (role) => {
  for (const { name, places } of doorsFor((permission) => allows([role], permission)))
    expect(places.length, name).toBeLessThanOrEqual(7)
})

test('no place is behind two doors', () => {
  const places = MENU.flatMap(({ places }) => places).flatMap(({ to, also = [] }) => [to, ...also])
  expect(new Set(places).size).toBe(places.length)
})

test('a door leads to what somebody may enter, and to nothing else', () => {
  const behind = (door: string, role: 'administrator' | 'auditor' | 'account-manager' | 'partner') =>
    doorsFor((permission) => allows([role], permission))
      .find(({ name }) => name === door)
      ?.places.map(({ to }) => to)
  expect(behind('Beheer', 'administrator')).toEqual(['/balie/beheer'])
  expect(behind('Beheer', 'auditor')).toBeUndefined()
  expect(behind('Beheer', 'account-manager')).toBeUndefined()
  // Mail that went out and what was done stand beside what waits, for who may look at it.
  expect(behind('Vandaag', 'auditor')).toEqual(['/balie', '/balie/postvak', '/balie/logboek'])
  expect(behind('Vandaag', 'account-manager')).toEqual(['/balie', '/balie/postvak'])
  expect(behind('Vandaag', 'partner')).toEqual(['/balie'])
})
