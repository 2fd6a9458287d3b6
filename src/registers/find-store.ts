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
type Place = { readonly schema: 'public' | 'published'; readonly municipality: string; readonly register: Register }

/** The last sign there is: what begins with a word sorts before the word with this behind it. */
const LAST = '\u{10FFFF}'
/** Shorter words, and numbers, are found where a word begins: within words they are everywhere. */
const WITHIN = 3

/** Numbers of a page of the entries that are sought, in order, and how many there are in all. */
export async function findNumbers(
  db: Kysely<Tables>,
  place: Place,
  sought: Sought,
  { size, skip }: { readonly size: number; readonly skip: number },
): Promise<{ readonly total: number; readonly numbers: readonly number[] }> {
  const words = askedWords(sought.q)
  if (sought.q.trim() !== '' && words.length === 0) return { total: 0, numbers: [] }
  const { register } = place
  const sorted = register.fields.find(({ id, role }) => id === sought.sort && role !== 'title')
  const way = sql.raw(sought.descending ? 'desc' : 'asc')
  // Who types a number means the one with that number first.
  const number = /^\s*\d{1,9}\s*$/.test(sought.q) ? Number(sought.q) : 0
  const byTitle = sql`${number > 0 ? sql`t.no = ${number} desc, ` : sql``}t.term ${way}, t.no ${way}`
  const rowsOf = (name: string, field: string) => sql`
    ${sql.table(`${place.schema}.entry_term`)} ${sql.raw(name)} where ${sql.raw(name)}.municipality = ${place.municipality}
      and ${sql.raw(name)}.register = ${register.id} and ${sql.raw(name)}.ended = ${sought.ended}
      and ${sql.raw(name)}.field = ${field}`
  const conditions = [
    ...words.map((word) => sql`t.no in (select w.no from ${rowsOf('w', '*')} and ${isOf(place, word)})`),
    ...Object.entries(sought.filters).map(
      ([id, answer]) => sql`t.no in (select f.no from ${rowsOf('f', id)} and f.term = ${termOf(register, id, answer)})`,
    ),
  ]
  const { rows } = await sql<{ no: number; total: number }>`
    select t.no, count(*) over ()::int as total from
      (select t.no, t.term from ${rowsOf('t', '')} ${conditions.map((each) => sql` and ${each}`).reduce(joined, sql``)}) t
      ${sorted ? sql`left join (select s.no, s.term from ${rowsOf('s', sorted.id)}) s on s.no = t.no` : sql``}
    order by ${sorted ? sql`${orderOf(sorted)} ${way} nulls last, t.term, t.no` : byTitle}
    limit ${size} offset ${skip}`.execute(db)
  return { total: rows[0]?.total ?? 0, numbers: rows.map(({ no }) => no) }
}

const joined = (all: RawBuilder<unknown>, one: RawBuilder<unknown>): RawBuilder<unknown> => sql`${all}${one}`

/** A word that is, or begins with, what was typed; from three letters on also one in which it stands. */
function isOf({ schema, municipality, register }: Place, word: string): RawBuilder<boolean> {
  if (word.length < WITHIN || /^\d+$/.test(word)) return sql`w.term >= ${word} and w.term < ${word + LAST}`
  return sql`w.term in (select k.word from ${sql.table(`${schema}.entry_word`)} k
    where k.municipality = ${municipality} and k.register = ${register.id} and k.word like ${`%${word}%`})`
}

/** As the database keeps an answer. */
const termOf = ({ fields }: Register, id: string, answer: string): string =>
  fields.find((field) => field.id === id)?.kind === 'yes-no'
    ? String(answer === 'ja')
    : answer.toLowerCase().slice(0, 100)

/** Choices in the order of the file; numbers are kept so that they sort by size, the rest sorts by its words. */
const orderOf = ({ kind, options }: Field): RawBuilder<unknown> =>
  kind === 'choice'
    ? sql`array_position(${sql.val(options.map(({ id }) => id.toLowerCase()))}::text[], s.term)`
    : sql`s.term`
