/** The body of an answer: read and decoded within bounds, and turned into text. */
import type { Readable } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw, createZstdDecompress } from 'node:zlib'

export type Body = {
  readonly bytes: Buffer
  /** all: to the end; cut: more than we read; broken: it stopped, took too long, or could not be decoded. */
  readonly read: 'all' | 'cut' | 'broken'
}

const PATIENCE = 12_000
const CODINGS = 3

/**
 * Reads at most `maxBytes` over the wire and as many decoded, by its `Content-Encoding` (at most three, the last one
 * outermost). Never throws: what came is given, and how it ended.
 */
export async function readBody(stream: Readable, coding: string, maxBytes: number): Promise<Body> {
  const wire = await drained(stream, maxBytes, PATIENCE)
  stream.destroy()
  const codings = coding
    .toLowerCase()
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '' && each !== 'identity')
  if (codings.length > CODINGS) return { bytes: Buffer.alloc(0), read: 'broken' }
  let body = wire
  for (const each of codings.toReversed()) body = await decoded(body, each, maxBytes)
  return body
}

async function decoded(wire: Body, coding: string, maxBytes: number): Promise<Body> {
  if (wire.bytes.length === 0) return wire
  const decoder = decoderFor(coding, wire.bytes)
  if (!decoder) return { bytes: Buffer.alloc(0), read: 'broken' }
  // What was cut on the wire ends in the middle of the coding: that is not its fault.
  const plain = drained(decoder, maxBytes, PATIENCE)
  decoder.end(wire.bytes)
  const body = await plain
  decoder.destroy()
  if (wire.read === 'all' || body.read === 'cut') return body
  return { bytes: body.bytes, read: wire.read }
}

function decoderFor(coding: string, bytes: Buffer) {
  if (coding === 'gzip' || coding === 'x-gzip') return createGunzip()
  if (coding === 'br') return createBrotliDecompress()
  // Not asked for, but a browser would read it.
  if (coding === 'zstd') return createZstdDecompress()
  // RFC 9110 §8.4.1.2: deflate is meant to have a zlib header, and often has not.
  if (coding === 'deflate') return (bytes[0]! & 0x0f) === 8 ? createInflate() : createInflateRaw()
  return undefined
}

function drained(stream: NodeJS.ReadableStream, maxBytes: number, patience: number): Promise<Body> {
  return new Promise((done) => {
    const parts: Buffer[] = []
    let length = 0
    const end = (read: Body['read']) => {
      clearTimeout(timer)
      stream.removeListener('data', take)
      stream.pause()
      done({ bytes: Buffer.concat(parts), read })
    }
    const take = (chunk: Buffer) => {
      parts.push(chunk.subarray(0, maxBytes - length))
      length += chunk.length
      if (length > maxBytes) end('cut')
    }
    const timer = setTimeout(() => end('broken'), patience)
    stream.on('data', take)
    stream.once('end', () => end('all'))
    stream.on('error', () => end('broken'))
    stream.once('close', () => end('broken'))
  })
}

/** The first bytes of a byte order mark. */
const MARKS: Readonly<Record<string, string>> = { efbb: 'utf-8', feff: 'utf-16be', fffe: 'utf-16le' }

/**
 * Text of a body: by its byte order mark, else the charset of its header, else of its own `<meta>`, else UTF-8 (or, if
 * it is not that, windows-1252).
 */
export function textOf(bytes: Buffer, contentType: string | null): string {
  const marked = MARKS[bytes.subarray(0, 2).toString('hex')]
  const declared = marked ?? /charset\s*=\s*["']?([\w:.-]{1,40})/i.exec(contentType ?? '')?.[1] ?? metaCharset(bytes)
  try {
    if (declared !== undefined) return new TextDecoder(declared).decode(bytes)
  } catch {
    // A charset nobody knows says nothing.
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** HTML §13.2.3.2: in the first 1,024 bytes; a document that can be read so far is not UTF-16. */
function metaCharset(bytes: Buffer): string | undefined {
  const head = bytes.subarray(0, 1_024).toString('latin1')
  const found = /<meta[^>]{0,200}?charset\s{0,5}=\s{0,5}["']?([\w:.-]{1,40})/i.exec(head)?.[1]
  return found !== undefined && /^utf-?16/i.test(found) ? 'utf-8' : found
}
