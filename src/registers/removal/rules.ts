/** What ought to be gone must be shown to be gone: an entry that is past its end date and has no proof of it. Pure. */
import type { Field, Register, Values } from '../../model/register.ts'
import type { FieldRole } from '../../vocabulary/register.ts'
import { day } from '../../web/language.ts'

export const REMOVAL_TASK = 'entry-removal'
/** What a task is about. */
export const aboutRemoval = (entry: string): string => `entry/${entry}/removal`

export type RemovalFields = {
  /** Of what stands somewhere: to be gone by then. A contract that ends takes nothing away by that alone. */
  readonly ends: Field | undefined
  readonly removed: Field
  readonly proof: Field
}

/** The fields that say when it goes, when it went, and the proof; undefined: of this register nothing is removed. */
export function removalFields({ fields }: Register): RemovalFields | undefined {
  const of = (role: FieldRole) => fields.find((field) => field.role === role)
  const [removed, proof] = [of('removed'), of('proof')]
  return removed && proof ? { ends: of('place') && of('ends'), removed, proof } : undefined
}

export type Unproved = {
  /** The date that is past: of going, or that it went. */
  readonly field: Field
  /** YYYY-MM-DD. */
  readonly on: string
  readonly proof: Field
}

/** What of this entry is to be proved still; undefined: it need not be gone, or the proof is there. */
export function unproved(register: Register, values: Values, today: string): Unproved | undefined {
  const fields = removalFields(register)
  if (!fields || values[fields.proof.id] !== undefined) return undefined
  const { ends, removed, proof } = fields
  const [gone, end] = [values[removed.id], ends && values[ends.id]]
  if (typeof gone === 'string' && gone <= today) return { field: removed, on: gone, proof }
  // On its last day it may be there still.
  return ends && typeof end === 'string' && end < today ? { field: ends, on: end, proof } : undefined
}

/** What the list of tasks says. */
export const removalTask = ({ one }: Register, title: string, { field, on, proof }: Unproved): string =>
  `Voeg “${proof.label}” toe: ${title} (${one}), ${field.label.toLowerCase()} ${day('nl', on)}`
