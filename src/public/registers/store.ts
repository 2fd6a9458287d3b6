/** Reads the public entries of the registers: the `published` schema and nothing else. */
import { sql } from 'kysely'
import { onMap, within, type Within } from '../../db/places.ts'
import type { Register, Values } from '../../model/register.ts'
import { findNumbers, isSought } from '../../registers/find-store.ts'
import type { Found, PublicChange, Where } from '../listed.ts'

export type PublicEntry = {
  readonly id: string
  readonly no: number
  readonly version: number
  readonly slug: string
  readonly title: string
  readonly values: Values
  /** No longer kept up. */
  readonly ended: boolean
  readonly from: Date
  /** Until another version came; null while it stands. */
  readonly to: Date | null
}
const COLUMNS = ['id', 'no', 'version', 'slug', 'title', 'values', 'ended', 'from_at as from', 'to_at as to'] as const

const of = ({ db, municipality }: Where, register: string) =>
  db.selectFrom('published.entry').where('municipality', '=', municipality).where('register', '=', register)

export type Narrowed = {
  readonly q: string
  /** An answer by the id of its field. */
  readonly filters: Readonly<Record<string, string>>
  readonly page: number
  readonly size: number
}

/** What is public now, by title. */
export async function listPublic(
  at: Where,
  register: Register,
  { q, filters, page, size }: Narrowed,
): Promise<Found<PublicEntry>> {
  const { total, numbers } = await findNumbers(
    at.db,
    { schema: 'published', municipality: at.municipality, register },
    { q, filters, sort: '', descending: false, ended: false },
    { size, skip: (page - 1) * size },
    null,
  )
  const rows = await of(at, register.id)
    .select(COLUMNS)
    .where('to_at', 'is', null)
    .where(sql<boolean>`no = any(${sql.val(numbers)}::int[])`)
    .execute()
  const byNumber = new Map(rows.map((row) => [row.no, row]))
  return { total, rows: numbers.flatMap((no) => byNumber.get(no) ?? []) }
}

/** Of what is public now and kept up, those after a number. */
export const publicAfter = (at: Where, register: string, no: number, size: number): Promise<readonly PublicEntry[]> =>
  of(at, register)
    .select(COLUMNS)
    .where('to_at', 'is', null)
    .where('ended', '=', false)
    .where('no', '>', no)
    .orderBy('no')
    .limit(size)
    .execute()

/** Of what is sought all that have a place within these edges, `most` and one more at most; and how many have none. */
export async function placesPublic(
  at: Where,
  register: Register,
  asked: Pick<Narrowed, 'q' | 'filters'>,
  { field, edges, most }: Within,
) {
  const { municipality } = at
  const found = of(at, register.id)
    .where('to_at', 'is', null)
    .where(await isSought(at.db, { schema: 'published', municipality, register }, { ...asked, ended: false }))
  const [rows, { none }] = await Promise.all([
    found
      .select(['id', 'slug', 'title', 'values'])
      .where(onMap(field))
      .$if(edges !== undefined, (query) => query.where(within(field, edges!)))
      .orderBy('no')
      .limit(most + 1)
      .execute(),
    found
      .select(sql<number>`count(*)::int`.as('none'))
      .where(onMap(field, false))
      .executeTakeFirstOrThrow(),
  ])
  return { rows, none }
}

/** What stands at an address, or an earlier version of it. */
export const readPublic = (
  at: Where,
  register: string,
  slug: string,
  version?: number,
): Promise<PublicEntry | undefined> =>
  of(at, register)
    .select(COLUMNS)
    .where('slug', '=', slug)
    .$if(version === undefined, (query) => query.where('to_at', 'is', null))
    .$if(version !== undefined, (query) => query.where('version', '=', version!))
    .executeTakeFirst()

/** The same by its id. */
export const publicById = (at: Where, register: string, id: string): Promise<PublicEntry | undefined> =>
  of(at, register).select(COLUMNS).where('id', '=', id).where('to_at', 'is', null).executeTakeFirst()

/** When each version came and what it said, the newest first. */
export const versionsOfPublic = (at: Where, register: string, id: string) =>
  of(at, register)
    .select(['version', 'from_at as from', 'to_at as to', 'values'])
    .where('id', '=', id)
    .orderBy('from_at', 'desc')
    .execute()

/** What was public at this address and is not any more. */
export const withdrawnAt = ({ db, municipality }: Where, register: string, slug: string) =>
  db
    .selectFrom('published.entry_withdrawn')
    .select(['no', 'reason', 'at'])
    .where('municipality', '=', municipality)
    .where('register', '=', register)
    .where('slug', '=', slug)
    .executeTakeFirst()

/** Whether the one of this id was public, and was withdrawn. */
export const wasPublic = async ({ db, municipality }: Where, register: string, id: string): Promise<boolean> =>
  (await db
    .selectFrom('published.entry_withdrawn')
    .select('no')
    .where('municipality', '=', municipality)
    .where('register', '=', register)
    .where('id', '=', id)
    .executeTakeFirst()) !== undefined

/** What came, changed or went, the newest first. */
export async function changesOfPublic(
  at: Where,
  register: { readonly id: string; readonly path: string; readonly one: string },
  most: number,
): Promise<readonly PublicChange[]> {
  const [rows, gone] = await Promise.all([
    of(at, register.id)
      .select(['slug', 'version', 'title', 'from_at as at'])
      .select(
        sql<boolean>`not exists (select from published.entry b where b.municipality = published.entry.municipality
          and b.id = published.entry.id and b.from_at < published.entry.from_at)`.as('first'),
      )
      .orderBy('from_at', 'desc')
      .limit(most)
      .execute(),
    at.db
      .selectFrom('published.entry_withdrawn')
      .select(['slug', 'no', 'at'])
      .where('municipality', '=', at.municipality)
      .where('register', '=', register.id)
      .orderBy('at', 'desc')
      .limit(most)
      .execute(),
  ])
  return [
    ...rows.map((row) => ({
      path: `${register.path}/${row.slug}/versie/${row.version}`,
      title: row.title,
      at: row.at,
      what: row.first ? ('new' as const) : ('changed' as const),
    })),
    ...gone.map((row) => ({
      path: `${register.path}/${row.slug}`,
      title: `${register.one} ${row.no}`,
      at: row.at,
      what: 'withdrawn' as const,
    })),
  ]
    .toSorted((a, b) => b.at.getTime() - a.at.getTime())
    .slice(0, most)
}

/** What of a register comes from a day on, by day: each of these fields of an entry that is kept up. */
export async function comingOfPublic(
  { db, municipality }: Where,
  register: string,
  fields: readonly string[],
  from: string,
  most: number,
) {
  const { rows } = await sql<{ id: string; slug: string; title: string; at: Date; field: string; on: string }>`
    select e.id, e.slug, e.title, e.from_at as at, f.field, day.on
    from published.entry e cross join unnest(${[...fields]}::text[]) as f (field)
    cross join lateral (select e.values ->> f.field as on
      union select line ->> split_part(f.field, '.', 2) from jsonb_array_elements(case jsonb_typeof(e.values ->
        split_part(f.field, '.', 1)) when 'array' then e.values -> split_part(f.field, '.', 1) else '[]' end) line) day
    where e.municipality = ${municipality} and e.register = ${register} and e.to_at is null and not e.ended
      and day.on >= ${from} and day.on ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' and pg_input_is_valid(day.on, 'date')
    order by day.on, lower(e.title), e.no, f.field limit ${most}`.execute(db)
  return rows
}
