/**
 * Fetches one address over the egress guard, step by step: no redirect is followed unseen, every header line is kept,
 * all is bounded.
 */
import type { Socket } from 'node:net'
import { asSaid, clean } from '../lib/clean.ts'
import { addressWithoutCredentials } from '../lib/credentials.ts'
import { registrableDomain } from '../lib/domain.ts'
import type { Headers, Hop } from '../model/evidence.ts'
import { answerOf, answerOver2, type Own, type Reply } from './answer.ts'
import { readBody, type Body } from './body.ts'
import type { Egress } from './egress.ts'
import { NotSeen } from './not-seen.ts'
import { handshake } from './trust.ts'

export type Fetched = { readonly hops: readonly Hop[]; readonly body: Body }
export type FetchOptions = {
  readonly signal: AbortSignal
  /** Bytes that are read at most, on the wire and decoded; the rest is left. */
  readonly maxBytes: number
  /** How many redirects are followed; 0 gives the first answer as it is. */
  readonly redirects?: number
  /** Whether this next address may be asked for; if not, the redirect to it is the last hop. */
  readonly mayFollow?: (url: URL) => boolean
  /** Whether the body of this answer is read; if not, nothing of it is. */
  readonly mayRead?: (headers: Headers) => boolean
  /** Milliseconds for the whole walk. */
  readonly patience?: number
  /** What kinds of answer are wanted (RFC 9110 §12.5.1); absent: pages. */
  readonly accept?: string
}

/** Milliseconds for a whole walk. */
const PATIENCE = 25_000
const LINES = 1_000
const LINE = 16_000
/** Characters of header lines in a whole walk: what is more is not for people. */
const WALK_HEADERS = 1_000_000
const COOKIES = 30
const UNREAD: Body = { bytes: Buffer.alloc(0), read: 'cut' }

/**
 * Walks from `start` to where it ends. Throws NotSeen: redirect-loop, timeout, tls-failed, unreachable, http-error,
 * too-large, rate-limited before it asks a host that said to come back later, and what the guard says.
 */
export async function fetchPage(egress: Egress, start: string, options: FetchOptions): Promise<Fetched> {
  const { signal, redirects = 20, mayFollow = () => true } = options
  const patience = options.patience ?? egress.network?.patience ?? PATIENCE
  const late = AbortSignal.timeout(patience)
  const both = AbortSignal.any([signal, late])
  const hops: Hop[] = []
  const jar = new Map<string, string>()
  let url = withoutSecrets(new URL(start))
  let room = WALK_HEADERS
  for (;;) {
    const later = egress.comeBack?.off(url.href)
    if (later) throw new NotSeen(later.why, later.detail)
    const { hop, body } = await one(egress, url, jar, options, both)
    egress.comeBack?.hear(url.href, hop.status, hop.headers)
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
  { maxBytes, mayRead = () => true, accept }: FetchOptions,
  signal: AbortSignal,
): Promise<{ hop: Hop; body: Body }> {
  const inTime = () => {
    if (signal.aborted) throw new NotSeen('timeout', `${url.host}: no time left`)
  }
  // Closing the connection ends whatever is waiting for it.
  let open: Socket | undefined
  const stop = () => open?.destroy()
  signal.addEventListener('abort', stop, { once: true })
  const connected = async () => {
    inTime()
    const { socket, address } = await egress.connect(url.hostname, Number(url.port || (isSecure(url) ? 443 : 80)))
    open = socket
    inTime()
    return { socket, address }
  }
  try {
    const { reply, address } = await answered(
      egress,
      url,
      { ...cookiesFor(jar, url), ...(accept && { accept }) },
      connected,
    )
    const hop = { url: clean(url.href, 2_000), status: reply.status, headers: linesOf(reply.lines), address }
    if (!mayRead(hop.headers)) return { hop, body: UNREAD }
    return { hop, body: await readBody(reply.stream, codingOf(hop.headers), maxBytes) }
  } catch (error) {
    inTime()
    throw error
  } finally {
    signal.removeEventListener('abort', stop)
    stop()
  }
}

const isSecure = (url: URL) => url.protocol === 'https:'
const codingOf = (headers: Headers) => headers.find(([name]) => name === 'content-encoding')?.[1] ?? ''

type Connect = () => Promise<{ readonly socket: Socket; readonly address: string }>
type Answered = { readonly reply: Reply; readonly address: string }

/** By HTTP/1; and of a server that turns that away, for it may know no other, by HTTP/2. */
async function answered({ network }: Egress, url: URL, own: Own, connected: Connect): Promise<Answered> {
  const first = await connected()
  const { patience } = network ?? {}
  if (!isSecure(url)) return { reply: await answerOf(url, first.socket, own, patience), address: first.address }
  try {
    const line = await handshake(first.socket, url.hostname, network)
    return { reply: await answerOf(url, line, own, patience), address: first.address }
  } catch (error) {
    first.socket.destroy()
    if (!turnedAway(error)) throw error
    const { socket, address } = await connected()
    const line = await handshake(socket, url.hostname, network, { ALPNProtocols: ['h2'] }).catch(() => null)
    if (line?.alpnProtocol !== 'h2') throw error
    return { reply: await answerOver2(url, line, own), address }
  }
}

/** An alert that is not about the certificate, hanging up, or an answer that is not HTTP/1. */
const turnedAway = (error: unknown) =>
  error instanceof NotSeen &&
  ((error.why === 'tls-failed' && /_ALERT_/.test(error.message)) ||
    (error.why === 'unreachable' && error.message === 'ECONNRESET') ||
    (error.why === 'http-error' && /^(?:HPE_|ECONNRESET|EPIPE)/.test(error.message)))

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
