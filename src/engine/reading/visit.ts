/**
 * What checks of visited pages share: who is another party, what really left for it, and what a cookie is known to be
 * for.
 */
import { hostOf, registrableDomain } from '../../lib/domain.ts'
import { clip } from '../../lib/headers.ts'
import type { CookieAttempt, Request, Session, Sighting } from '../../model/evidence.ts'
import type { Lists, Owner, OwnerCategory } from '../../model/lists.ts'
import type { Subject } from '../../model/subject.ts'

export type Page = Sighting<Session>
/** A request to another party than the site itself. */
export type Outside = { readonly page: Page; readonly request: Request; readonly host: string }

/** Registrable domains of the site itself on this page: that of its name, and the one its redirects end at. */
function ownDomains({ value }: Page, subject: Subject): ReadonlySet<string> {
  return new Set([subject.address, hostOf(value.finalUrl) ?? subject.address].map(registrableDomain))
}

/**
 * Whether a host belongs to another party than the site. A second domain of the same organisation counts as another.
 */
export const isOutside = (host: string, page: Page, subject: Subject): boolean =>
  host !== '' && !ownDomains(page, subject).has(registrableDomain(host))

/**
 * What the browser, or the site's own policy, kept from leaving; and names that do not exist. Nobody heard of those.
 */
const NEVER_LEFT =
  /\((?:csp|mixed-content|inspector|subresource-filter)\)|ERR_NAME_NOT_RESOLVED|ERR_BLOCKED_BY_(?:CLIENT|CSP)/i

/** Requests that left for other parties, in order. */
export function outsideRequests(pages: readonly Page[], subject: Subject): Outside[] {
  return pages.flatMap((page) => {
    const own = ownDomains(page, subject)
    return page.value.requests.flatMap((request) => {
      const host = hostOf(request.url)
      const outside = host !== undefined && !own.has(registrableDomain(host)) && !NEVER_LEFT.test(request.failed ?? '')
      return outside ? [{ page, request, host }] : []
    })
  })
}

/** Refusals that depend on the settings of this browser; with any other refusal no browser would keep the cookie. */
const BY_SETTING = new Set([
  'UserPreferences',
  'ThirdPartyPhaseout',
  'ThirdPartyBlockedInFirstPartySet',
  'SameSiteUnspecifiedTreatedAsLax',
  'SchemefulSameSiteUnspecifiedTreatedAsLax',
  'SameSiteNoneInsecure',
])

export type Cookie = { readonly cookie: CookieAttempt; readonly page: Page; readonly outside: boolean }

/** Cookies that were set, or would have been with other settings, once per name and host. Removals are left out. */
export function cookiesOf(pages: readonly Page[], subject: Subject): Cookie[] {
  const found = new Map<string, Cookie>()
  for (const page of pages) {
    for (const cookie of page.value.cookies) {
      if (cookie.lifetime === 0 || !cookie.blocked.every((why) => BY_SETTING.has(why))) continue
      const key = `${cookie.name}\t${cookie.host}`
      const before = found.get(key)?.cookie
      if (before && (cookie.lifetime ?? 0) <= (before.lifetime ?? 0)) continue
      found.set(key, { cookie, page, outside: isOutside(cookie.host, page, subject) })
    }
  }
  return [...found.values()]
}

/**
 * Software that counts visits for the site alone. Whether consent is needed depends on settings nobody sees from
 * outside.
 */
const SITE_STATISTICS = new Set([
  'Matomo',
  'Piwik',
  'Plausible Analytics',
  'Fathom Analytics',
  'Umami',
  'Ahoy',
  'AT Internet',
  'Siteimprove',
  'Dynatrace',
])
/** Services that live by knowing who looks where. */
const FOLLOWING: ReadonlySet<OwnerCategory> = new Set(['advertising', 'analytics', 'social', 'video'])
/** Services a page needs for what its visitor asked. */
const SERVING: ReadonlySet<OwnerCategory> = new Set(['consent', 'captcha', 'payment', 'government'])

export const DAY = 86_400
/** From here on a value can tell one visitor from all others and be met again next month. */
const LASTING = { days: 30, length: 16 }

export type Purpose = 'tracking' | 'site-statistics' | 'functional' | 'unknown'

/**
 * What something kept in the browser is for. By its name if that is known; else by the party that keeps it: a long
 * value that stays (`lasting`) at a party that follows people is tracking. All else is unknown, which is never held
 * against a site.
 */
export function purposeOf(lists: Lists, name: string, host: string, outside: boolean, lasting: boolean): Purpose {
  const known = lists.cookie(name, host)
  if (known) {
    if (known.category !== 'analytics' && known.category !== 'marketing') return 'functional'
    return known.category === 'analytics' && SITE_STATISTICS.has(known.platform) ? 'site-statistics' : 'tracking'
  }
  const owner = outside ? lists.owner(host) : undefined
  if (!owner) return 'unknown'
  if (SERVING.has(owner.category)) return 'functional'
  if (!FOLLOWING.has(owner.category) || !lasting) return 'unknown'
  return owner.category === 'analytics' && lists.inEea(owner.country) ? 'site-statistics' : 'tracking'
}

/** What a cookie is for, by the lists. */
export const cookiePurpose = (lists: Lists, { cookie, outside }: Cookie): Purpose =>
  purposeOf(
    lists,
    cookie.name,
    cookie.host,
    outside,
    (cookie.lifetime ?? 0) >= LASTING.days * DAY && cookie.valueLength >= LASTING.length,
  )

/**
 * Whether a listed request serves the visitor or the public, such as the tool that asks for consent counting its
 * answers.
 */
export const serves = (owner: Owner | undefined): boolean => owner !== undefined && SERVING.has(owner.category)

/** A cookie as one line: name, host and days. */
export const tellCookie = ({ cookie }: Pick<Cookie, 'cookie'>): string =>
  `${cookie.name} (${cookie.host}): ${cookie.lifetime === null ? 'session' : `${Math.round(cookie.lifetime / DAY)} d`}`

/** Different lines, at most 20 of 300 characters: what a finding may carry. */
export const details = (lines: readonly string[]): string[] =>
  [...new Set(lines.map((line) => clip(line)))].slice(0, 20)

/** The first five different words as one text, the number of the others behind it. */
export function few(words: readonly string[]): string {
  const all = [...new Set(words)]
  return clip(all.slice(0, 5).join(', ') + (all.length > 5 ? ` (+${all.length - 5})` : ''), 250)
}

/** A host with the service it is known to be. */
export function tellHost(host: string, lists: Lists): string {
  const owner = lists.owner(host)
  return owner ? `${host} (${owner.service})` : host
}
