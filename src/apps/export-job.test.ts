/** A file that is too large to wait for is made by a worker, for one person, with what that person may see then. */
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { addPerson, as, testDeps, testDesk, type TestDesk, type TestPerson, type Visitor } from '../../test/desk.ts'
import { fieldFor, registerFor } from '../catalogue/registers.ts'
import { asClock } from '../db/as.ts'
import { claim, giveBack } from '../db/jobs.ts'
import { endExport, MOST, setAside, takeExport } from '../features/exports/store.ts'
import { forget } from '../features/people/forget-store.ts'
import { addEntries } from '../registers/import-store.ts'
import { deskRoutes } from './desk-routes.ts'
import { exportsLater } from './export-job.ts'
import { LACKING, runLater, type Later } from './later.ts'

const deps = testDeps()
const register = registerFor(deps.registers, 'algorithm')!
const AT = `/balie/registers/${register.id}/exporteren`
const ROWS = 5_001
let desk: TestDesk
let anna: TestPerson
let [owner, colleague, partner]: Visitor[] = []

beforeAll(async () => {
  desk = await testDesk(deskRoutes(deps))
  anna = await addPerson(desk.db, desk.municipality.id, ['policy-officer', 'auditor'], 'Anna')
  owner = await desk.visit(anna)
  colleague = await desk.visit(await addPerson(desk.db, desk.municipality.id, ['policy-officer'], 'Piet'))
  partner = await desk.visit(await addPerson(desk.db, desk.municipality.id, ['partner'], 'Karel'))
  const title = fieldFor(register, 'title')!.id
  const values = Array.from({ length: ROWS }, (_, no) => ({ [title]: `Algoritme ${no}` }))
  await as(desk.db, anna, (tx) => addEntries(tx, { municipality: anna.municipality, register, by: anna.id }, values))
})
afterAll(() => desk.close())
afterEach(async () => {
  expect(desk.faults.map(String)).toEqual([])
  await sql`delete from export`.execute(desk.db)
  await sql`delete from job where kind = 'export'`.execute(desk.db)
})

const textOf = async (answer: Response | Promise<Response>) =>
  (await (await answer).text()).replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
const told = (visitor = owner!) => textOf(visitor.get('/balie/mijn-bestanden'))
const ask = (visitor = owner!, pad = `${AT}.ods`) => visitor.post('/balie/mijn-bestanden', { pad })
const rows = () => desk.db.selectFrom('export').selectAll().orderBy('asked_at').execute()
const jobs = () => desk.db.selectFrom('job').selectAll().where('kind', '=', 'export').orderBy('asked_at').execute()
const kind = (): Later<never> => exportsLater(desk.house.worker, desk.house.site, () => deps) as Later<never>

/** A worker, until nothing waits; gives what it told that it lacks. */
async function work(one = kind()): Promise<readonly unknown[]> {
  const stop = new AbortController()
  const lacks: unknown[] = []
  const tell = (lack: unknown) => void lacks.push(lack)
  const working = runLater({ db: desk.house.worker, kinds: { export: one }, tell }, stop.signal)
  const open = async () => (await jobs()).filter(({ state }) => state === 'queued' || state === 'active')
  await expect.poll(open, { timeout: 30_000 }).toEqual([])
  stop.abort()
  await working
  return lacks
}
const idOf = async () => (await rows()).at(-1)!.id

