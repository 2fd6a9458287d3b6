/**
 * Terms in working days and in weeks, with the Dutch public holidays (Algemene termijnenwet). Dates are ISO text,
 * `2026-11-25`.
 */
import { addDays, addMonths, formatISO, isWeekend, parseISO } from 'date-fns'
import { gregorianEaster } from 'date-easter'

const iso = (date: Date): string => formatISO(date, { representation: 'date' })

/**
 * The public holidays of a year (Algemene termijnenwet art. 3; King's day moves to Saturday when it falls on a Sunday).
 */
export function holidaysOf(year: number): ReadonlySet<string> {
  const { month, day } = gregorianEaster(year)
  const easter = new Date(year, month - 1, day)
  const king = new Date(year, 3, 27)
  return new Set([
    `${year}-01-01`,
    ...[-2, 1, 39, 50].map((days) => iso(addDays(easter, days))),
    iso(king.getDay() === 0 ? addDays(king, -1) : king),
    `${year}-05-05`,
    `${year}-12-25`,
    `${year}-12-26`,
  ])
}

/**
 * Days made equal to a holiday by royal decree (Algemene termijnenwet art. 3 lid 3): a legal term does not end there,
 * and for the rest they are working days. From the titles of the decrees for 2023-2025 and 2026-2028; after that a new
 * one is needed.
 */
const BY_DECREE: ReadonlySet<string> = new Set([
  '2023-04-28',
  '2023-05-19',
  '2024-05-10',
  '2024-12-27',
  '2025-05-30',
  '2026-01-02',
  '2026-05-15',
  '2027-05-07',
  '2028-04-28',
  '2028-05-26',
])

/** Neither in a weekend nor a holiday (Algemene termijnenwet art. 3). */
export const isWorkingDay = (date: string): boolean =>
  !isWeekend(parseISO(date)) && !holidaysOf(Number(date.slice(0, 4))).has(date)

/** The date `count` working days after `date`; the day itself does not count. */
export function addWorkingDays(date: string, count: number): string {
  let at = date
  for (let left = count; left > 0;) {
    at = iso(addDays(parseISO(at), 1))
    if (isWorkingDay(at)) left--
  }
  return at
}

export type Term =
  | { readonly workingDays: number }
  | { readonly days: number }
  | { readonly weeks: number }
  | { readonly months: number }

/**
 * When a term ends; one that would end on a Saturday, Sunday, holiday or a day equal to it ends on the next that is
 * none (Algemene termijnenwet art. 1 and 3).
 */
export function addTerm(date: string, term: Term): string {
  if ('workingDays' in term) return addWorkingDays(date, term.workingDays)
  let end = iso(
    'months' in term
      ? addMonths(parseISO(date), term.months)
      : addDays(parseISO(date), 'weeks' in term ? term.weeks * 7 : term.days),
  )
  while (!isWorkingDay(end) || BY_DECREE.has(end)) end = iso(addDays(parseISO(end), 1))
  return end
}
