/**
 * What an organisation may tell of its own security on its site, and the words by which such a sentence is known, in
 * Dutch and English. Presence only: a site that is silent may have all of it. News and vacancies tell of others.
 */
import { clip } from '../../lib/headers.ts'
import { asTyped } from '../../lib/words.ts'
import { ABOUT, VACANCY } from './destinations.ts'
import { quote, type SaidPage } from './said.ts'

export type Telling = {
  /** What is said, each time that it stands there. */
  readonly says: RegExp
  /** What the same sentence has to say too. */
  readonly needs?: RegExp
  /** What makes it another thing: of others, for sale, not yet, not allowed. */
  readonly not?: RegExp
}

/** A page is looked at for so many of them, and so many sentences are told. */
const [LOOKED, LINES] = [50, 10]

const any = (flags: string, ...each: readonly string[]) => new RegExp(each.join('|'), flags)

/** What is sold to others, or asked of them. */
const SOLD = [
  String.raw`\b(?:offerte|tarie(?:f|ven)|cursus|training|opleiding|congres|workshop|webinar)\w{0,3}\b`,
  String.raw`\b(?:onze|voor|bij|al) (?:de |onze )?(?:klanten|opdrachtgevers)\b`,
  String.raw`\b(?:uw|je) (?:organisatie|bedrijf|systemen?|netwerk|(?:web)?site|webapplicatie)\b`,
  String.raw`\byour (?:organi[sz]ation|company|business)\b`,
  String.raw`\b(?:bieden|adviseren|begeleiden|helpen|leveren|verzorgen|offer|provide|help|advise)\b`,
]
const OF_OTHERS = String.raw`\b(?:leveranciers?|hosting\w*|datacent\w+|rekencentr\w+|providers?|suppliers?)\b`
/** Who works for an organisation, by a common name or by its own. */
const OF_A_PARTY = [
  String.raw`\b(?:partij(?:en)?|partners?|verwerkers?|bedrijven|bureaus?|parties)\b`,
  String.raw`\b(?:gebruiken (?:wij|we)|(?:wij|we) gebruiken|(?:wij|we) werken (?:alleen )?(?:samen )?met|we use)\b`,
  // “Zivver is … gecertificeerd”: one to four words that are no certificate and not the organisation itself.
  String.raw`^(?!er |there |.*\b(?:wij|we|ons|onze|our|us|gemeente|stad|ziekenhuis|organisatie|stichting|vereniging|` +
    String.raw`school|praktijk|apotheek|corporatie|museum|bibliotheek|municipality|hospital)\b)` +
    String.raw`(?:(?!\S*(?:certifica|iso|nen\b|audit|verklaring|ensia|soc|isae|bio))[^\s,;:]{1,40} ){1,4}` +
    String.raw`(?:is|zijn|heeft|hebben|beschikt|beschikken|has|have|are)\b`,
]
const DENIED = String.raw`\b(?:geen|niet|nooit|nog|zonder|verboden|not|no|never|without)\b`

const INCIDENT =
  String.raw`\b(?:(?:informatie)?beveiligingsincident|cyber-?incident|ict-?incident|digitaa?le? incident|` +
  String.raw`security incident|cyberaanval|hack-?(?:aanval|poging))\w{0,2}\b`
const REPORT = String.raw`\b(?:meld(?:en|ing|t|punt)?|doorgeven|report(?:ing)?)\b`
const LEAK = String.raw`\b(?:datalek|data-lek|data breach)\w{0,3}\b`
const LEAK_TOLD =
  String.raw`\b(?:meld(?:en|ing|t|punt)?|mail|bel|neem contact|laat het weten|report(?:ing)?|` +
  String.raw`contact us)\b`
const US =
  String.raw`\b(?:wij|we|(?:de|het|ons|onze|the|our) ` +
  String.raw`(?:organisatie|gemeente|stad|ziekenhuis|school|college|bestuur|organi[sz]ation))\b`
/** Who reports to somebody else, by its own duty; and what only has the word in it: to enlist. */
const NO_ROUTE = [
  String.raw`\b(?:wij|we|organisatie|gemeente) (?:\w+ ){0,2}(?:meld|report)|\bmeld(?:t|en)? ${US}`,
  String.raw`\b(?:toezichthouder|autoriteit persoonsgegevens|ap|ncsc|csirt|ibd|supervisory authority)\b`,
  String.raw`\b(?:meldplicht|verplicht|procedures?|protocol(?:len)?|register|72 (?:uur|hours))\b`,
  String.raw`\bmeld(?:t|en)? (?:je|jezelf|u|jullie|zich) ?aan\b`,
]
const SECRET =
  String.raw`\b(?:wachtwoord|pincode|inlog|bankgegevens|bankpas|creditcard|code|betaal|betalen|digid|` +
  String.raw`password|pin)`
const ASK = String.raw`\b(?:vragen|vraagt|bellen|belt|sturen|stuurt|mailen|mailt|appen)\b`
const KNOW = String.raw`\b(?:herken\w{0,3}|meld\w{0,2}|voorkom\w{0,2}|let op|pas op|controleer|recogni[sz]e|report)\b`
const MESSAGE =
  String.raw`(?:e-?mails?|mailtjes?|mails?|berichten|bericht|sms\w{0,3}|brieven|brief|telefoontjes?|appjes?|` +
  String.raw`facturen|messages?)\b`
const FALSE = String.raw`\b(?:valse|nep|verdachte|namaak|fake|suspicious)[- ]?${MESSAGE}`

