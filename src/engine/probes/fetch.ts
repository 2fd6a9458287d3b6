/** Fetches one address over the egress guard, step by step: no redirect is followed unseen, every header line is kept, all is bounded. */
import { request as requestHttp, type IncomingMessage } from 'node:http'
import { request as requestHttps } from 'node:https'
import { isIP, type Socket } from 'node:net'
import { connect as connectTls } from 'node:tls'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { clean } from '../../lib/clean.ts'
import type { Headers, Hop } from '../../model/evidence.ts'
import type { Egress } from './egress.ts'
import { NotSeen } from './not-seen.ts'
import { authorities } from './trust.ts'
import { userAgent } from './user-agent.ts'

export type Fetched = { readonly hops: readonly Hop[]; readonly body: Buffer; readonly truncated: boolean }
export type FetchOptions = {
  readonly signal: AbortSignal
  /** Decoded bytes that are read at most; the rest is left. */
  readonly maxBytes: number
  /** How many redirects are followed; 0 gives the first answer as it is. */
  readonly redirects?: number
  /** Whether this next address may be asked for. */
  readonly mayFollow?: (url: URL) => boolean
}

const HEADER_BYTES = 262_144
const HEADER_TIME = 10_000
const BODY_TIME = 12_000
const LINES = 200

/** Walks from `start` to where it ends. Throws NotSeen: redirect-loop, timeout, tls-failed, unreachable, too-large, and what the guard says. */
export async function fetchPage(egress: Egress, start: string, { signal, maxBytes, redirects = 20, mayFollow = () => true }: FetchOptions): Promise<Fetched> {
  const hops: Hop[] = []
  let url = new URL(start)
  for (;;) {
    const { hop, body, truncated } = await one(egress, url, signal, maxBytes)
    hops.push(hop)
    const next = redirectOf(hop, url)
    if (next === undefined || redirects === 0 || !mayFollow(next)) return { hops, body, truncated }
    if (hops.length > redirects) throw new NotSeen('redirect-loop', `more than ${redirects} redirects, the last to ${next.href.slice(0, 200)}`)
    url = next
  }
}

/** The address a 3xx answer sends to, without credentials; only http and https count. */
function redirectOf({ status, headers }: Hop, from: URL): URL | undefined {
  if (![301, 302, 303, 307, 308].includes(status)) return undefined
  const location = headers.find(([name]) => name === 'location')?.[1]
  const url = location === undefined ? null : URL.parse(location, from)
  if (!url || !/^https?:$/.test(url.protocol)) return undefined
  url.username = ''
  url.password = ''
  url.hash = ''
  return url
}

async function one(egress: Egress, url: URL, signal: AbortSignal, maxBytes: number): Promise<{ hop: Hop; body: Buffer; truncated: boolean }> {
  signal.throwIfAborted()
  const secure = url.protocol === 'https:'
  const { socket, address } = await egress.connect(url.hostname.replace(/^\[|\]$/g, ''), Number(url.port || (secure ? 443 : 80)))
  try {
    const reply = await answerOf(secure, url, socket, egress, signal)
    const { body, truncated } = await bodyOf(reply, maxBytes)
    return { hop: { url: clean(url.href, 500), status: reply.statusCode ?? 0, headers: linesOf(reply.rawHeaders), address }, body, truncated }
  } catch (error) {
    throw asNotSeen(error)
  } finally {
    socket.destroy()
  }
}

