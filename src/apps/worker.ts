/**
 * Visits what is due: takes a visit, gathers, keeps the evidence, judges it for everyone who watches, and takes the
 * next.
 */
import { hostname } from 'node:os'
import { withoutCredentials } from '../lib/credentials.ts'
import type { Db } from '../db/connect.ts'
import { patiently } from '../db/patience.ts'
import type { EvidenceStore } from '../db/evidence.ts'
import type { Gatherer } from '../engine/gather.ts'
import { OurFault } from '../outside/our-fault.ts'
import type { Rules } from '../engine/judge.ts'
import { unseenOf } from '../engine/parties.ts'
import { keepJudgements } from '../db/findings.ts'
import { watchers } from '../features/scans/judgements-store.ts'
import { claim, finish, giveBack, heartbeat, LEASE, type Claim } from '../features/scans/queue-store.ts'
import { judgeEvidence } from './rules.ts'
import { warn } from './terminal.ts'

export type Work = {
  readonly db: Db
  readonly store: EvidenceStore
  readonly rules: Rules
  readonly gatherer: Gatherer
}

/**
 * Works with `slots` visits at a time until the signal; what is then under way is given back. With a `round` it does
 * nothing that was asked for otherwise. Throws when the database stays away.
 */
export async function runWorker(work: Work, slots: number, signal: AbortSignal, round?: string): Promise<void> {
  const name = `${hostname()}:${process.pid}`
  const failed = new AbortController()
  const stop = AbortSignal.any([signal, failed.signal])
  const slot = async () => {
    while (!stop.aborted) {
      const due = await patiently(() => claim(work.db, name, round))
      if (due) await visit(work, due, stop)
      else await rest(500, stop)
    }
  }
  const slotsEnded = Array.from({ length: slots }, () =>
    slot().catch((error) => {
      failed.abort()
      throw error
    }),
  )
  // All have ended before one's failure is told: after that the browsers are closed.
  await Promise.allSettled(slotsEnded)
  await Promise.all(slotsEnded)
}

/** Makes one claimed visit. A site's fault is evidence; our own fault gives the visit back. */
async function visit({ db, store, rules, gatherer }: Work, due: Claim, signal: AbortSignal): Promise<void> {
  const lost = new AbortController()
  let progress = 'begonnen'
  const beat = setInterval(
    () => {
      heartbeat(db, due, progress).then(
        (ours) => {
          if (!ours) lost.abort()
        },
        () => {
          // The database is away for a moment: the lease decides who may go on, not this beat.
        },
      )
    },
    (LEASE * 1_000) / 4,
  )
  try {
    const { evidence, pictures } = await gatherer.gather(due, {
      signal: AbortSignal.any([signal, lost.signal]),
      progress: (text) => {
        progress = text
      },
    })
    for (const [hash, bytes] of pictures) await store.putPicture(hash, bytes)
    const hash = await store.putEvidence(evidence)
    const unseen = unseenOf(evidence)
    // Twice is once: the second time the visit is no longer active.
    await patiently(() =>
      finish(
        db,
        due,
        { evidence: hash, why: unseen?.why ?? null, detail: unseen?.detail.slice(0, 500) ?? null },
        async (tx) => {
          await keepJudgements(
            tx,
            (await watchers(tx, due.kind, due.address)).map((watcher) => ({
              visit: due.id,
              watcher,
              judged: judgeEvidence(
                evidence,
                { kind: due.kind, address: due.address, publicBody: watcher.publicBody },
                rules,
              ),
            })),
          )
        },
      ),
    )
  } catch (error) {
    const stopped = signal.aborted || lost.signal.aborted
    if (!stopped) warn(`${due.address}: ${withoutCredentials(told(error))}`)
    await giveBack(db, due, stopped ? null : withoutCredentials(String(error))).catch(() => {
      // The database is away: the lease runs out and the visit is taken again.
    })
    await rest(1_000, signal)
  } finally {
    clearInterval(beat)
  }
}

/** A fault of ours in a line; anything else with where it came from. */
const told = (error: unknown): string =>
  error instanceof OurFault ? error.message : ((error as Error).stack ?? String(error))

function rest(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve()
    const done = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, ms)
    signal.addEventListener('abort', done)
  })
}
