/**
 * The website says in its own domain which certificate it shows (DANE, RFC 6698), and that is true.
 * Trips on: records that fit none of the certificates shown or that cannot be used (unmet), and (partly) records that
 * nobody can rely on because the zone is not signed. Near misses: no records at all, for browsers do not look at them;
 * a second record for the next certificate; a certificate that has since been renewed with the same key.
 */
import { defineCheck, shown } from '../reading/claims.ts'
import { daneOf } from '../reading/dane.ts'
import { clip } from '../../lib/headers.ts'

export const daneWeb = defineCheck({
  id: 'dane-web',
  needs: { dns: true, tls: true },
  reasons: {
    match: shown('met'),
    mismatch: shown('unmet'),
    unusable: shown('unmet'),
    insecure: shown('partly'),
    none: shown('not-applicable'),
    bogus: 'unknown',
    unseen: 'unknown',
  },
  judge({ dns, tls }) {
    if (!dns.tlsa) return { reason: 'unseen' }
    const { name, records } = dns.tlsa
    const details = records
      .slice(0, 20)
      .map((each) => clip(`${each.usage} ${each.selector} ${each.matching} ${each.data}`, 80))
    return {
      reason: daneOf(dns.tlsa, tls, { mail: false }),
      seen: { name: clip(name), count: records.length, details },
    }
  },
})
