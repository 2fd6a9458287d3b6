/** The clock of an exercise, what comes next on it, and which figures are told. */
import { expect, test } from 'vitest'
import { SCENARIO } from '../../../test/crisis.ts'
import type { EventKind } from '../../vocabulary/exercise.ts'
import {
  comingIn,
  figuresOf,
  findingsLeft,
  isFollowed,
  isPaused,
  messageDone,
  minutesPlayed,
  playedOf,
  playedWords,
  timeTyped,
} from './rules.ts'

const at = (minute: number) => new Date(Date.UTC(2026, 10, 29, 10, minute))
const event = (kind: EventKind, minute: number, message: number | null = null) => ({ kind, message, at: at(minute) })

test('the clock counts minutes that were played, without pauses, and stands still after the end', () => {
  expect(minutesPlayed([], at(9))).toBe(0)
  const half = [event('started', 0), event('paused', 10)]
  expect(minutesPlayed(half, at(30))).toBe(10)
  expect(isPaused(half)).toBe(true)
  const on = [...half, event('resumed', 20)]
  expect(minutesPlayed(on, at(25))).toBe(15)
  expect(isPaused(on)).toBe(false)
  expect(minutesPlayed([...on, event('ended', 40)], at(59))).toBe(30)
  // A clock that was set back gives no minutes below nothing.
  expect(minutesPlayed([event('started', 30)], at(10))).toBe(0)
})

test('what was given or skipped comes no more; the others keep their order', () => {
  const given = [event('started', 0), event('sent', 1, 1), event('skipped', 2, 0)]
  expect(comingIn(SCENARIO, given).map(({ index }) => index)).toEqual([2])
  expect(comingIn(SCENARIO, []).map(({ index }) => index)).toEqual([0, 1, 2])
})

test('it shows something from half of its messages and a third of its minutes; a skip counts with a reason', () => {
  const line = (kind: EventKind, minute: number, message: number | null = null, text = '') => ({
    ...event(kind, minute, message),
    text,
  })
  const of = (minutes: number, ...lines: readonly ReturnType<typeof line>[]) =>
    playedOf(SCENARIO, [line('started', 0), ...lines, line('ended', minutes)], at(59))
  expect(of(30, line('sent', 0, 0)).enough).toBe(false)
  expect(of(10, line('sent', 0, 0), line('sent', 1, 1))).toMatchObject({ given: 2, minutes: 10, enough: true })
  expect(of(9, line('sent', 0, 0), line('sent', 1, 1)).enough).toBe(false)
  expect(of(30, line('sent', 0, 0), line('skipped', 1, 1)).enough).toBe(false)
  expect(of(30, line('sent', 0, 0), line('skipped', 1, 1, 'Dat was al gedaan.')).enough).toBe(true)
  const when = SCENARIO.messages.map((each) => ({ ...each, onlyIf: { nl: 'Als niemand belt', en: 'If nobody calls' } }))
  const skipped = [line('started', 0), line('skipped', 1, 0), line('skipped', 1, 1), line('ended', 12)]
  expect(playedOf({ ...SCENARIO, messages: when }, skipped, at(59)).enough).toBe(true)
  expect(playedWords(of(10, line('sent', 0, 0)))).toContain('Van de 3 berichten is er 1 gegeven')
  expect(playedWords(of(1))).toBe(
    'Van de 3 berichten zijn er 0 gegeven of met een reden overgeslagen. Van de 30 minuten is er 1 gespeeld.',
  )
})

test('that a message was passed over says so where it does not count', () => {
  const lonely = 'Het bericht is overgeslagen zonder reden. Het telt niet als gespeeld.'
  expect(messageDone('skipped', '', { onlyIf: null })).toBe(lonely)
  expect(messageDone('skipped', 'Al gedaan.', { onlyIf: null })).toBe('Het bericht is overgeslagen.')
  expect(messageDone('skipped', '', { onlyIf: { nl: 'Als', en: 'If' } })).toBe('Het bericht is overgeslagen.')
})

test.each([
  ['9.30', '09.30'],
  ['09:30', '09.30'],
  ['23.59', '23.59'],
  ['24.00', undefined],
  ['9', undefined],
  ['9.7', undefined],
])('%s as a time is %s', (typed, is) => {
  expect(timeTyped(typed)).toBe(is)
})

test('all is followed up when each finding has a measure and each measure is over; without any, nothing is', () => {
  const events = [
    { id: 'a', kind: 'seen' },
    { id: 'b', kind: 'action' },
    { id: 'c', kind: 'seen' },
  ] as const
  const of = (finding: string | null, state: 'open' | 'proven' | 'done' | 'dropped') => ({ finding, state })
  expect(isFollowed([], [])).toBe(false)
  expect(isFollowed([], [of(null, 'done')])).toBe(true)
  expect(isFollowed(events, [of('a', 'done')])).toBe(false)
  expect(findingsLeft(events, [of('a', 'done')]).map(({ id }) => id)).toEqual(['c'])
  expect(isFollowed(events, [of('a', 'done'), of('c', 'dropped')])).toBe(true)
  for (const state of ['open', 'proven'] as const)
    expect(isFollowed(events, [of('a', 'done'), of('c', state)])).toBe(false)
})

test('measures are told from so many organisations on, in whole steps, and what was dropped is none', () => {
  const ended = Array.from({ length: 6 }, (_, no) => ({ scenario: 'x', organisation: `o${no % 5}` }))
  const many = (count: number, state: 'open' | 'done' | 'dropped') => Array.from({ length: count }, () => ({ state }))
  let measures = [...many(7, 'open'), ...many(6, 'done'), ...many(9, 'dropped')]
  const of = (some: typeof ended) =>
    Object.fromEntries(figuresOf(some, measures, 5).map(({ measure, value }) => [measure, value]))
  expect(of(ended)).toEqual({ exercises: 6, organisations: 5, measures: 10, done: 5 })
  // Whatever one exercise more brings: nothing changes, or a whole step does.
  for (let more = 1; more <= 12; more++) {
    measures = [...many(7 + more, 'open'), ...many(6, 'done')]
    expect(of(ended)['measures']! % 5, `${more}`).toBe(0)
  }
  expect(of(ended.slice(0, 4))).toEqual({ exercises: 4, organisations: 4, measures: null, done: null })
  // However often a few practise, one could see whose their measures are.
  const few = ended.map((each) => ({ ...each, organisation: 'o1' }))
  expect(of(few)).toEqual({ exercises: 6, organisations: 1, measures: null, done: null })
  expect(of([])).toEqual({ exercises: 0, organisations: 0, measures: null, done: null })
})
