/** What of the events of the demo city its doors no longer take: those that are over. */
import { sql } from 'kysely'
import type { Tx } from '../db/as.ts'
import type { Db } from '../db/connect.ts'

/** Whether there is anything already. */
export const hasEvents = async (db: Db, municipality: string): Promise<boolean> =>
  (await db.selectFrom('event').select('id').where('municipality', '=', municipality).executeTakeFirst()) !== undefined

/** The number of an event, by which its door is called. */
export async function numberOf(tx: Tx, municipality: string, id: string): Promise<number> {
  const { no } = await tx
    .selectFrom('event')
    .select('no')
    .where('municipality', '=', municipality)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return no
}

/** Who joined the demo hears nothing more of it: nobody lives there. */
export async function allTold(db: Db, municipality: string): Promise<void> {
  await sql`update event_signup s set told = k.news, reminded = true from event k
    where s.municipality = ${municipality} and k.municipality = s.municipality and k.id = s.event`.execute(db)
}

/** Days before an event that it is added and placed. */
const PLACED_BEFORE = 21
/** Lets each event that is over or near have been placed before it, as it was once: nobody places what is past. */
export async function placedInTime(db: Db, municipality: string): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx)
    await sql`update event set created_at = least(created_at, starts_on - make_interval(days => ${PLACED_BEFORE + 4})),
      placed_at = case when placed_at is not null
        then least(placed_at, starts_on - make_interval(days => ${PLACED_BEFORE})) end
      where municipality = ${municipality}`.execute(tx)
  })
}

/** The hack events of which nothing is kept yet. */
export const hackEvents = (db: Db, municipality: string) =>
  db
    .selectFrom('event')
    .select(['id', 'title', 'starts_on as startsOn', 'ends_on as endsOn'])
    .where('municipality', '=', municipality)
    .where('kind', '=', 'hack')
    .where(sql<boolean>`not exists (select from hack_event h where h.municipality = event.municipality
      and h.event = event.id)`)
    .execute()

/** Numbers of weaknesses that were reported on these days, both included. */
export async function reportsBetween(tx: Tx, municipality: string, from: string, until: string) {
  const rows = await tx
    .selectFrom('request')
    .select('number')
    .where('municipality', '=', municipality)
    .where('kind', '=', 'zwakke-plek')
    .where('received_on', '>=', from)
    .where('received_on', '<=', until)
    .orderBy('created_at')
    .execute()
  return rows.map(({ number }) => number)
}
