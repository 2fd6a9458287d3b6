/**
 * Fetches one address over the egress guard, step by step: no redirect is followed unseen, every header line is kept,
 * all is bounded.
 */
import { request, type IncomingMessage } from 'node:http'
import type { Socket } from 'node:net'
import { asSaid, clean } from '../lib/clean.ts'
import { addressWithoutCredentials } from '../lib/credentials.ts'
import { registrableDomain } from '../lib/domain.ts'
import type { Headers, Hop } from '../model/evidence.ts'
import { readBody, type Body } from './body.ts'
import type { Egress } from './egress.ts'
import { NotSeen } from './not-seen.ts'
import { handshake } from './trust.ts'
import { userAgent } from './user-agent.ts'

export type Fetched = { readonly hops: readonly Hop[]; readonly body: Body }
export type FetchOptions = {
  readonly signal: AbortSignal
  /** Bytes that are read at most, on the wire and decoded; the rest is left. */
  readonly maxBytes: number
  /** How many redirects are followed; 0 gives the first answer as it is. */
  readonly redirects?: number
  /** Whether this next address may be asked for; if not, the redirect to it is the last hop. */
  readonly mayFollow?: (url: URL) => boolean
  /** Milliseconds for the whole walk. */
  readonly patience?: number
}

const HEADER_BYTES = 262_144
const HEADER_TIME = 10_000
/** Bytes that an answer before the answer counts for at least. */
const EARLY = 1_000
const LINES = 1_000
const LINE = 16_000
/** Characters of header lines in a whole walk: what is more is not for people. */
const WALK_HEADERS = 1_000_000
const COOKIES = 30

/**
 * Walks from `start` to where it ends. Throws NotSeen: redirect-loop, timeout, tls-failed, unreachable, http-error,
 * too-large, and what the guard says.
 */
export async function fetchPage(egress: Egress, start: string, options: FetchOptions): Promise<Fetched> {
  const { signal, maxBytes, redirects = 20, mayFollow = () => true, patience = 25_000 } = options
  const late = AbortSignal.timeout(patience)
  const both = AbortSignal.any([signal, late])
  const hops: Hop[] = []
  const jar = new Map<string, string>()
  let url = withoutSecrets(new URL(start))
  let room = WALK_HEADERS
  for (;;) {
    const { hop, body } = await one(egress, url, jar, maxBytes, both)
    hops.push(hop)
    room -= hop.headers.reduce((sum, [name, value]) => sum + name.length + value.length, 0)
    if (room < 0) throw new NotSeen('too-large', `more than ${WALK_HEADERS} characters of headers on the way`)
    keepCookies(jar, url, hop.headers)
    const next = redirectOf(hop, url)
    if (next === undefined || redirects === 0 || !mayFollow(next)) return { hops, body }
    if (hops.length > redirects) {
      throw new NotSeen('redirect-loop', `more than ${redirects} redirects, the last to ${next.href.slice(0, 200)}`)
    }
    url = next
  }
}

/** The address a 3xx answer sends to, without credentials; only http and https count. */
export function redirectOf({ status, headers }: Hop, from: URL): URL | undefined {
  if (![301, 302, 303, 307, 308].includes(status)) return undefined
  const location = headers.find(([name]) => name === 'location')?.[1]
  const url = location === undefined ? null : URL.parse(location, from)
  return url && /^https?:$/.test(url.protocol) ? withoutSecrets(url) : undefined
}

function withoutSecrets(url: URL): URL {
  url.username = ''
  url.password = ''
  url.hash = ''
  return url
}

/**
 * Some sites redirect to themselves until a cookie comes back. Kept for this walk only, for the whole registrable
 * domain.
 */
function keepCookies(jar: Map<string, string>, url: URL, headers: Headers): void {
  const domain = registrableDomain(url.hostname)
  for (const [name, value] of headers) {
    if (name !== 'set-cookie') continue
    const pair = /^\s*([^=;\s]{1,100}=[\x21-\x3a\x3c-\x7e]{0,4000})\s*(?:;|$)/.exec(value)?.[1]
    if (pair !== undefined && jar.size < COOKIES) jar.set(`${domain} ${pair.slice(0, pair.indexOf('='))}`, pair)
  }
}

