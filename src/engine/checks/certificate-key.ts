/**
 * The keys of the certificates that were sent, and the signatures under them, held against a version of the NCSC
 * guidelines. The signature under a root counts for nothing: it is known by itself.
 *   unmet   RSA below 2048 bits, a curve that is not named, a signature with SHA-1 or MD5
 *   partly  RSA of 2048 to 3071 bits under 2025-05
 * Trips on: RSA 1024; SHA-1 under the certificate in between. Near misses: P-256; a root of SHA-1 that was sent along.
 */
import { defineCheck, shown } from '../reading/claims.ts'
import { byRules, ratedCertificates, worst } from '../reading/tls-levels.ts'

export const certificateKey = defineCheck({
  id: 'certificate-key',
  needs: { tls: true },
  reasons: {
    good: shown('met'),
    sufficient: shown('met'),
    'to-go': shown('partly'),
    'phase-out': shown('unmet'),
    insufficient: shown('unmet'),
    'no-such-ruleset': 'unknown',
    nothing: 'unknown',
  },
  judge({ tls }, context) {
    return byRules(context, (rules) => {
      const rated = ratedCertificates(rules, tls.chain)
      const answer = worst(rules, rated, { address: tls.address })
      const known = tls.chain.every((each) => each.signedWith !== undefined) && rated.every(({ level }) => level)
      // Evidence of before says not how a certificate was signed, nor on which curve its key lies.
      return known || answer.reason === 'insufficient' ? answer : { reason: 'nothing', seen: answer.seen ?? {} }
    })
  },
})
