/** The menu stays short: nobody has more than seven doors. */
import { expect, test } from 'vitest'
import { allows, ROLES } from '../../vocabulary/roles.ts'
import { MENU } from './menu.ts'

test.each(ROLES)('%s has at most seven doors, and the first is today', (role) => {
  const doors = MENU.filter(({ may }) => allows([role], may))
  expect(doors.length).toBeLessThanOrEqual(7)
  expect(doors[0]!.to).toBe('/balie')
})

test('no place is behind two doors', () => {
  const places = MENU.flatMap(({ to, also = [] }) => [to, ...also])
  expect(new Set(places).size).toBe(places.length)
})
