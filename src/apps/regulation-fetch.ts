/**
 * Fetches the regulations of a municipality from the national repository and keeps them: by hand, or when the desk
 * asked for it.
 */
import type { Db } from '../db/connect.ts'
import type { Tx } from '../db/as.ts'
import { record } from '../db/audit.ts'
import { isAway, patiently } from '../db/patience.ts'
import { CVDR, CvdrFails, readCvdr, type CvdrAnswer } from '../outside/cvdr.ts'
import { openEgress } from '../outside/egress.ts'
import { lackOf } from '../lib/lack.ts'
import { LACKING, type Doing, type Later } from './later.ts'
import {
  endFetch,
  leaveFetch,
  setAside,
  takeFetch,
  tellFetch,
  toFetch,
  type Due,
} from '../features/regulations/fetches-store.ts'
import { worksOf, type Plan, type Work } from '../features/regulations/rules.ts'
import { keepRegulations } from '../features/regulations/store.ts'
import type { Network } from '../model/network.ts'
import { todayIn } from '../web/language.ts'
import { fault } from './terminal.ts'

/**
 * Asks the repository. LEIDRAAD_CVDR and LEIDRAAD_CVDR_INDEX name another one, or the network file of a test city does.
 */
export async function askRepository(
  network: Network | undefined,
  creator: string,
  signal: AbortSignal,
  tell?: (done: number, total: number) => void,
): Promise<CvdrAnswer & { readonly works: readonly Work[] }> {
  const answer = await readCvdr(openEgress(network), creator, {
    base: process.env['LEIDRAAD_CVDR'] ?? network?.cvdr ?? CVDR.base,
    index: process.env['LEIDRAAD_CVDR_INDEX'] ?? CVDR.index,
    signal,
    ...(tell ? { tell } : {}),
  })
  return { ...answer, works: worksOf(answer.regulations, todayIn()) }
}

/** Keeps what came; of an answer that is not whole nothing known is changed. */
const keep = (tx: Tx, municipality: string, { works, missing }: Answer): Promise<Plan> =>
  keepRegulations(tx, municipality, works, 'cvdr', missing.length === 0)
/** Keeps what came of a source in one transaction, with its line in the trail, and tells what that changed. */
export const keepAnswer = (db: Db, municipality: string, creator: string, answer: Answer): Promise<Plan> =>
  db.transaction().execute(async (tx) => {
    const plan = await keep(tx, municipality, answer)
    const detail = { creator, added: plan.added.length, changed: plan.changed.length }
    await record(tx, municipality, { act: 'regulations.imported', object: `municipality/${municipality}`, detail })
    return plan
  })
type Answer = { readonly works: readonly Work[]; readonly missing: readonly string[] }

/** Fetching what the desk asks for. */
export const fetches = (db: Db, network: Network | undefined): Later<Due> => ({
  take: (worker) => takeFetch(db, worker),
  run: (due, doing) => fetchOne(db, network, due, doing),
  of: (job) => toFetch(db, job),
  aside: setAside,
})

/** Does one that this process holds. Whatever goes wrong with it is its outcome; a lack of ours gives it back. */
async function fetchOne(
  db: Db,
  network: Network | undefined,
  due: Due,
  { signal, tell: say, lacking }: Doing,
): Promise<void> {
  let told: Promise<void> = Promise.resolve()
  const tell = (done: number, total: number) => {
    say(`${done} van ${total} records`)
    told = told.then(() => tellFetch(db, due, done, total)).catch(() => undefined)
  } // a figure on screen, no more
  const fails = (failure: string) =>
    patiently(() => db.transaction().execute((tx) => endFetch(tx, due, { failure }))).then(() => undefined)
  try {
    const answer = await askRepository(network, due.creator, signal, tell)
    await told
    if (answer.total === 0) return await fails(`de voorziening kent geen regelingen van “${due.creator}”`)
    // What came and that it came are kept together, so that twice is once.
    await patiently(() =>
      db.transaction().execute(async (tx) => {
        const plan = await keep(tx, due.municipality, answer)
        if (!(await endFetch(tx, due, { plan, missing: answer.missing }))) throw new Ended()
      }),
    )
  } catch (error) {
    await told
    if (error instanceof Ended) return
    if (signal.aborted) return patiently(() => leaveFetch(db, due))
    if (isAway(error)) throw error
    const lack = lackOf(error)
    if (lack !== undefined) {
      lacking(lack)
      return patiently(() => leaveFetch(db, due, { trouble: LACKING, minutes: 1 }))
    }
    if (!(error instanceof CvdrFails)) fault(`Regelingen van ${due.creator}:`, error)
    await fails(
      error instanceof CvdrFails ? error.message : 'er ging iets mis bij ons; het staat in het verslag van de werker',
    )
  }
}
/** It is another attempt's by now. */
class Ended extends Error {}
