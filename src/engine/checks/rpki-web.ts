/**
 * The routes to the website are announced by whom the holder of the addresses allows (RPKI, RFC 6811).
 * Trips on: a route that nobody allowed while others are (invalid), addresses of which the holder says nothing (none),
 * and (partly) some of them. Near misses: a route that is allowed by one of several authorisations; a wider
 * authorisation with a greater length; an installation without a validator's data, which knows nothing.
 */
import { defineCheck, whole } from '../reading/claims.ts'
import { ROUTED, routed } from '../reading/routed.ts'

export const rpkiWeb = defineCheck({
  id: 'rpki-web',
  needs: { dns: true },
  reasons: { ...ROUTED, valid: whole('met', 'addresses', 'ipv6') },
  judge: ({ dns }) => routed(dns.routes, 'web', [...dns.a, ...dns.aaaa]),
})
