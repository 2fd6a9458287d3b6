/** Which publication stands beside another, and where a street is. */
import { expect, test } from 'vitest'
import type { Background } from '../../model/map.ts'
import type { Meta } from '../../web/view.ts'
import { besideOf, hasFigures, middleOf, pointsIn, wordOf } from './rules.ts'

const meta = (no: number, day: string, provisional = false) =>
  ({ no, at: new Date(`${day}T12:00:00Z`), provisional }) as Meta

test('beside a publication stands the newest of about a year before, else the oldest there is', () => {
  const all = [meta(4, '2026-11-20'), meta(3, '2026-06-01'), meta(2, '2025-12-20'), meta(1, '2025-03-01')]
  expect(besideOf(all, all[0]!)?.no).toBe(2)
  expect(besideOf(all, all[2]!)?.no).toBe(1)
  expect(besideOf(all.slice(0, 2), all[0]!)?.no).toBe(3)
  expect(besideOf(all, all[3]!)).toBeUndefined()
  expect(besideOf([meta(2, '2026-11-20'), meta(1, '2025-11-01', true)], meta(2, '2026-11-20'))).toBeUndefined()
})

test('with an earlier publication go the spearpoints of then, as they stood before the next one', () => {
  const all = [meta(3, '2026-11-20', true), meta(2, '2026-11-19'), meta(1, '2025-11-19')]
  const point = (publishedOn: string, endedOn: string | null = null) => ({
    publishedOn,
    endedOn,
    endedReason: endedOn === null ? '' : 'Klaar.',
  })
  const points = [point('2026-11-19'), point('2026-01-01', '2026-12-01'), point('2025-10-01', '2026-02-01')]
  const within = (shown: Meta | undefined) => pointsIn(points, all, shown, (at) => at.toISOString().slice(0, 10))
  expect(within(all[2])).toEqual([point('2026-01-01'), point('2025-10-01', '2026-02-01')])
  // One that is provisional ends nothing, and of the newest all stands.
  expect(within(all[1])).toEqual(points)
  expect(within(undefined)).toEqual(points)
})

test('a street is where the road of its name is drawn, and nowhere where none is', () => {
  const road = (name: string, lines: readonly (readonly (readonly [number, number])[])[], kind = 'road') => ({
    kind,
    name,
    lines,
    area: false,
  })
  const background = {
    source: '',
    licence: '',
    shapes: [
      road('Havenstraat', [
        [
          [4, 52],
          [6, 54],
        ],
      ]),
      road('Kade', [
        [
          [1, 1],
          [2, 2],
          [9, 9],
        ],
      ]),
      road('Water', [[[3, 3]]], 'water'),
    ],
  } as unknown as Background
  expect(middleOf(background, 'havenstraat')).toEqual([5, 53])
  expect(middleOf(background, 'Kade')).toEqual([2, 2])
  expect(middleOf(background, 'Water')).toBeUndefined()
  expect(middleOf(background, 'Nergens')).toBeUndefined()
  expect(middleOf(undefined, 'Kade')).toBeUndefined()
})

test('a street in an address is its name in small letters', () => {
  expect(wordOf({ kind: 'street', name: 'Café-laan 2' })).toBe('straat-cafe-laan-2')
  expect(wordOf({ kind: 'cluster', name: 'B' })).toBe('B')
})

test('a street of which nothing was measured has no figures, however many organisations it has', () => {
  expect(hasFigures({ organisations: 15, themes: [] } as never)).toBe(false)
  expect(hasFigures({ organisations: 15, themes: [{ theme: 'VEI', median: 0.5, scored: 10 }] } as never)).toBe(true)
})
