import { expect, test } from 'vitest'
import { remembered } from './remembered.ts'

test('asks once for one text, also when the answer is undefined', () => {
  const asked: string[] = []
  const length = remembered((text) => {
    asked.push(text)
    return text === '' ? undefined : text.length
  })
  expect([length('a'), length('bb'), length('a'), length(''), length('')]).toEqual([1, 2, 1, undefined, undefined])
  expect(asked).toEqual(['a', 'bb', ''])
})

test('does not grow without end: more texts than it holds are answered all the same, and asked again', () => {
  let asked = 0
  const length = remembered((text) => {
    asked++
    return text.length
  })
  for (let n = 0; n < 20_000; n++) expect(length(`${n}`)).toBe(`${n}`.length)
  length('0')
  expect(asked).toBe(20_001)
})

test('a very long text is not held', () => {
  let asked = 0
  const length = remembered((text) => {
    asked++
    return text.length
  })
  const long = 'x'.repeat(100_000)
  expect([length(long), length(long)]).toEqual([100_000, 100_000])
  expect(asked).toBe(2)
})
