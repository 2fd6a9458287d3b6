/**
 * Whether the page in another language leads to a privacy statement as the first one does (AVG art. 12 lid 1: whoever
 * addresses people in a language tells them in it; WP260 rev.01, 13). Only what differs is told.
 * Trips on: an English page without such a link, where the Dutch one has it. Near misses: a site in one language; a
 * button that translates the page where it stands; a link to the Dutch statement, which is a link; the subject "Engels"
 * at a school, whose page is Dutch. A page in a language whose words we do not read, or that tells none, is unknown.
 */
import { clip } from '../../lib/headers.ts'
import type { Session } from '../../model/evidence.ts'
import { defineCheck, shown, whole } from '../reading/claims.ts'
import { otherLanguages } from '../reading/other-language.ts'
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
    const named = landing ? otherLanguages(landing.value) : []
    if (landing === undefined || named.length === 0) return { reason: 'one-language' }
    const visited = named.flatMap(({ url, code }) => {
      const value = session.find(({ page }) => page === url)?.value
      return value ? [{ url, value, told: languageOf(value) === code }] : []
    })
    const other = visited.find(({ told }) => told) ?? visited[0]
    if (other === undefined) return { reason: 'not-seen', seen: { page: clip(named[0]!.url, 150) } }
    const seen = { page: clip(other.url, 150), lang: clip(other.value.lang ?? '', 20) }
    if (!other.told) {
      const same = languageOf(other.value) === (languageOf(landing.value) || 'nl')
      return same && visited.length === named.length ? { reason: 'one-language' } : { reason: 'not-read', seen }
    }
    if (other.value.links.some(leadsToPrivacy)) return { reason: 'same', seen }
    // What a link says is read in Dutch and English.
    if (!/^(?:nl|en)$/.test(languageOf(other.value))) return { reason: 'not-read', seen }
    return { reason: landing.value.links.some(leadsToPrivacy) ? 'missing' : 'no-statement', seen }
  },
})

/** The language that a page says that it is in, without its region (BCP 47); empty: it says none. */
const languageOf = ({ lang }: Session): string => (lang ?? '').toLowerCase().split(/[-_]/)[0]!.trim()
