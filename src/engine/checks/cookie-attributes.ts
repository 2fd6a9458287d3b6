/**
 * Cookies by which the site itself knows who is logged in carry Secure, HttpOnly and SameSite (RFC 6265bis §4.1.2, §8).
 * Looked at: cookies set by a response header of the site's own registrable domain, that the browser kept, and whose
 * name says session, login or forgery protection; `options.names` adds names. A name the lists know as statistics or
 * marketing is left out. A forgery token may be read by scripts (it is often meant to), so HttpOnly is not asked of it.
 *   unmet   Secure or HttpOnly missing on any of them      partly  only SameSite missing, or None
 * Trips on: `PHPSESSID=…` without more. Near misses: `author=…`, `_hjSessionUser_1` set by a script, `XSRF-TOKEN`
 * without HttpOnly.
 */
import { defineCheck, shown, whole } from '../reading/claims.ts'
import type { CookieAttempt } from '../../model/evidence.ts'
import { sameParty } from '../../lib/domain.ts'
import { clip } from '../../lib/headers.ts'

/** What names of session cookies look like, in lower case: `phpsessid`, `laravel_session`, `connect.sid`. */
const SESSION = [
  /sess(?:ion)?(?:$|[^a-z]|id)/,
  /(?:^|[^a-z])s?sid$/,
  /^(?:cfid|cftoken)$/,
  /(?:^|[^a-z])(?:auth|login|logged_in|jwt|token)(?:$|[^a-z])/,
]
const FORGERY = /csrf|xsrf|requestverificationtoken/

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
        const name = cookie.name.slice(0, 200).toLowerCase()
        const known = lists.cookie(cookie.name, cookie.host)?.category
        return (
          cookie.by === 'header' &&
          cookie.blocked.length === 0 &&
          sameParty(cookie.host, subject.address) &&
          known !== 'analytics' &&
          known !== 'marketing' &&
          (added.includes(name) || SESSION.some((each) => each.test(name)) || FORGERY.test(name))
        )
      })
    if (cookies.length === 0) return { reason: 'none' }
    const looked = cookies.map((cookie) => ({ name: clip(cookie.name, 80), lacks: lacking(cookie) }))
    const faults = looked.filter(({ lacks }) => lacks.length > 0)
    const details = [...new Set(faults.map(({ name, lacks }) => `${name}: ${lacks.join(', ')}`))]
    const seen = {
      count: new Set(faults.map(({ name }) => name)).size,
      total: new Set(cookies.map(({ name }) => name)).size,
      details: details.slice(0, 20),
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
    ...(cookie.httpOnly || FORGERY.test(cookie.name.toLowerCase()) ? [] : ['HttpOnly']),
    ...(/^(?:lax|strict)$/i.test(cookie.sameSite ?? '') ? [] : ['SameSite']),
  ]
}
