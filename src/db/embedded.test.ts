import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { connectEmbedded } from './connect.ts'
import { startEmbedded, type Embedded } from './embedded.ts'
import { patiently } from './patience.ts'

let dir: string
let servers: Embedded[]
beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'leidraad-embedded-'))
  servers = []
})
afterEach(async () => {
  for (const server of servers) if (server.owned) await server.stop()
  rmSync(dir, { recursive: true, force: true })
})
const start = async (durable = false) => {
  const server = await startEmbedded(dir, { durable })
  servers.push(server)
  return server
}
const pid = () => Number(readFileSync(path.join(dir, 'postmaster.pid'), 'utf8').split('\n')[0])

test('a second process attaches to the server that is running', async () => {
  const first = await start()
  const second = await start()
  expect([first.owned, second.owned]).toEqual([true, false])
  expect(second.host).toBe(first.host)
})

test('a server that is killed comes back with what was committed, and who was talking to it goes on', async () => {
  const { db, publicDb } = connectEmbedded(await start(true), 'postgres')
  try {
    await sql`create table t (n int)`.execute(db)
    await sql`insert into t values (1)`.execute(db)
    const before = pid()
    process.kill(before, 'SIGKILL')
    await expect.poll(pid, { timeout: 20_000 }).not.toBe(before)
    const { rows } = await patiently(() => sql<{ n: number }>`select n from t`.execute(db))
    expect(rows).toEqual([{ n: 1 }])
  } finally {
    await Promise.all([db.destroy(), publicDb.destroy()])
  }
})

test('after stopping, no server process is left', async () => {
  const server = await start()
  const before = pid()
  await server.stop()
  expect(() => process.kill(before, 0)).toThrow()
})

test('patience is for a database that is away, not for a wrong question', async () => {
  const { db, publicDb } = connectEmbedded(await start(), 'postgres')
  try {
    let asked = 0
    await expect(
      patiently(() => {
        asked++
        return sql`select * from nothing_here`.execute(db)
      }),
    ).rejects.toThrow(/nothing_here/)
    expect(asked).toBe(1)
  } finally {
    await Promise.all([db.destroy(), publicDb.destroy()])
  }
})
