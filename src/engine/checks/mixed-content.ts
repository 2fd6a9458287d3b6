/**
 * A page over https asks for nothing over http (W3C Mixed Content). Active: scripts, styles, frames and data, which can
 * change the page and which browsers block, so that something is missing; passive: images, sound and video, which
 * browsers try over https first. From the requests, and from what the browser itself said about those it blocked or
 * upgraded.
 * Trips on: `<script src="http://…">` (unmet), `<img src="http://…">` (partly). Near misses: a link to an http page, a
 * page that began at http:// and was redirected, and everything on a page that is itself http.
 */
import { defineCheck, shown, whole } from '../reading/claims.ts'
import { details, tellAddress } from '../reading/telling.ts'
import type { Session } from '../../model/evidence.ts'
import { hostOf } from '../../lib/domain.ts'

const PASSIVE = ['image', 'media']

export const mixedContent = defineCheck({
  id: 'mixed-content',
  needs: { session: ['before-consent'] },
  reasons: { none: whole('met', 'requests'), passive: shown('partly'), active: shown('unmet'), 'no-https': 'unknown' },
  judge({ session }) {
    const pages = session.filter(({ value }) => value.finalUrl.startsWith('https:'))
    if (pages.length === 0) return { reason: 'no-https' }
    const found = pages.flatMap(({ value }) => [...requested(value), ...told(value)])
    const active = unique(found.filter(({ passive }) => !passive))
    const passive = unique(found.filter((each) => each.passive)).filter((url) => !active.includes(url))
    const seen = {
      pages: pages.length,
      count: active.length + passive.length,
      details: [...details(active), ...details(passive)].slice(0, 20),
    }
    if (active.length > 0) return { reason: 'active', seen: { ...seen, count: active.length } }
    return { reason: passive.length > 0 ? 'passive' : 'none', seen }
  },
})

type Mixed = { readonly url: string; readonly passive: boolean }

function requested({ requests, url, finalUrl }: Session): Mixed[] {
  // The page's own address may have been http before it was redirected here.
  const own = new Set([url, finalUrl])
  for (const { url: asked, type, redirectedFrom } of requests.toReversed()) {
    if (type === 'document' && redirectedFrom && own.has(asked)) own.add(redirectedFrom)
  }
  return requests
    .filter((each) => (each.type === 'document' ? !own.has(each.url) : each.frame.startsWith('https:')))
    .filter((each) => isPlain(each.url))
    .map((each) => ({ url: each.url, passive: PASSIVE.includes(each.type) }))
}

/**
 * What the browser did with each; in evidence of before by what Chrome writes:
 * `Mixed Content: The page at '…' … requested an insecure image 'http://…'. This request …`
 */
function told({ console, mixed }: Session): Mixed[] {
  if (mixed)
    return mixed.filter(({ url }) => isPlain(url)).map(({ url, became }) => ({ url, passive: became !== 'blocked' }))
  return console.slice(0, 500).flatMap(({ text }) => {
    const message = text.slice(0, 2_000)
    if (!message.startsWith('Mixed Content:')) return []
    const url = /requested an insecure [^']{1,60}'([^']{1,500})'/.exec(message)?.[1]
    return url && isPlain(url) ? [{ url, passive: !message.includes('has been blocked') }] : []
  })
}

/** Over http or ws, and to another machine: a browser trusts its own (Secure Contexts §3.1). */
function isPlain(url: string): boolean {
  const host = /^(?:http|ws):/.test(url) ? hostOf(url) : undefined
  return host !== undefined && !/^(?:.*\.)?localhost$|^127\.|^\[::1\]$/.test(host)
}

function unique(found: readonly Mixed[]): string[] {
  return [...new Set(found.map(({ url }) => tellAddress(url, 300)))]
}
