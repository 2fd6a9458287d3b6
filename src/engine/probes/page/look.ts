/** One look at a page: go there, establish that it is the page, and let every probe read it, in bounded time. */
import type { Observed, PageEvidence, PageKey } from '../../../model/evidence.ts'
import { NotSeen } from '../../../outside/not-seen.ts'
import { pause, within } from '../../../outside/within.ts'
import { gate, netReason } from './gate.ts'
import { glanceOf, pageReader } from './page-reader.ts'
import type { AnyPageProbe } from '../page-probe.ts'
import { settle } from './settle.ts'
import { shapeOf, type Sample } from './shape.ts'
import type { VisitedPage } from './visited-page.ts'

export type Looked = { readonly [K in PageKey]?: Observed<PageEvidence[K]> }
export type LookOptions = {
  readonly probes: readonly AnyPageProbe[]
  /** What the egress proxy said about a host it refused or could not reach. */
  readonly refused?: VisitedPage['refused']
  /** Pages of which enough were looked at by axe are not looked at by it; absent: each is. */
  readonly sample?: Sample
  /** The visitor stays on the page: it is not told that anybody leaves, and may be used further. */
  readonly stays?: true
  /** The page is not scrolled through. */
  readonly still?: true
}

const ANSWER_MS = 15_000
const LOAD_MS = 10_000
const QUIET_MS = 2_500
const GLANCE_MS = 5_000
const ATTEMPTS = 3
const PART_MS = 1_000
/** Milliseconds in which a document whose answer came takes the place of the one before it. */
const STANDS_MS = 5_000
const STEP = 10
/** What is sent in the last moment is on its way by then. */
const PARTED_MS = 50

const lacking = (seen: Observed<unknown> | undefined): boolean =>
  !seen?.seen || Object.keys((seen.value as { readonly lacks: object }).lacks).length > 0

/** What a probe could not see, with the reason. */
export const asUnseen = (page: VisitedPage | undefined, error: unknown): Observed<never> => {
  if (page?.document.crashed()) return { seen: false, why: 'crashed', detail: 'the page crashed' }
  if (error instanceof NotSeen) return { seen: false, why: error.why, detail: error.message.slice(0, 500) }
  return { seen: false, why: 'probe-failed', detail: String(error).slice(0, 500) }
}

/** Per probe what it saw of the page, or why not. Throws NotSeen when it is not the page that was meant. */
export async function look(page: VisitedPage, options: LookOptions, deadline: number): Promise<Looked> {
  const attached = await Promise.all(
    options.probes.map(async (probe) => ({ key: probe.key, reader: await probe.attach(page) })),
  )
  await go(page)
  const left = () => Math.max(0, deadline - Date.now())
  // A page may go elsewhere while it is read; then it is judged and read anew.
  for (let attempt = 1; ; attempt++) {
    const loader = await arrive(page, options, deadline)
    const seen: Record<string, Observed<unknown>> = {}
    const stayed = () => page.document.current()?.loader === loader
    for (const { key, reader } of attached) {
      if (!stayed()) break
      const shape = key === 'axe' && options.sample ? await shapeOf(page) : undefined
      if (shape !== undefined && options.sample?.enough(shape)) continue
      try {
        seen[key] = { seen: true, value: await within<unknown>(left(), `probe ${key}`, reader.read()) }
        // A look that missed something does not count for its kind.
        if (shape !== undefined && !lacking(seen[key])) options.sample?.took(shape)
      } catch (error) {
        seen[key] = asUnseen(page, error)
      }
    }
    if (stayed()) {
      if (page.scripts && !options.stays) await part(page)
      for (const { key, reader } of attached) {
        const read = seen[key]
        if (reader.parting && read?.seen) seen[key] = { seen: true, value: await reader.parting(read.value as never) }
      }
      return seen as Looked
    }
    if (attempt === ATTEMPTS) throw new NotSeen('probe-failed', 'the page kept going elsewhere while it was read')
  }
}

/**
 * Waits until the page that was asked for stands there, and establishes that it is the page. Gives the loader of its
 * document. Throws NotSeen when it is not.
 */
