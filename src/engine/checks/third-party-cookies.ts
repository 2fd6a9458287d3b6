/**
 * Cookies that other parties try to set before consent, in the header of their answers or from their frames
 * (Telecommunicatiewet art. 11.7a). Counted is the attempt: browsers differ in what they refuse. A cookie that no
 * browser would keep is left out.
 *   tracking   its name is known as analytics or marketing, or a long lasting value at a party that follows people  
 * unmet
 *   lasting    purpose unknown, stays 30 days or more with a value of 8 characters or more: a doubt  
 * unknown
 *   not-known  purpose unknown and short, or statistics for the site alone  
 * unknown
 *   functional consent, captcha, payment, government, security, or known as functional  
 * met
 * Trips on: `IDE` from doubleclick.net. Near misses: `__cf_bm` from a CDN; `SameSite=Lax` from elsewhere, which
 * browsers drop.
 */
import { defineCheck, shown, whole } from '../reading/claims.ts'
import { cookiePurpose, cookiesOf, tellCookie, tellNames, type Purpose } from '../reading/cookies.ts'
import { details, few } from '../reading/telling.ts'

const REASONS = {
  tracking: 'tracking',
  unlisted: 'lasting',
  unknown: 'not-known',
  'site-statistics': 'not-known',
  functional: 'functional',
} as const satisfies Record<Purpose, string>

export const thirdPartyCookies = defineCheck({
  id: 'third-party-cookies',
  needs: { session: ['before-consent'] },
  reasons: {
    none: whole('met', 'cookies'),
    functional: whole('met', 'cookies'),
    'not-known': 'unknown',
    lasting: 'unknown',
    tracking: shown('unmet'),
    'tracking-and-lasting': shown('unmet'),
  },
  judge({ session }, { subject, lists }) {
    const cookies = cookiesOf(session, subject)
      .filter(({ outside }) => outside)
      .map((each) => ({ ...each, reason: REASONS[cookiePurpose(lists, each)] }))
    const reason = (['tracking', 'lasting', 'not-known', 'functional'] as const).find((each) =>
      cookies.some((cookie) => cookie.reason === each),
    )
    if (!reason) return { reason: 'none', seen: { pages: session.length } }
    const told = cookies.filter((cookie) => cookie.reason === reason)
    const seen = {
      count: told.length,
      names: tellNames(
        told.map(({ cookie }) => cookie),
        lists,
      ),
      hosts: few(told.map(({ cookie }) => cookie.host)),
      others: tellNames(
        cookies.filter((each) => each.reason === 'lasting').map(({ cookie }) => cookie),
        lists,
      ),
      details: details(cookies.map((cookie) => tellCookie(cookie, lists))),
    }
    const mixed = reason === 'tracking' && cookies.some((cookie) => cookie.reason === 'lasting')
    return { reason: mixed ? 'tracking-and-lasting' : reason, seen }
  },
})
