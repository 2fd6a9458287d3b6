/**
 * One page in one fresh browser context, held over one CDP session; everything in it is read from an isolated world.
 */
import { createHash } from 'node:crypto'
import type { BrowserContext, BrowserContextOptions, CDPSession, Page } from 'playwright-core'
import type { Lack, PageEvidence, PageKey, Profile } from '../../../model/evidence.ts'
import { browserUserAgent } from '../../../outside/browser-binary.ts'
import type { ScanBrowser } from '../../../outside/browser.ts'
import type { ComeBack } from '../../../outside/come-back.ts'
import { NotSeen } from '../../../outside/not-seen.ts'
import { watchDocument } from './main-document.ts'
import type { MainDocument } from './main-document.ts'
import { openPageTime, type PageTime } from './page-time.ts'
import { watchShared } from './shared-worker.ts'
import type { Word } from '../session/request-outcome.ts'
import { within } from '../../../outside/within.ts'

export type Frame = {
  readonly id: string
  /** The frame it stands in; undefined: it is the page itself. */
  readonly parent: string | undefined
  readonly url: string
  readonly depth: number
}

export type VisitedPage = {
  readonly browser: ScanBrowser
  asked: string
  readonly host: string
  readonly context: BrowserContext
  readonly page: Page
  readonly cdp: CDPSession
  readonly document: MainDocument
  /** The page's clock: it stands still while the page is read. */
  readonly time: PageTime
  /** What keeps this from being the whole page; every part that is read lacks it. */
  readonly lacks: Set<Lack>
  /** Whether the page's own scripts run. */
  readonly scripts: boolean
  /** Whether it uses a worker that pages share, whose requests nobody hears. */
  sharesWorker(): boolean
  /** Whether its main part is kept from its reader until something is chosen. */
  withheld: boolean
  /** What the egress proxy says of a host that it refused or could not reach. */
  refused(host: string): Word | undefined
  /** What hosts asked of the visit that this page is part of; undefined: nobody keeps count of it. */
  readonly comeBack: ComeBack | undefined
  /** The frame tree, top first, children after their parent; at most 50. */
  frames(): Promise<Frame[]>
  /** How many frames there were when they were last asked for. */
  framesThere: number
  /** The number of a frame's isolated world, where the page's scripts cannot reach. */
  world(frame: string): Promise<number>
  /** Runs a self-contained function in the frame's isolated world. Throws NotSeen('timeout') after `ms`. */
  evaluate<A, R>(frame: string, fn: (arg: A) => R | Promise<R>, arg: A, ms: number): Promise<R>
  /** Keeps bytes beside the evidence; gives their SHA-256. */
  keep(bytes: Uint8Array): string
  readonly blobs: ReadonlyMap<string, Uint8Array>
}

/**
 * A probe of a page. attach: called before the page is asked for, to listen. read: called once the page is established
 * to be the page that was meant, again if it went elsewhere meanwhile; throws NotSeen if it could not look. parting:
 * called after the page was left, which some pages use to tell others; gives what was read with that.
 */
export type PageProbe<K extends PageKey> = {
  readonly key: K
  attach(page: VisitedPage): Promise<{
    read(): Promise<PageEvidence[K]>
    parting?(read: PageEvidence[K]): Promise<PageEvidence[K]>
  }>
}

type Guise = Pick<BrowserContextOptions, 'isMobile' | 'hasTouch'> & { viewport: { width: number; height: number } }
/** `phone`: the width of most Android phones; one pixel for one, so that a picture of it costs no more. */
const PROFILES: Record<Profile, Guise> = {
  desktop: { viewport: { width: 1280, height: 900 } },
  phone: { viewport: { width: 412, height: 915 }, isMobile: true, hasTouch: true },
}

/** How many dialogs we wave away before we stop the page's scripts. */
const DIALOGS = 20
const FRAMES = 50
const WORLD = 'leidraad'

/** Characters of one answer of a page; axe's of a page full of faults is a tenth of it. */
const ANSWER = 5_000_000
type Answer = { readonly text?: string; readonly error?: string; readonly length: number }

/**
 * Runs in the page: what the function gives, as text that was weighed before it leaves. Nothing a page can make of a
 * value or a message crosses to us whole.
 */
async function answerOf(fn: (arg: unknown) => unknown, arg: unknown, most: number): Promise<Answer> {
  try {
    const text = JSON.stringify(await fn(arg))
    const length = text === undefined ? 0 : text.length
    return length > most || text === undefined ? { length } : { text, length }
  } catch (error) {
    return { error: String(error instanceof Error ? (error.stack ?? error) : error).slice(0, 500), length: 0 }
  }
}

