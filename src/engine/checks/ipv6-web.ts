/**
 * The site has an IPv6 address (RFC 8200): visitors who have no IPv4 of their own reach it without a detour.
 * Trips on: a host with A records only. Near miss: an AAAA that maps an IPv4 address (`::ffff:192.0.2.1`) does not
 * count.
 */
import { defineCheck, shown } from '../reading/claims.ts'

export const ipv6Web = defineCheck({
  id: 'ipv6-web',
  needs: { dns: true },
  reasons: { present: shown('met'), missing: shown('unmet'), 'no-address': 'unknown' },
  judge({ dns }) {
    const own = dns.aaaa.filter((address) => !address.toLowerCase().startsWith('::ffff:'))
    const seen = { host: dns.host, details: own.slice(0, 20) }
    if (own.length > 0) return { reason: 'present', seen }
    return {
      reason: dns.a.length > 0 ? 'missing' : 'no-address',
      seen: { host: dns.host, details: dns.a.slice(0, 20) },
    }
  },
})
