/**
 * Whether the parts that a page asks of names of its own domain are at names that exist: what is asked of a name that
 * is gone was forgotten. Which names is not told: one may lead on to something that somebody else could take (ADR
 * 0106).
 * Trips on: a picture at `oud.voorbeeld.nl`, which DNS says does not exist. Near misses: a server that is down, a name
 * of another party, a name that could not be asked, a request that the page's own policy stopped.
 */
import { hostOf } from '../../lib/domain.ts'
import { clip } from '../../lib/headers.ts'
import { defineCheck, shown, whole } from '../reading/claims.ts'
import { isOutside } from '../reading/visit.ts'

export const ownNamesExist = defineCheck({
  id: 'own-names-exist',
  needs: { session: ['before-consent'] },
  reasons: { exist: whole('met', 'requests'), gone: shown('partly'), 'not-looked': 'unknown' },
  judge({ session }, { subject }) {
    const own = session.flatMap((page) =>
      page.value.requests
        .filter(({ url }) => hostOf(url) !== undefined && !isOutside(hostOf(url)!, page, subject))
        .map(({ outcome, host }) => ({ outcome, host, page: page.page })),
    )
    const gone = own.filter(({ outcome }) => outcome === 'unresolved')
    const hosts = new Set(own.map(({ host }) => host))
    if (gone.length > 0)
      return { reason: 'gone', seen: { count: new Set(gone.map(({ host }) => host)).size, page: clip(gone[0]!.page) } }
    if (own.length === 0 || own.some(({ outcome }) => outcome === undefined)) return { reason: 'not-looked' }
    return { reason: 'exist', seen: { count: hosts.size, details: [...hosts].toSorted().slice(0, 20) } }
  },
})
