/** Word differences for a page: little ones at once, large ones off the thread that answers requests. */
import { heavy } from './heavy.ts'
import { Busy } from './in-turn.ts'
import { wordDifferences, type Pair, type Part } from './word-difference.ts'

/** Signs that are compared at once: a few milliseconds at most. */
const LITTLE = 2_000
/** A page shows no more than so many. */
const MOST_PAIRS = 30
/** The thread begins anew within this, and the work itself ends after one second. */
const MILLISECONDS = 5_000

/** The parts of each pair; undefined for one that is too much to work out, or for now when too many ask. */
export async function toldDifferences(pairs: readonly Pair[]): Promise<(readonly Part[] | undefined)[]> {
  const shown = pairs.slice(0, MOST_PAIRS)
  const size = shown.reduce((sum, { before, after }) => sum + before.length + after.length, 0)
  if (size <= LITTLE) return wordDifferences(shown)
  try {
    return await heavy('word-differences', shown, MILLISECONDS)
  } catch (error) {
    if (error instanceof Busy) return []
    throw error
  }
}
