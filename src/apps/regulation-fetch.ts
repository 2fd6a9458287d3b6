/** Fetches the regulations of a municipality from the national repository and keeps them: by hand, or when the desk asked for it. */
import { setTimeout } from 'node:timers/promises'
import type { Db } from '../db/connect.ts'
import { patiently } from '../db/patience.ts'
import { CVDR, readCvdr, type CvdrAnswer } from '../engine/probes/cvdr.ts'
import { openEgress } from '../engine/probes/egress.ts'
import { endFetch, takeFetch, tellFetch } from '../features/regulations/fetches.ts'
import { worksOf, type Plan, type Work } from '../features/regulations/rules.ts'
import { keepRegulations } from '../features/regulations/store.ts'
import type { Network } from '../model/network.ts'
import { todayIn } from '../web/language.ts'

/** Asks the repository. LEIDRAAD_CVDR and LEIDRAAD_CVDR_INDEX name another one, or the network file of a test city does. */
export async function askRepository(network: Network | undefined, creator: string, signal: AbortSignal, tell?: (done: number, total: number) => void): Promise<CvdrAnswer & { readonly works: readonly Work[] }> {
  const answer = await readCvdr(openEgress(network), creator, {
    base: process.env['LEIDRAAD_CVDR'] ?? network?.cvdr ?? CVDR.base, index: process.env['LEIDRAAD_CVDR_INDEX'] ?? CVDR.index, signal, ...(tell ? { tell } : {}),
  })
  return { ...answer, works: worksOf(answer.regulations, todayIn()) }
}

/** Keeps what came; of an answer that is not whole nothing known is changed. */
export const keepAnswer = (db: Db, municipality: string, { works, missing }: { readonly works: readonly Work[]; readonly missing: readonly string[] }): Promise<Plan> =>
  db.transaction().execute((tx) => keepRegulations(tx, municipality, works, 'cvdr', missing.length === 0))

/** Does what the desk asks for, one at a time, until the signal. A repository that fails is an outcome; a database that stays away is not. */
export async function runFetches(db: Db, network: Network | undefined, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const due = await patiently(() => takeFetch(db))
    if (!due) {
      await setTimeout(1_000, undefined, { signal }).catch(() => undefined) // stopped: the loop sees it
      continue
    }
    let told: Promise<void> = Promise.resolve()
    const answer = await askRepository(network, due.creator, signal, (done, total) => { told = told.then(() => tellFetch(db, due, done, total)).catch(() => undefined) }) // a figure on screen, no more
      .catch((error: unknown) => ({ failure: error instanceof Error ? error.message : String(error) }))
    await told
    // Stopped half-way: another worker does it again.
    if (signal.aborted) return
    await patiently(async () => endFetch(db, due, 'failure' in answer ? answer : { plan: await keepAnswer(db, due.municipality, answer), missing: answer.missing }))
  }
}
