/** What a worker does with what goes wrong: what we lack is no fault of a visit, and what falls often is made alone. */
import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { testDatabase, type TestDatabase } from '../../test/database.ts'
import { Lacking, type Lack } from '../lib/lack.ts'
import { OurFault } from '../outside/our-fault.ts'
import { readyAnswer, storeWatch } from './ready.ts'
import { runWorker, type Work } from './worker.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())
beforeEach(() => sql`truncate job, visit cascade`.execute(database.db))

const coded = (code: string) => Object.assign(new Error(`${code}: it does not go`), { code })
const evidence = { subject: { kind: 'mail-domain', address: 'een.test' }, host: [], pages: [] } as unknown
/** Works until nothing is open, with what is kept and gathered as given; tells what was lacking on the way. */
async function worked(over: {
  readonly keep?: () => Promise<string>
  readonly gather?: () => Promise<unknown>
  readonly alone?: Work['alone']
}): Promise<{ lacks: (Lack | null)[]; visit: { state: string; silent: number; attempt: number } }> {
  const lacks: (Lack | null)[] = []
  const stop = new AbortController()
  const gather = over.gather ?? (async () => ({ evidence, pictures: new Map() }))
  const work = {
    db: database.db,
    store: { putEvidence: over.keep ?? (async () => 'a'.repeat(64)) },
    gatherer: { gather },
    rules: {},
    tell: (lack: Lack | null) => void lacks.push(lack),
    ...(over.alone && { alone: over.alone }),
  } as unknown as Work
  const row = () =>
    database.db
      .selectFrom('visit')
      .innerJoin('job', 'job.id', 'visit.id')
      .select(['visit.state', 'silent', 'attempt'])
      .executeTakeFirstOrThrow()
  const running = runWorker(work, 1, stop.signal)
  await expect.poll(async () => (await row()).state, { timeout: 60_000 }).toMatch(/^(done|failed)$/)
  stop.abort()
  await running
  return { lacks, visit: await row() }
}
async function waits(silent = 0): Promise<void> {
  const id = uuid()
  await database.db
    .insertInto('visit')
    .values({ id, kind: 'mail-domain', address: 'een.test', domain: 'een.test', state: 'open' })
    .execute()
  await database.db
    .insertInto('job')
    .values({ id, kind: 'visit', municipality: null, key: id, lane: 'een.test', silent })
    .execute()
}

test.each([
  ['ENOSPC', 'space'],
  ['EROFS', 'read-only'],
  ['EMFILE', 'files'],
  ['EACCES', 'store'],
] as const)('when nothing can be kept (%s) the visit waits, uncounted, and it is told', async (code, lack) => {
  await waits()
  let tries = 0
  const keep = async () => {
    if (++tries < 3) throw coded(code)
    return 'a'.repeat(64)
  }
  expect(await worked({ keep })).toEqual({
    lacks: [lack, lack, null],
    visit: { state: 'done', silent: 0, attempt: 3 },
  })
})

test('a browser that finds no files open is no fault of the site either', async () => {
  await waits()
  let tries = 0
  const gather = async () => {
    if (++tries === 1) throw new OurFault('de browser start niet', { cause: coded('EMFILE') })
    return { evidence, pictures: new Map() }
  }
  expect((await worked({ gather })).visit).toEqual({ state: 'done', silent: 0, attempt: 2 })
})

test('what falls three times is made alone, and set aside when that process falls too', async () => {
  await waits()
  const alone: number[] = []
  const gather = () => Promise.reject(new OurFault('de browser viel om'))
  const { visit, lacks } = await worked({
    gather,
    alone: async ({ attempt }) => {
      alone.push(attempt)
      throw new Error('het eigen proces viel om')
    },
  })
  expect({ visit, lacks, alone }).toEqual({
    visit: { state: 'failed', silent: 4, attempt: 4 },
    lacks: [],
    alone: [4],
  })
})

test('an innocent one that was beside it three times is made alone, and counts', async () => {
  await waits(3)
  const alone: Work['alone'] = ({ id }) =>
    sql`with ended as (update job set state = 'done' where id = ${id})
      update visit set state = 'done' where id = ${id}`
      .execute(database.db)
      .then(() => {})
  expect((await worked({ alone })).visit).toEqual({ state: 'done', silent: 3, attempt: 1 })
})

test('/ready says that it is ready, what is short, or that the database is away', async () => {
  const said = async (lack: Lack | null, db = database.publicDb) => {
    const answer = await readyAnswer(db, lack)
    return [answer.status, await answer.json()]
  }
  expect(await said(null)).toEqual([200, { status: 'ready' }])
  expect(await said('space')).toEqual([200, { status: 'short', lack: 'space' }])
  const other = await testDatabase()
  await other.close()
  expect(await said(null, other.publicDb)).toEqual([503, { status: 'away' }])
})

test('/ready tells a store that refuses or stays silent, and asks it no more often than that', async () => {
  let asked = 0
  const store = (get: () => Promise<undefined>) => storeWatch({ get: () => (asked++, get()) }, 20)
  const away = store(() => Promise.reject(new Lacking('store', 'refused')))
  expect(await Promise.all([away(), away(), away()])).toEqual(['store', 'store', 'store'])
  expect(asked).toBe(1)
  expect(await store(() => new Promise(() => {}))()).toBe('store')
  expect(await store(() => Promise.reject(Object.assign(new Error('full'), { code: 'EMFILE' })))()).toBe('files')
  expect(await store(async () => undefined)()).toBeNull()
})
