/** How Observatory weighs a content security policy: by the worst it lets through. */
import { linesOf } from '../lib/headers.ts'
import type { Chain } from '../model/evidence.ts'
import type { Span } from '../model/yardstick.ts'

const BROAD = ['ftp:', 'http:', 'https:', '*', 'http://*', 'http://*.*', 'https://*', 'https://*.*']
const INLINE = ["'unsafe-inline'", 'data:']
const PASSIVE = ['img-src', 'media-src']
const NONCE = /^'(?:sha256|sha384|sha512|nonce)-/
/** Directives that it knows; another makes the whole policy one that it cannot read. */
const LENGTH = 20_000

/** Of several policies it makes one; so do we not, and then the span is all of it. */
export function cspPoints({ hops, body }: Chain): Span {
  const { headers, url } = hops.at(-1)!
  const lines = linesOf(headers, 'content-security-policy')
  const metas = body.policies ?? []
  if (lines.length + metas.length === 0) return [-25, -25]
  if (lines.length + metas.length > 1) return [-25, 10]
  const read = directivesOf((lines[0] ?? metas[0]!).slice(0, LENGTH))
  if (read === null) return [-25, 10]
  // In a page only some directives count for it.
  if (
    lines.length === 0 &&
    [...read.keys()].every((name) => ['frame-ancestors', 'report-uri', 'sandbox'].includes(name))
  )
    return [-25, -25]
  const points = weighed(read, url.startsWith('https:'))
  return [points, points]
}

/** null: something in it that may make it unreadable to Observatory, which differs by version. */
function directivesOf(text: string): Map<string, string[]> | null {
  const found = new Map<string, string[]>()
  for (const part of text.split(';')) {
    const [name, ...values] = part.trim().split(/\s+/)
    if (name === undefined || name === '') continue
    const key = name.toLowerCase()
    if (!/^[a-z-]+$/.test(key) || found.has(key) || text.includes(',')) return null
    found.set(
      key,
      values.map((each) => (NONCE.test(each.toLowerCase()) ? each : each.toLowerCase())),
    )
  }
  return found.size === 0 ? null : found
}

function weighed(csp: ReadonlyMap<string, readonly string[]>, secure: boolean): number {
  const of = (name: string) => csp.get(name) ?? csp.get('default-src') ?? ['*']
  const guarded = (sources: readonly string[]) => {
    const nonced = sources.some((each) => NONCE.test(each.toLowerCase()))
    return nonced ? sources.filter((each) => each !== "'unsafe-inline'") : [...sources]
  }
  const style = guarded(of('style-src'))
  let script = guarded(of('script-src'))
  if (script.includes("'strict-dynamic'")) {
    if (!script.some((each) => NONCE.test(each.toLowerCase()))) return -25
    script = script.filter((each) => each !== "'self'" && !BROAD.some((broad) => each.startsWith(broad)))
  }
  const has = (sources: readonly string[], some: readonly string[]) => sources.some((each) => some.includes(each))
  if (has(script, [...BROAD, ...INLINE]) || has(of('object-src'), BROAD)) return -20
  const plain = (sources: readonly string[]) => secure && sources.some((each) => /^(?:http|ftp):/.test(each))
  const active = [...csp].flatMap(([name, sources]) => (PASSIVE.includes(name) || name === 'script-src' ? [] : sources))
  if (plain([...active, ...script])) return -20
  if (has([...script, ...style], ["'unsafe-eval'"])) return -10
  const passive = PASSIVE.flatMap((name) => csp.get(name) ?? csp.get('default-src') ?? [])
  if (plain(passive)) return -10
  if (has(style, [...BROAD, ...INLINE])) return 0
  return csp.get('default-src')?.join(' ') === "'none'" ? 10 : 5
}
