/** Which answer of a site its headers are judged on: that of the page a visitor ends up with. */
import { shown } from './claims.ts'
import { clip } from '../../lib/headers.ts'
import { hostOf, sameParty } from '../../lib/domain.ts'
import type { Chain, Hop, Http } from '../../model/evidence.ts'
import type { Seen } from '../../model/finding.ts'

/** Reasons there is no page to judge; a check that calls answerOf spreads them into its own reasons. */
export const NO_PAGE = { 'no-answer': 'unknown', 'error-page': 'unknown', elsewhere: shown('not-applicable') } as const

export type Answer =
  | { readonly page: Hop; readonly chain: Chain }
  | { readonly page?: never; readonly reason: keyof typeof NO_PAGE; readonly seen: Seen }

/**
 * The last hop of the https walk; of the http walk if https did not answer, because that is then what visitors get.
 * `elsewhere`: the walk ends under another registrable domain, so the subject shows no page of its own. `error-page`:
 * status 400 or above, often a wall in front of the site with headers of its own, so nothing is known of the site
 * itself.
 */
export function answerOf(http: Http, address: string): Answer {
  const walk = http.secure.seen ? http.secure : http.plain
  const last = walk.seen ? walk.value.hops.at(-1) : undefined
  if (!walk.seen || !last) return { reason: 'no-answer', seen: { why: walk.seen ? 'empty' : walk.why } }
  const seen = { url: clip(last.url), status: last.status }
  if (last.status >= 400) return { reason: 'error-page', seen }
  const stillMoving = last.status >= 300 && last.status !== 304
  if (stillMoving || !sameParty(hostOf(last.url) ?? '', address)) return { reason: 'elsewhere', seen }
  return { page: last, chain: walk.value }
}
