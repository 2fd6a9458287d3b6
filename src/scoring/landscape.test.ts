/** What is left out of the landscape, and that nothing of it can be computed back. */
import { expect, test } from 'vitest'
import type { ThemeScore } from '../model/score.ts'
import { landscapeOf, leftOut, membersShown } from './landscape.ts'

const scored = (score: number | null) => [{ theme: 'VEI', score } as unknown as ThemeScore]
const group = (count: number, score: number | null = 0.5) => Array.from({ length: count }, () => scored(score))
const ids = (...of: readonly number[]) => new Set(of.map((each) => `${each}`))
const upTo = (count: number) => ids(...Array.from({ length: count }, (_, index) => index))

test('exactly ten stand there, nine do not; and who is left out together are ten or more', () => {
  expect([...leftOut(new Map([['A', 10]]))]).toEqual([])
  expect([...leftOut(new Map([['A', 9]]))]).toEqual(['A'])
  // Nine alone could be had from the whole less the rest: the smallest of the rest goes too.
  expect([
    ...leftOut(
      new Map([
        ['A', 30],
        ['B', 12],
        ['C', 9],
      ]),
    ),
  ]).toEqual(['C', 'B'])
  expect([
    ...leftOut(
      new Map([
        ['A', 30],
        ['B', 6],
        ['C', 4],
      ]),
    ),
  ]).toEqual(['B', 'C'])
  // Nobody in it gives nobody away.
  expect([
    ...leftOut(
      new Map([
        ['A', 30],
        ['B', 0],
      ]),
    ),
  ]).toEqual([])
})

test('a group shows its middle score in steps of a twentieth, and counts go down to fives', () => {
  const shown = landscapeOf(
    new Map([
      ['A', [...group(7, 0.41), ...group(7, 0.62)]],
      ['B', group(10, 0.9)],
      ['C', []],
    ]),
  )
  expect(shown).toEqual([
    { name: 'A', organisations: 10, themes: [{ theme: 'VEI', median: 0.5, scored: 10 }] },
    { name: 'B', organisations: 10, themes: [{ theme: 'VEI', median: 0.9, scored: 10 }] },
    { name: 'C', organisations: null, themes: [] },
  ])
})

test('a theme of which nine have a score is left out, and of the next group with it', () => {
  const shown = landscapeOf(
    new Map([
      ['A', [...group(9, 0.4), ...group(3, null)]],
      ['B', group(11)],
      ['C', group(20)],
    ]),
  )
  expect(shown.map(({ name, organisations, themes }) => [name, organisations, themes.length])).toEqual([
    ['A', 10, 0],
    ['B', 10, 0],
    ['C', 20, 1],
  ])
})

test('one more who has no score changes nothing', () => {
  const of = (unknown: number) => landscapeOf(new Map([['A', [...group(12), ...group(unknown, null)]]]))
  expect(of(1)[0]!.themes).toEqual(of(0)[0]!.themes)
})

test('four who join or leave move no figure, the fifth does', () => {
  const there = () => true
  expect(membersShown(upTo(10), upTo(14), there)).toEqual(upTo(10))
  expect(membersShown(upTo(10), upTo(15), there)).toEqual(upTo(15))
  expect(membersShown(upTo(12), ids(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 20, 21), there)).toEqual(upTo(12))
  // One that was not shown yet is as it is now.
  expect(membersShown(upTo(9), upTo(10), there)).toEqual(upTo(10))
  // Who is no longer in the city is in no group.
  expect(membersShown(upTo(12), upTo(12), (id) => id !== '3')).toEqual(
    new Set([...upTo(12)].filter((id) => id !== '3')),
  )
})

test('on a theme too nobody is had from the whole less the rest, and nothing else is hidden for it', () => {
  const told = (...counts: readonly (readonly [scored: number, all: number])[]) =>
    landscapeOf(
      new Map(
        counts.map(([some, all], index) => ['ABCD'[index]!, [...group(some), ...group(all - some, null)]] as const),
      ),
    ).flatMap(({ name, themes }) => (themes.length === 0 ? [] : [name]))
  // Nine of C have a score: the city less A and B would tell them, so B goes with them.
  expect(told([30, 30], [12, 20], [9, 20])).toEqual(['A'])
  // Near misses. Ten have one: all are told. Nobody has one: there is nobody to be had. Nine and one are ten together.
  expect(told([30, 30], [12, 20], [10, 20])).toEqual(['A', 'B', 'C'])
  expect(told([30, 30], [12, 20], [0, 20])).toEqual(['A', 'B'])
  expect(told([30, 30], [12, 20], [9, 20], [1, 20])).toEqual(['A', 'B'])
  expect(told([30, 30], [12, 20], [8, 20], [1, 20])).toEqual(['A'])
  // A group that is left out whole is left out here too, and hides the others with its scores.
  expect(told([30, 30], [12, 20], [9, 9])).toEqual(['A'])
  expect(told([30, 30], [12, 20], [6, 9], [4, 9])).toEqual(['A', 'B'])
})
