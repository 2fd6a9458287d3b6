/** Words of exercises: by which way a message comes, in which phase, how one stands, and what happens to a lesson. */

/** How a player hears it. */
export const WAYS = {
  phone: { nl: 'telefoon', en: 'telephone' },
  email: { nl: 'e-mail', en: 'e-mail' },
  chat: { nl: 'app', en: 'chat' },
  screen: { nl: 'scherm', en: 'screen' },
  visit: { nl: 'iemand komt langs', en: 'somebody comes by' },
} as const
export type Way = keyof typeof WAYS
/** As a scenario calls it. */
export const WAY_WORDS: Readonly<Record<string, Way>> = {
  telefoon: 'phone',
  'e-mail': 'email',
  app: 'chat',
  scherm: 'screen',
  bezoek: 'visit',
}

export const PHASES = {
  notice: { nl: 'merken', en: 'noticing' },
  act: { nl: 'handelen', en: 'acting' },
  recover: { nl: 'herstellen', en: 'recovering' },
} as const
export type Phase = keyof typeof PHASES
export const PHASE_WORDS: Readonly<Record<string, Phase>> = { merken: 'notice', handelen: 'act', herstellen: 'recover' }

export const EXERCISE_STATES = {
  planned: 'gepland',
  running: 'loopt nu',
  ended: 'gespeeld',
  cancelled: 'gaat niet door',
} as const
export type ExerciseState = keyof typeof EXERCISE_STATES

/** What a line of the record tells. */
export const EVENT_WORDS = {
  started: 'De oefening begon.',
  paused: 'Pauze.',
  resumed: 'Verder.',
  sent: 'Bericht gegeven',
  skipped: 'Bericht overgeslagen',
  action: 'Gedaan of besloten',
  seen: 'Bevinding',
  ended: 'De oefening eindigde.',
  remark: 'Opmerking achteraf',
} as const
export type EventKind = keyof typeof EVENT_WORDS

/** How a measure stands: its owner hands in proof, somebody else looks at it. */
export const MEASURE_STATES = {
  open: 'open',
  proven: 'bewijs ingestuurd',
  done: 'klaar',
  dropped: 'vervallen',
} as const

/** What is said of a point that an exercise shows. */
export const WEIGHED = { met: 'voldoet', partly: 'voldoet deels', unmet: 'voldoet niet' } as const
export type Weighed = keyof typeof WEIGHED

/** Months after the end that names of who played are kept. */
export const NAMES_KEPT_MONTHS = 12
/** Below so many organisations nothing of their measures is told: one could see whose they are. */
export const LEAST_EXERCISES = 5
