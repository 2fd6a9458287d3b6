/** Chains that lead somewhere and chains that do not. */
import { expect, test } from 'vitest'
import { judgeWith, tls } from '../../../test/evidence.ts'
import { certificateTrusted } from './certificate-trusted.ts'

test('a chain to a trusted root is trusted', () => {
  expect(judgeWith(certificateTrusted, { tls: tls() }).verdict).toBe('met')
})

test.each([
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'self-signed', 'unmet'],
  ['SELF_SIGNED_CERT_IN_CHAIN', 'self-signed', 'unmet'],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'incomplete', 'unmet'],
  ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'incomplete', 'unmet'],
  ['CERT_REVOKED', 'untrusted', 'unmet'],
  ['CERT_HAS_EXPIRED', 'undecided', 'unknown'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'undecided', 'unknown'],
  [null, 'undecided', 'unknown'],
])('the problem %s is %s', (problem, reason, verdict) => {
  expect(judgeWith(certificateTrusted, { tls: tls({ trusted: false, problem }) })).toMatchObject({ reason, verdict })
})

test('a certificate with a trusted chain that expired is trusted here: its dates have their own check', () => {
  expect(
    judgeWith(certificateTrusted, {
      tls: tls({ trusted: true, problem: 'CERT_HAS_EXPIRED' }),
    }).verdict,
  ).toBe('met')
})
