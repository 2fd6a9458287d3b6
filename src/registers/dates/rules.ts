/** Which dates of a register come on the calendar, and how they are said. Pure. */
import type { Field, Register } from '../../model/register.ts'
import { day } from '../../web/language.ts'

/** A date that something is done about: it has reminders, or the file says that something ends or is looked at then. */
const watched = ({ kind, role, remindDays }: Field): boolean =>
  kind === 'date' && (remindDays.length > 0 || role === 'ends' || role === 'notice' || role === 'review')

/**
 * The dates of a register that come on the calendar. One that stands in the rows of a list has the name of both, as in
 * `punten.datum`: so the database names it too.
 */
export const datesOf = ({ fields }: Pick<Register, 'fields'>): readonly Field[] =>
  [...fields, ...fields.flatMap(({ id, parts }) => parts.map((part) => ({ ...part, id: `${id}.${part.id}` })))].filter(
    watched,
  )
/** One of them by its name. */
export const dateOf = (register: Register | undefined, id: string): Field | undefined =>
  register && datesOf(register).find((field) => field.id === id)

/** Whether something ought to have been done when this day is over; a law that began is none of that. */
export const passes = (registers: readonly Register[], { register, field }: Pick<Together, 'register' | 'field'>) => {
  const { role } =
    dateOf(
      registers.find(({ id }) => id === register),
      field,
    ) ?? {}
  return role === 'ends' || role === 'notice' || role === 'review'
}

/** The dates of these registers that come on the calendar. */
export const watchedOf = (registers: readonly Register[]) =>
  registers.flatMap((register) => datesOf(register).map((field) => ({ register, field })))

/** Entries of one register for which the same date means the same. */
export type Together = {
  readonly register: string
  readonly field: string
  readonly on: string
  readonly count: number
  /** The first of them by title. */
  readonly first: readonly { readonly id: string; readonly title: string }[]
}

/** `Zaaksysteem (contract)`, `12 van Contracten`. */
export const calledTogether = (register: Register, { count, first }: Pick<Together, 'count' | 'first'>): string =>
  count === 1 && first[0] ? `${first[0].title} (${register.one})` : `${count} van ${register.title}`

/** What comes, as one sentence without its full stop: `Zaaksysteem (contract): opzeggen kan uiterlijk op 3 maart`. */
export const comingIn = (register: Register, field: Field, group: Together): string =>
  `${calledTogether(register, group)}: ${lower(field.label)} ${day('nl', group.on)}`

/** Within a sentence, but for what is written in capitals, such as `DPIA`. */
const lower = (label: string): string =>
  /^\p{Lu}\p{Lu}/u.test(label) ? label : label.charAt(0).toLowerCase() + label.slice(1)

/** What a task about such a date is about: the same date and the same reminder are a task once. */
export const aboutDate = ({ register, field, on }: Pick<Together, 'register' | 'field' | 'on'>): string =>
  `register/${register}/${field}/${on}`
/** The kind of such a task. */
export const DATE_TASK = 'entry-date'

/** Where the entries with such a date stand. */
export const dateAddress = ({ register, field, on }: Pick<Together, 'register' | 'field' | 'on'>): string =>
  `/balie/agenda?${new URLSearchParams({ register, veld: field, datum: on }).toString()}`
