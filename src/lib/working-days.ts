/** Terms in working days and in weeks, with the Dutch public holidays (Algemene termijnenwet). Dates are ISO text, `2026-11-25`. */
import { addDays, addMonths, formatISO, isWeekend, parseISO } from 'date-fns'
import { gregorianEaster } from 'date-easter'

const iso = (date: Date): string => formatISO(date, { representation: 'date' })

/** The public holidays of a year (Algemene termijnenwet art. 3; King's day moves to Saturday when it falls on a Sunday). */
export function holidaysOf(year: number): ReadonlySet<string> {
  const { month, day } = gregorianEaster(year)
  const easter = new Date(year, month - 1, day)
  const king = new Date(year, 3, 27)
  return new Set([
    `${year}-01-01`, ...[-2, 1, 39, 50].map((days) => iso(addDays(easter, days))), iso(king.getDay() === 0 ? addDays(king, -1) : king), `${year}-05-05`, `${year}-12-25`, `${year}-12-26`,
  ])
}

export const isWorkingDay = (date: string): boolean => !isWeekend(parseISO(date)) && !holidaysOf(Number(date.slice(0, 4))).has(date)

/** The date `count` working days after `date`; the day itself does not count. */
export function addWorkingDays(date: string, count: number): string {
  let at = date
  for (let left = count; left > 0;) {
    at = iso(addDays(parseISO(at), 1))
    if (isWorkingDay(at)) left--
  }
  return at
}

export type Term = { readonly workingDays: number } | { readonly days: number } | { readonly weeks: number } | { readonly months: number }

/** When a term ends; one that would end on a Saturday, Sunday or holiday ends on the next working day (Algemene termijnenwet art. 1). */
export function addTerm(date: string, term: Term): string {
  if ('workingDays' in term) return addWorkingDays(date, term.workingDays)
  let end = iso('months' in term ? addMonths(parseISO(date), term.months) : addDays(parseISO(date), 'weeks' in term ? term.weeks * 7 : term.days))
  while (!isWorkingDay(end)) end = iso(addDays(parseISO(end), 1))
  return end
}
