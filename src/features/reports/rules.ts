/** Rules of reports: the code and the link, what one is called, what is not right about what was filled in. Pure. */
import { createHmac } from 'node:crypto'
import { followCode, linkOfCode } from '../../lib/follow-code.ts'
import { isEmail } from '../../lib/mail-address.ts'
import { tooLong } from '../../lib/too-long.ts'
import { LONGEST_PART, LONGEST_REPORT, REPORT_OUTCOMES, type ReportOutcome } from '../../vocabulary/report.ts'

const WHAT = 'report'
/** The code by which a reporter follows, on paper and on the screen: made from the id, and kept nowhere. */
export const codeOf = (key: Buffer, report: string): string => followCode(key, WHAT, report)
/** The secret of the link that a code opens, worked out without looking whether there is such a report. */
export const secretOfCode = (key: Buffer, code: string): string => linkOfCode(key, WHAT, code)
/**
 * The secret of the link: made with the key of the installation, so that mail can name it later while the database
 * holds its hash alone. Reports of before there were codes have another, that still opens.
 */
export const secretOf = (key: Buffer, report: string): string => secretOfCode(key, codeOf(key, report))

/**
 * The id of what was sent: the same text from the same form is the same report, however often it is sent. The form has
 * a secret of its own among them, so that nobody else's report can be guessed by its text.
 */
export function idOfReport(key: Buffer, sent: readonly string[]): string {
  const hex = createHmac('sha256', key)
    .update(JSON.stringify(['report', ...sent]))
    .digest('hex')
  return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-8$3-8$4-$5')
}

/** What people call a report by, in a letter or on the telephone: `4F2A-91C0`. */
export const markOf = (id: string): string =>
  id
    .slice(0, 8)
    .toUpperCase()
    .replace(/^(.{4})/, '$1-')

type Typed = { readonly text: string; readonly part: string; readonly name: string; readonly email: string }
/** Sentences for what is not right, in the language of who fills it in. */
type Say = {
  readonly empty: string
  readonly badEmail: string
  readonly long: (length: number, most: number) => string
}
/** What is not right about a report, by field. */
export function problemsOf(t: Say, { text, part, name, email }: Typed): Record<string, string> {
  const problems: Record<string, string> = {}
  if (text === '') problems['wat'] = t.empty
  for (const [field, value, most] of [
    ['wat', text, LONGEST_REPORT],
    ['deel', part, LONGEST_PART],
    ['naam', name, LONGEST_PART],
  ] as const)
    if (value.length > most) problems[field] = t.long(value.length, most)
  if (email !== '' && !isEmail(email)) problems['email'] = t.badEmail
  return problems
}

/** What an answer can be: an outcome, or a question to who reported it. */
export type Given = ReportOutcome | 'asked'
/** Whether a form sent one of those. */
export const isGiven = (word: string): word is Given => word === 'asked' || Object.hasOwn(REPORT_OUTCOMES, word)

/** Why an answer cannot be given yet, by field. */
export function answerProblems(text: string, given: string): Readonly<Record<string, string>> {
  const problems: Record<string, string> = {}
  if (!isGiven(given)) problems['uitkomst'] = 'Kies wat u met de melding doet.'
  if (text === '') problems['antwoord'] = 'Schrijf een antwoord. Wie het meldde, leest het.'
  if (text.length > LONGEST_REPORT) problems['antwoord'] = tooLong(text.length, LONGEST_REPORT)
  return problems
}
