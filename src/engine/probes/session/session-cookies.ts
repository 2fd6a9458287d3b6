/** Cookies: the attempt in a Set-Cookie header, and what scripts left in the jar. */
import { clean } from '../../../lib/clean.ts'
import { cookieDate } from '../../../lib/cookie-date.ts'
import type { CookieAttempt } from '../../../model/evidence.ts'
import { kindOf } from '../../reading/value-kind.ts'

/**
 * One Set-Cookie line (RFC 6265 §5.2) as sent by `host` at `at` (ms since 1970); undefined where a browser ignores it.
 * The lifetime is the one that was asked for; 0: it asks to remove the cookie.
 */
export function parseSetCookie(line: string, host: string, at: number): Omit<CookieAttempt, 'blocked'> | undefined {
  const [pair = '', ...attributes] = line.split(';').slice(0, 30)
  const equals = pair.indexOf('=')
  const name = (equals < 0 ? '' : pair.slice(0, equals)).trim()
  const value = pair.slice(equals + 1).trim()
  if (!name && !value) return undefined
  // The last of a repeated attribute counts.
  const given = new Map(
    attributes.map((attribute) => {
      const end = attribute.indexOf('=')
      return end < 0
        ? [attribute.trim().toLowerCase(), '']
        : [attribute.slice(0, end).trim().toLowerCase(), attribute.slice(end + 1).trim()]
    }),
  )
  return {
    name: clean(name, 200),
    host,
    domain: cleanOrNull(given.get('domain')?.replace(/^\./, '').toLowerCase()),
    by: 'header',
    lifetime: lifetime(given, at),
    secure: given.has('secure'),
    httpOnly: given.has('httponly'),
    sameSite: cleanOrNull(given.get('samesite')),
    partitioned: given.has('partitioned'),
    valueLength: value.length,
    valueKind: kindOf(value),
  }
}

const cleanOrNull = (text: string | undefined) => (text ? clean(text, 255) : null)

/** Max-Age wins over Expires; what cannot be read counts as not given. */
function lifetime(given: ReadonlyMap<string, string>, at: number): number | null {
  const age = given.get('max-age')
  if (age !== undefined && /^-?\d+$/.test(age)) return Math.min(Math.max(0, Number(age)), Number.MAX_SAFE_INTEGER)
  const expires = cookieDate(given.get('expires') ?? '')
  return expires === null ? null : Math.max(0, Math.round((expires - at) / 1000))
}

/** A cookie in the jar, as CDP gives it; `expires` in seconds since 1970, -1 for a session cookie. */
export type JarCookie = {
  name: string
  value: string
  domain: string
  expires: number
  httpOnly: boolean
  secure: boolean
  sameSite?: string
  partitionKey?: unknown
}

/**
 * The cookies in the jar that no header tried to set: a script did. Their lifetime is the jar's, which the browser caps
 * at 400 days. `hosts`: those of the page's frames, the page itself first; the one that can have set it is named.
 */
export function scriptCookies(
  jar: readonly JarCookie[],
  byHeader: readonly CookieAttempt[],
  hosts: readonly string[],
  now: number,
): CookieAttempt[] {
  const bare = (domain: string) => domain.replace(/^\./, '').toLowerCase()
  const sent = new Set(
    byHeader.filter((one) => one.blocked.length === 0).map((one) => `${one.name} ${one.domain ?? one.host}`),
  )
  return jar
    .filter((one) => !one.httpOnly && !sent.has(`${clean(one.name, 200)} ${bare(one.domain)}`))
    .map((one) => {
      const domain = bare(one.domain)
      const host =
        hosts.find((name) => name === domain || (one.domain.startsWith('.') && name.endsWith(`.${domain}`))) ?? domain
      return {
        name: clean(one.name, 200),
        host,
        domain: one.domain.startsWith('.') ? domain : null,
        by: 'script',
        lifetime: one.expires < 0 ? null : Math.max(0, Math.round(one.expires - now / 1000)),
        secure: one.secure,
        httpOnly: one.httpOnly,
        sameSite: one.sameSite ?? null,
        partitioned: one.partitionKey !== undefined,
        blocked: [],
        valueLength: one.value.length,
        valueKind: kindOf(one.value),
      }
    })
}
