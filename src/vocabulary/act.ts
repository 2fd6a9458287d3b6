/**
 * Every kind of human act that the audit trail knows, with its words. What is not here is not recorded: it does not
 * compile.
 */
import { CASE_STATES, STATE_NAMES, type CaseState } from './case.ts'

const WORDS = {
  'signed-in': 'meldde zich aan',
  'sign-in-refused': 'inloggen mislukt',
  'recovery-code-used': 'gebruikte een herstelcode',
  'second-factor-set': 'stelde de extra code in',
  'password-changed': 'wijzigde het wachtwoord',
  'password-reset': 'stelde een nieuw wachtwoord in',
  'reset-asked': 'vroeg een nieuw wachtwoord aan',
  'sessions-ended': 'meldde zich elders af',
  'invitation-accepted': 'nam de uitnodiging aan',
  'person.invited': 'nodigde iemand uit',
  'person.changed': 'wijzigde een persoon',
  'person.access-renewed': 'gaf iemand opnieuw toegang',
  'contact.changed': 'wijzigde hoe de gemeente te bereiken is',
  'mail.retried': 'verstuurde een e-mail opnieuw',
  'form.migrated': 'stapte over op een nieuwe versie',
  'answer.saved': 'beantwoordde een vraag',
  'answer.looked-at': 'keek een antwoord na',
  'answer.restored': 'zette een antwoord terug',
  'answer.commented': 'maakte een opmerking',
  'answer.shared': 'deelde een antwoord',
  'answer.unshared': 'deelde een antwoord niet meer',
  'evidence.added': 'voegde bewijs toe',
  'evidence.removed': 'haalde bewijs weg',
  'baseline.invited': 'nodigde een organisatie uit',
  'baseline.link-handed': 'nam de link voor een organisatie mee',
  'baseline.begun': 'begon de zelfcheck',
  'baseline.declined': 'sloeg de zelfcheck af',
  'baseline.cluster': 'koos een groep',
  'baseline.cluster-confirmed': 'bevestigde een groep',
  'baseline.done': 'rondde de zelfcheck af',
  'baseline.reopened': 'opende de zelfcheck weer',
  'baseline.repeated': 'begon een nieuwe zelfcheck',
  'baseline.left': 'stopte met meedoen en wiste de antwoorden',
  'case.created': 'begon een zaak',
  'case.changed': 'wijzigde een concept',
  'case.handled': 'nam een zaak in behandeling',
  'case.opinions-asked': 'vroeg adviezen',
  'case.opinion': 'gaf advies',
  'case.flag-answered': 'gaf antwoord op een rode vlag',
  'case.reaction': 'reageerde op een voorwaarde',
  'case.decision-corrected': 'herstelde een besluit',
  'case.answered': 'gaf antwoord op een advies',
  'case.condition-weighed': 'beoordeelde een aangepaste voorwaarde',
  'case.author-replaced': 'wees een andere indiener aan',
  'case.opinion-reminded': 'herinnerde aan een advies',
  'case.opinion-replaced': 'vroeg een advies aan een vervanger',
  'case.opinion-escalated': 'schaalde een advies op',
  'case.question-asked': 'stelde een vraag bij een advies',
  'case.question-answered': 'beantwoordde een vraag bij een advies',
  'case.rework': 'vroeg aanvulling per vraag',
  'case.measure': 'legde een maatregel vast',
  'measure.proven': 'stuurde bewijs in bij een maatregel',
  'measure.verified': 'controleerde een maatregel',
  'case.retest-asked': 'vroeg om opnieuw te toetsen',
  'case.legal-term': 'legde een wettelijke termijn vast',
  'case.legal-term-extended': 'verlengde een wettelijke termijn',
  'case.legal-term-ended': 'rondde een wettelijke termijn af',
  'case.omission': 'liet iets weg uit de publicatie',
  'case.omission-ended': 'nam iets weer op in de publicatie',
  'case.release-proposed': 'stelde een publicatie voor',
  'case.release-approved': 'keurde een publicatie goed',
  'case.release-withdrawn': 'trok een publicatie terug',
  'case.made-public': 'maakte een zaak openbaar',
  'sample.drawn': 'trok een steekproef',
  'sample.rechecked': 'bekeek een zaak opnieuw',
  'organisations.imported': 'las organisaties in',
  'regulations.imported': 'las regelingen in',
  'regulations.fetch-asked': 'vroeg de regelingen op bij de landelijke voorziening',
  'publication.made': 'maakte een publicatie',
  'measurement.asked': 'liet meten',
  'findings.noted': 'las bevindingen van mensen of van anderen in',
  'finding.withdrawn': 'trok een bevinding in',
  'finding.replaced': 'verving een bevinding',
  'findings.judged': 'liet opnieuw oordelen over het bewaarde bewijs',
  'product.added': 'zette een product op de lijst',
  'product.changed': 'wijzigde een product',
  'national.prepared': 'zette iets klaar voor het landelijke Algoritmeregister',
  'national.released': 'gaf iets vrij voor het landelijke Algoritmeregister',
  'national.dropped': 'trok terug wat klaarstond voor het landelijke Algoritmeregister',
  'national.looked': 'vroeg om na te kijken wat er in het landelijke Algoritmeregister staat',
  'entry.added': 'zette iets in een register',
  'entry.changed': 'wijzigde iets in een register',
  'entry.restored': 'zette een eerdere versie in een register terug',
  'entry.ended': 'beëindigde iets in een register',
  'register.imported': 'las een bestand in een register in',
  'entry.reopened': 'nam iets in een register weer in gebruik',
  'entry.released': 'gaf iets in een register vrij om openbaar te maken',
  'entry.taken-back': 'nam de vrijgave van iets in een register terug',
  'entry.published': 'maakte iets in een register openbaar',
  'entry.withdrawal-asked': 'vroeg iets openbaars in een register in te trekken',
  'entry.withdrawal-dropped': 'trok iets in een register toch niet in',
  'entry.withdrawn': 'trok iets openbaars in een register in',
  'report.received': 'ontving een melding van een lezer',
  'report.added-to': 'ontving een aanvulling op een melding',
  'report.reporter-forgotten': 'haalde naam en e-mailadres bij een melding weg',
  'report.taken': 'pakte een melding op',
  'report.asked': 'vroeg iets aan wie een fout meldde',
  'report.sent-to-owner': 'stuurde een bericht van een lezer door naar de eigenaar',
  'report.answered': 'beantwoordde een melding',
  'entry.reminder-seen': 'haalde een herinnering van een register van de lijst',
} as const

