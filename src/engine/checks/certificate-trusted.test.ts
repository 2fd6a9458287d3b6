/** Chains that lead somewhere and chains that do not. */
import { expect, test } from 'vitest'
import { certificate, judgeWith, tls } from '../../../test/evidence.ts'
import { certificateTrusted } from './certificate-trusted.ts'

test('a chain to a trusted root is trusted', () => {
  expect(judgeWith(certificateTrusted, { tls: tls() }).verdict).toBe('met')
})

test.each([
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'self-signed', 'unmet'],
  ['SELF_SIGNED_CERT_IN_CHAIN', 'unknown-authority', 'unmet'],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'incomplete', 'unmet'],
  ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'incomplete', 'unmet'],
  ['CERT_REVOKED', 'revoked', 'unmet'],
  ['EE_KEY_TOO_SMALL', 'weak', 'unmet'],
  ['PATH_LENGTH_EXCEEDED', 'untrusted', 'unmet'],
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

test('an authority above the first was sent, and nobody knows it: that is not a chain that was forgotten', () => {
  const between = certificate({ subject: 'CN=Intern gezag', issuer: 'CN=Wortel van het bedrijf' })
  const seen = (problem: string) =>
    judgeWith(certificateTrusted, { tls: tls({ trusted: false, problem, chain: [certificate(), between] }) }).reason
  expect(seen('UNABLE_TO_GET_ISSUER_CERT_LOCALLY')).toBe('unknown-authority')
  expect(seen('UNABLE_TO_GET_ISSUER_CERT')).toBe('unknown-authority')
  expect(seen('SELF_SIGNED_CERT_IN_CHAIN')).toBe('unknown-authority')
})

test.each([
  [{ keyType: 'rsa', keyBits: 1_024 }, 'weak'],
  [{ keyType: 'rsa', keyBits: 2_047 }, 'weak'],
  [{ keyType: 'ec', keyBits: 224 }, 'weak'],
  [{ signedWith: 'sha1WithRSAEncryption' }, 'weak'],
  [{ signedWith: 'ecdsa-with-SHA1' }, 'weak'],
  [{ signedWith: 'md5WithRSAEncryption' }, 'weak'],
  [{ keyType: 'rsa', keyBits: 2_048, signedWith: 'sha256WithRSAEncryption' }, 'trusted'],
  [{ keyType: 'rsa', keyBits: 4_096, signedWith: 'sha512WithRSAEncryption' }, 'trusted'],
  [{ keyType: 'ec', keyBits: 256, signedWith: 'ecdsa-with-SHA384' }, 'trusted'],
  [{ keyType: 'ed25519', keyBits: null, signedWith: 'ED25519' }, 'trusted'],
  [{ keyType: 'unknown', keyBits: null }, 'trusted'],
])('a certificate made with %o is %s', (made, reason) => {
  expect(judgeWith(certificateTrusted, { tls: tls({ chain: [certificate(made)] }) }).reason).toBe(reason)
})