/** By the id of the check. */
export const TELLINGS = {
  'security-policy-told': {
    says: any(
      'gi',
      String.raw`\binformatie-?(?:beveiligings?|veiligheids)-?(?:beleid|plan|functionaris|coördinator)`,
      String.raw`\b(?:ict-?)?beveiligingsbeleid\b`,
      String.raw`\bbeleid (?:voor|over|op het gebied van) (?:de )?(?:informatiebeveiliging|informatieveiligheid)\b`,
      String.raw`\bciso\b|\b(?:chief )?information security officer\b|\binformation security policy\b`,
      String.raw`\b(?:functionaris|coördinator|verantwoordelijke?) (?:voor )?(?:de )?informatiebeveiliging\b`,
    ),
    not: any('i', ...SOLD, OF_OTHERS, DENIED, String.raw`\b(?:zijn|hun|diens|their) (?:\w+)?(?:beleid|policy)`),
  },
  'incident-route': {
    // “Merkt u een incident? Meld het”: the question and its answer belong together.
    says: any('gi', `${REPORT}[^.!?]{0,60}${INCIDENT}`, `${INCIDENT}[^.!]{0,60}${REPORT}`),
    // Who reports to an authority does not say where others report to it.
    not: any('i', ...SOLD, OF_OTHERS, DENIED, ...NO_ROUTE),
  },
  'tested-told': {
    says: any(
      'gi',
      String.raw`\bpen(?:etratie|etration )?-?test\w{0,3}\b|\bbeveiligings(?:test|onderzoek|assessment)\w{0,3}\b`,
      String.raw`\bsecurity (?:assessment|audit|test)s?\b|\b(?:digid|ict)[- ](?:beveiligings-?)?assessment\w{0,2}\b`,
    ),
    needs: any(
      'i',
      String.raw`\b(?:extern|onafhankelijk|jaarlijks|periodiek|regelmatig|gespecialiseerd)e?\b|\b(?:elk|ieder) jaar\b`,
      String.raw`\been ander(?:e|en)?\b|\bderde partij\b|\b(?:uitgevoerd|gedaan|getest) (?:door|in)\b`,
      String.raw`\b(?:independent(?:ly)?|external|yearly|annual(?:ly)?|every year|regular(?:ly)?|third[- ]party)\b`,
    ),
    not: any('i', ...SOLD, OF_OTHERS, DENIED),
  },
  'leak-route': {
    says: any('gi', `${LEAK_TOLD}[^.!?]{0,60}${LEAK}`, `${LEAK}[^.!]{0,80}${LEAK_TOLD}`),
    // Who reports to an authority, or asks it of suppliers, does not say where others report.
    not: any('i', ...SOLD, OF_OTHERS, DENIED, ...NO_ROUTE, String.raw`\bverwerkers?\b`),
  },
  'messages-told': {
    says: any(
      'gi',
      `${ASK}[^.!?]{0,40}\\bnooit\\b[^.!?]{0,80}${SECRET}`,
      `\\bnooit\\b[^.!?]{0,60}${ASK}[^.!?]{0,60}${SECRET}`,
      String.raw`\bnever (?:ask|e-?mail|send|call|text)\b[^.!?]{0,80}${SECRET}`,
      `${KNOW}[^.!?]{0,80}${FALSE}`,
      `${FALSE}[^.!?]{0,80}(?:${KNOW}|\\b(?:namens|uit onze naam|afzender)\\b)`,
      `${KNOW}[^.!?]{0,60}\\bphishing|\\bphishing\\b[^.!?]{0,60}${KNOW}`,
    ),
    not: any('i', ...SOLD, String.raw`\b(?:derden|anderen|verkopen|third part)`),
  },
} as const satisfies Record<string, Telling>

/** A certificate, or an account that somebody else audited; its check holds it against the day on which it ends. */
export const CERTIFICATE: Telling = {
  says: any(
    'gi',
    String.raw`\biso(?:[ /-]?iec)?[ -]?27001|\bnen(?:-en)?[ -]?7510|\bensia\b|\bsoc ?2\b|\bisae ?3402\b`,
    String.raw`\bbio2?[- ](?:verklaring|certificaat|audit)\b`,
  ),
  needs: any(
    'i',
    String.raw`\bgecertificeerd\b|\bcertifi(?:caten|cering|cate|ed)\b|certificaat\b|\bverantwoord\w{0,4}`,
    String.raw`\bzelfevaluatie\b|\bgecontroleerd\b|\baudit\w{0,3}\b`,
  ),
  not: any(
    'i',
    ...SOLD,
    ...OF_A_PARTY,
    OF_OTHERS,
    DENIED,
    String.raw`\b(?:streven|streeft|werken toe|bezig|plannen|willen|wil|moet(?:en)?|eisen wij|vereist|gericht op)\b`,
  ),
}

/** Each sentence that tells it on these pages, as `"sentence" · page`; the first ten. */
export function toldOn({ says, needs, not }: Telling, pages: readonly SaidPage[]): string[] {
  const found = new Set<string>()
  for (const { url, text } of pages) {
    if (ABOUT.test(URL.parse(url)?.pathname ?? '')) continue
    const typed = asTyped(text)
    let looked = 0
    for (const match of typed.matchAll(says)) {
      if (++looked > LOOKED) break
      const said = quote(typed, match)
      if (VACANCY.test(said) || not?.test(said) || (needs && !needs.test(said))) continue
      found.add(clip(`"${said}" · ${url.slice(0, 80)}`))
    }
  }
  return [...found].toSorted().slice(0, LINES)
}
