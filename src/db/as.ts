/** Work in the database as somebody: a signed-in person within one municipality, or the clock, which signs nothing. */
import { sql, type Transaction } from 'kysely'
import type { Db } from './connect.ts'
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
export function asPerson<T>(db: Db, who: Who, mode: 'read' | 'write', work: (tx: Tx) => Promise<T>): Promise<T> {
  return db
    .transaction()
    .setAccessMode(mode === 'read' ? 'read only' : 'read write')
    .execute(async (tx) => {
      await sql`select set_config('role', 'leidraad_desk', true), set_config('leidraad.municipality',
        ${who.municipality}, true),
      set_config('leidraad.person', ${who.person}, true), set_config('leidraad.organisation',
        ${who.organisation ?? ''}, true)`.execute(tx)
      return work(tx)
    })
}

/** For what happens by itself: reminders, escalation, mail, retention. It can propose and remind, and never decide. */
export function asClock<T>(db: Db, municipality: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  return db.transaction().execute(async (tx) => {
    await sql`select set_config('role', 'leidraad_clock', true), set_config('leidraad.municipality', ${municipality},
      true),
      set_config('leidraad.person', '', true), set_config('leidraad.organisation', '', true)`.execute(tx)
    return work(tx)
  })
}
