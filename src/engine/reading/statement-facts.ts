/** What an accessibility statement says of itself: the status that is declared, and when it was last renewed. */
import { dutchDay } from '../../lib/dutch-time.ts'
import { datesIn } from './dates.ts'

/** Characters that are read of a page. */
const READ = 20_000

const LETTERS: readonly (readonly [RegExp, string])[] = [
  [/volledig|fully/i, 'A'],
  [/gedeeltelijk|deels|partially|partly/i, 'B'],
  [/eerste maatregelen/i, 'C'],
  [/niet|not|non/i, 'D'],
]
/** Who does not comply in full, or not with all, may comply in part: that is no status. */
const NOT = 'niet(?! (?:nog )?(?:volledig|helemaal|geheel|overal|(?:aan|op|met) alle))'
/** What may stand between: no end of a sentence, and no standard, but the address of a site. */
const BETWEEN = '(?:[^.\\d]|\\.(?=[a-z])){0,60}?'
/** Where a text says of the site itself how far it complies. */
const SAID: readonly RegExp[] = [
  new RegExp(`nalevingsstatus:?\\s{0,3}(voldoet (?:volledig|gedeeltelijk|${NOT})|eerste maatregelen genomen)`, 'i'),
  new RegExp(
    `\\bstatus:\\s{0,3}((?:voldoet )?(?:volledig|gedeeltelijk|${NOT})(?: conform)?\\b|eerste maatregelen genomen)`,
    'i',
  ),
  new RegExp(
    `(?:deze|onze|de) (?:web)?(?:site|app)\\b${BETWEEN} voldoet (?:nog )?(volledig|gedeeltelijk|deels|${NOT})\\b`,
    'i',
  ),
  /(?:conformance|compliance) status:?\s{0,3}((?:fully|partially|partly|not|non)[ -](?:conform|compli))/i,
  /(?:this|our|the) (?:web)?(?:site|app)\b[^.\d]{0,60}? is ((?:fully|partially|partly|not|non)[ -](?:conform|compli))/i,
]

/** A status is a capital by itself: not the first of `E-formulieren` or `e-mail`. */
export const LETTER = /([A-E])(?![\p{L}\d])(?!-(?!voldoet|eerste|geen|verklaring)\p{L})/u.source
/** Behind a letter: it is one of several that a status can be. */
const OTHERS = String.raw`\s?(?:[,/]|of|or|tot|t\/m)\s?[A-E](?![\p{L}\d])`
const STATUS_IS = new RegExp(
  `[Ss]tatus (?:van (?:deze|dit|de) [\\p{L} ]{1,40} )?is:?\\s{0,3}["'“]?${LETTER}(?!${OTHERS})|` +
    `[Ss]tatus(?: toegankelijkheidslabel)?:?\\s{0,3}${LETTER}\\s?[-–—(](?!\\d)`,
  'u',
)
const IN_LABEL = new RegExp(
  `(?:[Ss]tatus|STATUS|[Ll]abel|LABEL)(?!\\p{L})[^.]{0,40}?[:\\s]${LETTER}(?=\\s[-–—(]|[,.;\\s]*$)`,
  'u',
)

/** The letter the text declares: where it says what the status is, else the one letter it names with its words. */
export function declaredStatus(text: string): string | undefined {
  const head = text.slice(0, READ)
  const [, one, other] = STATUS_IS.exec(head) ?? []
  if (one ?? other) return one ?? other
  const words = SAID.map((pattern) => pattern.exec(head)?.[1]).find((one) => one !== undefined)
  if (words !== undefined) return LETTERS.find(([pattern]) => pattern.test(words))?.[1]
  // A page that explains the statuses names them all.
  const named = head.matchAll(
    /(?<![\p{L}\d])([A-D])\s{0,2}[-–—:]\s{0,2}(?:voldoet|eerste maatregelen)|status ([A-D])(?![\p{L}\d-])/gu,
  )
  const letters = new Set([...named].map(([, letter, other]) => letter ?? other))
  return letters.size === 1 ? [...letters][0] : undefined
}

/** The letter in the words under the label. */
export function statusInLabel(text: string): string | undefined {
  return declaredStatus(text) ?? IN_LABEL.exec(text.trim())?.[1]
}

