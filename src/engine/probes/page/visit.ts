/**
 * One visit to one page: go there, establish that it is the page, let every probe read it, and leave, all in bounded
 * time.
 */
import type { PageKey, Phase, Profile } from '../../../model/evidence.ts'
import type { ScanBrowser } from '../../../outside/browser.ts'
import type { ComeBack } from '../../../outside/come-back.ts'
import { NotSeen } from '../../../outside/not-seen.ts'
import { asUnseen, look, type Looked, type LookOptions } from './look.ts'
import { openPage } from './visited-page.ts'
import type { VisitedPage } from './visited-page.ts'
import { pause, within } from '../../../outside/within.ts'

export type Visit = {
  /** ISO 8601, when the page was asked for. */
  readonly at: string
  readonly seen: Looked
  /** Bytes beside the evidence, by their SHA-256. */
  readonly blobs: ReadonlyMap<string, Uint8Array>
}

export type VisitOptions = LookOptions & {
  readonly phase: Phase
  readonly profile: Profile
  /** Whether the page's own scripts run; they do unless told otherwise. */
  readonly scripts?: boolean
  /** The subject's host; a page under another registrable domain is not its page. */
  readonly host: string
  readonly budgetMs?: number
  /** What hosts asked of the whole visit. */
  readonly comeBack?: ComeBack
  /** What is done in the page, and of what it tells; a look at it by the probes unless told otherwise. */
  readonly walk?: {
    readonly tells: readonly PageKey[]
    go(page: VisitedPage, options: LookOptions, deadline: number): Promise<Looked>
  }
}

const OPEN_MS = 10_000

/**
 * Visits `url` in a fresh context (pages are independent and each is met before any consent). Per probe the evidence,
 * or why not; a page that cannot be established to be the page gives its reason to every probe. Throws NotSeen when the
 * browser itself is gone and another is to be started: 'crashed', or 'too-heavy' when it was ended for what the page
 * asked of it.
 */
export async function visitPage(browser: ScanBrowser, url: string, options: VisitOptions): Promise<Visit> {
  const budget = options.budgetMs ?? 30_000
  const at = new Date().toISOString()
  const deadline = Date.now() + budget
  let page: VisitedPage | undefined
  browser.begin()
  // Outside the promise chain: whatever the page does to us, the browser does not outlive its budget by much.
  const watchdog = setTimeout(() => browser.kill(), budget + 10_000)
  try {
    page = await within(OPEN_MS, 'opening a page', openPage(browser, url, options))
    const seen = await within(budget, 'the visit', (options.walk?.go ?? look)(page, options, deadline))
    // What was still read of a page that brought its browser down is not the page.
    if (browser.tooHeavy() !== undefined) throw new Error('the browser was ended')
    return { at, seen, blobs: page.blobs }
  } catch (error) {
    // When the browser ends its pages are told first.
    if (page?.document.crashed()) await pause(200)
    // A browser that opens no page is of no use to the next one either.
    if (!page) browser.kill()
    const heavy = browser.tooHeavy()
    if (heavy !== undefined) throw new NotSeen('too-heavy', `the page asked ${heavy}`)
    if (!browser.alive()) throw new NotSeen('crashed', `the browser ended: ${String(error).slice(0, 200)}`)
    const tells = options.walk?.tells ?? options.probes.map(({ key }) => key)
    const unseen = asUnseen(page, told(page, options, error) ?? error)
    return { at, seen: Object.fromEntries(tells.map((key) => [key, unseen])), blobs: new Map() }
  } finally {
    clearTimeout(watchdog)
    browser.end()
    // A page that will not close takes its browser with it: nothing of it may meet the next page.
    if (page) await within(3_000, 'closing the page', page.context.close()).catch(() => browser.kill())
  }
}

/** The proxy's own word on the page's host, where all the browser knows is that the proxy did not bring it. */
function told(page: VisitedPage | undefined, { refused }: VisitOptions, error: unknown): NotSeen | undefined {
  const vague = error instanceof NotSeen && (error.why === 'unreachable' || error.message.startsWith('status 502'))
  const answer = page?.document.response()
  if (!vague || !answer || !URL.canParse(answer.url)) return undefined
  const word = refused?.(new URL(answer.url).hostname)
  return word && new NotSeen(word.why, word.detail)
}
