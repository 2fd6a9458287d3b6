/** Every request a page makes, with who asked for it, and the cookies their answers try to set. */
import type { Request as PlaywrightRequest } from 'playwright-core'
import { clean } from '../../lib/clean.ts'
import { withoutCredentials } from '../../lib/credentials.ts'
import type { CookieAttempt, Request } from '../../model/evidence.ts'
import { headerLines } from './header-lines.ts'
import { parseSetCookie } from './session-cookies.ts'
import type { VisitedPage } from './visited-page.ts'

/** `extra`: whether the browser says raw headers come for it; null while it has not said. */
type Hop = { -readonly [K in keyof Request]: Request[K] } & { extra: boolean | null }
type Blocked = ReadonlyMap<string, readonly string[]>
type Answer = { readonly lines: readonly string[]; readonly blocked: Blocked; readonly at: number }

const REQUESTS = 1_000
const COOKIES = 500
/** Beyond this many the page gets no more network: it only costs. */
const FLOOD = 2_000
const WORKERS = 200

/** A URL as it is kept: without user, password and tokens, at most 500 characters. */
export const keptUrl = (url: string) => clean(withoutCredentials(url.slice(0, 4_000)), 500)
const hostname = (url: string) => (URL.canParse(url) ? new URL(url).hostname : '')
const outward = (url: string) => /^(https?|wss?):/i.test(url)

type Stack = { callFrames: readonly { url: string }[]; parent?: Stack | undefined }
/** The script that made the call: the topmost one with an address, also across asynchronous steps. */
const caller = (stack: Stack | undefined): string | null => {
  for (let at = stack, depth = 0; at && depth < 10; at = at.parent, depth++) {
    const found = at.callFrames.find((frame) => frame.url)
    if (found) return found.url
  }
  return null
}

/** Listens to the page's network; `read` gives what was heard so far. Network must be enabled. */
export function watchRequests({ cdp, context, document }: VisitedPage): {
  /** `omitted`: how many were not kept; `shut`: whether we ended the page's network for all it asked. */
  read(): Promise<{ requests: Request[]; omitted: number; shut: boolean; headerCookies: CookieAttempt[] }>
} {
  const hops: Hop[] = []
  const byId = new Map<string, Hop[]>()
  const referrers = new Map<string, (string | null)[]>()
  const answers = new Map<string, Answer[]>()
  const hosts = new Map<string, string>()
  let count = 0
  let cookieCount = 0

  const add = (id: string, hop: Omit<Hop, 'host' | 'extra'>) => {
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
    const kept: Hop = { ...hop, url: keptUrl(hop.url), host: clean(hostname(hop.url), 255), extra: null }
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
    }
    if (!outward(request.url)) return
    const header = Object.entries(request.headers).find(([name]) => name.toLowerCase() === 'referer')?.[1]
    add(requestId, {
      url: request.url,
      method: clean(request.method, 20),
      type: (event.type ?? 'other').toLowerCase(),
      status: null,
      failed: null,
      initiator: { kind: initiator.type, url: kept(caller(initiator.stack) ?? initiator.url ?? null) },
      frame: keptUrl(event.documentURL),
      redirectedFrom: redirectResponse ? keptUrl(redirectResponse.url) : null,
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
  })
  cdp.on('Network.responseReceivedExtraInfo', ({ requestId, headers, headersText, blockedCookies }) => {
    const lines = headerLines(headers, headersText)
      .filter(([name]) => name === 'set-cookie')
      .map(([, value]) => value)
    if (cookieCount + lines.length > COOKIES) lines.length = Math.max(0, COOKIES - cookieCount)
    cookieCount += lines.length
    const blocked = new Map(blockedCookies.map((one) => [one.cookieLine.trim(), one.blockedReasons]))
    // One per hop, in order, cookies or not: that is how an answer finds its hop.
    const list = answers.get(requestId) ?? []
    if (list.length < 25 && answers.size <= REQUESTS)
      answers.set(requestId, [...list, { lines, blocked, at: Date.now() }])
  })
  cdp.on('Network.loadingFailed', ({ requestId, errorText, blockedReason }) => {
    const hop = byId.get(requestId)?.at(-1)
    if (hop) hop.failed = clean(blockedReason ? `${errorText} (${blockedReason})` : errorText, 100)
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
    const lines = headerLines(response.headers, response.headersText).filter(([name]) => name === 'set-cookie')
    hop.extra = true
    answers.set(requestId, [{ lines: lines.map(([, value]) => value), blocked: new Map(), at: Date.now() }])
  })
  // Requests of workers do not pass this CDP session: Playwright listens to the workers' own.
  const others: PlaywrightRequest[] = []
  const statuses = new Map<string, number>()
  const listen = () => {
    context.on('request', (request) => {
      if (others.length < REQUESTS * 2) others.push(request)
    })
    context.on('response', (response) =>
      statuses.set(`${response.request().method()} ${response.url()}`, response.status()),
    )
  }
  listen()

  return {
    async read() {
      const known = new Map<string, number>()
      for (const hop of hops) known.set(`${hop.method} ${hop.url}`, (known.get(`${hop.method} ${hop.url}`) ?? 0) + 1)
      const more: Request[] = []
      // Beyond the limit a worker's request cannot be told from one that was counted and not kept.
      for (const request of hops.length < REQUESTS ? others : []) {
        const url = keptUrl(request.url())
        const key = `${request.method()} ${url}`
        const left = known.get(key) ?? 0
        known.set(key, left - 1)
        if (left > 0 || !outward(url) || more.length >= WORKERS) continue
        more.push({
          url,
          host: hostname(url),
          method: request.method(),
          type: request.resourceType(),
          status: statuses.get(`${request.method()} ${request.url()}`) ?? null,
          failed: clean(request.failure()?.errorText ?? '', 100) || null,
          initiator: { kind: 'worker', url: null },
          frame: keptUrl(document.current()?.url ?? ''),
          redirectedFrom: null,
          referrer: kept(request.headers()['referer'] ?? null),
        })
      }
      const headerCookies: CookieAttempt[] = []
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
      const requests = [...hops.map(withoutExtra), ...more]
      const omitted = count + more.length - Math.min(requests.length, REQUESTS)
      return { requests: requests.slice(0, REQUESTS), omitted, shut: count >= FLOOD, headerCookies }
    },
  }
}

const kept = (url: string | null) => (url === null ? null : keptUrl(url))
const withoutExtra = (hop: Hop): Request => {
  const { extra: _extra, ...request } = hop
  return request
}
