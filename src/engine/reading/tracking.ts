/** What follows visitors: requests to parties on the list of trackers, and what is kept otherwise than as a cookie. */
import type { StorageItem } from '../../model/evidence.ts'
import type { Lists, Owner } from '../../model/lists.ts'
import type { Subject } from '../../model/subject.ts'
import { hostOf } from '../../lib/domain.ts'
import { purposeOf, type Purpose } from './cookies.ts'
import { isOutside, isRented, outsideRequests, ownerOf, serves, type Outside, type Page } from './visit.ts'

/** How much a request says: an advertiser or a social network; another party that is listed by name; only a look. */
type Weight = 'found' | 'measuring' | 'pattern'
export type Hit = { readonly host: string; readonly rule: string; readonly url: string; readonly weight: Weight }

/** What a request to another party is on the list; none where it is not listed, or serves the visitor. */
export function hitsOf({ page, request, host }: Outside, lists: Lists): Hit[] {
  const owner = ownerOf(request.url, lists)
  if (serves(owner)) return []
  const rule = lists.tracker({ url: request.url, page: page.value.finalUrl, type: request.type })
  return rule === undefined ? [] : [{ host, rule, url: request.url, weight: weightOf(owner, rule) }]
}

/** All of them on these pages, in order. */
export const trackersOn = (pages: readonly Page[], subject: Subject, lists: Lists): Hit[] =>
  outsideRequests(pages, subject).flatMap((one) => hitsOf(one, lists))

/** A rule that begins with `||` names a party, any other only the look of an address: in rented room anybody's. */
function weightOf(owner: Owner | undefined, rule: string): Weight {
  if (owner?.category === 'advertising' || owner?.category === 'social') return 'found'
  return (owner !== undefined && !isRented(owner)) || rule.startsWith('||') ? 'measuring' : 'pattern'
}

/** Words by which a key says that its value tells visitors or devices apart. */
const WORD = /(?:^|[^a-z])(?:id|uid|uuid|guid|visitor|device|client|apparaat|bezoeker)(?:[^a-z]|$)/i
const CAMEL = /[a-z](?:Id|ID|Uid|UID|Uuid|UUID|Guid|GUID)(?:[^a-z]|$)/
const LONG = 16
const identifies = (key: string) => WORD.test(key) || CAMEL.test(key)

export type Stored = StorageItem & { readonly name: string; readonly host: string; readonly purpose: Purpose }

/** What is kept in the storage of these pages and their frames, with what it is for. */
export const storedOn = (pages: readonly Page[], subject: Subject, lists: Lists): Stored[] =>
  pages.flatMap((page) =>
    page.value.storage.flatMap((item) => {
      const host = hostOf(item.origin)
      if (host === undefined) return []
      const stays = item.kind === 'local' || item.kind === 'indexeddb'
      const lasting = stays && item.valueLength >= LONG && identifies(item.key.slice(0, 200))
      const kept = { name: item.key, host, outside: isOutside(host, page, subject), stays: lasting }
      return [{ ...item, name: item.key, host, purpose: purposeOf(lists, { ...item, ...kept }) }]
    }),
  )

/** Something kept in storage, as one line. */
export const tellStored = ({ kind, key, origin }: StorageItem): string => `${kind}: ${key.slice(0, 100)} (${origin})`
