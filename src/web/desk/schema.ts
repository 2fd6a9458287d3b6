/**
 * A form as a schema: of each field how it is read and what it may hold, with what to say in Dutch when it does not.
 * What was typed comes back beside it, so that a page with a message still shows it (decision 0014). A route reads what
 * was typed by this, and only what the page itself put in the form by `sent.mark` (decision 0044).
 */
import { z } from 'zod'
import { isDate } from '../../lib/iso-date.ts'
import { none, type Problems } from './problems.tsx'
import type { Sent } from './route.ts'

export type FormField<T, S extends z.ZodType> = { readonly read: (sent: Sent, name: string) => T; readonly holds: S }
type FormFields = Readonly<Record<string, FormField<unknown, z.ZodType>>>
export type Typed<F extends FormFields> = { readonly [K in keyof F]: ReturnType<F[K]['read']> }
export type Held<F extends FormFields> = { readonly [K in keyof F]: z.output<F[K]['holds']> }
/** Something that must be so of several fields together; asked when its field is right by itself. */
export type Across<F extends FormFields> = {
  readonly field: Extract<keyof F, string>
  readonly holds: (typed: Typed<F>) => boolean
  readonly says: string | ((typed: Typed<F>) => string)
}

/** A text of at most so many characters: a longer one is never cut, the desk gives it back with its length. */
export const text = <S extends z.ZodType = z.ZodString>(
  most: number,
  holds: S = z.string() as unknown as S,
): FormField<string, S> => ({ read: (sent, name) => sent.text(name, most), holds })
/** A choice, a date or a number: what it may hold says how long it is. */
export const word = <S extends z.ZodType>(holds: S): FormField<string, S> => ({
  read: (sent, name) => sent.text(name),
  holds,
})
/** Several of a list. */
export const several = <S extends z.ZodType>(holds: S): FormField<readonly string[], S> => ({
  read: (sent, name) => sent.all(name),
  holds,
})
/** A box with one sentence: ticked or not. */
export const ticked: FormField<readonly string[], z.ZodType<boolean>> = {
  read: (sent, name) => sent.all(name),
  holds: z.array(z.string()).transform((values) => values.includes('ja')),
}
/** A password, as it was typed. */
export const secret: FormField<string, z.ZodString> = { read: (sent, name) => sent.raw(name), holds: z.string() }
/** A file, or none. */
export const file: FormField<File | undefined, z.ZodType<File | undefined>> = {
  read: (sent, name) => sent.file(name),
  holds: z.custom<File | undefined>(),
}

/** Any number of files. */
export const files: FormField<readonly File[], z.ZodType<readonly File[]>> = {
  read: (sent, name) => sent.files(name),
  holds: z.custom<readonly File[]>(),
}

/** Something was typed. */
export const filled = (says: string) => z.string().min(1, says)
/** What a rule of the feature says yes to. */
export const thatIs = (rule: (text: string) => boolean, says: string) => z.string().refine(rule, says)
/** Nothing, or what a rule says yes to. */
export const emptyOr = (rule: (text: string) => boolean, says: string) =>
  thatIs((typed) => typed === '' || rule(typed), says)
/** A day that exists, or nothing. */
export const dateOrNone = (example: string) => emptyOr(isDate, `Vul een datum in, zoals ${example}.`)
/** One of these. */
export const oneOf = <const W extends readonly string[]>(words: W, says: string) => z.enum(words, { error: says })

/** The one of these with the id that was chosen. */
export const among = <P extends { readonly id: string }>(these: readonly P[], says: string) =>
  z.string().transform((id, context): P => {
    const found = these.find((each) => each.id === id)
    if (found) return found
    context.addIssue({ code: 'custom', message: says })
    return z.NEVER
  })

/** Said of what no schema has words for. */
const OTHERWISE = 'Dit kunnen wij zo niet gebruiken. Vul het anders in.'

/**
 * What was typed, and either what it holds or what is not right about it, in the order of the fields: one message each.
 * Throws TooLong when a text is longer than it may be.
 */
export function readForm<const F extends FormFields>(
  fields: F,
  sent: Sent,
  across: readonly Across<F>[] = [],
): { readonly typed: Typed<F> } & (
  | { readonly held: Held<F>; readonly problems: Problems }
  | { readonly held: undefined; readonly problems: Problems }
) {
  const entries = Object.entries(fields)
  const typed = Object.fromEntries(entries.map(([name, field]) => [name, field.read(sent, name)])) as Typed<F>
  const read = z
    .object(Object.fromEntries(entries.map(([name, { holds }]) => [name, holds])))
    .safeParse(typed, { error: () => OTHERWISE })
  const wrong = new Map<string, string>()
  for (const { path, message } of read.error?.issues ?? [])
    if (!wrong.has(String(path[0]))) wrong.set(String(path[0]), message)
  for (const { field, holds, says } of across)
    if (!wrong.has(field) && !holds(typed)) wrong.set(field, typeof says === 'string' ? says : says(typed))
  if (read.success && wrong.size === 0) return { typed, held: read.data as Held<F>, problems: none }
  const problems = Object.fromEntries(
    Object.keys(fields).flatMap((name) => (wrong.has(name) ? [[name, wrong.get(name)!]] : [])),
  )
  return { typed, held: undefined, problems }
}
