/**
 * The certificate leads to an authority that browsers trust (RFC 5280 §6). Dates and names have their own checks.
 * Trips on: a certificate that the server made itself, one of an authority that browsers do not know (a company's own,
 * or one whose own certificate was not sent), a server that forgets to send the intermediate certificate, and a key or
 * signature too weak to hold (CA/Browser Forum Baseline Requirements §6.1.5 and §7.1.3.2).
 */
import { defineCheck, shown } from '../reading/claims.ts'
import { clip } from '../../lib/headers.ts'
import type { Certificate } from '../../model/evidence.ts'

/** OpenSSL's codes, and what each is to whom the site belongs. */
const FAULTS: Readonly<Record<string, 'self-signed' | 'unknown-authority' | 'incomplete' | 'revoked' | 'weak'>> = {
  DEPTH_ZERO_SELF_SIGNED_CERT: 'self-signed',
  SELF_SIGNED_CERT_IN_CHAIN: 'unknown-authority',
  // Names of an authority above the first, which was sent: what lies above that nobody knows.
  UNABLE_TO_GET_ISSUER_CERT: 'unknown-authority',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'unknown-authority',
  // Only the site's own certificate was sent.
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'incomplete',
  CERT_REVOKED: 'revoked',
  CA_MD_TOO_WEAK: 'weak',
  CA_KEY_TOO_SMALL: 'weak',
  EE_KEY_TOO_SMALL: 'weak',
}
/** Bits that a key has at least. */
const BITS: Readonly<Record<string, number>> = { rsa: 2_048, 'rsa-pss': 2_048, ec: 256 }
const WEAK_HASH = /^(?:md[245]|sha-?1)(?!\d)|with-?(?:md[245]|sha-?1)(?!\d)/i

/** OpenSSL tells one fault at a time: behind these the chain itself may well be sound. */
const OTHER_CHECKS = ['CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID', 'ERR_TLS_CERT_ALTNAME_INVALID', 'HOSTNAME_MISMATCH']

export const certificateTrusted = defineCheck({
  id: 'certificate-trusted',
  needs: { tls: true },
  reasons: {
    trusted: shown('met'),
    'self-signed': shown('unmet'),
    'unknown-authority': shown('unmet'),
    incomplete: shown('unmet'),
    revoked: shown('unmet'),
    weak: shown('unmet'),
    untrusted: shown('unmet'),
    undecided: 'unknown',
  },
  judge({ tls }) {
    const seen = {
      issuer: clip(tls.chain[0]?.issuer ?? '?'),
      problem: tls.problem ?? '?',
      details: tls.chain.slice(0, 20).map(({ subject }) => clip(subject)),
    }
    const [leaf] = tls.chain
    if (tls.trusted) return { reason: leaf && isWeak(leaf) ? 'weak' : 'trusted', seen: { ...seen, ...made(leaf) } }
    if (tls.problem === null || OTHER_CHECKS.includes(tls.problem)) return { reason: 'undecided', seen }
    // Of a certificate that came alone the issuer may be anybody: a known one whose own certificate was not sent too.
    const fault = tls.chain.length === 1 && tls.problem.startsWith('UNABLE_TO_') ? 'incomplete' : FAULTS[tls.problem]
    return { reason: fault ?? 'untrusted', seen: { ...seen, ...made(leaf) } }
  },
})

/** Below what any authority that browsers know may sign. What was not read says nothing. */
function isWeak({ keyType, keyBits, signedWith = '' }: Certificate): boolean {
  const asked = BITS[keyType]
  return (asked !== undefined && keyBits !== null && keyBits < asked) || WEAK_HASH.test(signedWith)
}

/** How it was made, for who must put it right. */
function made(leaf: Certificate | undefined): { key: string } {
  const size = leaf?.keyBits == null ? '' : ` ${leaf.keyBits} bit`
  return { key: leaf ? `${leaf.keyType}${size}${leaf.signedWith ? `, ${leaf.signedWith}` : ''}` : '?' }
}
