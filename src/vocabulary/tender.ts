/** Words of tenders: what is asked, how strongly, when it is shown, and what a bidder answers. */

/** The five kinds of criteria of sustainable public procurement (MVI), in the order of a procedure. */
export const REQUIREMENT_KINDS = {
  suitability: { nl: 'geschiktheidseis', en: 'suitability requirement' },
  selection: { nl: 'selectiecriterium', en: 'selection criterion' },
  requirement: { nl: 'eis (knock-out)', en: 'requirement (knock-out)' },
  award: { nl: 'gunningswens', en: 'wish (award)' },
  contract: { nl: 'contractbepaling', en: 'contract clause' },
} as const
export type RequirementKind = keyof typeof REQUIREMENT_KINDS

/** How much is asked, from less to more. */
export const LEVELS = {
  basic: { nl: 'basis', en: 'basic' },
  significant: { nl: 'significant', en: 'significant' },
  ambitious: { nl: 'ambitieus', en: 'ambitious' },
} as const
export type Level = keyof typeof LEVELS

/** When proof is due. */
export const DUE = {
  bid: { nl: 'bij de inschrijving', en: 'with the bid' },
  award: { nl: 'vóór de gunning', en: 'before the award' },
  delivery: { nl: 'bij de oplevering', en: 'at delivery' },
  yearly: { nl: 'elk jaar', en: 'every year' },
} as const
export type Due = keyof typeof DUE

/** What is bought. */
export const PRODUCT_KINDS = {
  service: 'Programma als dienst (SaaS)',
  software: 'Programma dat de gemeente zelf laat draaien',
  website: 'Website of app voor inwoners',
  devices: 'Apparaten of sensoren',
  assignment: 'Beheer, ontwikkeling of advies',
} as const
export type ProductKind = keyof typeof PRODUCT_KINDS

/** How much harm follows when the data are seen by others. */
export const DATA_CLASSES = {
  public: 'Openbaar',
  internal: 'Intern',
  confidential: 'Vertrouwelijk',
  secret: 'Zeer vertrouwelijk',
} as const
export type DataClass = keyof typeof DATA_CLASSES

/** What happens to people when the product stops. */
export const CRITICALITIES = {
  low: 'Laag: een week zonder kan',
  middle: 'Midden: een dag zonder kan',
  high: 'Hoog: zonder dit stopt een dienst aan inwoners',
} as const
export type Criticality = keyof typeof CRITICALITIES

/** What is true of what is bought, and makes requirements apply. */
export const TRAITS = {
  'personal-data': 'Er gaan persoonsgegevens in om',
  algorithm: 'Er zit een algoritme of AI in',
  website: 'Mensen gebruiken een website, app of scherm',
  'city-data': 'Er ontstaan gegevens over de stad of haar inwoners',
  hosting: 'De leverancier bewaart de gegevens',
  links: 'Het wisselt gegevens uit met andere systemen',
  records: 'Er ontstaan stukken die bewaard moeten blijven',
  'made-for-us': 'Er wordt programmatuur voor de gemeente gemaakt',
} as const
export type Trait = keyof typeof TRAITS

/** What an officer does with a requirement that applies. */
export const CHOICES = { taken: 'opgenomen', adapted: 'opgenomen met eigen tekst', left: 'weggelaten' } as const
export type Chosen = keyof typeof CHOICES

/** How far a bidder meets a requirement, by the bidder's own word. */
export const ANSWERS = {
  met: { nl: 'voldoet', en: 'met', shape: '✓' },
  partly: { nl: 'voldoet deels', en: 'partly met', shape: '◐' },
  unmet: { nl: 'voldoet niet', en: 'not met', shape: '✕' },
  'not-applicable': { nl: 'niet van toepassing', en: 'not applicable', shape: '–' },
} as const
export type AnswerLevel = keyof typeof ANSWERS

/** How far a tender is. */
export const TENDER_STATES = {
  draft: 'in voorbereiding',
  issued: 'uitgegeven',
  opened: 'antwoorden geopend',
  chosen: 'gegund',
  stopped: 'gestopt',
} as const
export type TenderState = keyof typeof TENDER_STATES

/** What FG and Security Officer say of an annex. */
export const STANCES = {
  agreed: 'akkoord',
  conditions: 'akkoord onder voorwaarden',
  against: 'niet doen',
} as const
export type Stance = keyof typeof STANCES

/** What is warned against before an annex is issued: a person may go on, and says why. */
export const CAUTIONS = {
  'no-fg': 'Er is geen advies van de FG.',
  'no-security-officer': 'Er is geen advies van de informatiebeveiliger.',
  lawyer: 'Een jurist moet nog iets nagaan.',
  soon: 'De inschrijving sluit binnen twee weken.',
} as const
export type Caution = keyof typeof CAUTIONS

/** What of a requirement can be said in the words of one tender. */
export const OWN_WORDS = {
  text: 'Wat wij vragen',
  proportionate: 'Waarom dit in verhouding is',
  link: 'Hoe het bij de opdracht hoort',
  proof: 'Bewijs',
  equal: 'Gelijkwaardig bewijs',
  checked: 'Hoe wij het nagaan',
  onBreach: 'Als het niet wordt nagekomen',
} as const
export type OwnWord = keyof typeof OWN_WORDS

/** What happens with a duty of a contract. */
export const DUTY_STEPS = {
  kept: 'nagekomen',
  unsure: 'niet vast te stellen',
  breach: 'niet nagekomen',
  repaired: 'hersteld',
  rehearsed: 'overstap geoefend',
  ended: 'beëindigd',
} as const
export type DutyStep = keyof typeof DUTY_STEPS
