/** What everybody may read of requests, and somebody who tries to take the hidden figures back out of it. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { RequestFigure } from '../../model/request.ts'
import { figuresOf, sumsOf, workedOut, type Answered, type Look, type SaidHelp } from './figures.ts'

const KINDS = ['inzage', 'wissen', 'woo', 'klacht']
const answer = (kind: string, more: Partial<Answered> = {}): Answered => ({
  kind,
  days: 10,
  inTerm: true,
  outcome: 'granted',
  ...more,
})
const NONE = { looks: [], helped: [], open: {} }
const many = (count: number, one: Answered): Answered[] => Array.from({ length: count }, () => one)
const at = (figures: readonly RequestFigure[], kind: string, measure: RequestFigure['measure']) =>
  figures.find((each) => each.kind === kind && each.measure === measure)!.value

/** All that follows from what is shown and the sums: exactly, and by bounds (nothing is less than nought). */
function takenBack(figures: readonly RequestFigure[]): string[] {
  const shown = new Map(figures.map(({ kind, measure, value }) => [`${kind}/${measure}`, value]))
  const sums = sumsOf(KINDS)
  const hidden = [...new Set(sums.flat())].filter((cell) => shown.get(cell) === null)
  const bounds = new Map(hidden.map((cell) => [cell, { low: 0, high: Infinity }]))
  const range = (cell: string) => {
    const value = shown.get(cell)
    return typeof value === 'number' ? { low: value, high: value } : bounds.get(cell)!
  }
  for (let round = 0; round < 50; round++)
    for (const [whole, ...parts] of sums) {
      const total = range(whole!)
      const low = parts.reduce((sum, part) => sum + range(part).low, 0)
      const high = parts.reduce((sum, part) => sum + range(part).high, 0)
      if (bounds.has(whole!)) bounds.set(whole!, { low: Math.max(total.low, low), high: Math.min(total.high, high) })
      for (const part of parts) {
        const own = range(part)
        if (bounds.has(part))
          bounds.set(part, {
            low: Math.max(own.low, total.low - (high - own.high)),
            high: Math.min(own.high, total.high - (low - own.low)),
          })
      }
    }
  return [...workedOut(hidden, sums), ...hidden.filter((cell) => bounds.get(cell)!.low === bounds.get(cell)!.high)]
}

test('counts of five and more are told, with the middle of the days and nine in ten', () => {
  const days = [1, 2, 3, 4, 5, 6, 7, 8, 9, 40]
  const all = KINDS.flatMap((kind) =>
    (['granted', 'partly', 'refused', 'passed-on'] as const).flatMap((outcome) =>
      days.flatMap((each) => [
        answer(kind, { days: each, outcome }),
        answer(kind, { days: each, outcome, inTerm: false }),
      ]),
    ),
  )
  const looks = KINDS.flatMap((kind) => Array.from({ length: 40 }, (_, nth): Look => ({ kind, changed: nth < 12 })))
  const open = { inzage: 7, wissen: 8, woo: 9, klacht: 10 }
  const word = (nth: number) => (nth < 20 ? 'yes' : nth < 27 ? 'partly' : 'no')
  const helped = KINDS.flatMap((kind) => Array.from({ length: 33 }, (_, nth): SaidHelp => ({ kind, word: word(nth) })))
  const figures = figuresOf(KINDS, { inzage: 90, wissen: 90, woo: 90, klacht: 90 }, all, { looks, helped, open })
  expect(at(figures, 'inzage', 'received')).toBe(90)
  expect(at(figures, '', 'received')).toBe(360)
  expect(at(figures, 'inzage', 'answered')).toBe(80)
  expect(at(figures, 'inzage', 'in-term')).toBe(40)
  expect(at(figures, 'inzage', 'again')).toBe(40)
  expect([at(figures, 'inzage', 'changed'), at(figures, 'inzage', 'same')]).toEqual([12, 28])
  const said = (['helped-said', 'helped-yes', 'helped-partly', 'helped-no'] as const).map((each) => [
    at(figures, 'woo', each),
    at(figures, '', each),
  ])
  expect(said).toEqual([
    [33, 132],
    [20, 80],
    [7, 28],
    [6, 24],
  ])
  expect([at(figures, 'klacht', 'open'), at(figures, '', 'open')]).toEqual([10, 34])
  const within = (['days-2', 'days-5', 'days-10', 'days-more'] as const).map((each) => at(figures, 'woo', each))
  expect(within).toEqual([16, 24, 32, 8])
  expect(at(figures, '', 'refused')).toBe(80)
  expect([at(figures, 'woo', 'median'), at(figures, 'woo', 'ninetieth')]).toEqual([5, 9])
})

