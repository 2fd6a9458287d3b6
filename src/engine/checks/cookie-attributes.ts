/**
 * Cookies by which the site itself knows who is logged in carry Secure, HttpOnly and SameSite (RFC 6265bis §4.1.2, §8).
 * Looked at: cookies set by a response header of the site's own registrable domain, that the browser kept, and that is
 * known by name as a session of the software that sets it; `options.names` adds names. A token against forgery is no
 * secret (scripts are meant to read it), a removal sets nothing, and a value that many visitors share is no session.
 *   unmet   Secure or HttpOnly missing on any of them      partly  only SameSite missing, or None
 * Trips on: `PHPSESSID=…` without more. Near misses: `author=…`, `heroku-session-affinity`, `XSRF-TOKEN`,
 * `PHPSESSID=deleted; Max-Age=0`.
 */
import { defineCheck, shown, whole } from '../reading/claims.ts'
import { isSession } from '../reading/cookies.ts'
import { details } from '../reading/telling.ts'
import { isOutside } from '../reading/visit.ts'
import type { CookieAttempt } from '../../model/evidence.ts'
import { clip } from '../../lib/headers.ts'

export const cookieAttributes = defineCheck({
  id: 'cookie-attributes',
  needs: { session: ['before-consent'] },
  reasons: {
    complete: whole('met', 'cookies'),
    'no-samesite': shown('partly'),
    incomplete: shown('unmet'),
    none: whole('not-applicable', 'cookies'),
  },
  judge({ session }, { subject, options, lists }) {
    const added = Array.isArray(options.names) ? options.names.map((name) => String(name).toLowerCase()) : []
    const cookies = session
      .flatMap(({ value }) => value.cookies)
      .filter((cookie) => {
        const own = session.some((page) => !isOutside(cookie.host, page, subject))
        const set = cookie.by === 'header' && cookie.blocked.length === 0 && cookie.lifetime !== 0
        return own && set && (added.includes(cookie.name.toLowerCase()) || isSession(lists, cookie))
      })
    if (cookies.length === 0) return { reason: 'none' }
    const looked = cookies.map((cookie) => ({ name: clip(cookie.name, 80), lacks: lacking(cookie) }))
    const faults = looked.filter(({ lacks }) => lacks.length > 0)
    const seen = {
      count: new Set(faults.map(({ name }) => name)).size,
      total: new Set(cookies.map(({ name }) => name)).size,
      details: details(faults.map(({ name, lacks }) => `${name}: ${lacks.join(', ')}`)),
    }
    if (faults.length === 0) return { reason: 'complete', seen }
    return {
      reason: faults.every(({ lacks }) => lacks.every((lack) => lack === 'SameSite')) ? 'no-samesite' : 'incomplete',
      seen,
    }
  },
})

function lacking(cookie: CookieAttempt): string[] {
  return [
    ...(cookie.secure ? [] : ['Secure']),
    ...(cookie.httpOnly ? [] : ['HttpOnly']),
    ...(/^(?:lax|strict)$/i.test(cookie.sameSite ?? '') ? [] : ['SameSite']),
  ]
}
