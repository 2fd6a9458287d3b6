/**
 * How long cookies stay that are not functional: no longer than thirteen months, the term CNIL and other supervisors
 * use for statistics (the law gives no number; AVG art. 5 lid 1 onder e asks for no longer than needed). The lifetime
 * is the one that was asked for; of a cookie that a script set only the browser's 400 days at most can be known, which
 * is also too long.
 * Trips on: `_ga` for two years. Near misses: session cookies, a language choice for five years, thirteen months
 * exactly.
 */
import { defineCheck, shown, whole } from '../reading/claims.ts'
import { cookiePurpose, cookiesOf, DAY, tellCookie, tellNames, type Cookie } from '../reading/cookies.ts'
import { details } from '../reading/telling.ts'

const ORDER = [
  ['tracking', 'long'],
  ['site-statistics', 'long-statistics'],
  ['unlisted', 'long-unknown'],
  ['unknown', 'long-unknown'],
] as const
/** Thirteen months of at most 31 + 365 days. */
const MAX_DAYS = 396

export const cookieLifetime = defineCheck({
  id: 'cookie-lifetime',
  needs: { session: ['before-consent'] },
  reasons: {
    none: whole('not-applicable', 'cookies'),
    short: whole('met', 'cookies'),
    'long-unknown': 'unknown',
    'long-statistics': shown('partly'),
    long: shown('unmet'),
  },
  judge({ session }, { subject, lists }) {
    const cookies = cookiesOf(session, subject).map((each) => ({ ...each, purpose: cookiePurpose(lists, each) }))
    const tell = (each: Cookie) => tellCookie(each, lists)
    if (cookies.length === 0) return { reason: 'none' }
    const long = cookies.filter(
      ({ cookie, purpose }) => purpose !== 'functional' && (cookie.lifetime ?? 0) > MAX_DAYS * DAY,
    )
    for (const [purpose, reason] of ORDER) {
      const told = long.filter((cookie) => cookie.purpose === purpose)
      if (told.length === 0) continue
      const days = Math.round(Math.max(...told.map(({ cookie }) => cookie.lifetime ?? 0)) / DAY)
      const names = tellNames(
        told.map(({ cookie }) => cookie),
        lists,
      )
      return { reason, seen: { count: told.length, days, names, details: details(long.map(tell)) } }
    }
    return { reason: 'short', seen: { count: cookies.length, details: details(cookies.map(tell)) } }
  },
})
