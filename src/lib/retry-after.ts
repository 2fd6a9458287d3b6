/** The header in which a server says when to come back (RFC 9110 §10.2.3). */

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const YEAR = 365 * 86_400_000
/** The three forms of a date that are met in headers (RFC 9110 §5.6.7); the last two only ever from old servers. */
const FORMS = [
  /^[A-Z][a-z]{2}, (?<day>\d\d) (?<month>[A-Z][a-z]{2}) (?<year>\d{4}) (?<time>\d\d:\d\d:\d\d) GMT$/,
  /^[A-Z][a-z]{5,8}, (?<day>\d\d)-(?<month>[A-Z][a-z]{2})-(?<year>\d\d) (?<time>\d\d:\d\d:\d\d) GMT$/,
  /^[A-Z][a-z]{2} (?<month>[A-Z][a-z]{2}) (?<day>[ \d]\d) (?<time>\d\d:\d\d:\d\d) (?<year>\d{4})$/,
]

/**
 * Milliseconds from `now` (milliseconds) to when the server asks to come back, at most a year: whole seconds, or a
 * date. 0 when the line is not there, says a moment in the past, or is not in the grammar.
 */
export function retryAfter(line: string | undefined, now: number): number {
  const value = line?.trim() ?? ''
  const wait = /^\d+$/.test(value) ? Number(value) * 1_000 : (momentOf(value, now) ?? now) - now
  return Math.min(Math.max(0, wait), YEAR)
}

/** Milliseconds of an HTTP-date that exists; undefined for anything else. */
function momentOf(value: string, now: number): number | undefined {
  const parts = FORMS.map((form) => form.exec(value)?.groups).find((groups) => groups !== undefined)
  if (!parts) return undefined
  const month = MONTHS.indexOf(parts['month']!)
  const [day, year] = [Number(parts['day']), yearOf(parts['year']!, now)]
  const [hour = 0, minute = 0, second = 0] = parts['time']!.split(':').map(Number)
  const moment = Date.UTC(year, month, day, hour, minute, Math.min(second, 59))
  const exists = month >= 0 && hour < 24 && minute < 60 && second <= 60 && new Date(moment).getUTCDate() === day
  return exists ? moment : undefined
}

/** Of two digits: the year that is at most fifty years ahead. */
function yearOf(digits: string, now: number): number {
  if (digits.length === 4) return Number(digits)
  const thisYear = new Date(now).getUTCFullYear()
  const year = thisYear - (thisYear % 100) + Number(digits)
  return year > thisYear + 50 ? year - 100 : year
}
