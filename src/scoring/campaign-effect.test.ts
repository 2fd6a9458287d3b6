/** The effect of a campaign, held against examples that were worked out by hand, and against its own promise. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { drawsOf, leastOf, numberOfDraws } from './campaign-draws.ts'
import type { Meant } from './campaign-cells.ts'
import { effectOf, type Test } from './campaign-effect.ts'

const TEST: Test = { alpha: 0.05, permutations: 20_000, fewest: 1, seed: 'een' }

/** Of a cluster how many there are of each kind, before and after. */
type Told = { readonly first: boolean; readonly stratum?: number; readonly of: readonly string[] }
const VALUES: Readonly<Record<string, boolean | null>> = { j: true, n: false, '?': null }
const meant = (clusters: readonly Told[]): Meant[] =>
  clusters.flatMap(({ first, stratum = 1, of }, at) =>
    of.map((each) => ({
      cluster: `c${String(at).padStart(2, '0')}`,
      stratum,
      first,
      before: VALUES[each[0]!]!,
      after: VALUES[each[1]!]!,
    })),
  )
const times = (count: number, one: Told): Told[] => Array.from({ length: count }, () => one)

test('two clusters of two: worked out by hand', () => {
  // First: one of two came to meet it (+1/2). Waiting: nobody moved. The two draws are each other's mirror.
  const { difference, p, leastP, interval, permutations, verdict } = effectOf(
    meant([
      { first: true, of: ['nj', 'nn'] },
      { first: false, of: ['nn', 'jj'] },
    ]),
    TEST,
  )
  expect({ difference, p, leastP, permutations }).toEqual({ difference: 0.5, p: 1, leastP: 1, permutations: 2 })
  expect(interval).toEqual({ low: null, high: null })
  expect(verdict).toBe('too-few')
})

test('eight clusters of one, all that went first moved: p is two of seventy', () => {
  const all = [...times(4, { first: true, of: ['nj'] }), ...times(4, { first: false, of: ['nn'] })]
  const told = effectOf(meant(all), TEST)
  expect(told).toMatchObject({ difference: 1, leastP: 2 / 70, permutations: 70, exact: true, verdict: 'more' })
  expect(told.p).toBeCloseTo(2 / 70, 12)
  expect(effectOf(meant(all.map(({ first, of }) => ({ first: !first, of }))), TEST)).toMatchObject({
    difference: -1,
    verdict: 'less',
  })
})

test('near misses: six clusters, or one of nineteen, cannot be sure whatever comes out; one of twenty-one can', () => {
  const six = [...times(3, { first: true, of: ['nj'] }), ...times(3, { first: false, of: ['nn'] })]
  expect(effectOf(meant(six), TEST)).toMatchObject({ p: 0.1, leastP: 0.1, verdict: 'too-few' })
  const oneOf = (rest: number) => [{ first: true, of: ['nj'] }, ...times(rest, { first: false, of: ['nn'] })]
  expect(effectOf(meant(oneOf(18)), TEST)).toMatchObject({ leastP: 1 / 19, verdict: 'too-few' })
  expect(effectOf(meant(oneOf(19)), TEST)).toMatchObject({ leastP: 0.05, verdict: 'too-few' })
  expect(effectOf(meant(oneOf(20)), TEST)).toMatchObject({ leastP: 1 / 21, verdict: 'more' })
})

test('too few of whom enough is known says so, one more does not', () => {
  const all = [...times(4, { first: true, of: ['nj', 'nj'] }), ...times(4, { first: false, of: ['nn', 'n?'] })]
  expect(effectOf(meant(all), { ...TEST, fewest: 5 }).verdict).toBe('too-few')
  expect(effectOf(meant(all), { ...TEST, fewest: 4 }).verdict).toBe('more')
})

test('what is the same in both groups is no effect, however much it moved', () => {
  const all = [...times(4, { first: true, of: ['nj', 'nn'] }), ...times(4, { first: false, of: ['nj', 'nn'] })]
  expect(effectOf(meant(all), TEST)).toMatchObject({ difference: 0, p: 1, verdict: 'none' })
})

test('everyone meant counts; what is unknown is left out, and filled in at its worst and best', () => {
  const all = meant([
    { first: true, of: ['nj', 'n?', '??', 'nn'] },
    { first: false, of: ['nn', 'n?'] },
  ])
  const { first, waiting, difference, bounds } = effectOf(all, TEST)
  expect(first).toEqual({ meant: 4, clusters: 1, known: 2, before: 0, after: 1 })
  expect(waiting).toEqual({ meant: 2, clusters: 1, known: 1, before: 0, after: 0 })
  expect(difference).toBe(0.5)
  // Worst: +1, 0, −1, 0 of four, and +1 of two. Best: +1, +1, +1, 0 of four, and 0 of two.
  expect(bounds).toEqual({ low: 0 - 0.5, high: 0.75 - 0 })
})

