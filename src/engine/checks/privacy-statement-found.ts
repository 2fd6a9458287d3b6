/**
 * Whether the landing page leads to a privacy statement of the site itself (AVG art. 12-14).
 * Trips on: no link with such words on any page that was seen; a link to a page that is gone. Near misses: a statement
 * as PDF, a link on the contact page only (`elsewhere`), the link to Google's statement that a captcha shows (not of
 * this site), a button or a script that may open one (`maybe`).
 */
import { hostOf, sameParty } from '../../lib/domain.ts'
import { clip } from '../../lib/headers.ts'
import { defineCheck, shown, whole } from '../reading/claims.ts'
import { leadsToPrivacy, mayLeadToPrivacy, namesPrivacy } from '../reading/privacy-link.ts'

export const privacyStatementFound = defineCheck({
  id: 'privacy-statement-found',
  needs: { statements: true, session: ['before-consent'] },
  reasons: {
    // A site may answer every address with a page.
    found: whole('met', 'control'),
    document: shown('met'),
    elsewhere: whole('partly', 'content'),
    gone: shown('unmet'),
    missing: whole('unmet', 'content', 'statements'),
    'other-site': 'unknown',
    maybe: 'unknown',
    unread: 'unknown',
  },
  judge({ statements, session }, { subject }) {
    const { privacy } = statements
    const hosts = [subject.address, ...session.flatMap(({ value }) => hostOf(value.finalUrl) ?? [])]
    const own = (url: string) => {
      const host = hostOf(url)
      return host !== undefined && hosts.some((each) => sameParty(host, each))
    }
    const links = session
      .flatMap(({ page, role, value }) => value.links.slice(0, 2_000).map((link) => ({ ...link, page, role })))
      .filter((link) => leadsToPrivacy(link) && /^https?:/i.test(link.href))
    if (privacy?.seen && own(privacy.value.url)) {
      const { url, status } = privacy.value
      const gone = status === 404 || status === 410
      return { reason: gone ? 'gone' : status >= 400 ? 'unread' : 'found', seen: { url: clip(url), status } }
    }
    if (privacy && !privacy.seen && privacy.why === 'not-html')
      return { reason: 'document', seen: { detail: clip(privacy.detail) } }
    if (privacy && !privacy.seen) return { reason: 'unread', seen: { why: privacy.why } }
    const ownLink = links.find(({ href, role }) => own(href) && role !== 'landing')
    if (ownLink) return { reason: 'elsewhere', seen: { url: clip(ownLink.href), page: clip(ownLink.page) } }
    // The landing page has such a link, yet the statement was not read from it.
    if (links.some(({ href }) => own(href))) return { reason: 'unread', seen: { why: 'probe-failed' } }
    // A captcha or video brings links to the statement of its own company.
    const other = privacy?.seen ? privacy.value.url : links[0]?.href
    if (other !== undefined) return { reason: 'other-site', seen: { url: clip(other) } }
    const maybe = session.find(
      ({ value }) => value.links.slice(0, 2_000).some(mayLeadToPrivacy) || namesPrivacy(value.text),
    )
    if (maybe) return { reason: 'maybe', seen: { page: clip(maybe.page) } }
    return { reason: 'missing', seen: { pages: session.length } }
  },
})
