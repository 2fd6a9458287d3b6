/** What everybody reads of an effect gives no hidden count away: tried with everything that it could be. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Meant } from './campaign-cells.ts'
import { effectOf } from './campaign-effect.ts'
import { toldOf, toldOrNot } from './campaign-told.ts'

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

const TEST = { alpha: 0.05, permutations: 100, fewest: 10, seed: 'x' }
type Group = { readonly known: number; readonly before: number; readonly after: number; readonly stayed?: number }
type Missing = { readonly missing?: number; readonly met?: number }
/** A group: so many known, who met it before first and of those `stayed` (all that can) after; then who is missing. */
const group = (first: boolean, { known, before, after, stayed, missing = 0, met = 0 }: Group & Missing): Meant[] => {
  const kept = stayed ?? Math.min(before, after)
  return Array.from({ length: known + missing }, (_, at) => ({
    cluster: `${first} ${at}`,
    stratum: 1,
    first,
    before: at < known ? at < before : at - known < met,
    after: at >= known ? null : at < kept || (at >= before && at < before + after - kept),
  }))
}
const toldFor = (first: Group & Missing, waiting: Group & Missing) =>
  toldOf(effectOf([...group(true, first), ...group(false, waiting)], { ...TEST, permutations: 50 }))
const NOTHING = { difference: null, interval: null, bounds: null, p: null }
const waits = { known: 20, before: 6, after: 6 }

test('nothing to hide: as it is, in whole points', () => {
  const told = toldFor({ known: 20, before: 5, after: 12 }, { ...waits, missing: 5 })
  expect(told.difference).toBeCloseTo(7 / 20, 12)
  expect(told.waiting).toEqual({ meant: 25, clusters: 25, known: 20, missing: 5, before: 6, after: 6 })
  for (const each of [told.p, told.interval!.low]) expect(Math.round(each! * 100) / 100).toBe(each)
  expect(told.bounds!.low).toBeLessThan(told.difference!)
})

test('near misses: one hidden share hides all numbers and which way it went', () => {
  expect(toldFor({ known: 20, before: 4, after: 12 }, waits)).toMatchObject({ ...NOTHING, verdict: 'hidden' })
  expect(toldFor({ known: 20, before: 5, after: 16 }, waits)).toMatchObject({ ...NOTHING, verdict: 'hidden' })
  expect(toldFor({ known: 20, before: 0, after: 20 }, waits)).toMatchObject({ difference: 1, verdict: 'more' })
  expect(toldFor({ known: 9, before: 0, after: 9 }, waits)).toMatchObject({ ...NOTHING, verdict: 'too-few' })
})

test('a few that changed hide what follows from who changed; a few that are missing hide the bounds', () => {
  expect(toldFor({ known: 20, before: 5, after: 9 }, waits)).toMatchObject({ interval: null, p: null })
  expect(toldFor({ known: 20, before: 5, after: 9 }, waits).difference).toBeCloseTo(0.2, 12)
  // Of those that are missing a few met it before: that hides the bounds, and nothing else.
  const told = toldFor({ known: 20, before: 5, after: 12, missing: 8, met: 2 }, waits)
  expect(told).toMatchObject({ bounds: null, verdict: 'more', first: { missing: 8, known: 20 } })
  expect(told.interval).not.toBeNull()
})

test('a few that are missing are not told, nor who is known, nor how many of those: it would follow', () => {
  for (const missing of [1, 4]) {
    const told = toldFor({ known: 24 - missing, before: 6, after: 12, missing }, waits)
    expect(told.first).toEqual({ meant: 24, clusters: 24, missing: null, known: null, before: null, after: null })
    expect(told).toMatchObject({ ...NOTHING, verdict: 'hidden' })
  }
  // Of thirteen four may be missing: then it is too little to say, however few are.
  for (const missing of [1, 4])
    expect(toldFor({ known: 13 - missing, before: 0, after: 0, missing }, waits).verdict).toBe('too-few')
})

test('a few that changed hide the verdict: it follows from who changed', () => {
  expect(toldFor({ known: 20, before: 5, after: 9 }, waits).verdict).toBe('hidden')
  expect(toldFor({ known: 20, before: 5, after: 12 }, waits).verdict).toBe('more')
})

test('a few in one stratum hide as a few in all', () => {
  const all = (low: number) => [
    ...group(true, { known: 20, before: low, after: 10 }),
    ...group(false, waits),
    ...[true, false].flatMap((first) =>
      group(first, { known: 20, before: 9, after: 9 }).map((each) => ({
        ...each,
        stratum: 2,
        cluster: `2 ${each.cluster}`,
      })),
    ),
  ]
  expect(toldOf(effectOf(all(5), TEST)).difference).not.toBeNull()
  const told = toldOf(effectOf(all(4), TEST))
  expect(told.first.before).toBe(13)
  expect(told).toMatchObject({ ...NOTHING, verdict: 'hidden' })
})

