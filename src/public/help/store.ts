/** Reads places with help and courses: the `published` schema and nothing else. */
import { sql } from 'kysely'
import type { Db } from '../../db/connect.ts'
import type { Offer } from '../../model/help.ts'
import { daysAfter } from '../../lib/iso-date.ts'
import { weekdayOf } from '../../lib/weekly-times.ts'
import { CLOSED_AFTER, type HelpLanguage, type HelpSubject } from '../../vocabulary/help.ts'

export const SIZE = 50

/** What somebody looks for. A postcode is its four digits; nothing of it is kept. */
export type Wanted = {
  readonly pc4: string
  readonly district: string
  readonly today: boolean
  readonly kind: '' | 'place' | 'course'
  readonly subject: '' | HelpSubject
  readonly language: '' | HelpLanguage
  readonly stepFree: boolean
  readonly free: boolean
  readonly phone: boolean
}
export type Found = Offer & {
  /** It is open, or meets, today, and that is not over. */
  readonly open: boolean
  /** The next day on which a course meets; null: none is known. */
  readonly next: string | null
  /** In metres; null: where it is, or where is asked from, is not known. */
  readonly far: number | null
}
export type Row = Offer & { readonly changedAt: Date; readonly sequence: number; readonly state: 'active' | 'ended' }

const COLUMNS = sql.raw(`o.kind, o.no, o.title, o.provider, o.keeper, o.district, o.subjects, o.languages,
  o.step_free as "stepFree", o.free, o.phone, o.x, o.y, to_char(o.checked_on, 'YYYY-MM-DD') as "checkedOn",
  to_char(o.starts_on, 'YYYY-MM-DD') as "startsOn", to_char(o.ends_on, 'YYYY-MM-DD') as "endsOn",
  o.places, o.taken, o.waiting, o.told`)

/** Still to be found, on a day: it stands on the site, and a course is not over. */
const there = (municipality: string, today: string) => sql`o.municipality = ${municipality} and o.state = 'active'
  and (o.kind = 'place' or o.ends_on >= ${today}::date)`
/** One of its times of a day is not over by the clock, `21:05`. */
const goesOn = (today: string, time: string) => sql`exists (select 1
  from jsonb_array_elements(case o.kind when 'course' then o.told -> 'sessions'
    else (o.told -> 'times' -> 'hours') || (o.told -> 'times' -> 'extra') end) at
  where at ->> 'to' > ${time} and at ->> 'cancelled' is distinct from 'true'
    and (at ->> 'on' = ${today}
      or ((at ->> 'day')::int = ${weekdayOf(today)} and not ${today} = any (o.off_days))))`
/** Still open on a day, but never when nobody looked for half a year. */
const openOn = ({ today, time }: At) => sql`(o.checked_on > ${daysAfter(today, -CLOSED_AFTER)}::date and (
  ${today} = any (o.days) or (${weekdayOf(today)} = any (o.weekdays) and not ${today} = any (o.off_days)))
  and ${time === '' ? sql`true` : goesOn(today, time)})`

/** Metres of the grid: from the west to the east, from the south to the north. */
export type Box = { readonly x: readonly [number, number]; readonly y: readonly [number, number] }
/** A day, and the clock here on it, `21:05`; empty: all of the day. */
type At = { readonly today: string; readonly time: string }
type Asked = At & {
  readonly size: number
  readonly page: number
  /** For a map: those with a place come first, and only those in this part of the country. */
  readonly map?: { readonly box: Box | undefined }
}

/**
 * What fits, in one question: open today first, then the nearest, then what is soonest; what nobody looked at for half
 * a year comes last. `total`: how many fit.
 */
export async function findOffers(
  db: Db,
  municipality: string,
  wanted: Wanted,
  { today, time, size, page, map }: Asked,
): Promise<{
  readonly total: number
  readonly open: number
  /** How many of them have a place. */
  readonly placed: number
  readonly rows: readonly Found[]
}> {
  const { pc4, district, kind, subject, language } = wanted
  const only = [
    kind === '' ? undefined : sql`o.kind = ${kind}`,
    subject === '' ? undefined : sql`${subject} = any (o.subjects)`,
    language === '' ? undefined : sql`${language} = any (o.languages)`,
    wanted.stepFree ? sql`o.step_free = 'yes'` : undefined,
    wanted.free ? sql`o.free` : undefined,
    wanted.phone ? sql`o.phone` : undefined,
    wanted.today ? openOn({ today, time }) : undefined,
    map?.box
      ? sql`o.x between ${map.box.x[0]} and ${map.box.x[1]} and o.y between ${map.box.y[0]} and ${map.box.y[1]}`
      : undefined,
  ].filter((each) => each !== undefined)
  const where = sql.join([there(municipality, today), ...only], sql` and `)
  const { rows } = await sql<Found & { all: number; all_open: number; all_placed: number }>`
    with here as (select avg(x)::float8 as x, avg(y)::float8 as y from published.postcode_area
      where municipality = ${municipality} and ${pc4 === '' ? sql`district = ${district}` : sql`pc4 = ${pc4}`}),
    from_here as (select coalesce(h.x, d.x) as x, coalesce(h.y, d.y) as y from here h,
      (select avg(x)::float8 as x, avg(y)::float8 as y from published.help_offer
        where municipality = ${municipality} and district = ${district} and ${pc4} = '' and ${district} <> '') d),
    fits as (select o.municipality, o.kind, o.no, o.title, o.district, o.checked_on, o.x is not null as placed,
        ${openOn({ today, time })} as open,
        (select min(each) from unnest(o.days) each where each >= ${today}) as next,
        round(sqrt(power(o.x - f.x, 2) + power(o.y - f.y, 2)))::int as far
      from published.help_offer o, from_here f where ${where}),
    shown as (select *, count(*) over ()::int as "all", (count(*) filter (where open) over ())::int as all_open,
        (count(*) filter (where placed) over ())::int as all_placed,
        row_number() over (order by ${map ? sql`placed desc,` : sql``}
          checked_on > ${daysAfter(today, -CLOSED_AFTER)}::date desc, open desc,
          district = ${district} and ${district} <> '' desc, far nulls last, coalesce(next, ''), title, kind, no) as at
      from fits order by at limit ${size} offset ${(page - 1) * size})
    select ${COLUMNS}, s.open, s.next, s.far, s."all", s.all_open, s.all_placed from shown s
      join published.help_offer o using (municipality, kind, no) order by s.at`.execute(db)
  const [first] = rows
  const { all = 0, all_open: open = 0, all_placed: placed = 0 } = first ?? {}
  return { total: all, open, placed, rows }
}

