/** What holds for every kind of job: nothing lost, nothing kept twice, and what brings a worker down is set aside. */
import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { testDatabase, type TestDatabase } from '../../test/database.ts'
import { asClock, asPerson } from './as.ts'
import { addPerson } from '../../test/desk.ts'
import { claim, enqueue, enqueueVisits, finish, giveBack, heldBy, keep, lastOf, stillOurs, sweepJobs } from './jobs.ts'
import type { JobKind } from './jobs-lane.ts'
import { ensureMunicipality } from './municipality.ts'

const KINDS: readonly JobKind[] = ['visit', 'fetch', 'mail', 'judge']
let database: TestDatabase
let town: string
beforeAll(async () => {
  database = await testDatabase()
  town = (await ensureMunicipality(database.db, 'Sluiswijk')).id
})
afterAll(() => database.close())
beforeEach(() => sql`truncate job cascade`.execute(database.db))

async function ask(kind: JobKind, lane?: string): Promise<string> {
  const id = uuid()
  if (kind === 'visit')
    await database.db.transaction().execute((tx) => enqueueVisits(tx, [{ id, lane: lane ?? id, parked: false }]))
  else await enqueue(database.db, { id, kind, municipality: town, key: id, ...(lane && { lane }) })
  return id
}
const next = (kind: JobKind, worker = 'w', aside?: (key: string) => void) =>
  claim(database.db, worker, { kind, ...(aside && { aside: async (_, key) => aside(key) }) })
/** As if its process was killed: no sign of life any more. */
const silent = () =>
  sql`update job set lease_until = now() - interval '1 second' where state = 'active'`.execute(database.db)
const end = (held: { id: string; attempt: number }, failed?: string) =>
  database.db.transaction().execute((tx) => finish(tx, held, failed))
const row = (id: string) => database.db.selectFrom('job').selectAll().where('id', '=', id).executeTakeFirstOrThrow()

test.each(KINDS)('%s: two workers at once hold it once, and a late one is refused at every turn', async (kind) => {
  const id = await ask(kind)
  const held = (await Promise.all(Array.from({ length: 6 }, (_, no) => next(kind, `w${no}`)))).filter(Boolean)
  expect(held).toHaveLength(1)
  const late = held[0]!
  expect(await keep(database.db, late, 'bezig')).toBe(true)
  expect(await row(id)).toMatchObject({ state: 'active', attempt: 1, progress: 'bezig' })
  await silent()
  const other = (await next(kind, 'other'))!
  expect(other).toMatchObject({ id, attempt: 2, alone: false })
  expect(await keep(database.db, late, 'nog steeds')).toBe(false)
  expect(await database.db.transaction().execute((tx) => stillOurs(tx, late))).toBe(false)
  expect(await giveBack(database.db, late, { fault: 'x' })).toBeUndefined()
  expect(await heldBy(database.db, late)).toBeUndefined()
  expect(await end(late)).toBe(false)
  expect(await row(id)).toMatchObject({ state: 'active', attempt: 2, silent: 1, worker: 'other' })
  expect(await end(other)).toBe(true)
  expect(await end(other)).toBe(false)
  expect(await next(kind)).toBeUndefined()
})

test.each(KINDS)('%s: what was kept with its end is kept with it or not at all', async (kind) => {
  const id = await ask(kind)
  const held = (await next(kind))!
  const broken = database.db.transaction().execute(async (tx) => {
    expect(await finish(tx, held)).toBe(true)
    await sql`insert into turn (of) values (${`kept/${id}`})`.execute(tx)
    // Killed before the commit: the connection goes.
    await sql`select pg_terminate_backend(pg_backend_pid())`.execute(tx)
  })
  await expect(broken).rejects.toThrow()
  expect((await sql`select from turn where of = ${`kept/${id}`}`.execute(database.db)).rows).toEqual([])
  expect(await row(id)).toMatchObject({ state: 'active', attempt: 1 })
  await silent()
  expect(await next(kind)).toMatchObject({ id, attempt: 2 })
})

test.each(KINDS)('%s: silent three times it is done alone, and set aside when that falls silent too', async (kind) => {
  const id = await ask(kind)
  const aside: string[] = []
  for (const alone of [false, false, false, true]) {
    expect(await next(kind, 'w', (key) => aside.push(key))).toMatchObject({ id, alone })
    await silent()
  }
  expect(await next(kind, 'w', (key) => aside.push(key))).toBeUndefined()
  expect(aside).toEqual([id])
  expect(await row(id)).toMatchObject({ state: 'failed', silent: 3, trouble: 'na 4 pogingen opzijgezet' })
  // It keeps nobody from asking again.
  expect(await next(kind)).toBeUndefined()
})

