/**
 * Opens the database: embedded by default, or the server that DATABASE_URL names. The rest of the code sees no
 * difference.
 */
import { setTimeout as pause } from 'node:timers/promises'
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { startEmbedded, type Embedded } from './embedded.ts'
import { isAway } from './patience.ts'
import { enter, type Presence } from './presence.ts'
import type { Tables } from './tables.ts'

export type Db = Kysely<Tables>

export type Database = {
  /** Everything. */
  readonly db: Db
  /** Through the role that may read the `published` schema and nothing else. */
  readonly publicDb: Db
  close(): Promise<void>
}

pg.types.setTypeParser(pg.types.builtins.INT8, Number)
// A `date` stays the text it is: as a Date it would shift with the time zone.
pg.types.setTypeParser(pg.types.builtins.DATE, (text: string) => text)

function connect(config: pg.PoolConfig): Db {
  // A process that freezes inside a transaction holds what others wait for: not longer than a minute.
  const pool = new pg.Pool({
    max: 10,
    application_name: `leidraad ${process.pid}`,
    idle_in_transaction_session_timeout: 60_000,
    ...config,
  })
  // A dropped connection is replaced at the next query, and a query that fails says so itself; without someone who
  // listens,
  // either would end the process.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
}

/** Connections to one named database on an embedded server. */
export function connectEmbedded(server: Pick<Embedded, 'host' | 'user'>, database: string): { db: Db; publicDb: Db } {
  const at = { host: server.host, database }
  return { db: connect({ ...at, user: server.user }), publicDb: connect({ ...at, user: 'leidraad_public' }) }
}

/**
 * Opens the database of this installation. With DATABASE_URL the public role has its own LEIDRAAD_PUBLIC_DATABASE_URL;
 * without that the same login steps down to the public role at the start of each connection. The embedded server stops
 * with
 * the last process that uses it, whoever started it.
 */
export async function openDatabase(dataDir: string): Promise<Database> {
  const { env } = process
  const url = env['DATABASE_URL']
  if (url) {
    const db = connect({ connectionString: url })
    const publicDb = env['LEIDRAAD_PUBLIC_DATABASE_URL']
      ? connect({ connectionString: env['LEIDRAAD_PUBLIC_DATABASE_URL'] })
      : connect({ connectionString: url, options: '-c role=leidraad_public' })
    return {
      db,
      publicDb,
      close: async () => {
        await Promise.allSettled([db.destroy(), publicDb.destroy()])
      },
    }
  }
  const { embedded, presence } = await useEmbedded(`${dataDir}/pg`)
  const { db, publicDb } = connectEmbedded(embedded, 'postgres')
  return {
    db,
    publicDb,
    close: async () => {
      await Promise.allSettled([db.destroy(), publicDb.destroy()])
      if (await presence.leave()) await embedded.stop()
      else embedded.leave()
    },
  }
}

/** The embedded server, with our presence known. One that is just being stopped by its last user is started anew. */
async function useEmbedded(dir: string): Promise<{ embedded: Embedded; presence: Presence }> {
  for (let attempt = 1; ; attempt++) {
    const embedded = await startEmbedded(dir)
    try {
      return { embedded, presence: await enter(embedded) }
    } catch (error) {
      embedded.leave()
      if (attempt === 20 || !isAway(error)) throw error
      await pause(250)
    }
  }
}
