/** The date in a cookie's `Expires`, as browsers read it (RFC 6265 §5.1.1). */

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const LENGTH = 200
const DELIMITER = /[\t\x20-\x2f\x3b-\x40\x5b-\x60\x7b-\x7e]+/
const TIME = /^(\d\d?):(\d\d?):(\d\d?)(?!\d)/
const DAY = /^\d\d?(?!\d)/
const YEAR = /^\d{2,4}(?!\d)/

/**
 * Milliseconds since 1970, in UTC whatever zone the text names; null for what is no date to a browser: `0`, `-1`,
 * `Session`, `2026-11-28T01:00:00Z`, a day that does not exist.
 */
export function cookieDate(text: string): number | null {
  let time: readonly string[] | undefined
  let [day, month, year]: (number | undefined)[] = []
  // Each part is the first of these that it can be and that was not met before.
  for (const part of text.slice(0, LENGTH).split(DELIMITER)) {
    const name = MONTHS.indexOf(part.slice(0, 3).toLowerCase())
    const clock = TIME.exec(part)
    if (time === undefined && clock !== null) time = clock.slice(1)
    else if (day === undefined && DAY.test(part)) day = Number.parseInt(part, 10)
    else if (month === undefined && name >= 0) month = name
    else if (year === undefined && YEAR.test(part)) year = Number.parseInt(part, 10)
  }
  if (time === undefined || day === undefined || month === undefined || year === undefined) return null
  if (year < 100) year += year < 70 ? 2_000 : 1_900
  const [hour = 0, minute = 0, second = 0] = time.map(Number)
  const moment = Date.UTC(year, month, day, hour, minute, second)
  const exists = day > 0 && new Date(Date.UTC(year, month, day)).getUTCDate() === day
  return exists && year > 1_600 && hour < 24 && minute < 60 && second < 60 ? moment : null
}
