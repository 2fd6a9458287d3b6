/** Holds the promise of durability against real processes: killed, frozen and interrupted while they measure the demo city. */
import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase, type Db } from '../src/db/connect.ts'
import { startCity, type City } from './city/city.ts'
import { browsersOf, buildProgram, family, leidraad, left, peek, postmaster, slay, type Process, type Run } from './processes.ts'

const NAMES = ['Kapsalon Krul', 'Museum Het Gemaal']
const ORGANISATIONS = ['kapsalon-krul', 'museum-het-gemaal']
const SOON = { timeout: 15_000, interval: 100 }
const LATER = { timeout: 75_000, interval: 200 }

let dir: string
let city: City
const runs: { run: Run; data: string }[] = []

beforeAll(async () => {
  dir = mkdtempSync(path.join(tmpdir(), 'leidraad-durability-'))
  buildProgram()
  city = await startCity({ dir: path.join(dir, 'city') })
  const [head, ...rows] = city.csv.split('\n')
  writeFileSync(path.join(dir, 'few.csv'), [head, ...rows.filter((row) => NAMES.some((name) => row.startsWith(name)))].join('\n'))
  const imported = start('template', 'import', path.join(dir, 'few.csv'))
  expect(await imported.ended, imported.said()).toBe(0)
})

afterAll(async () => {
  // Only a test that failed leaves anything; it does not leave it on this machine.
  for (const { run, data } of runs) slay([...family(run.pid), ...family(postmaster(data)?.pid ?? 0)])
  await city.close()
  rmSync(dir, { recursive: true, force: true, maxRetries: 5 })
})

/** A data folder with two organisations, each with a website and a mail domain. */
function folder(name: string): string {
  cpSync(path.join(dir, 'template'), path.join(dir, name), { recursive: true })
  return name
}

function start(name: string, ...words: string[]): Run {
  const data = path.join(dir, name)
  const run = leidraad(data, words, { LEIDRAAD_NETWORK: city.networkFile })
  runs.push({ run, data })
  return run
}

type Visit = { id: string; kind: string; address: string; state: string; attempt: number; faults: number; requested_at: Date; ended_at: Date | null }
const visits = (db: Db) => db.selectFrom('visit').select(['id', 'kind', 'address', 'state', 'attempt', 'faults', 'requested_at', 'ended_at'])
  .orderBy('id').execute() as Promise<Visit[]>
const doneOf = (all: readonly Visit[]) => all.filter(({ state }) => state === 'done')

/** The visits, while it runs; none when the database is not there at this moment. */
const seen = (name: string): Promise<Visit[]> => postmaster(path.join(dir, name))
  ? peek(path.join(dir, name), visits).catch(() => []) : Promise.resolve([])

/** Waits until a run is in the middle of a visit to a website, its browser open; gives the visits and its whole family. */
async function halfway(name: string, run: Run): Promise<{ visits: Visit[]; kin: Process[] }> {
  await expect.poll(async () => (await seen(name)).some(({ kind, state }) => kind === 'website' && state === 'active')
    && browsersOf(family(run.pid)).length > 2, LATER).toBe(true)
  return { visits: await seen(name), kin: family(run.pid) }
}

/** All visits were made, and each counts once: one judgement for its subject, one finding for a criterion. */
async function eachOnce(name: string): Promise<Visit[]> {
  const database = await openDatabase(path.join(dir, name))
  try {
    const all = await visits(database.db)
    const { rows } = await sql<{ visit: string; judgements: number; current: number; findings: number; criteria: number }>`
      select v.id as visit, count(distinct j.id)::int as judgements, count(distinct j.id) filter (where j.current)::int as current,
        count(f.criterion)::int as findings, count(distinct f.criterion)::int as criteria
      from visit v left join judgement j on j.visit = v.id left join finding f on f.visit = v.id group by v.id`.execute(database.db)
    expect(all.length).toBeGreaterThan(0)
    for (const { id, state, address } of all) {
      const of = rows.find(({ visit }) => visit === id)!
      expect([address, state, of.judgements, of.current]).toEqual([address, 'done', 1, 1])
      expect(of.findings).toBeGreaterThan(3)
      expect(of.findings).toBe(of.criteria)
    }
    return all
  } finally {
    await database.close()
  }
}

