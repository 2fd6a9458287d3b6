/** Times an action: median and 95th percentile, in milliseconds. */
export async function times(
  work: () => Promise<unknown>,
  count = 60,
): Promise<{ readonly p50: number; readonly p95: number }> {
  for (let warm = 0; warm < 5; warm++) await work()
  const all: number[] = []
  for (let run = 0; run < count; run++) {
    const from = performance.now()
    await work()
    all.push(performance.now() - from)
  }
  all.sort((one, other) => one - other)
  return { p50: all[Math.floor(count / 2)]!, p95: all[Math.floor(count * 0.95)]! }
}
