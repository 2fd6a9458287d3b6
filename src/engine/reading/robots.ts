/** Respects robots.txt (RFC 9309) beyond the landing page. */
import parser from 'robots-parser'

const AGENT = 'leidraad'
/** Bytes of a robots.txt that are read, as RFC 9309 §2.5 sets at the least. */
export const ROBOTS_BYTES = 500_000
const RULE = /^\s*(user-agent|allow|disallow|crawl-delay)\s*:([^#]*)/i
const LINES = 5_000
const LINE = 500
const URL_LENGTH = 2_000
const LONGEST_DELAY = 10

type Robots = {
  isAllowed(url: string, agent: string): boolean | undefined
  getCrawlDelay(agent: string): number | undefined
}
const parse = parser as unknown as (url: string, text: string) => Robots

/**
 * Whether the site lets us visit this address. No robots.txt, or one that says nothing of it, allows; an endless
 * address is never visited.
 */
export function allowed(robotsTxt: string, url: string): boolean {
  if (url.length > URL_LENGTH) return false
  return parse(new URL('/robots.txt', url).href, trimmed(robotsTxt)).isAllowed(url, AGENT) ?? true
}

/** Seconds the site asks us to wait between pages, at most ten. */
export function crawlDelay(robotsTxt: string): number {
  const asked = parse('https://a.nl/robots.txt', trimmed(robotsTxt)).getCrawlDelay(AGENT) ?? 0
  return Number.isFinite(asked) ? Math.min(LONGEST_DELAY, Math.max(0, asked)) : 0
}

/**
 * Only the lines that matter here, and all other robots under one name: the parser keeps every rule for every robot
 * named, which a hostile file makes 30,000 × 30,000.
 */
function trimmed(text: string): string {
  const lines: string[] = []
  for (const line of text
    .slice(0, ROBOTS_BYTES)
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)) {
    const [, key = '', value = ''] = RULE.exec(line.slice(0, LINE)) ?? []
    if (key === '') continue
    if (key.toLowerCase() !== 'user-agent') lines.push(`${key}:${value.replace(/\*{2,}/g, '*')}`)
    else {
      const robot = /^\s*(\*|[a-z_-]*)/i.exec(value)?.[1]?.toLowerCase()
      const named = `user-agent: ${robot === AGENT || robot === '*' ? robot : 'other'}`
      if (lines.at(-1) !== named) lines.push(named)
    }
    if (lines.length >= LINES) break
  }
  return lines.join('\n')
}
