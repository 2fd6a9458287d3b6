/**
 * Terms in working days and on the calendar, with the Dutch public holidays. Dates are ISO text, `2026-11-25`. Every
 * term names the regime that says whether its last day moves.
 */
import { addDays, addMonths, addYears, formatISO, isWeekend, parseISO } from 'date-fns'
import { gregorianEaster } from 'date-easter'

const iso = (date: Date): string => formatISO(date, { representation: 'date' })
const later = (date: string, days: number): string => iso(addDays(parseISO(date), days))

/**
 * The public holidays of a year (Algemene termijnenwet art. 3 lid 1 and 2; King's day moves to Saturday when it falls
 * on a Sunday).
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
 * Days made equal to a holiday by royal decree (Algemene termijnenwet art. 3 lid 3): a term of that act does not end
 * there, and for the rest they are working days. From the titles of the decrees for 2023-2025 and 2026-2028; for 2029 a
 * new one is needed.
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

/** Neither in a weekend nor a holiday (Algemene termijnenwet art. 3 lid 1 and 2). */
export const isWorkingDay = (date: string): boolean =>
  !isWeekend(parseISO(date)) && !holidaysOf(Number(date.slice(0, 4))).has(date)

/** The date `count` working days after `date`; the day itself does not count. */
export function addWorkingDays(date: string, count: number): string {
  let at = date
  for (let left = count; left > 0;) {
    at = later(at, 1)
    if (isWorkingDay(at)) left--
  }
  return at
}

/**
 * Whose rules move a last day. `atw`: Algemene termijnenwet, for a term in a Dutch act or order in council. `eu`:
 * Regulation (EEC, Euratom) 1182/71, for a term in Union law. `none`: the calendar as it is, for what is agreed,
 * counted back, or kept out by its own law.
 */
export type Regime = 'atw' | 'eu' | 'none'

type Length =
  | { readonly days: number }
  | { readonly weeks: number }
  | { readonly months: number }
  | { readonly years: number }

/**
 * `withFirstDay`: the day that it is counted from is the first of the term itself. Hours run on, whatever day it is, in
 * both laws, so they have no regime.
 */
export type Term =
  | { readonly workingDays: number }
  | { readonly hours: number }
  | (Length & { readonly regime: Regime; readonly withFirstDay?: true })

/** Algemene termijnenwet art. 4: what is longer is outside it. */
const IN_ATW = { days: 90, weeks: 12, months: 3, years: 0 } as const

/** Per regime: on which days a term may end, what lengths it moves, and from how many days on it holds two of them. */
const REGIMES = {
  atw: {
    // Art. 1 lid 1 with art. 3.
    ordinary: (date: string) => isWorkingDay(date) && !BY_DECREE.has(date),
    moves: (length: Length) => amountOf(length).amount <= IN_ATW[amountOf(length).unit],
    // Art. 2.
    twoFrom: 3,
  },
  eu: {
    // Art. 3 lid 4: a day by royal decree is no public holiday here.
    ordinary: isWorkingDay,
    moves: () => true,
    // Art. 3 lid 5.
    twoFrom: 2,
  },
} as const

/**
 * The last day of a term that is counted from `date`. The day itself does not count, unless the term says so; months
 * and years end on the same number, or on the last day of the month. What then moves is said by the term's regime. A
 * term in hours is counted from a moment (`2026-11-27T14:05Z`), and gives one.
 */
export function addTerm(date: string, term: Term): string {
  if ('workingDays' in term) return addWorkingDays(date, term.workingDays)
  if ('hours' in term) return new Date(Date.parse(date) + term.hours * 3_600_000).toISOString()
  const start = term.withFirstDay ? later(date, -1) : date
  const end = onCalendar(start, term)
  if (term.regime === 'none') return end
  const { ordinary, moves, twoFrom } = REGIMES[term.regime]
  if (!moves(term)) return end
  const next = (day: string): string => (ordinary(day) ? day : next(later(day, 1)))
  const moved = next(end)
  const second = next(later(next(later(start, 1)), 1))
  return end >= later(start, twoFrom) && second > moved ? second : moved
}

function onCalendar(date: string, length: Length): string {
  const from = parseISO(date)
  const { amount, unit } = amountOf(length)
  if (unit === 'years') return iso(addYears(from, amount))
  if (unit === 'months') return iso(addMonths(from, amount))
  return later(date, unit === 'weeks' ? amount * 7 : amount)
}

function amountOf(length: Length): { readonly amount: number; readonly unit: keyof typeof IN_ATW } {
  if ('years' in length) return { amount: length.years, unit: 'years' }
  if ('months' in length) return { amount: length.months, unit: 'months' }
  if ('weeks' in length) return { amount: length.weeks, unit: 'weeks' }
  return { amount: length.days, unit: 'days' }
}
