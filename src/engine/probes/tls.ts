/** How a host encrypts: which versions it takes, and what certificate it shows. Trust, dates and name are judged apart. */
import { X509Certificate } from 'node:crypto'
import { checkServerIdentity, connect, type DetailedPeerCertificate, type TLSSocket } from 'node:tls'
import { clean } from '../../lib/clean.ts'
import type { Certificate, Tls, TlsVersion } from '../../model/evidence.ts'
import type { Egress } from './egress.ts'
import { asNotSeen } from './fetch.ts'
import type { HostProbe } from './host-probe.ts'
import { NotSeen } from './not-seen.ts'
import { authorities } from './trust.ts'

const VERSIONS: readonly TlsVersion[] = ['TLSv1', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3']
const PATIENCE = 8_000
const CHAIN = 8
/** Codes that speak of the dates or the name, not of the chain. */
const NOT_THE_CHAIN: ReadonlySet<string> = new Set(['CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID', 'ERR_TLS_CERT_ALTNAME_INVALID', 'HOSTNAME_MISMATCH'])

export const tlsProbe: HostProbe<'tls'> = {
  key: 'tls', subjects: ['website'],
  async look({ subject: { address: host } }, { egress, signal }) {
    const { socket, address } = await handshake(egress, host)
    let seen: Omit<Tls, 'versions'>
    try {
      seen = { host, address, ...shown(socket, host) }
    } finally {
      socket.destroy()
    }
    const versions: Record<TlsVersion, boolean | null> = { 'TLSv1': null, 'TLSv1.1': null, 'TLSv1.2': null, 'TLSv1.3': null }
    for (const version of VERSIONS) {
      signal.throwIfAborted()
      versions[version] = await takes(egress, host, version)
    }
    return { ...seen, versions }
  },
}

/** A handshake that accepts any certificate, so that it can be looked at. */
async function handshake(egress: Egress, host: string, version?: TlsVersion): Promise<{ socket: TLSSocket; address: string }> {
  const { socket: tcp, address } = await egress.connect(host, 443)
  return new Promise((done, fail) => {
    const socket = connect({
      socket: tcp, servername: host, ca: authorities(egress.network), rejectUnauthorized: false,
      // Level 0 lets OpenSSL offer what is old, so that a server that still takes it can be seen.
      ciphers: version === undefined ? 'DEFAULT@SECLEVEL=1' : 'ALL:@SECLEVEL=0', minVersion: version ?? 'TLSv1', ...(version === undefined ? {} : { maxVersion: version }),
    })
    const timer = setTimeout(() => { socket.destroy(); fail(new NotSeen('timeout', `no handshake within ${PATIENCE / 1_000} s`)) }, PATIENCE)
    socket.once('secureConnect', () => { clearTimeout(timer); done({ socket, address }) })
    socket.once('error', (error) => { clearTimeout(timer); fail(asNotSeen(error)) })
  })
}

/** true: taken; false: the server refused it; null: it could not be tried. */
async function takes(egress: Egress, host: string, version: TlsVersion): Promise<boolean | null> {
  try {
    const { socket } = await handshake(egress, host, version)
    socket.destroy()
    return true
  } catch (error) {
    if (!(error instanceof NotSeen)) throw error
    // A refusal is an alert, or the connection closed in our face; silence says nothing.
    return error.why === 'tls-failed' || error.message === 'ECONNRESET' ? false : null
  }
}

function shown(socket: TLSSocket, host: string): Omit<Tls, 'versions' | 'host' | 'address'> {
  const leaf = socket.getPeerCertificate(true)
  const chain: Certificate[] = []
  const met = new Set<string>()
  for (let each: DetailedPeerCertificate | undefined = leaf; each?.raw && chain.length < CHAIN && !met.has(each.fingerprint256); each = each.issuerCertificate) {
    met.add(each.fingerprint256)
    chain.push(described(each))
  }
  const problem = socket.authorizationError ? String((socket.authorizationError as unknown as { code?: string }).code ?? socket.authorizationError) : null
  return {
    chosen: { version: socket.getProtocol() ?? 'unknown', cipher: clean(socket.getCipher().name, 80) }, chain,
    trusted: problem === null || NOT_THE_CHAIN.has(problem), problem: problem === null ? null : clean(problem, 100),
    nameMatches: leaf.raw !== undefined && checkServerIdentity(host, leaf) === undefined,
  }
}

function described(certificate: DetailedPeerCertificate): Certificate {
  const parsed = new X509Certificate(certificate.raw)
  const names = (parsed.subjectAltName ?? '').split(', ').flatMap((name) => (name.startsWith('DNS:') ? [clean(name.slice(4).toLowerCase(), 253)] : []))
  const { asymmetricKeyType, asymmetricKeyDetails } = parsed.publicKey
  return {
    subject: clean(parsed.subject?.replaceAll('\n', ', ') ?? '', 300), issuer: clean(parsed.issuer?.replaceAll('\n', ', ') ?? '', 300), names: names.slice(0, 100),
    notBefore: parsed.validFromDate.toISOString(), notAfter: parsed.validToDate.toISOString(), serial: clean(parsed.serialNumber, 80),
    keyType: clean(asymmetricKeyType ?? 'unknown', 20), keyBits: asymmetricKeyDetails?.modulusLength ?? null,
    fingerprint: parsed.fingerprint256.replaceAll(':', '').toLowerCase(),
  }
}
