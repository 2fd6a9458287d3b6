/**
 * Reads what a server says in the clear after a hello: records, and the messages in them (RFC 5246 §7.4, RFC 8446 §4).
 * All of it is hostile: lengths are bounded, nothing is read twice, and what does not fit is `garbage`.
 */
import { createHash } from 'node:crypto'
import { overCurve, overPrime, SSL2_KINDS } from './codes.ts'

/** What the server put into its part of the exchange of keys: a named group, or a prime. */
type Exchange = {
  readonly group: number | null
  readonly prime: Buffer | null
  /** How it signed that; null: before TLS 1.2, or not at all. */
  readonly signature: number | null
}

export type Hello = {
  readonly kind: 'hello'
  readonly version: number
  readonly suite: number
  readonly compression: number
  readonly extensions: ReadonlyMap<number, Buffer>
  /** The group it asks a share of (TLS 1.3), or null. */
  readonly wants: number | null
  readonly certificates: readonly Buffer[]
  readonly exchange: Exchange | null
  readonly stapled: boolean
  /** Kinds of SSL 2.0. */
  readonly kinds: readonly number[]
}
export type Answer = Hello | { readonly kind: 'alert'; readonly code: number } | { readonly kind: 'garbage' }

/** Bytes of one answer, messages in it, and certificates that are kept. */
const MOST_BYTES = 65_536
/** A hello alone fits in one record. */
const HELLO_BYTES = 20_480
const MESSAGES = 20
const CERTIFICATES = 10
/** Warnings may come before an answer (RFC 6066 §3: the name is not known). */
const WARNINGS = 5
/** The random of a server that asks for another hello (RFC 8446 §4.1.3). */
const AGAIN = createHash('sha256').update('HelloRetryRequest').digest()
const GARBAGE = { kind: 'garbage' } as const

/** Thrown inside this file for bytes that are not what they say. */
class Short extends Error {}

/** Reads numbers and lists off the front of some bytes. */
class Bytes {
  readonly #data: Buffer
  #at = 0
  constructor(data: Buffer) {
    this.#data = data
  }
  get left(): number {
    return this.#data.length - this.#at
  }
  take(length: number): Buffer {
    if (length > this.left) throw new Short()
    return this.#data.subarray(this.#at, (this.#at += length))
  }
  number(bytes: 1 | 2 | 3): number {
    return this.take(bytes).readUIntBE(0, bytes)
  }
  list(bytes: 1 | 2 | 3): Buffer {
    return this.take(this.number(bytes))
  }
}

/**
 * Takes what arrives, piece by piece, and says when the answer is complete: at the hello of the server, or, `whole`, at
 * the end of all that it says by itself.
 */
export function answerReader(whole: boolean): (chunk: Buffer) => Answer | undefined {
  const size = whole ? MOST_BYTES : HELLO_BYTES
  const records = Buffer.alloc(size)
  const messages = Buffer.alloc(size)
  let filled = 0
  let at = 0
  let said = 0
  let read = 0
  let warnings = 0
  let met = 0
  let hello: Hello | undefined

  /** What the complete messages among those that came say, the last of them deciding. */
  function listen(): Answer | undefined {
    while (said - read >= 4) {
      const length = messages.readUIntBE(read + 1, 3)
      if (length > size - 4) return GARBAGE
      if (said - read < 4 + length) return undefined
      if (++met > MESSAGES) return GARBAGE
      const body = messages.subarray(read + 4, read + 4 + length)
      const type = messages[read]!
      read += 4 + length
      if (hello === undefined) {
        if (type !== 2) return GARBAGE
        hello = helloIn(body)
        if (!whole || hello.wants !== null || hello.version > 0x303) return hello
      } else if (type === 14) return hello
      else hello = { ...hello, ...partOf(type, body, hello) }
    }
    return undefined
  }

  function next(): Answer | undefined {
    if (filled >= 3 && at === 0 && records[0]! >= 0x80 && records[2] === 4) return oldestAnswer(records, filled)
    while (filled - at >= 5) {
      const type = records[at]!
      const length = records.readUInt16BE(at + 3)
      if ((type !== 0x15 && type !== 0x16) || records[at + 1] !== 3 || length === 0 || length > 16_384 + 256)
        return GARBAGE
      if (filled - at < 5 + length) return undefined
      const body = records.subarray(at + 5, at + 5 + length)
      at += 5 + length
      if (type === 0x15) {
        if (body.length < 2 || ++warnings > WARNINGS) return GARBAGE
        // A level of 1 is a warning, unless it closes (0).
        if (body[0] === 1 && body[1] !== 0) continue
        return { kind: 'alert', code: body[1]! }
      }
      body.copy(messages, said)
      said += body.length
      const answer = listen()
      if (answer) return answer
    }
    return undefined
  }

  return (chunk) => {
    filled += chunk.copy(records, filled)
    try {
      return next() ?? (filled === size ? GARBAGE : undefined)
    } catch (error) {
      if (error instanceof Short) return GARBAGE
      throw error
    }
  }
}

