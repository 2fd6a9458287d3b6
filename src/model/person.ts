/** Someone who works at the desk. */
import type { Role } from './roles.ts'

export type PersonState = 'invited' | 'active' | 'blocked' | 'left'

export type Person = {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly function: string
  readonly roles: readonly Role[]
  /** The partner organisation this person works for; null for the municipality itself. */
  readonly organisation: string | null
}