test('what is small comes at once; what is large is asked for, made, and given to who asked alone', async () => {
  const small = await owner!.get(`${AT}.csv`)
  expect([small.status, small.headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8; header=present'])
  const page = await owner!.get(`${AT}.ods`)
  expect([page.status, await textOf(page)]).toEqual([200, expect.stringContaining('Alleen u kunt het openen.')])
  expect(await rows()).toEqual([])
  const asked = await ask()
  expect([asked.status, asked.headers.get('location')]).toEqual([303, '/balie/mijn-bestanden'])
  // Twice is once.
  expect((await ask()).status).toBe(303)
  expect(await rows()).toHaveLength(1)
  expect(await told()).toContain('Dit bestand staat in de rij')
  const id = await idOf()
  expect((await owner!.get(`/balie/mijn-bestanden/${id}`)).headers.get('location')).toBe('/balie/mijn-bestanden')
  await work()
  expect(await told()).toMatch(/\(ODS\) Klaar, \d+ kB\. Het staat hier tot /)
  expect(await textOf(owner!.get('/balie'))).toContain('Er staat een bestand voor u klaar')
  expect(await textOf(colleague!.get('/balie'))).not.toContain('voor u klaar')
  const file = await owner!.get(`/balie/mijn-bestanden/${id}`)
  expect(file.headers.get('content-disposition')).toContain(`${register.id}-sluiswijk-`)
  const body = Buffer.from(await file.arrayBuffer())
  expect([body.subarray(0, 2).toString(), body.length]).toEqual(['PK', (await rows())[0]!.size])
  for (const other of [colleague!, partner!]) {
    expect([403, 404]).toContain((await other.get(`/balie/mijn-bestanden/${id}`)).status)
    expect([403, 404]).toContain((await other.post(`/balie/mijn-bestanden/${id}/weg`)).status)
  }
  expect((await owner!.post(`/balie/mijn-bestanden/${id}/weg`)).status).toBe(303)
  expect((await owner!.get(`/balie/mijn-bestanden/${id}`)).status).toBe(404)
  const { rows: left } = await sql`select from export_part`.execute(desk.db)
  expect(left).toEqual([])
  const acts = await desk.db.selectFrom('audit').select('act').where('act', 'like', 'export.%').execute()
  expect(acts.map(({ act }) => act)).toEqual(['export.asked', 'export.removed'])
})

test.each([
  ['what comes at once', `${AT}.csv`],
  ['what is no file', '/balie/registers'],
  ['another place', 'https://elders.test/balie/logboek/bestand'],
  ['no address', 'http://['],
  ['nothing', ''],
])('%s is not asked for', async (_, pad) => {
  expect((await ask(owner!, pad)).status).toBe(409)
  expect(await rows()).toEqual([])
})

test('one who lost the role before it was made gets no file, nor one who lost it after', async () => {
  const roles = (some: readonly string[]) =>
    desk.db
      .updateTable('person')
      .set({ roles: [...some] as never })
      .where('id', '=', anna.id)
      .execute()
  await ask()
  await roles(['administrator'])
  await work()
  await roles(['policy-officer', 'auditor'])
  expect(await told()).toContain('Dit bestand is er niet gekomen. Het is er niet meer, of u mag het niet meer zien.')
  await ask()
  await work()
  const id = await idOf()
  await roles(['administrator'])
  expect((await owner!.get(`/balie/mijn-bestanden/${id}`)).status).toBe(403)
  await roles(['policy-officer', 'auditor'])
  expect((await owner!.get(`/balie/mijn-bestanden/${id}`)).status).toBe(200)
})

test('nobody has more than some at a time; they go after some days, and one that is open may be stopped', async () => {
  for (let no = 0; no < MOST; no++) expect((await ask(owner!, `${AT}.ods?nr=${no}`)).status).toBe(303)
  expect((await ask(owner!, `${AT}.ods?nr=x`)).status).toBe(409)
  expect((await owner!.post(`/balie/mijn-bestanden/${await idOf()}/weg`)).status).toBe(303)
  await work()
  expect((await rows()).map(({ size }) => size !== null)).toEqual(Array(MOST - 1).fill(true))
  expect((await jobs()).map(({ state }) => state)).toEqual([...Array(MOST - 1).fill('done'), 'failed'])
  await sql`update export set asked_at = now() - interval '3 days 1 minute'`.execute(desk.db)
  expect(await told()).toContain('Er staat nu niets klaar.')
  expect((await owner!.get(`/balie/mijn-bestanden/${await idOf()}`)).status).toBe(404)
  await asClock(desk.house.door, anna.municipality, (tx) => forget(tx, anna.municipality))
  expect(await rows()).toEqual([])
})

test('what we lack gives it back uncounted and is told; a fault of ours is counted, and told in the end', async () => {
  await ask()
  let times = 0
  const real = kind()
  const short: Later<never> = {
    ...real,
    run: async (due, doing) => {
      if (times++ === 0) throw Object.assign(new Error('full'), { code: '53100' })
      expect((await jobs())[0]).toMatchObject({ silent: 0, trouble: LACKING })
      await real.run(due, doing)
    },
  }
  expect(await work(short)).toEqual(['space', null])
  expect((await jobs())[0]).toMatchObject({ state: 'done', attempt: 2, silent: 0 })
  await ask(owner!, `${AT}.ods?weer`)
  await work({ ...real, run: () => Promise.reject(new Error('broken')) })
  expect((await jobs()).at(-1)).toMatchObject({ state: 'failed', attempt: 4 })
  expect(await told()).toContain('Dit bestand is er niet gekomen. Het maken ging vier keer mis bij ons.')
})

test('an attempt that was overtaken keeps nothing', async () => {
  await ask()
  const late = (await takeExport(desk.house.worker, 'late'))!
  await giveBack(desk.house.worker, late, {})
  const second = (await claim(desk.house.worker, 'other', { kind: 'export', aside: setAside }))!
  expect(second.attempt).toBe(2)
  await endExport(desk.house.worker, late, { name: 'x.csv', media: 'text/csv', body: Buffer.from('x') })
  expect((await rows())[0]).toMatchObject({ ended_at: null, size: null })
  await giveBack(desk.house.worker, second, {})
  await work()
  expect((await rows())[0]!.size).toBeGreaterThan(1_000)
})
