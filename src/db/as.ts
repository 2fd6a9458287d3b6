/** Work in the database as somebody: a signed-in person within one municipality, or the clock, which signs nothing. */
import { sql, type Transaction } from 'kysely'
import type { Db } from './connect.ts'
import { keyOf, signIdentity, workOf, type Identity } from './identity.ts'
import type { Tables } from './tables.ts'

/** A transaction bound to a municipality; row level security keeps it there. */
export type Tx = Transaction<Tables>

export type Who = {
  readonly municipality: string
  /** The person who acts: what is signed in this transaction is signed by this person and no other. */
  readonly person: string
  /** The partner organisation the person works for; it sees only what is its own. */
  readonly organisation: string | null
}

/** All of the work or nothing of it. With `read` the database itself refuses to write. */
export const asPerson = <T>(db: Db, who: Who, mode: 'read' | 'write', work: (tx: Tx) => Promise<T>): Promise<T> =>
  as(db, { role: 'leidraad_desk', ...who }, mode, work)

/** For what happens by itself: reminders, escalation, mail, retention. It can propose and remind, and never decide. */
export const asClock = <T>(db: Db, municipality: string, work: (tx: Tx) => Promise<T>): Promise<T> =>
  as(db, { role: 'leidraad_clock', municipality }, 'write', work)

async function as<T>(db: Db, who: Identity, mode: 'read' | 'write', work: (tx: Tx) => Promise<T>): Promise<T> {
  const key = await keyOf(db)
  return db
    .transaction()
    .setAccessMode(mode === 'read' ? 'read only' : 'read write')
    .execute(async (tx) => {
      const here = await workOf(tx)
      // The path is set anew too: whatever a connection was left with, names mean what they mean here.
      await sql`select set_config('role', ${who.role}, true), set_config('search_path', 'public', true),
        set_config('leidraad.identity', ${signIdentity(key, who, here)}, true)`.execute(tx)
      return work(tx)
    })
}
