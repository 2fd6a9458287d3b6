/**
 * The certificate is valid now and for some weeks to come, so that a renewal that failed is noticed in time.
 * Enough is 21 days, or a quarter of the whole lifetime if that is less: automatic renewal comes at a third, so a
 * certificate of 45 or 6 days that is renewed as it should never gets there.
 * Trips on: a certificate that ended yesterday (unmet) or ends in two weeks (partly).
 */
import { defineCheck, shown } from '../reading/claims.ts'

const DAY = 86_400_000
const ENOUGH = 21

export const certificateLifetime = defineCheck({
  id: 'certificate-lifetime',
  needs: { tls: true },
  reasons: {
    enough: shown('met'),
    soon: shown('partly'),
    expired: shown('unmet'),
    'not-yet': shown('unmet'),
    unreadable: 'unknown',
  },
  judge({ tls }, { at }) {
    const [leaf] = tls.chain
    const now = Date.parse(at)
    const from = Date.parse(leaf?.notBefore ?? '')
    const until = Date.parse(leaf?.notAfter ?? '')
    if (!leaf || Number.isNaN(from) || Number.isNaN(until)) return { reason: 'unreadable' }
    const days = Math.floor((until - now) / DAY)
    const seen = { days: Math.abs(days), from: leaf.notBefore.slice(0, 10), until: leaf.notAfter.slice(0, 10) }
    if (until <= now) return { reason: 'expired', seen }
    if (from > now) return { reason: 'not-yet', seen }
    return { reason: days >= Math.min(ENOUGH, Math.floor((until - from) / DAY / 4)) ? 'enough' : 'soon', seen }
  },
})
