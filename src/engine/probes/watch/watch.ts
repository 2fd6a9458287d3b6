/**
 * The walk that watches what scripts do: with a recorder in every page it goes from the landing page to a form, types
 * there without sending, leaves, and meets the landing page once more as another visitor.
 */
import type { Behaviour, Lack, Observed, PageEvidence } from '../../../model/evidence.ts'
import { registrableDomain } from '../../../lib/domain.ts'
import { NotSeen } from '../../../outside/not-seen.ts'
import { within } from '../../../outside/within.ts'
import { hostname, keptUrl } from '../page/kept-url.ts'
import { lacksOf } from '../lacks.ts'
import { arrive, go, part, type LookOptions } from '../page/look.ts'
import type { Opened } from '../../reading/encodings.ts'
import { letPass } from '../page/page-clock.ts'
import { openPage, type VisitedPage } from '../page/visited-page.ts'
import { changing } from './watch-tags.ts'
import { record, type Recorded } from './watch-recorder.ts'
import { openedFor, watchTraffic, type Sent, type Tag, type Traffic } from './watch-traffic.ts'
import { leaksIn, type, wayOf, type Canary } from './watch-typing.ts'
import { PATH, phrasesOn, uploadsIn } from './watch-uploads.ts'
import { identifiersIn, valuesIn, type Values } from './watch-values.ts'

/** Milliseconds under which it is of no use to begin with another page. */
const TOO_LATE = 4_000
/** Milliseconds of its own time for what a page does of the mouse. */
const AFTER = 3_000
/** Milliseconds in which is told what was seen, at the end. */
const LAST = 3_000

export type WatchOptions = LookOptions & {
  /** Pages to go on to, in this order (`toWatch`). */
  readonly next: readonly string[]
  /** Waits as long as the site asks between two pages. */
  between(): Promise<void>
}

/** What a walk brought home so far. */
type Walked = {
  readonly asked: string
  readonly finalUrl: string
  readonly pages: string[]
  phrases: readonly string[]
  readonly canaries: Canary[]
  forms: number
  first?: Values
  next?: Values
  twin?: Twin
  tags?: Behaviour['tags']
  /** What keeps it from being whole, of every part; and of what is sent and of forms alone. */
  readonly missed: Set<Lack>
  readonly lacks: Set<Lack>
}

/**
 * Walks through the page as a visitor does and tells what its scripts did meanwhile; nothing is sent by us. Where time
 * is up, or a page answers no more, what was seen until then is told, with what it lacks.
 */
export async function watch(
  page: VisitedPage,
  options: WatchOptions,
  deadline: number,
): Promise<{ behaviour: Observed<PageEvidence['behaviour']> }> {
  const traffic = await watchTraffic(page)
  const recorder = await record(page, traffic)
  const { asked } = page
  await go(page)
  await arrive(page, options, deadline)
  const walked: Walked = {
    asked,
    finalUrl: keptUrl(page.document.current()?.url ?? asked),
    pages: [keptUrl(asked)],
    phrases: [],
    canaries: [],
    forms: 0,
    missed: new Set(),
    lacks: new Set(),
  }
  const until = deadline - LAST
  try {
    await within(until - Date.now(), 'the walk', walkOn(page, traffic, walked, options, until))
  } catch (error) {
    if (!(error instanceof NotSeen) || page.document.crashed()) throw error
    walked.missed.add('cut')
  }
  keep(walked, page)
  const heard = recorder.read()
  if (heard.more || !(await traffic.whole())) walked.lacks.add('cut')
  if (page.sharesWorker()) walked.lacks.add('shared-worker')
  return { behaviour: { seen: true, value: behaviourOf(walked, heard, openedFor(traffic.after(0))) } }
}

/** What a page lacked is forgotten when the next one comes. */
const keep = ({ missed }: Walked, { lacks }: { readonly lacks: ReadonlySet<Lack> }) =>
  lacks.forEach((lack) => missed.add(lack))

