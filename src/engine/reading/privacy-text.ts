/**
 * The text of a privacy statement, where there is one that can be judged by its words: in Dutch or English, read as a
 * page.
 */
import { clip } from '../../lib/headers.ts'
import type { Statement, Statements } from '../../model/evidence.ts'
import type { Seen } from '../../model/finding.ts'
import { hostOf, sameParty } from '../../lib/domain.ts'
import { asTyped } from '../../lib/words.ts'
import { pageKey, pageWords } from './address.ts'
import { shown, whole } from './claims.ts'

const LONGEST = 40_000

/** Answers where there is no text to judge; a check that calls privacyText spreads them into its reasons. */
export const NO_TEXT = {
  none: whole('not-applicable', 'statements'),
  gone: shown('not-applicable'),
  unread: 'unknown',
  'other-language': 'unknown',
} as const

type Text =
  | { readonly text: string; readonly statement: Statement; readonly reason?: never }
  | { readonly reason: keyof typeof NO_TEXT; readonly seen: Seen }

/**
 * The words of the statement as somebody would type them, at most 40,000 characters, or why there are none to judge.
 */
export function privacyText({ privacy }: Statements): Text {
  if (privacy === null) return { reason: 'none', seen: {} }
  if (!privacy.seen) return { reason: 'unread', seen: { why: privacy.why } }
  const { value } = privacy
  const seen = { url: clip(value.url), status: value.status }
  if (value.status === 404 || value.status === 410) return { reason: 'gone', seen }
  if (value.status >= 400 || value.text.trim().length < 100) return { reason: 'unread', seen }
  if (value.lang !== null && !/^\s*(?:nl|en)\b/i.test(value.lang)) return { reason: 'other-language', seen }
  return { text: asTyped(value.text.slice(0, LONGEST)), statement: value }
}

/** Where somebody chooses, nothing is told. */
const CHOOSES = /instelling|voorkeur|settings|preferences/i

/** What another page about the same is called. */
const SAME =
  /privacy|persoonsgegevens|gegevensbescherming|\bavg\b|\bgdpr\b|verwerking|grondslag|\brechten\b|\brights\b|\bFG\b/i
/** A document may be the statement itself under any words ("hier"), but for those of something else. */
const DOCUMENT = /\.(?:pdf|docx?|odt|rtf)$/i
const ELSE = new RegExp(
  'voorwaarden|menukaart|prijslijst|tarieven|folder|brochure|flyer|jaarverslag|jaarrekening|plattegrond|' +
    'statuten|huisregels',
  'i',
)

/**
 * Whether a statement links to another page about the same, where what is missing may stand: by the words of the link,
 * and by those of the address where it is of the same party; or to a document. What only opens a choice of cookies is
 * none.
 */
export const leadsOn = ({ links, url }: Statement, about = SAME): boolean =>
  links.slice(0, 1_000).some(({ href, text }) => {
    if (!/^https?:/i.test(href) || !URL.canParse(href)) return false
    const [said, words] = [text.slice(0, 200), pageWords(href).slice(0, 300)]
    if (DOCUMENT.test(new URL(href).pathname) && !ELSE.test(`${said} ${words}`)) return true
    if (pageKey(href) === pageKey(url) || CHOOSES.test(`${said} ${words}`)) return false
    if (about.test(said)) return true
    const [there, here] = [hostOf(href), hostOf(url)]
    return there !== undefined && here !== undefined && sameParty(there, here) && about.test(words)
  })
