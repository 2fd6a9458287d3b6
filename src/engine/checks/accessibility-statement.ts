/**
 * The accessibility statement that Dutch public bodies owe (Besluit digitale toegankelijkheid overheid): is it there,
 * is it in the national register, how old is it, and which status does the organisation itself declare. Never a status
 * of our own.
 * Trips on: no statement; one last updated fourteen months ago; one without its place in the register, or whose place
 * there is empty; one that declares status D or E. Near misses: a page "Toegankelijkheid" about wheelchairs, a blog, a
 * supplier's statement (unknown), a page that explains all statuses (none is then taken as declared).
 */
import { clip } from '../../lib/headers.ts'
import { defineCheck, shown, whole } from '../reading/claims.ts'
import { entriesIn, entryFor, entryOf } from '../reading/register.ts'
import { declaredStatus, monthsBetween, renewedOn, statusInLabel } from '../reading/statement-facts.ts'
import { kindOf, type StatementKind } from '../reading/statement-kind.ts'
import type { Observed, Statement } from '../../model/evidence.ts'

const ABOUT = /toegankelijkheid|digitoegankelijk|accessibility/i
/** Months after which the yearly renewal is due. */
const MONTHS = 12

export const accessibilityStatement = defineCheck({
  id: 'accessibility-statement',
  needs: { statements: true, session: ['before-consent'] },
  reasons: {
    declared: shown('met'),
    found: shown('met'),
    stale: whole('partly', 'statements'),
    'declared-short': shown('partly'),
    'no-register': whole('partly', 'statements'),
    'none-declared': shown('unmet'),
    gone: shown('unmet'),
    missing: whole('unmet', 'content', 'statements'),
    'other-site': 'unknown',
    unread: 'unknown',
  },
  judge({ statements, session }, { subject, at }) {
    const links = session.flatMap(({ value }) => value.links.slice(0, 2_000))
    const first = found(statements.accessibility, subject.address)
    const followed = found(statements.register, subject.address)
    // The link may have led to the register at once, or by way of a page of the site itself.
    const atFirst = first?.page !== undefined && entryOf(first.page.url) !== undefined
    const [own, place] = atFirst ? [undefined, first] : [first, followed]
    const pages = [first?.page, followed?.page].flatMap((page) => page ?? [])
    const entries = entriesIn([
      ...pages.map(({ url }) => ({ href: url, text: '' })),
      ...links,
      ...(first?.page?.links ?? []),
    ])
    const entry =
      entries.find(({ id }) => place?.page !== undefined && id === entryOf(place.page.url)) ??
      entryFor(entries, subject.address)
    const texts = [place, own].flatMap((one) => (one?.kind === 'statement' ? one.page!.text : []))
    const said = [...texts.map(declaredStatus), entry && statusInLabel(entry.text)]
    const inRegister = place?.kind === 'statement' ? declaredStatus(place.page!.text) : undefined
    const status = said.find((letter) => letter !== undefined)
    const updated = texts.map((text) => renewedOn(text, at)).find((day) => day !== undefined)
    const seen = {
      status: status ?? null,
      updated: updated ?? null,
      months: updated === undefined ? null : monthsBetween(updated, at),
      register: entry === undefined ? null : `https://www.toegankelijkheidsverklaring.nl/register/${entry.id}`,
      statement: pages[0] ? clip(pages[0].url) : null,
      details: [
        ...pages.map(({ url }) => clip(url)),
        ...entries.slice(0, 10).map(({ id }) => `register/${id}`),
        ...(status === undefined ? [] : [`status: ${status}`]),
        ...(updated === undefined ? [] : [`updated: ${updated}`]),
      ],
    }
    const stated = own?.kind === 'statement'
    if (place?.kind === 'of-something-else') return { reason: 'other-site', seen }
    if (place?.kind === 'not-there') return { reason: stated ? 'no-register' : 'gone', seen }
    // Who has no statement is said by the register alone: a site may mean another list of letters.
    if (status === 'E') return { reason: inRegister === 'E' ? 'none-declared' : 'unread', seen }
    if (seen.months !== null && seen.months >= MONTHS) return { reason: 'stale', seen }
    if (status === 'D') return { reason: 'declared-short', seen }
    if (entries.length > 0) {
      // A place in the register that was asked for and could not be read may be empty.
      const unknown = !stated && place?.kind === 'unread'
      return { reason: unknown ? 'unread' : status === undefined ? 'found' : 'declared', seen }
    }
    if (stated) return { reason: 'no-register', seen }
    if (own?.kind === 'of-something-else') return { reason: 'other-site', seen }
    if (own?.kind === 'not-there') return { reason: 'gone', seen }
    const hint = links.find(({ href, text }) => ABOUT.test(text.slice(0, 200)) || ABOUT.test(href.slice(0, 300)))
    if (hint) return { reason: 'unread', seen: { ...seen, details: [clip(hint.href)] } }
    if (statements.accessibility !== null) return { reason: 'unread', seen }
    return { reason: 'missing', seen }
  },
})

type Found = { readonly kind: StatementKind | 'unread'; readonly page?: Statement }

/** What came of following a link; undefined: there was none, or (in evidence of before) it was not followed. */
function found(observed: Observed<Statement> | null | undefined, address: string): Found | undefined {
  if (!observed) return undefined
  if (!observed.seen) return { kind: 'unread' }
  const page = observed.value
  if ([404, 410].includes(page.status)) return { kind: 'not-there', page }
  return page.status >= 400 ? { kind: 'unread' } : { kind: kindOf(page, address), page }
}
