import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { testDatabase } from '../../../test/database.ts'
import { ensureMunicipality } from '../../db/municipality.ts'
import { importOrganisations } from '../organisations/store.ts'
import { watchers } from './judgements-store.ts'
import { claim, finish, giveBack, heartbeat } from './queue-store.ts'
import { requestRound, roundState, subjectsOf } from './rounds-store.ts'

let database: Awaited<ReturnType<typeof testDatabase>>
let town: string
beforeAll(async () => {
  database = await testDatabase()
  town = (await ensureMunicipality(database.db, 'Proefstad')).id
  const rows = ['een', 'twee', 'drie'].map((name, index) => ({
    line: index + 2,
    cells: { name, websites: `www.${name}.test` },
  }))
  const double = { line: 5, cells: { name: 'vier', websites: 'shop.een.test' } }
  await importOrganisations(database.db, town, { rows: [...rows, double], refused: [] })
})
afterAll(() => database.close())
beforeEach(() => sql`truncate visit, round, round_visit, judgement, finding cascade`.execute(database.db))

async function wanted() {
  const subjects = await subjectsOf(database.db, town)
  return subjects.map((each) => ({ ...each, domain: each.address.split('.').slice(-2).join('.') }))
}
const nothing = async () => {}
const result = { evidence: 'a'.repeat(64), why: null, detail: null }
const expire = () =>
  sql`update visit set lease_until = now() - interval '1 second' where state = 'active'`.execute(database.db)

test('two rounds at once share their visits', async () => {
  const all = await wanted()
  const rounds = await Promise.all([requestRound(database.db, town, all), requestRound(database.db, town, all)])
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from visit`.execute(database.db)
  expect(rows[0]!.n).toBe(4)
  for (const round of rounds) expect((await roundState(database.db, town, round)).total).toBe(4)
})

test('what two organisations share is visited once, for both', async () => {
  const shared = { websites: 'www.koepel.test www.koepel.test/noord' }
  const rows = ['Noord', 'Zuid'].map((name, index) => ({ line: index + 2, cells: { name, ...shared } }))
  const place = (await ensureMunicipality(database.db, 'Deelstad')).id
  await importOrganisations(database.db, place, { rows, refused: [] })
  const subjects = await subjectsOf(database.db, place)
  const round = await requestRound(
    database.db,
    place,
    subjects.map((each) => ({ ...each, domain: 'koepel.test' })),
  )
  expect([subjects.length, (await roundState(database.db, place, round)).total]).toEqual([4, 2])
  const first = (await claim(database.db, 'w'))!
  // One at a time per domain, also with a path.
  expect(await claim(database.db, 'w')).toBeUndefined()
  expect(await watchers(database.db, 'website', first.address)).toHaveLength(2)
  expect(await finish(database.db, first, result, nothing)).toBe(true)
  expect((await roundState(database.db, place, round)).done).toBe(1)
})

test('eight workers never hold one visit together, nor two visits to one domain', async () => {
  await requestRound(database.db, town, await wanted())
  const claims = (await Promise.all(Array.from({ length: 8 }, (_, index) => claim(database.db, `w${index}`)))).filter(
    (each) => each !== undefined,
  )
  expect(new Set(claims.map(({ id }) => id)).size).toBe(claims.length)
  const domains = claims.map(({ address }) => address.split('.').slice(-2).join('.'))
  expect(new Set(domains).size).toBe(domains.length)
})

test('who works on one round takes nothing of another, also not what waits longer', async () => {
  const [one, ...others] = await wanted()
  await requestRound(database.db, town, others)
  const round = await requestRound(database.db, town, [one!])
  expect(await claim(database.db, 'w', round)).toMatchObject({ address: one!.address })
  expect(await claim(database.db, 'w', round)).toBeUndefined()
  await expire()
  expect(await claim(database.db, 'other', round)).toMatchObject({ address: one!.address, attempt: 2 })
  expect(await claim(database.db, 'w')).toBeDefined()
})

test('a worker that fell silent loses the visit, and is refused when it wakes up late', async () => {
  await requestRound(database.db, town, (await wanted()).slice(0, 1))
  const late = (await claim(database.db, 'late'))!
  expect(await claim(database.db, 'other')).toBeUndefined()
  await expire()
  const next = (await claim(database.db, 'other'))!
  expect(next).toMatchObject({ id: late.id, attempt: 2 })
  let written = false
  expect(
    await finish(database.db, late, result, async () => {
      written = true
    }),
  ).toBe(false)
  expect(written).toBe(false)
  expect(await heartbeat(database.db, late, 'nog bezig')).toBe(false)
  expect(await finish(database.db, next, result, nothing)).toBe(true)
  expect(await finish(database.db, next, result, nothing)).toBe(false)
})

test('what goes wrong while writing leaves the visit unfinished', async () => {
  await requestRound(database.db, town, (await wanted()).slice(0, 1))
  const held = (await claim(database.db, 'w'))!
  await expect(
    finish(database.db, held, result, async () => {
      throw new Error('no room')
    }),
  ).rejects.toThrow('no room')
  expect(await finish(database.db, held, result, nothing)).toBe(true)
})

test('a visit that fails three times by our fault is set aside; stopping is no fault', async () => {
  const round = await requestRound(database.db, town, (await wanted()).slice(0, 1))
  for (let i = 0; i < 5; i++) await giveBack(database.db, (await claim(database.db, 'w'))!, null)
  await giveBack(database.db, (await claim(database.db, 'w'))!, 'browser crashed')
  await giveBack(database.db, (await claim(database.db, 'w'))!, 'browser crashed')
  expect(await claim(database.db, 'w')).toBeDefined()
  await expire()
  expect(await claim(database.db, 'w')).toBeUndefined()
  expect(await roundState(database.db, town, round)).toMatchObject({ total: 1, failed: 1 })
})

test('a worker that wakes up late gives back nothing: the visit is another attempt’s by then', async () => {
  await requestRound(database.db, town, (await wanted()).slice(0, 1))
  const late = (await claim(database.db, 'late'))!
  await expire()
  const next = (await claim(database.db, 'other'))!
  await giveBack(database.db, late, 'browser crashed')
  const row = () =>
    database.db.selectFrom('visit').select(['state', 'worker', 'attempt', 'faults', 'why']).executeTakeFirstOrThrow()
  expect(await row()).toEqual({ state: 'active', worker: 'other', attempt: 2, faults: 1, why: null })
  // Nor after it was finished.
  await finish(database.db, next, result, nothing)
  await giveBack(database.db, next, null)
  expect(await row()).toMatchObject({ state: 'done', faults: 1 })
})
