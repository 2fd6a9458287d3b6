/**
 * Strict-Transport-Security (RFC 6797): a browser that has been here once comes back over https only.
 * Judged on the first answer of https://host/, not on the last: the header binds the host that sends it.
 * Trips on: `max-age=300`, `max-age=0`, a directive that is given twice, and on no header at all on the https answer.
 */
import { defineCheck, whole } from '../reading/claims.ts'
import { readHsts } from '../reading/hsts.ts'
import { clip, linesOf } from '../../lib/headers.ts'

/** What Internet.nl and the Dutch government ask, in seconds. */
const YEAR = 31_536_000

export const hsts = defineCheck({
  id: 'hsts',
  needs: { http: true },
  reasons: {
    present: whole('met', 'answer'),
    short: whole('partly', 'answer'),
    missing: whole('unmet', 'answer'),
    off: whole('unmet', 'answer'),
    invalid: whole('unmet', 'answer'),
    'error-page': 'unknown',
    'no-https': 'unknown',
  },
  judge({ http }) {
    const hop = http.secure.seen ? http.secure.value.hops[0] : undefined
    // RFC 6797 §7.2: over http the header means nothing. That https is missing is told by https-reachable.
    if (!hop) return { reason: 'no-https' }
    const url = clip(hop.url)
    // RFC 6797 §8.1: only the first header counts.
    const [header] = linesOf(hop.headers, 'strict-transport-security')
    // Many servers leave the header out of error answers, and a wall in front of a site sends its own.
    if (header === undefined)
      return {
        reason: hop.status >= 400 ? 'error-page' : 'missing',
        seen: { url, status: hop.status },
      }
    const read = readHsts(header)
    if (read === null) return { reason: 'invalid', seen: { header: clip(header), url } }
    const seen = { days: Math.floor(read.maxAge / 86_400), header: clip(header), url }
    if (read.maxAge === 0) return { reason: 'off', seen }
    return { reason: read.maxAge >= YEAR ? 'present' : 'short', seen }
  },
})
