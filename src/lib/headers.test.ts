/** Header lines and text of strangers. */
import { expect, test } from 'vitest'
import { clip, linesOf, listOf } from './headers.ts'

const HEADERS = [
  ['a', '1, 2'],
  ['b', 'x'],
  ['a', ' , 3'],
] as const

test('lines keep their order and list headers are split over all of them', () => {
  expect(linesOf(HEADERS, 'a')).toEqual(['1, 2', ' , 3'])
  expect(listOf(HEADERS, 'a')).toEqual(['1', '2', '3'])
  expect(listOf(HEADERS, 'c')).toEqual([])
})

test('a list has an end', () => {
  expect(listOf([['a', 'x,'.repeat(5_000)]], 'a')).toHaveLength(100)
})

test('clipped text is one line, short, without control characters and without half a character', () => {
  expect(clip('a\r\nb\u0000\u202Ec')).toBe('a bc')
  expect(clip('x'.repeat(400))).toHaveLength(300)
  expect(clip('é'.repeat(3), 3)).toBe('ééé')
  expect(clip('😀😀', 3).isWellFormed()).toBe(true)
})
