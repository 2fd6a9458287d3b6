/**
 * A map of a site as search engines get it (sitemaps.org, protocol 0.9): the addresses that it names, or the further
 * maps. One pass with `indexOf`, no tree, and no entity but the five that the protocol knows: what declares its own is
 * not read.
 */

export type SiteMap = {
  /** Addresses as they stand there, in order; at most `MOST`. */
  readonly addresses: readonly string[]
  /** Whether these are further maps (`sitemapindex`). */
  readonly index: boolean
  /** Whether there were no more of them. */
  readonly whole: boolean
}

/** Addresses that are read of one map: the protocol has at most 50,000, which do not fit in what we read of a file. */
const MOST = 5_000
/** Characters of an address; the protocol has at most 2,048. */
const LENGTH = 2_048
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
/** What is no map may stand in the place of one: of what it would have named nothing is known. */
const NOTHING: SiteMap = { addresses: [], index: false, whole: false }

/** What a map says; nothing when it is none, such as a page that stands in its place. `cut`: its end was not read. */
export function readSitemap(text: string, cut = false): SiteMap {
  const body = text.replace(/^\uFEFF/, '').trimStart()
  if (!body.startsWith('<')) return inLines(body, cut)
  // A document type is where entities are declared; a map has none.
  if (/<!(?:doctype|entity)/i.test(body)) return NOTHING
  const at = body.search(/<(?:urlset|sitemapindex)[\s>]/)
  if (at < 0) return NOTHING
  const addresses: string[] = []
  let from = at
  let broken = false
  while (addresses.length < MOST) {
    const open = body.indexOf('<', from)
    if (open < 0) break
    if (body.startsWith('<!--', open)) {
      const end = body.indexOf('-->', open)
      broken = end < 0
      if (broken) break
      from = end + 3
      continue
    }
    from = open + 1
    // `<image:loc>` and `<video:player_loc>` name no page.
    if (!body.startsWith('<loc>', open)) continue
    const end = body.indexOf('</loc>', open)
    broken = end < 0
    if (broken) break
    const address = plain(body.slice(open + 5, Math.min(end, open + 5 + 2 * LENGTH)))
    if (address !== '' && address.length <= LENGTH) addresses.push(address)
    from = end + 6
  }
  return { addresses, index: body.startsWith('<sitemapindex', at), whole: !cut && !broken && addresses.length < MOST }
}

/** A map may be lines of text, an address each. */
function inLines(body: string, cut: boolean): SiteMap {
  const lines = body.split(/\r\n|\r|\n/, MOST + 1)
  const addresses = lines
    .map((line) => line.trim())
    .filter((line) => line.length <= LENGTH && /^https?:\/\//i.test(line))
  if (addresses.length * 2 < lines.length) return NOTHING
  return { addresses: addresses.slice(0, MOST), index: false, whole: !cut && lines.length <= MOST }
}

/** The text of an element: `<![CDATA[…]]>` is as it stands, elsewhere five names and numbers stand for a character. */
function plain(text: string): string {
  const data = /^\s*<!\[CDATA\[([^\]]*)\]\]>\s*$/.exec(text)?.[1]
  if (data !== undefined) return data.trim()
  return text
    .replaceAll(
      /&(?:([a-z]{2,4})|#(\d{1,7})|#x([0-9a-f]{1,6}));/gi,
      (whole, name: string, ten: string, hex: string) => {
        if (name !== undefined) return NAMED[name] ?? whole
        const code = ten === undefined ? Number.parseInt(hex, 16) : Number(ten)
        return code <= 0x10_ff_ff ? String.fromCodePoint(code) : whole
      },
    )
    .trim()
}

/** The maps that a robots.txt names (`Sitemap:`, sitemaps.org), in order, each once; at most ten. */
export function sitemapsIn(robots: string): string[] {
  const named = robots
    .split(/\r\n|\r|\n/)
    .flatMap((line) => /^[ \t]*sitemap[ \t]*:[ \t]*(\S{1,2048})/i.exec(line)?.[1] ?? [])
  return [...new Set(named)].slice(0, 10)
}
