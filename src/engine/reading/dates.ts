/** Days and months as people write them, in Dutch and English, found in running text. */

export type Dated = {
  /** ISO date; of a month without a day its last day, which is the latest that can be meant. */
  readonly day: string
  readonly exact: boolean
  /** Where it begins and ends in the text. */
  readonly from: number
  readonly to: number
}

/** How a month may begin; what follows of the word must be the rest of its name, in Dutch or English, or nothing. */
const MONTHS: readonly (readonly string[])[] = [
  ['januari', 'january', 'jan'],
  ['februari', 'february', 'feb', 'febr'],
  ['maart', 'march', 'mrt', 'mar', 'maa'],
  ['april', 'apr'],
  ['mei', 'may'],
  ['juni', 'june', 'jun'],
  ['juli', 'july', 'jul'],
  ['augustus', 'august', 'aug'],
  ['september', 'sept', 'sep'],
  ['oktober', 'october', 'okt', 'oct'],
  ['november', 'nov'],
  ['december', 'dec'],
]
const NAMES = MONTHS.flat()
  .toSorted((a, b) => b.length - a.length)
  .join('|')
const MONTH = String.raw`(?<![\p{L}\d])(?:${NAMES})(?![\p{L}])\.?`
const DAY = String.raw`(?<![\d.,/-])(\d{1,2})`
const YEAR = String.raw`((?:19|20)\d\d)(?![\d])`
const GAP = String.raw`[\s\u00A0]{1,3}`

/** 12 maart 2025, 12-mrt.-2025, de 1e van maart 2025, 12th of March, 2025, 5 juni '24. */
const DAY_MONTH = new RegExp(
  [
    String.raw`${DAY}(?:e|ste|de|st|nd|rd|th)?(?:${GAP}(?:of|van))?(?:${GAP}|\s?[-/]\s?)(${MONTH})`,
    String.raw`(?:,?${GAP}|\s?[-/]\s?)(?:${YEAR}|['’‘](\d\d)(?!\d))`,
  ].join(''),
  'giu',
)
/** March 12, 2025; March 12th 2025. */
const MONTH_DAY = new RegExp(String.raw`(${MONTH})${GAP}(\d{1,2})(?:st|nd|rd|th)?,?${GAP}${YEAR}`, 'giu')
/** 2025-03-12, 2025/3/12, with or without a time. */
const YEAR_FIRST = /(?<![\d-/.])((?:19|20)\d\d)([-/.])(\d{1,2})\2(\d{1,2})(?!\d|[-/.]\d)/g
/** 12-03-2025, 12/3/2025, 12.03.2025, 12 - 3 - 2025, 12-03-25. */
const NUMBERS = /(?<![\d-/.])(\d{1,2})(\s?[-/.]\s?)(\d{1,2})\s?[-/.]\s?((?:19|20)\d\d|\d\d)(?!\d|[-/.]\d)/g
/** maart 2025, and nothing before it that could be its day. */
const MONTH_YEAR = new RegExp(String.raw`(${MONTH})(?:${GAP}|-)${YEAR}`, 'giu')
/** 03-2025 and 3/2025. */
const MONTH_NUMBER = /(?<![\d-/.]|[-/.]\s)(\d{1,2})[-/]((?:19|20)\d\d)(?!\d|[-/.]\d)/g

