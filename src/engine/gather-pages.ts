/** Visits the pages of one site with a borrowed browser, one after another, each with every page probe. */
import { setTimeout as delay } from 'node:timers/promises'
import type { Chosen, Link, PageRecord, Session, Unseen } from '../model/evidence.ts'
import type { Stretch } from '../model/walk.ts'
import type { Browsers, Held } from '../outside/browsers.ts'
import type { ComeBack } from '../outside/come-back.ts'
import { OurFault } from '../outside/our-fault.ts'
import type { ScanBrowser } from '../outside/browser.ts'
import { NotSeen } from '../outside/not-seen.ts'
import { acceptAndTakeBack, refuseAndGoOn } from './probes/consent/consent.ts'
import { pageProbes } from './probes/page-probe.ts'
import { PAGES, planPages } from './probes/site/plan.ts'
import { openSample, type Sample } from './probes/page/shape.ts'
import type { Mapped } from './probes/site/sitemap.ts'
import { DOUBT } from './reading/extent.ts'
import { readRobots } from './reading/robots.ts'
import { toWatch } from './reading/watched.ts'
import { visitPage, type Visit, type VisitOptions } from './probes/page/visit.ts'
import { watch } from './probes/watch/watch.ts'
import { formPage } from './form-page.ts'
import { notVisited, recordOf, type Planned } from './page-records.ts'
import { unwalked } from './unwalked.ts'

/** Milliseconds for a page. */
const PAGE = 30_000
/** Pages that are visited however slow a site is, or however long it asks us to wait. */
const FEWEST = 5
/**
 * Milliseconds within which the others are begun: what was planned and has no time left would make all that rests on it
 * unknown.
 */
const MORE = 60_000

export type Site = {
  readonly host: string
  readonly robots: string
  readonly walk: readonly Stretch[]
  readonly deadline: number
  /** Once the site said to come back later, what is left is told as not visited. */
  readonly comeBack: ComeBack
  /** Reads what the site itself says to have; `asked` waits as long as it asks between two pages. */
  mapped(asked: () => Promise<void>): Promise<Mapped>
}
export type Pages = {
  readonly pages: readonly PageRecord[]
  readonly pictures: ReadonlyMap<string, Uint8Array>
  readonly links: readonly Link[] | undefined
  readonly chosen: Chosen | undefined
  readonly browser: ScanBrowser | undefined
}

/** Where a look goes, and what it must know of the others. */
type Going = {
  readonly url: string
  readonly next: readonly string[]
  readonly asked: () => Promise<void>
  readonly sample: Sample
  readonly comeBack: ComeBack
}
type Watch = { readonly signal: AbortSignal; progress(text: string): void }

/**
 * The landing page and those that it leads to. Throws OurFault when no browser can be had, and the signal's reason when
 * it was stopped.
 */
