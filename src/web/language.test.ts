/** How a share is told: near for what was counted, down for what was promised or seen. */
import { expect, test } from 'vitest'
import { nearPercent, percent } from './language.ts'

test.each([
  [14 / 21, '67%', '66%'],
  [1 / 3, '33%', '33%'],
  [199 / 200, '99%', '99%'],
  [1 / 400, '1%', '0%'],
  [1, '100%', '100%'],
  [0, '0%', '0%'],
])('%d is told as %s, or down as %s', (share, near, down) => {
  expect(nearPercent('nl', share).replace(/\s/g, '')).toBe(near)
  expect(percent('nl', share).replace(/\s/g, '')).toBe(down)
})
