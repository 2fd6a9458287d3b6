/**
 * /.well-known/security.txt tells where a leak can be reported (RFC 9116).
 * Trips on: no file, a page of HTML in its place, no Contact, an Expires that has passed; partly on what a strict
 * reader stumbles over (no Expires, not text/plain, a Contact that is not a URI). Near miss: a file inside a PGP
 * signature.
 */
import { defineCheck, shown } from '../reading/claims.ts'
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
    'no-contact': shown('unmet'),
    missing: shown('unmet'),
    'error-page': 'unknown',
    'not-seen': 'unknown',
  },
  judge({ http }, { at }) {
    if (!http.securityTxt.seen) return { reason: 'not-seen', seen: { why: http.securityTxt.why } }
    const { status, contentType, text, url } = http.securityTxt.value
    const where = { url: clip(url), status }
    if (status === 404 || status === 410) return { reason: 'missing', seen: where }
    // Everything else that is no file may be a wall or a fault on either side.
    if (status !== 200) return { reason: 'error-page', seen: where }
    const fields = fieldsOf(text)
    const contacts = valuesOf(fields, 'contact')
    const expires = valuesOf(fields, 'expires')
    // Sites that answer every address with a page do not have the file.
    const isPage = /^\s*(?:text\/html|application\/xhtml)/i.test(contentType ?? '')
    if (contacts.length === 0) return { reason: isPage ? 'missing' : 'no-contact', seen: where }
    const until = moment(expires[0] ?? '')
    const seen = { ...where, contact: clip(contacts[0]!), expires: clip(expires[0] ?? '', 40) }
    if (until !== null && until <= Date.parse(at)) return { reason: 'expired', seen }
    const details = faults({ url, contentType, contacts, expires, fields })
    if (details.length > 0) return { reason: 'invalid', seen: { ...seen, count: details.length, details } }
    // §2.5.5 advises less than a year; 366 days leaves room for a leap year.
    return { reason: (until ?? 0) - Date.parse(at) > 366 * DAY ? 'valid-long' : 'valid', seen }
  },
})

type Fields = readonly (readonly [name: string, value: string])[]

/** Fields with their name in lower case; comments, the armour of a signature (§2.3) and other lines left out. */
function fieldsOf(text: string): Fields {
  const [body = ''] = text.slice(0, 20_000).split('-----BEGIN PGP SIGNATURE-----', 1)
  return body.split(/\r?\n/, 1_000).flatMap((line) => {
    const colon = line.indexOf(':')
    const name = line.slice(0, Math.max(colon, 0)).trim().toLowerCase()
    return /^[a-z][a-z-]*$/.test(name) && name !== 'hash' ? [[name, line.slice(colon + 1).trim()] as const] : []
  })
}

function valuesOf(fields: Fields, name: string): string[] {
  return fields.filter(([each, value]) => each === name && value !== '').map(([, value]) => value)
}

/** Milliseconds of an RFC 3339 date and time, which §2.5.5 asks; null for anything else. */
function moment(value: string): number | null {
  const shaped = /^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:[Zz]|[+-]\d\d:\d\d)$/.test(value)
  const parsed = shaped ? Date.parse(value.toUpperCase()) : Number.NaN
  return Number.isNaN(parsed) ? null : parsed
}

/** What is wrong with a file that can still be used, each as the section of RFC 9116 that asks it. */
function faults({
  url,
  contentType,
  contacts,
  expires,
  fields,
}: {
  url: string
  contentType: string | null
  contacts: readonly string[]
  expires: readonly string[]
  fields: Fields
}): string[] {
  const type = contentType ?? '–'
  const bare = contacts.filter((each) => !/^(?:https:\/\/|mailto:|tel:)\S/i.test(each))
  return [
    ...(url.startsWith('https:') ? [] : [`§3: ${clip(url)}`]),
    ...(/^\s*text\/plain\s*(?:;|$)/i.test(type) ? [] : [`§3: Content-Type: ${clip(type, 100)}`]),
    ...(/;\s*charset\s*=\s*"?(?!utf-8)[^"\s;]/i.test(type) ? [`§3: ${clip(type, 100)}`] : []),
    ...bare.map((each) => `§2.5.3: Contact: ${clip(each, 200)}`),
    ...(expires.length === 1 ? [] : [`§2.5.5: ${expires.length}× Expires`]),
    ...expires.filter((each) => moment(each) === null).map((each) => `§2.5.5: Expires: ${clip(each, 100)}`),
    ...(valuesOf(fields, 'preferred-languages').length > 1 ? ['§2.5.8: Preferred-Languages'] : []),
  ].slice(0, 20)
}
