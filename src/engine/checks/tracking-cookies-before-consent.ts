/**
 * Cookies that are known to be for analytics or marketing, whoever sets them, before consent (Telecommunicatiewet art.
 * 11.7a).
 * A name that no list knows is not counted, unless another party that follows people gives it a long value that lasts.
 * Statistics for the site alone (Matomo, Piwik …) may do without consent; settings decide, so that is `unknown`.
 * Trips on: `_ga`, `_fbp`. Near misses: `PHPSESSID`, `CookieConsent`, `mijn_ga`, `_pk_id.1.1fff`.
 */
import { defineCheck, shown, whole } from '../reading/claims.ts'
import { cookiePurpose, cookiesOf, details, few, tellCookie } from '../reading/visit.ts'

export const trackingCookiesBeforeConsent = defineCheck({
  id: 'tracking-cookies-before-consent',
  needs: { session: ['before-consent'] },
  reasons: { none: whole('met', 'cookies'), 'site-statistics': 'unknown', found: shown('unmet') },
  judge({ session }, { subject, lists }) {
    const cookies = cookiesOf(session, subject).map((each) => ({ ...each, purpose: cookiePurpose(lists, each) }))
    for (const [purpose, reason] of [
      ['tracking', 'found'],
      ['site-statistics', 'site-statistics'],
    ] as const) {
      const told = cookies.filter((cookie) => cookie.purpose === purpose)
      if (told.length === 0) continue
      const names = few(told.map(({ cookie }) => cookie.name))
      return { reason, seen: { count: told.length, names, details: details(told.map(tellCookie)) } }
    }
    return { reason: 'none', seen: { count: cookies.length, pages: session.length } }
  },
})
