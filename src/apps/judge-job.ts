/** Judging anew as a job: whoever asks does it, and who is stopped in between is followed by a worker. */
import { hostname } from 'node:os'
import type { Db } from '../db/connect.ts'
import type { EvidenceStore } from '../db/evidence.ts'
import { claim, enqueue, giveBack, keep, lastOf, type Job } from '../db/jobs.ts'
import { patiently } from '../db/patience.ts'
import type { Rules } from '../engine/judge.ts'
import { Trouble } from '../lib/trouble.ts'
import { listsVersion } from './rules.ts'
import { holding, rest } from './holding.ts'
import { judgeAnew, Overtaken, type JudgedAnew } from './judging.ts'
import { backFor, type Later } from './later.ts'

/** Of a municipality one judging is open at a time. */
const KEY = 'judge'

/** For a worker: what somebody asked for and did not end. */
export const judging = (db: Db, store: EvidenceStore, rules: Rules): Later => ({
  take: (worker) => claim(db, worker, { kind: 'judge' }),
  run: async (job, { signal, tell }) => {
    const told = (done: number, total: number) => tell(`${done} van ${total} beoordeeld`)
    try {
      await judgeAnew({ db, store, municipality: job.municipality!, rules, held: job }, told, signal)
    } catch (error) {
      if (!(error instanceof Overtaken)) throw error
    }
  },
  of: async (job) => job,
})

type Asking = {
  readonly db: Db
  readonly store: EvidenceStore
  readonly municipality: string
  readonly rules: Rules
}

/**
 * Asks for it and does it, or follows whoever is doing it already; gives what came of it. Stopped in between it is
 * given back. Throws Trouble when it was set aside.
 */
export async function judgeNow(
  { db, store, municipality, rules }: Asking,
  tell: (done: number, total: number, what: string) => void,
  signal: AbortSignal,
): Promise<JudgedAnew> {
  const ask = { kind: 'judge', municipality, key: KEY } as const
  await patiently(() => enqueue(db, ask))
  const worker = `${hostname()}:${process.pid}`
  for (;;) {
    const job = await patiently(() => claim(db, worker, { kind: 'judge', municipality }))
    const done = job && (await here(job))
    if (done) return done
    const last = (await patiently(() => lastOf(db, municipality, 'judge', KEY)))!
    if (last.state === 'done') {
      const told = last.result as JudgedAnew
      if (told.catalogue === rules.catalogue.version && told.lists === listsVersion(rules)) return told
      // Somebody else did it, with norms or lists that are not ours.
      await patiently(() => enqueue(db, ask))
    }
    if (last.state === 'failed') throw new Trouble(`het oordelen lukte niet: ${last.trouble ?? ''}`)
    signal.throwIfAborted()
    await rest(500, signal)
  }

  async function here(job: Job): Promise<JudgedAnew | undefined> {
    const held = holding((progress) => keep(db, job, progress), signal)
    try {
      return await judgeAnew(
        { db, store, municipality, rules, held: job },
        (at, total, address) => {
          held.tell(`${at} van ${total} beoordeeld`)
          return tell(at, total, address)
        },
        held.signal,
      )
    } catch (error) {
      if (error instanceof Overtaken || (held.signal.aborted && !signal.aborted)) return undefined
      await giveBack(db, job, signal.aborted ? {} : backFor(error)).catch(() => {
        // The database is away: the lease runs out and the job is taken again.
      })
      throw error
    } finally {
      held.end()
    }
  }
}
