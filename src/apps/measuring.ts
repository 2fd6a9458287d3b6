/** Measures a round to its end: asks for the visits, works on them, and tells how far it is. */
import { partsOf, registrableDomain } from '../lib/domain.ts'
import type { Db } from '../db/connect.ts'
import { patiently } from '../db/patience.ts'
import { requestRound, roundState, subjectsOf, type RoundState } from '../features/scans/rounds-store.ts'
import { endProgress, writeProgress } from '../features/scans/progress-store.ts'

/** Asks for visits to all open subjects, or to those of the organisations named. */
export async function startRound(
  db: Db,
  municipality: string,
  slugs?: readonly string[],
): Promise<{ round: string; total: number }> {
  const subjects = await patiently(() => subjectsOf(db, municipality, slugs))
  const wanted = subjects.map((each) => ({ ...each, domain: registrableDomain(partsOf(each.address).host) }))
  // Twice is once: the visits of a round that was asked for in vain are the ones that the next shares.
  const total = new Set(wanted.map(({ kind, address }) => `${kind} ${address}`)).size
  return { round: await patiently(() => requestRound(db, municipality, wanted)), total }
}

/**
 * Waits until nothing of the round is open any more but what may not be visited yet, telling each change. Ends early,
 * with what there is, at the signal.
 */
export async function followRound(
  db: Db,
  municipality: string,
  round: string,
  signal: AbortSignal,
  tell: (state: RoundState) => void | Promise<void>,
): Promise<RoundState> {
  let last = ''
  for (;;) {
    const state = await patiently(() => roundState(db, municipality, round))
    const now = JSON.stringify(state)
    if (now !== last) {
      last = now
      await patiently(() => writeProgress(db, municipality, state))
      await tell(state)
    }
    const ended = state.done + state.failed >= state.total
    if (ended) return state
    if (signal.aborted || state.done + state.failed + state.later >= state.total) {
      await patiently(() => endProgress(db, municipality))
      return state
    }
    await new Promise((resolve) => setTimeout(resolve, 300))
  }
}
