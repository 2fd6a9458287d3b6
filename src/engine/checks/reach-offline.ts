/**
 * Whether a public body can be reached without a computer: a telephone number or a place to go or write to (Awb art.
 * 2:1 and section 2.3).
 * Trips on: pages and the contact page, all seen whole, with mail or a form only. Near misses: a number of four digits
 * (14 071), a number that may be an example (unknown), a contact page that could not be read (unknown).
 */
import { contactInLink, contactInText, namesDoubtfulNumber, namesStreet } from '../../lib/contact.ts'
import { clip } from '../../lib/headers.ts'
import { defineCheck, shown, whole } from '../reading/claims.ts'
import { isLandingSeen, saidBy } from '../reading/said.ts'

export const reachOffline = defineCheck({
  id: 'reach-offline',
  needs: { statements: true, session: ['before-consent'] },
  reasons: {
    both: shown('met'),
    one: shown('met'),
    'number-in-doubt': 'unknown',
    unread: 'unknown',
    thin: 'unknown',
    'digital-only': whole('partly', 'content', 'statements'),
  },
  judge({ session, statements }) {
    const pages = saidBy(session, statements)
    const where = (way: 'phone' | 'address') =>
      pages.find(
        ({ text, links }) =>
          contactInText(text).includes(way) ||
          (way === 'address' && namesStreet(text)) ||
          links.slice(0, 500).some(({ href }) => contactInLink(href) === way),
      )?.url
    const ways = (['phone', 'address'] as const).flatMap((way) => {
      const url = where(way)
      return url === undefined ? [] : [clip(`${way} · ${url}`)]
    })
    if (ways.length > 0) return { reason: ways.length === 2 ? 'both' : 'one', seen: { details: ways } }
    if (pages.some(({ text }) => namesDoubtfulNumber(text))) return { reason: 'number-in-doubt' }
    if (statements.contact && !statements.contact.seen)
      return { reason: 'unread', seen: { why: statements.contact.why } }
    if (!isLandingSeen(session)) return { reason: 'thin' }
    return {
      reason: 'digital-only',
      seen: { pages: pages.length, details: pages.slice(0, 20).map(({ url }) => clip(url)) },
    }
  },
})
