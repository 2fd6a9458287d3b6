/** Keys of certificates and signatures under them. */
import { expect, test } from 'vitest'
import { certificate, judgeWith, tls } from '../../../test/evidence.ts'
import type { Certificate } from '../../model/evidence.ts'
import { certificateKey } from './certificate-key.ts'

const GOOD = { keyType: 'ec', keyBits: 256, curve: 'prime256v1', signedWith: 'ecdsa-with-SHA256' } as const
const judged = (chain: readonly Partial<Certificate>[], ruleset = '2025-05') =>
  judgeWith(
    certificateKey,
    { tls: tls({ chain: chain.map((each) => certificate(each.keyType ? each : { ...GOOD, ...each })) }) },
    { options: { ruleset } },
  )
const rsa = (keyBits: number, over: Partial<Certificate> = {}): Partial<Certificate> => ({
  keyType: 'rsa',
  keyBits,
  signedWith: 'sha256WithRSAEncryption',
  ...over,
})

test.each([
  [{}, 'good', 'good'],
  [{ curve: 'secp521r1', keyBits: 521 }, 'sufficient', 'good'],
  [{ curve: 'brainpoolP256r1' }, 'insufficient', 'good'],
  [{ curve: 'secp256k1' }, 'insufficient', 'insufficient'],
  [{ keyType: 'ed25519', keyBits: null, signedWith: 'ED25519' }, 'good', 'good'],
  [rsa(4096), 'good', 'good'],
  [rsa(2048), 'sufficient', 'to-go'],
  [rsa(1024), 'insufficient', 'insufficient'],
  [rsa(4096, { signedWith: 'sha1WithRSAEncryption' }), 'insufficient', 'insufficient'],
  [rsa(4096, { signedWith: 'md5WithRSAEncryption' }), 'insufficient', 'insufficient'],
  [rsa(4096, { signedWith: 'sha224WithRSAEncryption' }), 'insufficient', 'to-go'],
  [{ signedWith: 'ecdsa-with-SHA1' }, 'insufficient', 'insufficient'],
] as const)('%j: %s by the law, %s by the newer rules', (each, law, newer) => {
  expect(judged([each], '2.1.1').reason).toBe(law)
  expect(judged([each]).reason).toBe(newer)
})

test('the worst of the chain counts, a root that was sent along counts for nothing, and one alone is its own', () => {
  const root = { ...rsa(1024), subject: 'CN=Wortel', issuer: 'CN=Wortel', signedWith: 'sha1WithRSAEncryption' }
  expect(judged([{}, rsa(1024)]).verdict).toBe('unmet')
  expect(judged([{}, root]).verdict).toBe('met')
  expect(judged([root]).verdict).toBe('unmet')
})

test('evidence of before says not enough, unless it says what is bad; an unknown way of signing is unknown', () => {
  expect(judgeWith(certificateKey, { tls: tls() })).toMatchObject({ reason: 'nothing', verdict: 'unknown' })
  const short = { keyType: 'rsa', keyBits: 1024 }
  expect(judgeWith(certificateKey, { tls: tls({ chain: [certificate(short)] }) }).verdict).toBe('unmet')
  expect(judged([{ signedWith: 'rsassaPss' }]).verdict).toBe('unknown')
  expect(judged([]).verdict).toBe('unknown')
})
