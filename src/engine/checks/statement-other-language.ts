/**
 * Whether the page in another language leads to a privacy statement as the first one does (AVG art. 12 lid 1: whoever
 * addresses people in a language tells them in it; WP260 rev.01, 13). Only what differs is told.
 * Trips on: an English page without such a link, where the Dutch one has it. Near misses: a site in one language; a
 * button that translates the page where it stands; a link to the Dutch statement, which is a link. A page in a language
 * whose words we do not read is unknown.
 */
import { clip } from '../../lib/headers.ts'
import { defineCheck, shown, whole } from '../reading/claims.ts'
import { otherLanguage } from '../reading/other-language.ts'
import { leadsToPrivacy } from '../reading/privacy-link.ts'

export const statementOtherLanguage = defineCheck({
  id: 'statement-other-language',
  needs: { session: ['before-consent'] },
  reasons: {
    'one-language': whole('not-applicable', 'content'),
    'no-statement': whole('not-applicable', 'content'),
    'not-seen': 'unknown',
    'not-read': 'unknown',
    same: shown('met'),
    missing: whole('partly', 'content'),
  },
  judge({ session }) {
    const landing = session.find(({ role }) => role === 'landing')
    const address = landing && otherLanguage(landing.value)
    if (landing === undefined || address === undefined) return { reason: 'one-language' }
    const other = session.find(({ page }) => page === address)
    if (other === undefined) return { reason: 'not-seen', seen: { page: clip(address, 150) } }
    const seen = { page: clip(address, 150), lang: clip(other.value.lang ?? '', 20) }
    if (other.value.links.some(leadsToPrivacy)) return { reason: 'same', seen }
    // What a link says is read in Dutch and English.
    if (!/^(?:nl|en)\b/i.test(other.value.lang ?? '')) return { reason: 'not-read', seen }
    return { reason: landing.value.links.some(leadsToPrivacy) ? 'missing' : 'no-statement', seen }
  },
})
