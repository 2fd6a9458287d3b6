/**
 * Opens the database: embedded by default, or the server that DATABASE_URL names. The rest of the code sees no
 * difference.
 */
import { setTimeout as pause } from 'node:timers/promises'
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { startEmbedded, type Embedded } from './embedded.ts'
import { giveKey, readKey, signIdentity } from './identity.ts'
import { migrate } from './migrate.ts'
import { keepMonths } from './months.ts'
import { isAway } from './patience.ts'
import { PlanningOnce } from './prepared.ts'
import { enter, type Presence } from './presence.ts'
import { settleAtOpening } from './restored.ts'
import type { Tables } from './tables.ts'
import { SITE, standWalls } from './walls.ts'

export type Db = Kysely<Tables>

/** What the running site works with. None of these is the owner, and none has rights that it does not need. */
export type House = {
  /** No rights of its own: it works as a person or as the clock, one transaction at a time (`as.ts`). */
  readonly site: Db
  /** What opens before anyone is signed in: sessions, accounts, links. */
  readonly door: Db
  /** Visits and fetches. */
  readonly worker: Db
  /** Through the role that may read the `published` schema and nothing else. */
  readonly publicDb: Db
}

export type Database = {
  /** The owner: migrations, and the commands of who runs this installation. The running site does not work with it. */
  readonly db: Db
  readonly publicDb: Db
  /** Opens the connections of the running site, which close with the rest. */
  house(): Promise<House>
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
  // listens, either would end the process.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
}

/** The connections of the running site, each with its own role; the key is read as the owner. */
async function openHouse(owner: Db, login: pg.PoolConfig, asPublic: pg.PoolConfig): Promise<House> {
  const key = await readKey(owner)
  const standing = (role: 'leidraad_door' | 'leidraad_worker') =>
    connect({
      ...login,
      Client: PlanningOnce,
      options: `-c role=${role} -c leidraad.identity=${signIdentity(key, { role }, 'connection')}`,
    })
  const site = connect({ ...login, Client: PlanningOnce })
  const house = {
    site,
    door: standing('leidraad_door'),
    worker: standing('leidraad_worker'),
    publicDb: connect({ ...asPublic, Client: PlanningOnce }),
  }
  for (const db of Object.values(house)) giveKey(db, key)
  return house
}

const PUBLIC = { options: '-c role=leidraad_public' }

/** Connections to one named database on an embedded server: as the owner, and those of the running site. */
export function connectEmbedded(server: Pick<Embedded, 'host' | 'user'>, database: string): Omit<Database, 'close'> {
  const at = { host: server.host, database }
  const db = connect({ ...at, user: server.user })
  const asPublic = { ...at, user: 'leidraad_public' }
  return { db, publicDb: connect(asPublic), house: () => openHouse(db, { ...at, user: SITE }, asPublic) }
}

/**
 * Opens the database of this installation, brings it to the newest shape and stands the walls. With DATABASE_URL the
 * running site logs in with LEIDRAAD_SITE_DATABASE_URL; without that as the owner, and then the walls have a door that
 * is told of at start. The embedded server stops with the last process that uses it, whoever started it.
 */
export async function openDatabase(dataDir: string): Promise<Database> {
  const opened = process.env['DATABASE_URL'] ? openServer(process.env['DATABASE_URL']) : await openOwn(dataDir)
  const houses: House[] = []
  const database: Database = {
    ...opened,
    async house() {
      const house = await opened.house()
      houses.push(house)
      return house
    },
    async close() {
      await Promise.allSettled(houses.flatMap((house) => Object.values(house).map((each) => each.destroy())))
      await opened.close()
    },
  }
  try {
    await migrate(database.db)
    await standWalls(database.db)
    await settleAtOpening(database.db, dataDir)
    await keepMonths(database.db)
    return database
  } catch (error) {
    await database.close()
    throw error
  }
}

function openServer(url: string): Database {
  const { env } = process
  const login = { connectionString: env['LEIDRAAD_SITE_DATABASE_URL'] || url }
  const asPublic = env['LEIDRAAD_PUBLIC_DATABASE_URL']
    ? { connectionString: env['LEIDRAAD_PUBLIC_DATABASE_URL'] }
    : { ...login, ...PUBLIC }
  const [db, publicDb] = [connect({ connectionString: url }), connect({ connectionString: url, ...PUBLIC })]
  return {
    db,
    publicDb,
    house: () => openHouse(db, login, asPublic),
    close: async () => void (await Promise.allSettled([db.destroy(), publicDb.destroy()])),
  }
}

async function openOwn(dataDir: string): Promise<Database> {
  const { embedded, presence } = await useEmbedded(`${dataDir}/pg`)
  const connected = connectEmbedded(embedded, 'postgres')
  return {
    ...connected,
    close: async () => {
      await Promise.allSettled([connected.db.destroy(), connected.publicDb.destroy()])
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
