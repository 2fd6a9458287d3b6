/** Someone who works at the desk. */
import type { Role } from '../vocabulary/roles.ts'

export type Person = {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly function: string
  readonly roles: readonly Role[]
  /** The partner organisation this person works for; null for the municipality itself. */
  readonly organisation: string | null
}
