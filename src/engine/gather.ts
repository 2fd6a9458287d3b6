/**
 * Visits one subject and brings home all evidence. The only part of the engine that waits; nothing it meets makes it
 * throw but our own fault.
 */
import { setTimeout as delay } from 'node:timers/promises'
import { partsOf, registrableDomain } from '../lib/domain.ts'
import type {
  Evidence,
  HostRecord,
  Http,
  Link,
  Observed,
  PageRecord,
  PageRole,
  Session,
  Unseen,
} from '../model/evidence.ts'
import type { Network } from '../model/network.ts'
import { gatherHost } from './gather-host.ts'
import { launchBrowser, type ScanBrowser } from './probes/browser.ts'
import { openEgress, type Egress } from './probes/egress.ts'
import { NotSeen } from './probes/not-seen.ts'
import { pageProbes } from './probes/page-probe.ts'
import { planPages } from './probes/plan.ts'
import { startProxy, type Proxy } from './probes/proxy.ts'
import { allowed, crawlDelay } from './probes/robots.ts'
import { visitPage, type Visit } from './probes/visit.ts'
import { versions } from './versions.ts'

/** We failed, not the site: the visit is to be made again. */
export class OurFault extends Error {}

export type Target = {
  readonly kind: 'website' | 'mail-domain'
  readonly address: string
  /** Where on the site to begin, such as `/loket?taal=nl`; absent: at its front page. */
  readonly path?: string
}
export type Gathered = { readonly evidence: Evidence; readonly pictures: ReadonlyMap<string, Uint8Array> }
export type Gatherer = {
  /** `progress` hears in Dutch what is being looked at. Throws OurFault when the browser died under us twice. */
  gather(target: Target, watch: { readonly signal: AbortSignal; progress(text: string): void }): Promise<Gathered>
  close(): Promise<void>
}

/** Milliseconds for a page, and for a whole site: what comes later is not looked at. */
const PAGE = 30_000
const SITE = 165_000
/** Pages after which a browser is replaced by a fresh one. */
const WORN = 100
/** Reasons of the first answer that a browser would not overcome. */
const FINAL: ReadonlySet<Unseen> = new Set(['name-not-found', 'dns-failed', 'refused-address', 'unreachable'])

type Held = { readonly browser: ScanBrowser; readonly proxy: Proxy; pages: number }

/**
 * Opens the way out and, when a website is to be visited, browsers: one per visit at a time, each behind a guard of its
 * own.
 */
export async function openGatherer(network?: Network): Promise<Gatherer> {
  const egress = openEgress(network)
  const idle: Held[] = []
  const all = new Set<Held>()
  const drop = async (held: Held) => {
    all.delete(held)
    await held.browser.close()
    await held.proxy.close()
  }
  const take = async (): Promise<Held> => {
    const free = idle.pop()
    if (free && free.browser.alive() && free.pages < WORN) return free
    if (free) await drop(free)
    const proxy = await startProxy(egress)
    const browser = await launchBrowser({ proxyUrl: proxy.url, ignoreCertificates: network?.ca !== undefined }).catch(
      async (error: unknown) => {
        // A proxy that stays open keeps this process from ever ending.
        await proxy.close()
        throw new OurFault(`de browser start niet: ${String(error).split('\n', 1)[0]}`, { cause: error })
      },
    )
    const held = { browser, proxy, pages: 0 }
    all.add(held)
    return held
  }
  return {
    gather: (target, watch) => {
      // What is kept as `koepel.nl/noord` is a host, and where on it the visit begins.
      const { host, path } = partsOf(target.address)
      return target.kind === 'website'
        ? gatherWebsite(
            { path, ...target, address: host },
            egress,
            { take, leave: (held) => idle.push(held), drop },
            watch,
          )
        : gatherMailDomain(target, egress, watch)
    },
    close: async () => {
      await Promise.all([...all].map(drop))
    },
  }
}

type Watch = Parameters<Gatherer['gather']>[1]
type Browsers = { take(): Promise<Held>; leave(held: Held): void; drop(held: Held): Promise<void> }

async function gatherMailDomain(target: Target, egress: Egress, { signal, progress }: Watch): Promise<Gathered> {
  const begun = new Date().toISOString()
  progress('mailinstellingen')
  const host = [
    await gatherHost(
      'mail',
      { subject: { kind: target.kind, address: target.address, publicBody: false } },
      { egress, signal },
    ),
  ]
  signal.throwIfAborted()
  return { evidence: { ...head(target, begun), versions: versions(), host, pages: [] }, pictures: new Map() }
}

async function gatherWebsite(
  target: Target,
  egress: Egress,
  browsers: Browsers,
  { signal, progress }: Watch,
): Promise<Gathered> {
  const begun = new Date().toISOString()
  const deadline = Date.now() + SITE
  const subject = { kind: target.kind, address: target.address, publicBody: false }
  const tools = { egress, signal: AbortSignal.any([signal, AbortSignal.timeout(SITE)]) }
  const path = target.path ?? '/'
  progress('eerste antwoord')
  const http = await gatherHost('http', { subject, path }, tools)
  const answer = http.probe === 'http' && http.result.seen ? http.result.value : undefined
  const robots = answer?.robotsTxt.seen && answer.robotsTxt.value.status === 200 ? answer.robotsTxt.value.text : ''
  const beside = Promise.all([gatherHost('dns', { subject }, tools), gatherHost('tls', { subject }, tools)])
  const start = startOf(target.address, path, answer)
  const seen =
    'why' in start
      ? {
          pages: notVisited({ url: `https://${target.address}${path}`, role: 'landing' }, start),
          pictures: new Map(),
          links: undefined,
          browser: undefined,
        }
      : await visitPages(start.url, { host: target.address, robots, deadline }, browsers, { signal, progress })
  progress('verklaringen')
  const host: HostRecord[] = [http, ...(await beside)]
  if (seen.links) host.push(await gatherHost('statements', { subject, links: seen.links, robots }, tools))
  else host.push({ probe: 'statements', at: new Date().toISOString(), result: unseenLike(seen.pages) })
  signal.throwIfAborted()
  return {
    evidence: { ...head(target, begun), versions: versions(seen.browser), host, pages: seen.pages },
    pictures: seen.pictures,
  }
}

