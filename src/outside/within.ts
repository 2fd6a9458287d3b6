/** A deadline on any promise, for browsers that never answer. */
import { NotSeen } from './not-seen.ts'

/**
 * The promise's value if it comes within `ms`; else NotSeen('timeout'). A later rejection of the loser is expected
 * (a closed page rejects everything that was still asked of it) and therefore not reported as unhandled.
 */
export async function within<T>(ms: number, what: string, promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined)
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(
      () => reject(new NotSeen('timeout', `${what}: no answer within ${Math.round(ms)} ms`)),
      Math.max(0, ms),
    )
  })
  try {
    return await Promise.race([promise, late])
  } finally {
    clearTimeout(timer)
  }
}

/** Resolves after `ms`. */
export const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))
