/**
 * Scripts and styles of other parties carry their fingerprint (`integrity`), so that the browser refuses them once
 * someone changed them at the supplier's (W3C Subresource Integrity).
 * Trips on: `<script src="https://cdn.example/lib.js">`. Near misses: a script of the own registrable domain, a script
 * inside the page, and an `integrity` that holds several fingerprints.
 */
import { defineCheck, shown, whole } from '../reading/claims.ts'
import { hostOf, sameParty } from '../../lib/domain.ts'
import { clip } from '../../lib/headers.ts'

export const subresourceIntegrity = defineCheck({
  id: 'subresource-integrity',
  needs: { session: ['before-consent'] },
  reasons: {
    'no-third-party': whole('met', 'content'),
    all: whole('met', 'content'),
    some: shown('partly'),
    none: whole('unmet', 'content'),
  },
  judge({ session }, { subject }) {
    const resources = session.flatMap(({ value }) => [
      ...value.scripts.map(({ src, integrity }) => ({ url: absolute(src, value.finalUrl), integrity })),
      ...value.stylesheets.map(({ href, integrity }) => ({ url: absolute(href, value.finalUrl), integrity })),
    ])
    const foreign = resources.flatMap(({ url, integrity }) => {
      const host = url && hostOf(url)
      return host && !sameParty(host, subject.address) ? [{ url, integrity }] : []
    })
    const all = new Set(foreign.map(({ url }) => url))
    const bare = new Set(foreign.filter(({ integrity }) => !hasFingerprint(integrity)).map(({ url }) => url))
    const seen = { total: all.size, count: bare.size, details: [...bare].slice(0, 20).map((url) => clip(url)) }
    if (all.size === 0) return { reason: 'no-third-party' }
    if (bare.size === 0) return { reason: 'all', seen }
    return { reason: bare.size < all.size ? 'some' : 'none', seen }
  },
})

function absolute(url: string, base: string): string | undefined {
  return url !== '' && URL.canParse(url, base) ? new URL(url, base).href : undefined
}

/** Browsers ignore what they do not know, so only a known algorithm protects. */
function hasFingerprint(integrity: string | null): boolean {
  return (integrity ?? '')
    .slice(0, 2_000)
    .split(/\s+/)
    .some((each) => /^sha(?:256|384|512)-[\w+/=-]{40,}/.test(each))
}
