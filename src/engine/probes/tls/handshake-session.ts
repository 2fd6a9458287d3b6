/** What only a whole handshake shows: beginning anew within a connection, and data before the end of one. */
import { constants } from 'node:crypto'
import type { Socket } from 'node:net'
import { createSecureContext, type TLSSocket } from 'node:tls'
import type { Network } from '../../../model/network.ts'
import { NotSeen } from '../../../outside/not-seen.ts'
import { BOTH, handshake } from '../../../outside/trust.ts'
import { userAgent } from '../../../outside/user-agent.ts'

/** More looks like an attack; Internet.nl takes up to ten for bearable. */
const MOST = 11
const PATIENCE = 3_000
const LAX = { rejectUnauthorized: false, checkServerIdentity: () => undefined } as const

let old: ReturnType<typeof createSecureContext> | undefined
const oldContext = () =>
  (old ??= createSecureContext({
    ciphers: 'ALL:@SECLEVEL=0',
    minVersion: 'TLSv1',
    maxVersion: 'TLSv1.2',
    secureOptions: constants.SSL_OP_LEGACY_SERVER_CONNECT,
  }))

/** How often the server lets a client begin anew, at most eleven; null: no handshake came about. */
export async function renegotiations(socket: Socket, host: string, network?: Network): Promise<number | null> {
  const secure = await shaken(socket, host, network, { secureContext: oldContext(), ALPNProtocols: ['http/1.1'] })
  if (!secure) return null
  let times = 0
  while (times < MOST && (await again(secure))) times++
  secure.destroy()
  return times
}

function again(secure: TLSSocket): Promise<boolean> {
  return new Promise((done) => {
    const end = (yes: boolean) => {
      clearTimeout(timer)
      secure.off('close', no)
      secure.off('error', no)
      done(yes)
    }
    const no = () => end(false)
    const timer = setTimeout(no, PATIENCE)
    secure.once('close', no)
    secure.once('error', no)
    if (secure.destroyed) return no()
    // Accepts whatever certificate it shows: it is the same connection.
    if (secure.renegotiate({ rejectUnauthorized: false }, (error) => end(error === null)) === false) no()
  })
}

type Resumed = {
  readonly earlyData: boolean | null
  readonly stapled: boolean
  readonly protocol: string | null
}

/**
 * Whether tickets of TLS 1.3 allow data before the next handshake is done (`max_early_data_size`, RFC 8446 §4.6.1). A
 * server that sent something of HTTP and no ticket yet sends none. null: no handshake, or nothing came.
 */
export async function resumable(socket: Socket, host: string, network?: Network): Promise<Resumed | null> {
  let stapled = false
  let session: Buffer | undefined
  const options = { minVersion: 'TLSv1.3', requestOCSP: true, ALPNProtocols: BOTH } as const
  const secure = await shaken(socket, host, network, options, (early) => {
    early.on('OCSPResponse', (response: Buffer | null) => (stapled = (response?.length ?? 0) > 0))
    early.on('session', (ticket: Buffer) => (session ??= ticket))
  })
  if (!secure) return null
  const protocol = secure.alpnProtocol || null
  const spoke = session !== undefined || (await speaks(secure, host, protocol, () => session !== undefined))
  secure.destroy()
  const earlyData = session ? takesEarly(session) : spoke ? false : null
  return { earlyData, stapled, protocol }
}

/** Whether a ticket or something of HTTP came: over HTTP/2 a server speaks by itself (RFC 9113 §3.4). */
function speaks(secure: TLSSocket, host: string, protocol: string | null, ticket: () => boolean): Promise<boolean> {
  return new Promise((done) => {
    const end = (yes: boolean) => {
      clearTimeout(timer)
      done(yes)
    }
    const timer = setTimeout(() => end(false), PATIENCE)
    secure.once('data', () => end(true))
    secure.once('session', () => end(true))
    secure.once('close', () => end(false))
    if (ticket()) return end(true)
    if (protocol !== 'h2')
      secure.write(`HEAD / HTTP/1.1\r\nHost: ${host}\r\nUser-Agent: ${userAgent()}\r\nConnection: close\r\n\r\n`)
  })
}

/** SSL_SESSION as OpenSSL writes it: field 15 is `max_early_data`, an INTEGER in a tag of its own. */
export function takesEarly(session: Buffer): boolean {
  const outer = element(session, 0)
  for (let at = outer?.start ?? session.length; outer && at < outer.end;) {
    const field = element(session, at)
    if (!field || field.end > outer.end) return false
    const value = field.tag === 0xaf ? element(session, field.start) : undefined
    if (value) return session.subarray(value.start, value.end).some((byte) => byte !== 0)
    at = field.end
  }
  return false
}

/** One element of DER: its tag and where its content begins and ends; undefined when it does not fit. */
function element(data: Buffer, at: number): { tag: number; start: number; end: number } | undefined {
  const tag = data[at]
  const first = data[at + 1]
  if (tag === undefined || first === undefined) return undefined
  const more = first < 0x80 ? 0 : first & 0x7f
  if (more > 4 || at + 2 + more > data.length) return undefined
  const start = at + 2 + more
  const end = start + (more === 0 ? first : data.readUIntBE(at + 2, more))
  return end > data.length ? undefined : { tag, start, end }
}

async function shaken(
  socket: Socket,
  host: string,
  network: Network | undefined,
  options: Parameters<typeof handshake>[3],
  watch?: (secure: TLSSocket) => void,
): Promise<TLSSocket | null> {
  try {
    return await handshake(socket, host, network, { ...LAX, ...options }, watch)
  } catch (error) {
    if (error instanceof NotSeen) return null
    throw error
  }
}
