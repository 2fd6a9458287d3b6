/** How far the promise of a course is kept: distance, places and waiting, counted from what is public. */
import { sql } from 'kysely'
import type { Db } from '../../db/connect.ts'
import { daysAfter } from '../../lib/iso-date.ts'
import { CLOSED_AFTER, type HelpLanguage } from '../../vocabulary/help.ts'

export type Near = {
  readonly district: string
  /** Null: not everybody who lives there is counted in the table of postcodes. */
  readonly inhabitants: number | null
  /** Metres from the middle of its postcodes to the nearest place with help; null: not known. */
  readonly far: number | null
  readonly places: number
  /** Free on courses that are still to begin. */
  readonly free: number
  /** Days until the first course with a free place begins; null: there is none. */
  readonly wait: number | null
}
/** Of all inhabitants, or of all postcodes where nobody counted those. */
export type Reach = {
  readonly of: 'inhabitants' | 'postcodes'
  readonly all: number
  readonly within1: number
  readonly within3: number
}
export type Quarter = { readonly quarter: string; readonly asked: number | null; readonly met: number | null }
export type Figures = {
  readonly near: readonly Near[]
  /** Null: no table of postcodes was loaded. */
  readonly reach: Reach | null
  readonly languages: readonly {
    readonly language: HelpLanguage
    readonly wait: number | null
    /** Null: of all its courses the list is elsewhere. */
    readonly free: number | null
  }[]
  readonly wait: number | null
  readonly sessions: { readonly all: number; readonly cancelled: number }
  readonly quarters: readonly Quarter[]
}

/** A course that is still to begin. */
const comes = (today: string) => sql`o.kind = 'course' and o.state = 'active' and o.starts_on >= ${today}::date
  and o.checked_on > ${daysAfter(today, -CLOSED_AFTER)}::date`
/** Of one with a list elsewhere nobody here knows whether there is a place. */
const known = sql`o.told ->> 'signUp' <> 'phone'`
/** A course that somebody can still get a place on. */
const begins = (today: string) => sql`${comes(today)} and ${known}`
const left = sql`case when o.waiting > 0 then 0 else greatest(o.places - o.taken, 0) end`
const waits = (today: string) => sql`min(o.starts_on - ${today}::date) filter (where ${left} > 0 and ${known})`
/** A place that is open to who comes. */
const helps = (today: string) => sql`o.kind = 'place' and o.state = 'active'
  and o.checked_on > ${daysAfter(today, -CLOSED_AFTER)}::date`

/** Days after a quarter at which all of its sign-ups were counted: until then it grows by a few at a time. */
const COUNTED_AFTER = 30

/** All of it, on a day. */
export async function readFigures(db: Db, municipality: string, today: string): Promise<Figures> {
  const here = sql`municipality = ${municipality}`
  const { rows: near } = await sql<Near>`
    with area as (select a.district, a.inhabitants, (select min(sqrt(power(o.x - a.x, 2) + power(o.y - a.y, 2)))
          from published.help_offer o where o.${here} and ${helps(today)}) as far
        from published.postcode_area a where a.${here}),
      of_areas as (select district,
        case when count(*) = count(inhabitants) then sum(inhabitants)::int end as inhabitants,
        round(avg(far))::int as far from area group by district),
      of_offers as (select o.district, count(*) filter (where ${helps(today)})::int as places,
          coalesce(sum(${left}) filter (where ${begins(today)}), 0)::int as free,
          (min(o.starts_on - ${today}::date) filter (where ${begins(today)} and ${left} > 0))::int as wait
        from published.help_offer o where o.${here} and o.district <> '' group by o.district)
    select coalesce(a.district, o.district) as district, a.inhabitants, a.far, coalesce(o.places, 0) as places,
      coalesce(o.free, 0) as free, o.wait
    from of_areas a full join of_offers o using (district) order by 1 limit 300`.execute(db)
  const { rows: reached } = await sql<Reach & { counted: boolean }>`
    with area as (select a.inhabitants, (select min(sqrt(power(o.x - a.x, 2) + power(o.y - a.y, 2)))
          from published.help_offer o where o.${here} and ${helps(today)}) as far
        from published.postcode_area a where a.${here}),
      weighed as (select far, case when bool_and(inhabitants is not null) over () then inhabitants else 1 end as weight,
        bool_and(inhabitants is not null) over () as counted from area)
    select coalesce(bool_and(counted), false) as counted, coalesce(sum(weight), 0)::int as "all",
      coalesce(sum(weight) filter (where far <= 1000), 0)::int as within1,
      coalesce(sum(weight) filter (where far <= 3000), 0)::int as within3 from weighed`.execute(db)
  const { rows: languages } = await sql<Figures['languages'][number]>`
    select o.languages[1] as language, (${waits(today)})::int as wait,
      (sum(${left}) filter (where ${known}))::int as free
    from published.help_offer o where o.${here} and ${comes(today)} group by 1 order by 1`.execute(db)
  const { rows: sums } = await sql<{ all: number; cancelled: number }>`
    select coalesce(sum(cardinality(days) + cancelled), 0)::int as "all", coalesce(sum(cancelled), 0)::int as cancelled
    from published.help_offer where ${here} and kind = 'course'
      and ends_on > ${daysAfter(today, -365)}::date`.execute(db)
  const quarters = await db
    .selectFrom('published.course_right')
    .select(['quarter', 'asked', 'met'])
    .where('municipality', '=', municipality)
    .where(sql<boolean>`quarter + interval '3 months' <= ${daysAfter(today, -COUNTED_AFTER)}::date`)
    .orderBy('quarter', 'desc')
    .limit(8)
    .execute()
  const [reach] = reached
  const all = languages.flatMap(({ wait }) => wait ?? [])
  return {
    near,
    reach:
      reach === undefined || reach.all === 0
        ? null
        : {
            of: reach.counted ? 'inhabitants' : 'postcodes',
            all: reach.all,
            within1: reach.within1,
            within3: reach.within3,
          },
    languages,
    wait: all.length === 0 ? null : Math.min(...all),
    sessions: sums[0]!,
    quarters,
  }
}
