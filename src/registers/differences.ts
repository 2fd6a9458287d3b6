/** Where two versions of an entry differ, field by field, in words. Pure. */
import type { Field, Register, Value, Values } from '../model/register.ts'
import { trailOf, type Change } from '../web/desk/edit.tsx'
import { isShut } from './access.ts'
import { textOf, told, typed, type Names } from './values.ts'

const NOBODY: Names = new Map()
/** The same for the same value, whatever order the database gives it in. Links and files are told apart by id. */
const mark = (field: Field, value: Value | undefined): string => [typed(field, value, NOBODY)].flat().join('\n')
const words = (field: Field, value: Value | undefined, names: Names): string =>
  told(field, value, 'nl', names).join(field.kind === 'long-text' ? '\n' : ', ')

/** The fields in which two differ, by id, in the order of the register. */
export const differences = (register: Register, before: Values, after: Values, names: Names = NOBODY): Change[] =>
  register.fields.flatMap((field) => {
    const [one, other] = [before[field.id], after[field.id]]
    if (mark(field, one) === mark(field, other)) return []
    const [from, to] = [words(field, one, names), words(field, other, names)]
    // Two places by the same name differ in where they are.
    return from === to
      ? [{ name: field.id, from: textOf(typed(field, one, names)), to: textOf(typed(field, other, names)) }]
      : [{ name: field.id, from, to }]
  })

/** What fields are called, by id. */
export const labelsOf = (register: Register): Readonly<Record<string, string>> =>
  Object.fromEntries(register.fields.map(({ id, label }) => [id, label]))

/** Changes as the trail tells them: by what the fields are called. */
export const namedChanges = (register: Register, changes: readonly Change[]): readonly Change[] => {
  const labels = labelsOf(register)
  return changes.map((change) => ({ ...change, name: labels[change.name] ?? change.name }))
}

/** For the trail of acts, which others read too: of a register that is for a few only which fields changed. */
export const trailed = (register: Register, changes: readonly Change[]): Readonly<Record<string, unknown>> => {
  const named = namedChanges(register, changes)
  return isShut(register) ? { changed: named.map(({ name }) => name).join(', ') } : trailOf(named)
}

/** What stands in an entry and in no field of its register any more: it stays, and comes back with the field. */
export const beyond = (register: Register, values: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([id]) => !register.fields.some((field) => field.id === id)))
