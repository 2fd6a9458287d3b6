/** A number is known again however it was typed over, and what is not one is not taken for one. */
import { expect, test } from 'vitest'
import { comparedTo, statedHash } from './stated.ts'

const HASH = '0123456789abcdef'.repeat(4)

test.each([
  HASH,
  HASH.toUpperCase(),
  `SHA-256: ${HASH}`,
  `sha256:${HASH}`,
  ` ${HASH.slice(0, 32)}\n${HASH.slice(32)} `,
  HASH.replaceAll(/(.{4})/g, '$1-'),
])('%s', (typed) => expect(statedHash(typed)).toBe(HASH))

test.each(['', HASH.slice(1), `${HASH}0`, HASH.replace('f', 'g')])('no number: %s', (typed) =>
  expect(statedHash(typed)).toBeUndefined(),
)

test('the same, another, none, and not written down yet', () => {
  expect([HASH, HASH.replace('0', '1'), '', undefined].map((stated) => comparedTo(HASH, stated))).toEqual([
    'same',
    'differs',
    'none',
    'open',
  ])
})
