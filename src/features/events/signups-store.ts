/** Who has a place at an event, as its organiser sees them; who waits is a number. */
import { sql } from 'kysely'
import type { Tx } from '../../db/as.ts'
import { closeTasks } from '../../db/tasks.ts'

/** Who has a place, in the order in which they got one. The database gives nobody but whoever organises. */
export const peopleOf = (tx: Tx, municipality: string, event: string) =>
  tx
    .selectFrom('event_signup')
    .select(['id', 'name', 'phone', 'email', 'helped', 'placed_at as placedAt', 'phoned_at as phonedAt'])
    .where('municipality', '=', municipality)
    .where('event', '=', event)
    .orderBy('placed_at')
    .orderBy('id')
    .execute()
export type Joined = Awaited<ReturnType<typeof peopleOf>>[number]

/** Everybody with a place and no address was phoned: the task is done. Gives how many were not before. */
export async function phoned(tx: Tx, municipality: string, event: string): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('event_signup')
    .set({ phoned_at: sql<Date>`now()` })
    .where('municipality', '=', municipality)
    .where('event', '=', event)
    .where('email', '=', '')
    .where('phoned_at', 'is', null)
    .executeTakeFirst()
  await closeTasks(tx, municipality, `event/${event}`, ['event-phone'])
  return Number(numUpdatedRows)
}

/** Takes off whoever has this number or address, also who waits and has no name here yet. Gives how many. */
export async function dropJoined(tx: Tx, event: string, called: string): Promise<number> {
  const { rows } = await sql<{ gone: number }>`select wall.drop_joined(${event}::uuid, ${called}) as gone`.execute(tx)
  return rows[0]!.gone
}
