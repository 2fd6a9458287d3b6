/** The words of how a digital service went. */

/** Whether it worked out. */
export const DONE = ['yes', 'partly', 'no'] as const
export type Done = (typeof DONE)[number]

/** Where somebody got stuck, in the words of an address. */
export const STUCK = ['vinden', 'begrijpen', 'inloggen', 'papieren', 'fout', 'niemand', 'anders'] as const
export type Stuck = (typeof STUCK)[number]

/** Characters of words, and answers about one product in a day. */
export const LONGEST_ANSWER = 300
export const RATINGS_A_DAY = 1_600
/** Days that words are kept; numbers stay. */
export const WORDS_KEPT_DAYS = 365