export async function arrive(page: VisitedPage, { refused, still }: LookOptions, deadline: number): Promise<string> {
  const left = () => Math.max(0, deadline - Date.now())
  // What the document before this one lacked says nothing of this one.
  for (const lack of ['loading', 'busy', 'blank'] as const) page.lacks.delete(lack)
  const bounds = { load: Math.min(LOAD_MS, left()), quiet: QUIET_MS, ...(still && { still }) }
  for (const lack of await settle(page, bounds)) page.lacks.add(lack)
  const loader = await gate(page, async () => {
    const reading = await freed(page, () => page.evaluate(page.document.frame, pageReader, undefined, GLANCE_MS))
    page.withheld = reading.withheld
    return glanceOf(reading)
  })
  const answer = page.document.response(loader)
  const word = answer?.failed ? refused?.(new URL(answer.url).hostname) : undefined
  if (word?.why === 'too-large') throw new NotSeen('too-large', word.detail)
  // Of a page for which we bring in no more, parts are missing: a script that broke off did not run.
  if (refused?.(page.host)?.why === 'too-large') page.lacks.add('shut')
  return loader
}

/**
 * Tells the page that its visitor leaves, for what it sends then, and waits until that is on its way. Told and not
 * done: of a document that is really left the browser reports no requests any more.
 */
export async function part({ cdp, time, lacks }: VisitedPage): Promise<void> {
  try {
    await within(PART_MS, 'leaving', cdp.send('Runtime.evaluate', { expression: `(${leave})()`, silent: true }))
    await time.pass(PARTED_MS, { waiting: false, most: PART_MS })
    await pause(PARTED_MS)
  } catch (error) {
    if (!(error instanceof NotSeen)) throw error
    // Whether it would have sent something is then not known.
    lacks.add('stopped')
  }
}

/**
 * Runs among the page's own scripts, after everything was read: it must look to them as if the tab were closed. What
 * stands in frames of the same origin leaves with it.
 */
function leave(): void {
  const say = (target: EventTarget, event: Event) => EventTarget.prototype.dispatchEvent.call(target, event)
  const tell = (view: Window, depth: number) => {
    const { document } = view
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => 'hidden' })
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => true })
    say(document, new Event('visibilitychange', { bubbles: true }))
    say(view, new PageTransitionEvent('pagehide'))
    for (const name of ['beforeunload', 'unload']) say(view, new Event(name))
    for (let at = 0; depth < 3 && at < Math.min(view.length, 30); at++) {
      try {
        tell(view[at]!, depth + 1)
      } catch {
        // A frame of another origin lets nobody in.
      }
    }
  }
  tell(window, 0)
}

/** Asks for the page, unless its host said to come back later. Throws the reason if no document comes of it. */
export async function go({ cdp, asked, document, comeBack }: VisitedPage): Promise<void> {
  const later = comeBack?.off(asked)
  if (later) throw new NotSeen(later.why, later.detail)
  const order = cdp.send('Page.navigate', { url: asked })
  const { errorText, isDownload, loaderId } = await within(ANSWER_MS, 'the server', order)
  if (!errorText) {
    // The order is answered before the document stands there: what stood there until then would be taken for it.
    const until = Date.now() + STANDS_MS
    while (loaderId !== undefined && !document.stood(loaderId) && Date.now() < until) await pause(STEP)
    return
  }
  const answer = document.response()
  if (answer?.status === 204 || answer?.status === 205) throw new NotSeen('empty', `status ${answer.status}`)
  if (isDownload || (errorText === 'net::ERR_ABORTED' && answer?.status)) {
    throw new NotSeen('not-html', answer?.mimeType || 'a download')
  }
  throw new NotSeen(netReason(errorText), errorText)
}

/**
 * Runs `read`; if the page's own script holds the thread, stops that script and tries again: then it is a partial view.
 */
async function freed<T>(page: VisitedPage, read: () => Promise<T>): Promise<T> {
  for (const step of ['stop', 'switch off', 'give up'] as const) {
    try {
      return await read()
    } catch (error) {
      if (!(error instanceof NotSeen) || error.why !== 'timeout' || step === 'give up') throw error
      page.lacks.add('stopped')
      if (step === 'switch off') {
        await within(1_000, 'scripts off', page.cdp.send('Emulation.setScriptExecutionDisabled', { value: true }))
      }
      await within(1_000, 'stopping the script', page.cdp.send('Runtime.terminateExecution').catch(unlessStopping))
    }
  }
  throw new NotSeen('timeout', 'unreachable code')
}

/** A script that is being stopped already, for its dialogs, needs no second order. */
function unlessStopping(error: unknown): void {
  if (!String(error).includes('current termination request')) throw error
}
