import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { testDatabase, unasked } from '../../../test/database.ts'
import { keep } from '../../db/jobs.ts'
import { ensureMunicipality } from '../../db/municipality.ts'
import { importOrganisations } from '../organisations/store.ts'
import { watchers } from './judgements-store.ts'
import { claim, finish, giveBack } from './queue-store.ts'
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
beforeEach(async () => {
  await sql`truncate job, visit, round, round_visit, judgement, finding cascade`.execute(database.db)
  await sql`delete from subject where address like '%.busy.test'`.execute(database.db)
})

async function wanted() {
  const subjects = await subjectsOf(database.db, town)
  return subjects.map((each) => ({ ...each, domain: each.address.split('.').slice(-2).join('.') }))
}
const nothing = async () => {}
const result = { evidence: 'a'.repeat(64), why: null, detail: null }
const expire = () =>
  sql`update job set lease_until = now() - interval '1 second' where state = 'active'`.execute(database.db)

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
  expect(await keep(database.db, late, 'nog bezig')).toBe(false)
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

test('what went wrong three times is tried once more, alone, and then set aside; stopping is no fault', async () => {
  const round = await requestRound(database.db, town, (await wanted()).slice(0, 1))
  for (let i = 0; i < 5; i++) await giveBack(database.db, (await claim(database.db, 'w'))!, null)
  for (let i = 0; i < 2; i++) {
    const held = (await claim(database.db, 'w'))!
    expect(held.alone).toBe(false)
    await giveBack(database.db, held, 'browser crashed')
  }
  expect(await claim(database.db, 'w')).toMatchObject({ alone: false })
  await expire()
  const last = (await claim(database.db, 'w'))!
  expect(last.alone).toBe(true)
  // Given back without a fault it is still to be made alone.
  await giveBack(database.db, last, null)
  expect(await claim(database.db, 'w')).toMatchObject({ alone: true })
  await expire()
  expect(await claim(database.db, 'w')).toBeUndefined()
  expect(await roundState(database.db, town, round)).toMatchObject({ total: 1, failed: 1 })
})

test('what breaks while it is made alone is set aside at once, and the next of its domain is called', async () => {
  const many = await behind(3)
  await requestRound(database.db, town, many)
  await database.db
    .updateTable('job')
    .set({ silent: 3 })
    .where('id', '=', (eb) => eb.selectFrom('visit').select('id').where('address', '=', many[0]!.address))
    .execute()
  const held = (await claim(database.db, 'w'))!
  expect(held).toMatchObject({ address: many[0]!.address, alone: true })
  await giveBack(database.db, held, 'browser crashed')
  expect(await claim(database.db, 'w')).toMatchObject({ address: many[1]!.address, alone: false })
})

/** Subjects with so many addresses at one domain, `busy.test`, in their order. */
async function behind(count: number) {
  const { id: organisation } = await database.db.selectFrom('organisation').select('id').executeTakeFirstOrThrow()
  const all = Array.from({ length: count }, (_, no) => ({
    subject: uuid(),
    kind: 'website' as const,
    address: `w${String(no).padStart(3, '0')}.busy.test`,
    domain: 'busy.test',
  }))
  await unasked(database.db, (tx) =>
    tx
      .insertInto('subject')
      .values(
        all.map(({ subject, kind, address }) => ({ municipality: town, id: subject, organisation, kind, address })),
      )
      .execute(),
  )
  return all
}
const parked = async () =>
  (await sql<{ n: number }>`select count(*)::int as n from job where state = 'queued' and parked`.execute(database.db))
    .rows[0]!.n
const older = (address: string) =>
  sql`update job set due = due - interval '1 hour'
    where id in (select id from visit where address like ${address})`.execute(database.db)

test('what waits behind a busy domain keeps nobody waiting, and is called one by one', async () => {
  const many = await behind(5)
  const others = (await wanted()).filter(({ domain }) => domain !== 'busy.test')
  const round = await requestRound(database.db, town, [...many, ...others])
  await older('%.busy.test')
  const first = (await claim(database.db, 'w'))!
  expect(first.address).toBe(many[0]!.address)
  expect(await claim(database.db, 'w', round)).toMatchObject({ address: expect.not.stringContaining('busy') })
  // As an older version left them, or somebody by hand: not parked.
  await sql`update job set parked = false`.execute(database.db)
  expect(await claim(database.db, 'w')).toMatchObject({ address: expect.not.stringContaining('busy') })
  expect(await parked()).toBeGreaterThanOrEqual(4)
  let held = first
  for (const { address } of many.slice(1)) {
    await finish(database.db, held, result, nothing)
    held = (await claim(database.db, 'w'))!
    expect(held.address).toBe(address)
  }
})

test('what is parked behind nothing is found when nothing else waits, in a round too', async () => {
  const many = await behind(3)
  const round = await requestRound(database.db, town, many)
  await sql`update job set parked = true`.execute(database.db)
  const held = (await claim(database.db, 'w'))!
  expect(held).toMatchObject({ address: many[0]!.address })
  await sql`update job set parked = true`.execute(database.db)
  expect(await claim(database.db, 'w')).toBeUndefined()
  await giveBack(database.db, held, null)
  await sql`update job set parked = true`.execute(database.db)
  expect(await claim(database.db, 'w', round)).toMatchObject({ address: many[0]!.address })
})

