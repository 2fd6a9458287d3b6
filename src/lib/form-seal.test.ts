import { expect, test } from 'vitest'
import { newSeal, sealState } from './form-seal.ts'

const key = Buffer.alloc(32, 1)
const now = Date.parse('2026-11-29T10:00:00Z')

test('a form is good from three seconds to a day after it was made, and for this installation alone', () => {
  const seal = newSeal(key, now)
  expect(sealState(key, seal, now + 1_000)).toBe('too-soon')
  expect(sealState(key, seal, now + 3_000)).toBe('good')
  expect(sealState(key, seal, now + 86_400_000)).toBe('good')
  expect(sealState(key, seal, now + 86_402_000)).toBe('too-late')
  expect(sealState(Buffer.alloc(32), seal, now + 5_000)).toBe('forged')
  const [nonce, made, signature] = seal.split('.')
  for (const other of [
    '',
    'a.b.c',
    `${nonce}.${Number(made) - 60}.${signature}`,
    `${nonce}.${made}.`,
    `${nonce}.${made}`,
  ])
    expect(sealState(key, other, now + 5_000)).toBe('forged')
})
