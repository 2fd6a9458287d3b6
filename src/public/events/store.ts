/** Reads events: the `published` schema and nothing else. */
import { sql, type RawBuilder } from 'kysely'
import type { Db } from '../../db/connect.ts'
import type { ToldHack } from '../../model/hack.ts'
import type { PublicEvent } from '../../model/event.ts'
import type { EventKind, EventSubject } from '../../vocabulary/event.ts'
import { underRules } from '../../vocabulary/hack.ts'
import { refuse } from '../../web/refuse.ts'

export const SIZE = 50

const COLUMNS = sql.raw(`no, kind, title, organiser, keeper, subject, district, step_free as "stepFree", free, language,
  to_char(starts_on, 'YYYY-MM-DD') as "startsOn", to_char(ends_on, 'YYYY-MM-DD') as "endsOn", places, taken, waiting,
  state, came, told, sequence, changed_at as "changedAt"`)

export type Wanted = {
  /** Those that are over; else those that are not. */
  readonly past: boolean
  readonly kind: '' | EventKind
  readonly subject: '' | EventSubject
  readonly page: number
}

/** What fits, with how many there are and how many go on: the soonest first, or, of what is over, the newest. */
export async function listEvents(db: Db, municipality: string, { past, kind, subject, page }: Wanted, today: string) {
  const { rows } = await sql<PublicEvent & { all: number; going: number }>`
    select ${COLUMNS}, count(*) over ()::int as "all",
      (count(*) filter (where state = 'placed') over ())::int as going from published.event
    where municipality = ${municipality}
      and (ends_on < ${today}::date) = ${past} and (${kind} = '' or kind = ${kind})
      and (${subject} = '' or subject = ${subject})
    order by case when ${past} then -(starts_on - '2000-01-01'::date) else starts_on - '2000-01-01'::date end,
      told ->> 'starts', no
    limit ${SIZE} offset ${(page - 1) * SIZE}`.execute(db)
  return { total: rows[0]?.all ?? 0, going: rows[0]?.going ?? 0, rows }
}

const some = async (db: Db, municipality: string, rest: RawBuilder<unknown>): Promise<readonly PublicEvent[]> =>
  (
    await sql<PublicEvent>`select ${COLUMNS} from published.event where municipality = ${municipality} ${rest}`.execute(
      db,
    )
  ).rows

/** One by its number, also when it is over or off; undefined when there is none. */
export const readEvent = async (db: Db, municipality: string, no: number): Promise<PublicEvent | undefined> =>
  (await some(db, municipality, sql`and no = ${no}`))[0]

/** Why the municipality took it off the site, and when; undefined when it did not. */
export const readGone = (db: Db, municipality: string, no: number) =>
  db
    .selectFrom('published.event_gone')
    .select(['why', 'gone_on as goneOn'])
    .where('municipality', '=', municipality)
    .where('no', '=', no)
    .executeTakeFirst()
export type Gone = NonNullable<Awaited<ReturnType<typeof readGone>>>
/** Refuses one of this number: as taken off, or as never there. */
export const notThere = async (db: Db, municipality: string, no: number, what: 'page' | 'file'): Promise<never> =>
  refuse((await readGone(db, municipality, no)) ? 'gone' : what)

/** All that stand on the site after this one, in the order of their numbers; at most so many. */
export const eventsAfter = (db: Db, municipality: string, after: number, most: number) =>
  some(db, municipality, sql`and no > ${after} order by no limit ${most}`)

/** What was added or changed last. */
export const newEvents = (db: Db, municipality: string, most: number) =>
  some(db, municipality, sql`order by changed_at desc, no limit ${most}`)

/** What a calendar shows: a year back, so that what was called off goes from it too, and all that comes. */
export const calendarEvents = (db: Db, municipality: string, since: string, most: number) =>
  some(db, municipality, sql`and ends_on >= ${since}::date order by starts_on, no limit ${most}`)

/** How many there are, past ones too, and when any changed last. */
export async function extentOf(db: Db, municipality: string) {
  const { rows } = await sql<{ count: number; at: Date | null }>`
    select count(*)::int as count, max(changed_at) as at from published.event
    where municipality = ${municipality}`.execute(db)
  return rows[0]!
}

/** What is told of hack events beside the events, by their numbers; of what is none, or has nothing kept, nothing. */
export async function readHacks(db: Db, municipality: string, numbers: readonly number[]) {
  if (numbers.length === 0) return new Map<number, ToldHack>()
  const rows = await db
    .selectFrom('published.hack_event')
    .select(['no', 'told'])
    .where('municipality', '=', municipality)
    .where('no', 'in', numbers)
    .execute()
  return new Map(rows.map(({ no, told }) => [no, underRules<ToldHack>(told)]))
}
