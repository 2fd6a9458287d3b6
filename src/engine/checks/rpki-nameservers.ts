/**
 * The routes to the name servers are announced by whom the holder of the addresses allows (RPKI, RFC 6811): who takes
 * such a route over decides where every visitor and every mail goes.
 * Trips on, and near misses: as of the website itself.
 */
import { defineCheck, whole } from '../reading/claims.ts'
import { ROUTED, routed } from '../reading/routed.ts'

export const rpkiNameservers = defineCheck({
  id: 'rpki-nameservers',
  needs: { dns: true },
  reasons: { ...ROUTED, valid: whole('met', 'nameservers') },
  judge: ({ dns }) =>
    routed(
      dns.routes,
      'nameserver',
      dns.ns.flatMap(({ a, aaaa }) => [...a, ...aaaa]),
    ),
})
