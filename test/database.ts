/** A database of its own for a test file, copied from the migrated template in a few milliseconds. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { inject } from 'vitest'
import { connectEmbedded, type Db } from '../src/db/connect.ts'

export async function testDatabase(): Promise<{ db: Db; publicDb: Db; close(): Promise<void> }> {
  const server = { ...inject('postgres'), owned: false, stop: async () => {} }
  const name = `test_${randomUUID().replaceAll('-', '')}`
  const root = connectEmbedded(server, 'postgres')
  await sql.raw(`create database ${name} template template_leidraad`).execute(root.db)
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
