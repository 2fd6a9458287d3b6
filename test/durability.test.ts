/**
 * Holds the promise of durability against real processes: killed, frozen and interrupted while they measure the demo
 * city.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase, type Db } from '../src/db/connect.ts'
import { openEvidenceStore } from '../src/db/evidence.ts'
import { startCity, type City } from './city/city.ts'
import {
  browsersOf,
  buildProgram,
  exit,
  family,
  leidraad,
  left,
  peek,
  postmaster,
  slay,
  until,
  type Process,
  type Run,
} from './processes.ts'

const NAMES = ['Kapsalon Krul', 'Pizzeria Porto Vecchio', 'Camping De Zwaan']
const ORGANISATIONS = ['kapsalon-krul', 'pizzeria-porto-vecchio']
/** Her site leaves a visitor waiting for half a minute. */
const SLOW = 'camping-de-zwaan'
/** Seconds. */
const SOON = 45
const LATER = 180
/**
 * Milliseconds. A process that is frozen inside a transaction holds what others wait for, up to the minute after which
 * the database ends it.
 */
const LIMIT = 300_000

let dir: string
let city: City
const runs: { run: Run; data: string }[] = []

beforeAll(async () => {
  dir = mkdtempSync(path.join(tmpdir(), 'leidraad-durability-'))
  buildProgram()
  city = await startCity({ dir: path.join(dir, 'city') })
  const [head, ...rows] = city.csv.split('\n')
  writeFileSync(
    path.join(dir, 'few.csv'),
    [head, ...rows.filter((row) => NAMES.some((name) => row.startsWith(name)))].join('\n'),
  )
  const imported = start('template', 'import', path.join(dir, 'few.csv'))
  expect(await exit(imported, LATER), imported.said()).toBe(0)
})

afterAll(async () => {
  // Only a test that failed leaves anything; it does not leave it on this machine.
  for (const { run, data } of runs) slay([...family(run.pid), ...family(postmaster(data)?.pid ?? 0)])
  await city.close()
  rmSync(dir, { recursive: true, force: true, maxRetries: 5 })
})

/** A data folder with the organisations, each with a website and a mail domain. */
function folder(name: string): string {
  execFileSync('cp', ['-a', path.join(dir, 'template'), path.join(dir, name)])
  return name
}

const start = (name: string, ...words: string[]): Run => startWith({}, name, ...words)

function startWith(env: Readonly<Record<string, string>>, name: string, ...words: string[]): Run {
  const data = path.join(dir, name)
  const run = leidraad(data, words, { LEIDRAAD_NETWORK: city.networkFile, ...env })
  runs.push({ run, data })
  return run
}

const visits = (db: Db) =>
  db
    .selectFrom('visit')
    .innerJoin('job', 'job.id', 'visit.id')
    .select([
      'visit.id',
      'visit.kind',
      'address',
      'job.state',
      'visit.state as made',
      'attempt',
      'silent',
      'evidence',
      'requested_at',
      'started_at',
      'visit.ended_at',
    ])
    .orderBy('visit.id')
    .execute()
type Visit = Awaited<ReturnType<typeof visits>>[number]
const doneOf = (all: readonly Visit[]) => all.filter(({ state }) => state === 'done')

/** The visits, while it runs; none when the database is not there at this moment. */
const seen = (name: string): Promise<Visit[]> =>
  postmaster(path.join(dir, name)) ? peek(path.join(dir, name), visits).catch(() => []) : Promise.resolve([])

/**
 * Waits until a run is in the middle of an attempt at a website, its browser open; gives the visits and its whole
 * family.
 */
async function halfway(name: string, run: Run, wanted = 1): Promise<{ visits: Visit[]; kin: Process[] }> {
  await until(
    async () =>
      (await seen(name)).some(
        ({ kind, state, attempt }) => kind === 'website' && state === 'active' && attempt === wanted,
      ) && browsersOf(family(run.pid)).length > 2,
    LATER,
    run,
  )
  return { visits: await seen(name), kin: family(run.pid) }
}

