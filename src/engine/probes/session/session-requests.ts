/** Every request a page makes, with who asked for it, and the cookies their answers try to set. */
import { clean } from '../../../lib/clean.ts'
import type { CookieAttempt, Drawn, Outcome, Request } from '../../../model/evidence.ts'
import { watchDrawings } from '../page/drawings.ts'
import { headerLines } from '../page/header-lines.ts'
import { pause } from '../../../outside/within.ts'
import { ADDRESS, hostname, keptUrl, outward } from '../page/kept-url.ts'
import { nothingYet, outcomeOf, type Told } from './request-outcome.ts'
import { caller } from './request-caller.ts'
import { parseSetCookie } from './session-cookies.ts'
import type { VisitedPage } from '../page/visited-page.ts'
import { keyOf, watchWorkers } from './worker-requests.ts'

/** `extra`: whether the browser says raw headers come for it; null while it has not said. `told`: what became of it. */
type Hop = { -readonly [K in keyof Request]: Request[K] } & { extra: boolean | null; told: Told }
type Blocked = ReadonlyMap<string, readonly string[]>
type Answer = { readonly lines: readonly string[]; readonly blocked: Blocked; readonly at: number }

const REQUESTS = 1_000
const COOKIES = 500
/** Beyond this many the page gets no more network: it only costs. */
const FLOOD = 2_000

/** Milliseconds until it is known of what was asked last whether it left. */
const KNOWN_MS = 1_500
const STEP = 25
/** Characters of all addresses of a page together, beyond which only their beginning is kept. */
const ADDRESSES = 1_000_000
const BEGINNING = 500

