/** When somebody looks at a duty, and what can be written down about it. */
import { expect, test } from 'vitest'
import { monthsOn } from '../../../lib/months.ts'
import { firstCheck, nextCheck, promisesIn, shownOf, stepsFor } from './duty.ts'
import type { BidAnswer } from '../../../model/tender.ts'

test.each([
  ['2026-01-31', 1, '2026-02-28'],
  ['2028-01-31', 1, '2028-02-29'],
  ['2026-11-28', 12, '2027-11-28'],
  ['2026-11-30', 3, '2027-02-28'],
  ['2026-12-15', 0, '2026-12-15'],
])('%s and %i months: %s', (date, count, expected) => expect(monthsOn(date, count)).toBe(expected))

test('somebody looks within a year, and no later than the proof counts', () => {
  expect(firstCheck('2026-11-28', 36, '')).toBe('2027-11-28')
  expect(firstCheck('2026-11-28', 6, '')).toBe('2027-05-28')
  expect(firstCheck('2026-11-28', 12, '2027-02-01')).toBe('2027-02-01')
  expect(firstCheck('2026-11-28', 12, '2026-10-01')).toBe('2026-11-28')
  expect(firstCheck('2026-11-28', 12, '2029-01-01')).toBe('2027-11-28')
})

test('what is not kept is looked at again within two months; what ended is not', () => {
  expect(nextCheck('kept', '2026-11-28', 24)).toBe('2027-11-28')
  expect(nextCheck('breach', '2026-11-28', 24)).toBe('2027-01-28')
  expect(nextCheck('unsure', '2026-11-28', 24)).toBe('2027-01-28')
  expect(nextCheck('ended', '2026-11-28', 24)).toBeNull()
})

test('an exit is rehearsed where it was promised, what is not kept is repaired, and what ended stays so', () => {
  expect(stepsFor('running', false)).toEqual(['kept', 'breach', 'unsure', 'ended'])
  expect(stepsFor('breached', true)).toEqual(['repaired', 'breach', 'unsure', 'rehearsed', 'ended'])
  expect(stepsFor('ended', true)).toEqual([])
})

test('what a bidder does not meet is no duty', () => {
  const levels = ['met', 'partly', 'unmet', 'not-applicable'] as const
  const answers = levels.map((level) => ({ level }) as BidAnswer)
  expect(promisesIn(answers).map(({ level }) => level)).toEqual(['met', 'partly'])
})

test('what nobody looked at, or could not tell, is not kept', () => {
  expect(shownOf('running', null)).toBe('unseen')
  expect(shownOf('running', 'unsure')).toBe('unsure')
  expect(shownOf('running', 'rehearsed')).toBe('rehearsed')
  expect([shownOf('running', 'kept'), shownOf('running', 'repaired')]).toEqual(['kept', 'kept'])
  expect([shownOf('breached', 'unsure'), shownOf('ended', 'ended')]).toEqual(['breached', 'ended'])
})
