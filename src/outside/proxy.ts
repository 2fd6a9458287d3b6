/** The browser's only network: a forward proxy on loopback through which every request goes out by the egress guard. */
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import type { Unseen } from '../model/evidence.ts'
import type { Egress } from './egress.ts'
import { NotSeen } from './not-seen.ts'
import { tidied } from './tidied.ts'
import { verified } from './trust.ts'

/** `sent`: the request had gone out before it failed. */
export type Refusal = { readonly why: Unseen; readonly detail: string; readonly sent?: boolean }
export type Proxy = {
  readonly url: string
  /** A new page begins: its bytes are counted from zero and earlier refusals forgotten. */
  begin(): void
  /** What became of a host that could not be reached, if it was asked for; of any, once a page was too large. */
  refused(host: string): Refusal | undefined
  close(): Promise<void>
}

/** Bytes that one page with everything on it may bring in. */
const PAGE_BYTES = 60_000_000
const HEADER_BYTES = 262_144
const CONNECTIONS = 200
/** Milliseconds after which a tunnel in which nothing moves is closed. */
const IDLE = 60_000
/** What the browser asks for by itself: never let through, never counted as the site's. */
const BROWSERS_OWN = new RegExp(
  `(^|\\.)(${[
    'clients\\d*\\.google',
    'accounts\\.google',
    'update\\.googleapis',
    'optimizationguide-pa\\.googleapis',
    'content-autofill\\.googleapis',
    'safebrowsing\\.googleapis',
    'redirector\\.gvt1',
    'connectivitycheck\\.gstatic',
  ].join('|')})\\.com$`,
)

