/**
 * Visits one subject and brings home all evidence. The only part of the engine that waits; nothing it meets makes it
 * throw but our own fault.
 */
import { withoutCredentialsIn } from '../lib/credentials.ts'
import { partsOf, registrableDomain } from '../lib/domain.ts'
import type { Evidence, HostRecord, Http, Observed, PageRecord, Unseen } from '../model/evidence.ts'
import type { Network } from '../model/network.ts'
import type { Watch as WeakNames } from '../model/supplier.ts'
import type { Stretch } from '../model/walk.ts'
import { openBrowsers, type Browsers } from '../outside/browsers.ts'
import { gatherHost } from './gather-host.ts'
import { visitPages } from './gather-pages.ts'
import { askedBy, linkedFrom, notVisited } from './page-records.ts'
import { hasNoTls } from './reading/no-tls.ts'
import { openComeBack } from '../outside/come-back.ts'
import { openEgress, type Egress } from '../outside/egress.ts'
import { readRobots, rulesIn } from './reading/robots.ts'
import { saidIn } from './reading/said.ts'
import type { HostTarget } from './probes/host-probe.ts'
import { mappedPages } from './probes/site/sitemap.ts'
import { watchOf } from './probes/names/weak-names.ts'
import { versions } from './versions.ts'
import { openNames, type Who } from '../outside/validator.ts'
import { website } from './walks/website.ts'

export type Target = {
  readonly kind: 'website' | 'mail-domain'
  readonly address: string
  /** Where on the site to begin, such as `/loket?taal=nl`; absent: at its front page. */
  readonly path?: string
}
export type Gathered = {
  readonly evidence: Evidence
  readonly pictures: ReadonlyMap<string, Uint8Array>
  /** What only the owner and the desk hear, and is in no evidence; absent: there was no time to look. */
  readonly watch?: WeakNames
  /** When the host may be asked again, ISO 8601, if it said so; absent: whenever. */
  readonly comeBack?: string
}
export type Gatherer = {
  /**
   * `progress` hears in Dutch what is being looked at. Throws OurFault when the browser died under us twice, and the
   * signal's reason when it was stopped.
   */
  gather(target: Target, watch: { readonly signal: AbortSignal; progress(text: string): void }): Promise<Gathered>
  /**
   * Starts a browser for the first visit. Says whether it has its sandbox; null: none started, as a visit will tell.
   */
  warm(): Promise<boolean | null>
  close(): Promise<void>
}

/** Milliseconds for a whole site: what comes later is not looked at. */
const SITE = 200_000
/** Reasons of the first answer that a browser would not overcome. */
const FINAL: ReadonlySet<Unseen> = new Set(['name-not-found', 'dns-failed', 'refused-address', 'unreachable'])

/**
 * Opens the way out, which leads to no `closed` host; browsers start when a website is to be visited. `walk`: what is
 * done on each page of one.
 */
export async function openGatherer(
  network?: Network,
  walk: readonly Stretch[] = website,
  closed: readonly string[] = [],
): Promise<Gatherer> {
  const names = openNames(network?.resolver)
  const egress = openEgress(network, closed, names.resolver)
  const browsers = openBrowsers(egress, network)
  return {
    async gather(target, watch) {
      // What is kept as `koepel.nl/noord` is a host, and where on it the visit begins.
      const { host, path } = partsOf(target.address)
      const comeBack = openComeBack(host)
      const own = { ...egress, comeBack }
      try {
        const { evidence, pictures } = await (target.kind === 'website'
          ? gatherWebsite({ path, ...target, address: host }, walk, own, browsers, watch)
          : gatherMailDomain(target, own, watch))
        watch.progress('namen van anderen')
        const weak = await weakNames(evidence, egress, watch.signal)
        const told = { ...evidence, versions: { ...evidence.versions, ...asked(names.told()) } }
        // Here, where all of it comes together: sites put names and passwords in addresses of every kind.
        const later = comeBack.until()?.toISOString()
        return {
          evidence: withoutCredentialsIn(told),
          pictures,
          ...(weak && { watch: weak }),
          ...(later !== undefined && { comeBack: later }),
        }
      } catch (error) {
        // Whatever broke because we stopped is no fault of anybody.
        watch.signal.throwIfAborted()
        throw error
      }
    },
    async warm() {
      try {
        const held = await browsers.take()
        browsers.leave(held)
        return held.browser.sandbox
      } catch {
        return null
      }
    },
    async close() {
      await Promise.all([browsers.close(), names.close()])
    },
  }
}

/** Who answered questions about names, as it goes with the evidence. */
const asked = (who: Who | null): { readonly names?: string } => (who === null ? {} : { names: who })

type Watch = Parameters<Gatherer['gather']>[1]
type Seen = Pick<Gathered, 'evidence' | 'pictures'>

/** The way out of one visit, which keeps to what hosts ask in it. */
type Politely = Egress & Required<Pick<Egress, 'comeBack'>>

