/**
 * Visits what is due: takes a visit, gathers, keeps the evidence, judges it for everyone who watches, and takes the
 * next.
 */
import { hostname } from 'node:os'
import { withoutCredentials } from '../lib/credentials.ts'
import { lackOf, storeAway, type Lack } from '../lib/lack.ts'
import type { Db } from '../db/connect.ts'
import { keep } from '../db/jobs.ts'
import { isAway, patiently } from '../db/patience.ts'
import type { EvidenceStore } from '../db/evidence.ts'
import type { Gatherer } from '../engine/gather.ts'
import { OurFault } from '../outside/our-fault.ts'
import type { Rules } from '../engine/judge.ts'
import { unseenOf } from '../engine/parties.ts'
import { keepJudgements } from '../db/findings.ts'
import { keepBehind } from '../features/suppliers/keep-store.ts'
import { keepSightings } from '../features/badges/sightings-store.ts'
import { watchers } from '../features/scans/judgements-store.ts'
import { claim, finish, giveBack, type Claim } from '../features/scans/queue-store.ts'
import { askSecondLooks, type LookPlan } from '../features/scans/second-look-store.ts'
import { behindFor } from './behind.ts'
import { holding, rest } from './holding.ts'
import { openLull, type Lull } from './lull.ts'
import { judgeEvidence } from './rules.ts'
import { lookPlan } from './second-looks.ts'
import { hostsByMunicipality, sightedBy } from './sighted.ts'
import { warn } from './terminal.ts'

export type Work = {
  readonly db: Db
  readonly store: EvidenceStore
  readonly rules: Rules
  readonly gatherer: Gatherer
  /** When and how often is looked again; as the settings say when it is absent. */
  readonly looks?: LookPlan
  /** Makes a visit in a process of its own, to its end; without it, it is made here. Throws when that process fell. */
  readonly alone?: (due: Claim, signal: AbortSignal) => Promise<void>
  /** Hears what we lack ourselves, and null when it is over. */
  readonly tell?: (lack: Lack | null) => void
}

/**
 * Works with `slots` visits at a time until the signal; what is then under way is given back. With a `round` it does
 * nothing that was asked for otherwise. Throws when the database stays away.
 */
export async function runWorker(work: Work, slots: number, signal: AbortSignal, round?: string): Promise<void> {
  const name = `${hostname()}:${process.pid}`
  const failed = new AbortController()
  const stop = AbortSignal.any([signal, failed.signal])
  const lull = openLull(work.tell ?? (() => {}))
  const slot = async () => {
    while (!stop.aborted) {
      await rest(lull.left(), stop)
      if (stop.aborted) break
      const due = await patiently(() => claim(work.db, name, round))
      if (due) await visit(work, due, stop, lull)
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

/** Milliseconds that a visit in a process of its own may take: much more than any visit does. */
const ALONE = 360_000

/** Makes the visit that a worker took for a process of its own, this one. */
export async function visitAlone(work: Work, due: Claim, signal: AbortSignal): Promise<void> {
  await visit({ ...work, alone: undefined } as Omit<Work, 'alone'>, due, signal, openLull(work.tell ?? (() => {})))
}

/**
 * Makes one claimed visit. A site's fault is evidence; our own fault gives the visit back. What we lack ourselves is no
 * fault of the visit, and is not counted.
 */
async function visit(
  { db, store, rules, gatherer, looks, alone }: Work,
  due: Claim,
  signal: AbortSignal,
  lull: Lull,
): Promise<void> {
  const held = holding((progress) => keep(db, due, progress), signal)
  try {
    if (due.alone && alone) {
      held.tell('in een eigen proces')
      return await alone(due, AbortSignal.any([held.signal, AbortSignal.timeout(ALONE)]))
    }
    const { evidence, pictures, watch, comeBack } = await gatherer.gather(due, {
      signal: held.signal,
      progress: held.tell,
    })
    for (const [hash, bytes] of pictures) await store.putPicture(hash, bytes).catch(storeAway)
    const hash = await store.putEvidence(evidence).catch(storeAway)
    const unseen = unseenOf(evidence)
    // Twice is once: the second time the visit is no longer active.
    await patiently(() =>
      finish(
        db,
        due,
        {
          evidence: hash,
          why: unseen?.why ?? null,
          detail: unseen?.detail.slice(0, 500) ?? null,
          come_back: comeBack ?? null,
        },
        async (tx) => {
          const watching = await watchers(tx, due.kind, due.address)
          await keepJudgements(
            tx,
            watching.map((watcher) => ({
              visit: due.id,
              watcher,
              judged: judgeEvidence(
                evidence,
                { kind: due.kind, address: due.address, publicBody: watcher.publicBody },
                rules,
              ),
            })),
          )
          await keepSightings(tx, sightedBy(await hostsByMunicipality(tx), evidence, watching))
          await keepBehind(tx, behindFor(evidence, watch ?? null, rules.lists, watching))
          await askSecondLooks(tx, watching, looks ?? lookPlan())
        },
      ),
    )
    lull.end()
  } catch (error) {
    const stopped = held.signal.aborted
    const lack = lackOf(error) ?? (isAway(error) ? 'store' : undefined)
    if (!stopped) warn(`${due.address}: ${withoutCredentials(told(error))}`)
    if (!stopped && lack) lull.begin(lack)
    await giveBack(db, due, stopped || lack ? null : withoutCredentials(String(error))).catch(() => {
      // The database is away: the lease runs out and the visit is taken again.
    })
    await rest(1_000, signal)
  } finally {
    held.end()
  }
}

/** A fault of ours in a line; anything else with where it came from. */
const told = (error: unknown): string =>
  error instanceof OurFault ? error.message : ((error as Error).stack ?? String(error))
