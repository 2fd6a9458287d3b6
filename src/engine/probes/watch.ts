/**
 * The walk that watches what scripts do: with a recorder in every page it goes from the landing page to a form, types
 * there without sending, leaves, and meets the landing page once more as another visitor.
 */
import type { Behaviour, Lack, Observed, PageEvidence, Upload } from '../../model/evidence.ts'
import { registrableDomain } from '../../lib/domain.ts'
import { NotSeen } from '../../outside/not-seen.ts'
import { within } from '../../outside/within.ts'
import { hostname, keptUrl } from './kept-url.ts'
import { lacksOf } from './lacks.ts'
import { arrive, go, part, type LookOptions } from './look.ts'
import type { Opened } from '../reading/encodings.ts'
import { openPage, type VisitedPage } from './visited-page.ts'
import { changing } from './watch-tags.ts'
import { record } from './watch-recorder.ts'
import { distinct, heardOf, openedFor, watchTraffic, type Sent, type Tag } from './watch-traffic.ts'
import { leaksIn, type, wayOf, type Canary } from './watch-typing.ts'
import { identifiersIn, valuesIn, type Values } from './watch-values.ts'

/** Places on the page where the mouse passes: no two numbers of them stand together by chance. */
const PATH = [
  [317, 211],
  [331, 229],
  [353, 241],
  [379, 263],
  [401, 283],
] as const
/** Milliseconds under which it is of no use to begin with another page. */
const TOO_LATE = 4_000
/** Milliseconds of its own time for what a page does of the mouse. */
const AFTER = 3_000
const PHRASES = 12
/** Of the phrases of a page, that many together are its text. */
const TELLING = 3

export type WatchOptions = LookOptions & {
  /** Pages to go on to: those with a form, else one other. */
  readonly next: readonly string[]
  /** Waits as long as the site asks between two pages. */
  between(): Promise<void>
}

/** Walks through the page as a visitor does and tells what its scripts did meanwhile; nothing is sent by us. */
export async function watch(
  page: VisitedPage,
  options: WatchOptions,
  deadline: number,
): Promise<{ behaviour: Observed<PageEvidence['behaviour']> }> {
  const traffic = await watchTraffic(page)
  const recorder = await record(page, traffic)
  const asked = page.asked
  const lacks = new Set<Lack>()
  await go(page)
  await arrive(page, options, deadline)
  await passMouse(page)
  const finalUrl = keptUrl(page.document.current()?.url ?? asked)
  const phrases = await page.evaluate(page.document.frame, phrasesIn, PHRASES, 3_000)
  const first = await valuesIn(page)
  await part(page)
  const pages = [keptUrl(asked)]
  const canaries: Canary[] = []
  let next: Values | undefined
  let forms = 0
  const way = await wayOf(page)
  for (const url of options.next) {
    if (deadline - Date.now() < TOO_LATE) {
      lacks.add('page-unseen')
      break
    }
    await options.between()
    try {
      page.asked = url
      way.to(url)
      await go(page)
      await arrive(page, options, deadline)
      pages.push(keptUrl(url))
      next ??= await valuesIn(page)
      traffic.hold(true)
      way.shut()
      const typing = await type(page)
      forms += typing.canaries.length > 0 ? 1 : 0
      canaries.push(...typing.canaries)
      await part(page)
      await typing.wipe()
      await way.leave()
      traffic.hold(false)
    } catch (error) {
      if (!(error instanceof NotSeen) || page.document.crashed()) throw error
      // That one page did not come takes nothing away from the others.
      lacks.add('page-unseen')
      await way.leave()
      traffic.hold(false)
    }
  }
  const { scripts, more, workers } = recorder.read()
  if (more || !(await traffic.whole())) lacks.add('cut')
  const sent = openedFor(traffic.after(0))
  const other = await asAnother(page, asked, options, deadline)
  const identifiers = next && other && identifiersIn([first, next, other.values], sent)
  const tags = other && (await changing(page, [traffic.tags(), other.tags], options, deadline))
  const frames = first.missed || next?.missed === true || other?.values.missed === true ? (['frames'] as const) : []
  // A worker of the site itself keeps what is the site's own, of which nothing is said here; many sites have one.
  const own = registrableDomain(hostname(finalUrl))
  const worker = workers.some((host) => registrableDomain(host) !== own) ? (['worker'] as const) : []
  const behaviour: Behaviour = {
    finalUrl,
    pages,
    scripts,
    uploads: uploadsIn(sent, phrases),
    typed: forms === 0 ? null : { fields: canaries.length, leaks: leaksIn(canaries, sent) },
    identifiers: identifiers ?? null,
    tags: tags ?? null,
    lacks: lacksOf(page.lacks, { requests: [...lacks], content: [...lacks], storage: [...frames, ...worker] }),
  }
  return { behaviour: { seen: true, value: behaviour } }
}

/** The landing page as a visitor who was never there before; undefined: it did not come in time. */
async function asAnother(
  { browser, host, comeBack }: VisitedPage,
  asked: string,
  options: WatchOptions,
  deadline: number,
): Promise<{ values: Values; tags: ReadonlyMap<string, Tag> } | undefined> {
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
    return { values: await valuesIn(twin), tags: traffic.tags() }
  } catch (error) {
    if (error instanceof NotSeen) return undefined
    throw error
  } finally {
    await within(3_000, 'closing the page', twin.context.close()).catch(() => browser.kill())
  }
}

async function passMouse({ cdp, time, lacks }: VisitedPage): Promise<void> {
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
  await time.pass(AFTER, { waiting: false, most: 1_500 })
}

/** The text of the page or the path of the mouse in what was sent: in what it carried, not in its address. */
function uploadsIn(sent: readonly { one: Sent; open: Opened }[], phrases: readonly string[]): Upload[] {
  const found = sent.flatMap(({ one, open }): Upload[] => {
    if (one.way === 'address') return []
    const texts = [...open.plain, ...open.inside]
    const whole = texts.map((text) => text.replaceAll(/\s+/g, ' '))
    const told = phrases.filter((phrase) => whole.some((text) => text.includes(phrase))).length
    const places = PATH.filter(([x, y]) => texts.some((text) => new RegExp(`\\b${x}\\D{1,12}${y}\\b`).test(text)))
    return [
      ...(told >= Math.min(TELLING, phrases.length) && told > 0
        ? [{ ...heardOf(one), what: 'page-text' as const }]
        : []),
      ...(places.length >= TELLING ? [{ ...heardOf(one), what: 'movements' as const }] : []),
    ]
  })
  return distinct(found, 50)
}

/** Runs in the isolated world: pieces of the page's text, spread over it, that are long enough to be its own. */
function phrasesIn(most: number): string[] {
  const walker = document.createTreeWalker(document.body ?? document.documentElement, NodeFilter.SHOW_TEXT)
  const found: string[] = []
  for (let node = walker.nextNode(), seen = 0; node && seen < 20_000; node = walker.nextNode(), seen++) {
    const parent = node.parentElement
    if (!parent || /^(?:SCRIPT|STYLE|NOSCRIPT|TEMPLATE)$/.test(parent.tagName)) continue
    const run = /[A-Za-z0-9][A-Za-z0-9 ,]{22,}/.exec(
      (node.nodeValue ?? '').slice(0, 2_000).replaceAll(/\s+/g, ' '),
    )?.[0]
    if (run && found.length < 400) found.push(run.slice(0, 40).trim())
  }
  const all = [...new Set(found)]
  const step = Math.max(1, Math.ceil(all.length / most))
  return all.filter((_, at) => at % step === 0)
}