function answerOf(secure: boolean, url: URL, socket: Socket, egress: Egress, signal: AbortSignal): Promise<IncomingMessage> {
  return new Promise((done, fail) => {
    const options = {
      // Over the socket that the guard opened to the address it checked, and no other.
      createConnection: () => (secure
        ? connectTls({ socket, host: url.hostname, servername: isIP(url.hostname) === 0 ? url.hostname : '', ca: authorities(egress.network), ALPNProtocols: ['http/1.1'] })
        : socket),
      method: 'GET', path: `${url.pathname}${url.search}`, host: url.hostname, maxHeaderSize: HEADER_BYTES, signal,
      headers: { host: url.host, 'user-agent': userAgent(), accept: 'text/html,application/xhtml+xml,text/plain;q=0.9,*/*;q=0.5', 'accept-language': 'nl,en;q=0.5', 'accept-encoding': 'gzip, deflate, br', connection: 'close' },
    }
    const asked = (secure ? requestHttps : requestHttp)(options, done)
    const timer = setTimeout(() => asked.destroy(new NotSeen('timeout', `no answer from ${url.host} within ${HEADER_TIME / 1_000} s`)), HEADER_TIME)
    asked.once('response', () => clearTimeout(timer))
    asked.once('error', (error) => { clearTimeout(timer); fail(error) })
    asked.end()
  })
}

const DECODERS = { gzip: createGunzip, 'x-gzip': createGunzip, deflate: createInflate, br: createBrotliDecompress }

/** The decoded body as far as it may be read. What comes slowly or without end is left where it is: what was read counts. */
function bodyOf(reply: IncomingMessage, maxBytes: number): Promise<{ body: Buffer; truncated: boolean }> {
  const decoder = DECODERS[String(reply.headers['content-encoding'] ?? '').trim().toLowerCase() as keyof typeof DECODERS]
  const stream = decoder ? reply.pipe(decoder()) : reply
  return new Promise((done) => {
    const parts: Buffer[] = []
    let length = 0
    const end = (truncated: boolean) => {
      clearTimeout(timer)
      stream.removeAllListeners('data')
      reply.destroy()
      done({ body: Buffer.concat(parts), truncated })
    }
    const timer = setTimeout(() => end(true), BODY_TIME)
    stream.on('data', (chunk: Buffer) => {
      parts.push(chunk.subarray(0, maxBytes - length))
      length += chunk.length
      if (length >= maxBytes) end(true)
    })
    stream.once('end', () => end(false))
    stream.on('error', () => end(true))
    reply.on('error', () => end(true))
    reply.once('aborted', () => end(true))
  })
}

function linesOf(raw: readonly string[]): Headers {
  const lines: [string, string][] = []
  for (let at = 0; at + 1 < raw.length && lines.length < LINES; at += 2) lines.push([clean(raw[at]!.toLowerCase(), 100), clean(raw[at + 1]!, 4_000)])
  return lines
}

const TLS = /^(ERR_TLS|ERR_SSL|CERT_|UNABLE_TO|DEPTH_ZERO|SELF_SIGNED|HOSTNAME_MISMATCH|EPROTO|INVALID_|PATH_LENGTH|ERR_OSSL)/

/** What went wrong, in one of our words. */
export function asNotSeen(error: unknown): Error {
  if (error instanceof NotSeen) return error
  const { code = '', name, message } = error as NodeJS.ErrnoException
  if (TLS.test(code)) return new NotSeen('tls-failed', code)
  if (code === 'HPE_HEADER_OVERFLOW') return new NotSeen('too-large', `more than ${HEADER_BYTES} bytes of headers`)
  if (name === 'AbortError' || name === 'TimeoutError' || code === 'ETIMEDOUT') return new NotSeen('timeout', message)
  return new NotSeen('unreachable', code || message)
}

/** Text of a body, by the charset of its header, else of its own `<meta>`, else UTF-8. */
export function textOf(body: Buffer, contentType: string | null): string {
  const declared = /charset\s*=\s*"?([\w-]{1,40})/i.exec(contentType ?? '')?.[1] ?? /<meta[^>]{0,200}charset\s*=\s*["']?([\w-]{1,40})/i.exec(body.subarray(0, 4_096).toString('latin1'))?.[1]
  try {
    return new TextDecoder(declared ?? 'utf-8').decode(body)
  } catch {
    return new TextDecoder('utf-8').decode(body) // a charset nobody knows
  }
}
