/**
 * Holds the promise of durability for every kind of job but visits, against real processes that are killed or frozen in
 * the middle of one of each: a fetch, a file, judging, a sending to the national register, and a letter.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cameOf, jobsOf, nothing, right } from './came-of.ts'
import { KINDS, makeTowns, openHouse, WORKERS, type House, type Town } from './every-kind.ts'
import {
  alone,
  become,
  by,
  caught,
  follows,
  holdAll,
  LATER,
  letGo,
  midway,
  ofEach,
  passes,
  silence,
} from './in-the-middle.ts'
import { buildProgram, exit, left, slay, until, type Run } from './processes.ts'

/** Seconds. */
const SOON = 60
/** Milliseconds. */
const LIMIT = 600_000

let dir: string
let towns: { readonly here: Town; readonly elsewhere: Town }
const houses: House[] = []

beforeAll(async () => {
  dir = mkdtempSync(path.join(tmpdir(), 'leidraad-kinds-'))
  buildProgram()
  towns = await makeTowns(path.join(dir, 'template'))
})
afterAll(async () => {
  for (const house of houses) await house.close()
  rmSync(dir, { recursive: true, force: true, maxRetries: 5 })
})

async function open(name: string): Promise<House> {
  execFileSync('cp', ['-a', path.join(dir, 'template'), path.join(dir, name)])
  const house = await openHouse(path.join(dir, name), towns)
  houses.push(house)
  return house
}

/** It ends by itself, in order. */
const ends = async (run: Run) => expect(await exit(run, LATER), run.said()).toBe(0)
async function stop(run: Run): Promise<void> {
  run.signal('SIGTERM')
  await ends(run)
}

test.concurrent(
  'of a worker and a clock that are killed, others do each again, once, and nothing that was finished',
  async () => {
    const { here, elsewhere } = towns
    const house = await open('killed')
    await house.ask(elsewhere)
    const first = house.start('worker')
    await become('done', house, elsewhere, WORKERS, first)
    await stop(first)
    const before = await jobsOf(house, elsewhere)
    await house.ask(here)
    const { worker, clock } = await caught(house, here, 'SIGKILL')
    expect(await jobsOf(house, here)).toMatchObject(by(worker, clock, { state: 'active', attempt: 1, silent: 0 }))
    expect(await cameOf(house, here)).toMatchObject(nothing(here))

    const other = house.start('worker')
    await silence(house)
    const next = house.start('clock')
    await ends(next)
    await become('done', house, here, KINDS, other)
    expect(await jobsOf(house, here)).toMatchObject(by(other, next, { state: 'done', attempt: 2, silent: 1 }))
    const came = right(here)
    // At least once: nobody can know whether a server that said nothing had the letter. A copy has the same mark.
    expect(await cameOf(house, here)).toEqual({ ...came, mail: { ...came.mail, copies: 2 } })
    expect((await cameOf(house, here)).export.size).toBeGreaterThan(100)
    expect(await jobsOf(house, elsewhere)).toMatchObject({ ...before, mail: { state: 'done', attempt: 1, silent: 0 } })
    expect(await cameOf(house, elsewhere)).toEqual(right(elsewhere))
    await stop(other)
  },
  LIMIT,
)

test.concurrent(
  'of a worker and a clock that froze and wake while others do it again, the late results are refused',
  async () => {
    const { here, elsewhere } = towns
    const house = await open('frozen')
    await house.ask(here)
    const { worker, clock } = await caught(house, here, 'SIGSTOP')
    house.regulations.set(here.name, 'Verordening die later kwam')
    await house.note(here)
    await house.ask(elsewhere)
    const wait = (until: string) =>
      sql`update job set due = ${until}::timestamptz where municipality = ${elsewhere.id}
      and kind <> 'mail'`.execute(house.db)
    await wait('infinity')
    const { mail, ...rest } = await house.hold(here)

    // Who wakes is over with its own when it begins at the next of that kind, in the other town. A mail server is
    // waited for less long than a lease lasts: for an answer that comes late, the lease runs out before its time.
    await passes(house, here, ['mail'])
    const otherClock = house.start('clock')
    await midway({ mail }, otherClock)
    process.kill(clock.pid, 'SIGCONT')
    await until(async () => (await jobsOf(house, elsewhere)).mail.attempt === 1, LATER, clock)
    const { mail: letter } = await jobsOf(house, here)
    expect((await cameOf(house, here)).mail).toEqual({ ...nothing(here).mail, copies: 2 })
    await mail.letGo()
    await ends(clock)
    await ends(otherClock)

    // Who makes the file again waits when it has taken the job; who made it late would come to the same table.
    const file = await house.holdTable('export')
    const other = house.start('worker')
    const taken = async (town: Town, attempt: number) => {
      const jobs = await jobsOf(house, town)
      return WORKERS.every((kind) => jobs[kind].attempt === attempt)
    }
    await until(() => taken(here, 2), LATER, other)
    await wait('now')
    process.kill(worker.pid, 'SIGCONT')
    await until(() => taken(elsewhere, 1), SOON, worker)
    const during = { ...(await jobsOf(house, here)), mail: letter }
    expect(during).toMatchObject(by(other, otherClock, { state: 'active', attempt: 2, silent: 1 }))
    const { mail: _, ...none } = nothing(here)
    expect(await cameOf({ ...house, db: file.holder }, here)).toMatchObject(none)
    await letGo({ ...rest, mail, export: file })
    for (const town of [here, elsewhere]) await become('done', house, town, KINDS, other)

    expect(await jobsOf(house, here)).toMatchObject(by(other, otherClock, { attempt: 2, silent: 1 }))
    const whole = right(here)
    expect(await cameOf(house, here)).toEqual({
      ...whole,
      fetch: { ...whole.fetch, titles: ['Verordening die later kwam'] },
      mail: { ...whole.mail, copies: 2 },
      export: { ...whole.export, text: expect.stringContaining('wijzigde een product') as string },
    })
    expect(await jobsOf(house, elsewhere)).toMatchObject(by(worker, clock, { attempt: 1, silent: 0 }))
    expect(await cameOf(house, elsewhere)).toEqual(right(elsewhere))
    await stop(worker)
    await stop(other)
  },
  LIMIT,
)

