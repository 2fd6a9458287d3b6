/**
 * /.well-known/security.txt tells where a leak can be reported (RFC 9116).
 * Trips on: no file, a page of HTML in its place, no Contact, an Expires that has passed; partly on what a strict
 * reader stumbles over (no Expires or two, a day that does not exist, not text/plain, an address that is not https, a
 * Canonical that names other places, text outside the signature). Near misses: a file inside a PGP signature, its
 * Canonical among others, a field that nobody knows.
 */
import { defineCheck, shown, whole } from '../reading/claims.ts'
import { isPage, momentOf, readSecurityTxt } from '../reading/security-txt.ts'
import { clip } from '../../lib/headers.ts'

const DAY = 86_400_000

export const securityTxt = defineCheck({
  id: 'security-txt',
  needs: { http: true },
  reasons: {
    valid: shown('met'),
    'valid-long': shown('met'),
    invalid: shown('partly'),
    expired: shown('unmet'),
    'no-contact': whole('unmet', 'answer'),
    missing: shown('unmet'),
    // A page that answers everywhere may be one that stands in the way of all.
    'page-instead': whole('unmet', 'answer'),
    'too-long': 'unknown',
    'error-page': 'unknown',
    'not-seen': 'unknown',
  },
  judge({ http }, { at, subject }) {
    if (!http.securityTxt.seen) return { reason: 'not-seen', seen: { why: http.securityTxt.why } }
    const { status, contentType, text, url, cut = false } = http.securityTxt.value
    const where = { url: clip(url), status }
    if (status === 404 || status === 410) return { reason: 'missing', seen: where }
    // Everything else that is no file may be a wall or a fault on either side.
    if (status !== 200) return { reason: 'error-page', seen: where }
    // Sites that answer every address with a page do not have the file.
    if (isPage(text, contentType)) return { reason: 'page-instead', seen: where }
    if (cut) return { reason: 'too-long', seen: where }
    const { contacts, expires, faults } = readSecurityTxt(text, [
      url,
      `https://${subject.address}/.well-known/security.txt`,
    ])
    if (contacts.length === 0)
      return { reason: /^\s*text\/plain/i.test(contentType ?? '') ? 'no-contact' : 'page-instead', seen: where }
    const until = momentOf(expires[0] ?? '')
    const seen = { ...where, contact: clip(contacts[0]!), expires: clip(expires[0] ?? '', 40) }
    if (until !== null && until <= Date.parse(at)) return { reason: 'expired', seen }
    const details = [...served(url, contentType), ...faults].slice(0, 20).map((each) => clip(each))
    if (details.length > 0) return { reason: 'invalid', seen: { ...seen, count: details.length, details } }
    // §2.5.5 advises less than a year; 366 days leaves room for a leap year.
    return { reason: (until ?? 0) - Date.parse(at) > 366 * DAY ? 'valid-long' : 'valid', seen }
  },
})

/** What is wrong with the way it is served (§3): over https, as plain text in UTF-8. */
function served(url: string, contentType: string | null): string[] {
  const type = contentType ?? '–'
  return [
    ...(url.startsWith('https:') ? [] : [`§3: ${url}`]),
    ...(/^\s*text\/plain\s*(?:;|$)/i.test(type) ? [] : [`§3: Content-Type: ${clip(type, 100)}`]),
    ...(/;\s*charset\s*=\s*"?(?!utf-8)[^"\s;]/i.test(type) ? [`§3: ${clip(type, 100)}`] : []),
  ]
}
