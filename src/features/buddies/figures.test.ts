/** Which figures of help in need are told: no few, and none that leaves a few. */
import { expect, test } from 'vitest'
import type { Skill } from '../../vocabulary/buddy.ts'
import { incidentFigures, offerFigures } from './figures.ts'

const offers = (...skills: readonly (readonly Skill[])[]) => skills.map((each) => ({ skills: each }))
const valueOf = (figures: ReturnType<typeof offerFigures>, measure: string) =>
  figures.find((each) => each.measure === measure)!.value

test('from five on offers are told, and a skill when the others are five or none', () => {
  const ten = offers(...Array.from({ length: 10 }, (_, at): Skill[] => (at < 5 ? ['network'] : ['law', 'lend'])))
  expect(valueOf(offerFigures(ten), 'offers')).toBe(10)
  expect(valueOf(offerFigures(ten), 'skill/network')).toBe(5)
  expect(valueOf(offerFigures(ten), 'skill/trace')).toBe(0)
  const eight = ten.slice(0, 8)
  expect(valueOf(offerFigures(eight), 'skill/network')).toBeNull()
  expect(valueOf(offerFigures(ten.slice(0, 5)), 'skill/network')).toBe(5)
  expect(valueOf(offerFigures(ten.slice(0, 4)), 'offers')).toBeNull()
  expect(valueOf(offerFigures([]), 'offers')).toBe(0)
})

test('how soon somebody said yes is told only where that many were helped', () => {
  const of = (asked: number, helped: number) =>
    Object.fromEntries(incidentFigures({ asked, helped, minutes: 12 }).map(({ measure, value }) => [measure, value]))
  expect(of(12, 6)).toEqual({ asked: 12, helped: 6, minutes: 12 })
  expect(of(12, 9)).toEqual({ asked: 12, helped: null, minutes: null })
  expect(of(12, 0)).toEqual({ asked: 12, helped: 0, minutes: null })
  expect(of(3, 3)).toEqual({ asked: null, helped: null, minutes: null })
})
