/**
 * Whether scripts and styles that a page takes from a public store of packages name one version, so that what its
 * visitors run changes when the site decides so and not when a stranger publishes (npm CDNs: `name@version`). A
 * fingerprint (Subresource Integrity) does the same.
 *   none    nothing of such a store                       → not applicable
 *   pinned  each names a whole version or has its print   → met
 *   some    a part of them names none, or only a range    → partly
 *   open    none of them names one                        → unmet
 * Trips on: `https://unpkg.com/swiper/…`, `/npm/vue@3/…`, one such part among several (`/combine/`). Near misses:
 * `@3.4.21`, a commit, an open one with its fingerprint, `widget@2` at a supplier's own server, what another script
 * adds, what a frame of another site asks.
 */
import { hostOf } from '../../lib/domain.ts'
import { clip } from '../../lib/headers.ts'
import type { Session } from '../../model/evidence.ts'
import { defineCheck, shown, whole } from '../reading/claims.ts'
import { hasFingerprint } from '../reading/fingerprint.ts'
import { isForeignFrame, outsideRequests } from '../reading/visit.ts'

export const packagesPinned = defineCheck({
  id: 'packages-pinned',
  needs: { session: ['before-consent'] },
  reasons: {
    none: whole('not-applicable', 'content', 'requests'),
    pinned: whole('met', 'content', 'requests'),
    some: shown('partly'),
    open: whole('unmet', 'content', 'requests'),
  },
  judge({ session }, { subject }) {
    const asked = outsideRequests(session, subject)
      .filter(({ request }) => request.initiator.kind === 'parser' && request.redirectedFrom === null)
      .filter(({ request }) => request.type === 'script' || request.type === 'stylesheet')
      .filter(({ request, page }) => !isForeignFrame(request, page, subject))
      .map(({ request: { url, cut }, page }) => ({
        url,
        kind: kindOf(url, cut),
        printed: printsOf(page.value).has(url),
      }))
    const all = new Set(asked.filter(({ kind }) => kind !== undefined).map(({ url }) => url))
    const open = new Set(asked.filter(({ kind, printed }) => kind === 'open' && !printed).map(({ url }) => url))
    if (all.size === 0) return { reason: 'none' }
    const seen = { total: all.size, count: open.size, details: [...open].slice(0, 20).map((url) => clip(url)) }
    if (open.size === 0) return { reason: 'pinned', seen }
    return { reason: open.size < all.size ? 'some' : 'open', seen }
  },
})

/** Stores where an address without a version means the newest. */
const STORES: ReadonlySet<string> = new Set([
  'cdn.jsdelivr.net',
  'cdn.skypack.dev',
  'cdn.tailwindcss.com',
  'esm.run',
  'esm.sh',
  'ga.jspm.io',
  'unpkg.com',
])
/** `name@version` as a part of a path. */
const PACKAGE = /\/(?:[\w.-]+)@([^/+,]{1,100})/
/** A whole version (semver.org §2), or a commit. */
const WHOLE = /^v?\d+\.\d+\.\d+(?:[-+][\w.+-]+)?$|^[\da-f]{7,40}$/
/** What moves: a range or a name of the newest. Anything else after an @ elsewhere may be no package at all. */
const MOVES = /^(?:latest|next|beta|canary|main|master|v?\d+(?:\.\d+|\.x){0,2}|[\^~][\w.-]+)$/

/** A mirror of a public store keeps its packages where the store does. */
const MIRROR = /\/npm\/(?:@[\w.-]+\/)?[\w.-]+@/

type Kind = 'fixed' | 'open' | undefined

/** `cut`: only the beginning of the address was kept, so that its last part is none. */
function kindOf(url: string, cut: boolean | undefined): Kind {
  const store = STORES.has(hostOf(url) ?? '')
  const path = decoded(URL.parse(url)?.pathname ?? '')
  if (!store || !path.startsWith('/combine/')) return kindOfOne(path, store)
  // Several packages in one address (jsDelivr).
  const parts = path.slice('/combine/'.length).split(',')
  const kinds = (cut ? parts.slice(0, -1) : parts).map((part) => kindOfOne(`/${part}`, store))
  return kinds.includes('open') ? 'open' : cut ? undefined : 'fixed'
}

function kindOfOne(path: string, store: boolean): Kind {
  const version = PACKAGE.exec(path)?.[1]
  if (version !== undefined && WHOLE.test(version)) return 'fixed'
  // At its own server a supplier decides what `@2` is.
  if (version !== undefined && MOVES.test(version)) return store || MIRROR.test(path) ? 'open' : undefined
  if (!store) return undefined
  // A version as a folder, as in `/wp/…/tags/1.2.0/`.
  return /\/v?\d+\.\d+\.\d+(?:\/|$)/.test(path) ? 'fixed' : 'open'
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path.slice(0, 4_000))
  } catch {
    return path.slice(0, 4_000)
  }
}

/** Addresses of scripts and styles of a page that carry a fingerprint. */
function printsOf({ scripts, stylesheets, finalUrl }: Session): ReadonlySet<string> {
  const all = [
    ...scripts.map(({ src, integrity }) => ({ url: src, integrity })),
    ...stylesheets.map(({ href, integrity }) => ({ url: href, integrity })),
  ]
  return new Set(
    all.flatMap(({ url, integrity }) => (hasFingerprint(integrity) ? [URL.parse(url, finalUrl)?.href ?? url] : [])),
  )
}
