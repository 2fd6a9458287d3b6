/**
 * TLS as a careful client speaks it: over a connection that the egress guard made, with the extra authority of a test
 * city if there is one.
 */
import {
  connect,
  createSecureContext,
  rootCertificates,
  type ConnectionOptions,
  type SecureContext,
  type TLSSocket,
} from 'node:tls'
import { isIP, type Socket } from 'node:net'
import type { Network } from '../model/network.ts'
import { NotSeen } from './not-seen.ts'

const PATIENCE = 8_000
/** Both versions of HTTP that run over TLS (RFC 7301), for who does not mind which it will be. */
export const BOTH = ['h2', 'http/1.1']
const contexts = new WeakMap<Network, SecureContext>()

/** The authorities we trust: Node's bundled Mozilla list, and the network file's own. */
export function authorities(network: Network | undefined): string[] {
  return network?.ca === undefined ? [...rootCertificates] : [...rootCertificates, network.ca]
}

/** Reading all authorities takes a tenth of a second: once per network, not once per connection. */
function trusting(network: Network | undefined): Pick<ConnectionOptions, 'secureContext'> {
  if (network?.ca === undefined) return {}
  const known = contexts.get(network) ?? createSecureContext({ ca: authorities(network) })
  contexts.set(network, known)
  return { secureContext: known }
}

/**
 * A handshake over the socket; the caller closes what it gets. By itself it accepts only a certificate that is
 * trusted, in date and of this name; `options` can be laxer for who wants to look, and `watch` is handed the connection
 * before anything is said. Throws NotSeen: tls-failed with
 * OpenSSL's code, unreachable when the connection breaks, timeout.
 */
export function handshake(
  socket: Socket,
  host: string,
  network: Network | undefined,
  options: ConnectionOptions = {},
  watch: (secure: TLSSocket) => void = () => undefined,
): Promise<TLSSocket> {
  return new Promise((done, fail) => {
    const name = host.replace(/^\[|\]$/g, '')
    const secure = connect({
      socket,
      host: name,
      ...(isIP(name) === 0 ? { servername: name } : {}),
      rejectUnauthorized: true,
      ALPNProtocols: ['http/1.1'],
      ...trusting(network),
      ...options,
    })
    watch(secure)
    const timer = setTimeout(() => {
      secure.destroy()
      fail(new NotSeen('timeout', `${host}: no handshake within ${PATIENCE / 1_000} s`))
    }, PATIENCE)
    secure.once('secureConnect', () => {
      clearTimeout(timer)
      done(secure)
    })
    // Stays: what happens between here and the caller's own listener must not fell the process.
    secure.on('error', (error: NodeJS.ErrnoException) => {
      clearTimeout(timer)
      secure.destroy()
      fail(new NotSeen(CONNECTION.has(error.code ?? '') ? 'unreachable' : 'tls-failed', error.code ?? error.message))
    })
    // The other side hung up without a word.
    secure.once('close', () => {
      clearTimeout(timer)
      fail(new NotSeen('unreachable', 'ECONNRESET'))
    })
  })
}

/** Codes of the connection below; all others are TLS's own. */
const CONNECTION: ReadonlySet<string> = new Set([
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
])

/**
 * Throws NotSeen as `handshake` does unless the host at the other end of the socket shows a certificate that a
 * browser would accept.
 */
export async function verified(socket: Socket, host: string, network: Network | undefined): Promise<void> {
  const secure = await handshake(socket, host, network, { ALPNProtocols: BOTH })
  secure.destroy()
}
