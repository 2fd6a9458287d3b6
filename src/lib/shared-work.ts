/** Work that many ask for at once and that is done once for all of them. */

/**
 * One at a time, and one that waits for it: who asks while it runs gets the next one, so that nobody gets an answer
 * that began before the question.
 */
export function sharedWork<T>(work: () => Promise<T>): () => Promise<T> {
  let running: Promise<T> | undefined
  let next: Promise<T> | undefined
  const begin = (): Promise<T> => {
    next = undefined
    const mine = work().finally(() => {
      if (running === mine) running = undefined
    })
    running = mine
    return mine
  }
  return () => (running === undefined ? begin() : (next ??= running.then(begin, begin)))
}
