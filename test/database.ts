/**
 * A database of its own for a test file, copied in a few milliseconds from one migrated template, on one PostgreSQL
 * without durability that the first who asks starts and that ends with the run.
 */
import { randomUUID } from 'node:crypto'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { connectEmbedded, type Db } from '../src/db/connect.ts'
import { startEmbedded, type Embedded } from '../src/db/embedded.ts'
import { migrate } from '../src/db/migrate.ts'

const TEMPLATE = 'template_leidraad'

export async function testDatabase(): Promise<{ db: Db; publicDb: Db; close(): Promise<void> }> {
  const server = await startEmbedded(path.join(tmpdir(), 'pg'), { durable: false })
  server.leave()
  const root = connectEmbedded(server, 'postgres')
  await makeTemplate(server, root.db)
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await sql.raw(`create database ${name} template ${TEMPLATE}`).execute(root.db)
  const { db, publicDb } = connectEmbedded(server, name)
  return {
    db,
    publicDb,
    close: async () => {
      await Promise.all([db.destroy(), publicDb.destroy()])
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
      } finally {
        await Promise.all([template.destroy(), publicDb.destroy()])
      }
      await sql.raw(`alter database ${draft} rename to ${TEMPLATE}`).execute(one)
    }
    await sql`select pg_advisory_unlock(1)`.execute(one)
  })
}
