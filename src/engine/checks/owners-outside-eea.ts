/**
 * To whom the companies belong that hear of a visit, by the ultimate parent and never by where an address seems to be.
 * A parent outside the EEA is allowed when a safeguard is in place (AVG art. 44-49), which cannot be seen from outside:
 * `partly`, never `unmet`.
 * Trips on: any request to a host whose owner's parent is American. Near misses: an Irish subsidiary counts by its
 * parent, a host nobody has on the list, or with one source only, is `not-known`, the United Kingdom and others with an
 * adequacy decision are `adequate`.
 */
import { defineCheck, shown, whole } from '../reading/claims.ts'
import { settled } from '../reading/settled.ts'
import { isAdequate } from '../reading/transfer.ts'
import { details, few, tellOwner } from '../reading/telling.ts'
import { outsideRequests, unsureOf } from '../reading/visit.ts'

export const ownersOutsideEea = defineCheck({
  id: 'owners-outside-eea',
  needs: { session: ['before-consent'] },
  reasons: {
    none: whole('met', 'requests'),
    inside: whole('met', 'requests'),
    adequate: whole('met', 'requests'),
    outside: shown('partly'),
    'not-known': 'unknown',
  },
  judge({ session }, { subject, lists }) {
    const hosts = [...new Set(outsideRequests(session, subject).map(({ host }) => host))].map((host) => ({
      host,
      owner: lists.owner(host),
    }))
    const known = hosts.flatMap(({ owner }) => settled(owner))
    const beyond = known.filter(({ country }) => !lists.inEea(country))
    const outside = beyond.filter(({ country }) => !isAdequate(country))
    const told = outside.length > 0 ? outside : beyond.length > 0 ? beyond : known
    const seen = {
      count: new Set(told.map(({ parent }) => parent)).size,
      parents: few(told.map(({ parent }) => parent)),
      countries: few(told.map(({ country }) => country)),
      unknown: hosts.length - known.length,
      details: details(hosts.map(({ host, owner }) => `${host}: ${owner ? tellOwner(owner) : '–'}`)),
    }
    if (outside.length > 0) return { reason: 'outside', seen }
    const unsure = unsureOf(session, subject, ({ host }) => !hosts.some((each) => each.host === host))
    if (hosts.length === 0) return { reason: 'none', seen, unsure }
    if (known.length < hosts.length) return { reason: 'not-known', seen }
    return { reason: beyond.length > 0 ? 'adequate' : 'inside', seen, unsure }
  },
})
