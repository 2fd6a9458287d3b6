/** Whether the page of a finding says by how many measurements a barrier is known, and says it of nothing else. */
import { expect, test } from 'vitest'
import { en } from '../../web/messages/en.ts'
import { nl } from '../../web/messages/nl.ts'
import { certaintyOf } from './texts.ts'

const told = (seen: object, verdict = 'unmet', check: string | null = 'axe-1.1.1', m = nl) =>
  certaintyOf({ m }, { verdict, seen }, check)

test('what two measurements see is confirmed, in whole or in part', () => {
  expect(told({ elements: 7, confirmed: 7 })).toBe('Bevestigd door twee metingen: een tweede programma zag hetzelfde.')
  expect(told({ elements: 7, confirmed: 3 })).toMatch(/^Bevestigd door twee metingen: .* 3 van deze 7 plekken ook\.$/)
  expect(told({ elements: 7, confirmed: 7 }, 'unmet', 'axe-1.1.1', en)).toMatch(/^Confirmed by two measurements/)
})
test('what one sees is one measurement, as is evidence of before the second was asked', () => {
  expect(told({ elements: 7, confirmed: 0 })).toBe('Dit is één meting: een tweede programma zag dit niet.')
  expect(told({ elements: 7 })).toBe('Dit is één meting.')
})
test('nothing is said of what is no barrier, or is no finding of a program for barriers', () => {
  expect(told({ elements: 0 }, 'met')).toBeUndefined()
  expect(told({ confirmed: 1 }, 'unmet', 'hsts')).toBeUndefined()
  expect(told({ confirmed: 1 }, 'unmet', null)).toBeUndefined()
})
