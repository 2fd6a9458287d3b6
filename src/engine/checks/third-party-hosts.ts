/**
 * Which other parties hear of a visit before anything was chosen: every request, redirect, frame, beacon and WebSocket
 * to another registrable domain (Public Suffix List). Information rather than a fault: a few are common, many are worth
 * a thought.
 * Trips on: four or more other domains. Near misses: `cdn.voorbeeld.nl` on `www.voorbeeld.nl`; a request that the
 * site's own CSP stopped.
 */
import { registrableDomain } from '../../lib/domain.ts'
import { defineCheck, shown, whole } from '../reading/claims.ts'
import { details, few, tellHost } from '../reading/telling.ts'
import { outsideRequests, unsureOf } from '../reading/visit.ts'

const FEW = 3

export const thirdPartyHosts = defineCheck({
  id: 'third-party-hosts',
  needs: { session: ['before-consent'] },
  reasons: { none: whole('met', 'requests'), few: whole('met', 'requests'), some: shown('partly') },
  judge({ session }, { subject, lists }) {
    const hosts = [...new Set(outsideRequests(session, subject).map(({ host }) => host))]
    const domains = [...new Set(hosts.map(registrableDomain))]
    const seen = {
      count: domains.length,
      pages: session.length,
      domains: few(domains),
      details: details(hosts.map((host) => tellHost(host, lists))),
    }
    if (domains.length > FEW) return { reason: 'some', seen }
    const unsure = unsureOf(session, subject, ({ host }) => !domains.includes(registrableDomain(host)))
    return { reason: domains.length === 0 ? 'none' : 'few', seen, unsure }
  },
})
