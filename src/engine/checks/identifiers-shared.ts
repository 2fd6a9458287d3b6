/**
 * Whether a number by which one party knows a visitor is sent to another (Telecommunicatiewet art. 11.7a; AVG art. 5
 * lid 1 onder b): the site's own to a party outside, or that of one party to the next (cookie syncing). A number is a
 * value that stayed the same from page to page and was another for another visitor; it is looked for in addresses,
 * redirects, messages and sockets, also inside base64.
 *   found          to a company that we know                                                        unmet
 *   measuring      only to statistics or error reports from the EEA                                 partly
 *   unknown-party  to a party nobody has on the list: perhaps the organisation itself               partly
 *   not-compared   the second visitor was not there                                                 unknown
 * Trips on: `_ga` inside `…/g/collect?cid=`. Near misses: a number made anew for each page, a number that goes back
 * to who gave it or to the same company, one that a consent tool, a payment or a check for robots is sent.
 */
import type { Lists } from '../../model/lists.ts'
import { sameCompany, whoIs } from '../reading/behaviour.ts'
import { defineCheck, shown, whole } from '../reading/claims.ts'
import { details, few, tellHost } from '../reading/telling.ts'
import { ownerOf } from '../reading/visit.ts'
import { uncompared } from '../reading/watched.ts'

export const identifiersShared = defineCheck({
  id: 'identifiers-shared',
  needs: { session: ['before-consent'], behaviour: ['before-consent'] },
  reasons: {
    'not-compared': 'unknown',
    none: whole('met', 'requests', 'storage'),
    measuring: whole('partly', 'requests', 'storage'),
    'unknown-party': shown('partly'),
    found: shown('unmet'),
  },
  judge({ session, behaviour }, { subject, lists }) {
    if (behaviour.some(({ value }) => value.identifiers === null)) return { reason: 'not-compared' }
    const all = behaviour.flatMap((page) =>
      (page.value.identifiers ?? []).flatMap(({ host, name, place, sentTo }) =>
        sentTo
          .filter((heard) => !sameCompany(heard.host, host, lists))
          .map((heard) => ({ ...heard, name, place, keeper: host, who: whoIs(heard.host, page, subject, lists) }))
          .filter(({ who }) => who === 'known' || who === 'unknown'),
      ),
    )
    const weighed = all.map((one) => ({ ...one, reason: reasonOf(one.who === 'known', one.host, lists) }))
    const reason = (['found', 'unknown-party', 'measuring'] as const).find((each) =>
      weighed.some((one) => one.reason === each),
    )
    const unsure = uncompared(session, behaviour, subject, lists)
    if (!reason) return { reason: 'none', unsure }
    const told = weighed.filter((one) => one.reason === reason)
    const seen = {
      hosts: few(told.map(({ host }) => tellHost(host, lists))),
      names: few(told.map(({ name }) => name)),
      details: details(
        weighed.map(
          ({ place, name, keeper, host, way }) => `${place}: ${name} (${keeper}) → ${tellHost(host, lists)} (${way})`,
        ),
      ),
    }
    return { reason, seen, unsure }
  },
})

function reasonOf(known: boolean, host: string, lists: Lists): 'found' | 'measuring' | 'unknown-party' {
  if (!known) return 'unknown-party'
  const owner = ownerOf(`https://${host}/`, lists)
  const counts = owner?.category === 'analytics' || owner?.category === 'monitoring'
  // Statistics of which the country is not certain may be from the EEA.
  return counts && (owner.country === null || lists.inEea(owner.country)) ? 'measuring' : 'found'
}
