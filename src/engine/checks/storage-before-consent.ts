/**
 * What is kept in the browser otherwise than as a cookie before consent: local and session storage, IndexedDB, caches,
 * in the page and in frames of others (Telecommunicatiewet art. 11.7a speaks of any information on the device).
 * Counted are keys known to be for analytics or marketing, and long values under a name such as `device-id` at another
 * party that follows people. Everything else is unknown, and not held against a site. Cookies have checks of their own.
 * Trips on: `yt-remote-device-id` in the frame of a video service. Near misses: `theme`, `cart`, a player's `volume`.
 */
import { hostOf } from '../../lib/domain.ts'
import { defineCheck, shown, whole } from '../reading/claims.ts'
import { details, few, isOutside, purposeOf } from '../reading/visit.ts'

/** Words by which a key says that its value tells visitors or devices apart. */
const WORD = /(?:^|[^a-z])(?:id|uid|uuid|guid|visitor|device|client|apparaat|bezoeker)(?:[^a-z]|$)/i
const CAMEL = /[a-z](?:Id|ID|Uid|UID|Uuid|UUID|Guid|GUID)(?:[^a-z]|$)/
const LONG = 16
const identifies = (key: string) => WORD.test(key) || CAMEL.test(key)

export const storageBeforeConsent = defineCheck({
  id: 'storage-before-consent',
  needs: { session: ['before-consent'] },
  reasons: { none: whole('met', 'storage'), 'site-statistics': 'unknown', found: shown('unmet') },
  judge({ session }, { subject, lists }) {
    const items = session.flatMap((page) =>
      page.value.storage.flatMap((item) => {
        const host = hostOf(item.origin)
        if (host === undefined) return []
        const stays = item.kind === 'local' || item.kind === 'indexeddb'
        const lasting = stays && item.valueLength >= LONG && identifies(item.key.slice(0, 200))
        return [{ ...item, host, purpose: purposeOf(lists, item.key, host, isOutside(host, page, subject), lasting) }]
      }),
    )
    for (const [purpose, reason] of [
      ['tracking', 'found'],
      ['site-statistics', 'site-statistics'],
    ] as const) {
      const told = items.filter((item) => item.purpose === purpose)
      if (told.length === 0) continue
      const lines = details(told.map(({ kind, key, origin }) => `${kind}: ${key.slice(0, 100)} (${origin})`))
      const names = few(told.map(({ key }) => key.slice(0, 60)))
      return { reason, seen: { count: lines.length, names, hosts: few(told.map(({ host }) => host)), details: lines } }
    }
    return { reason: 'none', seen: { count: items.length, pages: session.length } }
  },
})
