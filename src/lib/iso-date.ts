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
