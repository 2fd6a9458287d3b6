/** The web servers of the city: one plain and one secure listener per address, answering by Host header and SNI. */
import { constants, createHash, X509Certificate } from 'node:crypto'
import { createServer as createPlain, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { createServer as createSecure, type ServerOptions } from 'node:https'
import type { AddressInfo } from 'node:net'
import { createSecureContext, type SecureContext, type SecureContextOptions } from 'node:tls'
import type { Duplex } from 'node:stream'
import type { Answer, Host, ServerKind } from './model.ts'

/** An address to listen on. `plainOnly`: nothing on 443. */
export type Listener = { readonly address: string; readonly plainOnly: boolean; readonly kind: ServerKind }

const NEWEST = 'TLS_AES_256_GCM_SHA384:TLS_CHACHA20_POLY1305_SHA256:TLS_AES_128_GCM_SHA256'
const SOUND = ['ECDSA-AES256-GCM-SHA384', 'RSA-AES256-GCM-SHA384', 'ECDSA-AES128-GCM-SHA256', 'RSA-AES128-GCM-SHA256']
const over = (...suites: readonly string[]) => [NEWEST, ...suites.map((each) => `ECDHE-${each}`)].join(':')
/** As servers of today: who is connected does not begin anew. */
const secureOptions = constants.SSL_OP_NO_RENEGOTIATION
/** How each kind of server encrypts. */
const SETTINGS: Readonly<Record<ServerKind, SecureContextOptions>> = {
  modern: { minVersion: 'TLSv1.2', ciphers: over(...SOUND), secureOptions },
  newest: { minVersion: 'TLSv1.3', ciphers: NEWEST },
  lenient: {
    minVersion: 'TLSv1.2',
    ciphers: over(...SOUND, 'ECDSA-AES256-SHA384', 'ECDSA-AES128-SHA256'),
    honorCipherOrder: false,
    secureOptions,
  },
  old: {
    minVersion: 'TLSv1',
    maxVersion: 'TLSv1.2',
    ciphers: `${over('ECDSA-AES256-SHA384', 'ECDSA-AES128-SHA', ...SOUND)}:@SECLEVEL=0`,
    ecdhCurve: 'secp256k1:P-256',
  },
}

/** By `host state`; `answer`: what the authority says of it, to be sent along (OCSP). */
export type Certificates = ReadonlyMap<
  string,
  { readonly key: string; readonly cert: string; readonly answer?: Buffer }
>

const NOBODY: Answer = {
  status: 404,
  headers: [['content-type', 'text/plain; charset=utf-8']],
  body: Buffer.from('Hier woont niemand onder deze naam.\n'),
}

const bare = (host: string | undefined): string => (host ?? '').toLowerCase().replace(/:\d+$/, '')

/**
 * Starts all listeners on the same two free ports. `hosts` and `certificates` (by host and state) are asked anew for
 * every request, so that the city can change while it runs. Throws when an address of 127/8 cannot be bound (not on
 * Linux).
 */
export async function serveWeb(
  listeners: readonly Listener[],
  hosts: () => ReadonlyMap<string, Host>,
  certificates: Certificates,
): Promise<{ http: number; https: number; close: () => Promise<void> }> {
  const contexts = new Map<string, SecureContext>()
  const contextOf = (name: string, kind: ServerKind): SecureContext | undefined => {
    const state = hosts().get(bare(name))?.certificate
    const pair = certificates.get(`${bare(name)} ${state}`)
    if (!pair) return undefined
    const id = `${bare(name)} ${state} ${kind}`
    const context = contexts.get(id) ?? createSecureContext({ key: pair.key, cert: pair.cert, ...SETTINGS[kind] })
    contexts.set(id, context)
    return context
  }
  const timers = new Set<NodeJS.Timeout>()
  const handle = (secure: boolean) => (request: IncomingMessage, response: ServerResponse) => {
    request.resume()
    const host = hosts().get(bare(request.headers.host))
    const url = URL.parse(request.url ?? '/', 'http://x')
    const ask = {
      secure,
      host: host?.name ?? '',
      method: request.method ?? 'GET',
      path: url?.pathname ?? '/',
      query: url?.searchParams ?? new URLSearchParams(),
      shown: request.headers['if-none-match'],
    }
    const six = request.socket.localAddress === '::1' ? host?.six : undefined
    const answer = six ?? host?.answer(ask) ?? NOBODY
    const send = () => {
      if (response.destroyed) return
      response.writeHead(answer.status, [...answer.headers, ['content-length', String(answer.body.length)]].flat())
      response.end(request.method === 'HEAD' ? undefined : answer.body)
    }
    if (!answer.wait) return send()
    const timer = setTimeout(() => {
      timers.delete(timer)
      send()
    }, answer.wait)
    timers.add(timer)
    response.on('close', () => {
      clearTimeout(timer)
      timers.delete(timer)
    })
  }
  const upgrade = (request: IncomingMessage, socket: Duplex) => {
    socket.on('error', () => socket.destroy())
    const host = hosts().get(bare(request.headers.host))
    const key = request.headers['sec-websocket-key']
    if (host?.name !== 'praatvenster.test' || !key)
      return socket.end('HTTP/1.1 400 Bad Request\r\nconnection: close\r\n\r\n')
    const accept = createHash('sha1').update(`${key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest('base64')
    socket.write(
      `HTTP/1.1 101 Switching Protocols\r\nupgrade: websocket\r\nconnection: Upgrade\r\nsec-websocket-accept: ` +
        `${accept}\r\n\r\n`,
    )
    const text = Buffer.from('Hallo! Waarmee kunnen wij helpen?')
    socket.write(Buffer.concat([Buffer.from([0x81, text.length]), text]))
    socket.on('data', () => undefined)
  }
  const answers = new Map(
    [...certificates.values()].flatMap(({ cert, answer }) =>
      answer ? [[new X509Certificate(cert).raw.toString('base64'), answer] as const] : [],
    ),
  )
  const fallback = certificates.get('web1.polderhost.test good')
  if (!fallback) throw new Error('the city has no certificate for visitors without SNI')
  const optionsOf = (kind: ServerKind): ServerOptions => ({
    key: fallback.key,
    cert: fallback.cert,
    ...SETTINGS[kind],
    SNICallback: (name, done) => done(null, contextOf(name, kind)),
  })
  const open = async (
    plainPort: number,
    securePort: number,
  ): Promise<{ servers: Server[]; ports: [number, number] }> => {
    const servers: Server[] = []
    const ports: [number, number] = [plainPort, securePort]
    const start = (server: Server, index: 0 | 1, address: string) => {
      server.on('upgrade', upgrade)
      server.on('OCSPRequest', (shown: Buffer, _: Buffer, done: (error: null, answer: Buffer | null) => void) =>
        done(null, answers.get(shown.toString('base64')) ?? null),
      )
      server.keepAliveTimeout = 2000
      servers.push(server)
      return new Promise<void>((done, fail) =>
        server.once('error', fail).listen(ports[index], address, () => {
          ports[index] = (server.address() as AddressInfo).port
          done()
        }),
      )
    }
    try {
      for (const { address, plainOnly, kind } of listeners) {
        await start(createPlain(handle(false)), 0, address)
        if (!plainOnly) await start(createSecure(optionsOf(kind), handle(true)) as unknown as Server, 1, address)
      }
    } catch (error) {
      await shut(servers)
      throw error
    }
    return { servers, ports }
  }
  for (let attempt = 0; ; attempt++) {
    try {
      const { servers, ports } = await open(0, 0)
      return {
        http: ports[0],
        https: ports[1],
        close: async () => {
          for (const timer of timers) clearTimeout(timer)
          await shut(servers)
        },
      }
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code
      // A port that is free on the first address may be taken on a later one: begin again with another.
      if (code === 'EADDRINUSE' && attempt < 10) continue
      if (code === 'EADDRNOTAVAIL')
        throw new Error('the demo city needs all of 127.0.0.0/8, as Linux has it', { cause: error })
      throw error
    }
  }
}

async function shut(servers: readonly Server[]): Promise<void> {
  await Promise.all(
    servers.map(
      (server) =>
        new Promise<void>((done) => {
          server.close(() => done())
          server.closeAllConnections()
        }),
    ),
  )
}
