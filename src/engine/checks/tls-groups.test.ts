/** Groups and primes under the rule sets of two moments. */
import { expect, test } from 'vitest'
import { handshakes, judgeWith } from '../../../test/evidence.ts'
import type { Prime } from '../../model/evidence.ts'
import { tlsGroups } from './tls-groups.ts'

const judged = (newest: readonly string[], primes: readonly Prime[], ruleset: string) =>
  judgeWith(tlsGroups, { handshakes: handshakes({ groups: { newest, older: [] }, primes }) }, { options: { ruleset } })

test.each([
  ['x25519', null, 'good', 'good'],
  ['secp521r1', null, 'good', 'good'],
  ['brainpoolP256r1tls13', null, 'insufficient', 'good'],
  ['secp224r1', null, 'phase-out', 'to-go'],
  ['secp256k1', null, 'insufficient', 'insufficient'],
  ['ffdhe3072', null, 'sufficient', 'to-go'],
  ['ffdhe2048', null, 'phase-out', 'insufficient'],
  ['x25519', { bits: 4096, group: 'ffdhe4096' }, 'sufficient', 'to-go'],
  ['x25519', { bits: 2048, group: 'modp14' }, 'insufficient', 'insufficient'],
  ['x25519', { bits: 1024, group: null }, 'insufficient', 'insufficient'],
] as const)('%s with the prime %j: %s by the law, %s by the newer rules', (group, prime, law, newer) => {
  const primes = prime ? [prime] : []
  expect(judged([group], primes, '2.1.1').reason).toBe(law)
  expect(judged([group], primes, '2025-05').reason).toBe(newer)
})

test('a hybrid with ML-KEM is good, and nothing the older rules could know', () => {
  expect(judged(['X25519MLKEM768', 'x25519'], [], '2025-05')).toMatchObject({ reason: 'good', verdict: 'met' })
  expect(judged(['X25519MLKEM768', 'x25519'], [], '2.1.1')).toMatchObject({ reason: 'good', verdict: 'met' })
  expect(judged(['X25519MLKEM768'], [], '2.1.1').verdict).toBe('unknown')
})

test('a group over a prime beside curves in TLS 1.3 comes with OpenSSL and is nobody’s first choice', () => {
  expect(judged(['x25519', 'secp256r1', 'ffdhe2048'], [], '2025-05')).toMatchObject({ reason: 'good', verdict: 'met' })
  expect(judged(['ffdhe2048', 'x25519'], [], '2025-05')).toMatchObject({ verdict: 'unmet' })
})

test('a prime without a name is told by its length', () => {
  expect(judged([], [{ bits: 1024, group: null }], '2025-05').seen).toMatchObject({ which: 'DH-1024' })
})

test('who exchanges no keys has none to judge, if that was seen whole', () => {
  expect(judged([], [], '2025-05')).toMatchObject({ reason: 'none', verdict: 'not-applicable' })
  const half = handshakes({ groups: { newest: [], older: [] }, lacks: { groups: ['unanswered'] } })
  expect(judgeWith(tlsGroups, { handshakes: half }).verdict).toBe('unknown')
})
