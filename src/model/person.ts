/** Someone who works at the desk. */
import type { Role } from './roles.ts'

/** How an account stands, in words. */
export const PERSON_STATES = {
  invited: 'uitgenodigd',
  active: 'actief',
  blocked: 'geblokkeerd',
  left: 'vertrokken',
} as const
export type PersonState = keyof typeof PERSON_STATES

export type Person = {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly function: string
  readonly roles: readonly Role[]
  /** The partner organisation this person works for; null for the municipality itself. */
  readonly organisation: string | null
}
