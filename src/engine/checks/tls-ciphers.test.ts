/** Cipher suites under the rule sets of two moments. */
import { expect, test } from 'vitest'
import { handshakes, judgeWith } from '../../../test/evidence.ts'
import type { Handshakes, Lacks, OfferedVersion } from '../../model/evidence.ts'
import { tlsCiphers } from './tls-ciphers.ts'

const taking = (names: readonly string[], version: OfferedVersion = 'TLSv1.2', lacks: Lacks = {}) => {
  const seen: Handshakes = handshakes({ lacks })
  return { handshakes: { ...seen, suites: { ...seen.suites, [version]: { names, order: 'server' as const } } } }
}
const judged = (seen: ReturnType<typeof taking>, ruleset: string) =>
  judgeWith(tlsCiphers, seen, { options: { ruleset } })

test.each([
  // Names, and what each rule set makes of them.
  ['ECDHE_RSA_WITH_AES_128_GCM_SHA256', 'sufficient', 'sufficient'],
  ['ECDHE_RSA_WITH_AES_128_CCM', 'insufficient', 'sufficient'],
  ['ECDHE_ECDSA_WITH_AES_256_CBC_SHA384', 'sufficient', 'to-go'],
  ['ECDHE_RSA_WITH_AES_256_CBC_SHA', 'sufficient', 'insufficient'],
  ['DHE_RSA_WITH_AES_256_GCM_SHA384', 'sufficient', 'to-go'],
  ['DHE_RSA_WITH_CAMELLIA_256_CBC_SHA256', 'insufficient', 'to-go'],
  ['RSA_WITH_AES_128_GCM_SHA256', 'phase-out', 'insufficient'],
  ['RSA_WITH_3DES_EDE_CBC_SHA', 'phase-out', 'insufficient'],
  ['RSA_WITH_RC4_128_SHA', 'insufficient', 'insufficient'],
  ['ECDHE_ECDSA_WITH_AES_128_CCM_8', 'insufficient', 'insufficient'],
  ['DH_anon_WITH_AES_256_GCM_SHA384', 'insufficient', 'insufficient'],
])('%s: %s by the law, %s by the newer rules', (name, law, newer) => {
  expect(judged(taking([name]), '2.1.1').reason).toBe(law)
  expect(judged(taking([name]), '2025-05').reason).toBe(newer)
})

test('what the answer stands for: to go in time is half met, and unmet where the law asks better', () => {
  expect(judged(taking(['DHE_RSA_WITH_AES_256_GCM_SHA384']), '2025-05').verdict).toBe('partly')
  expect(judged(taking(['RSA_WITH_AES_128_GCM_SHA256']), '2.1.1').verdict).toBe('unmet')
  expect(judged(taking(['ECDHE_RSA_WITH_AES_128_GCM_SHA256']), '2.1.1').verdict).toBe('met')
})

test('it names the worst, and the rules with their day', () => {
  const seen = taking(['ECDHE_RSA_WITH_AES_128_GCM_SHA256', 'RSA_WITH_RC4_128_SHA', 'RSA_WITH_RC4_128_MD5'])
  expect(judged(seen, '2025-05').seen).toMatchObject({
    which: 'TLS_RSA_WITH_RC4_128_MD5, TLS_RSA_WITH_RC4_128_SHA',
    ruleset: 'NCSC TLS 2025-05 (2025-05-31)',
  })
})

test('SSL is bad whatever its suites; TLS 1.3 alone with AES-256 is good', () => {
  expect(judged(taking(['ECDHE_RSA_WITH_AES_128_CBC_SHA'], 'SSLv3'), '2.1.1')).toMatchObject({
    reason: 'insufficient',
    seen: { which: 'SSL 3.0' },
  })
  const { handshakes: seen } = taking([], 'TLSv1.2')
  const newest = { ...seen, suites: { ...seen.suites, 'TLSv1.3': { names: ['AES_256_GCM_SHA384'], order: null } } }
  expect(judged({ handshakes: newest as never }, '2025-05')).toMatchObject({ reason: 'good', verdict: 'met' })
})

test('half seen is never clean, and what is bad stays bad', () => {
  const cut: Lacks = { suites: ['too-many'] }
  expect(judged(taking(['ECDHE_RSA_WITH_AES_128_GCM_SHA256'], 'TLSv1.2', cut), '2025-05')).toMatchObject({
    verdict: 'unknown',
    reason: 'half-seen.too-many',
  })
  expect(judged(taking(['RSA_WITH_RC4_128_SHA'], 'TLSv1.2', cut), '2025-05').verdict).toBe('unmet')
  // That groups were not all seen says nothing of suites.
  expect(
    judged(taking(['ECDHE_RSA_WITH_AES_128_GCM_SHA256'], 'TLSv1.2', { groups: ['unanswered'] }), '2025-05').verdict,
  ).toBe('met')
})

test('rules that do not exist are told; without a name those of that moment hold', () => {
  expect(judged(taking([]), 'constructor')).toMatchObject({ verdict: 'unknown', reason: 'no-such-ruleset' })
  const seen = taking(['ECDHE_RSA_WITH_AES_256_CBC_SHA'])
  expect(judgeWith(tlsCiphers, seen, { at: '2024-01-01T00:00:00Z' }).verdict).toBe('met')
  expect(judgeWith(tlsCiphers, seen).verdict).toBe('unmet')
})
