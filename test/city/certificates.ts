/**
 * The city's own certificate authority. X.509 is written out by hand: a certificate is a few nested fields, and this
 * way the city can also make the certificates that a careful library would rather not.
 */
import { createHash, generateKeyPairSync, randomBytes, sign, X509Certificate, type KeyObject } from 'node:crypto'
import type { CertificateState } from './model.ts'

const DAY = 86_400_000

function tlv(tag: number, ...parts: readonly Buffer[]): Buffer {
  const body = Buffer.concat(parts)
  if (body.length < 128) return Buffer.concat([Buffer.from([tag, body.length]), body])
  const length = Buffer.from(body.length.toString(16).padStart(body.length > 255 ? 4 : 2, '0'), 'hex')
  return Buffer.concat([Buffer.from([tag, 0x80 | length.length]), length, body])
}

const sequence = (...parts: readonly Buffer[]): Buffer => tlv(0x30, ...parts)
const octets = (body: Buffer): Buffer => tlv(0x04, body)
const bits = (body: Buffer, unused = 0): Buffer => tlv(0x03, Buffer.from([unused]), body)

function oid(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number)
  const bytes = [first * 40 + second]
  for (const arc of rest) {
    const septets = [arc & 0x7f]
    for (let more = arc >> 7; more > 0; more >>= 7) septets.unshift((more & 0x7f) | 0x80)
    bytes.push(...septets)
  }
  return tlv(0x06, Buffer.from(bytes))
}

const name = (common: string, organisation = 'Sluiswijk (verzonnen stad)'): Buffer =>
  sequence(
    tlv(0x31, sequence(oid('2.5.4.10'), tlv(0x0c, Buffer.from(organisation)))),
    tlv(0x31, sequence(oid('2.5.4.3'), tlv(0x0c, Buffer.from(common)))),
  )
const time = (at: Date): Buffer => tlv(0x18, Buffer.from(at.toISOString().replace(/\.\d+|[-:T]/g, '')))
/** RFC 5280 §4.1.2.5: dates through 2049 are written as UTCTime. */
const utcTime = (at: Date): Buffer =>
  at.getUTCFullYear() >= 2050
    ? time(at)
    : tlv(
        0x17,
        Buffer.from(
          at
            .toISOString()
            .replace(/\.\d+|[-:T]/g, '')
            .slice(2),
        ),
      )
const extension = (id: string, critical: boolean, value: Buffer): Buffer =>
  sequence(oid(id), ...(critical ? [tlv(0x01, Buffer.from([0xff]))] : []), octets(value))

export type Pair = { readonly key: KeyObject; readonly spki: Buffer }
/** An authority by its name and organisation; `pem`: its own certificate. */
type Signer = Pair & { readonly common: string; readonly organisation?: string }
/** `abroad`: another authority, that this one vouches for. */
export type Authority = Signer & { readonly pem: string; readonly abroad: Signer & { readonly pem: string } }

export function makePair(kind: 'ec' | 'rsa' = 'ec'): Pair {
  const { privateKey, publicKey } =
    kind === 'ec'
      ? generateKeyPairSync('ec', { namedCurve: 'P-256' })
      : generateKeyPairSync('rsa', { modulusLength: 2048 })
  return { key: privateKey, spki: publicKey.export({ type: 'spki', format: 'der' }) }
}

const ECDSA_SHA256 = oid('1.2.840.10045.4.3.2')
/** Where nobody answers: it is only said (RFC 5280 §4.2.2.1). */
const OCSP = oid('1.3.6.1.5.5.7.48.1')
const ASKED_AT = tlv(0x86, Buffer.from('http://ocsp.proefgezag.test/'))

type Wanted = {
  readonly common: string
  readonly organisation?: string
  readonly names: readonly string[]
  readonly from: Date
  readonly until: Date
  readonly authority: boolean
  /** Names where its authority can be asked about it (OCSP). */
  readonly askable?: boolean
}

