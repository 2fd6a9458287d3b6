/** Before all tests: one PostgreSQL without durability, and in it one migrated database to copy from. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { connectEmbedded } from '../src/db/connect.ts'
import { startEmbedded } from '../src/db/embedded.ts'
import { migrate } from '../src/db/migrate.ts'
import { sql } from 'kysely'

declare module 'vitest' {
  interface ProvidedContext {
    postgres: { host: string; user: string }
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dir = mkdtempSync(path.join(tmpdir(), 'leidraad-test-'))
  const server = await startEmbedded(dir, { durable: false })
  const first = connectEmbedded(server, 'postgres')
  await sql`create database template_leidraad`.execute(first.db)
  const template = connectEmbedded(server, 'template_leidraad')
  await migrate(template.db)
  await Promise.all([first, template].flatMap((each) => [each.db.destroy(), each.publicDb.destroy()]))
  project.provide('postgres', { host: server.host, user: server.user })
  return async () => {
    await server.stop()
    rmSync(dir, { recursive: true, force: true })
  }
}
