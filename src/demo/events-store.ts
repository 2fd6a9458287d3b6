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
