/** Judged before read: establishes that the document in the browser is the page that was meant, or says why not. */
import { registrableDomain } from '../../../lib/domain.ts'
import type { Unseen } from '../../../model/evidence.ts'
import { asksToComeBack, toldLater } from '../../../outside/come-back.ts'
import { NotSeen } from '../../../outside/not-seen.ts'
import type { VisitedPage } from './visited-page.ts'
import { showsSomething, writtenBlank } from './shown.ts'
import { inTheWay, type Glance, type InTheWay } from '../../reading/in-the-way.ts'

const NET_ERRORS: readonly (readonly [RegExp, Unseen])[] = [
  [/ERR_(CERT|SSL|BAD_SSL|ECH)/, 'tls-failed'],
  [/ERR_NAME_NOT_RESOLVED|ERR_NAME_RESOLUTION_FAILED|ERR_DNS/, 'name-not-found'],
  [/TIMED_OUT/, 'timeout'],
  [/ERR_TOO_MANY_REDIRECTS/, 'redirect-loop'],
  [/ERR_(UNSAFE_PORT|UNSAFE_REDIRECT|BLOCKED_BY|DISALLOWED_URL_SCHEME|ACCESS_DENIED)/, 'refused-address'],
  [/ERR_(EMPTY_RESPONSE|CONNECTION|ADDRESS|TUNNEL|PROXY|NETWORK|INTERNET|SOCKET)/, 'unreachable'],
  [/ERR_(HTTP2|QUIC|INVALID|RESPONSE|CONTENT|INCOMPLETE)/, 'unreachable'],
  [/ERR_(OUT_OF_MEMORY|INSUFFICIENT_RESOURCES)/, 'crashed'],
]

const LOOK_MS = 3_000

/** The reason for a browser's network error (`net::ERR_…`). */
export const netReason = (error: string): Unseen =>
  NET_ERRORS.find(([pattern]) => pattern.test(error))?.[1] ?? 'unreachable'

/**
 * Throws NotSeen unless the page now in the browser is the page asked for: no error page, a status 200–299, HTML, not
 * empty, no wall of a bot protection, and still under the host's registrable domain. Gives the loader that was judged:
 * what is read must still stand under it afterwards. `look` runs the glance; it may free a page that hangs.
 */
export async function gate(page: VisitedPage, look: () => Promise<Glance>): Promise<string> {
  const current = page.document.current()
  if (!current) throw new NotSeen('timeout', 'no document arrived')
  const answer = page.document.response(current.loader)
  if (current.unreachable && (answer?.status ?? 0) < 400) {
    const error = answer?.failed ?? page.document.response()?.failed ?? 'error page of the browser'
    throw new NotSeen(netReason(error), error)
  }
  if (!/^https?:/.test(current.url) || !answer || answer.status === null) {
    throw new NotSeen('not-html', `the page went to ${current.url.slice(0, 200)}`)
  }
  const { hostname } = new URL(current.url)
  if (registrableDomain(hostname) !== registrableDomain(page.host)) {
    throw new NotSeen('redirected-away', registrableDomain(hostname))
  }
  const { status } = answer
  if (asksToComeBack(status, answer.headers)) {
    page.comeBack?.hear(current.url, status, answer.headers)
    throw new NotSeen('rate-limited', toldLater(status, answer.headers))
  }
  if (status === 401 || status === 407) throw new NotSeen('blocked', `status ${status}`)
  if (status >= 400 && current.unreachable) throw refusal(status, null)
  if (status === 204 || status === 205) throw new NotSeen('empty', `status ${status}`)
  const html = answer.mimeType === 'text/html' || answer.mimeType === 'application/xhtml+xml'
  if (!html) {
    if (status >= 400) throw refusal(status, null)
    throw new NotSeen('not-html', answer.mimeType || 'no content type')
  }
  const seen = await look()
  const found = inTheWay(status, answer.headers, seen)
  if (status < 200 || status > 299) throw refusal(status, found)
  if (found) throw new NotSeen(found.why, `status ${status}, ${found.sign}`)
  // A page that shows nothing without its scripts is what was to be seen.
  const bare = page.scripts && seen.textLength === 0 && seen.things === 0
  if (bare && !(await page.evaluate(page.document.frame, showsSomething, undefined, LOOK_MS))) {
    if (!(await page.evaluate(page.document.frame, writtenBlank, undefined, LOOK_MS)))
      throw new NotSeen('empty', 'a page without text, images or fields')
    // That it has no title is so; of what it does not hold, nothing is concluded.
    page.lacks.add('blank')
  }
  return current.loader
}

/** 403 is how sites turn machines away, with or without a wall; 404 and 410 say that there is no page. */
const refusal = (status: number, found: InTheWay | null) =>
  found?.why === 'blocked' || status === 403
    ? new NotSeen('blocked', `status ${status}${found?.why === 'blocked' ? `, ${found.sign}` : ''}`)
    : new NotSeen(status === 404 || status === 410 ? 'gone' : 'http-error', `status ${status}`)
