/** What is kept in a browser: which cookies were really set, by whom, and what each is known to be for. */
import type { CookieAttempt, ValueKind } from '../../model/evidence.ts'
import type { Lists, OwnerCategory } from '../../model/lists.ts'
import type { Subject } from '../../model/subject.ts'
import { few } from './telling.ts'
import { isOutside, serves, type Page } from './visit.ts'

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

/**
 * Cookies that were set, or would have been with other settings, once per name and host, in order of name. Removals
 * are left out.
 */
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
  return [...found].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, cookie]) => cookie)
}

/** A cookie by which the site knows who is logged in: by the maker's name for it, unless it only keeps a choice. */
export function isSession(lists: Lists, { name, host, valueKind }: CookieAttempt): boolean {
  const choice = valueKind === 'choice' || valueKind === 'empty'
  return !choice && lists.cookie(name, host)?.role === 'session'
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
  'Microsoft Azure App Insights',
])
/** Services that live by knowing who looks where. */
const FOLLOWING: ReadonlySet<OwnerCategory> = new Set(['advertising', 'analytics', 'social', 'video'])

export const DAY = 86_400
/** From here on a value can tell one visitor from all others and be met again next month. */
const LASTING = { days: 30, length: 16, least: 8 }

/** `unlisted`: nobody knows it, and it could tell a visitor apart for a month or longer: a doubt, never a fault. */
export type Purpose = 'tracking' | 'site-statistics' | 'functional' | 'unlisted' | 'unknown'

export type Kept = {
  readonly name: string
  readonly host: string
  /** Another party than the site keeps it. */
  readonly outside: boolean
  /** It can be met again next month. */
  readonly stays: boolean
  readonly valueLength: number
  readonly valueKind?: ValueKind | undefined
}

/**
 * What something kept in the browser is for. By its name if that is known; else by its value: what many visitors share
 * is a choice; else by the party that keeps it: a long value that stays, at a party that follows people, is tracking.
 */
export function purposeOf(lists: Lists, kept: Kept): Purpose {
  const known = lists.cookie(kept.name, kept.host)
  // Words that anybody may use acquit nobody else, and nothing that is still there next month.
  if (known && !(known.guess && (kept.outside || kept.stays))) {
    if (known.category !== 'analytics' && known.category !== 'marketing') return 'functional'
    return known.category === 'analytics' && SITE_STATISTICS.has(known.platform) ? 'site-statistics' : 'tracking'
  }
  if (kept.valueKind === 'choice' || kept.valueKind === 'empty') return 'functional'
  const owner = kept.outside ? lists.owner(kept.host) : undefined
  if (serves(owner)) return 'functional'
  if (!kept.stays) return 'unknown'
  if (
    owner &&
    FOLLOWING.has(owner.category) &&
    (kept.valueLength >= LASTING.length || kept.valueKind === 'identifier')
  ) {
    if (owner.category !== 'analytics') return 'tracking'
    // Statistics from the EEA count as the site's own; of which country is not certain, neither is that.
    if (owner.country === null) return 'unlisted'
    return lists.inEea(owner.country) ? 'site-statistics' : 'tracking'
  }
  // Of a value that was not looked at, as in evidence of before, only its length tells.
  return kept.valueLength >= (kept.valueKind ? LASTING.least : LASTING.length) ? 'unlisted' : 'unknown'
}

/** What a cookie is for, by the lists and its value. */
export const cookiePurpose = (lists: Lists, { cookie, outside }: Cookie): Purpose =>
  purposeOf(lists, { ...cookie, outside, stays: (cookie.lifetime ?? 0) >= LASTING.days * DAY })

/** What is known of it by a name that one program gives. */
function namedBy(lists: Lists, { name, host }: { readonly name: string; readonly host: string }) {
  const known = lists.cookie(name, host)
  return known?.guess ? undefined : known
}

/** A cookie as one line: name, host and days, and what it is known as. */
export function tellCookie({ cookie }: Pick<Cookie, 'cookie'>, lists: Lists): string {
  const known = namedBy(lists, cookie)
  const stays = cookie.lifetime === null ? 'session' : `${Math.round(cookie.lifetime / DAY)} d`
  return `${cookie.name} (${cookie.host}): ${stays}${known ? `, ${known.platform}, ${known.category}` : ''}`
}

/** The names of things kept, each with the software it is known to be of, as one text. */
export const tellNames = (kept: readonly { readonly name: string; readonly host: string }[], lists: Lists): string =>
  few(
    kept.map(({ name, host }) => {
      const known = namedBy(lists, { name, host })
      return known ? `${name.slice(0, 60)} (${known.platform})` : name.slice(0, 60)
    }),
  )
