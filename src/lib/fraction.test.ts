/** Sums that go wrong with rounded numbers, and do not here. */
import { expect, test } from 'vitest'
import { asNumber, compared, exactly, fraction, minus, plus, size, times } from './fraction.ts'

test('a difference of a tenth is a tenth', () => {
  expect(0.7 - 0.8 >= -0.1).toBe(false)
  expect(compared(minus(exactly(0.7), exactly(0.8)), exactly(-0.1))).toBe(0)
})

test.each([
  [0, 0n, 1n],
  [0.25, 25n, 100n],
  [-1.5, -15n, 10n],
  [1e-7, 1n, 10_000_000n],
  [1.5e21, 1_500_000_000_000_000_000_000n, 1n],
])('%d is read as it is written', (value, over, under) => expect(exactly(value)).toEqual({ over, under }))

test('what is no number is not reckoned with', () => {
  expect(() => exactly(Number.NaN)).toThrow(RangeError)
  expect(() => exactly(Number.POSITIVE_INFINITY)).toThrow(RangeError)
})

test('thirds add up', () => {
  const third = fraction(1, 3)
  expect(compared(plus(plus(third, third), third), fraction(1))).toBe(0)
  expect(compared(times(third, fraction(3)), fraction(1))).toBe(0)
  expect(compared(third, exactly(0.333333))).toBe(1)
  expect(compared(exactly(0.333333), third)).toBe(-1)
})

test('a negative one keeps its sign above the line', () => {
  expect(fraction(1, -4)).toEqual({ over: -1n, under: 4n })
  expect(size(fraction(-1, 4))).toEqual({ over: 1n, under: 4n })
  expect(asNumber(fraction(-1, 4))).toBe(-0.25)
})
