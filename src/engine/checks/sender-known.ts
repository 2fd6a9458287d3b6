/**
 * By what a visitor can tell whose site this is: a number of the trade register, of VAT or of a public body (KvK, btw,
 * OIN, RSIN), mail under the site's own domain, or a postal address. What anybody can have (a mailbox of a large
 * provider) tells nothing.
 * Trips on: pages seen whole with none of these (`missing`); only `bakker@gmail.com` (`free-mail`). Near misses: eight
 * digits that are a telephone or order number, the mail of the web builder in the footer, an address in a picture
 * (`missing` says that we read no pictures).
 */
import { contactInText, mailsIn, namesStreet } from '../../lib/contact.ts'
import { hostOf, registrableDomain } from '../../lib/domain.ts'
import { clip } from '../../lib/headers.ts'
import { asTyped } from '../../lib/words.ts'
import { defineCheck, shown, whole } from '../reading/claims.ts'
import { isLandingSeen, saidBy, type SaidPage } from '../reading/said.ts'

const NUMBERS: readonly (readonly [name: string, pattern: RegExp])[] = [
  [
    'KvK',
    /\b(?:kvk|k\.v\.k\.|kamer van koophandel|handelsregister|chamber of commerce|coc)\b[^\d\n]{0,40}\d{4} ?\d{4}\b/i,
  ],
  ['btw', /\bNL ?\d{3}[ .]?\d{3}[ .]?\d{3}[ .]?B[ .]?\d{2}\b/],
  ['OIN', /\bOIN\b[^\d\n]{0,20}\d{20}\b/],
  ['RSIN', /\bRSIN\b[^\d\n]{0,20}\d{9}\b/],
]
/** Mailboxes that anybody can take, under any name. */
const FREE = new RegExp(
  `@(?:${[
    '(?:gmail|googlemail|icloud|me|mac|aol|protonmail)\\.com|proton\\.me|(?:gmx|web)\\.(?:net|de|com)',
    '(?:hotmail|outlook|live|msn|yahoo)\\.[a-z.]{2,6}',
    '(?:ziggo|kpnmail|planet|home|hetnet|xs4all|upcmail|chello|casema|telfort|tele2|zonnet|quicknet|' +
      'solcon|kpnplanet)\\.nl',
  ].join('|')})$`,
)

export const senderKnown = defineCheck({
  id: 'sender-known',
  needs: { statements: true, session: ['before-consent'] },
  reasons: {
    known: shown('met'),
    'free-mail': whole('partly', 'content', 'statements'),
    missing: whole('unmet', 'content', 'statements'),
    unread: 'unknown',
    thin: 'unknown',
  },
  judge({ session, statements }, { subject }) {
    const pages = saidBy(session, statements)
    const own = new Set(
      [subject.address, ...session.map(({ value }) => hostOf(value.finalUrl) ?? '')].map(registrableDomain),
    )
    const signs = pages.flatMap((page) => signsOn(page, own).map((sign) => clip(`${sign} · ${page.url}`)))
    if (signs.length > 0) return { reason: 'known', seen: { details: [...new Set(signs)].toSorted().slice(0, 20) } }
    // Who stands behind a site mostly stands on the page that could not be read.
    const unread = [statements.contact, statements.privacy, statements.terms].find((one) => one && !one.seen)
    if (unread && !unread.seen) return { reason: 'unread', seen: { why: unread.why } }
    const free = pages.flatMap(({ text, links }) => mailsOf(text, links)).filter((mail) => FREE.test(mail))
    if (free.length > 0)
      return { reason: 'free-mail', seen: { count: new Set(free).size, details: [...new Set(free)].slice(0, 20) } }
    if (!isLandingSeen(session)) return { reason: 'thin' }
    return { reason: 'missing', seen: { pages: pages.length, details: pages.slice(0, 20).map(({ url }) => clip(url)) } }
  },
})

const mailsOf = (text: string, links: SaidPage['links']): string[] =>
  mailsIn(
    text,
    links.slice(0, 500).map(({ href }) => href),
  )

/** What says whose this page is, each by its kind. */
function signsOn({ text, links }: SaidPage, own: ReadonlySet<string>): string[] {
  const typed = asTyped(text)
  const mail = mailsOf(text, links).find((each) => own.has(registrableDomain(each.slice(each.lastIndexOf('@') + 1))))
  return [
    ...NUMBERS.flatMap(([name, pattern]) => (pattern.test(typed) ? [name] : [])),
    ...(mail ? [mail] : []),
    ...(contactInText(text).includes('address') || namesStreet(text) ? ['address'] : []),
  ]
}