test('asked for again while it waits: nothing is lost of either round, whoever ends in between', async () => {
  const many = await behind(6)
  await requestRound(database.db, town, many.slice(0, 4))
  const held = (await claim(database.db, 'w'))!
  const [, done] = await Promise.all([
    requestRound(database.db, town, many.slice(2)),
    finish(database.db, held, result, nothing),
  ])
  expect(done).toBe(true)
  const seen = new Set([held.address])
  for (let next = await claim(database.db, 'w'); next; next = await claim(database.db, 'w')) {
    seen.add(next.address)
    await finish(database.db, next, result, nothing)
  }
  expect(seen.size).toBe(6)
})

test('eight workers empty a queue of few domains: each visit once, never two of a domain', async () => {
  const many = (await behind(40)).map((each, no) => ({ ...each, domain: `d${no % 3}.test` }))
  await requestRound(database.db, town, many)
  await sql`update job set parked = false`.execute(database.db)
  const made: string[] = []
  const open = new Set<string>()
  const work = async (name: string) => {
    for (;;) {
      const held = await claim(database.db, name)
      if (held === undefined) {
        if (made.length === many.length) return
        await new Promise((resolve) => setImmediate(resolve))
        continue
      }
      const { domain } = many.find(({ address }) => address === held.address)!
      expect(open.has(domain)).toBe(false)
      open.add(domain)
      await finish(database.db, held, result, async () => void open.delete(domain))
      made.push(held.address)
    }
  }
  await Promise.all(Array.from({ length: 8 }, (_, no) => work(`w${no}`)))
  expect(new Set(made).size).toBe(many.length)
})

test('a worker that wakes up late gives back nothing: the visit is another attempt’s by then', async () => {
  await requestRound(database.db, town, (await wanted()).slice(0, 1))
  const late = (await claim(database.db, 'late'))!
  await expire()
  const next = (await claim(database.db, 'other'))!
  await giveBack(database.db, late, 'browser crashed')
  const row = () =>
    database.db
      .selectFrom('visit')
      .innerJoin('job', 'job.id', 'visit.id')
      .select(['job.state', 'worker', 'attempt', 'silent', 'why'])
      .executeTakeFirstOrThrow()
  expect(await row()).toEqual({ state: 'active', worker: 'other', attempt: 2, silent: 1, why: null })
  // Nor after it was finished.
  await finish(database.db, next, result, nothing)
  await giveBack(database.db, next, null)
  expect(await row()).toMatchObject({ state: 'done', silent: 1 })
})

test('a host that said to come back later is visited by nobody before, nor are others under its domain', async () => {
  const all = await wanted()
  await requestRound(database.db, town, all)
  const { worker } = await database.house()
  const taken: string[] = []
  const takeAll = async (by?: string) => {
    for (let due = await claim(worker, 'w', by); due; due = await claim(worker, 'w', by)) {
      const asks = due.address.endsWith('een.test') && { come_back: new Date(Date.now() + 3_600_000).toISOString() }
      expect(await finish(worker, due, { ...result, ...asks }, nothing)).toBe(true)
      taken.push(due.address)
    }
    return taken.splice(0).toSorted()
  }
  // One of the two under een.test was made; then the other waits, and nothing else does.
  expect((await takeAll()).filter((address) => !address.endsWith('een.test'))).toEqual([
    'www.drie.test',
    'www.twee.test',
  ])
  const round = await requestRound(database.db, town, all)
  expect(await takeAll(round)).toEqual(['www.drie.test', 'www.twee.test'])
  expect(await roundState(database.db, town, round)).toMatchObject({ total: 4, done: 2, later: 2, active: [] })
  const { rows } = await sql<{ late: boolean }>`select due > now() + interval '59 minutes' as late from job
    where state = 'queued'`.execute(database.db)
  expect(rows).toEqual([{ late: true }, { late: true }])
  // Once that moment has gone by they are visited as any other.
  await sql`update visit set come_back = now() - interval '1 second' where come_back is not null`.execute(database.db)
  await requestRound(database.db, town, all)
  expect(await roundState(database.db, town, round)).toMatchObject({ done: 2, later: 0 })
  expect(await claim(worker, 'w', round)).toMatchObject({ address: expect.stringContaining('een.test') })
})

test('near misses: no moment holds nobody, and one of a year holds for a day', async () => {
  const all = await wanted()
  const ends = async (come_back: string | null) => {
    const held = (await claim(database.db, 'w'))!
    expect(await finish(database.db, held, { ...result, come_back }, nothing)).toBe(true)
    await requestRound(database.db, town, all.slice(0, 1))
    const { rows } = await sql<{ hours: number }>`select extract(epoch from due - now()) / 3600 as hours from job
      where state = 'queued'`.execute(database.db)
    return rows.map(({ hours }) => Math.abs(Math.round(hours)))
  }
  await requestRound(database.db, town, all.slice(0, 1))
  expect(await ends(null)).toEqual([0])
  expect(await ends(new Date(Date.now() + 365 * 86_400_000).toISOString())).toEqual([24])
})
