/** A day and time as written here are one moment, and what no clock shows is none. */
import { expect, test } from 'vitest'
import { dutchMoment, dutchTime } from './dutch-time.ts'

test.each([
  ['2027-01-15', '12:00', '2027-01-15T11:00:00.000Z'],
  ['2027-07-15', '12:00', '2027-07-15T10:00:00.000Z'],
  ['2027-07-15', '00:30', '2027-07-14T22:30:00.000Z'],
])('%s %s', (date, time, expected) => {
  const at = dutchMoment(date, time)!
  expect(at.toISOString()).toBe(expected)
  expect(dutchTime(at)).toEqual({ date, time })
})

test.each([
  ['2027-03-28', '02:30'],
  ['2027-02-30', '12:00'],
  ['morgen', '12:00'],
  ['2027-01-15', '24:00'],
])('%s %s is no moment', (date, time) => expect(dutchMoment(date, time)).toBeUndefined())
