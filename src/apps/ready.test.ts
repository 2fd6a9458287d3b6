/** `/ready` as an installation answers it: each thing that may be away, said without secrets, and over when it is. */
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { emptied, testDatabase, type TestDatabase } from '../../test/database.ts'
import type { House } from '../db/connect.ts'
import { evidenceIn } from '../db/evidence.ts'
import { folderHome } from '../db/folder-home.ts'
import { lackOf, type Lack } from '../lib/lack.ts'
import type { Evidence } from '../model/evidence.ts'
import { openLull } from './lull.ts'
import { readyWatch } from './ready.ts'

let database: TestDatabase
let house: House
let dir: string
let worker: Lack | null = null
let ready: ReturnType<typeof readyWatch>
beforeAll(async () => {
  database = await testDatabase()
  house = await database.house()
  dir = mkdtempSync(path.join(tmpdir(), 'leidraad-bewijs-'))
  const home = folderHome(path.join(dir, 'evidence'))
  await evidenceIn(home).putEvidence({ format: 2 } as unknown as Evidence)
  ready = readyWatch({ ...house, home, lacks: () => worker, patience: 2_000, again: 0 })
})
afterAll(async () => {
  await database.close()
  rmSync(dir, { recursive: true })
})

const said = async () => {
  const answer = await ready()
  return [answer.status, await answer.json()]
}
const READY = [200, { status: 'ready' }]

test('an installation that can work is ready', async () => expect(await said()).toEqual(READY))

test('a place for evidence that is away is told as the store, until it is back', async () => {
  const at = path.join(dir, 'evidence')
  renameSync(at, `${at}.gone`)
  writeFileSync(at, 'no folder')
  expect(await said()).toEqual([200, { status: 'short', lack: 'store' }])
  rmSync(at)
  renameSync(`${at}.gone`, at)
  expect(await said()).toEqual(READY)
})

test.each([
  ['space', 'ENOSPC'],
  ['read-only', 'EROFS'],
  ['files', 'EMFILE'],
] as const)('what the worker lacks is told as %s until a visit succeeds', async (lack, code) => {
  const lull = openLull((now) => {
    worker = now
  })
  lull.begin(lackOf(Object.assign(new Error('/srv/geheim/bewijs'), { code }))!)
  expect(await said()).toEqual([200, { status: 'short', lack }])
  lull.end()
  expect(await said()).toEqual(READY)
})

test('what waits and is taken up by nobody is told; what is under way, parked or just done is no silence', async () => {
  const { db } = database
  const [waiting, other] = [uuid(), uuid()]
  const job = { kind: 'visit' as const, municipality: null, lane: 'a.test' }
  await db
    .insertInto('job')
    .values({ ...job, id: waiting, key: waiting, due: sql`now() - interval '9 minutes'` })
    .execute()
  expect(await said()).toEqual(READY)
  await sql`update job set due = now() - interval '11 minutes'`.execute(db)
  expect(await said()).toEqual([200, { status: 'short', lack: 'worker' }])
  await sql`update job set parked = true`.execute(db)
  expect(await said()).toEqual(READY)
  await sql`update job set parked = false`.execute(db)
  await db
    .insertInto('job')
    .values({
      ...job,
      lane: 'b.test',
      id: other,
      key: other,
      state: 'active',
      lease_until: sql`now() + interval '1 minute'`,
    })
    .execute()
  expect(await said()).toEqual(READY)
  await sql`update job set lease_until = now() - interval '1 minute' where state = 'active'`.execute(db)
  expect(await said()).toEqual([200, { status: 'short', lack: 'worker' }])
  await sql`update job set state = 'done', ended_at = now() where state = 'active'`.execute(db)
  expect(await said()).toEqual(READY)
  await emptied(db, 'job')
})

test('a database that is away is 503, and says nothing of where it is; it is ready when it is back', async () => {
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(database.db)
  const named = sql.ref(rows[0]!.name)
  await database.db.connection().execute(async (own) => {
    // Who is no owner finds no place any more.
    await sql`alter database ${named} connection limit 0`.execute(own)
    await sql`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`.execute(own)
    expect(await said()).toEqual([503, { status: 'away' }])
    await sql`alter database ${named} connection limit -1`.execute(own)
  })
  expect(await said()).toEqual(READY)
})
