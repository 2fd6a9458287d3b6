/** Closed lists of lessons: the drawings that there are, how few a count may be, and how long things may get. */

/** Each is drawn in `web/lesson/drawings.ts`. */
export const PICTURES = [
  'adres',
  'agenda',
  'alarm',
  'back-up',
  'beeldtekst',
  'besluit',
  'brief',
  'brief-met-haak',
  'contrast',
  'formulier',
  'kaart-speld',
  'keuze',
  'kluis',
  'koekje',
  'machtiging',
  'mens-en-computer',
  'mensen',
  'opruimen',
  'pas',
  'rekenhulp',
  'schuiven',
  'slot',
  'stadhuis',
  'stekker',
  'stop-hand',
  'telefoon',
  'telefoon-bellen',
  'telefoon-code',
  'toetsenbord',
  'voetstappen',
  'vraag',
  'winkel',
  'woorden',
  'zoekmachine',
] as const
export type PictureName = (typeof PICTURES)[number]

/** What a count has to come to before anybody reads it: below that it could be known who it was. */
export const FEWEST_SHOWN = 5
/** Certificates of a municipality in a month: more is nobody who learns. */
export const CERTIFICATES_A_MONTH = 20_000
export const LONGEST_LABEL = 100
export const MOST_STAFF = 100_000
