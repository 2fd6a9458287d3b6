/**
 * Whether the parts that a page asks of names of its own domain are at names that have an address: what is asked of a
 * name that has none any more was forgotten. The finding gives no name; what a page asked for stands in its evidence.
 * Trips on: a picture at `oud.voorbeeld.nl`, which DNS says does not exist, or of which it says that there is no
 * address (NODATA, RFC 2308 §2.2). Near misses: a server that is down, a name
 * of another party. Unknown: a name that nobody looked up, as the page's own policy stopped it. Who asks only itself
 * has no other name to be gone.
 */
import { hostOf } from '../../lib/domain.ts'
import { clip } from '../../lib/headers.ts'
import type { Outcome } from '../../model/evidence.ts'
import { defineCheck, shown, whole } from '../reading/claims.ts'
import { isOutside } from '../reading/visit.ts'

export const ownNamesExist = defineCheck({
  id: 'own-names-exist',
  needs: { session: ['before-consent'] },
  reasons: {
    exist: whole('met', 'requests'),
    gone: shown('partly'),
    'only-itself': whole('not-applicable', 'requests'),
    'not-looked': 'unknown',
  },
  judge({ session }, { subject }) {
    const own = session.flatMap((page) =>
      page.value.requests
        .filter(({ url }) => hostOf(url) !== undefined && !isOutside(hostOf(url)!, page, subject))
        .map(({ outcome, host }) => ({ outcome, host, page: page.page })),
    )
    const gone = own.filter(({ outcome }) => outcome === 'unresolved')
    if (gone.length > 0)
      return { reason: 'gone', seen: { count: new Set(gone.map(({ host }) => host)).size, page: clip(gone[0]!.page) } }
    if (own.length === 0 || own.some(({ outcome }) => outcome === undefined)) return { reason: 'not-looked' }
    const itself = new Set([subject.address, ...session.map(({ value }) => hostOf(value.finalUrl) ?? '')].map(bare))
    const others = new Set(own.map(({ host }) => host).filter((host) => !itself.has(bare(host))))
    if (others.size === 0) return { reason: 'only-itself' }
    const found = new Set(own.flatMap(({ outcome, host }) => (FOUND.has(outcome) ? [host] : [])))
    if ([...others].some((host) => !found.has(host))) return { reason: 'not-looked' }
    return { reason: 'exist', seen: { count: others.size, details: [...others].toSorted().slice(0, 20) } }
  },
})

/** What can only become of a request to a name that DNS knows. */
const FOUND: ReadonlySet<Outcome | undefined> = new Set(['answered', 'sent', 'unreached'])
/** Whoever asks the site itself is led from one of the two to the other. */
const bare = (host: string) => host.replace(/^www\./, '')
