/**
 * The domain of the site is signed and the signatures are right (RFC 9364).
 * Trips on: a domain without DS record, a part of a signed domain that was handed on without one, signatures that do
 * not hold, its own or of the name it is an alias of, and (partly) keys that rest on SHA-1 alone, or a signed name that
 * is an alias of one that is not.
 */
import { defineCheck, shown } from '../reading/claims.ts'
import { clip } from '../../lib/headers.ts'

/** RFC 8624 §3.3: the digest of a key that its parent may not give any more. */
const SHA1 = 1
/** RFC 8624 §3.1: must not or better not be used to sign. */
const OUTDATED = new Set([1, 3, 5, 6, 7, 12])

export const dnssec = defineCheck({
  id: 'dnssec',
  needs: { dns: true },
  reasons: {
    secure: shown('met'),
    outdated: shown('partly'),
    'alias-insecure': shown('partly'),
    insecure: shown('unmet'),
    bogus: shown('unmet'),
    'alias-bogus': shown('unmet'),
    unvalidated: 'unknown',
    unseen: 'unknown',
  },
  judge({ dns }) {
    const algorithms = [...new Set(dns.ds.map(({ algorithm }) => algorithm))].toSorted((a, b) => a - b)
    const seen = { zone: dns.cut ?? dns.zone, algorithms: algorithms.join(', '), alias: clip(dns.cname.at(-1) ?? '') }
    const old = algorithms.every((each) => OUTDATED.has(each)) || dns.ds.every(({ digestType }) => digestType === SHA1)
    if (dns.dnssec === 'secure' && algorithms.length > 0 && old)
      return {
        reason: 'outdated',
        seen,
      }
    if (dns.dnssec === 'secure' && dns.vouched === false && dns.cname.length > 0)
      return { reason: 'alias-insecure', seen }
    if (dns.dnssec === 'bogus' && dns.brokenAt === 'alias') return { reason: 'alias-bogus', seen }
    return { reason: dns.dnssec, seen }
  },
})
