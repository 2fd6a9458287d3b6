/** What work costs by itself: a machine that is busy with something else makes it no dearer. */

/**
 * Milliseconds of processor that this thread has used. Held around work on hostile text, with inputs so long that work
 * that grows with the square of their length is far over the bound.
 */
export function cpuMs(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1_000
}
