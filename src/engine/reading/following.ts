/** What still follows a visitor on the page that was opened after a choice, and what of that stood there before it. */
import type { CookieAttempt, Session, Sighting } from '../../model/evidence.ts'
import type { ConsentStood } from '../../model/evidence-consent.ts'
import type { Lists } from '../../model/lists.ts'
import type { Subject } from '../../model/subject.ts'
import { cookiePurpose, cookiesOf, tellCookie, tellNames } from './cookies.ts'
import { details, few, tellAddress, tellHost } from './telling.ts'
import { storedOn, tellStored, trackersOn } from './tracking.ts'
import type { Page } from './visit.ts'

/**
 * `found`: an advertiser or a social network; `kept`: something new; `measuring`, `remains`: less than these;
 * `unlisted`: only something that nobody knows, and that could tell a visitor apart next month: a doubt.
 */
type Follows = 'found' | 'kept' | 'measuring' | 'remains' | 'unlisted' | 'none'

/** Names under which a site keeps what was chosen, with a number to prove it by (AVG art. 7 lid 1). */
const CHOICE = /consent|cookie|toestemming|keuze|voorkeur|choice|gdpr|avg|ccpa|privacy|cmp|opt-?(?:in|out)/i

/** The page that was opened next, as a page of its own. */
export const asPage = (where: Omit<Sighting<unknown>, 'value'>, next: Session | null): Page[] =>
  next === null ? [] : [{ page: next.url, role: where.role, phase: where.phase, profile: where.profile, value: next }]

/**
 * How much follows on these pages of somebody who said no, and what it is. `stood`: what was there when it was said.
 */
export function followingOn(pages: readonly Page[], stood: readonly ConsentStood[], subject: Subject, lists: Lists) {
  const all = cookiesOf(pages, subject).map((cookie) => ({ ...cookie, purpose: cookiePurpose(lists, cookie) }))
  const allStored = storedOn(pages, subject, lists)
  const cookies = all.filter(({ purpose }) => purpose === 'tracking')
  const stored = allStored.filter(({ purpose }) => purpose === 'tracking')
  const doubts = all.filter(({ cookie, outside, purpose }) => purpose === 'unlisted' && mayFollow(cookie, outside))
  const doubtsStored = allStored.filter(
    (item) => item.purpose === 'unlisted' && item.valueKind === 'identifier' && !CHOICE.test(item.key),
  )
  const hits = trackersOn(pages, subject, lists).filter(({ weight }) => weight !== 'pattern')
  // A server that sets a cookie again in spite of the no sets it anew.
  const freshCookies = cookies.filter(({ cookie }) => cookie.by !== 'script' || !stood.some(hasCookie(cookie.name)))
  const freshStored = stored.filter((item) => !stood.some(({ storage }) => storage.some(isSame(item))))
  const kept = [...cookies.map(({ cookie }) => cookie), ...stored]
  const fresh = freshCookies.length + freshStored.length
  const follows = ((): Follows => {
    if (hits.some(({ weight }) => weight === 'found')) return 'found'
    if (fresh > 0) return 'kept'
    if (hits.length > 0) return 'measuring'
    if (kept.length > 0) return 'remains'
    return doubts.length + doubtsStored.length > 0 ? 'unlisted' : 'none'
  })()
  const told = follows === 'unlisted' ? [...doubts.map(({ cookie }) => cookie), ...doubtsStored] : kept
  const seen = {
    count: new Set(hits.map(({ host }) => host)).size,
    hosts: few(hits.map(({ host }) => tellHost(host, lists))),
    names: tellNames(told, lists),
    details: details([
      ...hits.map(({ host, url, rule }) => `${tellHost(host, lists)}: ${tellAddress(url)} ← ${rule}`),
      ...[...cookies, ...doubts].map((cookie) => tellCookie(cookie, lists)),
      ...[...stored, ...doubtsStored].map(tellStored),
    ]),
  }
  return { follows, seen }
}

/** What another party keeps; of the site's own only a number that is not kept with a choice. */
const mayFollow = ({ name, valueKind }: CookieAttempt, outside: boolean): boolean =>
  outside || (valueKind === 'identifier' && !CHOICE.test(name))

const hasCookie =
  (name: string) =>
  ({ cookies }: ConsentStood): boolean =>
    cookies.some((each) => each.name === name)
const isSame =
  (item: { readonly origin: string; readonly kind: string; readonly key: string }) =>
  ({ origin, kind, key }: ConsentStood['storage'][number]): boolean =>
    origin === item.origin && kind === item.kind && key === item.key