test.each(KINDS)('%s: a fault of ours counts; stopping, a lack and an other side that is away do not', async (kind) => {
  const id = await ask(kind)
  for (let no = 0; no < 9; no++) {
    const held = (await next(kind))!
    expect(await giveBack(database.db, held, no % 2 ? {} : { trouble: 'de opslag is weg' })).toBe('queued')
  }
  expect(await row(id)).toMatchObject({ attempt: 9, silent: 0, trouble: 'de opslag is weg', lease_until: null })
  for (let no = 0; no < 3; no++) expect(await giveBack(database.db, (await next(kind))!, { fault: 'x' })).toBe('queued')
  const alone = (await next(kind))!
  expect(alone.alone).toBe(true)
  expect(await heldBy(database.db, alone)).toMatchObject({ id, kind, alone: true })
  expect(await giveBack(database.db, alone, { fault: 'viel om' })).toBe('failed')
  expect(await row(id)).toMatchObject({ state: 'failed', silent: 4, trouble: 'viel om' })
})

test.each(KINDS)(
  '%s: of a lane one at a time, the next is called when it ends, is set aside or falls silent',
  async (kind) => {
    const [first, second, third] = [await ask(kind, 'a'), await ask(kind, 'a'), await ask(kind, 'a')]
    const beside = await ask(kind, 'b')
    const held = (await next(kind))!
    expect(held.id).toBe(first)
    expect(await next(kind)).toMatchObject({ id: beside })
    expect(await next(kind)).toBeUndefined()
    await end(held)
    const two = (await next(kind))!
    expect(two.id).toBe(second)
    await sql`update job set silent = 3, lease_until = now() - interval '1 second' where id = ${second}`.execute(
      database.db,
    )
    expect(await next(kind)).toMatchObject({ id: third })
    expect(await row(second)).toMatchObject({ state: 'failed' })
  },
)

test('asked for while it is open it is not asked for twice; after that it is', async () => {
  const asks = () => enqueue(database.db, { kind: 'judge', municipality: town, key: 'judge' })
  expect((await Promise.all([asks(), asks(), asks()])).filter(Boolean)).toHaveLength(1)
  await end((await next('judge'))!)
  expect(await asks()).toBe(true)
  expect(await lastOf(database.db, town, 'judge', 'judge')).toMatchObject({ state: 'queued' })
})

test('what waits for its moment keeps nobody else waiting', async () => {
  const [first, second] = [await ask('mail'), await ask('mail')]
  await giveBack(database.db, (await next('mail'))!, { trouble: 'later', minutes: 10 })
  expect(await next('mail')).toMatchObject({ id: second })
  expect(await next('mail')).toBeUndefined()
  expect((await row(first)).due.getTime()).toBeGreaterThan(Date.now() + 9 * 60_000)
})

test('people ask in their own name for what they may, and the clock touches nothing but mail', async () => {
  const { site, worker } = await database.house()
  const anna = await addPerson(database.db, town, ['policy-officer'], 'Anna')
  const other = (await ensureMunicipality(database.db, 'Elders')).id
  const as = <T>(work: Parameters<typeof asPerson<T>>[3]) =>
    asPerson(site, { municipality: town, person: anna.id, organisation: null }, 'write', work)
  const job = { kind: 'fetch', municipality: town, key: 'x', by: anna.id } as const
  expect(await as((tx) => enqueue(tx, job))).toBe(true)
  for (const wrong of [{ kind: 'judge' }, { municipality: other }, { by: uuid() }, { kind: 'mail' }] as const)
    await expect(as((tx) => enqueue(tx, { ...job, key: 'y', ...wrong }))).rejects.toMatchObject({ code: '42501' })
  await expect(as((tx) => sql`update job set state = 'done'`.execute(tx))).rejects.toMatchObject({ code: '42501' })
  const taken = await asClock(site, town, (tx) => claim(tx, 'w', { kind: 'fetch', municipality: town }))
  expect(taken).toBeUndefined()
  expect(await claim(worker, 'w', { kind: 'fetch' })).toMatchObject({ key: 'x', by: anna.id })
})

test('what ended is kept for a month, and what is open as long as it takes', async () => {
  const [old, fresh, open] = [await ask('fetch'), await ask('fetch'), await ask('fetch')]
  for (const id of [old, fresh]) expect((await next('fetch'))!.id === id && (await end({ id, attempt: 1 }))).toBe(true)
  await sql`update job set ended_at = now() - interval '31 days' where id = ${old}`.execute(database.db)
  await sql`update job set asked_at = now() - interval '1 year' where id = ${open}`.execute(database.db)
  const { site } = await database.house()
  expect(await asClock(site, town, sweepJobs)).toBe(1)
  const left = await database.db.selectFrom('job').select('id').orderBy('id').execute()
  expect(left.map(({ id }) => id).toSorted()).toEqual([fresh, open].toSorted())
})

test('what ended goes some at a time, the oldest first', async () => {
  await sql`insert into job (id, kind, key, state, ended_at) select uuidv7(), 'visit', g::text, 'done',
    now() - interval '40 days' - make_interval(secs => g) from generate_series(1, 20001) g`.execute(database.db)
  const { site } = await database.house()
  expect(await asClock(site, town, sweepJobs)).toBe(20_000)
  const left = () =>
    database.db
      .selectFrom('job')
      .select('key')
      .where('ended_at', '<', sql<Date>`now() - interval '31 days'`)
      .execute()
  expect(await left()).toEqual([{ key: '1' }])
  expect(await asClock(site, town, sweepJobs)).toBe(1)
})