/** All visits were made, and each counts once: one judgement for its subject, one finding for a criterion. */
async function eachOnce(name: string): Promise<Visit[]> {
  const database = await openDatabase(path.join(dir, name))
  try {
    const all = await visits(database.db)
    const { rows } = await sql<{
      visit: string
      judgements: number
      current: number
      findings: number
      criteria: number
    }>`
      select v.id as visit, count(distinct j.id)::int as judgements, count(distinct j.id) 
        filter (where j.current)::int as current,
        count(f.criterion)::int as findings, count(distinct f.criterion)::int as criteria
      from visit v left join judgement j on j.visit = v.id
      left join finding f on f.subject = j.subject and f.from_no <= j.no and (f.to_no is null or f.to_no > j.no)
      group by v.id`.execute(database.db)
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
  run.signal('SIGINT')
  // Well within what a visit may take, on a machine that others keep busy too.
  const code = await exit(run, SOON)
  expect(left(kin)).toEqual([])
  return code
}

test.concurrent(
  'of a worker that is killed, another makes the visit again, and nothing that was finished',
  async () => {
    const name = folder('killed')
    const killed = start(name, 'measure', ...ORGANISATIONS)
    const { visits: before, kin } = await halfway(name, killed)
    const done = doneOf(before)
    process.kill(killed.pid, 'SIGKILL')
    await until(() => left(browsersOf(kin)).length === 0, SOON)
    const other = start(name, 'worker')
    await until(async () => doneOf(await seen(name)).length === 4, LATER, other)
    expect(await stopped(name, other)).toBe(0)
    const after = await eachOnce(name)
    expect(done.length).toBeGreaterThan(0)
    for (const visit of done) expect(after).toContainEqual(visit)
    const active = before.find(({ state }) => state === 'active')!
    expect(after.find(({ id }) => id === active.id)).toMatchObject({ attempt: 2, silent: 1 })
    expect(after.filter(({ attempt }) => attempt > 1)).toHaveLength(1)
  },
  LIMIT,
)

test.concurrent(
  'of a worker that froze past its lease and wakes while another makes the visit, the late result is refused',
  async () => {
    const name = folder('frozen')
    const frozen = start(name, 'measure', ORGANISATIONS[0]!)
    const { visits: before, kin } = await halfway(name, frozen)
    process.kill(frozen.pid, 'SIGSTOP')
    const other = start(name, 'worker')
    const { visits: during } = await halfway(name, other, 2)
    process.kill(frozen.pid, 'SIGCONT')
    expect(await exit(frozen, LATER), frozen.said()).toBe(0)
    await until(() => left(browsersOf(kin)).length === 0, SOON)
    expect(await stopped(name, other)).toBe(0)
    const after = await eachOnce(name)
    for (const visit of doneOf(before)) expect(after).toContainEqual(visit)
    const website = after.find(({ kind }) => kind === 'website')!
    expect(website.attempt).toBe(2)
    // What counts was seen by the other: it begins where the second attempt did.
    const { begun } = await openEvidenceStore(path.join(dir, name, 'evidence')).evidence(website.evidence!)
    expect(Date.parse(begun)).toBeGreaterThan(during.find(({ id }) => id === website.id)!.started_at!.getTime() - 50)
  },
  LIMIT,
)

test.concurrent(
  'Ctrl-C on a measurement leaves nothing running, and the next one completes it',
  async () => {
    const name = folder('interrupted')
    const measuring = start(name, 'measure', ...ORGANISATIONS)
    const { visits: before } = await halfway(name, measuring)
    expect(await stopped(name, measuring)).toBe(130)
    expect(measuring.said()).toContain('de rest staat klaar voor de volgende keer')
    const next = start(name, 'measure', ...ORGANISATIONS)
    expect(await exit(next, LATER), next.said()).toBe(0)
    const after = await eachOnce(name)
    for (const visit of doneOf(before)) expect(after).toContainEqual(visit)
    const open = before.find(({ state }) => state === 'active')!
    expect(after.find(({ id }) => id === open.id)).toMatchObject({ attempt: 2, silent: 0 })
  },
  LIMIT,
)

test.concurrent(
  'Ctrl-C does not wait for a site that keeps its visitors waiting',
  async () => {
    const name = folder('slow')
    const measuring = start(name, 'measure', SLOW)
    await halfway(name, measuring)
    expect(await stopped(name, measuring)).toBe(130)
    const database = await openDatabase(path.join(dir, name))
    const after = await visits(database.db).finally(() => database.close())
    expect(after.find(({ kind }) => kind === 'website')).toMatchObject({ state: 'queued', attempt: 1, silent: 0 })
  },
  LIMIT,
)

test.concurrent(
  'a database that is killed comes back, and the measurement ends by itself with everything done',
  async () => {
    const name = folder('database')
    const measuring = start(name, 'measure', ...ORGANISATIONS)
    const { visits: before, kin } = await halfway(name, measuring)
    const server = postmaster(path.join(dir, name))!
    slay(family(server.pid))
    await until(() => (postmaster(path.join(dir, name))?.pid ?? server.pid) !== server.pid, SOON, measuring)
    const back = family(postmaster(path.join(dir, name))!.pid)
    expect(await exit(measuring, LATER), measuring.said()).toBe(0)
    expect(left([...kin, ...back])).toEqual([])
    expect(measuring.said()).toContain('4 van 4 gemeten')
    const after = await eachOnce(name)
    expect(after).toHaveLength(4)
    for (const visit of doneOf(before)) expect(after).toContainEqual(visit)
  },
  LIMIT,
)

test.concurrent(
  'two measurements at once start one database, visit nothing twice, and leave nothing running',
  async () => {
    const name = folder('two')
    const both = [0, 1].map(() => startWith({ LEIDRAAD_SLOTS: '3' }, name, 'measure', ...ORGANISATIONS))
    const kin = (
      await Promise.all(both.map((run) => halfway(name, run).catch(() => ({ kin: family(run.pid) }))))
    ).flatMap((each) => each.kin)
    for (const run of both) expect(await exit(run, LATER), run.said()).toBe(0)
    expect(left(kin)).toEqual([])
    const all = await eachOnce(name)
    for (const visit of all) {
      expect(visit.attempt).toBe(1)
      // While a visit is open, nobody asks for another to the same address.
      const again = all.filter(
        ({ id, kind, address, requested_at: asked }) =>
          id !== visit.id &&
          kind === visit.kind &&
          address === visit.address &&
          asked >= visit.requested_at &&
          asked < visit.ended_at!,
      )
      expect(again).toEqual([])
    }
    const database = await openDatabase(path.join(dir, name))
    const { rows } = await sql<{
      shared: number
    }>`select count(*)::int as shared from (select from round_visit group by visit having count(*) = 2)`
      .execute(database.db)
      .finally(() => database.close())
    expect(rows[0]!.shared).toBeGreaterThan(0)
  },
  LIMIT,
)

test.concurrent(
  'a second `up` says what is running; a worker that is killed comes back; Ctrl-C leaves nothing, nor does a kill',
  async () => {
    const name = 'up'
    const first = start(name, 'up', '--empty')
    await until(() => first.said().includes('Stoppen: Ctrl-C'), LATER, first)
    const url = /http:\S+/.exec(first.said())![0]
    expect((await fetch(url)).status).toBe(200)
    const second = start(name, 'up')
    expect(await exit(second, SOON), second.said()).toBe(0)
    expect(second.said()).toContain(`Leidraad draait al op ${url} (proces ${first.pid},`)
    const workers = () => family(first.pid).filter(({ command }) => command.endsWith('cli.js worker'))
    // Looked at once: between two looks one may end, or come.
    const alone = async (besides?: number): Promise<ReturnType<typeof workers>> => {
      let seen: ReturnType<typeof workers> = []
      await until(() => (seen = workers()).length === 1 && seen[0]!.pid !== besides, SOON, first)
      return seen
    }
    const killed = await alone()
    slay(killed)
    // Killed itself: its worker ends, and the next one takes over the database.
    const orphans = await alone(killed[0]!.pid)
    process.kill(first.pid, 'SIGKILL')
    await until(() => left(orphans).length === 0, SOON)
    const third = start(name, 'up', '--empty')
    await until(() => third.said().includes('Stoppen: Ctrl-C'), LATER, third)
    expect(await stopped(name, third)).toBe(0)
    expect(existsSync(path.join(dir, name, 'running.json'))).toBe(false)
    expect(postmaster(path.join(dir, name))).toBeUndefined()
  },
  LIMIT,
)

test.concurrent(
  'Ctrl-C in the middle of the demo leaves nothing running',
  async () => {
    const up = start('demo', 'up')
    await until(() => browsersOf(family(up.pid)).length > 2, LATER, up)
    const kin = family(up.pid)
    for (const part of ['city/child.ts', 'cli.js worker', 'bin/postgres'])
      expect(
        kin.some(({ command }) => command.includes(part)),
        part,
      ).toBe(true)
    expect(await stopped('demo', up), up.said()).toBe(0)
    expect(postmaster(path.join(dir, 'demo'))).toBeUndefined()
  },
  LIMIT,
)
