/** Words of signing a covenant: on what ground, by which way, and what is said of a file that was signed elsewhere. */

/** By what somebody may sign for an organisation. `other` is told in words. */
export const GROUNDS = {
  'trade-register': 'bevoegd volgens het Handelsregister',
  mandate: 'mandaat of volmacht',
  mayor: 'burgemeester, of door de burgemeester aangewezen (Gemeentewet, artikel 171)',
  board: 'besluit van het bestuur',
  other: 'een andere grond',
} as const
export type Ground = keyof typeof GROUNDS
export const GROUND_IDS = Object.keys(GROUNDS) as [Ground, ...Ground[]]

export const CHANNELS = {
  link: 'met een link en een code per e-mail',
  desk: 'ingelogd aan de balie, met het wachtwoord opnieuw',
  pdf: 'met een pdf die elders is getekend',
  paper: 'op papier, met een scan',
} as const
export type Channel = keyof typeof CHANNELS

/** Of a signature: it counts, the version was replaced, or the party left. */
export const SIGNATURE_STATES = {
  valid: 'geldt',
  lapsed: 'vervallen: er kwam een nieuwe versie',
  withdrawn: 'ingetrokken: de partij stopte',
} as const
export type SignatureState = keyof typeof SIGNATURE_STATES

/** Why a link no longer opens. */
export const LINK_STATES = {
  open: 'werkt',
  expired: 'verlopen',
  replaced: 'vervangen door een nieuwe',
  'passed-on': 'doorgegeven aan een collega',
  'not-me': 'kwam bij de verkeerde',
  left: 'de partij stopte',
  over: 'het convenant is voorbij',
} as const
export type LinkState = keyof typeof LINK_STATES

/** What a program read in a file; never more than that. */
export const READINGS = {
  unchanged: 'ondertekening ongewijzigd; van wie hij is, is niet beoordeeld',
  'added-to': 'er is iets toegevoegd na de ondertekening',
  changed: 'gewijzigd na de ondertekening',
  unsigned: 'geen elektronische ondertekening in dit bestand',
  unread: 'niet gelezen',
  'not-a-pdf': 'een afbeelding: daar is niets in na te rekenen',
} as const

export const FILE_KINDS = {
  signed: 'pdf die elders is getekend',
  scan: 'scan van papier',
  validation: 'validatierapport',
} as const
export type FileKind = keyof typeof FILE_KINDS

/** What a validation report says, as a person read it. */
export const VALIDATIONS = {
  qualified: 'gekwalificeerde handtekening',
  advanced: 'geavanceerde handtekening',
  'not-valid': 'niet geldig',
} as const
export type Validation = keyof typeof VALIDATIONS

/** Days that a link works. */
export const LINK_DAYS = 60
/** Minutes that a mailed code works; the database holds to the same. */
export const CODE_MINUTES = 15
