/** Opens the database: embedded by default, or the server that DATABASE_URL names. The rest of the code sees no difference. */
import { Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import { startEmbedded, type Embedded } from './embedded.ts'
import type { Tables } from './tables.ts'

export type Db = Kysely<Tables>

export type Database = {
  /** Everything. */
  readonly db: Db
  /** Through the role that may read the `published` schema and nothing else. */
  readonly publicDb: Db
  /** The embedded server, or undefined with DATABASE_URL. */
  readonly embedded: Embedded | undefined
  close(): Promise<void>
}

pg.types.setTypeParser(pg.types.builtins.INT8, Number)
// A `date` stays the text it is: as a Date it would shift with the time zone.
pg.types.setTypeParser(pg.types.builtins.DATE, (text: string) => text)

function connect(config: pg.PoolConfig): Db {
  const pool = new pg.Pool({ max: 10, application_name: `leidraad ${process.pid}`, ...config })
  // A dropped connection is replaced at the next query, and a query that fails says so itself; without someone who listens,
  // either would end the process.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
}

/** Connections to one named database on an embedded server. */
export function connectEmbedded(server: Embedded, database: string): { db: Db; publicDb: Db } {
  const at = { host: server.host, database }
  return { db: connect({ ...at, user: server.user }), publicDb: connect({ ...at, user: 'leidraad_public' }) }
}

/**
 * Opens the database of this installation. With DATABASE_URL the public role has its own LEIDRAAD_PUBLIC_DATABASE_URL;
 * without that the same login steps down to the public role at the start of each connection. Who `hold`s the embedded server
 * stops it at the end, also when another process started it.
 */
export async function openDatabase(dataDir: string, options: { readonly hold?: boolean } = {}): Promise<Database> {
  const { env } = process
  const url = env['DATABASE_URL']
  const embedded = url ? undefined : await startEmbedded(`${dataDir}/pg`)
  const { db, publicDb } = embedded
    ? connectEmbedded(embedded, 'postgres')
    : {
        db: connect({ connectionString: url }),
        publicDb: env['LEIDRAAD_PUBLIC_DATABASE_URL']
          ? connect({ connectionString: env['LEIDRAAD_PUBLIC_DATABASE_URL'] })
          : connect({ connectionString: url, options: '-c role=leidraad_public' }),
      }
  return {
    db, publicDb, embedded,
    close: async () => {
      // The server stops with the last one who uses it, or with who holds it: others may be at work on it.
      const leave = embedded !== undefined && !(options.hold ?? false) && (!embedded.owned || await othersAtWork(db))
      await Promise.allSettled([db.destroy(), publicDb.destroy()])
      if (!leave) await embedded?.stop()
    },
  }
}

async function othersAtWork(db: Db): Promise<boolean> {
  const { rows } = await sql<{ others: boolean }>`select count(*) > 0 as others from pg_stat_activity
    where backend_type = 'client backend' and application_name like 'leidraad %' and application_name <> ${`leidraad ${process.pid}`}`.execute(db)
  return rows[0]!.others
}
