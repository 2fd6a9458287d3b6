/** Respects robots.txt (RFC 9309) beyond the landing page. */
import parser from 'robots-parser'

const AGENT = 'Leidraad'
/** Characters of a robots.txt that are read, as RFC 9309 §2.5 sets at the least. */
export const ROBOTS_BYTES = 500_000

const parse = parser as unknown as (url: string, text: string) => { isAllowed(url: string, agent: string): boolean | undefined; getCrawlDelay(agent: string): number | undefined }

/** Whether the site lets us visit this address. No robots.txt, or one that says nothing of it, allows. */
export function allowed(robotsTxt: string, url: string): boolean {
  return parse(new URL('/robots.txt', url).href, robotsTxt.slice(0, ROBOTS_BYTES)).isAllowed(url, AGENT) ?? true
}

/** Seconds the site asks us to wait between pages, at most ten. */
export function crawlDelay(robotsTxt: string, host: string): number {
  const asked = parse(`https://${host}/robots.txt`, robotsTxt.slice(0, ROBOTS_BYTES)).getCrawlDelay(AGENT) ?? 0
  return Number.isFinite(asked) ? Math.min(10, Math.max(0, asked)) : 0
}
