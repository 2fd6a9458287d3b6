/**
 * Whether a file in the cache of a browser makes its visitor known again without a cookie: its ETag is another for
 * each of four visitors, and the browser sends it back on the next page and is told that it holds (RFC 9110 §8.8.3
 * and §13.1.2; Telecommunicatiewet art. 11.7a).
 *   found          of a company that we know                                                        unmet
 *   unknown-party  of a party nobody has on the list: perhaps the organisation itself               partly
 *   own            of the site itself                                                               partly
 *   not-compared   the other visitors were not there                                                unknown
 * Trips on: a pixel with a random ETag that is answered with 304. Near misses: an ETag that stands for the contents,
 * two servers that number a file each in their own way, a file that is made anew each time.
 */
import { whoIs } from '../reading/behaviour.ts'
import { defineCheck, shown, whole } from '../reading/claims.ts'
import { details, few, tellHost } from '../reading/telling.ts'
import { uncompared } from '../reading/watched.ts'

export const cacheIdentifiers = defineCheck({
  id: 'cache-identifiers',
  needs: { session: ['before-consent'], behaviour: ['before-consent'] },
  reasons: {
    'not-compared': 'unknown',
    none: whole('met', 'requests'),
    own: shown('partly'),
    'unknown-party': shown('partly'),
    found: shown('unmet'),
  },
  judge({ session, behaviour }, { subject, lists }) {
    if (behaviour.some(({ value }) => value.tags === null)) return { reason: 'not-compared' }
    const all = behaviour.flatMap((page) =>
      (page.value.tags ?? []).map((tag) => ({ ...tag, who: whoIs(tag.host, page, subject, lists, tag.url) })),
    )
    const reason = (['known', 'unknown', 'own'] as const).find((who) =>
      all.some((one) => one.who === who || (who === 'known' && one.who === 'serving')),
    )
    const unsure = uncompared(session, behaviour, subject, lists)
    if (!reason) return { reason: 'none', unsure }
    const told = all.filter(({ who }) => who === reason || (reason === 'known' && who === 'serving'))
    const seen = {
      hosts: few(told.map(({ host }) => tellHost(host, lists))),
      details: details(all.map(({ url }) => url)),
    }
    return { reason: REASON[reason], seen }
  },
})

const REASON = { known: 'found', unknown: 'unknown-party', own: 'own' } as const
