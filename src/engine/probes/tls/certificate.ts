/** Reads certificates that a stranger sent: what they say, and whether they lead to an authority. */
import { createHash, X509Certificate } from 'node:crypto'
import type { TLSSocket } from 'node:tls'
import { clean } from '../../../lib/clean.ts'
import type { Certificate } from '../../../model/evidence.ts'

const CHAIN = 10
const NAMES = 200
/** Bits of the elliptic curves that certificates use. */
const CURVES: Readonly<Record<string, number>> = {
  prime256v1: 256,
  secp384r1: 384,
  secp521r1: 521,
  secp224r1: 224,
  secp256k1: 256,
  brainpoolP256r1: 256,
  brainpoolP384r1: 384,
  brainpoolP512r1: 512,
}

/** The certificates the other side sent, its own first, at most ten. */
export function sentChain(socket: TLSSocket): X509Certificate[] {
  const chain: X509Certificate[] = []
  let each = socket.getPeerX509Certificate()
  while (each !== undefined && chain.length < CHAIN) {
    const { fingerprint256 }: X509Certificate = each
    if (chain.some((met) => met.fingerprint256 === fingerprint256)) break
    chain.push(each)
    each = each.issuerCertificate
  }
  return chain
}

/** What a certificate says of itself. */
export function described(certificate: X509Certificate): Certificate {
  return {
    subject: named(certificate.subject),
    issuer: named(certificate.issuer),
    names: namesOf(certificate.subjectAltName),
    notBefore: isoOf(certificate.validFromDate),
    notAfter: isoOf(certificate.validToDate),
    serial: clean(certificate.serialNumber, 80),
    ...keyOf(certificate),
    askable: /^OCSP - /m.test(certificate.infoAccess ?? ''),
    signedWith: clean(certificate.signatureAlgorithm ?? '', 60),
    fingerprint: certificate.fingerprint256.replaceAll(':', '').toLowerCase(),
    ...digestsOf(certificate),
  }
}

/** RFC 6698 §2.1.2: a record names the whole certificate, or its key as SubjectPublicKeyInfo. */
function digestsOf(certificate: X509Certificate): Pick<Certificate, 'digests'> {
  const digest = (algorithm: string, bytes: Buffer) => createHash(algorithm).update(bytes).digest('hex')
  try {
    const key = certificate.publicKey.export({ type: 'spki', format: 'der' })
    const whole512 = digest('sha512', certificate.raw)
    return { digests: { key256: digest('sha256', key), key512: digest('sha512', key), whole512 } }
  } catch {
    return {} // a key that cannot be read is compared with nothing
  }
}

/** A name as Node writes it, a line per part, on one line. Empty names come as undefined. */
function named(text: string | undefined): string {
  return clean((text ?? '').replaceAll('\n', ', '), 500)
}

/** A date that cannot be read stays empty. */
function isoOf(date: Date): string {
  return Number.isNaN(date.getTime()) ? '' : date.toISOString()
}

/**
 * Names and addresses out of Node's text; a value with odd characters in it is quoted there as JSON (CVE-2021-44532).
 */
function namesOf(text: string | undefined): string[] {
  const head = (text ?? '').slice(0, 100_000)
  const names = [...head.matchAll(/(?:^|, )(?:DNS|IP Address):("(?:[^"\\]|\\.)*"|[^,"]*)/g)].slice(0, NAMES)
  return names.map(([, value = '']) => clean(value.replaceAll('"', '').toLowerCase(), 253))
}

function keyOf(certificate: X509Certificate): Pick<Certificate, 'keyType' | 'keyBits' | 'curve'> {
  try {
    const { asymmetricKeyType, asymmetricKeyDetails } = certificate.publicKey
    const curve = asymmetricKeyDetails?.namedCurve
    const bits = asymmetricKeyDetails?.modulusLength ?? CURVES[curve ?? '']
    return {
      keyType: clean(asymmetricKeyType ?? 'unknown', 20),
      keyBits: bits ?? null,
      ...(curve ? { curve: clean(curve, 40) } : {}),
    }
  } catch {
    return { keyType: 'unknown', keyBits: null } // OpenSSL cannot read the key: that is all there is to say of it
  }
}

/**
 * Why a chain does not lead to one of the authorities (PEM), by signatures alone and whatever the dates, in OpenSSL's
 * words; null when it does. Follows what was sent from the first certificate up.
 */
export function chainFault(chain: readonly X509Certificate[], authorities: readonly string[]): string | null {
  const roots = authorities.flatMap(certificatesIn)
  let current: X509Certificate | undefined = chain[0]
  for (let step = 0; current !== undefined && step < CHAIN; step++) {
    const at: X509Certificate = current
    if (roots.some((root) => root.fingerprint256 === at.fingerprint256 || signed(root, at))) return null
    current = chain.find((each) => each !== at && each.ca && signed(each, at))
    if (current) continue
    if (!selfSigned(at)) return 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY'
    return step === 0 ? 'DEPTH_ZERO_SELF_SIGNED_CERT' : 'SELF_SIGNED_CERT_IN_CHAIN'
  }
  return current ? 'CERT_CHAIN_TOO_LONG' : 'UNABLE_TO_GET_ISSUER_CERT'
}

function signed(issuer: X509Certificate, certificate: X509Certificate): boolean {
  try {
    return certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey)
  } catch {
    return false // a key that cannot be read signs nothing
  }
}

/** By its signature alone: an ordinary certificate that signed itself had no right to. */
function selfSigned(certificate: X509Certificate): boolean {
  try {
    return certificate.subject === certificate.issuer && certificate.verify(certificate.publicKey)
  } catch {
    return false
  }
}

function certificatesIn(pem: string): X509Certificate[] {
  const blocks = pem.matchAll(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g)
  return [...blocks].map(([each]) => new X509Certificate(each))
}