test.concurrent(
  'what falls silent three times is done once more in a process of its own, and set aside when that falls too',
  async () => {
    const { here, elsewhere } = towns
    const house = await open('alone')
    await house.ask(elsewhere)
    // Whoever has those of the other town falls silent for the third time, when their lease runs out.
    await sql`update job set state = 'active', attempt = 3, silent = 2, lease_until = 'infinity'`.execute(house.db)
    await house.ask(here)
    for (const attempt of [1, 2, 3]) {
      const { worker, clock } = await caught(house, here, 'SIGKILL')
      const state = { state: 'active', attempt, silent: attempt - 1 }
      expect(await jobsOf(house, here)).toMatchObject(by(worker, clock, state))
      await passes(house, here)
    }
    const held = await holdAll(house, here)
    const [worker, clock] = [house.start('worker'), house.start('clock')]
    const runOf = ofEach(KINDS, (kind) => (kind === 'mail' ? clock : worker))
    const follower = () => house.start('judge', '--gemeente', here.name)
    const fallen = await Promise.all(
      KINDS.map(async (kind) => {
        const child = await alone(house, here, kind, held[kind], runOf[kind])
        const asks = kind === 'judge' ? follower() : undefined
        if (asks) await follows(house, asks)
        slay([child])
        if (asks) {
          // Who asked for it, and waited for whoever did it, hears of it.
          expect(await exit(asks, LATER)).toBe(69)
          expect(asks.said()).toContain('het oordelen lukte niet: er ging iets mis bij ons')
        }
        return child
      }),
    )
    await become('failed', house, here, KINDS, worker)
    await letGo(held)
    await ends(clock)
    expect(await jobsOf(house, here)).toMatchObject(by(worker, clock, { attempt: 4, silent: 4 }))
    const none = nothing(here)
    expect(await cameOf(house, here)).toMatchObject({
      ...none,
      fetch: { ...none.fetch, failure: 'het ging vier keer mis bij ons; het staat in het verslag van de werker' },
      mail: { ...none.mail, failure: 'het versturen ging mis op onze server', copies: 4 },
      export: { ...none.export, problem: expect.stringContaining('Het maken ging vier keer mis bij ons.') },
      national: {
        ...none.national,
        outcome: 'failed',
        said: expect.stringContaining('Dit ging vier keer mis bij ons.'),
      },
      tasks: [
        `Kijk naar een e-mail die niet aankwam: “Brief aan ${here.name}”`,
        `Kijk naar wat wij niet naar het Algoritmeregister kregen: Algoritme van ${here.name}`,
      ],
    })

    // In the other town that process does not fall.
    const again = await holdAll(house, elsewhere)
    await passes(house, elsewhere)
    const last = house.start('clock')
    const ended = await Promise.all(
      KINDS.map(async (kind) => {
        const child = await alone(house, elsewhere, kind, again[kind], kind === 'mail' ? last : worker)
        await again[kind].letGo()
        return child
      }),
    )
    await become('done', house, elsewhere, KINDS, worker)
    await ends(last)
    await until(() => left([...fallen, ...ended]).length === 0, LATER)
    expect(await jobsOf(house, elsewhere)).toMatchObject(by(worker, last, { attempt: 4, silent: 3 }))
    expect(await cameOf(house, elsewhere)).toEqual(right(elsewhere))
    await stop(worker)
  },
  LIMIT,
)
