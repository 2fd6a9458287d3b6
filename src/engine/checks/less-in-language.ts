/**
 * Whether who reads the page in another language is told how to reach somebody, as on the first one. Only what differs
 * is told; of the privacy statement `statement-other-language` does.
 * Trips on: an English page without number, address, form or way to a page of contact, where the Dutch one has one.
 * Near misses: a number or a street in its words; a link to the Dutch page of contact; a page without forms of its own,
 * which may stand further on; a button that translates the page where it stands. A language whose words we do not read
 * is unknown.
 */
import { namesStreet } from '../../lib/contact.ts'
import { defineCheck, whole } from '../reading/claims.ts'
import { PAIRED, pairOfLanguages } from '../reading/other-language.ts'
import { isReachable, leadsToContact } from '../reading/reachable.ts'

export const lessInLanguage = defineCheck({
  id: 'less-in-language',
  needs: { session: ['before-consent'] },
  reasons: {
    ...PAIRED,
    'no-contact': whole('not-applicable', 'content'),
  },
  judge({ session }) {
    const pair = pairOfLanguages(session)
    if ('reason' in pair) return pair
    const { landing, other, seen, read } = pair
    if (other.links.some(leadsToContact) || isReachable(other) || namesStreet(other.text))
      return { reason: 'same', seen }
    if (!read) return { reason: 'not-read', seen }
    return { reason: landing.links.some(leadsToContact) || isReachable(landing) ? 'missing' : 'no-contact', seen }
  },
})
