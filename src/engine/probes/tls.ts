/**
 * How a host encrypts: which versions it takes, and what certificate it shows. Trust, dates and name are judged apart.
 */
import { isIP } from 'node:net'
import { createSecureContext, type ConnectionOptions, type SecureContext, type TLSSocket } from 'node:tls'
import { clean } from '../../lib/clean.ts'
import type { Tls, TlsVersion } from '../../model/evidence.ts'
import { chainFault, described, sentChain } from './certificate.ts'
import type { Egress } from './egress.ts'
import type { HostProbe } from './host-probe.ts'
import { NotSeen } from './not-seen.ts'
import { authorities, handshake } from './trust.ts'

const VERSIONS: readonly TlsVersion[] = ['TLSv1', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3']
/** Level 0 lets OpenSSL offer what is old, so that a server that still takes it can be seen. */
const EVERYTHING = 'ALL:@SECLEVEL=0'
/** Codes that speak of the dates, not of the chain. */
const DATES: ReadonlySet<string> = new Set(['CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID'])
/** How a server says that it does not speak this version (RFC 8446 §6.2), or OpenSSL that it answered in another. */
const REFUSED = /PROTOCOL_VERSION|HANDSHAKE_FAILURE|INSUFFICIENT_SECURITY|INAPPROPRIATE_FALLBACK|UNSUPPORTED_PROTOCOL|WRONG_VERSION_NUMBER|WRONG_SSL_VERSION/

export const tlsProbe: HostProbe<'tls'> = {
  key: 'tls', subjects: ['website'],
  async look({ subject: { address: host } }, { egress, signal }) {
    const { socket, address } = await first(egress, host)
    let seen: Omit<Tls, 'versions'>
    try {
      seen = { host, address, ...shown(socket, host, egress) }
    } finally {
      socket.destroy()
    }
    const versions: Record<TlsVersion, boolean
      | null> = { TLSv1: null, 'TLSv1.1': null, 'TLSv1.2': null, 'TLSv1.3': null }
    for (const version of VERSIONS) {
      if (signal.aborted) throw new NotSeen('timeout', `${host}: no time left`)
      versions[version] = await takes(egress, host, version)
    }
    return { ...seen, versions }
  },
}

type Connected = { readonly socket: TLSSocket; readonly address: string }

/** A handshake that accepts any certificate, so that it can be looked at. */
async function shake(egress: Egress, host: string, options: ConnectionOptions): Promise<Connected> {
  const { socket, address } = await egress.connect(host, 443)
  return { socket: await handshake(socket, host, egress.network,
    { rejectUnauthorized: false, checkServerIdentity: () => undefined, ...options }), address }
}

/** As a browser of today would; and if that fails, with all that OpenSSL still knows. */
async function first(egress: Egress, host: string): Promise<Connected> {
  try {
    return await shake(egress, host, {})
  } catch (error) {
    if (!(error instanceof NotSeen) || (error.why !== 'tls-failed' && error.message !== 'ECONNRESET')) throw error
    const secureContext = createSecureContext({ ca: authorities(egress.network), ciphers: EVERYTHING,
      minVersion: 'TLSv1' })
    return shake(egress, host, { secureContext }).catch(() => { throw error })
  }
}

const contexts = new Map<TlsVersion, SecureContext>()

function only(version: TlsVersion): SecureContext {
  const known = contexts.get(version) ?? createSecureContext({ ciphers: EVERYTHING, minVersion: version,
    maxVersion: version })
  contexts.set(version, known)
  return known
}

/** true: taken; false: the server refused it; null: it could not be tried. */
async function takes(egress: Egress, host: string, version: TlsVersion): Promise<boolean | null> {
  for (let attempt = 1; ; attempt++) {
    try {
      const { socket } = await shake(egress, host, { secureContext: only(version) })
      socket.destroy()
      return true
    } catch (error) {
      if (!(error instanceof NotSeen)) throw error
      if (error.why === 'tls-failed') return REFUSED.test(error.message) ? false : null
      if (error.message !== 'ECONNRESET') return null
      // Some servers just hang up. Once may be chance; the host did speak TLS a moment ago.
      if (attempt === 2) return false
    }
  }
}

function shown(socket: TLSSocket, host: string, { network }: Egress): Omit<Tls, 'versions' | 'host' | 'address'> {
  const chain = sentChain(socket)
  const [leaf] = chain
  // OpenSSL tells one fault, the last it met: behind a date the chain has to be looked at again.
  const told = socket.authorizationError ? String((socket.authorizationError as { code?: string }).code
    ?? socket.authorizationError) : null
  const hidden = told !== null && DATES.has(told) ? chainFault(chain, authorities(network)) : null
  return {
    chosen: { version: socket.getProtocol() ?? 'unknown',
      cipher: clean(socket.getCipher().standardName || socket.getCipher().name, 80) },
    chain: chain.map(described), trusted: told === null || (DATES.has(told) && hidden === null), problem: hidden
      ?? (told === null ? null : clean(told, 100)),
    // Only the alternative names count (RFC 9525 §2); a wildcard stands for one whole label.
    nameMatches: leaf !== undefined && (isIP(host) === 0
      ? leaf.checkHost(host, { subject: 'never', partialWildcards: false }) : leaf.checkIP(host)) !== undefined,
  }
}
