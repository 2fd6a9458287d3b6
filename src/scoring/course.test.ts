/** On course, at risk or not measured: at the edge, a hair beside it, and of what is not known. */
import { describe, expect, test } from 'vitest'
import { courseOn, expected, reachesTarget, shareOf, type Line } from './course.ts'

const line: Line = {
  baseline: { count: 20, among: 100, on: '2026-01-01' },
  steps: [],
  target: 0.8,
  due: '2026-04-11',
  direction: 'up',
  tolerance: null,
}

describe('expected', () => {
  test('goes in a straight line from baseline to target, and stays there', () => {
    expect(expected(line, '2026-01-01')).toBe(0.2)
    expect(expected(line, '2026-02-20')).toBe(0.5)
    expect(expected(line, '2026-04-11')).toBe(0.8)
    expect(expected(line, '2027-01-01')).toBe(0.8)
  })
  test('is nothing before the baseline', () => expect(expected(line, '2025-12-31')).toBeUndefined())
  test('breaks at an intermediate value', () => {
    const broken = { ...line, steps: [{ on: '2026-02-20', value: 0.3 }] }
    expect(expected(broken, '2026-01-26')).toBe(0.25)
    expect(expected(broken, '2026-02-20')).toBe(0.3)
    expect(expected(broken, '2026-03-17')).toBe(0.55)
  })
  test('without a baseline begins at the first intermediate value', () => {
    const none = {
      ...line,
      baseline: { count: 0, among: 0, on: '2026-01-01' },
      steps: [{ on: '2026-02-20', value: 0.3 }],
    }
    expect(expected(none, '2026-02-19')).toBeUndefined()
    expect(expected(none, '2026-02-20')).toBe(0.3)
  })
})

describe('the course', () => {
  const at = (count: number, among: number, on = '2026-02-20', of = line) => courseOn(of, { count, among }, on)
  test('is kept at the edge of the tolerance: a tenth of the way', () => {
    expect(at(44, 100)).toBe('on-course')
    expect(at(439, 1000)).toBe('at-risk')
    expect(at(45, 100)).toBe('on-course')
  })
  test('is reckoned without rounding', () => {
    const agreed = { ...line, baseline: { count: 8, among: 10, on: '2026-01-01' }, target: 0.8, tolerance: 0.1 }
    expect(0.7 - 0.8 >= -0.1).toBe(false)
    expect(at(7, 10, '2026-02-20', agreed)).toBe('on-course')
    expect(at(69, 100, '2026-02-20', agreed)).toBe('at-risk')
  })
  test('goes down where less is better', () => {
    const down: Line = {
      ...line,
      baseline: { count: 80, among: 100, on: '2026-01-01' },
      target: 0.2,
      direction: 'down',
    }
    expect(at(56, 100, '2026-02-20', down)).toBe('on-course')
    expect(at(561, 1000, '2026-02-20', down)).toBe('at-risk')
    expect(at(10, 100, '2026-02-20', down)).toBe('on-course')
  })
  test('is not measured where nothing is known any more, however late it is', () => {
    expect(at(0, 0, '2026-04-11')).toBe('not-measured')
    expect(at(0, 1, '2026-04-11')).toBe('at-risk')
  })
  test('has not begun before the baseline, nor where nobody takes part', () => {
    expect(at(0, 10, '2025-12-31')).toBe('not-begun')
    expect(courseOn(line, undefined, '2026-02-20')).toBe('not-begun')
  })
})

test('a target is reached at its edge, and nothing is said of what nobody knows', () => {
  expect(reachesTarget(line, { count: 8, among: 10 })).toBe(true)
  expect(reachesTarget(line, { count: 79, among: 100 })).toBe(false)
  expect(reachesTarget(line, { count: 0, among: 0 })).toBeUndefined()
  expect(reachesTarget({ ...line, target: 0.14400000000000002 }, { count: 144, among: 1000 })).toBe(true)
  expect(reachesTarget({ ...line, target: 5 / 6 }, { count: 5, among: 6 })).toBe(true)
  expect(reachesTarget({ ...line, target: 0, direction: 'down' }, { count: 0, among: 6 })).toBe(true)
  expect(reachesTarget({ ...line, target: 0, direction: 'down' }, { count: 1, among: 6 })).toBe(false)
})

test('fewer than ten are told in counts', () => {
  expect(shareOf({ count: 9, among: 9 })).toBeUndefined()
  expect(shareOf({ count: 9, among: 10 })).toBe(0.9)
  expect(shareOf({ count: 0, among: 0 })).toBeUndefined()
})
