/** The desk asks for the regulations, a worker fetches them, and the desk tells what came of it. */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { startCvdr } from '../../test/cvdr/server.ts'
import { addPerson, testDeps, testDesk, type TestDesk, type Visitor } from '../../test/desk.ts'
import type { Db } from '../db/connect.ts'
import type { Network } from '../model/network.ts'
import { deskRoutes } from './desk-routes.ts'
import { runLater } from './later.ts'
import { fetches } from './regulation-fetch.ts'

const records = Array.from({ length: 130 }, (_, at) => ({
  work: `CVDR${1_000 + at}`,
  version: 1,
  title: `Regeling ${at}`,
  kind: 'verordening',
  from: '2020-01-01',
}))
let desk: TestDesk
let cvdr: Awaited<ReturnType<typeof startCvdr>>
let network: Network
/** With the rights that a worker has, and no more. */
let worker: Db
let at: Visitor
beforeAll(async () => {
  cvdr = await startCvdr(records)
  network = {
    allow: ['127.0.0.0/8'],
    resolver: '127.0.0.1:9',
    hosts: { 'cvdr.test': '127.0.0.1' },
    ports: { 80: Number(new URL(cvdr.url).port) },
    cvdr: 'http://cvdr.test/sru/Search',
  }
  desk = await testDesk(deskRoutes(testDeps()))
  worker = desk.house.worker
  at = await desk.visit(await addPerson(desk.db, desk.municipality.id, ['policy-officer'], 'Anna'))
})
afterAll(async () => {
  await desk.close()
  await cvdr.close()
})

const ask = async (maker: string) => (await at.post('/balie/regelingen/ophalen', { maker })).status
const told = async () => (await (await at.get('/balie/regelingen/inlezen')).text()).replaceAll(/<[^>]+>/g, ' ')
const last = () =>
  desk.db.selectFrom('register_fetch').selectAll().orderBy('at', 'desc').limit(1).executeTakeFirstOrThrow()
const begin = (signal: AbortSignal) => runLater({ db: worker, kinds: { fetch: fetches(worker, network) } }, signal)
const job = () => desk.db.selectFrom('job').selectAll().orderBy('asked_at', 'desc').limit(1).executeTakeFirstOrThrow()
/** A worker, until nothing is asked for any more. */
async function work(): Promise<void> {
  const stop = new AbortController()
  const working = begin(stop.signal)
  await expect.poll(async () => (await last()).ended_at, { timeout: 20_000 }).not.toBeNull()
  stop.abort()
  await working
}

test('asked for once at a time, fetched, and told with who asked', async () => {
  expect(await ask('')).toBe(422)
  expect(await ask('Sluiswijk')).toBe(303)
  expect(await ask('Sluiswijk')).toBe(409)
  expect(await told()).toContain('Dit staat klaar en begint zo.')
  await work()
  expect(await told()).toMatch(/130 nieuw, 0 gewijzigd, 0 gelijk gebleven\.\s+Sluiswijk, gevraagd op .* door Anna/)
  expect(await last()).toMatchObject({ done: 130, total: 130 })
})
test('what is not whole changes nothing known and says what is missing; what fails says why', async () => {
  cvdr.set('page-two-fails')
  await ask('Sluiswijk')
  await work()
  expect(await told()).toMatch(
    /0 nieuw, 0 gewijzigd, 100 gelijk gebleven[\s\S]*Niet alles kwam[\s\S]*records 101 tot en met 130: .*status 500/,
  )
  cvdr.set('diagnostics')
  await ask('Sluiswijk')
  await work()
  expect(await told()).toContain(
    'Dit lukte niet: de voorziening weigert de vraag: Unsupported index. Er is niets veranderd.',
  )
  cvdr.set('none')
  expect((await at.post('/balie/regelingen/ophalen', { maker: 'Elders' })).status).toBe(422)
  expect((await at.post('/balie/regelingen/ophalen', { maker: 'Elders', zeker: 'ja' })).status).toBe(303)
  await work()
  expect(await told()).toContain('de voorziening kent geen regelingen van “Elders”')
})
test('one whose worker fell silent is done again; one that is under way is left alone', async () => {
  await ask('Sluiswijk')
  await sql`update job set state = 'active', attempt = 1, lease_until = now() + interval '1 minute'
    where state = 'queued'`.execute(desk.db)
  const stop = new AbortController()
  const working = begin(stop.signal)
  await new Promise((resolve) => setTimeout(resolve, 1_500))
  stop.abort()
  await working
  expect((await last()).ended_at).toBeNull()
  await sql`update job set lease_until = now() - interval '1 second' where state = 'active'`.execute(desk.db)
  await work()
  expect(await job()).toMatchObject({ state: 'done', attempt: 2, silent: 1 })
  expect(await last()).toMatchObject({ added: 0, unchanged: 130, failure: null })
  expect(desk.faults).toEqual([])
})
test('what the database refuses is an outcome, and the worker goes on', async () => {
  await sql`alter table regulation add constraint vol check (title not like 'Te veel%')`.execute(desk.db)
  cvdr.add({ work: 'CVDR9999', version: 1, title: 'Te veel regels', kind: 'verordening', from: '2021-02-30' })
  const seen: unknown[] = []
  const log = vi.spyOn(process.stderr, 'write').mockImplementation((words) => {
    seen.push(words)
    return true
  })
  await ask('Sluiswijk')
  await work()
  log.mockRestore()
  expect(await told()).toContain('Dit lukte niet: er ging iets mis bij ons')
  expect(seen.join('')).toContain('Regelingen van Sluiswijk')
  await sql`alter table regulation drop constraint vol`.execute(desk.db)
  await ask('Sluiswijk')
  await work()
  // A date that does not exist is no date.
  expect(
    await desk.db
      .selectFrom('regulation')
      .select('in_force_on')
      .where('work', '=', 'CVDR9999')
      .executeTakeFirstOrThrow(),
  ).toEqual({ in_force_on: null })
})
test('one that is stopped half-way is given back at once', async () => {
  cvdr.set('slow-down')
  await ask('Sluiswijk')
  const stop = new AbortController()
  const working = begin(stop.signal)
  await expect.poll(async () => (await job()).state).toBe('active')
  stop.abort()
  await working
  expect(await last()).toMatchObject({ done: 0, ended_at: null })
  expect(await job()).toMatchObject({ state: 'queued', silent: 0, lease_until: null })
  await work()
  expect(await last()).toMatchObject({ unchanged: 131 })
})
test('another municipality sees nothing of it, and an auditor does not ask', async () => {
  const els = await desk.visit(await addPerson(desk.db, desk.elsewhere.id, ['policy-officer'], 'Els'))
  expect(await (await els.get('/balie/regelingen/inlezen')).text()).not.toContain('gevraagd op')
  const lia = await desk.visit(await addPerson(desk.db, desk.municipality.id, ['auditor'], 'Lia'))
  expect((await lia.post('/balie/regelingen/ophalen', { maker: 'Sluiswijk' })).status).toBe(403)
})
