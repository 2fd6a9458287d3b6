/** Processes in the middle of every kind of job, and what a test waits for then: facts, each with a limit. */
import { sql } from 'kysely'
import { expect } from 'vitest'
import { jobsOf } from './came-of.ts'
import { KINDS, type ByKind, type House, type Kind, type Town } from './every-kind.ts'
import type { Held } from './held.ts'
import { family, until, type Process, type Run } from './processes.ts'

/** Seconds. */
export const LATER = 180

export const ofEach = <T>(kinds: readonly Kind[], each: (kind: Kind) => T) =>
  Object.fromEntries(kinds.map((kind) => [kind, each(kind)])) as ByKind<T>

/** Waits until somebody is in the middle of each of these. */
export const midway = (held: Partial<ByKind<Held>>, run: Run): Promise<void> =>
  until(async () => (await Promise.all(Object.values(held).map((each) => each.here()))).every(Boolean), LATER, run)

export const letGo = (held: ByKind<Held>) => Promise.all(Object.values(held).map((each) => each.letGo()))

/** Holds every kind in this town. */
export const holdAll = async (house: House, town: Town): Promise<ByKind<Held>> => ({
  ...(await house.hold(town)),
  export: await house.holdTable('product'),
})

/**
 * Starts a worker and a clock; each gets the signal as soon as it is in the middle of all that it does in this town.
 * What they were asked for comes when they are killed or frozen.
 */
export async function caught(house: House, town: Town, signal: 'SIGKILL' | 'SIGSTOP') {
  const held = await holdAll(house, town)
  const { mail, ...rest } = held
  const [worker, clock] = [house.start('worker'), house.start('clock')]
  const one = async (of: Partial<ByKind<Held>>, run: Run) => {
    await midway(of, run)
    process.kill(run.pid, signal)
  }
  await Promise.all([one(rest, worker), one({ mail }, clock)])
  await letGo(held)
  return { worker, clock }
}

/** Waits until the jobs of these kinds are all so. */
export const become = (state: string, house: House, town: Town, kinds: readonly Kind[], run: Run): Promise<void> =>
  until(
    async () => {
      const jobs = await jobsOf(house, town)
      return kinds.every((kind) => jobs[kind].state === state)
    },
    LATER,
    run,
  )

/** The leases on these run out, without waiting for it. */
export const passes = ({ db }: House, { id }: Town, kinds: readonly Kind[] = KINDS): Promise<unknown> =>
  sql`update job set lease_until = now() - interval '1 second' where municipality = ${id} and state = 'active'
    and kind = any(${sql.val(kinds)}::text[])`.execute(db)

/** Waits until every lease has run out. */
export const silence = ({ db }: House): Promise<void> =>
  until(async () => {
    const { rows } = await sql`select from job where state = 'active' and lease_until > now()`.execute(db)
    return rows.length === 0
  }, LATER)

/** Waits for the process of its own in which one of these does a job, in the middle of it. */
export async function alone(house: House, town: Town, kind: Kind, held: Held, run: Run): Promise<Process> {
  await midway({ [kind]: held }, run)
  const { id } = (await jobsOf(house, town))[kind]
  const found = family(run.pid).filter(({ command }) => command.endsWith(` worker --one ${id}/4`))
  expect(found, kind).toHaveLength(1)
  return found[0]!
}

/** Waits until this run has asked for judging, and looks how it fares. */
export const follows = ({ db }: House, run: Run): Promise<void> =>
  until(
    async () => {
      const { rows } = await sql`select from pg_stat_activity where application_name = ${`leidraad ${run.pid}`}
        and query like 'select%from "job"%'`.execute(db)
      return rows.length > 0
    },
    LATER,
    run,
  )

/** Each that is at work, or was, on a job of each kind. */
export const by = (worker: Run, clock: Run, more: object) =>
  ofEach(KINDS, (kind) => ({
    ...more,
    worker: expect.stringMatching(`:${(kind === 'mail' ? clock : worker).pid}$`) as string,
  }))
