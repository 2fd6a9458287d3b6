/**
 * The domain of the site is signed and the signatures are right (RFC 9364).
 * Trips on: a domain without DS record, signatures that do not hold, and (partly) keys that rest on SHA-1 alone.
 */
import { defineCheck, shown } from '../reading/claims.ts'

/** RFC 8624 §3.1: must not or better not be used to sign. */
const OUTDATED = new Set([1, 3, 5, 6, 7, 12])

export const dnssec = defineCheck({
  id: 'dnssec',
  needs: { dns: true },
  reasons: {
    secure: shown('met'),
    outdated: shown('partly'),
    insecure: shown('unmet'),
    bogus: shown('unmet'),
    unvalidated: 'unknown',
  },
  judge({ dns }) {
    const algorithms = [...new Set(dns.ds.map(({ algorithm }) => algorithm))].toSorted((a, b) => a - b)
    const seen = { zone: dns.zone, algorithms: algorithms.join(', ') }
    if (dns.dnssec === 'secure' && algorithms.length > 0 && algorithms.every((each) => OUTDATED.has(each)))
      return {
        reason: 'outdated',
        seen,
      }
    return { reason: dns.dnssec, seen }
  },
})
