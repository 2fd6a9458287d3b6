/** Dates, numbers and countries as people read them, in the two languages of the public site. */

import { dutchTime } from '../lib/dutch-time.ts'

export { day } from '../lib/day.ts'

export type Lang = 'nl' | 'en'

function each<T>(make: (locale: string) => T): Readonly<Record<Lang, T>> {
  return { nl: make('nl-NL'), en: make('en-GB') }
}

// The clock of the Netherlands: a publication of 00:30 in Leiden must not carry yesterday's date.
const timeZone = 'Europe/Amsterdam'
const shortDays = each(
  (locale) => new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: '2-digit', timeZone }),
)
const rowDays = each(
  (locale) => new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone }),
)
const moments = each(
  (locale) =>
    new Intl.DateTimeFormat(locale, {
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      timeZone,
    }),
)
const months = each((locale) => new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }))
const numbers = each((locale) => new Intl.NumberFormat(locale))
const cents = each((locale) => new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 }))
const percents = each((locale) => new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }))
const tenths = each((locale) => new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }))
const regions = each((locale) => new Intl.DisplayNames([locale], { type: 'region', fallback: 'code' }))

const tongues = each((locale) => new Intl.DisplayNames([locale], { type: 'language', fallback: 'code' }))

const clock = new Intl.DateTimeFormat('nl-NL', { timeStyle: 'short', timeZone: 'Europe/Amsterdam' })

/** `23 nov 26`, for an axis. */
export const shortDay = (lang: Lang, at: Date | string): string => shortDays[lang].format(new Date(at))
/** `23 nov 2026`, in a row of a list. */
export const rowDay = (lang: Lang, at: Date | string): string => rowDays[lang].format(new Date(at))
/** A month of a year, `2026-11`: `november 2026`, `November 2026`. */
export const month = (lang: Lang, of: string): string => months[lang].format(new Date(`${of}-01T00:00:00Z`))
/** `23 november 2026 om 14.05 uur`, `23 November 2026 at 14:05`. */
export const moment = (lang: Lang, at: Date | string): string => {
  const text = moments[lang].format(new Date(at))
  return lang === 'nl' ? `${text.replace(/(\d\d):(\d\d)$/, '$1.$2')} uur` : text
}
/** A time of the day as people write it here, `14.35 uur`. */
export const time = (at: Date): string => `${clock.format(at).replace(':', '.')} uur`

/** `1.234` in Dutch, `1,234` in English. */
export const number = (lang: Lang, value: number): string => numbers[lang].format(value)
/** `1 website`, `1.234 websites`. */
export const counted = (lang: Lang, value: number, one: string, many: string): string =>
  `${number(lang, value)} ${value === 1 ? one : many}`
/** Euros: whole ones without cents, `€ 1.250`, else with both, `€ 12,50`. */
export const euros = (lang: Lang, value: number): string =>
  `€ ${Number.isInteger(value) ? number(lang, value) : cents[lang].format(value)}`
/** A share of 0 to 1 as a percentage, rounded down: 99.6 % seen is not everything. */
export const percent = (lang: Lang, share: number): string =>
  percents[lang].format(Math.floor(share * 100 + 1e-9) / 100)
/** A share of counts as a percentage, to the nearest: 14 of 21 is 67%. Only none is 0%, and only all is 100%. */
export const nearPercent = (lang: Lang, share: number): string => {
  const whole = Math.round(share * 100 + 1e-9)
  return percents[lang].format((share > 0 && share < 1 ? Math.min(99, Math.max(1, whole)) : whole) / 100)
}
/**
 * What was agreed, or how far it is, as a percentage: `80%`, and with one decimal where it has one, `79,5%`. Rounded
 * down, so that nobody reads a target as reached that is not.
 */
export const share = (lang: Lang, of: number): string => tenths[lang].format(Math.floor(of * 1000 + 1e-9) / 1000)
/** A score of 0 to 1 as whole points of 100. */
export const points = (lang: Lang, score: number): string => numbers[lang].format(Math.round(score * 100))
/** A country by its ISO 3166-1 alpha-2 code; anything else comes back as it is. */
export const country = (lang: Lang, code: string): string =>
  /^[A-Z]{2}$/.test(code) ? (regions[lang].of(code) ?? code) : code
/** What the names of the platform leave out. */
const UNNAMED: Readonly<Record<Lang, Readonly<Record<string, string>>>> = {
  nl: { dse: 'Nederlandse Gebarentaal' },
  en: { dse: 'Dutch Sign Language' },
}
/** A language by its code of BCP 47; anything else comes back as it is. */
export const languageName = (lang: Lang, code: string): string =>
  /^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/.test(code) ? (UNNAMED[lang][code] ?? tongues[lang].of(code) ?? code) : code

/** Today in the Netherlands as an ISO date, `2026-11-25`. */
export const todayIn = (at: Date = new Date()): string => dutchTime(at).date
/** The clock in the Netherlands, `21:05`. */
export const timeIn = (at: Date = new Date()): string => dutchTime(at).time
