/** Who waits for whom, made to happen; and that nothing but rows is held, as shared connections ask. */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase, type TestDatabase } from '../../test/database.ts'
import { addPerson } from '../../test/desk.ts'
import { hold } from '../features/cases/release/store.ts'
import { asPerson, type Tx } from './as.ts'
import type { Db } from './connect.ts'
import { ensureMunicipality } from './municipality.ts'
import { publishRegulations } from './published-regulations.ts'
import { alone } from './restored.ts'
import { takeTurn } from './turn.ts'
import { standWalls } from './walls.ts'

let database: TestDatabase
let here: string
let there: string
beforeAll(async () => {
  database = await testDatabase()
  here = (await ensureMunicipality(database.db, 'Sluiswijk')).id
  there = (await ensureMunicipality(database.db, 'Elders')).id
})
afterAll(() => database.close())

/** How many wait for a row or a transaction in this database. */
const waiting = async (): Promise<number> =>
  (
    await sql<{ n: number }>`select count(*)::int as n from pg_stat_activity where datname = current_database()
      and wait_event_type = 'Lock'`.execute(database.db)
  ).rows[0]!.n
const oneWaits = () => expect.poll(waiting, { timeout: 20_000 }).toBe(1)
const byOwner = <T>(work: (tx: Tx) => Promise<T>) => database.db.transaction().execute(work)

/** While the first holds what it took, the second is seen to wait, and goes when the first is done. */
async function raced(
  first: (work: (tx: Tx) => Promise<void>) => Promise<unknown>,
  take: (tx: Tx) => Promise<unknown>,
  second: () => Promise<unknown>,
): Promise<string[]> {
  const order: string[] = []
  let other: Promise<unknown> = Promise.resolve()
  await first(async (tx) => {
    await take(tx)
    other = second().then(() => order.push('second'))
    await oneWaits()
    const { rows } = await sql`select from pg_locks where locktype = 'advisory'
      and database = (select oid from pg_database where datname = current_database())`.execute(tx)
    expect(rows).toEqual([])
    order.push('first')
  })
  await other
  return order
}

test('of two who write which regulations were tested, the second waits; another municipality does not', async () => {
  const write = (municipality: string) => byOwner((tx) => publishRegulations(tx, municipality))
  const order = await raced(
    byOwner,
    (tx) => publishRegulations(tx, here),
    async () => {
      await write(there)
      await write(here)
    },
  )
  expect(order).toEqual(['first', 'second'])
})

test('a worker and somebody at the desk wait for each other too', async () => {
  const { site, worker } = await database.house()
  const anna = await addPerson(database.db, here, ['policy-officer'], 'Anna')
  const asAnna = (work: (tx: Tx) => Promise<void>) =>
    asPerson(site, { municipality: here, person: anna.id, organisation: null }, 'write', work)
  const byWorker = () => worker.transaction().execute((tx) => publishRegulations(tx, here))
  expect(await raced(asAnna, (tx) => publishRegulations(tx, here), byWorker)).toEqual(['first', 'second'])
  // A turn of another municipality is not to be had.
  await expect(asAnna(async (tx) => void (await takeTurn(tx, `regulations/${there}/`)))).rejects.toThrow(/row-level/)
})

test('two acts of publication of a case follow each other; those of another case do not wait', async () => {
  const { site } = await database.house()
  const bea = await addPerson(database.db, here, ['publisher'], 'Bea')
  const asBea = (work: (tx: Tx) => Promise<void>) =>
    asPerson(site, { municipality: here, person: bea.id, organisation: null }, 'write', work)
  const held = (id: string) => asBea(async (tx) => void (await hold(tx, here, id)))
  const order = await raced(
    asBea,
    (tx) => hold(tx, here, 'one'),
    async () => {
      await held('two')
      await held('one')
    },
  )
  expect(order).toEqual(['first', 'second'])
})

test('the walls are stood by one at a time', async () => {
  expect(
    await raced(
      byOwner,
      (tx) => takeTurn(tx, 'walls'),
      () => standWalls(database.db),
    ),
  ).toEqual(['first', 'second'])
})

test('who puts a copy back keeps others off at once, and who was killed keeps nobody off', async () => {
  const held = () => {
    const [begun, done] = [Promise.withResolvers<void>(), Promise.withResolvers<string>()]
    const work = alone(database.db, () => {
      begun.resolve()
      return done.promise
    })
    return { begun: begun.promise, done, work }
  }
  const others = () => alone(database.db, async () => 'free').catch((error: Error) => error.message)
  const restoring = held()
  await restoring.begun
  expect(await others()).toContain('teruggezet')
  restoring.done.resolve('back')
  expect(await restoring.work).toBe('back')
  const killed = held()
  await killed.begun
  expect(await kill(database.db)).toBe(1)
  await expect.poll(others).toBe('free')
  killed.done.resolve('late')
  await expect(killed.work).rejects.toThrow()
})

/** Ends the connection that holds a turn. */
async function kill(db: Db): Promise<number> {
  const { rows } = await sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database()
    and state = 'idle in transaction' and query ilike '%turn%'`.execute(db)
  return rows.length
}
