/** The inside of the worker thread: each kind of heavy work by its name. Runs beside the site, never in it. */
import { parentPort } from 'node:worker_threads'
import { strengthOf, type Asked, type Strength } from './password-strength.ts'
import { wordDifferences, type Pair, type Part } from './word-difference.ts'

/** Every kind of work: what is given and what comes of it, plain data both. */
export type Work = {
  'word-differences': { readonly given: readonly Pair[]; readonly gives: (readonly Part[] | undefined)[] }
  'password-strength': { readonly given: Asked; readonly gives: Strength }
}
type Doing = { readonly [N in keyof Work]: (given: Work[N]['given']) => Work[N]['gives'] | Promise<Work[N]['gives']> }
const WORK: Doing = { 'word-differences': wordDifferences, 'password-strength': strengthOf }

parentPort?.on('message', async ({ name, given }: { name: keyof Work; given: never }) => {
  try {
    parentPort!.postMessage({ gives: await WORK[name](given) })
  } catch (error) {
    parentPort!.postMessage({ fault: String(error) })
  }
})
