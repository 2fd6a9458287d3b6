/** How a connection begins, under the rule sets of two moments. */
import { expect, test } from 'vitest'
import { handshakes, judgeWith } from '../../../test/evidence.ts'
import type { Handshakes, OlderHandshake } from '../../model/evidence.ts'
import { tlsHandshake } from './tls-handshake.ts'

const judged = (over: Partial<Handshakes>, ruleset = '2025-05') =>
  judgeWith(tlsHandshake, { handshakes: handshakes(over) }, { options: { ruleset } })
const older = (over: Partial<OlderHandshake>) => ({ older: { ...handshakes().older!, ...over } })

test.each([
  ['compression', older({ compression: true }), 'unmet', 'unmet'],
  ['insecure-renegotiation', older({ secureRenegotiation: false }), 'unmet', 'unmet'],
  ['early-data', { earlyData: true }, 'unmet', 'unmet'],
  ['weak-signature', { oldSignatures: ['rsa_pkcs1_sha1'] }, 'unmet', 'met'],
  ['weak-signature', { oldSignatures: ['rsa_pkcs1_md5'] }, 'unmet', 'unmet'],
  ['no-extended-secret', older({ extendedMasterSecret: false }), 'unmet', 'met'],
  ['endless-renegotiation', { renegotiations: 11 }, 'unmet', 'met'],
  ['aging-signature', { oldSignatures: ['ecdsa_sha224'] }, 'met', 'met'],
] as const)('%s: %j is %s by the newer rules and %s by the law', (reason, over, newer, law) => {
  expect(judged(over)).toMatchObject({ reason, verdict: newer })
  expect(judged(over, '2.1.1').verdict).toBe(law)
})

test('near misses: ten times anew, TLS 1.3 alone, nothing tried of what cannot be', () => {
  expect(judged({})).toMatchObject({ reason: 'good', verdict: 'met' })
  expect(judged({ renegotiations: 10 }).verdict).toBe('met')
  expect(judged({ older: null, renegotiations: null, oldSignatures: [] }).verdict).toBe('met')
  expect(judged({ earlyData: null, renegotiations: null }).verdict).toBe('met')
  expect(judged(older({ version: 'SSLv3', extendedMasterSecret: false })).verdict).toBe('met')
})

test('of more faults the worst is told and the others stand beside it', () => {
  const seen = judged({ ...older({ compression: true, extendedMasterSecret: false }), earlyData: true })
  expect(seen.reason).toBe('compression')
  expect(seen.seen['details']).toHaveLength(3)
})

test('half seen is never clean, and what is bad stays bad', () => {
  expect(judged({ lacks: { handshake: ['unanswered'] } }).verdict).toBe('unknown')
  expect(judged({ earlyData: true, lacks: { handshake: ['unanswered'] } }).verdict).toBe('unmet')
})
