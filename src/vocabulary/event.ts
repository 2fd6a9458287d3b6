/** Events: the closed lists, what they are called at the desk and in files, and the terms they are held to. */

/** `hack`: people look for weaknesses in systems, by rules and with consent. */
export const EVENT_KINDS = ['seminar', 'workshop', 'walk-in', 'hackathon', 'hack', 'meeting'] as const
export type EventKind = (typeof EVENT_KINDS)[number]

export const EVENT_SUBJECTS = [
  'safety',
  'privacy',
  'accessibility',
  'algorithms',
  'open-source',
  'skills',
  'business',
  'city',
] as const
export type EventSubject = (typeof EVENT_SUBJECTS)[number]

export const EVENT_STATES = {
  proposed: 'voorgesteld',
  placed: 'staat in de agenda',
  declined: 'niet geplaatst',
  cancelled: 'gaat niet door',
} as const
export type EventState = keyof typeof EVENT_STATES

/** What these are called at the desk and in files. */
export const EVENT_WORDS = {
  kind: {
    seminar: 'seminar',
    workshop: 'workshop',
    'walk-in': 'inloop',
    hackathon: 'hackathon',
    hack: 'hackevenement',
    meeting: 'bijeenkomst',
  } satisfies Record<EventKind, string>,
  subject: {
    safety: 'veilig online',
    privacy: 'privacy',
    accessibility: 'toegankelijkheid',
    algorithms: 'algoritmes en AI',
    'open-source': 'open software en data',
    skills: 'digitale vaardigheden',
    business: 'ondernemers',
    city: 'de digitale stad',
  } satisfies Record<EventSubject, string>,
}

/** Sign-ups that a municipality takes in a day, and that may wait for one event. */
export const JOINS_A_DAY = 300
export const MOST_WAITING = 100
/** Days before an event at which who joined is reminded. */
export const REMIND_JOINED_BEFORE = 1
/** Days after an event at which its organiser is asked what was learned. */
export const LESSONS_ASKED_AFTER = 3
/** Links to material of one event. */
export const MOST_MATERIAL = 12
