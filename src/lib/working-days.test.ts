/** Terms against dates that can be looked up in a calendar. */
import { expect, test } from 'vitest'
import { addTerm, addWorkingDays, holidaysOf, isWorkingDay } from './working-days.ts'

test('the holidays of 2026 and 2027', () => {
  expect([...holidaysOf(2026)]).toEqual([
    '2026-01-01',
    '2026-04-03',
    '2026-04-06',
    '2026-05-14',
    '2026-05-25',
    '2026-04-27',
    '2026-05-05',
    '2026-12-25',
    '2026-12-26',
  ])
  expect(holidaysOf(2027).has('2027-03-26')).toBe(true)
  // King's day of 2025 fell on a Sunday.
  expect([holidaysOf(2025).has('2025-04-26'), holidaysOf(2025).has('2025-04-27')]).toEqual([true, false])
})
test.each([
  ['2026-11-27', 1, '2026-11-30'],
  ['2026-12-24', 1, '2026-12-28'],
  ['2026-11-25', 10, '2026-12-09'],
  ['2026-04-02', 1, '2026-04-07'],
  ['2026-11-25', 0, '2026-11-25'],
])('%s and %i working days is %s', (date, count, end) => expect(addWorkingDays(date, count)).toBe(end))
test('a term in working days counts them', () => expect(addTerm('2026-12-24', { workingDays: 2 })).toBe('2026-12-29'))
test('a near miss: the day before a holiday counts', () =>
  expect([isWorkingDay('2026-12-24'), isWorkingDay('2026-12-25'), isWorkingDay('2026-12-27')]).toEqual([
    true,
    false,
    false,
  ]))
