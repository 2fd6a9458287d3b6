/** Writes the first message of a client, byte by byte: it can offer what no library would (RFC 8446 §4.1.2). */
import { randomBytes } from 'node:crypto'
import type { OfferedVersion } from '../../model/evidence.ts'
import { GROUPS, SIGNATURES, SSL2_KINDS, VERSIONS } from './codes.ts'

export type Offer = {
  readonly version: OfferedVersion
  /** Numbers of cipher suites, at most 64: old servers fall over a longer list. */
  readonly suites: readonly number[]
  /** All there are, if absent. */
  readonly groups?: readonly number[]
  readonly signatures?: readonly number[]
  /** Also offers DEFLATE (RFC 3749). */
  readonly compression?: boolean
  /** Name of the server (RFC 6066 §3); none for an address. */
  readonly name?: string | undefined
  /** Protocols above it (RFC 7301). */
  readonly protocols?: readonly string[]
}

/** Says that renegotiation is safe, for who understands no extensions (RFC 5746 §3.3). */
const SAFE_RENEGOTIATION = 0x00ff
/** Hellos of 256 to 511 bytes hang some old boxes (RFC 7685). */
const PADDED = 512

const numbers = (...values: readonly number[]): Buffer =>
  Buffer.from(values.flatMap((value) => [(value >> 8) & 0xff, value & 0xff]))

/** A list with its length before it, in as many bytes. */
function counted(bytes: 1 | 2 | 3, ...parts: readonly Buffer[]): Buffer {
  const body = Buffer.concat(parts)
  const length = Buffer.alloc(bytes)
  length.writeUIntBE(body.length, 0, bytes)
  return Buffer.concat([length, body])
}

const extension = (type: number, ...body: readonly Buffer[]): Buffer =>
  Buffer.concat([numbers(type), counted(2, ...body)])

/** The record to send. SSL 2.0 has a form of its own; SSL 3.0 knows no extensions. */
export function helloOf(offer: Offer): Buffer {
  if (offer.version === 'SSLv2') return oldestHello()
  const newest = offer.version === 'TLSv1.3'
  const compression = offer.compression ? [1, 0] : [0]
  const start = Buffer.concat([
    numbers(newest ? VERSIONS['TLSv1.2'] : VERSIONS[offer.version]),
    randomBytes(32),
    counted(1, newest ? randomBytes(32) : Buffer.alloc(0)),
    counted(2, numbers(...offer.suites, ...(newest ? [] : [SAFE_RENEGOTIATION]))),
    counted(1, Buffer.from(compression)),
  ])
  const extensions = offer.version === 'SSLv3' ? undefined : padded(start.length, extensionsOf(offer))
  const message = Buffer.concat([Buffer.from([1]), counted(3, start, ...(extensions ? [counted(2, extensions)] : []))])
  const inRecord = offer.version === 'SSLv3' ? VERSIONS.SSLv3 : VERSIONS.TLSv1
  return Buffer.concat([Buffer.from([0x16]), numbers(inRecord), counted(2, message)])
}

function extensionsOf({ version, name, groups, signatures, protocols }: Offer): Buffer {
  const parts: Buffer[] = []
  const newest = version === 'TLSv1.3'
  if (name !== undefined) parts.push(extension(0, counted(2, Buffer.from([0]), counted(2, Buffer.from(name)))))
  const curves = groups ?? [...GROUPS.keys()].filter((code) => newest || code < 0x100)
  if (curves.length > 0) parts.push(extension(10, counted(2, numbers(...curves))))
  if (!newest) parts.push(extension(11, counted(1, Buffer.from([0]))), extension(23))
  if (newest || version === 'TLSv1.2')
    parts.push(extension(13, counted(2, numbers(...(signatures ?? SIGNATURES.keys())))))
  if (protocols?.length) {
    parts.push(extension(16, counted(2, ...protocols.map((each) => counted(1, Buffer.from(each))))))
  }
  // An answer of the authority, along with the certificate (RFC 6066 §8).
  parts.push(extension(5, Buffer.from([1, 0, 0, 0, 0])))
  // No share of a key: a server has to say in the clear which group it wants (RFC 8446 §4.1.4, §4.2.8).
  if (newest) parts.push(extension(43, counted(1, numbers(VERSIONS['TLSv1.3']))), extension(51, numbers(0)))
  return Buffer.concat(parts)
}

/** Fills up what would be of a length that hangs old boxes. `start`: bytes of the hello before the extensions. */
function padded(start: number, extensions: Buffer): Buffer {
  const length = 4 + start + 2 + extensions.length
  if (length < 256 || length >= PADDED) return extensions
  return Buffer.concat([extensions, extension(21, Buffer.alloc(Math.max(0, PADDED - length - 4)))])
}

/** SSL 2.0 (draft-hickman-netscape-ssl-00): every kind it knows, and a challenge. */
function oldestHello(): Buffer {
  const kinds = Buffer.concat([...SSL2_KINDS.keys()].map((code) => Buffer.from([code >> 16, code >> 8, code & 0xff])))
  const body = Buffer.concat([Buffer.from([1]), numbers(VERSIONS.SSLv2, kinds.length, 0, 16), kinds, randomBytes(16)])
  return Buffer.concat([numbers(0x8000 | body.length), body])
}
