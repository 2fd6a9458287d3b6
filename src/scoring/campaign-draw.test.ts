/** The draw of who goes first: the same for everybody who works it out, half of each stratum. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sha256 } from '../lib/canonical.ts'
import { CAMPAIGN_SOURCES } from '../vocabulary/campaign.ts'
import { drawDayFrom, drawFirst, fitsSource, isDrawDay, seedOf, stratified } from './campaign-draw.ts'

const streets = ['Havenstraat', 'Dorpsstraat', 'Kade', 'Markt', 'Sluisweg'].map((label) => ({ label, stratum: 1 }))

test('by hand: the marks in order, and the first half of them', () => {
  const seed = seedOf('a'.repeat(64), '7 12 19 23 38 41')
  expect(seed).toBe(sha256(`${'a'.repeat(64)}:7 12 19 23 38 41`))
  const order = streets
    .map(({ label }) => label)
    .toSorted((a, b) => (sha256(`${seed}:${a}`) < sha256(`${seed}:${b}`) ? -1 : 1))
  expect([...drawFirst(seed, streets)].toSorted()).toEqual(order.slice(0, 2).toSorted())
})

test('a number is an outcome of its public draw: so many, each another, none too high', () => {
  for (const [value, fits] of [
    ['3 11 19 24 38 45', true],
    ['3 11 19 24 38 46', false],
    ['0 11 19 24 38 45', false],
    ['3 3 19 24 38 45', false],
    ['3 11 19 24 38', false],
    ['', false],
  ] as const)
    expect(fitsSource('lotto', value), value).toBe(fits)
  expect(fitsSource('eurojackpot', '3 11 19 24 50')).toBe(true)
})

test('the day of the draw is one on which it is drawn', () => {
  // The fifth of December 2026 is a Saturday.
  expect(drawDayFrom('lotto', '2026-11-29')).toBe('2026-12-05')
  expect(drawDayFrom('lotto', '2026-12-05')).toBe('2026-12-05')
  expect(drawDayFrom('eurojackpot', '2026-12-05')).toBe('2026-12-08')
  expect(isDrawDay('eurojackpot', '2026-12-11')).toBe(true)
  for (const { where, days } of Object.values(CAMPAIGN_SOURCES)) {
    expect(new URL(where).protocol).toBe('https:')
    expect(days.length).toBeGreaterThan(0)
  }
})

test('another number, or another plan, is another draw; the order of the list is not', () => {
  const of = (hash: string, value: string) => [...drawFirst(seedOf(hash, value), streets)].toSorted().join()
  expect(of('a', '1')).toBe([...drawFirst(seedOf('a', '1'), streets.toReversed())].toSorted().join())
  expect(new Set(Array.from({ length: 40 }, (_, at) => of('a', `${at}`))).size).toBeGreaterThan(5)
  expect(seedOf('a', '1')).not.toBe(seedOf('b', '1'))
})

test('each stratum gives half, and of an odd number one more waits', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(1, 2), { maxLength: 40 }), fc.string(), (strata, seed) => {
      const all = strata.map((stratum, at) => ({ label: `nr. ${at}`, stratum }))
      const first = drawFirst(seed, all)
      for (const stratum of [1, 2]) {
        const these = all.filter((each) => each.stratum === stratum)
        expect(these.filter(({ label }) => first.has(label))).toHaveLength(Math.floor(these.length / 2))
      }
    }),
  )
})

test('who has little and who has much stand apart, the odd one with the lower half', () => {
  const all = [
    ['a', 4],
    ['b', 1],
    ['c', 1],
    ['d', 9],
    ['e', 2],
  ].map(([label, by]) => ({ label: label as string, by: by as number }))
  expect(stratified(all)).toEqual([
    { label: 'b', stratum: 1 },
    { label: 'c', stratum: 1 },
    { label: 'e', stratum: 1 },
    { label: 'a', stratum: 2 },
    { label: 'd', stratum: 2 },
  ])
})