test('nothing known of a group, or nobody meant, is too few, not nought', () => {
  const none = effectOf(
    meant([
      { first: true, of: ['??'] },
      { first: false, of: ['nn'] },
    ]),
    TEST,
  )
  expect(none).toMatchObject({ difference: null, p: null, interval: null, verdict: 'too-few' })
  expect(effectOf([], TEST)).toMatchObject({ difference: null, verdict: 'too-few', bounds: { low: 0, high: 0 } })
})

test('each stratum is drawn by itself', () => {
  const all = [
    ...times(2, { first: true, stratum: 1, of: ['nj'] }),
    ...times(2, { first: false, stratum: 1, of: ['nn'] }),
    ...times(2, { first: true, stratum: 2, of: ['nj'] }),
    ...times(2, { first: false, stratum: 2, of: ['nn'] }),
  ]
  expect(effectOf(meant(all), TEST)).toMatchObject({ permutations: 36, leastP: 2 / 36 })
  expect(leastOf(meant([...all, { first: false, stratum: 2, of: ['nn'] }]))).toBeCloseTo(1 / 60, 12)
})

const cluster = fc.record({
  first: fc.boolean(),
  stratum: fc.constantFrom(1, 2),
  of: fc.array(fc.constantFrom('nj', 'nn', 'jj', 'jn', 'n?', '?j'), { minLength: 1, maxLength: 4 }),
})

describe('whatever the data', () => {
  test('the chance of so small a p is at most that p, when the draw alone decides who went first', () => {
    fc.assert(
      fc.property(fc.array(cluster, { minLength: 4, maxLength: 8 }), (clusters) => {
        const draws = [...drawsOf(clusters, 20_000, '')]
        const all = draws.map((draw) => {
          const { p } = effectOf(meant(clusters.map((each, at) => ({ ...each, first: draw[at]! }))), TEST)
          return p ?? 1
        })
        for (const p of all)
          expect(all.filter((other) => other <= p + 1e-12).length / all.length).toBeLessThan(p + 1e-9)
      }),
      { numRuns: 60, seed: 7 },
    )
  })

  test('who they are called does not matter, and the interval holds the difference', () => {
    fc.assert(
      fc.property(fc.array(cluster, { minLength: 4, maxLength: 9 }), (clusters) => {
        const told = effectOf(meant(clusters), TEST)
        const turned = effectOf(meant(clusters.toReversed()), TEST)
        expect(turned.p ?? -1).toBeCloseTo(told.p ?? -1, 9)
        if (told.difference === null) return
        expect(told.interval!.low ?? -Infinity).toBeLessThanOrEqual(told.difference + 1e-9)
        expect(told.interval!.high ?? Infinity).toBeGreaterThanOrEqual(told.difference - 1e-9)
        expect(told.bounds.low).toBeLessThanOrEqual(told.bounds.high)
      }),
      { numRuns: 200, seed: 7 },
    )
  })

  test('nought is in the interval where p is not small, and outside where it is', () => {
    fc.assert(
      fc.property(fc.array(cluster, { minLength: 6, maxLength: 9 }), (clusters) => {
        const { p, interval, difference } = effectOf(meant(clusters), TEST)
        if (p === null || difference === null) return
        const holds = (interval!.low ?? -Infinity) <= 1e-9 && (interval!.high ?? Infinity) >= -1e-9
        expect(holds).toBe(p >= TEST.alpha - 1e-9)
      }),
      { numRuns: 200, seed: 11 },
    )
  })
})

test('the interval is what trying each guess gives', () => {
  const told = [
    { first: true, of: ['nj', 'nj', 'nn'] },
    { first: true, of: ['nj', 'nn'] },
    { first: true, of: ['nj', 'jj'] },
    { first: true, of: ['nj'] },
    { first: false, of: ['nn', 'nj'] },
    { first: false, of: ['nn', 'nn', 'jn'] },
    { first: false, of: ['jj', 'nn'] },
    { first: false, of: ['nn'] },
  ]
  const { low, high } = effectOf(meant(told), TEST).interval!
  const sums = told.map(({ of }) => of.reduce((sum, [b, a]) => sum + Number(a === 'j') - Number(b === 'j'), 0))
  const pOf = (guess: number): number => {
    const held = told.map(({ first, of }, at) => sums[at]! - (first ? guess * of.length : 0))
    const statistic = (draw: readonly boolean[]) => {
      const mean = (side: boolean) => {
        const these = [...told.keys()].filter((at) => draw[at] === side)
        return these.reduce((sum, at) => sum + held[at]!, 0) / these.reduce((sum, at) => sum + told[at]!.of.length, 0)
      }
      return Math.abs(mean(true) - mean(false))
    }
    const real = statistic(told.map(({ first }) => first))
    const all = [
      ...drawsOf(
        told.map((each) => ({ stratum: 1, ...each })),
        20_000,
        '',
      ),
    ]
    return all.filter((draw) => statistic(draw) >= real - 1e-9).length / all.length
  }
  for (const [inside, outside] of [
    [low! + 0.001, low! - 0.001],
    [high! - 0.001, high! + 0.001],
  ] as const) {
    expect(pOf(inside)).toBeGreaterThanOrEqual(0.05)
    expect(pOf(outside)).toBeLessThan(0.05)
  }
})

