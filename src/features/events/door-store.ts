/** Joining an event as whoever joins reaches it: by three functions of the database (migration 112), nothing else. */
import { sql } from 'kysely'
import type { Db } from '../../db/connect.ts'
import { JOINS_A_DAY, MOST_WAITING } from '../../vocabulary/event.ts'
import { KEPT_FOR_EACH, MOST_OF_A_FORM, MOST_OF_ONE } from '../../vocabulary/sign-up.ts'

export type NewJoin = {
  readonly municipality: string
  readonly id: string
  /** Number of the event. */
  readonly event: number
  readonly name: string
  /** One of the two is enough; the other is empty. */
  readonly phone: string
  readonly email: string
  readonly language: 'nl' | 'en'
  /** Hash of the secret of its link. */
  readonly secret: string
  /** Somebody else typed it. */
  readonly helped: boolean
  /** Hash of the seal of the form it was typed in; of none it is not counted. */
  readonly form?: string
}
/** `taken`: on the list, once however often it is sent. `form`: so many came from this form already. */
export type Took = 'taken' | 'missing' | 'closed' | 'full' | 'busy' | 'form'

/** Puts somebody on the list of an event: with a place when there is one, else waiting. */
export async function joinEvent(db: Db, one: NewJoin): Promise<Took> {
  const { rows } = await sql<{ took: Took }>`
    select wall.join_event(${JSON.stringify(one)}::jsonb, ${JOINS_A_DAY}, ${MOST_WAITING},
      ${MOST_OF_A_FORM}, ${MOST_OF_ONE}, ${KEPT_FOR_EACH}) as took`.execute(db)
  return rows[0]!.took
}

export type Mine = {
  /** Number of the event. */
  readonly event: number
  readonly title: string
  readonly state: 'placed' | 'waiting'
  readonly organiser: string
  readonly phone: string
  /** How the event stands, and why. */
  readonly called: 'placed' | 'cancelled'
  readonly why: string
  /** There is an address to write to. */
  readonly mailed: boolean
  readonly over: boolean
  /** How many wait up to this one. */
  readonly place: number
  readonly on: string
  readonly from: string
  readonly to: string
}

/** How it stands with who has this secret; undefined when there is none (any more). */
export async function readJoined(db: Db, municipality: string, hash: string): Promise<Mine | undefined> {
  const { rows } = await sql<{ found: Mine | null }>`
    select wall.read_joined(${municipality}::uuid, ${hash}) as found`.execute(db)
  return rows[0]!.found ?? undefined
}

/** Takes it back, and wipes name, number and address at once. */
export async function leaveEvent(db: Db, municipality: string, hash: string): Promise<void> {
  await sql`select wall.leave_event(${municipality}::uuid, ${hash})`.execute(db)
}

export type OpenEvent = {
  readonly no: number
  readonly title: string
  readonly organiser: string
  readonly startsOn: string
  readonly starts: string
  readonly left: number
  /** Who joins keeps the rules of a hack event. */
  readonly hack: boolean
}
/** An event that somebody can join here, on a day; undefined when there is none of this number. */
export async function openEvent(
  db: Db,
  municipality: string,
  no: number,
  today: string,
): Promise<OpenEvent | undefined> {
  const { rows } = await sql<OpenEvent>`
    select no, title, organiser, to_char(starts_on, 'YYYY-MM-DD') as "startsOn", told ->> 'starts' as starts,
      case when waiting > 0 then 0 else greatest(places - taken, 0) end as left, kind = 'hack' as hack
    from published.event where municipality = ${municipality} and no = ${no}
      and state = 'placed' and starts_on >= ${today}::date and told ->> 'signUp' = 'here'`.execute(db)
  return rows[0]
}
