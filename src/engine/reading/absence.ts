/**
 * How sure it is that what was met on none of the pages looked at stands on few of the others: the hypergeometric
 * distribution, without approximation. It holds for what stands on some pages and not on others by chance; what stands
 * in one corner alone can be missed.
 */

/** How often such a claim may be wrong. */
const WRONG = 0.05

/**
 * The share of the pages (0 to 1), above which something would have been met on one of `seen` out of `all` pages with
 * 95% certainty; 0 when all were seen, undefined when none were.
 */
export function missableShare(seen: number, all: number): number | undefined {
  if (seen <= 0) return undefined
  if (seen >= all) return 0
  // The most pages it can stand on and still be missed more often than that: the chance falls as they become more.
  let [low, high] = [0, all - seen]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (missedBy(seen, all, middle) > WRONG) low = middle
    else high = middle - 1
  }
  return low / all
}

/** The chance that `seen` of `all` pages drawn at random hold none of `having`: C(all-having, seen) / C(all, seen). */
function missedBy(seen: number, all: number, having: number): number {
  let chance = 1
  for (let drawn = 0; drawn < seen; drawn++) chance *= Math.max(0, all - having - drawn) / (all - drawn)
  return chance
}
