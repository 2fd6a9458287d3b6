/**
 * The site answers over https (RFC 9110 §4.2.2, Stb. 2023, 179 art. 2).
 * Trips on: port 443 that refuses while port 80 answers, or answers without TLS, and on https that sends its visitors
 * back to http.
 */
import { answersWithoutTls } from '../reading/no-tls.ts'
import { defineCheck, shown } from '../reading/claims.ts'
import { hostOf, sameParty } from '../../lib/domain.ts'
import { clip } from '../../lib/headers.ts'

export const httpsReachable = defineCheck({
  id: 'https-reachable',
  needs: { http: true },
  reasons: {
    reachable: shown('met'),
    'not-trusted': shown('partly'),
    downgrades: shown('unmet'),
    'not-offered': shown('unmet'),
    'no-tls': shown('unmet'),
    'not-seen': 'unknown',
  },
  judge({ http }, { subject }) {
    if (http.secure.seen) {
      const { hops } = http.secure.value
      const back = hops.find(({ url }) => url.startsWith('http:') && sameParty(hostOf(url) ?? '', subject.address))
      if (back)
        return {
          reason: 'downgrades',
          seen: { url: clip(back.url), details: hops.slice(0, 20).map(({ url }) => clip(url)) },
        }
      return hops[0]
        ? { reason: 'reachable', seen: { url: clip(hops[0].url) } }
        : {
            reason: 'not-seen',
            seen: { why: 'empty' },
          }
    }
    const { why, detail } = http.secure
    // Something answers on the port of https, and not in TLS: no browser gets further there.
    if (answersWithoutTls(http.secure)) return { reason: 'no-tls', seen: { host: subject.address, why: clip(detail) } }
    // A server does speak TLS there; what is wrong with it is told by the certificate and version checks.
    if (why === 'tls-failed') return { reason: 'not-trusted', seen: { why: clip(detail) } }
    // A closed port beside an open one is the site's choice. Both silent, or a timeout, may just as well be our side.
    if (why === 'unreachable' && http.plain.seen) return { reason: 'not-offered', seen: { host: subject.address } }
    return { reason: 'not-seen', seen: { why } }
  },
})
