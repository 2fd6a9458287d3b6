/**
 * Follows which document is really in the page: its response, its errors, whether it loaded, how busy its network is.
 */
import type { CDPSession, Page } from 'playwright-core'
import type { Headers } from '../../../model/evidence.ts'
import { headerLines } from './header-lines.ts'

export type MainResponse = {
  readonly url: string
  status: number | null
  mimeType: string
  headers: Headers
  failed: string | null
}

export type MainDocument = {
  readonly frame: string
  /** What stands in the page now; null before the first navigation. */
  current(): { readonly url: string; readonly loader: string; readonly unreachable: boolean } | null
  /** Whether the document of this loader took its place in the page, even if it left again. */
  stood(loader: string): boolean
  /** The answer a document came from, by its loader; the last one asked for if none is given. */
  response(loader?: string): MainResponse | null
  loaded(): boolean
  /** Whether the page is gone: it crashed, or its browser ended. */
  crashed(): boolean
  /** How many documents the page has asked for. */
  navigations(): number
  /** Milliseconds since the network was last busy; 0 while something is under way. */
  quiet(): number
  /** Whether it waits for what it asked in the last half second. */
  asking(): boolean
  /** Whether an answer has not come, or not to its end, that may make the page do more. */
  pending(): boolean
}

/** Kinds that stay open by nature, so that waiting for their end says nothing. */
const ENDLESS = new Set(['EventSource', 'WebSocket', 'Ping', 'Media'])
/** Kinds whose answer may ask for more, set cookies by script or change what is read; an image does nothing further. */
const ACTING = new Set(['Document', 'Script', 'Stylesheet', 'Fetch', 'XHR'])
const RESPONSES = 100
const DOCUMENTS = 1_000

/** Starts to follow; Page and Network are enabled by the caller. */
export function watchDocument(page: Page, cdp: CDPSession, frame: string): MainDocument {
  const responses = new Map<string, MainResponse>()
  const came = new Set<string>()
  /** What was asked and not answered. */
  const busy = new Map<string, { readonly asked: number; readonly kind: string; readonly worker: boolean }>()
  let current: { url: string; loader: string; unreachable: boolean } | null = null
  let last: MainResponse | null = null
  let loaded = false
  let crashed = false
  let navigations = 0
  let lastBusy = Date.now()

  const done = (requestId: string) => {
    if (busy.delete(requestId)) lastBusy = Date.now()
  }

  cdp.on('Network.requestWillBeSent', (event) => {
    const kind = event.type ?? ''
    // The script a worker starts with has no loader; one that the page made itself is there already.
    const worker = event.loaderId === ''
    const made = event.request.url.startsWith('data:') || (worker && event.request.url.startsWith('blob:'))
    if (!ENDLESS.has(kind) && !made) busy.set(event.requestId, { asked: Date.now(), kind, worker })
    lastBusy = Date.now()
    if (event.frameId !== frame || event.type !== 'Document' || event.requestId !== event.loaderId) return
    if (!event.redirectResponse) navigations++
    last = { url: event.request.url, status: null, mimeType: '', headers: [], failed: null }
    if (responses.size < RESPONSES) responses.set(event.requestId, last)
  })
  cdp.on('Network.responseReceived', ({ requestId, response }) => {
    // A stream of events that a script fetches is as endless as an EventSource.
    if (response.mimeType.toLowerCase() === 'text/event-stream') done(requestId)
    const main = responses.get(requestId)
    if (!main) return
    main.status = response.status
    main.mimeType = response.mimeType.toLowerCase()
    if (main.headers.length === 0) main.headers = headerLines(response.headers)
  })
  cdp.on('Network.responseReceivedExtraInfo', ({ requestId, headers, headersText }) => {
    // No more than this is told of the script of a worker.
    if (busy.get(requestId)?.worker) done(requestId)
    // A redirect's headers come first under the same id; the last ones stay.
    const main = responses.get(requestId)
    if (main) main.headers = headerLines(headers, headersText)
  })
  cdp.on('Network.loadingFinished', ({ requestId }) => done(requestId))
  cdp.on('Network.loadingFailed', ({ requestId, errorText }) => {
    done(requestId)
    const main = responses.get(requestId)
    if (main) main.failed = errorText
  })
  cdp.on('Page.frameNavigated', (event) => {
    if (event.frame.id !== frame) return
    const unreachable = Boolean(event.frame.unreachableUrl) || event.frame.url.startsWith('chrome-error:')
    current = { url: event.frame.url, loader: event.frame.loaderId, unreachable }
    if (came.size < DOCUMENTS) came.add(event.frame.loaderId)
    loaded = false
  })
  cdp.on('Page.navigatedWithinDocument', (event) => {
    if (event.frameId === frame && current) current = { ...current, url: event.url }
  })
  cdp.on('Page.loadEventFired', () => {
    loaded = true
  })
  for (const event of ['crash', 'close'] as const)
    page.on(event as 'crash', () => {
      crashed = true
    })

  return {
    frame,
    current: () => current,
    stood: (loader) => came.has(loader),
    response: (loader) => (loader === undefined ? last : (responses.get(loader) ?? null)),
    loaded: () => loaded,
    crashed: () => crashed,
    navigations: () => navigations,
    quiet: () => (busy.size > 0 ? 0 : Date.now() - lastBusy),
    asking: () => [...busy.values()].some(({ asked }) => Date.now() - asked < 500),
    pending: () => [...busy.values()].some(({ kind }) => ACTING.has(kind)),
  }
}
