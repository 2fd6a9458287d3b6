/**
 * Whether general terms can be read beforehand, and whether they say that one side may change them by itself (BW 6:231
 * and on; DSA art. 14).
 * Trips on: "Wij mogen deze voorwaarden te allen tijde eenzijdig wijzigen", "behoudt zich het recht voor deze
 * voorwaarden te wijzigen" without notice or a way out; a link to terms that are gone. Near misses: "kunnen niet
 * eenzijdig worden gewijzigd", "de klant kan zijn bestelling wijzigen", "wijzigingen laten wij dertig dagen vooraf
 * weten; u mag dan opzeggen" (`softened`, unknown), terms as PDF (`document`, met and not read).
 */
import { clip } from '../../lib/headers.ts'
import { asTyped } from '../../lib/words.ts'
import { defineCheck, shown, whole } from '../reading/claims.ts'
import { quote } from '../reading/said.ts'

/** The terms themselves: what changes "volgens deze voorwaarden" is something else. */
const TERMS =
  '(?<!\\b(?:volgens|op grond van|krachtens|conform|onder|in|bij|under|in) (?:(?:deze|de|onze|these|the|our) )?' +
  '(?:algemene )?)\\b(?:\\p{L}{0,20}voorwaarden|terms)\\b'
const CHANGE =
  '(?:te )?(?:wijzigen|aanpassen|aan te passen|veranderen|herzien|gewijzigd worden|worden gewijzigd|' +
  'worden aangepast|bij te werken|bijwerken|te vervangen|vervangen|change|modify|amend|update)'
const ALONE =
  '(?:eenzijdig|te allen tijde|ten alle tijden?|op elk moment|altijd|zonder (?:nadere |voorafgaande? ' +
  ')?(?:kennisgeving|aankondiging|bericht|mededeling)|at any time|without (?:prior )?notice|' +
  'unilaterally)'
const KEEPS = '(?:behoud(?:en|t)?\\b[^.!?]{0,40}\\brecht\\b|reserves? the right)'
const between = (...parts: readonly string[]) => parts.join('[^.!?]{0,100}')
const ONE_SIDED = new RegExp(
  [
    between(TERMS, ALONE, CHANGE),
    between(ALONE, TERMS, CHANGE),
    between(KEEPS, TERMS, CHANGE),
    between(KEEPS, CHANGE, TERMS),
    between(CHANGE, TERMS, ALONE),
    between(TERMS, CHANGE, ALONE),
  ].join('|'),
  'giu',
)
/** Who buys changes an order or an appointment, and no terms. */
const BY_CUSTOMER = new RegExp(
  '\\b(?:kunt|mag|kan|mogen) (?:u|je|jij)\\b|\\b(?:u|je|jij) (?:kunt|mag|kan)\\b|\\byou (?:may|can)\\b|' +
    '\\b(?:klant|afnemer|consument|koper|huurder|deelnemer|lid|bezoeker|opdrachtgever|leden) ' +
    '(?:kan|mag|kunnen|mogen)\\b',
  'i',
)
const BY_US = /\b(?:wij|we|ons)\b|\bbehoud/i
const TRIES = 50
/**
 * What makes a change no act of one side alone, in its own sentence; and in the next, where days may be of anything.
 */
const AGREED =
  'niet|nooit|geen|enkel na|alleen (?:na|met|in overleg)|instemming|akkoord|toestemming|opzeg\\w*|' +
  'ontbind\\w*|beëindig\\w*|vooraf|not|agree\\w*|consent|cancel|terminate'
const SOFT = new RegExp(`\\b(?:${AGREED}|dagen|weken|maand(?:en)?|days|weeks)\\b`, 'i')
const SOFT_NEXT = new RegExp(`\\b(?:${AGREED})\\b`, 'i')

export const terms = defineCheck({
  id: 'terms',
  needs: { statements: true, session: ['before-consent'] },
  reasons: {
    readable: shown('met'),
    document: shown('met'),
    'one-sided': shown('partly'),
    softened: 'unknown',
    gone: shown('unmet'),
    unread: 'unknown',
    none: whole('not-applicable', 'content'),
  },
  judge({ session, statements }) {
    const { terms: page } = statements
    if (page === undefined) {
      const link = session
        .flatMap(({ value }) => value.links)
        .find(({ text }) => /algemene voorwaarden|leveringsvoorwaarden|terms (?:and|&) conditions/i.test(text))
      return link ? { reason: 'unread', seen: { url: clip(link.href) } } : { reason: 'none' }
    }
    if (!page.seen) {
      if (page.why === 'not-html') return { reason: 'document', seen: { detail: clip(page.detail) } }
      // A site that answers every address alike may fill the page by script: then it is not known to be gone.
      return { reason: 'unread', seen: { why: page.why } }
    }
    const { url, status } = page.value
    const seen = { url: clip(url), status }
    if (status === 404 || status === 410) return { reason: 'gone', seen }
    const text = asTyped(page.value.text)
    if (status >= 400 || text.trim().length < 200) return { reason: 'unread', seen }
    const found = oneSidedIn(text)
    if (!found) return { reason: 'readable', seen }
    const told = { ...seen, said: quote(text, found), details: [`"${quote(text, found)}"`] }
    const [own = '', next = ''] = text.slice(found.index + found[0].length).split(/[.!?](?:\s|$)/, 2)
    const soft = SOFT.test(`${found[0]}${own.slice(0, 250)}`) || SOFT_NEXT.test(next.slice(0, 250))
    return { reason: soft ? 'softened' : 'one-sided', seen: told }
  },
})

/** The first place that says so of who sells. */
function oneSidedIn(text: string): RegExpExecArray | undefined {
  let tries = 0
  for (const found of text.matchAll(ONE_SIDED)) {
    if (++tries > TRIES) return undefined
    const before = text.slice(Math.max(0, found.index - 100), found.index)
    const said = before.slice(Math.max(...['.', '!', '?', '\n'].map((end) => before.lastIndexOf(end))) + 1) + found[0]
    if (!BY_CUSTOMER.test(said) || BY_US.test(said)) return found
  }
  return undefined
}