test('who were not helped are hidden where they are four, and cannot be taken from who said it', () => {
  const say = (count: number, word: SaidHelp['word']) =>
    Array.from({ length: count }, (): SaidHelp => ({ kind: 'inzage', word }))
  const helped = [...say(30, 'yes'), ...say(9, 'partly'), ...say(4, 'no')]
  const figures = figuresOf(KINDS, {}, [], { ...NONE, helped })
  expect(at(figures, 'inzage', 'helped-no')).toBeNull()
  expect(at(figures, 'inzage', 'helped-partly')).toBeNull()
  expect(at(figures, 'inzage', 'helped-yes')).toBe(30)
  expect(takenBack(figures)).toEqual([])
})

test('what was withdrawn or merged is no answer', () => {
  const all = [...many(6, answer('woo')), ...many(9, answer('woo', { outcome: 'withdrawn' }))]
  expect(at(figuresOf(['woo'], { woo: 15 }, all, NONE), 'woo', 'answered')).toBe(6)
})

test('a count of four is hidden, one of five is not, and another goes with it', () => {
  const all = [
    ...many(20, answer('inzage')),
    ...many(4, answer('inzage', { outcome: 'refused' })),
    ...many(9, answer('inzage', { outcome: 'partly' })),
    ...many(7, answer('inzage', { outcome: 'passed-on' })),
  ]
  const figures = figuresOf(KINDS, { inzage: 40, wissen: 30, woo: 5, klacht: 4 }, all, NONE)
  expect(at(figures, 'inzage', 'refused')).toBeNull()
  // The smallest beside it, so that the four cannot be taken from the forty.
  expect(at(figures, 'inzage', 'passed-on')).toBeNull()
  expect(at(figures, 'inzage', 'partly')).toBe(9)
  expect(at(figures, 'klacht', 'received')).toBeNull()
  expect(at(figures, 'woo', 'received')).toBeNull()
  expect(at(figures, 'wissen', 'received')).toBe(30)
  expect(takenBack(figures)).toEqual([])
})

test('whatever the counts, no hidden figure can be taken back', () => {
  const one = fc.record({
    kind: fc.constantFrom(...KINDS),
    days: fc.nat(90),
    inTerm: fc.boolean(),
    outcome: fc.constantFrom('granted', 'partly', 'refused', 'passed-on', 'withdrawn'),
  })
  const look = fc.record({ kind: fc.constantFrom(...KINDS), changed: fc.boolean() })
  const say = fc.record({ kind: fc.constantFrom(...KINDS), word: fc.constantFrom('yes', 'partly', 'no') })
  fc.assert(
    fc.property(
      fc.array(one, { maxLength: 120 }),
      fc.record({ inzage: fc.nat(12), wissen: fc.nat(12), woo: fc.nat(60), klacht: fc.nat(6) }),
      fc.array(look, { maxLength: 40 }),
      fc.record({ inzage: fc.nat(9), wissen: fc.nat(9), woo: fc.nat(20), klacht: fc.nat(6) }),
      fc.array(say, { maxLength: 60 }),
      (all, received, looks, open, helped) => {
        const beside = { looks, helped: helped as SaidHelp[], open }
        const figures = figuresOf(KINDS, received, all as Answered[], beside)
        expect(takenBack(figures)).toEqual([])
        for (const { measure, value } of figures)
          if (value !== null && !['median', 'ninetieth'].includes(measure))
            expect(value === 0 || value >= 5, `${measure} ${value}`).toBe(true)
      },
    ),
    { numRuns: 300 },
  )
})

test('who tries finds a figure that was hidden alone', () => {
  expect(workedOut(['a'], [['all', 'a', 'b']])).toEqual(['a'])
  expect(workedOut(['a', 'b'], [['all', 'a', 'b']])).toEqual([])
  // Two sums together tell what neither tells alone.
  expect(
    workedOut(
      ['a', 'b', 'c'],
      [
        ['x', 'a', 'b'],
        ['y', 'a', 'b', 'c'],
      ],
    ),
  ).toEqual(['c'])
})
