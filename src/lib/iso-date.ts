/** Dates as text, `2026-11-25`. */

/** Whether it is a date that exists, in a year from 1500 to 2999: outside that it is a slip of the pen. */
export function isDate(text: string): boolean {
  const year = Number(text.slice(0, 4))
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) &&
    year >= 1500 &&
    year < 3000 &&
    new Date(`${text}T00:00:00Z`).toJSON()?.slice(0, 10) === text
  )
}

/** The month so many after or before this one: `2026-11` and 3 give `2027-02`. */
export function monthsAfter(month: string, count: number): string {
  const at = new Date(`${month}-01T00:00:00Z`)
  at.setUTCMonth(at.getUTCMonth() + count)
  return at.toJSON().slice(0, 7)
}

/** The last day of a month, `2026-11`, as a date. */
export const lastOfMonth = (month: string): string =>
  new Date(Date.parse(`${monthsAfter(month, 1)}-01T00:00:00Z`) - 86_400_000).toJSON().slice(0, 10)

/** The same day so many months later, or the last one of that month: `2026-01-31` and 1 give `2026-02-28`. */
export function dateMonthsAfter(date: string, count: number): string {
  const there = monthsAfter(date.slice(0, 7), count)
  const on = `${there}-${date.slice(8)}`
  return isDate(on) ? on : lastOfMonth(there)
}

/** The day so many days later; before, when negative. */
export const daysAfter = (date: string, count: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + count * 86_400_000).toJSON().slice(0, 10)
