/**
 * The words by which the parts of a privacy statement are known, in Dutch and English: those of the law and those in
 * which it is explained. Lenient on purpose: what is not recognised is said in public.
 */
import { contactInLink, contactInText } from '../../lib/contact.ts'
import type { Statement } from '../../model/evidence.ts'

/** `nl` and `en` name the part as it is told when it is missing. */
type Part = { readonly nl: string; readonly en: string; recognise(text: string, statement: Statement): boolean }

/** A part that is there when each of the patterns is. */
function words(nl: string, en: string, ...patterns: readonly RegExp[]): Part {
  return { nl, en, recognise: (text) => patterns.every((each) => each.test(text)) }
}
/** Words or beginnings of words, of which one is enough. */
const any = (...each: readonly string[]) => new RegExp(each.join('|'), 'i')

/** The rest of a sentence, as far as two words of it belong together. */
const NEAR = '[^.!?]{0,80}'
const A_WHILE =
  '\\b(?:\\d{1,3}|een|één|twee|drie|vier|vijf|zes|zeven|tien|vijftien|twintig)\\s(?:jaar|maand|week|weken|dag)\\w{0,2}'

const RESPONSIBLE = any(
  'verantwoordelijk',
  'gevestigd',
  '\\bkvk\\b',
  'kamer van koophandel',
  'controller',
  'responsible',
  'registered office',
)
const CONTACT = any(
  'contactformulier',
  'contactgegevens',
  'neem (?:gerust )?contact',
  'contact (?:met ons )?op',
  'contact (?:us|form)',
  'contact ?pagina',
  '\\b(?:bel|mail|e-?mail|schrijf|app|call|write)(?:t u)?\\b[^.!?]{0,20}\\b(?:ons|us)\\b',
  // What stands in the place of a mail address until a script shows it: Cloudflare, Joomla.
  '\\[e-?mail[\\s\\u00a0]?(?:protected|beschermd)\\]',
  'spambots',
)
/** Where Cloudflare leads whose browser runs no script. */
const HIDDEN_MAIL = /\/cdn-cgi\/l\/email-protection/

/** What data are for (AVG art. 13(1)(c)). */
export const PURPOSE = words(
  'waarvoor gegevens worden gebruikt',
  'what data are used for',
  any(
    '\\bdoel(?:en|einden?|stelling(?:en)?)?\\b',
    'waarvoor',
    'waarom',
    `\\b(?:gebruik|vragen|vraagt|verwerk|nodig)\\w{0,4}${NEAR}\\b(?:om|voor|zodat)\\b`,
    'purpose',
    'what we use',
    'why we',
    `\\b(?:use|need|ask|process)${NEAR}\\bto (?!the\\b)`,
  ),
)
/** Why that is allowed: one of the grounds of AVG art. 6, in the words of the law or of people. */
export const GROUND = words(
  'waarom de gegevens gebruikt mogen worden (grondslag)',
  'why the data may be used (legal ground)',
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
    '\\b(?:aan|van|volgens|door|in|op grond van) de wet\\b',
    '\\bde wet (?:zegt|vraagt|verplicht|staat)',
    'wettelijk',
    'overeenkomst',
    '\\bcontract',
    // As people say it.
    '\\bgoed ?vin',
    'goedkeuring',
    '\\b(?:gaf|gaven|geef|geeft|gegeven|uw|je|jouw) (?:\\w{1,20} ){0,2}akkoord',
    '\\bakkoord (?:gaf|gegeven|geeft)',
    'vita(?:al|le) belang',
    '\\bart(?:ikel|\\.) ?6\\b',
    'by law',
    '(?:legal|lawful) (?:basis|ground)',
    'legitimate interest',
    'consent',
    'legal obligation',
  ),
)

/** Who decides about the data (AVG art. 13(1)(a)): an address is enough. */
const WHO: Part = {
  nl: 'wie verantwoordelijk is',
  en: 'who is responsible',
  recognise: (text) => RESPONSIBLE.test(text) || contactInText(text).includes('address'),
}
/** How to reach them (AVG art. 13(1)(a)): a number, an address or a link to write is enough. */
const REACH: Part = {
  nl: 'hoe iemand contact opneemt',
  en: 'how to get in touch',
  recognise: (text, { links }) =>
    contactInText(text).length > 0 ||
    CONTACT.test(text) ||
    links.slice(0, 1_000).some(({ href }) => contactInLink(href) !== undefined || HIDDEN_MAIL.test(href)),
}

/** What is asked of everybody. */
export const PARTS: readonly Part[] = [
  WHO,
  REACH,
  PURPOSE,
  GROUND,
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
      `\\b(?:geven|geeft|sturen|stuurt|gaan)\\b${NEAR}\\b(?:gegevens|ze|die)\\b${NEAR}\\b(?:aan|door|naar)\\b`,
      `\\bwie\\b${NEAR}\\b(?:zien|ziet|krijgen|krijgt|inzien|bekijken)\\b`,
      'niemand anders',
      'andere (?:organisaties|bedrijven|partijen|instellingen)',
      'pass(?:ed)? (?:them|it|your)',
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
      `\\b(?:gooi|vernietig|wis|weg|verwijder)\\w{0,5}${NEAR}${A_WHILE}`,
      `${A_WHILE}${NEAR}\\b(?:gooi|vernietig|wis|weg|verwijder)`,
      `${A_WHILE} lang\\b`,
      'retention',
      'retain',
      'how long',
      'kept for',
      'no longer than',
    ),
  ),
  words(
    'welke rechten bezoekers hebben',
    'which rights visitors have',
    any(
      'inzage',
      'inzien',
      'opvragen',
      'in te zien',
      `\\b(?:mag|kunt|kan|recht)\\b${NEAR}\\b(?:bekijken|zien|kopie|ontvangen)\\b`,
      'access',
      'copy of your',
    ),
    any(
      'rectif',
      'correct',
      'wijzig',
      'verbeter',
      'aan(?:ge)?pas',
      'aan te passen',
      'verander',
      'weg(?:halen| te halen)',
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
    'waar iemand kan klagen',
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
/** Characters below which a page can be a menu, a heading and an address, with the statement itself elsewhere. */
const LITTLE = 600

/** Any page shows these two, in its heading and its foot. */
const ON_ANY_PAGE: ReadonlySet<Part> = new Set([WHO, REACH])

/**
 * Whether so little of a statement was recognised that it may not have been read, as where a script or a document
 * inside the page tells it: a short page without purpose and ground, or a longer one with nothing but who somebody is
 * and how to reach them.
 */
export const hardlyRead = (text: string, statement: Statement): boolean =>
  text.length < LITTLE
    ? ![PURPOSE, GROUND].some((part) => part.recognise(text, statement))
    : !PARTS.some((part) => !ON_ANY_PAGE.has(part) && part.recognise(text, statement))

/** What people call the officer. */
export const OFFICER_NAMES = any(
  'functionaris(?: voor)?(?: de)? gegevens[ -]?bescherming',
  'functionaris(?: voor)?(?: de)? bescherming(?: van)?(?: de)? (?:persoons)?gegevens',
  'functionaris(?: voor)?(?: de)? (?:persoonsgegevens|privacy)',
  'privacy[ -]?(?:functionaris|officer)',
  '\\bFG\\b',
  'data protection officer',
  '\\bDPO\\b',
)
/** What is asked of public bodies too (AVG art. 37). */
export const OFFICER = words('de functionaris gegevensbescherming', 'the data protection officer', OFFICER_NAMES)
