/** The words of good practices: how far one is, under which licence it is shared, and how long each part may be. */

/** How far a practice is, in the words of the desk. */
export const PRACTICE_STATES = {
  sent: 'wacht op een collega',
  shown: 'staat op de site',
  refused: 'niet geplaatst',
  withdrawn: 'ingetrokken',
} as const
export type PracticeState = keyof typeof PRACTICE_STATES

type Licence = {
  readonly name: Readonly<Record<'nl' | 'en', string>>
  /** What others may do with it, in one sentence. */
  readonly means: Readonly<Record<'nl' | 'en', string>>
  readonly url: string
}
/** Under which licences somebody can share, by their SPDX id. One more is a line here and one in the database. */
export const LICENCES = {
  'CC0-1.0': {
    name: { nl: 'Vrij voor iedereen (CC0)', en: 'Free for everybody (CC0)' },
    means: {
      nl: 'Iedereen mag alles met de tekst doen, ook zonder uw naam te noemen.',
      en: 'Anybody may do anything with the text, also without naming you.',
    },
    url: 'https://creativecommons.org/publicdomain/zero/1.0/',
  },
  'CC-BY-4.0': {
    name: { nl: 'Vrij met naam (CC BY 4.0)', en: 'Free with name (CC BY 4.0)' },
    means: {
      nl: 'Iedereen mag de tekst gebruiken en veranderen, en noemt dan uw organisatie.',
      en: 'Anybody may use and change the text, and then names your organisation.',
    },
    url: 'https://creativecommons.org/licenses/by/4.0/',
  },
  'CC-BY-SA-4.0': {
    name: { nl: 'Vrij met naam, en opnieuw delen (CC BY-SA 4.0)', en: 'Free with name, share alike (CC BY-SA 4.0)' },
    means: {
      nl: 'Iedereen mag de tekst gebruiken, met uw organisatie erbij. Wie hem verandert, deelt hem weer zo.',
      en: 'Anybody may use the text and names your organisation. Who changes it shares it under this licence again.',
    },
    url: 'https://creativecommons.org/licenses/by-sa/4.0/',
  },
} as const satisfies Readonly<Record<string, Licence>>
export type LicenceId = keyof typeof LICENCES
/** Their ids, in the order of a form. */
export const LICENCE_IDS = Object.keys(LICENCES) as readonly LicenceId[]
/** Whether a form sent one of them. */
export const isLicence = (word: string): word is LicenceId => Object.hasOwn(LICENCES, word)

/** How somebody knows that a practice comes from the organisation that it names. */
export const PRACTICE_ORIGINS = {
  address: 'Het e-mailadres is van de organisatie.',
  asked: 'Ik vroeg het de organisatie zelf.',
  public: 'Het staat op de eigen site van de organisatie.',
} as const

/** How many signs each part holds. */
export const LONGEST = {
  title: 120,
  organisation: 120,
  problem: 1_000,
  did: 3_000,
  gained: 1_000,
  link: 300,
  name: 100,
  email: 320,
  reason: 1_000,
} as const
/** What a municipality takes in a day, and what waits at one time: who comes after is asked to come back or call. */
export const PRACTICES_A_DAY = 50
export const MOST_WAITING = 300
/** Working days within which a colleague looks at one. */
export const LOOKED_AT_WITHIN = 10
