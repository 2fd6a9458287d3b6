/** Reads the map that a site has of itself, for choosing among its pages: what it has, and not only what is linked. */
import { gunzipSync } from 'node:zlib'
import { textOf } from '../../../outside/body.ts'
import type { Egress } from '../../../outside/egress.ts'
import { fetchPage } from '../../../outside/fetch.ts'
import { NotSeen } from '../../../outside/not-seen.ts'
import { sameSite, type Robots } from '../../reading/robots.ts'
import { readSitemap, sitemapsIn } from '../../reading/sitemap.ts'
import { header } from './http.ts'

/**
 * The addresses that maps name; `whole`: every map that is named was read to its end, so that these are all of them.
 * One that stands elsewhere, that robots may not see or that could not be had was not.
 */
export type Mapped = { readonly addresses: readonly string[]; readonly whole: boolean }

/** Bytes of one map, as they come and unpacked. */
const BYTES = 500_000
/** Files that are fetched, maps of maps among them. */
const FILES = 4
/** Maps that are taken from one map of maps. */
const INDEXED = 100
/** Milliseconds for one file, and after which no further one is begun. */
const FILE = 8_000
const ALL = 8_000
/** Where a map stands that nobody names. */
const PLACE = '/sitemap.xml'
/** What a map of pages is called, before one of pictures, tags or products: it is read first. */
const TELLING = /pag(?:e|ina)|content|inhoud/i

/**
 * Reads what robots.txt names, else `/sitemap.xml`, on the host itself: at most four files of 500 kB, and only what
 * robots may see. `between` waits as long as the site asks. A map that cannot be had names nothing, and what is known
 * is not whole then; never throws but the signal's reason.
 */
export async function mappedPages(
  start: string,
  site: { readonly robots: string; readonly rules: Robots },
  tools: { readonly egress: Egress; readonly signal: AbortSignal; between(): Promise<void> },
): Promise<Mapped> {
  const { hostname } = new URL(start)
  // Rules of one host say nothing of another, nor does whoever sends us on to it.
  const may = (url: URL) => sameSite(url.hostname, hostname) && site.rules.allows(url.href)
  let whole = true
  const wanted = (urls: readonly string[]) => {
    const kept = urls.filter((url) => URL.canParse(url) && may(new URL(url)))
    whole &&= kept.length === urls.length
    return kept
  }
  const named = sitemapsIn(site.robots)
  const waiting = wanted(named.length > 0 ? named : [new URL(PLACE, start).href])
  const asked = new Set<string>()
  const addresses = new Set<string>()
  const begun = performance.now()
  while (waiting.length > 0) {
    const url = waiting.shift()!
    if (asked.has(url)) continue
    if (asked.size >= FILES || performance.now() - begun > ALL) return { addresses: [...addresses], whole: false }
    asked.add(url)
    await tools.between()
    const read = await mapAt(url, may, tools)
    whole &&= read?.whole ?? false
    if (!read) continue
    if (!read.index) for (const each of read.addresses) addresses.add(each)
    else {
      whole &&= read.addresses.length <= INDEXED
      waiting.push(...wanted(sortedByName(read.addresses)))
    }
  }
  return { addresses: [...addresses], whole }
}

/** Maps of pages first, then by name: the same ones every time, however the site shuffles them. */
const sortedByName = (urls: readonly string[]): string[] =>
  urls.toSorted((a, b) => Number(TELLING.test(b)) - Number(TELLING.test(a)) || (a < b ? -1 : 1)).slice(0, INDEXED)

async function mapAt(
  url: string,
  mayFollow: (url: URL) => boolean,
  { egress, signal }: { readonly egress: Egress; readonly signal: AbortSignal },
) {
  try {
    const { hops, body } = await fetchPage(egress, url, {
      signal,
      maxBytes: BYTES,
      redirects: 3,
      patience: FILE,
      mayFollow,
    })
    const last = hops.at(-1)!
    if (last.status !== 200 || body.read === 'broken') return undefined
    const { bytes, cut } = unpacked(body.bytes)
    return readSitemap(textOf(bytes, header(last.headers, 'content-type')), cut || body.read === 'cut')
  } catch (error) {
    signal.throwIfAborted()
    if (error instanceof NotSeen) return undefined
    throw error
  }
}

/** A file that is packed itself (`.xml.gz`), apart from how it was sent (RFC 1952 §2.3.1: it begins with 1f 8b). */
function unpacked(bytes: Buffer): { readonly bytes: Buffer; readonly cut: boolean } {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return { bytes, cut: false }
  try {
    return { bytes: gunzipSync(bytes, { maxOutputLength: BYTES }), cut: false }
  } catch {
    // Broken, or more than we read: half a map would make its first part stand for the whole.
    return { bytes: Buffer.alloc(0), cut: true }
  }
}
