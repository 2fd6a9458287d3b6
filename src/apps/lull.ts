/** A pause in what is begun while we lack something ourselves. */
import type { Lack } from '../lib/lack.ts'

/** Milliseconds that no visit is begun after something was lacking: the first time, and the most. */
const LULL = { first: 1_000, most: 30_000 }

export type Lull = ReturnType<typeof openLull>
/** While we lack something, visits would be made for nothing: after each in vain twice as long none is begun. */
export function openLull(tell: (lack: Lack | null) => void) {
  let [wait, until] = [0, 0]
  return {
    left: () => Math.max(0, until - performance.now()),
    begin(lack: Lack) {
      // What was under way beside it meets the same.
      if (performance.now() >= until) wait = Math.min(LULL.most, Math.max(LULL.first, wait * 2))
      until = performance.now() + wait
      tell(lack)
    },
    end() {
      if (wait > 0) tell(null)
      wait = 0
    },
  }
}

/**
 * For several who may lack something beside each other: each gets a way to tell it, and what is told is what one of
 * them lacks still; null when none does.
 */
export function tellAsOne(tell: (lack: Lack | null) => void): () => (lack: Lack | null) => void {
  const lacking = new Map<object, Lack>()
  return () => {
    const me = {}
    return (lack) => {
      if (lack === null) lacking.delete(me)
      else lacking.set(me, lack)
      tell([...lacking.values()].at(-1) ?? null)
    }
  }
}
