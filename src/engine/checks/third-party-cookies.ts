/**
 * Cookies that other parties try to set before consent, in the header of their answers or from their frames
 * (Telecommunicatiewet art. 11.7a). Counted is the attempt: browsers differ in what they refuse. A cookie that no
 * browser would keep is left out.
 *   tracking   its name is known as analytics or marketing, or a long lasting value at a party that follows people  
 * unmet
 *   lasting    purpose unknown, stays 30 days or more with a value of 8 characters or more  
 * partly
 *   not-known  purpose unknown and short, or statistics for the site alone  
 * unknown
 *   functional consent, captcha, payment, government, security, or known as functional  
 * met
 * Trips on: `IDE` from doubleclick.net. Near misses: `__cf_bm` from a CDN; `SameSite=Lax` from elsewhere, which
 * browsers drop.
 */
import { defineCheck } from '../../model/check.ts'
import {
  beforeConsent,
  cookiePurpose,
  cookiesOf,
  DAY,
  details,
  few,
  NOT_WHOLE,
  seenWhole,
  tellCookie,
} from '../reading/visit.ts'

export const thirdPartyCookies = defineCheck({
  id: 'third-party-cookies',
  needs: { session: true },
  reasons: {
    none: 'met',
    functional: 'met',
    'not-known': 'unknown',
    lasting: 'partly',
    tracking: 'unmet',
    ...NOT_WHOLE,
  },
  judge({ session }, { subject, lists }) {
    const pages = beforeConsent(session)
    const cookies = cookiesOf(pages, subject)
      .filter(({ outside }) => outside)
      .map((each) => {
        const purpose = cookiePurpose(lists, each)
        const lasting = purpose === 'unknown' && (each.cookie.lifetime ?? 0) >= 30 * DAY && each.cookie.valueLength >= 8
        if (lasting) return { ...each, reason: 'lasting' as const }
        return {
          ...each,
          reason: purpose === 'unknown' || purpose === 'site-statistics' ? ('not-known' as const) : purpose,
        }
      })
    const reason = (['tracking', 'lasting', 'not-known', 'functional'] as const).find((each) =>
      cookies.some((cookie) => cookie.reason === each),
    )
    if (!reason) return seenWhole(pages) ? { reason: 'none', seen: { pages: pages.length } } : { reason: 'partial' }
    const told = cookies.filter((cookie) => cookie.reason === reason)
    const names = few(told.map(({ cookie }) => cookie.name))
    const hosts = few(told.map(({ cookie }) => cookie.host))
    return { reason, seen: { count: told.length, names, hosts, details: details(told.map(tellCookie)) } }
  },
})
