/**
 * Who runs the name servers of the domain (RFC 1035 NS records). A fact about dependence, not a fault.
 * Trips on: a name server of a company whose parent lies outside the EEA. Near misses: a European company, own name
 * servers.
 */
import { defineCheck } from '../reading/claims.ts'
import { PROVIDED, providersOf } from '../reading/providers.ts'

export const hostingDns = defineCheck({
  id: 'hosting-dns',
  needs: { dns: true },
  reasons: { ...PROVIDED, 'no-names': 'unknown' },
  judge({ dns }, { lists }) {
    const names = dns.ns.map(({ host }) => ({ host, via: 'ns' }))
    if (names.length === 0) return { reason: 'no-names', seen: { details: [dns.zone] } }
    return providersOf(names, dns.zone, lists, { everyName: true })
  },
})
