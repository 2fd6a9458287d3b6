/** What everybody reads of an effect gives no hidden count away: tried with everything that it could be. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { effectOf, type Effect, type Meant } from './campaign-effect.ts'
import { staysHidden, toldOf, toldOrNot } from './campaign-told.ts'

test.each([
  [0, 20, 0],
  [1, 20, null],
  [4, 20, null],
  [5, 20, 5],
  [15, 20, 15],
  [16, 20, null],
  [19, 20, null],
  [20, 20, 20],
  [5, 8, null],
  [5, 9, null],
  [5, 10, 5],
])('%d of %d is told as %j', (count, of, told) => expect(toldOrNot(count, of)).toBe(told))

const arm = (known: number, before: number, after: number, meant = known) => ({
  meant,
  clusters: meant,
  known,
  before,
  after,
})
const effect = (first: Effect['first'], waiting: Effect['waiting']): Effect => ({
  first,
  waiting,
  difference: (first.after - first.before) / first.known - (waiting.after - waiting.before) / waiting.known,
  p: 0.01,
  leastP: 0.0001,
  interval: { low: 0.113, high: null },
  bounds: { low: -0.021, high: 0.4 },
  permutations: 20_000,
  exact: false,
  verdict: 'more',
})

test('nothing to hide: as it is', () => {
  const told = toldOf(effect(arm(20, 5, 12), arm(20, 6, 7, 24)))
  expect(told).toMatchObject({ step: 0, p: 0.01, interval: { low: 0.113, high: null }, bounds: { low: -0.021 } })
  expect(told.difference).toBeCloseTo(0.3, 12)
  expect(told.waiting).toEqual({ meant: 24, clusters: 24, known: 20, missing: 4, before: 6, after: 7 })
})

test('one hidden count would follow from the difference: that goes in steps, outwards', () => {
  const told = toldOf(effect(arm(20, 3, 12), arm(20, 6, 7)))
  expect(told.first.before).toBeNull()
  expect(told.step).toBeGreaterThan(0)
  expect(told.p).toBeNull()
  expect(told.interval!.low!).toBeLessThanOrEqual(0.113)
  expect(told.bounds!.low).toBeLessThanOrEqual(-0.021)
  expect(told.bounds!.high).toBeGreaterThanOrEqual(0.4)
  expect(staysHidden([told.first, told.waiting], told.difference!, told.step)).toBe(true)
  expect(staysHidden([told.first, told.waiting], 9 / 20 - 1 / 20, 0)).toBe(false)
})

test('a group of nine of whom enough is known is told in words alone', () => {
  expect(toldOf(effect(arm(9, 0, 9), arm(20, 6, 7)))).toMatchObject({ difference: null, interval: null, p: null })
  expect(toldOf(effect(arm(10, 0, 10), arm(20, 6, 7))).difference).not.toBeNull()
})

const one = fc.record({
  first: fc.boolean(),
  before: fc.constantFrom(true, false, false, null),
  after: fc.constantFrom(true, false, null),
})
test('whatever the data, a count under five is neither told nor left as the only one that fits', () => {
  fc.assert(
    fc.property(fc.array(one, { minLength: 24, maxLength: 60 }), (all) => {
      const meant: Meant[] = all.map((each, at) => ({ ...each, cluster: `${at}`, stratum: 1 }))
      const found = effectOf(meant, { alpha: 0.05, permutations: 50, fewest: 10, seed: '' })
      const told = toldOf(found)
      for (const side of ['first', 'waiting'] as const)
        for (const which of ['before', 'after'] as const) {
          const [count, real] = [told[side][which], found[side]]
          if (count === null) continue
          expect(count).toBe(real[which])
          for (const part of [count, real.known - count]) expect(part === 0 || part >= 5).toBe(true)
        }
      if (told.difference !== null)
        expect(staysHidden([told.first, told.waiting], told.difference, told.step)).toBe(true)
    }),
    { numRuns: 300, seed: 3 },
  )
})
