/** Which figures of help in need are told: no few, and none that leaves a few. */
import { expect, test } from 'vitest'
import type { Skill } from '../../vocabulary/buddy.ts'
import { incidentFigures, offerFigures } from './figures.ts'

const offers = (...skills: readonly (readonly Skill[])[]) => skills.map((each) => ({ skills: each }))
const valueOf = (figures: ReturnType<typeof offerFigures>, measure: string) =>
  figures.find((each) => each.measure === measure)!.value

test('offers are told in fives, so that of two months nobody takes off who came', () => {
  let before = offerFigures([])
  expect(before.every(({ value }) => value === null)).toBe(true)
  for (let count = 1; count <= 23; count++) {
    const those = Array.from({ length: count }, (_, at): Skill[] => (at % 3 === 0 ? ['network', 'law'] : ['law']))
    const now = offerFigures(offers(...those))
    expect(valueOf(now, 'offers')).toBe(count < 5 ? null : Math.floor(count / 5) * 5)
    for (const { measure, value } of now)
      expect(((value ?? 0) - (valueOf(before, measure) ?? 0)) % 5, `${measure} at ${count}`).toBe(0)
    before = now
  }
  expect(valueOf(before, 'skill/network')).toBe(5)
  expect(valueOf(before, 'skill/trace')).toBeNull()
})

test('how soon somebody said yes is told only where that many were helped', () => {
  const of = (asked: number, helped: number) =>
    Object.fromEntries(incidentFigures({ asked, helped, minutes: 12 }).map(({ measure, value }) => [measure, value]))
  expect(of(12, 6)).toEqual({ asked: 12, helped: 6, minutes: 12 })
  expect(of(12, 9)).toEqual({ asked: 12, helped: null, minutes: null })
  expect(of(12, 0)).toEqual({ asked: 12, helped: 0, minutes: null })
  expect(of(3, 3)).toEqual({ asked: null, helped: null, minutes: null })
})
