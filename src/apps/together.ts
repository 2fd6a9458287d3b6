/** Work that belongs together: none of it goes on when one part has ended. */

/**
 * Runs each until one ends, well or not; that tells the others to stop. Gives what all gave once all have ended, or
 * throws the first failure in their order.
 */
export async function together<T extends readonly unknown[]>(
  signal: AbortSignal,
  works: { readonly [K in keyof T]: (signal: AbortSignal) => Promise<T[K]> },
): Promise<T> {
  const ended = new AbortController()
  const stop = AbortSignal.any([signal, ended.signal])
  const running = works.map((work) => work(stop).finally(() => ended.abort()))
  await Promise.allSettled(running)
  return (await Promise.all(running)) as unknown as T
}
