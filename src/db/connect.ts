/** Opens the database: embedded by default, or the server that DATABASE_URL names. The rest of the code sees no difference. */
import { Kysely, PostgresDialect } from 'kysely'
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
  const pool = new pg.Pool({ max: 10, ...config })
  // A dropped idle connection is replaced at the next query; a query that fails says so itself.
  pool.on('error', () => {})
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
}

/** Connections to one named database on an embedded server. */
export function connectEmbedded(server: Embedded, database: string): { db: Db; publicDb: Db } {
  const at = { host: server.host, database }
  return { db: connect({ ...at, user: server.user }), publicDb: connect({ ...at, user: 'leidraad_public' }) }
}

/**
 * Opens the database of this installation. With DATABASE_URL the public role has its own LEIDRAAD_PUBLIC_DATABASE_URL;
 * without that the same login steps down to the public role at the start of each connection.
 */
export async function openDatabase(dataDir: string, env: NodeJS.ProcessEnv = process.env): Promise<Database> {
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
      await Promise.allSettled([db.destroy(), publicDb.destroy()])
      await embedded?.stop()
    },
  }
}