/** Ctrl-C: the exit code, in time, and nothing of the family or of the database left. */
async function stopped(name: string, run: Run): Promise<number | NodeJS.Signals> {
  const kin = [...family(run.pid), ...family(postmaster(path.join(dir, name))?.pid ?? 0)]
  const asked = Date.now()
  run.signal('SIGINT')
  const code = await run.ended
  expect(Date.now() - asked, run.said()).toBeLessThan(15_000)
  expect(left(kin)).toEqual([])
  return code
}

test.concurrent('of a worker that is killed, another makes the visit again, and nothing that was finished', async () => {
  const name = folder('killed')
  const killed = start(name, 'measure', ...ORGANISATIONS)
  const { visits: before, kin } = await halfway(name, killed)
  const done = doneOf(before)
  process.kill(killed.pid, 'SIGKILL')
  await expect.poll(() => left(browsersOf(kin)), SOON).toEqual([])
  const other = start(name, 'worker')
  await expect.poll(async () => doneOf(await seen(name)).length, LATER).toBe(4)
  expect(await stopped(name, other)).toBe(0)
  const after = await eachOnce(name)
  expect(done.length).toBeGreaterThan(0)
  for (const visit of done) expect(after).toContainEqual(visit)
  const active = before.find(({ state }) => state === 'active')!
  expect(after.find(({ id }) => id === active.id)).toMatchObject({ attempt: 2, faults: 1 })
  expect(after.filter(({ attempt }) => attempt > 1)).toHaveLength(1)
}, 90_000)

test.concurrent('of a worker that froze past its lease, the late result is refused', async () => {
  const name = folder('frozen')
  const frozen = start(name, 'measure', ORGANISATIONS[0]!)
  const { visits: before, kin } = await halfway(name, frozen)
  process.kill(frozen.pid, 'SIGSTOP')
  const other = start(name, 'worker')
  await expect.poll(async () => doneOf(await seen(name)).length, LATER).toBe(before.length)
  const done = await seen(name)
  process.kill(frozen.pid, 'SIGCONT')
  expect(await frozen.ended, frozen.said()).toBe(0)
  await expect.poll(() => left(browsersOf(kin)), SOON).toEqual([])
  expect(await stopped(name, other)).toBe(0)
  const after = await eachOnce(name)
  expect(after).toEqual(done)
  expect(after.find(({ kind }) => kind === 'website')).toMatchObject({ attempt: 2 })
}, 90_000)

test.concurrent('a database that is killed comes back, and the measurement ends by itself with everything done', async () => {
  const name = folder('database')
  const measuring = start(name, 'measure', ...ORGANISATIONS)
  const { visits: before, kin } = await halfway(name, measuring)
  const server = postmaster(path.join(dir, name))!
  slay(family(server.pid))
  await expect.poll(() => postmaster(path.join(dir, name))?.pid ?? server.pid, SOON).not.toBe(server.pid)
  const back = family(postmaster(path.join(dir, name))!.pid)
  expect(await measuring.ended, measuring.said()).toBe(0)
  expect(left([...kin, ...back])).toEqual([])
  expect(measuring.said()).toContain('4 van 4 gemeten')
  const after = await eachOnce(name)
  expect(after).toHaveLength(4)
  for (const visit of doneOf(before)) expect(after).toContainEqual(visit)
}, 90_000)

