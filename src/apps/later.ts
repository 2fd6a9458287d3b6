/** What runs later beside visits and mail, each held by its attempt: of the kinds that are given, one at a time. */
import { hostname } from 'node:os'
import type { Db } from '../db/connect.ts'
import { giveBack, keep, type Back, type Held, type Job } from '../db/jobs.ts'
import type { Aside } from '../db/jobs-lane.ts'
import { isAway, patiently } from '../db/patience.ts'
import { lackOf, type Lack } from '../lib/lack.ts'
import { holding, rest } from './holding.ts'
import { openLull, type Lull } from './lull.ts'
import { fault } from './terminal.ts'

/** What is told at the desk of a job that waits because we lack something. */
export const LACKING = 'er ontbreekt iets op onze server (ruimte, bestanden of de opslag)'
/** Milliseconds that a job in a process of its own may take. */
const ALONE = 3_600_000

export type Doing = {
  /** Stops the work: because we stop, or because the job is no longer this attempt's. */
  readonly signal: AbortSignal
  /** What is being done, for who looks at it. */
  tell(progress: string): void
  /** We lack something ourselves. */
  lacking(lack: Lack): void
}

/** One kind of job. `take` gives the next that may be done now. */
export type Later<T extends Job = Job> = {
  take(worker: string): Promise<T | undefined>
  /** What this process holds is done, and ended in the transaction of what came of it. */
  run(job: T, doing: Doing): Promise<void>
  /** What becomes of one that goes wrong each time, alone too. */
  readonly aside?: Aside
  /** Reads what it is about, of a job that another process took for us to do. */
  of(job: Job): Promise<T>
}

export type LaterWork = {
  readonly db: Db
  readonly kinds: Readonly<Partial<Record<Job['kind'], Later>>>
  /** Does a job in a process of its own, to its end; without it, it is done here. Throws when that process fell. */
  readonly alone?: (job: Held, signal: AbortSignal) => Promise<void>
  /** Hears what we lack ourselves, and null when it is over. */
  readonly tell?: (lack: Lack | null) => void
}

/** Does what waits, oldest of each kind, until the signal. Throws when the database stays away. */
export async function runLater(work: LaterWork, signal: AbortSignal): Promise<void> {
  const worker = `${hostname()}:${process.pid}`
  const lull = openLull(work.tell ?? (() => {}))
  while (!signal.aborted) {
    await rest(lull.left(), signal)
    let any = false
    for (const kind of Object.values(work.kinds)) {
      if (signal.aborted) break
      const job = await patiently(() => kind.take(worker))
      if (!job) continue
      any = true
      await one(work, kind, job, signal, lull)
    }
    if (!any) await rest(1_000, signal)
  }
}

/** What we lack ourselves, by this error; undefined when it is something else. */
const lackIn = (error: unknown): Lack | undefined => lackOf(error) ?? (isAway(error) ? 'store' : undefined)

/** How a job is given back after this error: what we lack ourselves is not counted, a fault of ours is. */
export const backFor = (error: unknown): Back =>
  lackIn(error) === undefined ? { fault: 'er ging iets mis bij ons' } : { trouble: LACKING }

/** Does the job that another process took for this one. */
export async function laterAlone(work: LaterWork, job: Job, signal: AbortSignal): Promise<void> {
  const kind = work.kinds[job.kind]
  if (!kind) throw new Error(`no work of kind ${job.kind} here`)
  await one({ db: work.db, kinds: work.kinds }, kind, await kind.of(job), signal, openLull(work.tell ?? (() => {})))
}

async function one({ db, alone }: LaterWork, kind: Later, job: Job, signal: AbortSignal, lull: Lull): Promise<void> {
  const held = holding((progress) => keep(db, job, progress), signal)
  let lacked = false
  try {
    if (job.alone && alone) {
      held.tell('in een eigen proces')
      return await alone(job, AbortSignal.any([held.signal, AbortSignal.timeout(ALONE)]))
    }
    await kind.run(job, {
      signal: held.signal,
      tell: held.tell,
      lacking: (lack) => {
        lacked = true
        lull.begin(lack)
      },
    })
    if (!lacked) lull.end()
  } catch (error) {
    const stopped = held.signal.aborted
    const lack = lackIn(error)
    if (!stopped) fault(`${job.kind} ${job.key}:`, error)
    if (!stopped && lack) lull.begin(lack)
    await giveBack(db, job, { ...(stopped ? {} : backFor(error)), aside: kind.aside }).catch(() => {
      // The database is away: the lease runs out and the job is taken again.
    })
  } finally {
    held.end()
  }
}