/** 12 maart, March 12th, 12 mrt: of which year is not said; and a day as it is told from now. */
const NO_YEAR = new RegExp(`${DAY}(?:e|ste|de|st|nd|rd|th)?${GAP}(?:of${GAP}|van${GAP})?${MONTH}`, 'iu')
const NO_YEAR_AFTER = new RegExp(String.raw`${MONTH}(?:${GAP})?\d{1,2}(?:st|nd|rd|th)?(?!\d)`, 'iu')
/** 12mrt: where a day and its month stand in boxes beside each other. */
const JOINED = new RegExp(String.raw`${DAY}(?:\s?[-/])?(?:${NAMES})(?![\p{L}])`, 'iu')
/** 12-03, 12/3, di 12.03; no time, amount, part of a number or span of them. */
const SHORT = new RegExp(
  String.raw`(?<![\d.,/:€-]|€ |\d ?[-–] ?)(?:0?[1-9]|[12]\d|3[01])[-/.](?:0?[1-9]|1[0-2])` +
    String.raw`(?![\d%]|[-/.,:]\d| ?(?:uur|u\b|pm|am|[-–] ?\d|tot ))`,
  'i',
)
const FROM_NOW = new RegExp(
  String.raw`(?<!\p{L})(?:vandaag|gisteren|eergisteren|zojuist|today|yesterday|` +
    String.raw`(?:\d{1,3}|een|één|an?|twee|two|drie|three|enkele|paar|few) ` +
    String.raw`(?:min(?:u|uten|uut)?|uur|uren|dag(?:en)?|we(?:ek|ken)|maand(?:en)?|jaar|jaren|minutes?|hours?|` +
    String.raw`days?|weeks?|months?|years?) (?:geleden|ago))(?!\p{L})`,
  'iu',
)

/** Whether a text names a day of which its words do not tell the year: "12 maart", "gisteren", "3 dagen geleden". */
export const isNearDay = (text: string): boolean =>
  [NO_YEAR, NO_YEAR_AFTER, JOINED, SHORT, FROM_NOW].some((words) => words.test(text))

/** More than any page about itself names. */
const MOST = 200

/** Every day and month that the text names, in order, at most 200; a day that does not exist (31-02) is none. */
export function datesIn(text: string): Dated[] {
  const found: Dated[] = []
  const taken = (from: number, to: number) => found.some((one) => from < one.to && to > one.from)
  const gone: { from: number; to: number }[] = []
  const add = (match: RegExpMatchArray, year: string, month: number, day: number | null) => {
    const [from, to] = [match.index!, match.index! + match[0].length]
    if (found.length + gone.length >= MOST || taken(from, to) || gone.some((one) => from < one.to && to > one.from))
      return
    const iso = day === null ? lastOf(Number(year), month) : dayOf(full(year), month, day)
    // What says an impossible day says no month either.
    if (iso === undefined) gone.push({ from, to })
    else found.push({ day: iso, exact: day !== null, from, to })
  }
  for (const match of text.matchAll(DAY_MONTH))
    add(match, (match[3] ?? match[4])!, monthOf(match[2]!), Number(match[1]))
  for (const match of text.matchAll(MONTH_DAY)) add(match, match[3]!, monthOf(match[1]!), Number(match[2]))
  for (const match of text.matchAll(YEAR_FIRST)) add(match, match[1]!, Number(match[3]), Number(match[4]))
  for (const match of text.matchAll(NUMBERS)) {
    const [, one = '', sign = '', two = '', year = ''] = match
    // Who writes 3/25/2025 writes the month first.
    const american = sign.trim() === '/' && Number(two) > 12 && Number(one) <= 12
    add(match, year, Number(american ? one : two), Number(american ? two : one))
  }
  for (const match of text.matchAll(MONTH_YEAR)) add(match, match[2]!, monthOf(match[1]!), null)
  for (const match of text.matchAll(MONTH_NUMBER)) add(match, match[2]!, Number(match[1]), null)
  return found.toSorted((a, b) => a.from - b.from)
}

function monthOf(word: string): number {
  const name = word.toLowerCase().replace('.', '')
  return MONTHS.findIndex((names) => names.includes(name)) + 1
}

const full = (year: string) => (year.length === 2 ? 2_000 : 0) + Number(year)

function dayOf(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day))
  // 31-02 rolls over into March: no such day.
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return exists ? date.toISOString().slice(0, 10) : undefined
}

function lastOf(year: number, month: number): string | undefined {
  if (month < 1 || month > 12) return undefined
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
}
