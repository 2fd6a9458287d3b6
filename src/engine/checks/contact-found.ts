/**
 * Whether a visitor finds how to reach the organisation: telephone, mail, address or a form of its own (for shops and
 * services BW 3:15d asks for it).
 * Trips on: a site with pages of text and no way to reach anyone; only social media. Near misses: a contact page whose
 * number is a picture (unknown), `mailto:?subject=` (names nobody), a search form or one for remarks under an
 * article (no contact form); unknown: fields outside a form, a frame of others, words such as "Neem contact op".
 */
import { contactInLink, contactInText, isSocialMedia, namesDoubtfulNumber, type ContactWay } from '../../lib/contact.ts'
import { hostOf } from '../../lib/domain.ts'
import { clip } from '../../lib/headers.ts'
import { defineCheck, shown, whole } from '../reading/claims.ts'
import type { Lists, OwnerCategory } from '../../model/lists.ts'
import type { Session } from '../../model/evidence.ts'
import type { Subject } from '../../model/subject.ts'
import { unsureOfLoose } from '../reading/loose.ts'
import { takesMessage } from '../reading/personal.ts'
import { isOutside, ownerOf, type Page } from '../reading/visit.ts'

export const contactFound = defineCheck({
  id: 'contact-found',
  needs: { statements: true, session: ['before-consent'] },
  reasons: {
    found: shown('met'),
    form: shown('met'),
    'page-only': 'unknown',
    'number-in-doubt': 'unknown',
    social: whole('partly', 'content'),
    missing: whole('unmet', 'content'),
    thin: 'unknown',
  },
  judge({ statements, session }, { subject, lists }) {
    const linked = statements.contact
    const contact = linked?.seen && linked.value.status < 400 ? linked.value : undefined
    const pages = session.filter(({ value }) => value.status < 400).map(({ value }) => value)
    const links = [...pages.flatMap((page) => page.links), ...(contact?.links ?? [])]
    const ways = new Map<ContactWay, string>()
    for (const { href } of links) {
      const way = contactInLink(href)
      if (way && !ways.has(way)) ways.set(way, href)
    }
    const texts = [...(contact ? [contact] : []), ...pages.map(({ finalUrl, text }) => ({ url: finalUrl, text }))]
    for (const { url, text } of texts) {
      for (const way of contactInText(text)) if (!ways.has(way)) ways.set(way, url)
    }
    const details = [...ways].map(([way, where]) => clip(`${way} · ${where}`))
    if (ways.size > 0) return { reason: 'found', seen: { details } }
    const withForms = [...pages, ...(contact ? [{ forms: contact.forms ?? [], finalUrl: contact.url }] : [])]
    const form = withForms.flatMap(({ forms, finalUrl }) =>
      forms.filter(takesMessage).map(({ selector }) => clip(`form · ${selector} · ${finalUrl}`)),
    )
    if (form.length > 0) return { reason: 'form', seen: { details: form.slice(0, 20) } }
    // A number may be a picture, and a form may come from elsewhere: then there is a page, and more is not known.
    if (contact) return { reason: 'page-only', seen: { details: [clip(contact.url)] } }
    if (linked && !linked.seen) return { reason: 'page-only', seen: { why: linked.why } }
    const doubtful = texts.find(({ text }) => namesDoubtfulNumber(text))
    if (doubtful) return { reason: 'number-in-doubt', seen: { details: [clip(doubtful.url)] } }
    if (!judgeable(session)) return { reason: 'thin' }
    const unsure = [...unsureOfLoose(session), ...session.flatMap((page) => mayBeIn(page, subject, lists))]
    const social = links.filter(({ href }) => isSocialMedia(hostOf(href) ?? '')).map(({ href }) => clip(href))
    if (social.length > 0) return { reason: 'social', seen: { details: [...new Set(social)].slice(0, 20) }, unsure }
    const looked = pages.slice(0, 20).map(({ finalUrl }) => clip(finalUrl))
    return { reason: 'missing', seen: { pages: pages.length, details: looked }, unsure }
  },
})

/** Whether enough of the landing page was seen to say that something is not there. */
function judgeable(session: readonly { readonly role: string; readonly value: Session }[]): boolean {
  return session.some(({ role, value }) => role === 'landing' && value.status < 400 && value.textLength >= 200)
}

/** What asks to get in touch, and may be a button that opens a form or calls by a script. */
const INVITES = new RegExp(
  '(?<!\\p{L})(?:neemt? (?:\\p{L}+ ){0,2}contact|contact ?(?:opnemen|formulier)|' +
    '(?:bel|mail|app|contact|call) (?:ons|us)|get in touch|(?:stuur|schrijf) (?:ons )?een bericht)(?!\\p{L})',
  'iu',
)
/** What frames of these hold is known, and no form. */
const NO_FORM: ReadonlySet<OwnerCategory | undefined> = new Set([
  'analytics',
  'advertising',
  'social',
  'video',
  'maps',
  'captcha',
  'consent',
  'payment',
  'tag-manager',
])

/** Where a page may hold a way to reach somebody that we did not see: a frame of others, or what a button opens. */
function mayBeIn({ page, value }: Page, subject: Subject, lists: Lists) {
  const framed = value.frames.some(({ url }) => {
    const frame = URL.parse(url)
    const outside = frame?.protocol === 'https:' && isOutside(frame.hostname, { value }, subject)
    return outside && !NO_FORM.has(ownerOf(url, lists)?.category)
  })
  return [
    ...(framed ? [{ page, part: 'content', lack: 'frames' } as const] : []),
    ...(INVITES.test(value.text) ? [{ page, part: 'content', lack: 'unopened' } as const] : []),
  ]
}
