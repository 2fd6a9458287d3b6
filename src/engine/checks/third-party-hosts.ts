/**
 * Which other parties hear of a visit before anything was chosen: every request, redirect, frame, beacon and WebSocket
 * to another registrable domain (Public Suffix List). Information rather than a fault: a few are common, many are worth
 * a thought.
 * Trips on: four or more other domains. Near misses: `cdn.voorbeeld.nl` on `www.voorbeeld.nl`; a request that the
 * site's own CSP stopped.
 */
import { registrableDomain } from '../../lib/domain.ts'
import { defineCheck } from '../../model/check.ts'
import { beforeConsent, details, few, NOT_WHOLE, outsideRequests, seenWhole, tellHost } from '../reading/visit.ts'

const FEW = 3

export const thirdPartyHosts = defineCheck({
  id: 'third-party-hosts',
  needs: { session: true },
  reasons: { none: 'met', few: 'met', some: 'partly', ...NOT_WHOLE },
  judge({ session }, { subject, lists }) {
    const pages = beforeConsent(session)
    const hosts = [...new Set(outsideRequests(pages, subject).map(({ host }) => host))]
    const domains = [...new Set(hosts.map(registrableDomain))]
    const seen = {
      count: domains.length,
      pages: pages.length,
      domains: few(domains),
      details: details(hosts.map((host) => tellHost(host, lists))),
    }
    if (domains.length > FEW) return { reason: 'some', seen }
    if (!seenWhole(pages)) return { reason: 'partial', seen }
    return { reason: domains.length === 0 ? 'none' : 'few', seen }
  },
})
