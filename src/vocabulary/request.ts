/** The words of requests by residents: who asks and how, whose it is to answer, how far it is, how it ends. */

/** Who in the municipality answers for the data or the decision: each decides for itself (AVG art. 4 lid 7). */
export const CONTROLLERS = {
  college: { nl: 'het college van burgemeester en wethouders', en: 'the municipal executive' },
  burgemeester: { nl: 'de burgemeester', en: 'the mayor' },
  raad: { nl: 'de gemeenteraad', en: 'the municipal council' },
  commissie: { nl: 'de bezwaarschriftencommissie', en: 'the objections committee' },
} as const
export type Controller = keyof typeof CONTROLLERS

/** Roles that a kind of request can be for. */
export type HandlingRole = 'request-handler' | 'policy-officer' | 'security-officer' | 'executor'

/** How a request came in. */
export const CHANNELS = {
  screen: 'via de site',
  counter: 'aan het loket',
  phone: 'per telefoon',
  paper: 'op het papieren formulier',
  letter: 'per brief',
} as const
export type Channel = keyof typeof CHANNELS

/** For whom somebody asks. `child`: as a parent; `mandate`: with a signed paper; `none`: about nobody in particular. */
export type ForWhom = 'self' | 'child' | 'mandate' | 'none'
export const FOR_WHOM: Readonly<Record<ForWhom, string>> = {
  self: 'voor zichzelf',
  child: 'als ouder of voogd, voor een kind',
  mandate: 'voor iemand anders, met een machtiging',
  none: 'over niemand in het bijzonder',
}

/** How it was established who asks: the lightest first. No copy of a document is ever kept. */
export const IDENTITY_STEPS = {
  known: 'Een brief naar het adres dat wij al hebben',
  'called-back': 'Teruggebeld op het nummer dat wij al hebben',
  account: 'Ingelogd bij een dienst van de gemeente',
  shown: 'Een identiteitsbewijs laten zien; niets bewaard',
  screened: 'Een afgeschermde kopie gezien en teruggegeven; niets bewaard',
} as const
export type IdentityStep = keyof typeof IDENTITY_STEPS

/** `new`: nobody took it. `handled`: somebody did. `waiting`: for who asked. `closed`: see the outcome. */
export const REQUEST_STATES = {
  new: 'nog niet opgepakt',
  handled: 'in behandeling',
  waiting: 'wacht op de inwoner',
  closed: 'afgesloten',
} as const
export type RequestState = keyof typeof REQUEST_STATES

/** How a request ended. `merged`: its answer is that of another one. */
export const REQUEST_OUTCOMES = {
  granted: 'toegewezen',
  partly: 'deels toegewezen',
  refused: 'afgewezen',
  'passed-on': 'doorgestuurd naar wie erover gaat',
  withdrawn: 'ingetrokken',
  merged: 'samengevoegd met een ander verzoek',
} as const
export type RequestOutcome = keyof typeof REQUEST_OUTCOMES
/** What whoever handles it can answer; the others happen otherwise. */
export const ANSWERS = ['granted', 'partly', 'refused', 'passed-on'] as const
export type RequestAnswer = (typeof ANSWERS)[number]

/** What happened to a request, in the words of the desk. */
export const REQUEST_STEPS = {
  received: 'ontvangen',
  taken: 'opgepakt',
  handed: 'overgedragen',
  identity: 'vastgesteld wie het vraagt',
  asked: 'een vraag gesteld; de termijn staat stil',
  stopped: 'de termijn staat stil',
  resumed: 'de termijn loopt weer',
  added: 'aangevuld door de inwoner',
  extended: 'de termijn verlengd',
  answered: 'beantwoord',
  withdrawn: 'ingetrokken door de inwoner',
  helped: 'gezegd of het hielp',
  again: 'gevraagd om opnieuw te kijken',
  notice: 'in gebreke gesteld',
  merged: 'samengevoegd',
  split: 'een deel apart gezet',
  file: 'een foto toegevoegd',
  told: 'een bericht gestuurd',
  works: 'de melder zegt dat het herstel werkt',
  fails: 'de melder zegt dat het herstel niet werkt',
  proposed: 'voorgesteld om de termijn stil te zetten',
  agreed: 'de inwoner stemt ermee in; de termijn staat stil',
  declined: 'de inwoner stemt er niet mee in',
  code: 'een nieuwe code gegeven',
  held: 'het wissen wacht: er loopt bezwaar, beroep of een klacht',
  released: 'het wissen wacht niet meer',
  owed: 'besloten over de dwangsom',
  sent: 'de brief verstuurd of meegegeven',
  committee: 'een commissie behandelt dit',
} as const
export type RequestStepKind = keyof typeof REQUEST_STEPS

/** Why somebody takes over a request that is closed, and so reads all of it. */
export const READ_FOR = {
  objection: 'er is bezwaar of beroep',
  complaint: 'er is een klacht over het antwoord',
  supervisor: 'een toezichthouder of ombudsman vraagt ernaar',
  left: 'wie het behandelde, werkt hier niet meer',
} as const
export type ReadFor = keyof typeof READ_FOR

/** Whether the answer helped, in the words of who asked. */
export const HELPED = ['yes', 'partly', 'no'] as const
export type Helped = (typeof HELPED)[number]

/** Characters of a field, of a line, and of what is typed at a time. */
export const LONGEST_WORDS = 4_000
export const LONGEST_LINE = 200
/** Requests that a municipality takes from strangers in a day: who comes after is asked to come to the counter. */
export const REQUESTS_A_DAY = 500
/** What is decided of the penalty for being late: that it is owed, or why it is not (Awb 4:17 lid 6). */
export const OWED = {
  owed: { desk: 'verschuldigd', nl: 'u krijgt haar', en: 'you get it' },
  'late-notice': {
    desk: 'niet verschuldigd: de ingebrekestelling kwam onredelijk laat (4:17 lid 6 a)',
    nl: 'u liet ons veel te laat weten dat wij te laat waren',
    en: 'you told us much too late that we were late',
  },
  'no-interest': {
    desk: 'niet verschuldigd: de aanvrager is geen belanghebbende (4:17 lid 6 b)',
    nl: 'het besluit gaat u niet rechtstreeks aan',
    en: 'the decision does not concern you directly',
  },
  unfounded: {
    desk: 'niet verschuldigd: de aanvraag is kennelijk niet-ontvankelijk of kennelijk ongegrond (4:17 lid 6 c)',
    nl: 'het was duidelijk dat wij uw verzoek niet konden behandelen of toewijzen',
    en: 'it was plain that we could not handle or grant your request',
  },
} as const
export type Owed = keyof typeof OWED

/** Months that a closed request is held at most, at a time; and days before its end on which somebody is reminded. */
export const HELD_MONTHS = 12
export const HELD_BEFORE = 14
/** Days after an answer within which one can ask to look again: our own offer, beside what the law gives. */
export const AGAIN_WITHIN_DAYS = 42
/** A count below this is told as "fewer than five". */
export const FEWEST = 5
/** The same in the words of the desk. */
export const HELPED_WORDS: Readonly<Record<Helped, string>> = { yes: 'ja', partly: 'een beetje', no: 'nee' }
