import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wilson } from './wilson.ts'

test.each([
  // Brown, Cai and DasGupta (2001): 0 of 10 and 5 of 10.
  [0, 10, 0, 0.2775],
  [5, 10, 0.2366, 0.7634],
  [10, 10, 0.7225, 1],
  [90, 100, 0.8256, 0.9448],
])('%d of %d', (good, all, low, high) => {
  expect(wilson(good, all).low).toBeCloseTo(low, 3)
  expect(wilson(good, all).high).toBeCloseTo(high, 3)
})

test('it holds the share, stays within nought and one, and is narrower with more answers', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5_000 }), fc.double({ min: 0, max: 1, noNaN: true }), (all, share) => {
      const good = Math.round(all * share)
      const { low, high } = wilson(good, all)
      expect(low).toBeGreaterThanOrEqual(0)
      expect(high).toBeLessThanOrEqual(1)
      expect(low - 1e-9).toBeLessThanOrEqual(good / all)
      expect(high + 1e-9).toBeGreaterThanOrEqual(good / all)
      const more = wilson(good * 4, all * 4)
      expect(more.high - more.low).toBeLessThan(high - low + 1e-9)
    }),
  )
})
