/**
 * A signed zone keeps its signatures well: they hold for more than a day yet, and absence is proven without extra
 * rounds (RFC 9276 §3.1).
 * Trips on (partly): a signature that was made to last and ends within a day, or a fourteenth of its life: what signs
 * by itself has renewed it by then (OpenDNSSEC three days before the end, Knot a tenth of the life and a margin);
 * rounds of NSEC3 above 0. Near misses: name servers that sign anew each day, whose signatures never last longer; a
 * zone without NSEC3; a zone that is not signed, which `dnssec` tells.
 */
import { defineCheck, shown } from '../reading/claims.ts'

const DAY = 86_400_000
/** Of its life, at most a day. */
const SOON = 1 / 14
/** Signatures of a shorter life are made anew so often that their end is no sign of neglect. */
const LASTING = 7 * DAY

export const dnssecUpkeep = defineCheck({
  id: 'dnssec-upkeep',
  needs: { dns: true },
  reasons: {
    kept: shown('met'),
    'ends-soon': shown('partly'),
    iterations: shown('partly'),
    'not-signed': shown('not-applicable'),
    unseen: 'unknown',
  },
  judge({ dns }, { at }) {
    const { upkeep } = dns
    const zone = dns.cut ?? dns.zone
    if (dns.dnssec === 'insecure') return { reason: 'not-signed', seen: { zone } }
    if (dns.dnssec !== 'secure' || !upkeep || upkeep.first === null) return { reason: 'unseen', seen: { zone } }
    const { from, until } = upkeep.first
    const left = Date.parse(until) - Date.parse(at)
    const seen = {
      zone,
      until,
      days: Math.max(0, Math.floor(left / DAY)),
      count: upkeep.iterations ?? 0,
      algorithms: upkeep.algorithms.join(', '),
    }
    const life = Date.parse(until) - Date.parse(from)
    if (left < Math.min(DAY, life * SOON) && life > LASTING) return { reason: 'ends-soon', seen }
    return { reason: (upkeep.iterations ?? 0) > 0 ? 'iterations' : 'kept', seen }
  },
})
