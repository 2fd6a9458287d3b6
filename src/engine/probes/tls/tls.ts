/**
 * How a host encrypts: which versions it takes, and what certificate it shows. Trust, dates and name are judged apart.
 */
import { constants, type X509Certificate } from 'node:crypto'
import { isIP } from 'node:net'
import { createSecureContext, type ConnectionOptions, type SecureContext, type TLSSocket } from 'node:tls'
import { clean } from '../../../lib/clean.ts'
import type { Tls, TlsVersion } from '../../../model/evidence.ts'
import { chainFault, described, sentChain } from './certificate.ts'
import type { Egress } from '../../../outside/egress.ts'
import type { HostProbe } from '../host-probe.ts'
import { hasNoTls } from '../../reading/no-tls.ts'
import { NotSeen } from '../../../outside/not-seen.ts'
import { authorities, BOTH, handshake } from '../../../outside/trust.ts'

const VERSIONS: readonly TlsVersion[] = ['TLSv1', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3']
/** Level 0 lets OpenSSL offer what is old, so that a server that still takes it can be seen. */
const EVERYTHING = 'ALL:@SECLEVEL=0'
/** Codes that speak of the dates, not of the chain. */
const DATES: ReadonlySet<string> = new Set(['CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID'])
/** Old servers do not know how to renegotiate safely (RFC 5746); that is no reason not to see what they take. */
const OLD_SERVERS = constants.SSL_OP_LEGACY_SERVER_CONNECT
/** Codes of alerts. Any is an answer of the server (RFC 8446 §6): to this version, for another it took a moment ago. */
const ALERT = /_ALERT_|^ERR_SSL_(SSLV3|TLSV1|TLSV13)_/
/** Answers that are about the version and nothing else, or OpenSSL that the server answered in another. */
const OTHER_VERSION =
  /ALERT_PROTOCOL_VERSION|INAPPROPRIATE_FALLBACK|UNSUPPORTED_PROTOCOL|WRONG_VERSION_NUMBER|WRONG_SSL_VERSION/

export const tlsProbe: HostProbe<'tls'> = {
  key: 'tls',
  subjects: ['website'],
  async look({ subject: { address: host } }, { egress, signal }) {
    const { socket, address } = await first(egress, host).catch((error: unknown) => noneThere(egress, host, error))
    let seen: Omit<Tls, 'versions'>
    try {
      seen = { host, address, ...shown(socket, host, egress) }
    } finally {
      socket.destroy()
    }
    const versions: Record<string, boolean | null> = {}
    for (const version of VERSIONS) {
      if (signal.aborted) throw new NotSeen('timeout', `${host}: no time left`)
      versions[version] = await takes(egress, host, version, seen.chosen.version)
    }
    return { ...seen, versions: versions as Tls['versions'] }
  },
}

/** Throws that the site has no https when nothing of TLS answers while http does; else what it was given. */
async function noneThere(egress: Egress, host: string, error: unknown): Promise<never> {
  if (!(error instanceof NotSeen) || !hasNoTls({ why: error.why, detail: error.message })) throw error
  const plain = await egress.connect(host, 80).catch(() => null)
  plain?.socket.destroy()
  throw plain ? new NotSeen('no-https', error.message) : error
}

type Connected = { readonly socket: TLSSocket; readonly address: string }

/** A handshake that accepts any certificate, so that it can be looked at. */
async function shake(egress: Egress, host: string, options: ConnectionOptions): Promise<Connected> {
  const { socket, address } = await egress.connect(host, 443)
  // Which version of HTTP comes after it does not matter here; a server that has but one must find it in the list.
  const lax = { rejectUnauthorized: false, checkServerIdentity: () => undefined, ALPNProtocols: BOTH, ...options }
  return { socket: await handshake(socket, host, egress.network, lax), address }
}

/** As a browser of today would; and if that fails, with all that OpenSSL still knows. */
async function first(egress: Egress, host: string): Promise<Connected> {
  try {
    return await shake(egress, host, {})
  } catch (error) {
    if (!(error instanceof NotSeen) || (error.why !== 'tls-failed' && error.message !== 'ECONNRESET')) throw error
    const ca = authorities(egress.network)
    const secureContext = createSecureContext({
      ca,
      ciphers: EVERYTHING,
      minVersion: 'TLSv1',
      secureOptions: OLD_SERVERS,
    })
    return shake(egress, host, { secureContext }).catch(() => {
      throw error
    })
  }
}

const contexts = new Map<TlsVersion, SecureContext>()

function only(version: TlsVersion): SecureContext {
  const known =
    contexts.get(version) ??
    createSecureContext({
      ciphers: EVERYTHING,
      minVersion: version,
      maxVersion: version,
      secureOptions: OLD_SERVERS,
    })
  contexts.set(version, known)
  return known
}

/** How a server may answer an offer of one version. `none`: nothing that could be told from trouble on the way. */
type Said = 'taken' | 'other-version' | 'alert' | 'hung-up' | 'none'

async function offered(egress: Egress, host: string, options: ConnectionOptions): Promise<Said> {
  try {
    const { socket } = await shake(egress, host, options)
    socket.destroy()
    return 'taken'
  } catch (error) {
    if (!(error instanceof NotSeen)) throw error
    if (error.why === 'tls-failed' && OTHER_VERSION.test(error.message)) return 'other-version'
    if (error.why === 'tls-failed' && ALERT.test(error.message)) return 'alert'
    // Without an address behind it: the door was open, and closed upon the offer.
    return error.message === 'ECONNRESET' ? 'hung-up' : 'none'
  }
}

/**
 * true: taken; false: the server refused it; null: it could not be tried. Servers refuse in many ways: Debian's by an
 * internal error, others by hanging up. Any of these may be chance once; twice, from a server that in the same breath
 * takes what it took before (`chosen`), it is the version.
 */
async function takes(egress: Egress, host: string, version: TlsVersion, chosen: string): Promise<boolean | null> {
  const offer = () => offered(egress, host, { secureContext: only(version) })
  for (const last of [false, true]) {
    const said = await offer()
    if (said === 'taken') return true
    if (said === 'other-version') return false
    if (said === 'none') return null
    if (last && said === 'alert') return false
  }
  const still = VERSIONS.find((each) => each === chosen)
  return still !== undefined && (await offered(egress, host, { secureContext: only(still) })) === 'taken' ? false : null
}

function shown(socket: TLSSocket, host: string, { network }: Egress): Omit<Tls, 'versions' | 'host' | 'address'> {
  const chain = sentChain(socket)
  const [leaf] = chain
  // OpenSSL tells one fault, the last it met: behind a date the chain has to be looked at again.
  const error = socket.authorizationError as { code?: string } | string | null | undefined
  const told = error ? clean(String(typeof error === 'string' ? error : (error.code ?? error)), 100) : null
  const hidden = told !== null && DATES.has(told) ? chainFault(chain, authorities(network)) : null
  const { standardName, name } = socket.getCipher()
  return {
    chosen: { version: socket.getProtocol() ?? 'unknown', cipher: clean(standardName || name, 80) },
    chain: chain.map(described),
    trusted: told === null || (DATES.has(told) && hidden === null),
    problem: hidden ?? told,
    nameMatches: leaf !== undefined && named(leaf, host),
  }
}

/** Only the alternative names count (RFC 9525 §2); a wildcard stands for one whole label. */
function named(leaf: X509Certificate, host: string): boolean {
  if (isIP(host) !== 0) return leaf.checkIP(host) !== undefined
  return leaf.checkHost(host, { subject: 'never', partialWildcards: false }) !== undefined
}