type Site = { readonly host: string; readonly robots: string; readonly deadline: number }
type Pages = {
  readonly pages: readonly PageRecord[]
  readonly pictures: ReadonlyMap<string, Uint8Array>
  readonly links: readonly Link[] | undefined
  readonly browser: string | undefined
}

/** The landing page and those that it leads to, one after another, each with every page probe. */
async function visitPages(start: string, site: Site, browsers: Browsers, { signal, progress }: Watch): Promise<Pages> {
  const pages: PageRecord[] = []
  const pictures = new Map<string, Uint8Array>()
  let held = await browsers.take()
  // Who stops does not wait for a page.
  const stop = () => held.browser.kill()
  signal.addEventListener('abort', stop)
  // A browser that dies takes the page with it, not the visit: once more with a new one, then the page is not seen.
  const look = async (url: string, budgetMs: number): Promise<Visit> => {
    for (let attempt = 1; ; attempt++) {
      signal.throwIfAborted()
      try {
        held.pages++
        const { proxy } = held
        proxy.begin()
        return await visitPage(held.browser, url, {
          phase: 'before-consent',
          profile: 'desktop',
          host: site.host,
          probes: pageProbes,
          budgetMs,
          refused: (host) => proxy.refused(host),
        })
      } catch (error) {
        if (!(error instanceof NotSeen) || error.why !== 'crashed' || signal.aborted) throw error
        await browsers.drop(held)
        held = await browsers.take()
        const crashed = { seen: false as const, why: error.why, detail: error.message }
        if (attempt === 2)
          return { at: new Date().toISOString(), blobs: new Map(), seen: { session: crashed, axe: crashed } }
      }
    }
  }
  const visit = async ({ url, role }: { url: string; role: PageRole }): Promise<Session | undefined> => {
    const left = site.deadline - Date.now()
    if (left < 2_000) {
      pages.push(...notVisited({ url, role }, { why: 'timeout', detail: 'no time left for this page' }))
      return undefined
    }
    progress(`pagina ${url.slice(0, 80)}`)
    const { at, seen, blobs } = await look(url, Math.min(PAGE, left))
    for (const [hash, bytes] of blobs) pictures.set(hash, bytes)
    pages.push(
      ...pageProbes.map(
        ({ key }) =>
          ({
            probe: key,
            page: url,
            role,
            phase: 'before-consent',
            profile: 'desktop',
            at,
            result: seen[key],
          }) as PageRecord,
      ),
    )
    return seen.session?.seen ? seen.session.value : undefined
  }
  try {
    const landing = await visit({ url: start, role: 'landing' })
    const more = landing
      ? planPages(landing, site.host, (url) => allowed(site.robots, url)).filter(({ role }) => role !== 'landing')
      : []
    const pause = crawlDelay(site.robots)
    for (const page of more) {
      if (pause > 0) await delay(pause * 1_000, undefined, { signal })
      await visit(page)
    }
    return { pages, pictures, links: landing?.links, browser: held.browser.version }
  } catch (error) {
    if (signal.aborted) throw error
    throw new OurFault(error instanceof Error ? error.message : String(error), { cause: error })
  } finally {
    signal.removeEventListener('abort', stop)
    if (held.browser.alive()) browsers.leave(held)
    else await browsers.drop(held)
  }
}

const head = ({ kind, address }: Target, begun: string) => ({
  format: 1 as const,
  subject: { kind, address },
  begun,
  ended: new Date().toISOString(),
})

/** Where a visitor who types the name ends up first: https when it is there, else http; or why nobody needs to try. */
function startOf(
  host: string,
  path: string,
  http: Http | undefined,
): { url: string } | { why: Unseen; detail: string } {
  if (!http || http.secure.seen) return { url: `https://${host}${path}` }
  if (http.plain.seen) {
    const staysPlain = http.plain.value.hops.every(
      ({ url }) => url.startsWith('http://') || registrableDomain(new URL(url).hostname) !== registrableDomain(host),
    )
    return { url: staysPlain ? `http://${host}${path}` : `https://${host}${path}` }
  }
  const worst = [http.secure, http.plain].find(({ why }) => !FINAL.has(why)) ?? http.secure
  return FINAL.has(worst.why) ? worst : { url: `https://${host}${path}` }
}

function notVisited(
  { url, role }: { url: string; role: PageRole },
  { why, detail }: { why: Unseen; detail: string },
): PageRecord[] {
  const at = new Date().toISOString()
  return pageProbes.map(
    ({ key }) =>
      ({
        probe: key,
        page: url,
        role,
        phase: 'before-consent',
        profile: 'desktop',
        at,
        result: { seen: false, why, detail },
      }) as PageRecord,
  )
}

function unseenLike(pages: readonly PageRecord[]): Observed<never> {
  const first = pages.find(({ result }) => !result.seen)?.result
  return first && !first.seen ? first : { seen: false, why: 'probe-failed', detail: 'the landing page was not seen' }
}
