/** Terms as the laws count them, and the penalty for being late. */
import { expect, test } from 'vitest'
import { courtFrom, dueOn, penaltyOf, reminders, stopDays } from './clock.ts'

const avg = {
  term: { length: { months: 1, regime: 'eu' } },
  extended: { length: { months: 3, regime: 'eu' } },
} as never
const woo = {
  term: { length: { weeks: 4, regime: 'atw' } },
  extended: { length: { weeks: 6, regime: 'atw' } },
} as never
const service = { term: { length: { workingDays: 10 } }, extended: { length: { workingDays: 20 } } } as never

test.each([
  // EDPB guidelines 01/2022: a request of 4 March is answered by 4 April.
  [avg, '2025-03-04', {}, '2025-04-04'],
  // The last day is a Saturday: Regulation 1182/71 moves it to Monday.
  [avg, '2026-02-07', {}, '2026-03-09'],
  [avg, '2026-01-31', {}, '2026-03-02'],
  [avg, '2026-01-31', { extended: true }, '2026-04-30'],
  // Five days that did not run come after the calendar's end, and the end is moved once.
  [avg, '2026-03-02', { stopped: 5 }, '2026-04-07'],
  [woo, '2026-03-02', {}, '2026-03-30'],
  [woo, '2026-03-02', { extended: true }, '2026-04-13'],
  // 15 May 2026 is made equal to a holiday by decree, the day before is Ascension day: not an end in the Atw.
  [woo, '2026-04-16', {}, '2026-05-18'],
  [service, '2026-12-18', {}, '2027-01-05'],
  [service, '2026-03-02', { stopped: 4 }, '2026-03-20'],
])('%# is due', (kind, received, more, due) => {
  expect(dueOn(kind, received, more)).toBe(due)
})

/** Six weeks, ten or twelve with a committee, and what may be added, as the Awb has them. */
const weeks = (term: number, extended: number) =>
  ({
    term: { length: { weeks: term, regime: 'atw' } },
    extended: { length: { weeks: extended, regime: 'atw' } },
  }) as never
const BY = {
  // Awb 9:11: six weeks, ten with a complaints committee, and four more (law.md, OPE-11).
  complaint: { alone: weeks(6, 10), committee: weeks(10, 14) },
  // Awb 7:10: from the day after the term for objections, six weeks, twelve with a committee, and six more.
  objection: { alone: weeks(6, 12), committee: weeks(12, 18) },
}
test.each([
  ['complaint', 'alone', false, 0, '2026-03-16'],
  ['complaint', 'alone', false, 7, '2026-03-23'],
  ['complaint', 'alone', true, 0, '2026-04-13'],
  ['complaint', 'alone', true, 7, '2026-04-20'],
  ['complaint', 'committee', false, 0, '2026-04-13'],
  ['complaint', 'committee', false, 7, '2026-04-20'],
  ['complaint', 'committee', true, 0, '2026-05-11'],
  ['complaint', 'committee', true, 7, '2026-05-18'],
  ['objection', 'alone', false, 0, '2026-03-16'],
  ['objection', 'alone', false, 10, '2026-03-26'],
  // Twelve weeks end on King's day, a Monday: the Atw moves it. With ten days that did not run (7:10 lid 2) it is past.
  ['objection', 'alone', true, 0, '2026-04-28'],
  ['objection', 'alone', true, 10, '2026-05-07'],
  ['objection', 'committee', false, 0, '2026-04-28'],
  ['objection', 'committee', false, 10, '2026-05-07'],
  ['objection', 'committee', true, 0, '2026-06-08'],
  ['objection', 'committee', true, 10, '2026-06-18'],
] as const)('%s, %s, extended %s, %i days stopped: due on %s', (what, who, extended, stopped, due) => {
  expect(dueOn(BY[what][who], '2026-02-02', { extended, stopped })).toBe(due)
})

test('a stop counts until it was to end, and never below nothing', () => {
  const stop = { since: '2026-03-02', until: '2026-03-16' }
  expect(stopDays(stop, '2026-03-02')).toBe(0)
  expect(stopDays(stop, '2026-03-09')).toBe(7)
  expect(stopDays(stop, '2026-04-20')).toBe(14)
  expect(stopDays(stop, '2026-02-01')).toBe(0)
})

test('a handler is reminded at half of the term and at three quarters', () => {
  expect(reminders('2026-03-01', '2026-03-31')).toEqual({ half: '2026-03-16', soon: '2026-03-23' })
})

test('the penalty starts two weeks after a notice that was not too early, and ends at 1,442 euros', () => {
  const late = { due: '2026-03-31', noticeOn: '2026-04-01' }
  expect(penaltyOf({ ...late, noticeOn: '2026-03-31', at: '2026-12-01' })).toBeUndefined()
  expect(penaltyOf({ ...late, at: '2026-04-16' })).toMatchObject({ from: '2026-04-16', days: 0, euros: 0 })
  expect(penaltyOf({ ...late, at: '2026-04-17' })).toMatchObject({ days: 1, euros: 23 })
  expect(penaltyOf({ ...late, at: '2026-04-30' })).toMatchObject({ days: 14, euros: 322 })
  expect(penaltyOf({ ...late, at: '2026-05-01' })).toMatchObject({ days: 15, euros: 357 })
  expect(penaltyOf({ ...late, at: '2026-05-14' })).toMatchObject({ days: 28, euros: 812 })
  // Two weeks that end on Christmas last until the first working day after it.
  expect(penaltyOf({ due: '2026-12-01', noticeOn: '2026-12-11', at: '2027-01-01' })).toMatchObject({
    from: '2026-12-29',
  })
  expect(penaltyOf({ ...late, at: '2027-01-01' })).toMatchObject({ days: 42, euros: 1_442, until: '2026-05-27' })
})

test('the way to the court opens two weeks after the notice, which the Algemene termijnenwet may move', () => {
  expect(courtFrom('2026-04-01')).toBe('2026-04-16')
  // Two weeks end on Saturday the eighteenth: the term lasts until Monday.
  expect(courtFrom('2026-04-04')).toBe('2026-04-21')
})
