/** How sure a share of a few answers is. Pure. */

/** Standard deviations of a 95% interval. */
const Z = 1.959964

/**
 * The 95% interval of a share, as fractions: Wilson's score interval (1927), which is right for small numbers and never
 * leaves nought to one. `all` is one or more.
 */
export function wilson(good: number, all: number): { readonly low: number; readonly high: number } {
  const [p, z2] = [good / all, Z * Z]
  const middle = p + z2 / (2 * all)
  const width = Z * Math.sqrt((p * (1 - p) + z2 / (4 * all)) / all)
  const bound = (value: number): number => Math.min(1, Math.max(0, value / (1 + z2 / all)))
  return { low: bound(middle - width), high: bound(middle + width) }
}