/** Its frames; or that they stand so deep in each other that the browser cannot write them down. */
async function treeOf(cdp: CDPSession) {
  try {
    return (await within(3_000, 'frames', cdp.send('Page.getFrameTree'))).frameTree
  } catch (error) {
    if (/stack limit exceeded/.test(String(error))) return 'too-deep'
    throw error
  }
}

/** Opens an empty page in a fresh context, with CDP listening. The caller closes `context`. */
export async function openPage(
  scan: ScanBrowser,
  asked: string,
  {
    host,
    profile,
    scripts = true,
    refused = () => undefined,
    comeBack,
  }: {
    host: string
    profile: Profile
    scripts?: boolean
    refused?: VisitedPage['refused']
    comeBack?: ComeBack | undefined
  },
): Promise<VisitedPage> {
  const { browser, version, ignoreCertificates } = scan
  const context = await browser.newContext({
    ...PROFILES[profile],
    locale: 'nl-NL',
    timezoneId: 'Europe/Amsterdam',
    reducedMotion: 'reduce',
    permissions: [],
    userAgent: browserUserAgent(version, profile === 'phone'),
    serviceWorkers: 'block',
    acceptDownloads: false,
    javaScriptEnabled: scripts,
    ignoreHTTPSErrors: ignoreCertificates,
  })
  const page = await context.newPage()
  const cdp = await context.newCDPSession(page)
  context.on('page', (popup) => {
    if (popup !== page) popup.close().catch(() => undefined)
  })
  let dialogs = 0
  page.on('dialog', (dialog) => {
    dialog.dismiss().catch(() => undefined)
    if (++dialogs !== DIALOGS) return
    visited.lacks.add('dialogs')
    cdp.send('Emulation.setScriptExecutionDisabled', { value: true }).catch(() => undefined)
    cdp.send('Runtime.terminateExecution').catch(() => undefined)
  })
  const worlds = new Map<string, number>()
  cdp.on('Page.frameNavigated', ({ frame }) => worlds.delete(frame.id))
  cdp.on('Page.frameDetached', ({ frameId }) => worlds.delete(frameId))
  const [{ frameTree }] = await Promise.all([
    cdp.send('Page.getFrameTree'),
    ...(['Page.enable', 'Network.enable', 'Runtime.enable', 'DOM.enable'] as const).map((method) => cdp.send(method)),
  ])
  const shared = await watchShared(browser, cdp)
  // A browser that is gone has nothing to detach from.
  context.on('close', () => void shared.end().catch(() => undefined))
  const document = watchDocument(page, cdp, frameTree.frame.id)
  const blobs = new Map<string, Uint8Array>()

  const visited: VisitedPage = {
    browser: scan,
    asked,
    host,
    context,
    page,
    cdp,
    document,
    time: openPageTime(cdp),
    blobs,
    lacks: new Set(),
    scripts,
    sharesWorker: shared.there,
    withheld: false,
    refused,
    comeBack,
    framesThere: 0,
    async frames() {
      const tree = await treeOf(cdp)
      if (tree === 'too-deep') {
        visited.framesThere = FRAMES + 1
        return [{ id: document.frame, parent: undefined, url: document.current()?.url ?? '', depth: 0 }]
      }
      const found: Frame[] = []
      let there = 0
      const walk = (node: typeof tree, depth: number) => {
        there++
        if (found.length < FRAMES)
          found.push({ id: node.frame.id, parent: node.frame.parentId, url: node.frame.url, depth })
        for (const child of node.childFrames ?? []) walk(child, depth + 1)
      }
      walk(tree, 0)
      visited.framesThere = there
      return found
    },
    async world(frame) {
      const known = worlds.get(frame)
      if (known !== undefined) return known
      const { executionContextId } = await within(
        3_000,
        'isolated world',
        cdp.send('Page.createIsolatedWorld', { frameId: frame, worldName: WORLD }),
      )
      worlds.set(frame, executionContextId)
      return executionContextId
    },
    async evaluate(frame, fn, arg, ms) {
      const contextId = await visited.world(frame)
      const { result, exceptionDetails } = await within(
        ms,
        'reading the page',
        cdp.send('Runtime.evaluate', {
          expression: `(${answerOf})(${fn}, ${JSON.stringify(arg) ?? 'undefined'}, ${ANSWER})`,
          contextId,
          awaitPromise: true,
          returnByValue: true,
        }),
      )
      if (exceptionDetails) throw new NotSeen('probe-failed', exceptionDetails.text)
      const { text, error, length } = result.value as Answer
      if (length > ANSWER) throw new NotSeen('too-heavy', `the page answered with ${length} characters`)
      if (error !== undefined) throw new NotSeen('probe-failed', error)
      return text === undefined ? undefined : JSON.parse(text)
    },
    keep(bytes) {
      const hash = createHash('sha256').update(bytes).digest('hex')
      blobs.set(hash, bytes)
      return hash
    },
  }
  return visited
}