/** A date near these words is that of the statement. */
const OWN: readonly RegExp[] = [
  /bijgewerkt|gewijzigd|herzien|geactualiseerd|geüpdatet|aangepast|opgesteld|vastgesteld|gepubliceerd|ondertekend/,
  /afgegeven|gecontroleerd|beoordeeld|publicatiedatum|wijzigingsdatum|versie|versiedatum/,
  /datum(?: van)?(?: de| deze)? (?:verklaring|publicatie|opstelling|vaststelling|ondertekening|update)/,
  /(?:laatste )?(?:wijziging|update|actualisatie|herziening)|(?:toegankelijkheids)?verklaring (?:van|d\.d\.)/,
  /(?:toegankelijkheids)?verklaring[\s(,:–-]*$|(?:last |was )?(?:updated|reviewed|revised|prepared|published)/,
  /(?:last |was )?(?:modified|approved|created)|date of (?:the |this )?statement|statement of/,
]
/** Near these it is that of something else that the page tells of. */
const OTHER: readonly RegExp[] = [
  /(?:volgende|geplande?|nieuwe|eerstvolgende|next|planned)\s(?:\p{L}+\s)?(?:update|actualisatie|herziening|review)/u,
  /(?:volgende|geplande?|nieuwe|eerstvolgende)\s(?:wijziging|onderzoek)|onderzoek|onderzocht|getoetst|toets|audit/u,
  /inspectie|rapport|uiterlijk|gereed|opgelost|oplossing|planning|gepland|deadline|vóór(?!\p{L})|besluit/u,
  /(?:wet|richtlijn|sinds|bijeenkomst|evenement|workshop|training|cursus|agenda|inloop|congres)(?!\p{L})/u,
  /nieuws|copyright|©|(?:tested|test|report|due|before|by|event|meeting|since|directive|act)(?!\p{L})|evaluat/u,
]
const sources = (patterns: readonly RegExp[]) => patterns.map(({ source }) => source).join('|')
const KEYWORDS = new RegExp(`(?<!\\p{L})(?:(?<other>${sources(OTHER)})|(?<own>${sources(OWN)}))`, 'giu')
/** Characters before and after a date in which its words are looked for. */
const BEFORE = 110
const AFTER = 70

/**
 * The last day on or before `at` on which the text says that it was written or renewed, as ISO date. Other dates, such
 * as that of an investigation or a meeting, are not its own.
 */
export function renewedOn(text: string, at: string): string | undefined {
  const head = text.slice(0, READ)
  const today = dutchDay(at)
  const dates = datesIn(head)
  const own = dates.filter(({ from, to }, index) => {
    const before = sentenceEnd(head.slice(Math.max(dates[index - 1]?.to ?? 0, from - BEFORE), from))
    const kind = keywords(before).at(-1)
    if (kind !== undefined) return kind === 'own'
    const after = sentenceStart(head.slice(to, Math.min(dates[index + 1]?.from ?? head.length, to + AFTER)))
    return keywords(after)[0] === 'own'
  })
  const days = own.flatMap(({ day, exact }) => {
    // Of a month that is not over yet, its last day is still to come.
    const latest = !exact && day.slice(0, 7) === today.slice(0, 7) ? today : day
    return latest <= today ? [latest] : []
  })
  return days.toSorted().at(-1)
}

const keywords = (text: string): string[] =>
  [...text.matchAll(KEYWORDS)].map(({ groups }) => (groups?.['own'] === undefined ? 'other' : 'own'))

/** What stands after the last end of a sentence. */
const sentenceEnd = (text: string) => text.split(/[.!?](?=\s+\p{Lu})/u).at(-1) ?? ''
/** What stands before the first. */
const sentenceStart = (text: string) => text.split(/[.!?](?=\s|$)/u)[0] ?? ''

/** Whole months from a date to a moment. */
export function monthsBetween(date: string, at: string): number {
  const [from, to] = [new Date(date), new Date(at)]
  const months = (to.getUTCFullYear() - from.getUTCFullYear()) * 12 + to.getUTCMonth() - from.getUTCMonth()
  return to.getUTCDate() < from.getUTCDate() ? months - 1 : months
}
