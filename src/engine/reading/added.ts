/** What a yes adds for each party: requests, cookies and storage that were not there before the choice. Pure. */
import { hostOf } from '../../lib/domain.ts'
import type { Lists } from '../../model/lists.ts'
import type { Subject } from '../../model/subject.ts'
import { cookiePurpose, cookiesOf } from './cookies.ts'
import { storedOn, trackersOn } from './tracking.ts'
import { isRented, outsideRequests, type Page } from './visit.ts'

export type Added = {
  /** Who is behind it, as far as the list knows; else its host, as of rented room; null: the site itself. */
  readonly party: string | null
  readonly hosts: readonly string[]
  readonly requests: number
  readonly cookies: readonly string[]
  readonly storage: readonly string[]
}

type Adding = { hosts: Set<string>; requests: number; cookies: Set<string>; storage: Set<string> }

/**
 * Per party what the page after the yes had and no page before it; the site itself first, at most thirty. `before`: the
 * pages as they were met first.
 */
export function addedBy(after: readonly Page[], before: readonly Page[], subject: Subject, lists: Lists): Added[] {
  const parties = new Map<string | null, Adding>()
  const of = (host: string, outside: boolean): Adding => {
    const owner = lists.owner(host)
    const party = outside ? (owner && !isRented(owner) ? owner.company : host) : null
    const known = parties.get(party)
    const adding = known ?? { hosts: new Set(), requests: 0, cookies: new Set(), storage: new Set() }
    if (!known) parties.set(party, adding)
    if (outside) adding.hosts.add(host)
    return adding
  }
  const asked = new Set(outsideRequests(before, subject).map(({ host }) => host))
  for (const { host } of outsideRequests(after, subject)) if (!asked.has(host)) of(host, true).requests++
  const set = new Set(cookiesOf(before, subject).map(({ cookie }) => `${cookie.name} ${cookie.host}`))
  for (const { cookie, outside } of cookiesOf(after, subject))
    if (!set.has(`${cookie.name} ${cookie.host}`)) of(cookie.host, outside).cookies.add(cookie.name.slice(0, 60))
  const stored = new Set(storedOn(before, subject, lists).map(({ origin, kind, key }) => `${origin} ${kind} ${key}`))
  const own = new Set([subject.address, ...after.map(({ value }) => hostOf(value.finalUrl) ?? subject.address)])
  for (const { origin, kind, key, host } of storedOn(after, subject, lists))
    if (!stored.has(`${origin} ${kind} ${key}`)) of(host, !own.has(host)).storage.add(key.slice(0, 60))
  return [...parties]
    .map(([party, { hosts, requests, cookies, storage }]) => ({
      party,
      hosts: sorted(hosts),
      requests,
      cookies: sorted(cookies),
      storage: sorted(storage),
    }))
    .toSorted((one, other) => compare(one.party ?? '', other.party ?? ''))
    .slice(0, 30)
}

/**
 * What follows that was not there before the choice, by name: hosts of advertisers and social networks, cookies and
 * keys that are known to follow; each once. None where advertisers were asked before it: who takes turns is not new.
 * `before`: the pages as they were met first.
 */
export function followersAdded(
  after: readonly Page[],
  before: readonly Page[],
  subject: Subject,
  lists: Lists,
): readonly string[] {
  const on = (pages: readonly Page[]) => [
    ...trackersOn(pages, subject, lists).flatMap(({ host, weight }) => (weight === 'found' ? [host] : [])),
    ...cookiesOf(pages, subject).flatMap((one) =>
      cookiePurpose(lists, one) === 'tracking' ? [one.cookie.name.slice(0, 60)] : [],
    ),
    ...storedOn(pages, subject, lists).flatMap(({ key, purpose }) =>
      purpose === 'tracking' ? [key.slice(0, 60)] : [],
    ),
  ]
  if (trackersOn(before, subject, lists).some(({ weight }) => weight === 'found')) return []
  const known = new Set(on(before))
  return [...new Set(on(after))].filter((name) => !known.has(name))
}

const sorted = (words: ReadonlySet<string>) => [...words].toSorted(compare).slice(0, 12)
const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0)
