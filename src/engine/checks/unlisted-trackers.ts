/**
 * Whether another party recognises visitors without standing on the list of trackers: it keeps a value that stayed
 * the same from page to page, was another for another visitor, and lasts thirty days or longer (Telecommunicatiewet
 * art. 11.7a).
 *   found          a company that we know                                                           unmet
 *   unknown-party  a party nobody has on the list: perhaps the organisation itself                  partly
 *   not-compared   the second visitor was not there                                                 unknown
 * Trips on: a cookie of a video service with a number of one's own. Near misses: a choice or a size, what every
 * visitor gets alike, what ends with the visit, services that serve the visitor (consent, payment, check for robots),
 * and parties on the list, of which the check of trackers tells.
 */
import { isListed, whoIs } from '../reading/behaviour.ts'
import { defineCheck, shown, whole } from '../reading/claims.ts'
import { details, few, tellHost } from '../reading/telling.ts'
import { uncompared } from '../reading/watched.ts'

export const unlistedTrackers = defineCheck({
  id: 'unlisted-trackers',
  needs: { session: ['before-consent'], behaviour: ['before-consent'] },
  reasons: {
    'not-compared': 'unknown',
    none: whole('met', 'requests', 'storage'),
    'unknown-party': shown('partly'),
    found: shown('unmet'),
  },
  judge({ session, behaviour }, { subject, lists }) {
    if (behaviour.some(({ value }) => value.identifiers === null)) return { reason: 'not-compared' }
    const all = behaviour.flatMap((page) =>
      (page.value.identifiers ?? [])
        .filter(({ lasting, host }) => lasting && !isListed(host, page, lists))
        .map((one) => ({ ...one, who: whoIs(one.host, page, subject, lists) })),
    )
    const reason = (['known', 'unknown'] as const).find((who) => all.some((one) => one.who === who))
    const unsure = uncompared(session, behaviour, subject, lists)
    if (!reason) return { reason: 'none', unsure }
    const others = all.filter(({ who }) => who === 'known' || who === 'unknown')
    const told = others.filter(({ who }) => who === reason)
    const seen = {
      hosts: few(told.map(({ host }) => tellHost(host, lists))),
      names: few(told.map(({ name }) => name)),
      details: details(others.map(({ place, name, host }) => `${place}: ${name} (${tellHost(host, lists)})`)),
    }
    return { reason: reason === 'known' ? 'found' : 'unknown-party', seen }
  },
})
