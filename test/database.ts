/**
 * A database of its own for a test file, copied in a few milliseconds from one migrated template, on one PostgreSQL
 * without durability that the first who asks starts and that ends with the run.
 */
import { randomUUID } from 'node:crypto'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import type { Tx } from '../src/db/as.ts'
import { connectEmbedded, type Db, type House } from '../src/db/connect.ts'
import { startEmbedded, type Embedded } from '../src/db/embedded.ts'
import { migrate } from '../src/db/migrate.ts'
import { standWalls } from '../src/db/walls.ts'

const TEMPLATE = 'template_leidraad'

export type TestDatabase = {
  /** The owner. */
  readonly db: Db
  readonly publicDb: Db
  /** What the running site works with. */
  house(): Promise<House>
  close(): Promise<void>
}

export async function testDatabase(): Promise<TestDatabase> {
  const server = await startEmbedded(path.join(tmpdir(), 'pg'), { durable: false })
  server.leave()
  const root = connectEmbedded(server, 'postgres')
  await makeTemplate(server, root.db)
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await sql.raw(`create database ${name} template ${TEMPLATE}`).execute(root.db)
  const { db, publicDb, house } = connectEmbedded(server, name)
  await standWalls(db)
  let opened: Promise<House> | undefined
  return {
    db,
    publicDb,
    house: () => (opened ??= house()),
    close: async () => {
      await Promise.all([db, publicDb, ...Object.values((await opened) ?? {})].map((each) => each.destroy()))
      await sql.raw(`drop database ${name} with (force)`).execute(root.db)
      await Promise.all([root.db.destroy(), root.publicDb.destroy()])
    },
  }
}

/** Makes the template once: who asks meanwhile waits for it, and never finds it half made. */
async function makeTemplate(server: Embedded, db: Db): Promise<void> {
  await db.connection().execute(async (one) => {
    await sql`select pg_advisory_lock(1)`.execute(one)
    const made = await sql`select from pg_database where datname = ${TEMPLATE}`.execute(one)
    if (made.rows.length === 0) {
      const draft = `draft_${randomUUID().replaceAll('-', '')}`
      await sql.raw(`create database ${draft}`).execute(one)
      const { db: template, publicDb } = connectEmbedded(server, draft)
      try {
        await migrate(template)
        await standWalls(template)
      } finally {
        await Promise.all([template.destroy(), publicDb.destroy()])
      }
      await sql.raw(`alter database ${draft} rename to ${TEMPLATE}`).execute(one)
    }
    await sql`select pg_advisory_unlock(1)`.execute(one)
  })
}

/** Work that the rules of the database would refuse: in a test, as the owner with triggers off. */
export const unasked = <T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> =>
  db.transaction().execute(async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx)
    return work(tx)
  })

/** Empties tables, and what refers to them, also of what was signed. */
export const emptied = (db: Db, tables: string): Promise<unknown> =>
  unasked(db, (tx) => sql.raw(`truncate ${tables} cascade`).execute(tx))
