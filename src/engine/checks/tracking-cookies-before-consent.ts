/**
 * Cookies that are known to be for analytics or marketing, whoever sets them, before consent (Telecommunicatiewet art.
 * 11.7a), by their exact name or their maker's pattern; or a long value that stays, at another party that follows
 * people. Statistics for the site alone (Matomo, Piwik …) may do without consent; settings decide, so that is
 * `unknown`. So is a cookie that no list knows and that could tell a visitor apart for a month or longer: it is named
 * as a doubt, beside what was found if there is more.
 * Trips on: `_ga`, `_fbp`, `s_vi`. Near misses: `PHPSESSID`, `_gateway`, `mijn_ga=aan`, `cookiekeuze=noodzakelijk` for
 * a year, `_pk_id.1.1fff`.
 */
import { defineCheck, shown, whole } from '../reading/claims.ts'
import { cookiePurpose, cookiesOf, tellCookie, tellNames, type Cookie, type Purpose } from '../reading/cookies.ts'
import { details } from '../reading/telling.ts'

export const trackingCookiesBeforeConsent = defineCheck({
  id: 'tracking-cookies-before-consent',
  needs: { session: ['before-consent'] },
  reasons: {
    none: whole('met', 'cookies'),
    'site-statistics': 'unknown',
    unlisted: 'unknown',
    found: shown('unmet'),
    'found-and-unlisted': shown('unmet'),
  },
  judge({ session }, { subject, lists }) {
    const cookies = cookiesOf(session, subject).map((each) => ({ ...each, purpose: cookiePurpose(lists, each) }))
    const of = (purpose: Purpose) => cookies.filter((cookie) => cookie.purpose === purpose)
    const [tracking, statistics, unlisted] = [of('tracking'), of('site-statistics'), of('unlisted')]
    const told = [tracking, unlisted, statistics].find((each) => each.length > 0)
    if (!told) return { reason: 'none', seen: { count: cookies.length, pages: session.length } }
    const names = (some: readonly Cookie[]) =>
      tellNames(
        some.map(({ cookie }) => cookie),
        lists,
      )
    const seen = {
      count: told.length,
      names: names(told),
      unlisted: names(unlisted),
      details: details([...tracking, ...statistics, ...unlisted].map((cookie) => tellCookie(cookie, lists))),
    }
    if (tracking.length > 0) return { reason: unlisted.length > 0 ? 'found-and-unlisted' : 'found', seen }
    return { reason: unlisted.length > 0 ? 'unlisted' : 'site-statistics', seen }
  },
})
