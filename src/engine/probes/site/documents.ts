/**
 * Documents for reading (PDF) that the visited pages lead to: a few of them, the same ones every time, one after
 * another, each read in a program of its own.
 */
import { createHash } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import type { Documents, Headers, Observed, Pdf, Unseen } from '../../../model/evidence.ts'
import { asksToComeBack } from '../../../outside/come-back.ts'
import type { Egress } from '../../../outside/egress.ts'
import { fetchPage, redirectOf } from '../../../outside/fetch.ts'
import { NotSeen } from '../../../outside/not-seen.ts'
import { readPdf } from '../../../outside/pdf-facts.ts'
import { acts } from '../../reading/acting.ts'
import { readRobots, sameSite } from '../../reading/robots.ts'
import type { HostProbe, Linked } from '../host-probe.ts'
import { header, observe } from './http.ts'

/** Documents that are read, and how many more may be tried for links that lead to none. */
const FILES = 5
const SPARE = 2
const MAX_BYTES = 5_000_000
/** Milliseconds for a file to come, and after which none is begun: what it takes still fits in a minute. */
const PATIENCE = 12_000
const LAST = 35_000
/** Files that attack their reader: after these the rest is left alone. */
const TROUBLE = 2
const LATE = { seen: false, why: 'timeout', detail: 'not begun: the other documents took too long' } as const

export const documentsProbe: HostProbe<'documents'> = {
  key: 'documents',
  subjects: ['website'],
  async look({ subject: { address: host }, linked = [], robots = '' }, { egress, signal }) {
    const begun = performance.now()
    const rules = readRobots(robots)
    const all = documentsIn(linked, host).filter(({ href }) => rules.allows(href))
    const looked: Documents['looked'][number][] = []
    let trouble = 0
    for (const { href, page } of all.slice(0, FILES + SPARE)) {
      if (looked.filter(({ result }) => result.seen || result.why !== 'gone').length === FILES) break
      const late = performance.now() - begun + rules.delay * 1_000 > LAST || trouble === TROUBLE
      if (!late && rules.delay > 0 && !egress.comeBack?.off(href))
        await delay(rules.delay * 1_000, undefined, { signal })
      const result: Observed<Pdf> = late ? LATE : await observe(() => document(egress, href, host, signal))
      if (!result.seen && (result.why === 'too-heavy' || result.why === 'crashed')) trouble++
      looked.push({ url: href, page, result })
    }
    return { found: all.length, looked }
  },
}

/** Its address without the name of the file, which may hold any word: `sociaal-akkoord.pdf`. */
const around = (url: URL) => new URL(`./${url.search}`, url)

/** Each document of the site itself once, in an order that only its address gives: the same few are drawn each time. */
function documentsIn(linked: readonly Linked[], host: string): Linked[] {
  const found = new Map<string, Linked>()
  for (const { href, page } of linked) {
    const url = URL.parse(href)
    if (!url || !/^https?:$/.test(url.protocol) || !/\.pdf$/i.test(url.pathname) || acts(around(url))) continue
    url.hash = ''
    if (sameSite(url.hostname, host) && !found.has(url.href)) found.set(url.href, { href: url.href, page })
  }
  const lot = ({ href }: Linked) => createHash('sha256').update(href).digest('hex')
  return [...found.values()]
    .map((one) => [lot(one), one] as const)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, one]) => one)
}

async function document(egress: Egress, href: string, host: string, signal: AbortSignal): Promise<Pdf> {
  const { hops, body } = await fetchPage(egress, href, {
    signal,
    maxBytes: MAX_BYTES,
    redirects: 3,
    patience: PATIENCE,
    mayFollow: (url) => sameSite(url.hostname, host),
    mayRead: (headers) => !(Number(header(headers, 'content-length')) > MAX_BYTES) && !isPage(headers),
  })
  const { url, status, headers } = hops.at(-1)!
  const away = redirectOf(hops.at(-1)!, new URL(url))
  if (away) throw new NotSeen('redirected-away', `${url} → ${away.href.slice(0, 300)}`)
  if (status !== 200) throw new NotSeen(whyOf(status, headers), `status ${status} ${url}`)
  if (isPage(headers)) throw new NotSeen('gone', `a page in place of a document: ${url}`)
  if (body.read === 'cut') throw new NotSeen('too-large', `more than ${MAX_BYTES} bytes: ${url}`)
  if (body.read === 'broken') throw new NotSeen('timeout', `${url} broke off`)
  return readPdf(body.bytes)
}

/** By the essence alone (RFC 9110 §8.3.1): a file's name or another parameter may have the word in it. */
const isPage = (headers: Parameters<typeof header>[0]) =>
  /^\s*(?:text\/html|application\/xhtml\+xml)\s*(?:;|$)/i.test(header(headers, 'content-type') ?? '')

const whyOf = (status: number, headers: Headers): Unseen =>
  status === 404 || status === 410
    ? 'gone'
    : asksToComeBack(status, headers)
      ? 'rate-limited'
      : status === 401 || status === 403
        ? 'blocked'
        : 'http-error'
