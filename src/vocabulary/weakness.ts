/**
 * The states of a reported weakness, all year and at a hack event, and what may follow on what. After ISO 29147
 * (towards who reported it) and ISO 30111 (inside), with the terms that Dutch authorities keep.
 */

type Word = { readonly nl: string; readonly en: string }

/** `valid`: it is so, and somebody is to mend it. `closed`: nothing is left to do. */
export const WEAKNESS_STATES = {
  received: { nl: 'ontvangen', en: 'received' },
  valid: { nl: 'klopt', en: 'confirmed' },
  double: { nl: 'al eerder gemeld', en: 'reported before' },
  'out-of-scope': { nl: 'valt buiten de regels', en: 'out of scope' },
  'not-reproducible': { nl: 'niet na te doen', en: 'not reproducible' },
  fixing: { nl: 'wordt hersteld', en: 'being fixed' },
  fixed: { nl: 'hersteld', en: 'fixed' },
  retested: { nl: 'hersteld, en nagekeken', en: 'fixed, and tested again' },
  closed: { nl: 'afgesloten', en: 'closed' },
} as const satisfies Record<string, Word>
export type WeaknessState = keyof typeof WEAKNESS_STATES
/** Whether a word is one of them. */
export const isWeaknessState = (word: string): word is WeaknessState => Object.hasOwn(WEAKNESS_STATES, word)

/** What a person may say next. A judgement can be taken back: who reported it may show that it is so after all. */
export const WEAKNESS_NEXT: Readonly<Record<WeaknessState, readonly WeaknessState[]>> = {
  received: ['valid', 'double', 'out-of-scope', 'not-reproducible'],
  valid: ['fixing', 'fixed', 'double', 'not-reproducible'],
  double: ['valid', 'closed'],
  'out-of-scope': ['valid', 'closed'],
  'not-reproducible': ['valid', 'closed'],
  fixing: ['fixed', 'valid'],
  fixed: ['retested', 'fixing'],
  retested: ['fixing', 'closed'],
  closed: [],
}

/** Working days in which somebody says that it arrived, and what we make of it. */
export const ACKNOWLEDGED_WITHIN = 1
export const JUDGED_WITHIN = 3
/** Days after the repair on which somebody is asked to look at it again. */
export const RETESTED_WITHIN = 14
/** Days in which it is mended, from the day on which it came in. */
export const SOLVED_WITHIN = 60
/** Days of silence of a supplier after which a person is asked to go higher up. Nothing is published by the clock. */
export const SUPPLIER_SILENT_AFTER = 14

/** How bad it would be, as who found it thinks, and as we judge. */
export const SEVERITIES = {
  low: { nl: 'klein', en: 'low' },
  middle: { nl: 'gemiddeld', en: 'medium' },
  high: { nl: 'groot', en: 'high' },
  critical: { nl: 'zeer groot', en: 'critical' },
} as const
export type Severity = keyof typeof SEVERITIES
