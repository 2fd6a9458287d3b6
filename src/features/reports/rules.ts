/** Rules of reports: the secret of a link, what one is called, what is not right about what was filled in. Pure. */
import { createHmac } from 'node:crypto'
import { tooLong } from '../../lib/too-long.ts'
import { LONGEST_REPORT, REPORT_OUTCOMES, type ReportOutcome } from '../../vocabulary/report.ts'

/**
 * The secret of the link by which a reporter follows: made from the id with the key of the installation, so that mail
 * can name it later while the database holds its hash alone.
 */
export const secretOf = (key: Buffer, report: string): string =>
  createHmac('sha256', key).update(`report/${report}`).digest('base64url')

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