/** Milliseconds for names that lead to nothing and names alike. */
const NAMES = 30_000

async function weakNames(evidence: Evidence, egress: Egress, signal: AbortSignal): Promise<WeakNames | null> {
  const late = AbortSignal.timeout(NAMES)
  try {
    return await watchOf(evidence, egress.resolver, AbortSignal.any([signal, late]))
  } catch (error) {
    if (late.aborted && !signal.aborted) return null
    throw error
  }
}

async function gatherMailDomain(target: Target, egress: Egress, { signal, progress }: Watch): Promise<Seen> {
  const begun = new Date().toISOString()
  progress('mailinstellingen')
  const asked = { subject: { kind: target.kind, address: target.address, publicBody: false } }
  const host = await Promise.all(
    (['mail', 'exchangers', 'registration'] as const).map((key) => gatherHost(key, asked, { egress, signal })),
  )
  signal.throwIfAborted()
  return { evidence: { ...head(target, begun), versions: versions(), host, pages: [] }, pictures: new Map() }
}

async function gatherWebsite(
  target: Target,
  walk: readonly Stretch[],
  egress: Politely,
  browsers: Browsers,
  { signal, progress }: Watch,
): Promise<Seen> {
  const begun = new Date().toISOString()
  const deadline = Date.now() + SITE
  const subject = { kind: target.kind, address: target.address, publicBody: false }
  const tools = { egress, signal: AbortSignal.any([signal, AbortSignal.timeout(SITE)]) }
  const path = target.path ?? '/'
  progress('eerste antwoord')
  const http = await gatherHost('http', { subject, path }, tools)
  const answer = http.probe === 'http' && http.result.seen ? http.result.value : undefined
  const robots = answer ? rulesIn(answer) : ''
  // Hellos come after the handshake of a browser, one at a time: a server never has more than one of us at its door.
  const { comeBack } = egress
  const whileWelcome = { egress, signal: AbortSignal.any([tools.signal, comeBack.signal]) }
  const encryption = async () => [
    await gatherHost('tls', { subject }, whileWelcome),
    await gatherHost('handshakes', { subject }, whileWelcome),
  ]
  const names = (['dns', 'registration'] as const).map((key) => gatherHost(key, { subject }, tools))
  const beside = Promise.all([...names, encryption()])
  const start = comeBack.off(`https://${target.address}/`) ?? startOf(target.address, path, answer)
  const base = 'why' in start ? `https://${target.address}/` : start.url
  const mapped = (between: () => Promise<void>) =>
    mappedPages(base, { robots, rules: readRobots(robots) }, { egress, signal, between })
  const seen =
    'why' in start
      ? {
          pages: notVisited({ url: `https://${target.address}${path}`, role: 'landing' }, walk, start),
          pictures: new Map(),
          links: undefined,
          chosen: undefined,
          browser: undefined,
        }
      : await visitPages(start.url, { host: target.address, robots, walk, deadline, comeBack, mapped }, browsers, {
          signal,
          progress,
        })
  const host: HostRecord[] = [http, ...(await beside).flat()]
  const behind = async (key: 'statements' | 'documents' | 'descriptions', led: Omit<HostTarget, 'subject'>) => {
    if (seen.links) host.push(await gatherHost(key, { subject, robots, ...led }, tools))
    else host.push({ probe: key, at: new Date().toISOString(), result: unseenLike(seen.pages) })
  }
  progress('verklaringen')
  await behind('statements', { links: seen.links ?? [] })
  host.push(await gatherHost('aliases', { subject, asked: askedBy(seen.pages) }, tools))
  progress('documenten')
  await behind('documents', { linked: linkedFrom(seen.pages) })
  progress('broncode en koppelvlakken')
  await behind('descriptions', { said: saidIn(seen.pages, host) })
  signal.throwIfAborted()
  return {
    evidence: {
      ...head(target, begun),
      versions: versions(seen.browser),
      host,
      pages: seen.pages,
      ...(seen.chosen && { chosen: seen.chosen }),
    },
    pictures: seen.pictures,
  }
}

const head = ({ kind, address }: Target, begun: string) => ({
  format: 2 as const,
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
  // Behind a door that is shut a browser gets no further than we did: then it begins at the other.
  if (!FINAL.has(http.secure.why) && !hasNoTls(http.secure)) return { url: `https://${host}${path}` }
  if (!FINAL.has(http.plain.why)) return { url: `http://${host}${path}` }
  if (!FINAL.has(http.secure.why)) return { url: `https://${host}${path}` }
  // Behind two shut doors: what one of them was shut by says more than that nobody opened the other.
  return [http.secure, http.plain].find(({ why }) => why !== 'unreachable') ?? http.secure
}

function unseenLike(pages: readonly PageRecord[]): Observed<never> {
  const first = pages.find(({ result }) => !result.seen)?.result
  return first && !first.seen ? first : { seen: false, why: 'probe-failed', detail: 'the landing page was not seen' }
}
