import { expect, test } from 'vitest'
import { clean } from './clean.ts'

test('what a database refuses is gone: U+0000 and lone halves of a character', () => {
  expect(clean('a\u0000b\ud800c\udc00d', 100)).toBe('ab\ufffdc\ufffdd')
})

test('whole characters stay, and a character cut in two does not leave half of itself', () => {
  expect(clean('😀 é', 100)).toBe('😀 é')
  expect(clean('a😀', 2).isWellFormed()).toBe(true)
  expect(clean('abc', 2)).toBe('ab')
})
