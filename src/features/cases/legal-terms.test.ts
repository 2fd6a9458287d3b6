/** Legal terms against a calendar. */
import { expect, test } from 'vitest'
import { dueOf, LEGAL_TERMS, legalState } from './legal-terms.ts'

const due = (id: string, from: string) => dueOf(LEGAL_TERMS.find((term) => term.id === id)!, from)

test('six weeks for views count the day itself', () => expect(due('zienswijzen', '2026-11-05')).toBe('2026-12-16'))
test('a term does not end on a Sunday or at Christmas', () => {
  expect(due('zienswijzen', '2026-11-16')).toBe('2026-12-28')
  expect(due('raadpleging', '2026-10-30')).toBe('2026-12-28')
})
test('twenty days after the award was sent', () => expect(due('opschorting', '2026-11-10')).toBe('2026-11-30'))
test('what must be there before a date is due the day before, also on a Sunday', () => expect(due('bekendmaking', '2027-03-01')).toBe('2027-02-28'))
test('the last day is in time, the day after is not', () => {
  expect(legalState({ dueOn: '2026-12-16', endedOn: null }, '2026-12-16')).toBe('running')
  expect(legalState({ dueOn: '2026-12-16', endedOn: null }, '2026-12-17')).toBe('late')
  expect(legalState({ dueOn: '2026-12-16', endedOn: '2026-12-16' }, '2027-01-01')).toBe('met')
  expect(legalState({ dueOn: '2026-12-16', endedOn: '2026-12-17' }, '2027-01-01')).toBe('missed')
})
test('every term has a name of its own, and something to count from', () => {
  expect(new Set(LEGAL_TERMS.map(({ id }) => id)).size).toBe(LEGAL_TERMS.length)
  for (const term of LEGAL_TERMS) expect(term.from).toMatch(/^waarop /)
})
