/** Known ratios of colours. */
import { expect, test } from 'vitest'
import { contrastOf } from './contrast.ts'

test.each([
  ['rgb(0, 0, 0)', ['rgb(255, 255, 255)'], 21],
  ['rgb(255, 255, 255)', ['rgb(255, 255, 255)'], 1],
  ['rgb(119, 119, 119)', ['rgb(255, 255, 255)'], 4.48],
  ['rgb(118, 118, 118)', ['rgb(255, 255, 255)'], 4.54],
  ['rgba(0, 0, 0, 0.5)', [], 3.95],
  ['rgb(255 255 255 / 100%)', ['rgba(0, 0, 0, 0.5)', 'rgb(0, 0, 0)'], 21],
])('%s on %j is %f', (colour, behind, ratio) => expect(contrastOf(colour, behind)).toBeCloseTo(ratio, 1))

test('a colour that is not computed is not guessed', () => {
  expect(contrastOf('color(display-p3 1 0 0)', [])).toBeUndefined()
  expect(contrastOf('rgb(0, 0, 0)', ['oklch(0.7 0.1 20)'])).toBeUndefined()
})
