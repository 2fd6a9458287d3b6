/**
 * The site has an IPv6 address (RFC 8200) and answers there: visitors who have no IPv4 of their own reach it without a
 * detour.
 * Trips on: a host with A records only or an IPv6 address that nobody can reach (private, mapped, documentation's), and
 * (partly) with one that does not answer while IPv4 does. Near miss: an address that nobody tried, which is unknown.
 */
import { defineCheck, shown, whole } from '../reading/claims.ts'
import { publicSix } from '../reading/public-six.ts'

export const ipv6Web = defineCheck({
  id: 'ipv6-web',
  needs: { dns: true },
  reasons: {
    present: shown('met'),
    untried: 'unknown',
    silent: shown('partly'),
    'not-public': shown('unmet'),
    missing: whole('unmet', 'ipv6'),
    'no-address': 'unknown',
  },
  judge({ dns }) {
    const own = dns.aaaa.filter(publicSix(dns))
    const seen = { host: dns.host, details: (dns.aaaa.length > 0 ? dns.aaaa : dns.a).slice(0, 20) }
    if (own.length > 0) return { reason: WORDS[dns.overSix ?? 'untried'], seen }
    if (dns.aaaa.length > 0) return { reason: 'not-public', seen }
    return { reason: dns.a.length > 0 ? 'missing' : 'no-address', seen }
  },
})

const WORDS = { answers: 'present', silent: 'silent', untried: 'untried' } as const
