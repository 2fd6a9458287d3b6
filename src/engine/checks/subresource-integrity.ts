/**
 * Scripts and styles of other parties carry their fingerprint (`integrity`), so that the browser refuses them once
 * someone changed them at the supplier's (W3C Subresource Integrity). Asked only of what stands in the page's own HTML
 * and has a fixed content: a version or a hash in its path. What a script adds is that script's doing, and a file that
 * its supplier renews at one address cannot have a fingerprint.
 * Trips on: `<script src="https://cdn.example/lib-1.2.3.js">`. Near misses: a script of the own registrable domain, one
 * that a tag manager adds, `lib@1/dist/lib.js` (the newest 1), `?ver=6.4`, one that waits for consent as `text/plain`.
 */
import { defineCheck, shown, whole } from '../reading/claims.ts'
import { hostOf } from '../../lib/domain.ts'
import { clip } from '../../lib/headers.ts'
import type { Lists, OwnerCategory } from '../../model/lists.ts'
import { hasFingerprint } from '../reading/fingerprint.ts'
import { isOutside, ownerOf, type Page } from '../reading/visit.ts'

export const subresourceIntegrity = defineCheck({
  id: 'subresource-integrity',
  needs: { session: ['before-consent'] },
  reasons: {
    'no-third-party': whole('met', 'content', 'requests'),
    added: whole('not-applicable', 'content', 'requests'),
    changing: whole('not-applicable', 'content', 'requests'),
    all: whole('met', 'content', 'requests'),
    some: shown('partly'),
    none: whole('unmet', 'content', 'requests'),
  },
  judge({ session }, { subject, lists }) {
    const foreign = session.flatMap((page) =>
      resourcesOf(page).filter(({ url }) => isOutside(hostOf(url) ?? '', page, subject)),
    )
    if (foreign.length === 0) return { reason: 'no-third-party' }
    const asked = foreign.filter(({ url, inHtml }) => inHtml && isFixed(url, lists))
    const all = new Set(asked.map(({ url }) => url))
    const bare = new Set(asked.filter(({ integrity }) => !hasFingerprint(integrity)).map(({ url }) => url))
    if (all.size === 0) {
      const inHtml = foreign.filter((each) => each.inHtml)
      const others = [...new Set((inHtml.length > 0 ? inHtml : foreign).map(({ url }) => clip(url)))]
      const reason = inHtml.length > 0 ? 'changing' : 'added'
      return { reason, seen: { total: others.length, details: others.slice(0, 20) } }
    }
    const seen = { total: all.size, count: bare.size, details: [...bare].slice(0, 20).map((url) => clip(url)) }
    if (bare.size === 0) return { reason: 'all', seen }
    return { reason: bare.size < all.size ? 'some' : 'none', seen }
  },
})

type Resource = { readonly url: string; readonly integrity: string | null; readonly inHtml: boolean }

/** What was really fetched as a script or style, and whether the page's own HTML asked for it. */
function resourcesOf({ value }: Page): Resource[] {
  const asked = new Map<string, boolean>()
  for (const { url: said, initiator } of value.requests) {
    // Browsers of one year write fewer signs with a `%` than those of the next.
    const url = URL.parse(said)?.href ?? said
    if (!asked.has(url)) asked.set(url, initiator.kind === 'parser')
  }
  return [
    ...value.scripts.map(({ src, integrity }) => ({ url: absolute(src, value.finalUrl), integrity })),
    ...value.stylesheets.map(({ href, integrity }) => ({ url: absolute(href, value.finalUrl), integrity })),
  ].flatMap(({ url, integrity }) => {
    const inHtml = url === undefined ? undefined : asked.get(url)
    return url === undefined || inHtml === undefined ? [] : [{ url, integrity, inHtml }]
  })
}

function absolute(url: string, base: string): string | undefined {
  return url !== '' && URL.canParse(url, base) ? new URL(url, base).href : undefined
}

/** Services that give each visitor what they want him to have, whatever version their address names. */
const PER_REQUEST: ReadonlySet<OwnerCategory> = new Set([
  'advertising',
  'captcha',
  'chat',
  'consent',
  'social',
  'tag-manager',
])
/** `/1.2.3/`, `lib-2.1.min.js`, `lib@1.2.3`: after an @ less than three numbers mean the newest of them (npm). */
const VERSION = /@v?\d+\.\d+\.\d+|(?:^|[/_.-])v?\d+\.\d+(?:\.\d+)*(?=[/_.-]|$)/i
/** Characters of a file's name that are read: a longer one costs more than it tells. */
const NAME = 200
/** `app.0f3a9c1b.js`: the hash of the content in its name. */
const HASH = /(?<=.)[._-](?=[\da-f]*\d)[\da-f]{8,64}(?:[._-][a-z]+)*\.(?:m?js|css)$/i

/** Whether the file at this address stays what it is. */
function isFixed(url: string, lists: Lists): boolean {
  const { hostname, pathname } = new URL(url)
  const category = ownerOf(url, lists)?.category
  if (lists.changing(hostname) || (category !== undefined && PER_REQUEST.has(category))) return false
  // A range after an @ decides, whatever stands behind it.
  if (/@/.test(pathname) && !/@v?\d+\.\d+\.\d+/.test(pathname)) return false
  return VERSION.test(pathname) || HASH.test(pathname.slice(pathname.lastIndexOf('/') + 1).slice(-NAME))
}