/** Of all that could have been, by everything that is told: a count of a few is never the only one that fits. */
function nothingFollows(
  worlds: readonly { readonly told: object; readonly counts: readonly (readonly [number, number])[] }[],
) {
  for (const alike of Map.groupBy(worlds, ({ told }) => JSON.stringify(told)).values())
    for (const at of alike[0]!.counts.keys()) {
      const [count, of] = alike[0]!.counts[at]!
      if (toldOrNot(count, of) === null)
        expect(new Set(alike.map(({ counts }) => counts[at]![0])).size, JSON.stringify(alike[0])).toBeGreaterThan(1)
    }
}
const upTo = (most: number) => Array.from({ length: most + 1 }, (_, at) => at)

test.each([
  [20, 1, 20, 0, 9, 6],
  [25, 2, 24, 1, 12, 7],
  [20, 2, 22, 0, 9, 6],
  [10, 0, 11, 1, 0, 5],
])('no count of a few follows from all that is told: %d, %d, %d, %d', (K1, m1, K2, m2, fa, wa) => {
  nothingFollows(
    upTo(K1).flatMap((fb) =>
      upTo(K2).flatMap((wb) =>
        upTo(m1).flatMap((a) =>
          upTo(m2).map((b) => ({
            told: toldFor(
              { known: K1, before: fb, after: fa, missing: m1, met: a },
              { known: K2, before: wb, after: wa, missing: m2, met: b },
            ),
            counts: [
              [fb, K1],
              [wb, K2],
              [a, m1],
              [b, m2],
            ] as const,
          })),
        ),
      ),
    ),
  )
})

test('nor how few of a group changed, where both shares stayed as they were', () => {
  nothingFollows(
    upTo(7).flatMap((one) =>
      upTo(6).map((other) => ({
        told: toldFor({ known: 14, before: 7, after: 7, stayed: one }, { ...waits, stayed: other }),
        counts: [
          [7 - one, 14],
          [6 - other, 20],
        ] as const,
      })),
    ),
  )
})

test('nor how many are missing, by who is known, by a share or by a verdict', () => {
  nothingFollows(
    upTo(6).flatMap((missing) =>
      upTo(16).flatMap((before) =>
        upTo(16)
          .filter((after) => before <= 16 - missing && after <= 16 - missing)
          .map((after) => ({
            told: toldFor({ known: 16 - missing, before, after, missing }, waits),
            counts: [[missing, 16]] as const,
          })),
      ),
    ),
  )
  // Nor around the point where it is too little to say.
  nothingFollows(
    [11, 12, 13, 14].flatMap((meant) =>
      upTo(6).map((missing) => ({
        told: toldFor({ known: meant - missing, before: 0, after: 0, missing }, waits),
        counts: [[missing, meant]] as const,
      })),
    ),
  )
})

test('nor how few changed by the verdict alone, whatever the shares', () => {
  for (const [before, after] of [
    [5, 9],
    [6, 10],
    [5, 10],
    [7, 8],
    [9, 5],
  ] as const)
    nothingFollows(
      upTo(Math.min(before, after)).flatMap((one) =>
        upTo(8).map((other) => ({
          told: toldFor({ known: 20, before, after, stayed: one }, { known: 20, before: 9, after: 8, stayed: other }),
          counts: [
            [before - one, 20],
            [after - one, 20],
            [9 - other, 20],
          ] as const,
        })),
      ),
    )
})

const one = fc.record({
  first: fc.boolean(),
  before: fc.boolean(),
  after: fc.constantFrom(true, false, null),
  stratum: fc.constantFrom(1, 2),
})
test('whatever the data, a count under five is not told, and no number that is made of one', () => {
  fc.assert(
    fc.property(fc.array(one, { minLength: 24, maxLength: 120 }), (all) => {
      const found = effectOf(
        all.map((each, at) => ({ ...each, cluster: `${at}` })),
        TEST,
      )
      const told = toldOf(found)
      let hidden = false
      for (const side of ['first', 'waiting'] as const)
        for (const which of ['before', 'after'] as const) {
          const [count, real] = [told[side][which], found[side]]
          if (count === null) hidden = true
          else for (const part of [count, real.known - count]) expect(part === 0 || part >= 5).toBe(true)
        }
      if (hidden) {
        expect(told).toMatchObject(NOTHING)
        expect(['hidden', 'too-few']).toContain(told.verdict)
      } else if (told.difference !== null)
        for (const { kind, count, of } of found.cells) if (kind === 'share') expect(toldOrNot(count, of)).toBe(count)
    }),
    { numRuns: 300, seed: 3 },
  )
})
