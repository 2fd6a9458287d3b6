/**
 * Which entries of a register somebody looks for, and in what order: answered from the narrow rows beside them
 * (migration 024), the same at the desk and for everybody.
 */
import { sql, type Kysely, type RawBuilder } from 'kysely'
import { askedWords } from '../lib/search-words.ts'
import type { Field, Register } from '../model/register.ts'
import type { Tables } from '../db/tables.ts'

export type Sought = {
  readonly q: string
  /** An answer by the id of its field. */
  readonly filters: Readonly<Record<string, string>>
  /** Id of a field; empty: by title. */
  readonly sort: string
  readonly descending: boolean
  readonly ended: boolean
}
type Fitting = Pick<Sought, 'q' | 'filters' | 'ended'>
type Place = { readonly schema: 'public' | 'published'; readonly municipality: string; readonly register: Register }

/** The last sign there is: what begins with a word sorts before the word with this behind it. */
const LAST = '\u{10FFFF}'
/** Shorter words, and numbers, are found where a word begins: within words they are everywhere. */
const WITHIN = 3

/** How far is counted at the desk; what is more is told as more. */
export const COUNTED = 10_000

export type Numbers = {
  /** At most one more than is counted. */
  readonly total: number
  readonly numbers: readonly number[]
}

/**
 * Numbers of a page of the entries that are sought, in order. Each set of entries is made once and looked up by its
 * hash, so that no guess of the database about its size can turn this into a pass over a set for each row of another.
 * `counted`: how far; null: to the end.
 */
export async function findNumbers(
  db: Kysely<Tables>,
  place: Place,
  sought: Sought,
  { size, skip }: { readonly size: number; readonly skip: number },
  counted: number | null = COUNTED,
): Promise<Numbers> {
  const words = askedWords(sought.q)
  if (noWords(sought.q, words)) return { total: 0, numbers: [] }
  const { register } = place
  const rows = (field: string) => rowsOf(place, sought.ended, field)
  const fits = fitting(place, sought, words)
  const take = async (from: RawBuilder<unknown>, order: RawBuilder<unknown>, most: number, past: number) =>
    (
      await sql<{
        no: number
      }>`select no from ${from} and ${fits} order by ${order} limit ${most} offset ${past}`.execute(db)
    ).rows.map(({ no }) => no)
  const count = async (from: RawBuilder<unknown>, most: number | null) =>
    (
      await sql<{
        n: number
      }>`select count(*)::int as n from (select from ${from} and ${fits} limit ${most}) t`.execute(db)
    ).rows[0]!.n

  const way = sql.raw(sought.descending ? 'desc' : 'asc')
  const most = counted === null ? null : counted + 1
  const sorted = register.fields.find(({ id, role }) => id === sought.sort && role !== 'title')
  if (!sorted) {
    // Who types a number means the one with that number first.
    const number = /^\s*\d{1,9}\s*$/.test(sought.q) ? Number(sought.q) : 0
    const order = sql`${number > 0 ? sql`no = ${number} desc, ` : sql``}term ${way}, no ${way}`
    if (words.length === 0)
      return { total: await count(rows(''), most), numbers: await take(rows(''), order, size, skip) }
    // Words are dear to look up: once, for the page and for how many there are.
    const { rows: found } = await sql<{ no: number; total: number }>`select no, count(*) over ()::int as total
      from ${rows('')} and ${fits} order by ${order} limit ${size} offset ${skip}`.execute(db)
    return { total: Math.min(found[0]?.total ?? 0, most ?? Infinity), numbers: found.map(({ no }) => no) }
  }
  const total = await count(rows(''), most)
  const filled = await take(rows(sorted.id), sql`${orderOf(sorted)} ${way}, no ${way}`, size, skip)
  if (filled.length === size) return { total, numbers: filled }
  // Where it was not filled in comes last, whichever way.
  const past = Math.max(0, skip - (filled.length > 0 ? skip : await count(rows(sorted.id), null)))
  const empty = sql`${rows('')} and no not in (select no from ${rows(sorted.id)})`
  return { total, numbers: [...filled, ...(await take(empty, sql`term, no`, size - filled.length, past))] }
}

/** Asked of the rows of the entries themselves: whether one is among those that are sought. */
export function isSought(place: Place, sought: Fitting): RawBuilder<boolean> {
  const words = askedWords(sought.q)
  if (noWords(sought.q, words)) return sql<boolean>`false`
  return among(sql`${rowsOf(place, sought.ended, '')} and ${fitting(place, sought, words)}`)
}

/** Something was asked in which no word is. */
const noWords = (q: string, words: readonly string[]): boolean => q.trim() !== '' && words.length === 0

/** That an entry has all these words and answers. */
function fitting(place: Place, { filters, ended }: Fitting, words: readonly string[]): RawBuilder<unknown> {
  const rows = (field: string) => rowsOf(place, ended, field)
  return [
    ...words.map((word) => among(sql`${rows('*')} and ${isOf(place, word)}`)),
    ...Object.entries(filters).map(([id, answer]) =>
      among(sql`${rows(id)} and term = ${termOf(place.register, id, answer)}`),
    ),
  ].reduce<RawBuilder<unknown>>((all, one) => sql`${all} and ${one}`, sql`true`)
}

/** `is true` keeps the database from making a join of it, whose way would hang on its guess. */
const among = (rows: RawBuilder<unknown>) => sql<boolean>`(no in (select no from ${rows})) is true`

const rowsOf = ({ schema, municipality, register }: Place, ended: boolean, field: string): RawBuilder<unknown> => sql`
  ${sql.table(`${schema}.entry_term`)} where municipality = ${municipality} and register = ${register.id}
    and ended = ${ended} and field = ${field}`

/** A word that is, or begins with, what was typed; from three letters on also one in which it stands. */
function isOf({ schema, municipality, register }: Place, word: string): RawBuilder<unknown> {
  if (word.length < WITHIN || /^\d+$/.test(word)) return sql`term >= ${word} and term < ${word + LAST}`
  return sql`term = any(array(select word from ${sql.table(`${schema}.entry_word`)}
    where municipality = ${municipality} and register = ${register.id} and word like ${`%${word}%`}))`
}

/** As the database keeps an answer. */
const termOf = ({ fields }: Register, id: string, answer: string): string =>
  fields.find((field) => field.id === id)?.kind === 'yes-no'
    ? String(answer === 'ja')
    : answer.toLowerCase().slice(0, 100)

/** Choices in the order of the file; numbers are kept so that they sort by size, the rest sorts by its words. */
const orderOf = ({ kind, options }: Field): RawBuilder<unknown> =>
  kind === 'choice'
    ? sql`array_position(${sql.val(options.map(({ id }) => id.toLowerCase()))}::text[], term)`
    : sql`term`