test.concurrent('Ctrl-C on a measurement leaves nothing running, and the next one completes it', async () => {
  const name = folder('interrupted')
  const measuring = start(name, 'measure', ...ORGANISATIONS)
  const { visits: before } = await halfway(name, measuring)
  expect(await stopped(name, measuring)).toBe(1)
  expect(measuring.said()).toContain('de rest staat klaar voor de volgende keer')
  const next = start(name, 'measure', ...ORGANISATIONS)
  expect(await next.ended, next.said()).toBe(0)
  const after = await eachOnce(name)
  for (const visit of doneOf(before)) expect(after).toContainEqual(visit)
  const open = before.find(({ state }) => state === 'active')!
  expect(after.find(({ id }) => id === open.id)).toMatchObject({ attempt: 2, faults: 0 })
}, 90_000)

test.concurrent('two measurements at once start one database, visit nothing twice, and leave nothing running', async () => {
  const name = folder('two')
  const both = [start(name, 'measure', ...ORGANISATIONS), start(name, 'measure', ...ORGANISATIONS)]
  const kin = (await Promise.all(both.map((run) => halfway(name, run).catch(() => ({ kin: family(run.pid) }))))).flatMap((each) => each.kin)
  for (const run of both) expect(await run.ended, run.said()).toBe(0)
  expect(left(kin)).toEqual([])
  const all = await eachOnce(name)
  for (const visit of all) {
    expect(visit.attempt).toBe(1)
    // While a visit is open, nobody asks for another to the same address.
    const again = all.filter(({ id, kind, address, requested_at: asked }) =>
      id !== visit.id && kind === visit.kind && address === visit.address && asked >= visit.requested_at && asked < visit.ended_at!)
    expect(again).toEqual([])
  }
  const database = await openDatabase(path.join(dir, name))
  const { rows } = await sql<{ shared: number }>`select count(*)::int as shared from (select from round_visit group by visit having count(*) = 2)`
    .execute(database.db).finally(() => database.close())
  expect(rows[0]!.shared).toBeGreaterThan(0)
}, 90_000)

test.concurrent('a second `up` says what is running; a worker that is killed comes back; Ctrl-C leaves nothing, nor does a kill', async () => {
  const name = 'up'
  const first = start(name, 'up', '--empty')
  await expect.poll(first.said, LATER).toContain('Stoppen: Ctrl-C')
  const url = /http:\S+/.exec(first.said())![0]
  expect((await fetch(url)).status).toBe(200)
  const second = start(name, 'up')
  expect(await second.ended, second.said()).toBe(0)
  expect(second.said()).toContain(`Leidraad draait al op ${url} (proces ${first.pid},`)
  const workers = () => family(first.pid).filter(({ command }) => command.endsWith('cli.js worker'))
  await expect.poll(() => workers().length, SOON).toBe(1)
  const killed = workers()
  slay(killed)
  await expect.poll(() => workers().map(({ pid }) => pid !== killed[0]!.pid), SOON).toEqual([true])
  // Killed itself: its worker ends, and the next one takes over the database.
  const orphans = workers()
  process.kill(first.pid, 'SIGKILL')
  await expect.poll(() => left(orphans), SOON).toEqual([])
  const third = start(name, 'up', '--empty')
  await expect.poll(third.said, LATER).toContain('Stoppen: Ctrl-C')
  expect(await stopped(name, third)).toBe(0)
  expect(existsSync(path.join(dir, name, 'running.json'))).toBe(false)
  expect(postmaster(path.join(dir, name))).toBeUndefined()
}, 90_000)

test.concurrent('Ctrl-C in the middle of the demo leaves nothing running', async () => {
  const up = start('demo', 'up')
  await expect.poll(async () => browsersOf(family(up.pid)).length > 2, LATER).toBe(true)
  const kin = family(up.pid)
  for (const part of ['city/child.ts', 'cli.js worker', 'bin/postgres']) expect(kin.some(({ command }) => command.includes(part)), part).toBe(true)
  expect(await stopped('demo', up), up.said()).toBe(0)
  expect(postmaster(path.join(dir, 'demo'))).toBeUndefined()
}, 90_000)
