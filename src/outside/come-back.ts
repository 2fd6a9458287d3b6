/** What a host asks of whoever asks it too much: to come back later. All that asks in one visit keeps to it. */
import { registrableDomain } from '../lib/domain.ts'
import { retryAfter } from '../lib/retry-after.ts'
import type { Headers } from '../model/evidence.ts'
import { NotSeen } from './not-seen.ts'

/** Milliseconds that a host keeps us away at most, whatever it says: who says a year is not left alone for a year. */
const MOST = 86_400_000

export type ComeBack = {
  /** Takes in how this address answered. */
  hear(url: string, status: number, headers: Headers): void
  /** Why nothing more is asked of the host of this address, or of another under its domain; undefined: it may be. */
  off(url: string): { readonly why: 'rate-limited'; readonly detail: string } | undefined
  /** When the host of the visit may be asked again, if it said so: a moment to come, at most a day away. */
  until(): Date | undefined
  /** Aborted, with a NotSeen, once the host of the visit said so: for what connects and asks for no page. */
  readonly signal: AbortSignal
}

/**
 * Whether this answer asks to come back later: 429 (RFC 6585 §4), or 503 that says when (RFC 9110 §15.6.4, §10.2.3). A
 * 503 that does not is an error like any other.
 */
export const asksToComeBack = (status: number, headers: Headers): boolean =>
  status === 429 || (status === 503 && lineOf(headers) !== undefined)

/** How that answer is told: its status, and what it says of when. */
export function toldLater(status: number, headers: Headers): string {
  const line = lineOf(headers)
  return `status ${status}${line === undefined ? '' : `, retry-after ${line.slice(0, 40)}`}`
}

const lineOf = (headers: Headers): string | undefined =>
  headers.find(([name, value]) => name === 'retry-after' && value.trim() !== '')?.[1]

/** For one visit of this host. What one host asks holds for its registrable domain, as one visit at a time does. */
export function openComeBack(host: string): ComeBack {
  const own = registrableDomain(host)
  const asked = new Map<string, { readonly detail: string; readonly until: number }>()
  const ended = new AbortController()
  const domainOf = (url: string) => registrableDomain(new URL(url).hostname)
  return {
    hear(url, status, headers) {
      if (!asksToComeBack(status, headers)) return
      const domain = domainOf(url)
      const now = Date.now()
      const until = now + Math.min(retryAfter(lineOf(headers), now), MOST)
      const detail = `not asked: the site said earlier to come back later (${toldLater(status, headers)})`
      const before = asked.get(domain)
      asked.set(domain, { detail, until: Math.max(until, before?.until ?? 0) })
      if (domain === own) ended.abort(new NotSeen('rate-limited', detail))
    },
    off(url) {
      const one = asked.get(domainOf(url))
      return one && { why: 'rate-limited', detail: one.detail }
    },
    until() {
      const at = asked.get(own)?.until ?? 0
      return at > Date.now() ? new Date(at) : undefined
    },
    signal: ended.signal,
  }
}
