/**
 * The certificate is valid now and for some weeks to come, so that a renewal that failed is noticed in time.
 * Enough is 21 days, or a quarter of the whole lifetime if that is less: automatic renewal comes at a third, so a
 * certificate of 45 or 6 days that is renewed as it should never gets there.
 * A certificate above it that has ended closes the site just as well: each of the path must hold (RFC 5280 §6.1.3).
 * Trips on: a certificate that ended yesterday (unmet) or ends in two weeks (partly); an intermediate that ended.
 * Near miss: an old certificate that is sent along and that the path does without.
 */
import { clip } from '../../lib/headers.ts'
import { defineCheck, shown } from '../reading/claims.ts'

const DAY = 86_400_000
const ENOUGH = 21
/** OpenSSL's words for a date, of whichever certificate of the path it took. */
const DATES = ['CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID']

export const certificateLifetime = defineCheck({
  id: 'certificate-lifetime',
  needs: { tls: true },
  reasons: {
    enough: shown('met'),
    soon: shown('partly'),
    expired: shown('unmet'),
    'not-yet': shown('unmet'),
    'chain-expired': shown('unmet'),
    'chain-not-yet': shown('unmet'),
    unreadable: 'unknown',
  },
  judge({ tls }, { at }) {
    const [leaf, ...above] = tls.chain
    const now = Date.parse(at)
    const from = Date.parse(leaf?.notBefore ?? '')
    const until = Date.parse(leaf?.notAfter ?? '')
    if (!leaf || Number.isNaN(from) || Number.isNaN(until)) return { reason: 'unreadable' }
    const days = Math.floor((until - now) / DAY)
    const seen = { days: Math.abs(days), from: leaf.notBefore.slice(0, 10), until: leaf.notAfter.slice(0, 10) }
    if (until <= now) return { reason: 'expired', seen }
    if (from > now) return { reason: 'not-yet', seen }
    if (DATES.includes(tls.problem ?? '')) {
      const ended = above.find(({ notAfter }) => Date.parse(notAfter) <= now)
      const begins = above.find(({ notBefore }) => Date.parse(notBefore) > now)
      const [reason, its] = ended ? (['chain-expired', ended] as const) : (['chain-not-yet', begins] as const)
      if (!its) return { reason: 'unreadable' }
      const dates = { from: its.notBefore.slice(0, 10), until: its.notAfter.slice(0, 10) }
      return { reason, seen: { ...seen, ...dates, name: clip(its.subject) } }
    }
    return { reason: days >= Math.min(ENOUGH, Math.floor((until - from) / DAY / 4)) ? 'enough' : 'soon', seen }
  },
})