export async function visitPages(
  start: string,
  site: Site,
  browsers: Browsers,
  { signal, progress }: Watch,
): Promise<Pages> {
  const pages: PageRecord[] = []
  const pictures = new Map<string, Uint8Array>()
  let held = await browsers.take()
  // Who stops does not wait for a page.
  const stop = () => held.browser.kill()
  signal.addEventListener('abort', stop)
  const robots = readRobots(site.robots)
  const sample = openSample()
  /** Waits as long as the site asks between two pages. */
  const asked = async () => {
    if (robots.delay > 0 && !site.comeBack.off(start)) await delay(robots.delay * 1_000, undefined, { signal })
  }
  const visit = async (
    { url, role }: Planned,
    stretch: Stretch,
    next: readonly string[] = [],
  ): Promise<Session | undefined> => {
    const later = site.comeBack.off(url)
    if (later) {
      pages.push(...notVisited({ url, role }, [stretch], later))
      return undefined
    }
    const left = site.deadline - Date.now()
    if (left < 2_000) {
      pages.push(...notVisited({ url, role }, [stretch], { why: 'timeout', detail: 'no time left for this page' }))
      return undefined
    }
    progress(`pagina ${url.slice(0, 80)}`)
    for (let attempt = 1; ; attempt++) {
      signal.throwIfAborted()
      try {
        if (!held.browser.alive()) {
          await browsers.drop(held)
          held = await browsers.take()
        }
        held.pages++
        const { at, seen, blobs } = await lookAt(
          held,
          { url, next, asked, sample, comeBack: site.comeBack },
          stretch,
          site.host,
          Math.min(stretch.act === 'accept' || next.length > 2 ? 2 * PAGE : PAGE, left),
        )
        for (const [hash, bytes] of blobs) pictures.set(hash, bytes)
        // What axe left, because it saw enough of its kind, has no record of it.
        const told = stretch.looks.flatMap((key) => (seen[key] ? [{ key, result: seen[key] }] : []))
        pages.push(...told.map(({ key, result }) => recordOf(key, { url, role }, stretch, at, result)))
        return seen.session?.seen ? seen.session.value : undefined
      } catch (error) {
        // A browser that ends takes the page with it, not the visit: a page that it cannot bear is left at once, what
        // made it crash is tried once more with a new one.
        const gone = error instanceof NotSeen && (error.why === 'crashed' || error.why === 'too-heavy')
        if (!gone || signal.aborted) throw error
        if (error.why === 'crashed' && attempt === 1) continue
        pages.push(...notVisited({ url, role }, [stretch], { why: error.why, detail: error.message }))
        return undefined
      }
    }
  }
  try {
    const along = async (page: Planned): Promise<Session | undefined> => {
      let first: Session | undefined
      for (const [index, stretch] of stretchesOn(page, site.walk).entries()) {
        // What was not seen as a visitor meets it has nothing to be held beside.
        if (index > 0 && !first) break
        if (index > 0) await asked()
        const seen = await visit(page, stretch)
        first ??= seen
      }
      return first
    }
    const onwardsFrom = site.walk.filter(({ on }) => on === 'from-landing')
    /** From the landing page to the first other one that was seen, or to the same once more; to more to watch. */
    const onwards = async (url: string) => {
      const sessions = pages.flatMap(({ probe, page, role, phase, profile, result }) =>
        probe === 'session' && result.seen ? [{ page, role, phase, profile, value: result.value }] : [],
      )
      const other = [sessions.find(({ page }) => page !== url)?.page ?? url]
      const watched = toWatch(sessions, url, { kind: 'website', address: site.host, publicBody: false })
      for (const stretch of onwardsFrom) {
        const known = stretch.looks.includes('consent') ? unwalked(pages, site.host) : undefined
        if (known) {
          const at = new Date().toISOString()
          pages.push(recordOf('consent', { url, role: 'landing' }, stretch, at, { seen: true, value: known }))
          continue
        }
        await asked()
        await visit({ url, role: 'landing' }, stretch, stretch.act === 'watch' ? watched : other)
      }
    }
    /** Not begun where its time may not do: what was planned and not seen would leave the landing page unknown too. */
    const onForm = async () => {
      for (const stretch of site.walk.filter(({ on }) => on === 'form')) {
        const page = formPage(pages)
        if (!page || site.deadline - Date.now() < PAGE || site.comeBack.off(page.url)) continue
        await asked()
        await visit(page, stretch)
      }
    }
    const begun = Date.now()
    const landing = await along({ url: start, role: 'landing' })
    const mapped = landing && (await site.mapped(asked))
    const plan = landing && mapped && planPages(landing, site.host, robots.allows, mapped.addresses)
    const more = plan?.pages.filter(({ role }) => role !== 'landing') ?? []
    // A link to nothing, to a file or to another site takes no page's place.
    let still = PAGES - 1
    for (const page of more) {
      if (still === 0 || (still <= PAGES - FEWEST && Date.now() - begun > MORE)) break
      await asked()
      await along(page)
      const { result } = pages.find((record) => record.page === page.url && record.probe === 'session') ?? {}
      if (!result || result.seen || DOUBT.has(result.why)) still--
    }
    if (landing) {
      await onwards(start)
      await onForm()
    } else pages.push(...notVisited({ url: start, role: 'landing' }, onwardsFrom, unseenOf(pages)))
    const chosen = plan && mapped && { from: plan.known, whole: mapped.whole && mapped.addresses.length > 0 }
    return { pages, pictures, links: landing?.links, chosen, browser: held.browser }
  } catch (error) {
    if (signal.aborted || error instanceof OurFault) throw error
    throw new OurFault(error instanceof Error ? error.message : String(error), { cause: error })
  } finally {
    signal.removeEventListener('abort', stop)
    if (held.browser.alive()) browsers.leave(held)
    else await browsers.drop(held)
  }
}

function lookAt(
  { browser, proxy }: Held,
  { url, next, asked, sample, comeBack }: Going,
  { phase, profile, act, looks }: Stretch,
  host: string,
  budgetMs: number,
): Promise<Visit> {
  proxy.begin()
  const refused = (name: string) => proxy.refused(name)
  const probes = pageProbes.filter(({ key }) => looks.includes(key))
  const options = { phase, profile, host, probes, budgetMs, refused, sample, comeBack }
  if (act === 'open' || act === 'open-without-script')
    return visitPage(browser, url, { ...options, scripts: act === 'open' })
  const past = act === 'accept' ? acceptAndTakeBack : refuseAndGoOn
  const walk: VisitOptions['walk'] = {
    tells: looks,
    go: (page, more, deadline) =>
      act === 'watch'
        ? watch(page, { ...more, next, between: asked }, deadline)
        : past(page, { ...more, next: next[0] ?? url }, deadline),
  }
  return visitPage(browser, url, { ...options, walk })
}

/** What is walked on a page. */
const stretchesOn = ({ role }: Planned, walk: readonly Stretch[]) =>
  walk.filter(({ on }) => on === 'every-page' || (on === 'landing' && role === 'landing'))

/** Why the first page was not seen. */
function unseenOf(pages: readonly PageRecord[]): { why: Unseen; detail: string } {
  const first = pages.find(({ result }) => !result.seen)?.result
  return first && !first.seen ? first : { why: 'probe-failed', detail: 'the landing page was not seen' }
}
