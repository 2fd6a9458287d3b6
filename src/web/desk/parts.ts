/**
 * Takes what a page of several parts sent apart: what belongs to the button that was pressed, and what stands beside.
 */
import type { Fields } from '../body.ts'
import { contentsOf, type Part, type Typed } from './typed.tsx'

/** What the page says of itself; these are no fields of anybody. */
const PAPERS = new Set(['token', 'voor', 'vanaf', 'getypt', 'deel'])
/** More parts than any page of ours has. */
const MOST_PARTS = 200

export type Apart = {
  /** The fields of the part that was sent, by their own names, and what belongs to no part. */
  readonly own: Fields
  readonly typed: Typed
  /** Other parts in which somebody typed. */
  readonly beside: readonly Typed[]
  readonly parts: readonly Part[]
  /** Names of files that were chosen in other parts: those cannot be given back. */
  readonly files: readonly string[]
}

/**
 * `action` and `prefix`: of the part whose button was pressed. A form of its own has no parts. A name that several
 * parts have for a field that is seen reaches none of them: the tests of the desk say so of every page.
 */
export function takeApart(fields: Fields, action: string, prefix: string): Apart {
  const parts = (fields['deel'] ?? []).slice(0, MOST_PARTS).flatMap((told) => partOf(told) ?? [])
  const mine = (part: Part) => part.action === action && part.prefix === prefix
  const others = parts.filter((part) => !mine(part))
  const unseen = parts.find(mine)?.unseen ?? {}
  const claimed = new Set(others.flatMap((part) => part.names.map((name) => part.prefix + name)))
  const own: Record<string, readonly (string | File)[]> = Object.create(null)
  for (const [name, values] of Object.entries(fields))
    if (!claimed.has(name) && !PAPERS.has(name))
      own[name.startsWith(prefix) ? name.slice(prefix.length) : name] = values
  const typed = { action, prefix, fields: textsOf(own), unseen }
  for (const [name, value] of Object.entries(unseen)) own[name] ??= [value]
  const beside = others.filter((part) => touched(part, fields))
  return {
    own,
    typed,
    beside: beside.map((part) => ({
      action: part.action,
      prefix: part.prefix,
      fields: textsOf(fieldsOf(part, fields)),
      unseen: part.unseen,
    })),
    parts,
    files: beside.flatMap((part) => Object.values(fieldsOf(part, fields)).flatMap(chosen)),
  }
}

/** Names of the files that somebody chose. */
export const filesIn = (fields: Fields): readonly string[] => Object.values(fields).flatMap(chosen)
const chosen = (values: readonly (string | File)[]): string[] =>
  values.flatMap((value) => (value instanceof File && value.name !== '' ? [value.name.slice(0, 200)] : []))

const fieldsOf = ({ names, prefix }: Part, fields: Fields): Fields =>
  Object.fromEntries(names.map((name) => [name, fields[prefix + name] ?? []]))
const textsOf = (fields: Fields): Typed['fields'] =>
  Object.fromEntries(
    Object.entries(fields).map(([name, values]) => [name, values.filter((value) => typeof value === 'string')]),
  )

function touched(part: Part, fields: Fields): boolean {
  const now = fieldsOf(part, fields)
  return (
    contentsOf(Object.entries(textsOf(now))) !== part.was || Object.values(now).some((each) => chosen(each).length > 0)
  )
}

function partOf(said: string | File): Part | undefined {
  if (typeof said !== 'string') return undefined
  try {
    const { action, prefix, names, unseen = {}, was } = JSON.parse(said) as Record<string, unknown>
    const told = (record: unknown): record is Record<string, string> =>
      typeof record === 'object' && record !== null && texts(Object.values(record))
    const texts = (list: unknown): list is string[] =>
      Array.isArray(list) && list.every((each) => typeof each === 'string')
    return [action, prefix, was].every((each) => typeof each === 'string') && texts(names) && told(unseen)
      ? { action: action as string, prefix: prefix as string, names, unseen, was: was as string }
      : undefined
  } catch {
    return undefined // not made by a page of ours: then it is no part
  }
}
