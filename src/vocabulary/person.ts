/** How an account stands, in words. */
export const PERSON_STATES = {
  invited: 'uitgenodigd',
  active: 'actief',
  blocked: 'geblokkeerd',
  left: 'vertrokken',
} as const
export type PersonState = keyof typeof PERSON_STATES