/** What is done with a municipality as a whole stands in the trail of the installation, and in none of its own. */
const OF_INSTALLATION = {
  'municipality.added': 'maakte een gemeente',
  'municipality.hosts': 'gaf een gemeente andere webadressen',
  'municipality.renamed': 'gaf een gemeente een andere naam',
  'municipality.map-set': 'gaf de kaart van een gemeente een achtergrond',
  'municipality.map-removed': 'haalde de achtergrond van de kaart weg',
  'municipality.removed': 'verwijderde een gemeente',
} as const

export type ActName = keyof typeof WORDS | keyof typeof OF_INSTALLATION | `case.${CaseState}`

const ALL: Readonly<Record<string, string>> = {
  ...Object.fromEntries(CASE_STATES.map((state) => [`case.${state}`, `bracht de zaak naar: ${STATE_NAMES[state]}`])),
  ...WORDS,
}
/** Every act with its words, in the order of the words. */
export const ACTS: readonly { readonly name: string; readonly words: string }[] = Object.entries(ALL)
  .map(([name, words]) => ({ name, words }))
  .toSorted((one, other) => one.words.localeCompare(other.words, 'nl'))
/** Whether it is an act that can be recorded. */
export const isAct = (name: string): boolean => Object.hasOwn(ALL, name)

/** What somebody did, in words. An older trail may hold an act that no longer exists: then its own name. */
export const actInWords = (name: string): string => (isAct(name) ? ALL[name]! : name)
