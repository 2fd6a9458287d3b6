/** Answers on which others depend: what must be filled in because of them, and what then cannot be public. Pure. */
import type { Condition, Field, Register, Value, Values } from '../model/register.ts'
import { words, type Problems } from './values.ts'

/** An answer in the words of a register file. */
const asWritten = (value: Value | undefined): readonly string[] =>
  typeof value === 'boolean'
    ? [value ? 'ja' : 'nee']
    : Array.isArray(value)
      ? value.map(String)
      : value === undefined
        ? []
        : [String(value)]

/** Whether these values answer so. */
export const holds = ({ field, is }: Condition, values: Values): boolean =>
  is === 'filled' ? values[field] !== undefined : asWritten(values[field]).some((answer) => is.includes(answer))

/** When this field is asked of these values. */
export function requiredOf({ required, requiredIf }: Field, values: Values): Field['required'] {
  if (required === 'always' || requiredIf === undefined || !holds(requiredIf.condition, values)) return required
  return requiredIf.for === 'always' ? 'always' : 'publication'
}

/** What is asked because of another answer and is not there, by the id of its field; `known`: problems already told. */
export const dependentProblems = (register: Register, values: Values, known: Problems = {}): Problems =>
  Object.fromEntries(
    register.fields.flatMap((field) =>
      field.requiredIf?.for === 'always' &&
      values[field.id] === undefined &&
      known[field.id] === undefined &&
      holds(field.requiredIf.condition, values)
        ? [[field.id, `Vul “${field.label}” in: ${because(register, field.requiredIf.condition)}.`] as const]
        : [],
    ),
  )

/** Why that is asked: `bij “Land” staat “Ja, met een uitzondering”`. */
export function because({ fields }: Register, { field, is }: Condition): string {
  const asked = fields.find(({ id }) => id === field)
  const label = asked?.label ?? field
  return is === 'filled'
    ? `“${label}” is ingevuld`
    : `bij “${label}” staat ${is.map((answer) => `“${asked ? words(asked, answer) : answer}”`).join(' of ')}`
}

/** What still has to be filled in before everybody may read it. */
export const missingForPublication = (register: Register, values: Values): readonly Field[] =>
  register.fields.filter((field) => requiredOf(field, values) !== undefined && values[field.id] === undefined)

/** Answers with which it cannot be public at all, by the id of the field, with the reason in the file. */
export const barredByAnswers = (register: Register, values: Values): Problems =>
  Object.fromEntries(
    register.fields.flatMap((field) => {
      const found = field.barred?.find(
        ({ is, also }) => holds({ field: field.id, is }, values) && (also === undefined || holds(also, values)),
      )
      return found ? [[field.id, found.reason] as const] : []
    }),
  )
