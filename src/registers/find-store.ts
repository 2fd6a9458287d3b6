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
/** The entries that have one thing that is asked. `once`: each stands in it once. */
type Having = { readonly rows: RawBuilder<unknown>; readonly once: boolean }
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
 * Numbers of a page of the entries that are sought, in order, and how many there are. What fits is looked up once and
 * counted there; the page is read in its order from the index, and reading stops where the page ends.
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
  const rows = (field: string) => rowsOf(place, sought.ended, field)
  const sets = await setsOf(db, place, sought, words)
  const first = sets.length === 0 ? sql`` : sql`with hit as materialized (${meet(sets)})`
  const fits = sets.length === 0 ? sql`true` : among(sql`hit`)
  const all = sets.length === 0 ? rows('') : sql`hit`
  const most = counted === null ? null : counted + 1
  const total = sql`(select count(*)::int from (select from ${all} limit ${most}) t)`
  const look = async (page: RawBuilder<unknown>, count = total) =>
    (await sql<Numbers>`${first} select ${count} as total, array(${page}) as numbers`.execute(db)).rows[0]!

  const way = sql.raw(sought.descending ? 'desc' : 'asc')
  const sorted = place.register.fields.find(({ id, role }) => id === sought.sort && role !== 'title')
  if (!sorted) {
    // Who types a number means the one with that number first.
    const number = /^\s*\d{1,9}\s*$/.test(sought.q) ? sql`no = ${Number(sought.q)} desc, ` : sql``
    return look(sql`select no from ${rows('')} and ${fits} order by ${number}term ${way}, no ${way}
      limit ${size} offset ${skip}`)
  }
  const filled = await look(inOrderOf(sorted, rows, fits, way, { size, skip }))
  if (filled.numbers.length === size) return filled
  // Where it was not filled in comes last, whichever way.
  const { total: before } = await look(
    sql`select 0 where false`,
    sql`(select count(*)::int from ${rows(sorted.id)} and ${fits})`,
  )
  const empty = await look(sql`select no from ${rows('')} and ${fits} and no not in (select no from ${rows(sorted.id)})
    order by term, no limit ${size - filled.numbers.length} offset ${Math.max(0, skip - before)}`)
  return { total: filled.total, numbers: [...filled.numbers, ...empty.numbers] }
}

/** Asked of the rows of the entries themselves: whether one is among those that are sought. */
export async function isSought(db: Kysely<Tables>, place: Place, sought: Fitting): Promise<RawBuilder<boolean>> {
  const words = askedWords(sought.q)
  if (noWords(sought.q, words)) return sql<boolean>`false`
  const sets = await setsOf(db, place, sought, words)
  const all = { rows: sql`select no from ${rowsOf(place, sought.ended, '')}`, once: true }
  return among(sql`(${meet(sets.length > 0 ? sets : [all])}) hit`)
}

/** Something was asked in which no word is. */
const noWords = (q: string, words: readonly string[]): boolean => q.trim() !== '' && words.length === 0

/** For each word and each answer the entries that have it. */
async function setsOf(
  db: Kysely<Tables>,
  place: Place,
  { filters, ended }: Fitting,
  words: readonly string[],
): Promise<readonly Having[]> {
  const having = (field: string, what: RawBuilder<unknown>, once: boolean) => ({
    rows: sql`select no from ${rowsOf(place, ended, field)} and ${what}`,
    once,
  })
  const sets = Object.entries(filters).map(([id, answer]) =>
    having(id, sql`term = ${termOf(place.register, id, answer)}`, true),
  )
  for (const word of words) {
    const whole = await wordsWith(db, place, word)
    const what = whole ? sql`term = any(${sql.val(whole)}::text[])` : sql`term >= ${word} and term < ${word + LAST}`
    sets.push(having('*', what, whole?.length === 1))
  }
  return sets
}

/** What is in all of them, each once. */
const meet = (sets: readonly Having[]): RawBuilder<unknown> => {
  const [one] = sets
  if (sets.length > 1)
    return sql.join(
      sets.map(({ rows }) => rows),
      sql` intersect `,
    )
  // Of a word that stands in every entry, taking out what is double costs more than all the rest.
  return one!.once ? one!.rows : sql`select distinct no from (${one!.rows}) one`
}

/** `is true` keeps the database from making a join of it, whose way would hang on its guess. */
const among = (rows: RawBuilder<unknown>) => sql<boolean>`(no in (select no from ${rows})) is true`

const rowsOf = ({ schema, municipality, register }: Place, ended: boolean, field: string): RawBuilder<unknown> => sql`
  ${sql.table(`${schema}.entry_term`)} where municipality = ${municipality} and register = ${register.id}
    and ended = ${ended} and field = ${field}`

/** The words of this register in which this one stands; undefined where it is only looked for as a beginning. */
async function wordsWith(
  db: Kysely<Tables>,
  { schema, municipality, register }: Place,
  word: string,
): Promise<readonly string[] | undefined> {
  if (word.length < WITHIN || /^\d+$/.test(word)) return undefined
  const { rows } = await sql<{ word: string }>`select word from ${sql.table(`${schema}.entry_word`)}
    where municipality = ${municipality} and register = ${register.id} and word like ${`%${word}%`}`.execute(db)
  return rows.map((row) => row.word)
}

/** As the database keeps an answer. */
const termOf = ({ fields }: Register, id: string, answer: string): string =>
  fields.find((field) => field.id === id)?.kind === 'yes-no'
    ? String(answer === 'ja')
    : answer.toLowerCase().slice(0, 100)

/**
 * In the order of a field. Numbers are kept so that they sort by size, the rest sorts by its words. Choices stand in
 * the order of the file, after them what the file has no longer; of each as many are read as the page can hold.
 */
function inOrderOf(
  { id, kind, options }: Field,
  rows: (field: string) => RawBuilder<unknown>,
  fits: RawBuilder<unknown>,
  way: RawBuilder<unknown>,
  { size, skip }: { readonly size: number; readonly skip: number },
): RawBuilder<unknown> {
  const page = sql`limit ${size} offset ${skip}`
  if (kind !== 'choice') return sql`select no from ${rows(id)} and ${fits} order by term ${way}, no ${way} ${page}`
  const next = sql`select term from ${rows(id)}`
  return sql`with recursive given (one) as ((${next} order by term limit 1)
      union all select (${next} and term > one order by term limit 1) from given where one is not null)
    select no from given cross join lateral (
      select no from ${rows(id)} and term = one and ${fits} order by no ${way} limit ${size + skip}) its
    order by array_position(${sql.val(options.map((each) => each.id.toLowerCase()))}::text[], one) ${way}, no ${way}
    ${page}`
}
