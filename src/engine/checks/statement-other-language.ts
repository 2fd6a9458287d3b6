/**
 * Whether the page in another language leads to a privacy statement as the first one does (AVG art. 12 lid 1: whoever
 * addresses people in a language tells them in it; WP260 rev.01, 13). Only what differs is told.
 * Trips on: an English page without such a link, where the Dutch one has it. Near misses: a site in one language; a
 * button that translates the page where it stands; a link to the Dutch statement, which is a link; the subject "Engels"
 * at a school, whose page is Dutch. A page in a language whose words we do not read, or that tells none, is unknown.
 */
import { defineCheck, whole } from '../reading/claims.ts'
import { PAIRED, pairOfLanguages } from '../reading/other-language.ts'
import { leadsToPrivacy, mayLeadToPrivacy, namesPrivacy } from '../reading/privacy-link.ts'

export const statementOtherLanguage = defineCheck({
  id: 'statement-other-language',
  needs: { session: ['before-consent'] },
  reasons: {
    ...PAIRED,
    'no-statement': whole('not-applicable', 'content'),
  },
  judge({ session }) {
    const pair = pairOfLanguages(session)
    if ('reason' in pair) return pair
    const { landing, other, seen, read } = pair
    if (other.links.some(leadsToPrivacy)) return { reason: 'same', seen }
    // A button, or words that may be of something else: whether it opens the statement was not read.
    if (!read || other.links.some(mayLeadToPrivacy) || namesPrivacy(other.text)) return { reason: 'not-read', seen }
    return { reason: landing.links.some(leadsToPrivacy) ? 'missing' : 'no-statement', seen }
  },
})
