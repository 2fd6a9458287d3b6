/** Worked dates of terms in law, each with its source. Every one was counted on a calendar, not by the program. */
import { expect, test } from 'vitest'
import { addTerm, type Term } from './working-days.ts'

const avgMonth = { months: 1, regime: 'eu' } as const
const avg36 = { weeks: 8, regime: 'eu' } as const
const avg36Extended = { weeks: 14, regime: 'eu' } as const
const views = { weeks: 6, withFirstDay: true, regime: 'atw' } as const
const sixWeeks = { weeks: 6, regime: 'atw' } as const

type Row = readonly [source: string, from: string, term: Term, end: string]

const REGULATION_1182_71: readonly Row[] = [
  ['AVG 12 lid 3; EDPB 01/2022: a request of 4 March', '2025-03-04', avgMonth, '2025-04-04'],
  ['the same, 4 April is the Saturday before Easter', '2026-03-04', avgMonth, '2026-04-07'],
  ['art. 3 lid 2 onder c: no 31 September', '2026-08-31', avgMonth, '2026-09-30'],
  ['28 February is a Sunday', '2027-01-31', avgMonth, '2027-03-01'],
  ['29 February in a leap year', '2028-01-31', avgMonth, '2028-02-29'],
  ['15 May 2026 is a day by royal decree, no holiday here', '2026-04-15', avgMonth, '2026-05-15'],
  ['AVG 12 lid 3, extended: Boxing Day, then a Sunday', '2026-09-26', { months: 3, regime: 'eu' }, '2026-12-28'],
  ['AVG 36 lid 2', '2026-11-02', avg36, '2026-12-28'],
  ['AVG 36 lid 2: Christmas on a Friday', '2026-10-30', avg36, '2026-12-28'],
  ['AVG 36 lid 2: a day by royal decree', '2026-03-20', avg36, '2026-05-15'],
  ['AVG 36 lid 2, extended', '2026-10-30', avg36Extended, '2027-02-05'],
  ['AVG 36 lid 2, extended: a day by royal decree', '2027-01-29', avg36Extended, '2027-05-07'],
  ['longer than twelve weeks moves as well', '2026-09-18', avg36Extended, '2026-12-28'],
  ['art. 3 lid 5: two days hold two working days', '2026-11-27', { days: 2, regime: 'eu' }, '2026-12-01'],
  ['art. 3 lid 5 is silent on one day', '2026-11-27', { days: 1, regime: 'eu' }, '2026-11-30'],
  ['a year from 29 February', '2028-02-29', { years: 1, regime: 'eu' }, '2029-02-28'],
]