/** A certificate (PEM) for `pair`, signed by `by`. ECDSA with SHA-256; subject alternative names are DNS names. */
export function certify(wanted: Wanted, pair: Pair, by: Signer): string {
  const keyId = (spki: Buffer): Buffer => createHash('sha1').update(spki).digest()
  const algorithm = sequence(ECDSA_SHA256)
  const serial = randomBytes(16)
  serial[0] = ((serial[0] ?? 0) & 0x3f) | 0x40
  const extensions = wanted.authority
    ? [
        extension('2.5.29.19', true, sequence(tlv(0x01, Buffer.from([0xff])))),
        extension('2.5.29.15', true, bits(Buffer.from([0x06]), 1)),
      ]
    : [
        extension('2.5.29.19', true, sequence()),
        extension('2.5.29.15', true, bits(Buffer.from([0x80]), 7)),
        extension('2.5.29.37', false, sequence(oid('1.3.6.1.5.5.7.3.1'))),
        extension('2.5.29.17', false, sequence(...wanted.names.map((dns) => tlv(0x82, Buffer.from(dns))))),
        extension('2.5.29.35', false, sequence(tlv(0x80, keyId(by.spki)))),
        ...(wanted.askable ? [extension('1.3.6.1.5.5.7.1.1', false, sequence(sequence(OCSP, ASKED_AT)))] : []),
      ]
  const body = sequence(
    tlv(0xa0, tlv(0x02, Buffer.from([2]))),
    tlv(0x02, serial),
    algorithm,
    name(by.common, by.organisation),
    sequence(utcTime(wanted.from), utcTime(wanted.until)),
    name(wanted.common, wanted.organisation),
    pair.spki,
    tlv(0xa3, sequence(...extensions, extension('2.5.29.14', false, octets(keyId(pair.spki))))),
  )
  const der = sequence(body, algorithm, bits(sign('sha256', body, by.key)))
  return `-----BEGIN CERTIFICATE-----\n${der.toString('base64').replace(/.{1,64}/g, '$&\n')}-----END CERTIFICATE-----\n`
}

export function makeAuthority(now: Date): Authority {
  const life = { from: new Date(now.getTime() - 400 * DAY), until: new Date(now.getTime() + 3650 * DAY) }
  const signer = (common: string, organisation: string) => ({ ...makePair(), common, organisation })
  const own = signer('Sluiswijk proefgezag', 'proefgezag.test')
  const abroad = signer('Wolkgezag R1', 'wolkgezag.test')
  const signed = (each: Signer) => certify({ ...each, ...life, names: [], authority: true }, each, own)
  return { ...own, pem: signed(own), abroad: { ...abroad, pem: signed(abroad) } }
}

/** The certificate of a host in the given state, with `pair` as its key. */
export function hostCertificate(
  host: string,
  state: Exclude<CertificateState, 'none'>,
  pair: Pair,
  authority: Authority,
  now: Date,
): string {
  const days = (from: number, until: number) => ({
    from: new Date(now.getTime() + from * DAY),
    until: new Date(now.getTime() + until * DAY),
  })
  const life = state === 'expired' ? days(-100, -10) : state === 'ends-soon' ? days(-82, 8) : days(-20, 70)
  const names = state === 'wrong-name' ? ['standaard.sluisweb.test', 'www.sluisweb.test'] : [host]
  const wanted = {
    common: names[0] ?? host,
    names,
    ...life,
    authority: false,
    askable: state === 'rsa' || state === 'stapled',
  }
  if (state === 'abroad') return certify(wanted, pair, authority.abroad) + authority.abroad.pem
  return certify(wanted, pair, state === 'self-signed' ? { ...pair, common: wanted.common } : authority)
}

/**
 * What the authority answers to who asks about this certificate (OCSP, RFC 6960 §4.2.1): that it is good, for a week.
 */
export function goodAnswer(pem: string, by: Authority, now: Date): Buffer {
  const sha1 = (of: Buffer) => createHash('sha1').update(of).digest()
  // Of a key on P-256 the last 65 bytes are the point itself, which is what is hashed.
  const keyHash = sha1(by.spki.subarray(-65))
  const about = sequence(
    sequence(oid('1.3.14.3.2.26'), tlv(0x05)),
    octets(sha1(name(by.common, by.organisation))),
    octets(keyHash),
    tlv(0x02, Buffer.from(new X509Certificate(pem).serialNumber, 'hex')),
  )
  const until = new Date(now.getTime() + 7 * DAY)
  const said = sequence(about, tlv(0x80), time(now), tlv(0xa0, time(until)))
  const body = sequence(tlv(0xa2, octets(keyHash)), time(now), sequence(said))
  const signed = sequence(body, sequence(ECDSA_SHA256), bits(sign('sha256', body, by.key)))
  return sequence(tlv(0x0a, Buffer.from([0])), tlv(0xa0, sequence(oid('1.3.6.1.5.5.7.48.1.1'), octets(signed))))
}
