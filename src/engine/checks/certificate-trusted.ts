/**
 * The certificate leads to an authority that browsers trust (RFC 5280 §6). Dates and names have their own checks.
 * Trips on: a self-signed certificate, and on a server that forgets to send the intermediate certificate.
 */
import { defineCheck, shown } from '../reading/claims.ts'
import { clip } from '../../lib/headers.ts'

const SELF_SIGNED = ['DEPTH_ZERO_SELF_SIGNED_CERT', 'SELF_SIGNED_CERT_IN_CHAIN']
const INCOMPLETE = ['UNABLE_TO_GET_ISSUER_CERT', 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE']
/** OpenSSL tells one fault at a time: behind these the chain itself may well be sound. */
const OTHER_CHECKS = ['CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID', 'ERR_TLS_CERT_ALTNAME_INVALID', 'HOSTNAME_MISMATCH']

export const certificateTrusted = defineCheck({
  id: 'certificate-trusted',
  needs: { tls: true },
  reasons: {
    trusted: shown('met'),
    'self-signed': shown('unmet'),
    incomplete: shown('unmet'),
    untrusted: shown('unmet'),
    undecided: 'unknown',
  },
  judge({ tls }) {
    const seen = {
      issuer: clip(tls.chain[0]?.issuer ?? '?'),
      problem: tls.problem ?? '?',
      details: tls.chain.slice(0, 20).map(({ subject }) => clip(subject)),
    }
    if (tls.trusted) return { reason: 'trusted', seen }
    if (tls.problem === null || OTHER_CHECKS.includes(tls.problem)) return { reason: 'undecided', seen }
    if (SELF_SIGNED.includes(tls.problem)) return { reason: 'self-signed', seen }
    return { reason: INCOMPLETE.includes(tls.problem) ? 'incomplete' : 'untrusted', seen }
  },
})
