/**
 * Who comes over http is taken to https by itself, first on the same host name (Stb. 2023, 179 art. 2 under b; NCSC web
 * application guidelines): only then the browser can remember https for the name that was typed.
 * Trips on: a site that shows itself over http, and on `http://a.nl → https://www.a.nl`.
 */
import { defineCheck, shown, whole } from '../reading/claims.ts'
import { hostOf } from '../../lib/domain.ts'
import { clip } from '../../lib/headers.ts'

export const httpsRedirect = defineCheck({
  id: 'https-redirect',
  needs: { http: true },
  reasons: {
    redirects: shown('met'),
    'no-http': shown('met'),
    'other-host': shown('partly'),
    detour: shown('partly'),
    // A page that was in the way, or that sends on by itself, may be all that stays.
    'stays-http': whole('unmet', 'plain-answer'),
    'error-page': 'unknown',
    'not-seen': 'unknown',
  },
  judge({ http }) {
    if (!http.plain.seen) {
      // Nothing listens on port 80 while https answers: nothing can leak.
      if (http.plain.why === 'unreachable' && http.secure.seen) return { reason: 'no-http' }
      return { reason: 'not-seen', seen: { why: http.plain.why } }
    }
    const { hops } = http.plain.value
    const [first, second] = hops
    const last = hops.at(-1)
    if (!first || !last) return { reason: 'not-seen', seen: { why: 'empty' } }
    const seen = { url: clip(last.url), details: hops.slice(0, 20).map(({ status, url }) => clip(`${status} ${url}`)) }
    if (!last.url.startsWith('https:')) return { reason: last.status >= 400 ? 'error-page' : 'stays-http', seen }
    const sameHost = second !== undefined && hostOf(second.url) === hostOf(first.url)
    const told = { ...seen, second: clip(second?.url ?? '') }
    if (!second?.url.startsWith('https:')) return { reason: 'detour', seen: told }
    return { reason: sameHost ? 'redirects' : 'other-host', seen: told }
  },
})
