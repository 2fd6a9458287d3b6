/** Heavy work in turn: so much at a time, so much waiting, and the rest is told to come back later. */

/** Thrown instead of joining a queue that is full. `seconds`: when it is worth trying again. */
export class Busy extends Error {
  readonly seconds: number
  constructor(seconds: number) {
    super('too much at once')
    this.seconds = seconds
  }
}

/**
 * A queue in which `running` works go at a time and at most `waiting` wait; beyond that it throws Busy, before anything
 * of the work was done. `ahead` goes before all others that wait.
 */
export function inTurns({ running: most, waiting: room }: { readonly running: number; readonly waiting: number }) {
  let running = 0
  const waiting: (() => void)[] = []
  return async function inTurn<T>(work: () => Promise<T>, { ahead = false } = {}): Promise<T> {
    if (running >= most) {
      if (waiting.length >= room) throw new Busy(10)
      // Whoever ends a work hands its place over: nobody slips in between.
      await new Promise<void>((resolve) => (ahead ? waiting.unshift(resolve) : waiting.push(resolve)))
    } else running++
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else running--
    }
  }
}

/**
 * Work that nobody waits for, one after another, so that who asked cannot tell by time what there was to do. Beyond
 * `most` that wait, `add` throws Busy. An error goes to `report`.
 */
export function workLater(most: number, report: (error: unknown) => void) {
  let waiting = 0
  let line: Promise<void> = Promise.resolve()
  return {
    add(work: () => Promise<unknown>): void {
      if (waiting >= most) throw new Busy(30)
      waiting++
      line = line
        .then(work)
        .then(() => {}, report)
        .finally(() => {
          waiting--
        })
    },
    /** Waits until all that was added is done. */
    idle: (): Promise<void> => line,
  }
}
export type Later = ReturnType<typeof workLater>
