/** What changed between texts, word by word, within bounds of length and time. */
import { diffWords } from 'diff'

export type Part = { readonly value: string; readonly added: boolean; readonly removed: boolean }
export type Pair = { readonly before: string; readonly after: string }

/** Signs of a pair, changes in a pair, and milliseconds for all pairs together. */
const LONGEST = 60_000
const MOST_CHANGES = 2_000
const MILLISECONDS = 1_000

const sizeOf = ({ before, after }: Pair): number => before.length + after.length

/** The parts of each pair in order; undefined for a pair with more to it than is worth working out. */
export function wordDifferences(pairs: readonly Pair[]): (readonly Part[] | undefined)[] {
  const end = performance.now() + MILLISECONDS
  const told = new Map<Pair, readonly Part[] | undefined>()
  // The small ones first: a large one does not keep them from being told.
  for (const pair of pairs.toSorted((one, other) => sizeOf(one) - sizeOf(other))) {
    const left = end - performance.now()
    if (sizeOf(pair) > LONGEST || left <= 0) break
    told.set(
      pair,
      diffWords(pair.before, pair.after, { timeout: left, maxEditLength: MOST_CHANGES })?.map(
        ({ value, added, removed }) => ({ value, added, removed }),
      ),
    )
  }
  return pairs.map((pair) => told.get(pair))
}
