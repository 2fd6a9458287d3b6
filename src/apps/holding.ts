/** Holding a job while it is done: a sign of life every few seconds, and its end when it is no longer ours. */
import { LEASE } from '../db/jobs.ts'

export type Holding = {
  /** Stops the work: because we stop, or because the job is no longer this attempt's. */
  readonly signal: AbortSignal
  /** What is being done, for who looks at it. */
  tell(progress: string): void
  /** No sign of life any more. */
  end(): void
}

/** `beat` gives a sign of life, and whether the job is still ours. */
export function holding(beat: (progress: string) => Promise<boolean>, signal: AbortSignal): Holding {
  const lost = new AbortController()
  let progress = 'begonnen'
  const timer = setInterval(
    () => {
      beat(progress).then(
        (ours) => {
          if (!ours) lost.abort()
        },
        () => {
          // The database is away for a moment: the lease decides who may go on, not this beat.
        },
      )
    },
    (LEASE * 1_000) / 4,
  )
  return {
    signal: AbortSignal.any([signal, lost.signal]),
    tell(text) {
      progress = text
    },
    end: () => clearInterval(timer),
  }
}

/** Waits so many milliseconds, or until the signal. */
export function rest(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve()
    const done = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, ms)
    signal.addEventListener('abort', done)
  })
}
