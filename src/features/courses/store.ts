/** Places with help, and courses, as the desk keeps them. */
import { sql, type Insertable } from 'kysely'
import { v7 as uuid } from 'uuid'
import type { Tx } from '../../db/as.ts'
import { containing } from '../../db/like.ts'
import type { Tables } from '../../db/tables.ts'
import type { Times } from '../../lib/weekly-times.ts'
import type { EntryState } from '../../vocabulary/help.ts'

/** Entries on a page of the list. */
export const SIZE = 50

type PlaceRow = Insertable<Tables['help_place']>
type CourseRow = Insertable<Tables['course']>
type NotTyped = 'municipality' | 'id' | 'no' | 'organisation' | 'checked_by' | 'times' | 'sequence' | 'state'
/** What is written of a place, and of a course; who keeps it stands apart. */
export type PlaceIn = Omit<PlaceRow, NotTyped | 'created_at' | 'changed_at'> & { readonly times: Times }
export type CourseIn = Omit<CourseRow, NotTyped | 'created_at' | 'changed_at' | 'taken' | 'waiting'> & {
  readonly times: Times
}

type Asked = { readonly q: string; readonly page: number }
const LISTED = ['id', 'no', 'provider', 'checked_on as checkedOn', 'state', 'organisation'] as const

/** Places of which the name holds these words, in order of their names; one more than a page if there is one. */
export const listPlaces = (tx: Tx, municipality: string, { q, page }: Asked) =>
  tx
    .selectFrom('help_place')
    .select(LISTED)
    .select(['name', 'postcode', 'alert'])
    .where('municipality', '=', municipality)
    .$if(q !== '', (query) => query.where('name', 'ilike', containing(q)))
    .orderBy(sql`state = 'ended'`)
    .orderBy('name')
    .orderBy('id')
    .limit(SIZE + 1)
    .offset((page - 1) * SIZE)
    .execute()

/** Courses of which the title holds these words, what is still to come first. `today`: YYYY-MM-DD. */
export const listCourses = (tx: Tx, municipality: string, { q, page, today }: Asked & { readonly today: string }) =>
  tx
    .selectFrom('course')
    .select(LISTED)
    .select(['title', 'starts_on as startsOn', 'ends_on as endsOn', 'places', 'taken', 'waiting', 'sign_up as signUp'])
    .where('municipality', '=', municipality)
    .$if(q !== '', (query) => query.where('title', 'ilike', containing(q)))
    .orderBy(sql`ends_on < ${today}::date or state = 'ended'`)
    .orderBy('starts_on')
    .orderBy('id')
    .limit(SIZE + 1)
    .offset((page - 1) * SIZE)
    .execute()

/** How many were not looked at since a day, among those that still hold. */
export async function uncheckedSince(tx: Tx, municipality: string, day: string, today: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select (select count(*) from help_place where municipality = ${municipality} and state = 'active'
        and checked_on <= ${day}::date)::int
      + (select count(*) from course where municipality = ${municipality} and state = 'active'
        and checked_on <= ${day}::date and ends_on >= ${today}::date)::int as count`.execute(tx)
  return rows[0]!.count
}

/** One place, with who keeps it and who looked last. */
export const placeById = (tx: Tx, municipality: string, id: string) =>
  tx
    .selectFrom('help_place as h')
    .leftJoin('organisation as o', (join) =>
      join.onRef('o.municipality', '=', 'h.municipality').onRef('o.id', '=', 'h.organisation'),
    )
    .selectAll('h')
    .select('o.name as keeper')
    .where('h.municipality', '=', municipality)
    .where('h.id', '=', id)
    .executeTakeFirst()
export type Place = NonNullable<Awaited<ReturnType<typeof placeById>>>

/** One course, with who keeps it. */
export const courseById = (tx: Tx, municipality: string, id: string) =>
  tx
    .selectFrom('course as k')
    .leftJoin('organisation as o', (join) =>
      join.onRef('o.municipality', '=', 'k.municipality').onRef('o.id', '=', 'k.organisation'),
    )
    .selectAll('k')
    .select('o.name as keeper')
    .where('k.municipality', '=', municipality)
    .where('k.id', '=', id)
    .executeTakeFirst()
export type Course = NonNullable<Awaited<ReturnType<typeof courseById>>>

/** The courses at a place that are still to come, and those without one when the place is null. */
export const coursesAt = (tx: Tx, municipality: string, place: string, today: string) =>
  tx
    .selectFrom('course')
    .select(['id', 'title', 'starts_on as startsOn', 'ends_on as endsOn'])
    .where('municipality', '=', municipality)
    .where('place', '=', place)
    .where('ends_on', '>=', today)
    .orderBy('starts_on')
    .limit(100)
    .execute()

/** Every place that everybody sees, to hold a course at: also one that another keeps. */
export const placesToChoose = (tx: Tx, municipality: string) =>
  tx
    .selectFrom('published.help_offer')
    .select([sql<string>`told ->> 'id'`.as('id'), 'title', 'district', 'provider'])
    .where('municipality', '=', municipality)
    .where('kind', '=', 'place')
    .where('state', '=', 'active')
    .orderBy('title')
    .limit(1_000)
    .execute()

/** The neighbourhoods that are known, by the table of postcodes or by a place. */
export async function districtsKnown(tx: Tx, municipality: string): Promise<readonly string[]> {
  const { rows } = await sql<{ district: string }>`
    select distinct district from (
      select district from published.postcode_area where municipality = ${municipality}
      union all select district from published.help_offer where municipality = ${municipality}) d
    where district <> '' order by district limit 500`.execute(tx)
  return rows.map(({ district }) => district)
}

type By = { readonly municipality: string; readonly person: string; readonly organisation: string | null }

/** Adds a place that its keeper looked at just now. Gives its id. */
export async function addPlace(tx: Tx, by: By, { times, ...row }: PlaceIn): Promise<string> {
  const id = uuid()
  await tx
    .insertInto('help_place')
    .values({
      ...row,
      times: JSON.stringify(times),
      municipality: by.municipality,
      id,
      organisation: by.organisation,
      checked_by: by.person,
    })
    .execute()
  return id
}

/** Changes a place; whoever does looked at it. */
export async function changePlace(tx: Tx, by: By, id: string, { times, ...row }: PlaceIn): Promise<void> {
  await tx
    .updateTable('help_place')
    .set({ ...row, times: JSON.stringify(times), checked_by: by.person })
    .where('municipality', '=', by.municipality)
    .where('id', '=', id)
    .execute()
}

type Kind = 'place' | 'course'
/** Somebody looked today, and all of it is still right. */
export async function checkEntry(tx: Tx, by: By, kind: Kind, id: string, today: string): Promise<void> {
  const of = sql`municipality = ${by.municipality} and id = ${id}::uuid`
  await (
    kind === 'place'
      ? sql`update help_place set checked_on = ${today}, checked_by = ${by.person} where ${of}`
      : sql`update course set checked_on = ${today}, checked_by = ${by.person} where ${of}`
  ).execute(tx)
}

/** Takes an entry off the site, or puts it back. False when it stood so already. */
export async function endEntry(
  tx: Tx,
  municipality: string,
  kind: Kind,
  id: string,
  state: EntryState,
): Promise<boolean> {
  const of = sql`municipality = ${municipality} and id = ${id}::uuid and state <> ${state}`
  const { numAffectedRows = 0n } = await (
    kind === 'place'
      ? sql`update help_place set state = ${state} where ${of}`
      : sql`update course set state = ${state} where ${of}`
  ).execute(tx)
  return numAffectedRows > 0n
}