/** A proxy on this computer for one browser; `maxBytes`: what a page may take. */
export async function startProxy(egress: Egress, maxBytes = PAGE_BYTES): Promise<Proxy> {
  const open = new Set<Duplex>()
  const refusals = new Map<string, Refusal>()
  const trusted = new Map<string, Promise<void>>()
  let bytes = 0
  const hold = (socket: Duplex) => {
    open.add(socket)
    socket.once('close', () => open.delete(socket))
    socket.on('error', () => socket.destroy())
  }
  const full = (): Refusal => ({ why: 'too-large', detail: `the page brought in more than ${maxBytes} bytes` })
  const count = (host: string, length: number) => {
    bytes += length
    if (bytes <= maxBytes) return
    refusals.set(host, full())
    for (const socket of open) socket.destroy()
  }
  const reach = async (host: string, port: number) => {
    if (BROWSERS_OWN.test(host)) throw new NotSeen('probe-failed', 'an address of the browser itself')
    if (bytes > maxBytes) throw new NotSeen('too-large', `the page brought in more than ${maxBytes} bytes`)
    if (open.size > CONNECTIONS * 2) throw new NotSeen('too-large', `more than ${CONNECTIONS} connections at once`)
    return egress.connect(host, port)
  }
  // With an authority of its own the browser cannot check certificates: it is done here, once per host.
  const checked = (host: string, port: number) => {
    if (egress.network?.ca === undefined || port === 80 || BROWSERS_OWN.test(host)) return Promise.resolve()
    const known = trusted.get(`${host}:${port}`)
    if (known) return known
    const check = egress.connect(host, port).then(({ socket }) => verified(socket, host, egress.network))
    trusted.set(`${host}:${port}`, check)
    // A certificate stays what it is; a connection that failed may do better the next time.
    check.catch((error: unknown) => {
      if (!(error instanceof NotSeen) || error.why !== 'tls-failed') trusted.delete(`${host}:${port}`)
    })
    return check
  }
  const refuse = (host: string, error: unknown, sent: boolean): Refusal => {
    const refusal =
      error instanceof NotSeen
        ? { why: error.why, detail: error.message, sent }
        : { why: 'unreachable' as const, detail: String(error), sent }
    refusals.set(bare(host), refusal)
    return refusal
  }

  const server = createServer({ maxHeaderSize: HEADER_BYTES, keepAliveTimeout: 2_000 }, (asked, answer) => {
    void plain(asked, answer)
  })
  server.on('connection', (socket: Socket) => hold(socket))
  server.on('connect', (asked: IncomingMessage, socket: Duplex, rest: Buffer) => {
    void tunnel(asked, socket, rest)
  })

  async function tunnel(asked: IncomingMessage, socket: Duplex, rest: Buffer): Promise<void> {
    const { host, port } = authorityOf(asked.url ?? '')
    try {
      await checked(host, port)
      const { socket: far } = await reach(host, port)
      hold(far)
      far.setTimeout(IDLE, () => far.destroy())
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
      if (rest.length > 0) far.write(rest)
      far.on('data', (chunk: Buffer) => count(host, chunk.length))
      far.pipe(socket)
      socket.pipe(far)
      far.once('close', () => socket.destroy())
      socket.once('close', () => far.destroy())
    } catch (error) {
      const { why } = refuse(host, error, false)
      socket.end(`HTTP/1.1 502 ${why}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`)
    }
  }

  async function plain(asked: IncomingMessage, answer: ServerResponse): Promise<void> {
    const url = URL.parse(asked.url ?? '')
    const give = (host: string, error: unknown, sent = false) => {
      const { why } = refuse(host, error, sent)
      if (answer.headersSent) answer.destroy()
      else answer.writeHead(502, why, { connection: 'close', 'content-length': 0 }).end()
    }
    if (!url || url.protocol !== 'http:') return give('', new NotSeen('refused-address', 'not a plain http request'))
    try {
      const { socket } = await reach(url.hostname, Number(url.port || 80))
      hold(socket)
      const headers = [...asked.rawHeaders]
      for (let at = headers.length - 2; at >= 0; at -= 2) if (/^proxy-/i.test(headers[at]!)) headers.splice(at, 2)
      const onward = request(
        {
          // As leniently as the browser itself would read it.
          createConnection: () => tidied(socket, HEADER_BYTES),
          insecureHTTPParser: true,
          method: asked.method ?? 'GET',
          path: `${url.pathname}${url.search}`,
          headers,
          maxHeaderSize: HEADER_BYTES,
        },
        (reply) => {
          try {
            answer.writeHead(reply.statusCode ?? 502, reply.statusMessage, reply.rawHeaders)
          } catch (error) {
            // Node reads header lines and reason phrases that it does not want to write.
            socket.destroy()
            const { code = 'unreadable header' } = error as NodeJS.ErrnoException
            return give(url.hostname, new NotSeen('http-error', code), true)
          }
          reply.pipe(answer)
          reply.once('error', () => answer.destroy())
        },
      )
      // Everything that comes, also headers and answers before the answer, which may come for ever.
      onward.once('socket', (far) => far.on('data', (chunk: Buffer) => count(url.hostname, chunk.length)))
      onward.once('error', (error) => give(url.hostname, error, true))
      answer.once('close', () => socket.destroy())
      asked.pipe(onward)
    } catch (error) {
      give(url.hostname, error)
    }
  }

  await new Promise<void>((done, fail) => {
    server.once('error', fail)
    server.listen(0, '127.0.0.1', done)
  })
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    begin: () => {
      bytes = 0
      refusals.clear()
    },
    refused: (host) => refusals.get(bare(host)) ?? (bytes > maxBytes ? full() : undefined),
    close: () =>
      new Promise((done) => {
        for (const socket of open) socket.destroy()
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}

/** An IPv6 address without its brackets; any other host as it is. */
const bare = (host: string): string => host.replace(/^\[|\]$/g, '')

/** `host:port` or `[v6]:port` of a CONNECT request. */
function authorityOf(text: string): { host: string; port: number } {
  const url = URL.parse(`https://${text}`)
  return { host: bare(url?.hostname ?? ''), port: Number(url?.port || 443) }
}