const ATW: readonly Row[] = [
  ['Awb 3:16 lid 2: the day itself counts', '2026-11-05', views, '2026-12-16'],
  ['Awb 3:16: ends on a Sunday', '2026-11-16', views, '2026-12-28'],
  ['Awb 3:16: Friday after Ascension, by decree', '2026-04-04', views, '2026-05-18'],
  ['Awb 3:16: 7 May 2027, by decree', '2027-03-27', views, '2027-05-10'],
  ['Woo 4.4 lid 1: Christmas', '2026-11-27', { weeks: 4, regime: 'atw' }, '2026-12-28'],
  ['Woo 4.4 lid 1: New Year on a Friday', '2026-12-04', { weeks: 4, regime: 'atw' }, '2027-01-04'],
  ['Woo 4.4 lid 2: with two weeks more', '2026-11-27', sixWeeks, '2027-01-08'],
  ['Awb 6:7: Ascension, then a day by decree', '2026-04-02', sixWeeks, '2026-05-18'],
  ['Awb 6:7: Good Friday and Easter', '2026-02-20', sixWeeks, '2026-04-07'],
  ['Awb 6:7: Whit Monday', '2026-04-13', sixWeeks, '2026-05-26'],
  ["Awb 6:7: King's Day", '2026-03-16', sixWeeks, '2026-04-28'],
  ["Awb 6:7: King's Day moved from Sunday to Saturday", '2025-03-15', sixWeeks, '2025-04-28'],
  ['Awb 6:7: 5 May, Ascension, decree, weekend', '2027-03-24', sixWeeks, '2027-05-10'],
  ['decree: 28 April 2023', '2023-03-17', sixWeeks, '2023-05-01'],
  ['decree: 19 May 2023', '2023-04-07', sixWeeks, '2023-05-22'],
  ['decree: 10 May 2024', '2024-03-29', sixWeeks, '2024-05-13'],
  ['decree: 27 December 2024', '2024-11-15', sixWeeks, '2024-12-30'],
  ['decree: 30 May 2025', '2025-04-18', sixWeeks, '2025-06-02'],
  ['decree: 2 January 2026', '2025-11-21', sixWeeks, '2026-01-05'],
  ['decree: 28 April 2028', '2028-03-17', sixWeeks, '2028-05-01'],
  ['decree: 26 May 2028', '2028-04-14', sixWeeks, '2028-05-29'],
  ['Awb 7:10 lid 1: twelve weeks', '2026-10-02', { weeks: 12, regime: 'atw' }, '2026-12-28'],
  ['Aw 2.127 lid 1', '2026-11-10', { days: 20, regime: 'atw' }, '2026-11-30'],
  ['Aw 2.127 lid 1: Christmas', '2026-12-05', { days: 20, regime: 'atw' }, '2026-12-28'],
  ['Cbw 44 lid 2', '2026-12-11', { weeks: 2, regime: 'atw' }, '2026-12-28'],
  ['Atw 4: ninety days is in it', '2026-09-26', { days: 90, regime: 'atw' }, '2026-12-28'],
  ['Atw 4: three months is in it', '2026-09-25', { months: 3, regime: 'atw' }, '2026-12-28'],
  ['a month from the 31st', '2026-10-31', { months: 1, regime: 'atw' }, '2026-11-30'],
  ['Atw 2: three days over Easter hold two ordinary days', '2026-04-02', { days: 3, regime: 'atw' }, '2026-04-08'],
  ['Atw 2: three days over Christmas', '2026-12-24', { days: 3, regime: 'atw' }, '2026-12-29'],
  ['Atw 2: three days in an ordinary week', '2026-11-23', { days: 3, regime: 'atw' }, '2026-11-26'],
  ['Atw 2 is silent on two days', '2026-04-02', { days: 2, regime: 'atw' }, '2026-04-07'],
]

const NOT_MOVED: readonly Row[] = [
  ['Awb 4:17 lid 1: 42 days, the act excluded: a Sunday', '2026-11-15', { days: 42, regime: 'none' }, '2026-12-27'],
  ['Awb 4:17 lid 1: Christmas', '2026-11-13', { days: 42, regime: 'none' }, '2026-12-25'],
  ['Atw 4: more than ninety days', '2026-09-25', { days: 91, regime: 'atw' }, '2026-12-25'],
  ['Atw 4: more than twelve weeks', '2026-09-25', { weeks: 13, regime: 'atw' }, '2026-12-25'],
  ['Atw 4: more than three months', '2026-08-25', { months: 4, regime: 'atw' }, '2026-12-25'],
  ['Atw 4: years', '2025-12-25', { years: 1, regime: 'atw' }, '2026-12-25'],
  ['AVG 33 lid 1: hours run through a weekend', '2026-11-27T15:00:00Z', { hours: 72 }, '2026-11-30T15:00:00.000Z'],
  ['AVG 33 lid 1: and through Christmas', '2026-12-24T16:00:00Z', { hours: 72 }, '2026-12-27T16:00:00.000Z'],
  ['an agreement ends on the day that was agreed', '2026-10-31', { weeks: 8, regime: 'none' }, '2026-12-26'],
]

test.each(REGULATION_1182_71)('Regulation 1182/71: %s', (_, from, term, end) => expect(addTerm(from, term)).toBe(end))
test.each(ATW)('Algemene termijnenwet: %s', (_, from, term, end) => expect(addTerm(from, term)).toBe(end))
test.each(NOT_MOVED)('not moved: %s', (_, from, term, end) => expect(addTerm(from, term)).toBe(end))
