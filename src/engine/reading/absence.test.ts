/** How much can be missed by looking at some pages, held against tables and against counting it out. */
import { expect, test } from 'vitest'
import { missableShare } from './absence.ts'

/** All ways to look at `seen` of `all` pages of which the first `having` have it: the share of ways that meets none. */
function counted(seen: number, all: number, having: number): number {
  let [ways, misses] = [0, 0]
  for (let set = 0; set < 2 ** all; set++) {
    const pages = Array.from({ length: all }, (_, at) => (set >> at) & 1)
    if (pages.reduce((sum, one) => sum + one, 0) !== seen) continue
    ways++
    if (pages.slice(0, having).every((one) => one === 0)) misses++
  }
  return misses / ways
}

test.each([
  [1, 4],
  [2, 6],
  [3, 10],
  [5, 10],
  [9, 10],
  [4, 12],
])('looking at %s of %s: one page more would have been met, by counting every way to choose', (seen, all) => {
  const most = Math.round(missableShare(seen, all)! * all)
  if (most > 0) expect(counted(seen, all, most)).toBeGreaterThan(0.05)
  expect(counted(seen, all, most + 1)).toBeLessThanOrEqual(0.05)
})

test('all pages seen leave nothing, none leave all unsaid', () => {
  expect([missableShare(4, 4), missableShare(9, 4), missableShare(0, 4)]).toEqual([0, 0, undefined])
})

test('of very many pages it comes near to a root of a twentieth, and of many looks to the rule of three', () => {
  expect(missableShare(10, 1_000_000)!).toBeCloseTo(1 - 0.05 ** (1 / 10), 4)
  expect(missableShare(300, 1_000_000)!).toBeCloseTo(3 / 300, 3)
})

test('more looks never leave more', () => {
  const shares = Array.from({ length: 240 }, (_, at) => missableShare(at + 1, 240)!)
  expect(shares.every((share, at) => at === 0 || share <= shares[at - 1]!)).toBe(true)
})