function helloIn(body: Buffer): Hello {
  const bytes = new Bytes(body)
  const version = bytes.number(2)
  const again = bytes.take(32).equals(AGAIN)
  bytes.list(1)
  const suite = bytes.number(2)
  const compression = bytes.number(1)
  const extensions = new Map<number, Buffer>()
  if (bytes.left > 0) {
    const all = new Bytes(bytes.list(2))
    while (all.left > 0) extensions.set(all.number(2), all.list(2))
  }
  const chosen = extensions.get(43)
  const share = extensions.get(51)
  return {
    kind: 'hello',
    version: chosen?.length === 2 ? chosen.readUInt16BE(0) : version,
    suite,
    compression,
    extensions,
    wants: again && share?.length === 2 ? share.readUInt16BE(0) : null,
    certificates: [],
    exchange: null,
    stapled: false,
    kinds: [],
  }
}

/** What a later message adds to the hello. */
function partOf(type: number, body: Buffer, { version, suite }: Hello): Partial<Hello> {
  if (type === 11) {
    const all = new Bytes(new Bytes(body).list(3))
    const certificates: Buffer[] = []
    while (all.left > 0 && certificates.length < CERTIFICATES) certificates.push(Buffer.from(all.list(3)))
    return { certificates }
  }
  if (type === 12) return { exchange: exchangeIn(new Bytes(body), version, suite) }
  return type === 22 ? { stapled: body.length > 4 && body[0] === 1 } : {}
}

/** ServerKeyExchange of RFC 8422 §5.4 and RFC 5246 §7.4.3; that of other kinds of suites says nothing here. */
function exchangeIn(bytes: Bytes, version: number, suite: number): Exchange | null {
  const kind = kindOf(suite)
  if (kind === null) return null
  let group: number | null = null
  let prime: Buffer | null = null
  if (kind === 'prime') {
    prime = Buffer.from(bytes.list(2))
    bytes.list(2)
    bytes.list(2)
  } else {
    // Another type than a named curve spells its own.
    if (bytes.number(1) !== 3) return { group: null, prime: null, signature: null }
    group = bytes.number(2)
    bytes.list(1)
  }
  return { group, prime, signature: version === 0x303 && bytes.left >= 2 ? bytes.number(2) : null }
}

function kindOf(suite: number): 'curve' | 'prime' | null {
  if (overCurve(suite)) return 'curve'
  return overPrime(suite) ? 'prime' : null
}

/** SERVER-HELLO of SSL 2.0: which of its kinds it takes. */
function oldestAnswer(records: Buffer, filled: number): Answer | undefined {
  const length = records.readUInt16BE(0) & 0x7fff
  if (length > 16_000) return GARBAGE
  if (filled < 2 + length) return undefined
  const bytes = new Bytes(records.subarray(2, 2 + length))
  bytes.take(3)
  const version = bytes.number(2)
  const [certificate, kinds] = [bytes.number(2), bytes.number(2)]
  bytes.number(2)
  bytes.take(certificate)
  const specs = new Bytes(bytes.take(kinds))
  const found: number[] = []
  while (specs.left >= 3) found.push(specs.number(3))
  if (version !== 2) return GARBAGE
  return {
    kind: 'hello',
    version,
    suite: 0,
    compression: 0,
    extensions: new Map(),
    wants: null,
    certificates: [],
    exchange: null,
    stapled: false,
    kinds: found.filter((code) => SSL2_KINDS.has(code)),
  }
}
