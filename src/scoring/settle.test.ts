/** What becomes of a verdict that got worse: seen twice, once, or contradicted. */
import { expect, test } from 'vitest'
import type { VerdictWord } from '../model/finding.ts'
import { apart, direction, nextLook, settle, staysWhole } from './settle.ts'

/** Moments by the clock here (winter: an hour before UTC). */
const at = (day: number, hour: number) => new Date(Date.UTC(2026, 10, day, hour - 1)).toISOString()
/** Looks, written oldest first as `day hour verdict`. */
const looks = (...all: [number, number, VerdictWord][]) =>
  all.map(([day, hour, verdict]) => ({ at: at(day, hour), verdict })).toReversed()
const of = (before: VerdictWord, ...all: [number, number, VerdictWord][]) => settle(before, looks(...all), 8)

test('moments are apart when hours and another part of the day lie between them', () => {
  expect(apart(at(10, 9), at(10, 17), 8)).toBe(true)
  expect(apart(at(10, 17), at(10, 9), 8)).toBe(true)
  // Near misses: an hour too few; a whole day, and the same part of it; a week later at the same hour.
  expect(apart(at(10, 9), at(10, 16), 8)).toBe(false)
  expect(apart(at(10, 9), at(11, 9), 8)).toBe(false)
  expect(apart(at(10, 3), at(17, 3), 8)).toBe(false)
  // By the clock here: 05:30 and 06:30 are night and morning.
  expect(apart('2026-11-10T04:30:00Z', '2026-11-10T05:30:00Z', 1)).toBe(true)
  expect(apart('2026-11-10T05:30:00Z', '2026-11-10T06:30:00Z', 1)).toBe(false)
})

test('the next look is apart from this one, whatever hours were set', () => {
  for (const hours of [4, 6, 8, 24, 48, 72])
    for (let hour = 0; hour < 24; hour++) {
      const then = nextLook(at(10, hour), hours)
      expect(apart(at(10, hour), then.toISOString(), hours)).toBe(true)
    }
  expect(nextLook(at(10, 9), 8).toISOString()).toBe(at(10, 17))
  expect(nextLook(at(10, 9), 24).toISOString()).toBe(at(11, 12))
})

test('what is worse waits until a second look, apart from the first, sees it as well', () => {
  expect(of('met', [10, 9, 'unmet'])).toBe('waiting')
  expect(of('met', [10, 9, 'unmet'], [10, 17, 'unmet'])).toBe('as-seen')
  expect(of('met', [10, 9, 'partly'])).toBe('waiting')
  expect(of('partly', [10, 9, 'unmet'])).toBe('waiting')
  // Twice, but not apart.
  expect(of('met', [10, 9, 'unmet'], [10, 10, 'unmet'], [17, 9, 'unmet'])).toBe('waiting')
  // A look that saw nothing says nothing, and takes nothing back.
  expect(of('met', [10, 9, 'unmet'], [10, 17, 'unknown'])).toBe('as-seen')
  expect(of('met', [10, 9, 'unmet'], [10, 17, 'unknown'], [11, 9, 'unmet'], [11, 17, 'unmet'])).toBe('as-seen')
  expect(of('met', [10, 9, 'unmet'], [10, 12, 'unknown'], [10, 17, 'unmet'])).toBe('as-seen')
})

test('what is as it was, better or unknown is told at once', () => {
  expect(of('met', [10, 9, 'met'])).toBe('as-seen')
  expect(of('partly', [10, 9, 'met'])).toBe('as-seen')
  expect(of('unmet', [10, 9, 'partly'])).toBe('as-seen')
  expect(of('met', [10, 9, 'unknown'])).toBe('as-seen')
  expect(of('met', [10, 9, 'not-applicable'])).toBe('as-seen')
  expect(of('met')).toBe('as-seen')
})

test('of two that are both worse the milder is sure; the worse waits', () => {
  expect(of('met', [10, 9, 'unmet'], [10, 17, 'partly'])).toBe('as-seen')
  expect(of('met', [10, 9, 'partly'], [10, 17, 'unmet'])).toBe('waiting')
})

test('two that say otherwise contradict each other until two that follow agree', () => {
  expect(of('met', [10, 9, 'unmet'], [10, 17, 'met'])).toBe('contradicts')
  // Soon after, it may be repaired, and it may come and go.
  expect(of('met', [10, 9, 'unmet'], [10, 10, 'met'])).toBe('contradicts')
  expect(of('partly', [10, 9, 'unmet'], [10, 17, 'met'])).toBe('contradicts')
  expect(of('met', [10, 9, 'unmet'], [10, 17, 'met'], [11, 9, 'met'])).toBe('as-seen')
  expect(of('met', [10, 9, 'unmet'], [10, 17, 'met'], [10, 17, 'met'])).toBe('contradicts')
  expect(of('met', [10, 9, 'unmet'], [10, 17, 'met'], [11, 9, 'unmet'])).toBe('contradicts')
  expect(of('met', [10, 9, 'unmet'], [10, 17, 'met'], [11, 9, 'unmet'], [11, 17, 'unmet'])).toBe('as-seen')
  // Bad, good and bad again, of which the first and the last are apart.
  expect(of('met', [10, 9, 'unmet'], [10, 16, 'met'], [10, 17, 'unmet'])).toBe('contradicts')
  expect(of('met', [10, 9, 'met'], [10, 16, 'unmet'], [10, 17, 'met'])).toBe('contradicts')
  // Near miss: as it was published, and only then worse.
  expect(of('met', [9, 9, 'met'], [10, 17, 'unmet'])).toBe('waiting')
})

test('an address stays whole until two looks are apart since the first that saw anything worse', () => {
  type Seen = [number, number, VerdictWord]
  const whole = (...all: Seen[][]) =>
    staysWhole(
      all.map((each) => ({ before: 'met' as const, looks: looks(...each) })),
      new Date(at(9, 12)),
      8,
    )
  expect(whole([[10, 9, 'unmet']])).toBe(true)
  // Each time another.
  expect(
    whole(
      [
        [10, 9, 'unmet'],
        [10, 17, 'met'],
      ],
      [
        [10, 9, 'met'],
        [10, 17, 'unmet'],
      ],
    ),
  ).toBe(false)
  // Published with one that was worse once.
  expect(whole([[8, 17, 'unmet']])).toBe(false)
  // Near misses: not apart; good until the last; a look from before what is published.
  expect(
    whole([
      [10, 9, 'unmet'],
      [11, 9, 'unmet'],
    ]),
  ).toBe(true)
  expect(
    whole([
      [10, 9, 'met'],
      [10, 17, 'unmet'],
    ]),
  ).toBe(true)
  expect(
    whole([
      [8, 17, 'unmet'],
      [9, 3, 'unmet'],
      [10, 9, 'unmet'],
    ]),
  ).toBe(true)
})

test('direction is told of what is known alone', () => {
  expect(direction('met', 'unmet')).toBe(-1)
  expect(direction('unmet', 'partly')).toBe(1)
  expect(direction('met', 'unknown')).toBe(0)
  expect(direction('not-applicable', 'unmet')).toBe(0)
})
