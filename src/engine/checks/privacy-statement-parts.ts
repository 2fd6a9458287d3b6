/**
 * Which of the things that a privacy statement tells (AVG art. 13) can be recognised in its words, in Dutch or English.
 * Words prove neither truth nor completeness; lenient on purpose, because what is not recognised is said in public.
 * Asked: who, how to reach them, purpose, legal ground, recipients, how long, rights, where to complain; of a public
 * body also the data protection officer (art. 37).
 * Trips on: "Wij gaan zorgvuldig om met uw gegevens" and little more. Near misses: a page that only leads to other
 * statements, a statement in Frisian or as PDF (`unread`, no verdict).
 */
import { hostOf, sameParty } from '../../lib/domain.ts'
import { contactInLink, contactInText } from '../../lib/contact.ts'
import { clip } from '../../lib/headers.ts'
import { pageKey, pageWords } from '../reading/address.ts'
import { defineCheck, shown, whole } from '../reading/claims.ts'
import type { Statement } from '../../model/evidence.ts'

const LONGEST = 100_000
/** From so many parts missing it is hardly a statement. */
const HARDLY = 4

type Part = { readonly nl: string; readonly en: string; recognise(text: string, statement: Statement): boolean }

/** A part that is there when each of the patterns is. */
function words(nl: string, en: string, ...patterns: readonly RegExp[]): Part {
  return { nl, en, recognise: (text) => patterns.every((each) => each.test(text)) }
}
/** Words or beginnings of words, of which one is enough. */
const any = (...each: readonly string[]) => new RegExp(each.join('|'), 'i')

const WHO = any(
  'verantwoordelijk',
  'gevestigd',
  '\\bkvk\\b',
  'kamer van koophandel',
  'controller',
  'responsible',
  'registered office',
)
const REACH = any(
  'contactformulier',
  'contactgegevens',
  'neem (?:gerust )?contact',
  'contact (?:met ons )?op',
  'contact (?:us|form)',
)

const PARTS: readonly Part[] = [
  {
    nl: 'wie verantwoordelijk is',
    en: 'who is responsible',
    recognise: (text) => WHO.test(text) || contactInText(text).includes('address'),
  },
  {
    nl: 'hoe u contact opneemt',
    en: 'how to get in touch',
    recognise: (text, { links }) =>
      contactInText(text).length > 0 ||
      REACH.test(text) ||
      links.slice(0, 1_000).some(({ href }) => contactInLink(href) !== undefined),
  },
  words(
    'waarvoor gegevens worden gebruikt',
    'what data are used for',
    any('\\bdoel(?:en|einden?|stelling(?:en)?)?\\b', 'waarvoor', 'waarom', 'purpose', 'what we use', 'why we'),
  ),
  words(
    'op welke grondslag',
    'on what legal ground',
    any(
      'grondslag',
      'rechtsgrond',
      'rechtmatig',
      'wettelijke (?:basis|plicht|verplichting|taak)',
      'gerechtvaardigd',
      'toestemming',
      'uitvoering van',
      'publieke taak',
      'algemeen belang',
      '(?:legal|lawful) (?:basis|ground)',
      'legitimate interest',
      'consent',
      'legal obligation',
    ),
  ),
  words(
    'met wie gegevens worden gedeeld',
    'with whom data are shared',
    any(
      'ontvangers?\\b',
      '\\bde(?:len|elt|eld)\\b',
      'gedeeld',
      'verstrek',
      '\\bderden\\b',
      'derde partij',
      'verwerkers?\\b',
      'doorgeven',
      'doorgegeven',
      'third part',
      'recipient',
      '\\bshare',
      'disclose',
      'processor',
    ),
  ),
  words(
    'hoelang gegevens worden bewaard',
    'how long data are kept',
    any(
      'bewaar',
      'bewaren',
      'hoe ?lang',
      'opslagperiode',
      'niet langer dan',
      'retention',
      'retain',
      'how long',
      'kept for',
      'no longer than',
    ),
  ),
  words(
    'welke rechten u heeft',
    'which rights you have',
    any('inzage', 'inzien', 'opvragen', 'in te zien', 'access'),
    any(
      'rectif',
      'correct',
      'wijzig',
      'verbeter',
      'aan(?:ge)?pas',
      'aan te passen',
      'verwijder',
      'wis(?:sen|t)',
      'vergetelheid',
      'bezwaar',
      'erase',
      'erasure',
      'delet',
      'object',
    ),
  ),
  words(
    'waar u kunt klagen',
    'where to complain',
    any(
      'autoriteit persoonsgegevens',
      'persoonsgegevensautoriteit',
      'autoriteitpersoonsgegevens\\.nl',
      'toezichthoud',
      'supervisory authority',
      'data protection authority',
    ),
  ),
]
const OFFICER = words(
  'de functionaris gegevensbescherming',
  'the data protection officer',
  any(
    'functionaris (?:voor )?(?:de )?gegevensbescherming',
    '\\bFG\\b',
    'data protection officer',
    '\\bDPO\\b',
    'privacy ?officer',
  ),
)

export const privacyStatementParts = defineCheck({
  id: 'privacy-statement-parts',
  needs: { statements: true },
  reasons: {
    complete: shown('met'),
    most: whole('partly', 'statements'),
    few: whole('unmet', 'statements'),
    none: whole('not-applicable', 'statements'),
    overview: 'unknown',
    unread: 'unknown',
    'other-language': 'unknown',
  },
  judge({ statements }, { subject }) {
    const { privacy } = statements
    if (privacy === null) return { reason: 'none' }
    if (!privacy.seen) return { reason: 'unread', seen: { why: privacy.why } }
    const statement = privacy.value
    const seen = { url: clip(statement.url) }
    if (statement.status === 404 || statement.status === 410) return { reason: 'none', seen }
    const text = statement.text.slice(0, LONGEST)
    if (statement.status >= 400 || text.trim().length < 100)
      return { reason: 'unread', seen: { ...seen, why: 'empty' } }
    const asked = subject.publicBody ? [...PARTS, OFFICER] : PARTS
    const missing = asked.filter((part) => !part.recognise(text, statement))
    const told = {
      ...seen,
      total: asked.length,
      found: asked.length - missing.length,
      missing: missing.map(({ nl }) => nl).join(', '),
      missingEn: missing.map(({ en }) => en).join(', '),
      details: missing.map(({ nl }) => nl),
    }
    if (missing.length === 0) return { reason: 'complete', seen: told }
    if (statement.lang !== null && !/^(?:nl|en)\b/i.test(statement.lang.trim())) {
      return { reason: 'other-language', seen: { ...told, lang: clip(statement.lang, 20) } }
    }
    if (statement.links.slice(0, 1_000).some((link) => leadsOn(link, statement.url)))
      return { reason: 'overview', seen: told }
    return { reason: missing.length >= HARDLY ? 'few' : 'most', seen: told }
  },
})

/** A link to another statement of the same party, where the missing parts may stand. */
function leadsOn({ href, text }: { href: string; text: string }, from: string): boolean {
  const [there, here] = [hostOf(href), hostOf(from)]
  if (there === undefined || here === undefined || !sameParty(there, here)) return false
  const about = `${text.slice(0, 200)} ${pageWords(href).slice(0, 300)}`
  const other = pageKey(href) !== pageKey(from)
  return (
    other && /privacy|persoonsgegevens/i.test(about) && !/cookie|instelling|voorkeur|settings|preferences/i.test(about)
  )
}
