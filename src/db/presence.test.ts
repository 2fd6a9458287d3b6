import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openDatabase, type Database } from './connect.ts'
import { patiently } from './patience.ts'

// Each test makes a cluster anew, one brings it back from a crash: seconds on a free machine, a minute on a busy one.
vi.setConfig({ testTimeout: 300_000 })

let dir: string
beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'leidraad-presence-'))
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

const open = () => openDatabase(dir)
const runs = () => existsSync(path.join(dir, 'pg/postmaster.pid'))
const pid = () => Number(readFileSync(path.join(dir, 'pg/postmaster.pid'), 'utf8').split('\n')[0])
const works = async ({ db }: Database) =>
  (await patiently(() => sql<{ n: number }>`select 1 as n`.execute(db))).rows[0]!.n === 1

test('those who begin at the same moment on an empty folder share one server', async () => {
  const all = await Promise.all([open(), open(), open()])
  const servers = await Promise.all(
    all.map(
      async ({ db }) =>
        (await sql<{ at: string }>`select pg_postmaster_start_time()::text as at`.execute(db)).rows[0]!.at,
    ),
  )
  expect(new Set(servers).size).toBe(1)
  await Promise.all(all.map((each) => each.close()))
})

test('the last who leaves stops the server, whoever started it', async () => {
  const [first, second] = [await open(), await open()]
  await first.close()
  expect(await works(second)).toBe(true)
  await second.close()
  expect(runs()).toBe(false)
})

test('of those who leave at the same moment, one stops the server', async () => {
  const all = [await open(), await open(), await open(), await open()]
  await Promise.all(all.map((each) => each.close()))
  expect(runs()).toBe(false)
})

test('who comes in while the last one leaves gets a server that works', async () => {
  const leaving = (await open()).close()
  const next = await open()
  await leaving
  expect(await works(next)).toBe(true)
  await next.close()
  expect(runs()).toBe(false)
})

test('a server that was killed comes back with those who use it, also when who started it has left', async () => {
  const [first, second, third] = [await open(), await open(), await open()]
  await first.close()
  const before = pid()
  process.kill(before, 'SIGKILL')
  await expect.poll(() => (runs() ? pid() : before), { timeout: 120_000 }).not.toBe(before)
  expect([await works(second), await works(third)]).toEqual([true, true])
  await second.close()
  expect(await works(third)).toBe(true)
  await third.close()
  expect(runs()).toBe(false)
})