/** Listens to the page's network; `read` gives what was heard so far. Network must be enabled. */
export function watchRequests(page: VisitedPage): {
  /**
   * `omitted`: how many requests were not kept, `cookiesOmitted`: whether cookies were not; `shut`: whether we ended
   * the page's network for all it asked; `busy`: whether a worker still waits for an answer.
   */
  read(): Promise<{
    requests: Request[]
    drawn: Drawn
    omitted: number
    shut: boolean
    busy: boolean
    headerCookies: CookieAttempt[]
    cookiesOmitted: boolean
  }>
} {
  const { cdp, document, refused } = page
  const workers = watchWorkers(page)
  const drawings = watchDrawings(cdp)
  const hops: Hop[] = []
  const byId = new Map<string, Hop[]>()
  const referrers = new Map<string, (string | null)[]>()
  const answers = new Map<string, Answer[]>()
  const hosts = new Map<string, string>()
  let [count, cookieCount, characters] = [0, 0, 0]
  let cookiesOmitted = false

  const add = (id: string, hop: Omit<Hop, 'host' | 'extra' | 'told'>) => {
    count++
    if (count === FLOOD) {
      // A list of blocked addresses would not stop what already stands in the queue: without a network that fails too.
      cdp
        .send('Network.emulateNetworkConditions', {
          offline: true,
          latency: 0,
          downloadThroughput: -1,
          uploadThroughput: -1,
        })
        .catch(() => undefined) // the page closed meanwhile
    }
    if (hops.length >= REQUESTS) return
    const most = characters < ADDRESSES ? ADDRESS : BEGINNING
    const url = keptUrl(hop.url, most)
    characters += url.length
    const kept: Hop = {
      ...hop,
      url,
      host: clean(hostname(hop.url), 255),
      extra: null,
      told: nothingYet(hop.url.slice(0, ADDRESS)),
    }
    if (hop.url.length > most) kept.cut = true
    hops.push(kept)
    const chain = byId.get(id)
    if (chain) chain.push(kept)
    else byId.set(id, [kept])
  }

  cdp.on('Network.requestWillBeSent', (event) => {
    const { request, requestId, initiator, redirectResponse } = event
    const previous = byId.get(requestId)?.at(-1)
    if (redirectResponse && previous) {
      previous.status = redirectResponse.status
      previous.extra = event.redirectHasExtraInfo
      // The browser redirects by itself where a name is known to be over https only.
      const internal = redirectResponse.statusText === 'Internal Redirect' && !event.redirectHasExtraInfo
      previous.told = { ...previous.told, status: redirectResponse.status, internal }
    }
    if (!outward(request.url)) return drawings.written(request.url)
    const header = Object.entries(request.headers).find(([name]) => name.toLowerCase() === 'referer')?.[1]
    add(requestId, {
      url: request.url,
      method: clean(request.method, 20),
      type: (event.type ?? 'other').toLowerCase(),
      status: null,
      failed: null,
      initiator: { kind: initiator.type, url: kept(caller(initiator.stack) ?? initiator.url ?? null) },
      frame: keptUrl(event.documentURL),
      redirectedFrom: redirectResponse ? keptUrl(redirectResponse.url, ADDRESS) : null,
      referrer: kept(header ?? null),
    })
  })
  cdp.on('Network.requestWillBeSentExtraInfo', ({ requestId, headers }) => {
    if (referrers.size >= REQUESTS) return
    const find = (wanted: string) => Object.entries(headers).find(([name]) => name.toLowerCase() === wanted)?.[1]
    const list = referrers.get(requestId) ?? []
    list.push(find('referer') ?? null)
    referrers.set(requestId, list)
    const host = find(':authority') ?? find('host')
    if (host) hosts.set(requestId, host)
  })
  cdp.on('Network.responseReceived', ({ requestId, response, hasExtraInfo }) => {
    const hop = byId.get(requestId)?.at(-1)
    if (!hop) return
    hop.status = response.status
    hop.extra = hasExtraInfo
    hop.told = { ...hop.told, status: response.status, statusText: response.statusText }
  })
  cdp.on('Network.responseReceivedExtraInfo', ({ requestId, headers, headersText, blockedCookies }) => {
    const lines = headerLines(headers, headersText)
      .filter(([name]) => name === 'set-cookie')
      .map(([, value]) => value)
    if (cookieCount + lines.length > COOKIES) {
      lines.length = Math.max(0, COOKIES - cookieCount)
      cookiesOmitted = true
    }
    cookieCount += lines.length
    const blocked = new Map(blockedCookies.map((one) => [one.cookieLine.trim(), one.blockedReasons]))
    // One per hop, in order, cookies or not: that is how an answer finds its hop.
    const list = answers.get(requestId) ?? []
    if (list.length < 25 && answers.size <= REQUESTS)
      answers.set(requestId, [...list, { lines, blocked, at: Date.now() }])
    else if (lines.length > 0) cookiesOmitted = true
  })
  cdp.on('Network.loadingFailed', ({ requestId, errorText, blockedReason, corsErrorStatus }) => {
    const hop = byId.get(requestId)?.at(-1)
    if (!hop) return
    hop.failed = clean(blockedReason ? `${errorText} (${blockedReason})` : errorText, 100)
    const failed = { error: errorText, blocked: blockedReason ?? null, cors: corsErrorStatus?.corsError ?? null }
    hop.told = { ...hop.told, failed }
  })
  cdp.on('Network.webSocketFrameError', ({ requestId, errorMessage }) => {
    const hop = byId.get(requestId)?.at(-1)
    if (!hop) return
    hop.failed = clean(errorMessage, 100)
    hop.told = { ...hop.told, failed: { error: errorMessage, blocked: null, cors: null } }
  })
  cdp.on('Network.webSocketWillSendHandshakeRequest', ({ requestId }) => {
    const hop = byId.get(requestId)?.at(-1)
    if (hop) hop.told = { ...hop.told, headersSent: true }
  })
  cdp.on('Network.webSocketCreated', ({ requestId, url, initiator }) =>
    add(requestId, {
      url,
      method: 'GET',
      type: 'websocket',
      status: null,
      failed: null,
      initiator: { kind: initiator?.type ?? 'other', url: kept(caller(initiator?.stack) ?? initiator?.url ?? null) },
      frame: keptUrl(document.current()?.url ?? url),
      redirectedFrom: null,
      referrer: null,
    }),
  )
  cdp.on('Network.webSocketHandshakeResponseReceived', ({ requestId, response }) => {
    const hop = byId.get(requestId)?.at(-1)
    if (!hop) return
    hop.status = response.status
    hop.told = { ...hop.told, status: response.status, statusText: response.statusText }
    const lines = headerLines(response.headers, response.headersText).filter(([name]) => name === 'set-cookie')
    hop.extra = true
    answers.set(requestId, [{ lines: lines.map(([, value]) => value), blocked: new Map(), at: Date.now() }])
  })
  /** What became of it, as far as was told by now. */
  const becameOf = (told: Told, index: number, id: string | undefined): Outcome => {
    const headersSent = told.headersSent || (id !== undefined && (referrers.get(id)?.length ?? 0) > index)
    return outcomeOf({ ...told, headersSent }, refused(hostname(told.url)))
  }
  const outcomes = () => {
    for (const [id, chain] of byId)
      chain.forEach((hop, index) => {
        hop.outcome = becameOf(hop.told, index, id)
      })
  }
  /** Of what is still on its way it is waited for whether it leaves: which of both is first says nothing. */
  const underWay = () => hops.some(({ told, outcome }) => outcome === 'unclear' && told.failed === null)

  return {
    async read() {
      outcomes()
      const known = () => hops.map(({ method, told }) => keyOf(method, told.url))
      // Beyond the limit a worker's request cannot be told from one that was counted and not kept.
      const working = () => hops.length < REQUESTS && workers.underWay(known())
      for (let waited = 0; waited < KNOWN_MS && count < FLOOD && (underWay() || working()); waited += STEP) {
        await pause(STEP)
        outcomes()
      }
      const more = hops.length < REQUESTS ? workers.read(known()) : { requests: [], omitted: 0 }
      const busy = working()
      const headerCookies: CookieAttempt[] = []
      await drawings.tell((id) => byId.get(id)?.at(-1))
      for (const [id, chain] of byId) {
        referrers.get(id)?.forEach((referrer, index) => {
          const hop = chain[index]
          if (hop && referrer) hop.referrer = kept(referrer)
        })
      }
      for (const [id, list] of answers) {
        const told = byId.get(id)?.filter((hop) => hop.extra !== false)
        list.forEach((answer, index) => {
          const host = told ? told[index]?.host : hostname(`http://${hosts.get(id) ?? ''}`)
          if (!host) return
          for (const line of answer.lines) {
            const cookie = parseSetCookie(line, host, answer.at)
            if (cookie) headerCookies.push({ ...cookie, blocked: answer.blocked.get(line.trim()) ?? [] })
          }
        })
      }
      const requests = [...hops.map(withoutExtra), ...more.requests]
      const omitted = more.omitted + count + more.requests.length - Math.min(requests.length, REQUESTS)
      const first = requests.slice(0, REQUESTS)
      return {
        requests: first,
        drawn: drawings.inPage(),
        omitted,
        shut: count >= FLOOD,
        busy,
        headerCookies,
        cookiesOmitted,
      }
    },
  }
}

const kept = (url: string | null) => (url === null ? null : keptUrl(url, ADDRESS))
const withoutExtra = (hop: Hop): Request => {
  const { extra: _extra, told: _told, ...request } = hop
  return request
}
