/** The menu stays short: nobody has more than seven doors. */
import { expect, test } from 'vitest'
import { allows, ROLES } from '../../vocabulary/roles.ts'
import { doorsFor, MENU } from './menu.ts'

test.each(ROLES)('%s has at most seven doors, and the first is today', (role) => {
  const doors = doorsFor((permission) => allows([role], permission))
  expect(doors.length).toBeLessThanOrEqual(7)
  expect(doors[0]!.places[0]!.to).toBe('/balie')
})

test('no place is behind two doors', () => {
  const places = MENU.flatMap(({ places }) => places).flatMap(({ to, also = [] }) => [to, ...also])
  expect(new Set(places).size).toBe(places.length)
})

test('a door leads to what somebody may enter, and to nothing else', () => {
  const manage = (role: 'administrator' | 'auditor' | 'account-manager' | 'partner') =>
    doorsFor((permission) => allows([role], permission))
      .find(({ name }) => name === 'Beheer')
      ?.places.map(({ to }) => to)
  expect(manage('administrator')).toEqual(['/balie/beheer', '/balie/postvak'])
  expect(manage('auditor')).toEqual(['/balie/logboek', '/balie/postvak'])
  expect(manage('account-manager')).toEqual(['/balie/postvak'])
  expect(manage('partner')).toBeUndefined()
})