test('of more ways than are tried, the same seed gives the same p, the real draw is one, and p is never nought', () => {
  const all = meant([...times(15, { first: true, of: ['nj'] }), ...times(15, { first: false, of: ['nn'] })])
  const once = effectOf(all, { ...TEST, permutations: 2_000 })
  expect(once).toMatchObject({ exact: false, permutations: 2_000, p: 1 / 2_000, verdict: 'more' })
  expect(effectOf(all, { ...TEST, permutations: 2_000 })).toEqual(once)
})

test('draws: each once, with as many first in each stratum; too many are counted, not made', () => {
  const six = [1, 1, 1, 1, 2, 2].map((stratum, at) => ({ stratum, first: at % 2 === 0 }))
  const all = [...drawsOf(six, 100, '')]
  expect(new Set(all.map((draw) => draw.join()))).toHaveLength(12)
  for (const draw of all) expect(draw.slice(4).filter(Boolean)).toHaveLength(1)
  expect(numberOfDraws(Array.from({ length: 400 }, (_, at) => ({ stratum: 1, first: at % 2 === 0 })))).toBeGreaterThan(
    1e100,
  )
})

test('strata of which unequal shares go first: what each did by itself is no effect', () => {
  const lot = (first: boolean, stratum: number, of: readonly string[]) => ({ first, stratum, of })
  const moved = ['nj', 'nj', 'nn', 'nn']
  const still = ['jj', 'jj', 'nn', 'nn']
  const all = meant([
    ...times(2, lot(true, 1, moved)),
    ...times(3, lot(false, 1, moved)),
    ...times(2, lot(true, 2, still)),
    ...times(2, lot(false, 2, still)),
  ])
  const told = effectOf(all, TEST)
  expect(told).toMatchObject({ difference: 0, p: 1, bounds: { low: 0, high: 0 } })
  // By hand: one more of eight in the first stratum, which is twenty of thirty-six.
  const more = effectOf([...meant([lot(true, 1, ['nj'])]).map((each) => ({ ...each, cluster: 'c00' })), ...all], TEST)
  expect(more.difference).toBeCloseTo((21 / 37) * (5 / 9 - 1 / 2), 12)
  expect(more.p).toBeGreaterThan(0.05)
})

test('no effect within strata of unequal shares gives nought, whatever the strata did', () => {
  const share = fc.record({
    gain: fc.integer({ min: 0, max: 3 }),
    first: fc.integer({ min: 1, max: 4 }),
    waiting: fc.integer({ min: 1, max: 4 }),
  })
  fc.assert(
    fc.property(share, share, (...strata) => {
      const all = strata.flatMap(({ gain, first, waiting }, at) => {
        const of = Array.from({ length: 3 }, (_, each) => (each < gain ? 'nj' : 'nn'))
        return [
          ...times(first, { first: true, stratum: at + 1, of }),
          ...times(waiting, { first: false, stratum: at + 1, of }),
        ]
      })
      const { difference, p, bounds } = effectOf(meant(all), TEST)
      for (const each of [difference, bounds.low, bounds.high]) expect(each).toBeCloseTo(0, 12)
      expect(p).toBe(1)
    }),
    { numRuns: 60, seed: 5 },
  )
})

test('lots of which nothing is known make no outcome rarer', () => {
  const all = [
    ...times(2, { first: true, of: ['nj', 'nj'] }),
    ...times(2, { first: false, of: ['nn', 'nn'] }),
    ...times(2, { first: true, of: ['n?'] }),
    ...times(2, { first: false, of: ['n?'] }),
  ]
  // Of seventy draws six leave the four that are known as they are, and six turn them round.
  expect(effectOf(meant(all), TEST)).toMatchObject({ leastP: 12 / 70, verdict: 'too-few' })
  const lots = Array.from({ length: 4000 }, (_, at) => ({ stratum: 1, first: at % 2 === 0, known: at % 5 }))
  expect(leastOf(lots)).toBeLessThan(1e-100)
  expect(
    leastOf([
      { stratum: 1, first: true, known: 0 },
      { stratum: 1, first: false, known: 0 },
    ]),
  ).toBe(1)
})
