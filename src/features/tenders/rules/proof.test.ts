/** Proof that ends too early is warned of, by the day on which it ends and how long the contract runs. */
import { expect, test } from 'vitest'
import { proofWarning } from './proof.ts'

const annex = { closesAt: '2026-12-20T11:00:00.000Z', termMonths: 24 }

test.each([
  ['2026-11-28', 'ended'],
  ['2026-11-29', 'before-closing'],
  ['2026-12-19', 'before-closing'],
  ['2026-12-20', 'within-term'],
  ['2028-12-19', 'within-term'],
  ['2028-12-20', undefined],
  ['', undefined],
  ['2026-02-31', undefined],
])('until %s: %s', (until, says) => expect(proofWarning(until, annex, '2026-11-29')).toBe(says))

test('where nobody said how long the contract runs, only what ends before closing is warned of', () => {
  const { closesAt } = annex
  expect(proofWarning('2026-12-20', { closesAt }, '2026-11-29')).toBeUndefined()
  expect(proofWarning('2026-12-19', { closesAt }, '2026-11-29')).toBe('before-closing')
})
