/** Legal terms against a calendar. */
import { expect, test } from 'vitest'
import { countedBy, DEADLINES, dueOf, LEGAL_TERMS, legalState, legalTerm } from './legal-terms.ts'

const due = (id: string, from: string) => dueOf(legalTerm(id)!.term, from)

test('six weeks for views count the day itself', () => expect(due('zienswijzen', '2026-11-05')).toBe('2026-12-16'))
test('a term does not end on a Sunday, at Christmas, or on a day that a royal decree made equal to a holiday', () => {
  expect(due('zienswijzen', '2026-11-16')).toBe('2026-12-28')
  expect(due('raadpleging', '2026-10-30')).toBe('2026-12-28')
  expect(due('zienswijzen', '2026-04-04')).toBe('2026-05-18')
  expect(due('zienswijzen', '2027-03-27')).toBe('2027-05-10')
  // A term of Union law does end on such a day.
  expect(due('raadpleging', '2026-03-20')).toBe('2026-05-15')
})
test('an extension counts from the first day, not from a last day that moved', () => {
  const { extended } = legalTerm('raadpleging')!
  expect(dueOf(extended!, '2026-10-30')).toBe('2027-02-05')
  expect(dueOf(extended!, '2027-01-29')).toBe('2027-05-07')
})
test('twenty days after the award was sent', () => expect(due('opschorting', '2026-11-10')).toBe('2026-11-30'))
test('what must be there before a date is due the day before, also on a Sunday', () =>
  expect(due('bekendmaking', '2027-03-01')).toBe('2027-02-28'))

const state = (term: string, today: string, endedOn: string | null = null) =>
  legalState({ term, dueOn: '2026-12-16', endedOn }, today)
test('of what must be done the last day is in time, the day after is not', () => {
  expect([state('bekendmaking', '2026-12-16'), state('bekendmaking', '2026-12-17')]).toEqual(['running', 'late'])
  expect([
    state('bekendmaking', '2027-01-01', '2026-12-16'),
    state('bekendmaking', '2027-01-01', '2026-12-17'),
  ]).toEqual(['met', 'missed'])
})
test('what must be waited out is never late: it is over after the last day, and ending it before is told', () => {
  expect([state('opschorting', '2026-12-16'), state('opschorting', '2026-12-17')]).toEqual(['running', 'over'])
  expect([state('opschorting', '2027-01-01', '2026-12-16'), state('opschorting', '2027-01-01', '2026-12-17')]).toEqual([
    'early',
    'met',
  ])
  expect(DEADLINES).not.toContain('opschorting')
  expect(DEADLINES).not.toContain('zienswijzen')
})
test('every term says by what its last day moves', () => {
  for (const { term } of LEGAL_TERMS) expect(countedBy(term)).toMatch(/Algemene termijnenwet|1182\/71|schuift niet op/)
  expect(countedBy(legalTerm('raadpleging')!.term)).toContain('1182/71')
  expect(countedBy(legalTerm('bekendmaking')!.term)).toContain('schuift niet op')
})
test('every term has a name of its own, and something to count from', () => {
  expect(new Set(LEGAL_TERMS.map(({ id }) => id)).size).toBe(LEGAL_TERMS.length)
  for (const term of LEGAL_TERMS) expect(term.from).toMatch(/^waarop /)
})
