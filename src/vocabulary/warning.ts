/** How a warning stands, what receivers answer, and how urgent it is, in words. */

export const WARNING_STATES = { open: 'nog niet verstuurd', sent: 'loopt', ended: 'voorbij' } as const
export type WarningState = keyof typeof WARNING_STATES

/** Why a warning ended. */
export const WARNING_ENDS = {
  done: 'het is opgelost',
  withdrawn: 'de bron trok haar in',
  superseded: 'een andere waarschuwing kwam ervoor in de plaats',
} as const
export type WarningEnd = keyof typeof WARNING_ENDS

export const WARNING_SOURCES = {
  own: 'van de gemeente zelf',
  file: 'ingelezen uit een bestand',
  feed: 'opgehaald bij de bron',
} as const

/** What an organisation says of a warning. Silence is unknown. */
export const REPLIES = ['applies', 'not', 'done', 'help'] as const
export type Reply = (typeof REPLIES)[number]
export const REPLY_WORDS: Readonly<Record<Reply, string>> = {
  applies: 'geldt voor ons',
  not: 'geldt niet voor ons',
  done: 'gedaan',
  help: 'hulp nodig',
}
export const SILENT = 'onbekend (nog geen antwoord)'

/** The two classes that the NCSC uses since 2026; older files give chance and damage. */
export const URGENCIES = { urgent: 'Urgent', normal: 'Normaal' } as const
export type Urgency = keyof typeof URGENCIES
export const LEVELS = { low: 'laag', medium: 'gemiddeld', high: 'hoog' } as const
export type Level = keyof typeof LEVELS

/** How the file of a source was found: signed well, or without anything to hold it against. */
export const SIGNATURES = {
  good: 'handtekening klopt',
  none: 'zonder handtekening',
  own: 'hier geschreven',
} as const
export type Signature = keyof typeof SIGNATURES

/** Where a warning names no day by which to act: the same at the desk and for everybody. */
export const AS_SOON = 'zo snel als u kunt'

/** Days that a warning runs at most before somebody looks whether it still holds. */
export const LONGEST_RUN = 120
/** Days before its end at which somebody is asked to renew or end it. */
export const REMIND_BEFORE = 7
/** Answers are shown to everybody from so many organisations. */
export const LEAST_REPLIES = 5
