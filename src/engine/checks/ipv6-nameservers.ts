/**
 * At least two name servers of the domain have an IPv6 address, as Internet.nl asks: the name can be looked up without
 * IPv4, also when one of them is down.
 * Trips on: name servers with A records or addresses that are not public only (unmet), or only one with AAAA (partly).
 */
import { defineCheck, shown, whole } from '../reading/claims.ts'
import { publicSix } from '../reading/public-six.ts'
import { clip } from '../../lib/headers.ts'

export const ipv6Nameservers = defineCheck({
  id: 'ipv6-nameservers',
  needs: { dns: true },
  reasons: {
    enough: shown('met'),
    one: whole('partly', 'nameservers'),
    none: whole('unmet', 'nameservers'),
    'no-nameservers': 'unknown',
  },
  judge({ dns }) {
    if (dns.ns.length === 0) return { reason: 'no-nameservers', seen: { zone: dns.zone } }
    const modern = dns.ns.filter(({ aaaa }) => aaaa.some(publicSix(dns)))
    const details = dns.ns.slice(0, 20).map(({ host, aaaa }) => clip(`${host}: ${aaaa.join(', ') || '–'}`))
    const seen = { zone: dns.zone, count: modern.length, total: dns.ns.length, details }
    if (modern.length >= 2) return { reason: 'enough', seen }
    return { reason: modern.length === 1 ? 'one' : 'none', seen }
  },
})
