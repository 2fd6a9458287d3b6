/** How the cost of work grows with the size of what it is given. */
import { cpuMs } from './cpu.ts'

/** Below this a cost cannot be told from none, in milliseconds. */
const LEAST = 2

/**
 * Whether ten times as much costs some ten times as much, in the processor of this thread. Where each thing is held
 * against all before it, it would be a hundred times.
 */
export function growsWithSize(work: (times: number) => void): boolean {
  const costOf = (times: number): number => {
    const begun = cpuMs()
    work(times)
    return cpuMs() - begun
  }
  costOf(400)
  const small = Math.min(...[1, 2, 3].map(() => costOf(1_000)))
  // The least of three is within the bound when one of them is: most need no second try.
  return [1, 2, 3].some(() => costOf(10_000) < Math.max(small, LEAST) * 40)
}
