/**
 * Checks on where a public body leads its visitors: the register of algorithms, sensors on the map, open data, source
 * code, an archive of the site, complaints, failures, an interface for programs, acting for another, parts that the
 * government shares.
 * Presence only: a link shows that it is there; that none was seen on a few pages is `unknown`, never a fault.
 * Trips on: nothing. Near misses that are no such link: news about an algorithm, a vacancy for a developer, a complaint
 * about privacy at the Autoriteit Persoonsgegevens, a SEPA "machtiging", the theme of the site at GitHub.
 */
import { defineCheck, shown } from '../reading/claims.ts'
import { DESTINATIONS, linksTo } from '../reading/destinations.ts'
import { saidBy } from '../reading/said.ts'

function linked<Id extends keyof typeof DESTINATIONS>(id: Id) {
  return defineCheck({
    id,
    needs: { statements: true, session: ['before-consent'] },
    reasons: { found: shown('met'), 'not-seen': 'unknown' },
    judge({ session, statements }, { subject }) {
      const pages = saidBy(session, statements)
      const details = linksTo(DESTINATIONS[id], pages, subject.address)
      return details.length > 0
        ? { reason: 'found', seen: { details } }
        : { reason: 'not-seen', seen: { pages: pages.length } }
    },
  })
}

/** One check per destination, in the order of the list. */
export const linkedChecks = (Object.keys(DESTINATIONS) as (keyof typeof DESTINATIONS)[]).map(linked)
