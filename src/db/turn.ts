/**
 * Whose turn it is: a row that a transaction holds until its end, so that two acts follow each other. It is an ordinary
 * row lock, so it also holds where connections are shared between transactions (PgBouncer).
 */
import { sql, type Kysely } from 'kysely'
import type { Tables } from './tables.ts'

/** Waits for whoever has this turn, and has it until the end of the transaction. Of a municipality: `what/its id/…`. */
export const takeTurn = (tx: Kysely<Tables>, of: string): Promise<unknown> =>
  sql`insert into turn (of) values (${of}) on conflict (of) do update set at = now()`.execute(tx)

/**
 * Does the work in turn, or gives 'busy' at once when somebody else has it. For work that takes as long as it takes:
 * the database does not end its transaction meanwhile.
 */
export async function inTurn<T>(db: Kysely<Tables>, of: string, work: () => Promise<T>): Promise<T | 'busy'> {
  await sql`insert into turn (of) values (${of}) on conflict do nothing`.execute(db)
  return db.transaction().execute(async (tx) => {
    await sql`set local idle_in_transaction_session_timeout = 0`.execute(tx)
    const { rows } = await sql`select from turn where of = ${of} for update skip locked`.execute(tx)
    return rows.length === 0 ? 'busy' : work()
  })
}