/** From the page that stands there to the others, and once more to it as somebody else. */
async function walkOn(
  page: VisitedPage,
  traffic: Traffic,
  walked: Walked,
  options: WatchOptions,
  deadline: number,
): Promise<void> {
  await passMouse(page)
  walked.phrases = await phrasesOn(page)
  walked.first = await valuesIn(page)
  await part(page)
  const way = await wayOf(page)
  for (const url of options.next) {
    keep(walked, page)
    if (deadline - Date.now() < TOO_LATE) {
      walked.lacks.add('page-unseen')
      break
    }
    await options.between()
    try {
      page.asked = url
      way.to(url)
      await go(page)
      await arrive(page, options, deadline)
      walked.pages.push(keptUrl(url))
      walked.next ??= await valuesIn(page)
      traffic.hold(true)
      way.shut()
      const typing = await type(page)
      walked.forms += typing.canaries.length > 0 ? 1 : 0
      walked.canaries.push(...typing.canaries)
      await part(page)
      await typing.wipe()
    } catch (error) {
      if (!(error instanceof NotSeen) || page.document.crashed()) throw error
      // That one page did not come takes nothing away from the others.
      walked.lacks.add('page-unseen')
    }
    await way.leave()
    traffic.hold(false)
  }
  const twin = await asAnother(page, walked.asked, options, deadline)
  if (!twin) return
  keep(walked, twin)
  walked.twin = twin
  walked.tags = (await changing(page, [traffic.tags(), twin.tags], options, deadline)) ?? null
}

function behaviourOf(
  { finalUrl, pages, phrases, canaries, forms, first, next, twin, tags = null, missed, lacks }: Walked,
  { scripts, workers }: Recorded,
  sent: readonly { readonly one: Sent; readonly open: Opened }[],
): Behaviour {
  const frames = [first, next, twin?.values].some((values) => values?.missed) ? (['frames'] as const) : []
  // A worker of the site itself keeps what is the site's own, of which nothing is said here; many sites have one.
  const own = registrableDomain(hostname(finalUrl))
  const worker = workers.some((host) => registrableDomain(host) !== own) ? (['worker'] as const) : []
  return {
    finalUrl,
    pages,
    scripts,
    uploads: uploadsIn(sent, phrases),
    typed: forms === 0 ? null : { fields: canaries.length, leaks: leaksIn(canaries, sent) },
    identifiers: first && next && twin ? identifiersIn([first, next, twin.values], sent) : null,
    tags,
    lacks: lacksOf(missed, { requests: [...lacks], content: [...lacks], storage: [...frames, ...worker] }),
  }
}

type Twin = { readonly values: Values; readonly tags: ReadonlyMap<string, Tag>; readonly lacks: ReadonlySet<Lack> }

/** The landing page as a visitor who was never there before; undefined: it did not come in time. */
async function asAnother(
  { browser, host, comeBack }: VisitedPage,
  asked: string,
  options: WatchOptions,
  deadline: number,
): Promise<Twin | undefined> {
  const left = deadline - Date.now()
  if (left < TOO_LATE) return undefined
  await options.between()
  const opening = openPage(browser, asked, {
    host,
    profile: 'desktop',
    comeBack,
    ...(options.refused && { refused: options.refused }),
  })
  const twin = await within(5_000, 'another visitor', opening)
  try {
    const traffic = await watchTraffic(twin)
    await go(twin)
    await arrive(twin, options, deadline)
    return { values: await valuesIn(twin), tags: traffic.tags(), lacks: twin.lacks }
  } catch (error) {
    if (error instanceof NotSeen) return undefined
    throw error
  } finally {
    await within(3_000, 'closing the page', twin.context.close()).catch(() => browser.kill())
  }
}

async function passMouse(page: VisitedPage): Promise<void> {
  const { cdp, time, lacks } = page
  const passing = (async () => {
    for (const [x, y] of PATH) await cdp.send('Input.dispatchMouseEvent', { type: 'mouseMoved', x, y })
  })()
  try {
    await within(2_000, 'the mouse', time.during(passing))
  } catch (error) {
    if (!(error instanceof NotSeen)) throw error
    // A page that is slow to hear it may still have sent the path of a mouse.
    lacks.add('busy')
  }
  if (!(await letPass(page, AFTER, 1_500))) lacks.add('busy')
}
