/**
 * What checks of visited pages share: who is another party, and what really left for it.
 */
import { hostOf, registrableDomain } from '../../lib/domain.ts'
import type { Lacking } from '../../model/check.ts'
import type { Outcome, Request, Session, Sighting } from '../../model/evidence.ts'
import type { Lists, Owner, OwnerCategory } from '../../model/lists.ts'
import type { Subject } from '../../model/subject.ts'

export type Page = Sighting<Session>
/** Where a page led, by which it is known whose it is. */
type Where = { readonly value: { readonly finalUrl: string } }
/** A request to another party than the site itself. */
export type Outside = { readonly page: Page; readonly request: Request; readonly host: string }

/** Registrable domains of the site itself on this page: that of its name, and the one its redirects end at. */
function ownDomains({ value }: Where, subject: Subject): ReadonlySet<string> {
  return new Set([subject.address, hostOf(value.finalUrl) ?? subject.address].map(registrableDomain))
}

/**
 * Whether a host belongs to another party than the site. A second domain of the same organisation counts as another.
 */
export const isOutside = (host: string, page: Where, subject: Subject): boolean =>
  host !== '' && !ownDomains(page, subject).has(registrableDomain(host))

/** Whether a request is of a frame of another site, out of which nothing can look (HTML §7.1, same origin). */
export const isForeignFrame = ({ frame }: Request, page: Where, subject: Subject): boolean =>
  isOutside(hostOf(frame) ?? '', page, subject)

/** Whether somebody heard of a request. */
type Heard = 'yes' | 'no' | 'unclear'
const HEARD: Readonly<Record<Outcome, Heard>> = {
  answered: 'yes',
  sent: 'yes',
  blocked: 'no',
  unresolved: 'no',
  unreached: 'no',
  refused: 'no',
  unclear: 'unclear',
}
/** Of evidence of before the outcome was kept: what says in the browser's words that nothing left. */
const NEVER_LEFT =
  /\((?:csp|mixed-content|inspector|subresource-filter)\)|ERR_NAME_NOT_RESOLVED|ERR_BLOCKED_BY_(?:CLIENT|CSP)/i
const MAYBE_LEFT = /ERR_(?:TUNNEL_CONNECTION_FAILED|CERT_|SSL_|INTERNET_DISCONNECTED)/

function heard({ outcome, failed, status, url }: Request): Heard {
  if (outcome !== undefined) return HEARD[outcome]
  if (NEVER_LEFT.test(failed ?? '')) return 'no'
  // Over plain http our own proxy answered 502 for what it could not reach.
  return MAYBE_LEFT.test(failed ?? '') || (status === 502 && url.startsWith('http:')) ? 'unclear' : 'yes'
}

function requestsTo(pages: readonly Page[], subject: Subject, wanted: Heard): Outside[] {
  return pages.flatMap((page) => {
    const own = ownDomains(page, subject)
    return page.value.requests.flatMap((request) => {
      const host = hostOf(request.url)
      const outside = host !== undefined && !own.has(registrableDomain(host)) && heard(request) === wanted
      return outside ? [{ page, request, host }] : []
    })
  })
}

/** Requests that other parties heard of, in order. What was stopped, refused or sent to nobody is none of these. */
export const outsideRequests = (pages: readonly Page[], subject: Subject): Outside[] =>
  requestsTo(pages, subject, 'yes')

/**
 * What would matter to a check and of which it cannot be told whether it left: `matters` says whether it would, were it
 * heard.
 */
export const unsureOf = (
  pages: readonly Page[],
  subject: Subject,
  matters: (request: Outside) => boolean = () => true,
): Lacking[] =>
  requestsTo(pages, subject, 'unclear')
    .filter(matters)
    .map(({ page }) => ({ page: page.page, part: 'requests', lack: 'unclear-request' }))

/** Services a page needs for what its visitor asked. */
const SERVING: ReadonlySet<OwnerCategory> = new Set(['consent', 'captcha', 'payment', 'government'])

/**
 * Whether a listed request serves the visitor or the public, such as the tool that asks for consent counting its
 * answers.
 */
export const serves = (owner: Owner | undefined): boolean => owner !== undefined && SERVING.has(owner.category)

/** Providers of room, where anybody can have what they like: an own API, files, or a tracker. */
const RENTED: ReadonlySet<OwnerCategory> = new Set(['hosting', 'cdn'])

/** Whether a host is known only by who lets the room: who it is that reads or is sent something, that does not say. */
export const isRented = (owner: Owner | undefined): boolean => owner !== undefined && RENTED.has(owner.category)

/** Services that share a host with others of their company and are told apart by their path. */
const PATHS: readonly (readonly [OwnerCategory, RegExp])[] = [
  ['captcha', /^https:\/\/www\.(?:google\.com|gstatic\.com|recaptcha\.net)\/recaptcha\//],
  ['maps', /^https:\/\/(?:(?:www\.)?google\.[a-z.]{2,6}\/maps(?:\/|\?|$)|maps\.google\.[a-z.]{2,6}\/)/],
]

/**
 * Who is behind an address and for what, as far as the list knows: every check that weighs what a service does asks it
 * here, so that they say the same. Where only a host is known, as of a cookie, `lists.owner` tells the company.
 */
export function ownerOf(url: string, lists: Lists): Owner | undefined {
  const host = hostOf(url)
  const owner = host === undefined ? undefined : lists.owner(host)
  const category = PATHS.find(([, pattern]) => pattern.test(url))?.[0]
  return owner && category ? { ...owner, category } : owner
}