function cookiesFor(jar: ReadonlyMap<string, string>, url: URL): { cookie?: string } {
  const prefix = `${registrableDomain(url.hostname)} `
  const own = [...jar].filter(([key]) => key.startsWith(prefix)).map(([, pair]) => pair)
  return own.length === 0 ? {} : { cookie: own.join('; ') }
}

async function one(
  egress: Egress,
  url: URL,
  jar: ReadonlyMap<string, string>,
  maxBytes: number,
  signal: AbortSignal,
): Promise<{ hop: Hop; body: Body }> {
  const inTime = () => {
    if (signal.aborted) throw new NotSeen('timeout', `${url.host}: no time left`)
  }
  inTime()
  const secure = url.protocol === 'https:'
  const { socket, address } = await egress.connect(url.hostname, Number(url.port || (secure ? 443 : 80)))
  // Closing the connection ends whatever is waiting for it.
  const stop = () => socket.destroy()
  signal.addEventListener('abort', stop, { once: true })
  try {
    inTime()
    const line = secure ? await handshake(socket, url.hostname, egress.network) : socket
    const reply = await answerOf(url, line, cookiesFor(jar, url))
    const headers = linesOf(reply.rawHeaders)
    const hop = { url: clean(url.href, 2_000), status: reply.statusCode ?? 0, headers, address }
    return { hop, body: await readBody(reply, maxBytes) }
  } catch (error) {
    inTime()
    throw error
  } finally {
    signal.removeEventListener('abort', stop)
    socket.destroy()
  }
}

function answerOf(url: URL, line: Socket, cookies: { cookie?: string }): Promise<IncomingMessage> {
  return new Promise((done, fail) => {
    const asked = request(
      {
        createConnection: () => line,
        method: 'GET',
        path: `${url.pathname}${url.search}`,
        setHost: false,
        maxHeaderSize: HEADER_BYTES,
        headers: {
          host: url.host,
          'user-agent': userAgent(),
          'accept-language': 'nl,en;q=0.5',
          accept: 'text/html,application/xhtml+xml,text/plain;q=0.9,*/*;q=0.5',
          'accept-encoding': 'gzip, deflate, br',
          connection: 'close',
          ...cookies,
        },
      },
      done,
    )
    const late = () =>
      asked.destroy(new NotSeen('timeout', `no answer from ${url.host} within ${HEADER_TIME / 1_000} s`))
    const timer = setTimeout(late, HEADER_TIME)
    // Answers before the answer (103 Early Hints) may come for ever, each within the limit of one.
    let early = 0
    asked.on('information', ({ rawHeaders }) => {
      early += rawHeaders.reduce((sum, each) => sum + each.length, EARLY)
      if (early > HEADER_BYTES) asked.destroy(new NotSeen('too-large', `more than ${HEADER_BYTES} bytes of headers`))
    })
    asked.once('response', () => clearTimeout(timer))
    asked.once('error', (error) => {
      clearTimeout(timer)
      fail(answerError(error))
    })
    asked.end()
  })
}

/** It was connected, so what goes wrong now is the answer's. */
function answerError(error: NodeJS.ErrnoException): NotSeen {
  if (error instanceof NotSeen) return error
  const { code = error.message } = error
  if (code === 'HPE_HEADER_OVERFLOW') return new NotSeen('too-large', `more than ${HEADER_BYTES} bytes of headers`)
  return new NotSeen('http-error', code)
}

/** Header lines as sent. Node gives bytes as Latin-1; where they are UTF-8 they are read as that. */
function linesOf(raw: readonly string[]): Headers {
  const lines: [string, string][] = []
  for (let at = 0; at + 1 < raw.length && lines.length < LINES; at += 2) {
    const name = asSaid(raw[at]!.toLowerCase(), 200)
    const value = asSaid(decoded(raw[at + 1]!), LINE)
    lines.push([name, name === 'location' ? addressWithoutCredentials(value) : value])
  }
  return lines
}

function decoded(value: string): string {
  if (!/[\u0080-\u00ff]/.test(value)) return value
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(value, 'latin1'))
  } catch {
    return value
  }
}