type OnMap = At & { readonly most: number; readonly box: Box | undefined }
/** Those on the map, in the same way, at most so many; with how many there are, and how many stand nowhere. */
export async function findPlaced(db: Db, municipality: string, wanted: Wanted, { today, time, most, box }: OnMap) {
  const found = await findOffers(db, municipality, wanted, { today, time, size: most, page: 1, map: { box } })
  const rows = found.rows.filter(({ x, y }) => x !== null && y !== null)
  return { total: found.placed, unplaced: found.total - found.placed, rows }
}

const one = (municipality: string, kind: 'place' | 'course', no: number) =>
  sql`o.municipality = ${municipality} and o.kind = ${kind} and o.no = ${no}`

/** One place or course by its number, also when it is over; undefined when there is none. */
export async function readOffer(
  db: Db,
  municipality: string,
  kind: 'place' | 'course',
  no: number,
): Promise<Row | undefined> {
  const { rows } = await sql<Row>`select ${COLUMNS}, o.changed_at as "changedAt", o.sequence, o.state
    from published.help_offer o where ${one(municipality, kind, no)}`.execute(db)
  return rows[0]
}

/** The courses of a place that are not over, the soonest first. */
export async function coursesOf(db: Db, municipality: string, place: number, today: string): Promise<readonly Row[]> {
  const { rows } = await sql<Row>`select ${COLUMNS}, o.changed_at as "changedAt", o.sequence, o.state
    from published.help_offer o where ${there(municipality, today)} and o.kind = 'course'
      and (o.told -> 'place' ->> 'no')::int = ${place} order by o.starts_on, o.no limit 100`.execute(db)
  return rows
}

/** All that stand on the site after this one, in the order of kind and number; at most so many. */
export async function offersAfter(
  db: Db,
  municipality: string,
  after: { readonly kind: string; readonly no: number },
  today: string,
  most: number,
): Promise<readonly Row[]> {
  const { rows } = await sql<Row>`select ${COLUMNS}, o.changed_at as "changedAt", o.sequence, o.state
    from published.help_offer o where ${there(municipality, today)} and (o.kind, o.no) > (${after.kind}, ${after.no})
    order by o.kind, o.no limit ${most}`.execute(db)
  return rows
}

/** How many stand on the site. */
export async function countOffers(db: Db, municipality: string, today: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from published.help_offer o
    where ${there(municipality, today)}`.execute(db)
  return rows[0]!.count
}

/** When any of it changed last; undefined before the first. */
export async function changedOffers({ db, municipality }: { readonly db: Db; readonly municipality: string }) {
  const { rows } = await sql<{ at: Date | null }>`select max(changed_at) as at from published.help_offer
    where municipality = ${municipality}`.execute(db)
  return rows[0]?.at ?? undefined
}

/** The neighbourhoods in which there is something, or of which a postcode is known. */
export async function districtsOf(db: Db, municipality: string): Promise<readonly string[]> {
  const { rows } = await sql<{ district: string }>`select distinct district from (
      select district from published.help_offer where municipality = ${municipality} and state = 'active'
      union all select district from published.postcode_area where municipality = ${municipality}) d
    where district <> '' order by district limit 300`.execute(db)
  return rows.map(({ district }) => district)
}

/** All of one neighbourhood that is not over. */
export async function offersIn(db: Db, municipality: string, district: string, today: string): Promise<readonly Row[]> {
  const { rows } = await sql<Row>`select ${COLUMNS}, o.changed_at as "changedAt", o.sequence, o.state
    from published.help_offer o where ${there(municipality, today)} and o.district = ${district}
    order by o.kind desc, o.starts_on, o.title limit 300`.execute(db)
  return rows
}

/** Whether postcodes are known here, and whether this one is. */
export async function knowsPostcode(db: Db, municipality: string, pc4: string) {
  const { rows } = await sql<{ any: boolean; here: boolean }>`select count(*) > 0 as any,
      coalesce(bool_or(pc4 = ${pc4}), false) as here from published.postcode_area
    where municipality = ${municipality}`.execute(db)
  return rows[0]!
}

/** The province, for addresses elsewhere; empty when nobody said so. */
export async function provinceOf(db: Db, municipality: string): Promise<string> {
  const row = await db
    .selectFrom('published.help_settings')
    .select('province')
    .where('municipality', '=', municipality)
    .executeTakeFirst()
  return row?.province ?? ''
}
