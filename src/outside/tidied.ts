/**
 * Reads the head of an HTTP/1 answer as browsers do, and hands it on in the form that a strict reader asks: sites that
 * every visitor can see are not unreachable because a line ends in LF alone. The body passes as it is.
 */
import type { Socket } from 'node:net'
import { Duplex } from 'node:stream'
import { NotSeen } from './not-seen.ts'

const TOKEN = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/
/** RFC 9112 §4, case apart, with at most four bytes of rubbish before it and the reason phrase left out or not. */
const STATUS = /^[^]{0,4}?HTTP\/(\d+)\.(\d+)[ \t]+(\d{3})(?:[ \t]+([^]*))?$/i
/** The end of the last line and the empty line after it. */
const BLANK = /\r?\n[ \t]*\r?\n$/
const [TAB, LF, CR, SPACE] = [0x09, 0x0a, 0x0d, 0x20]

/** The connection, with the heads of its answers put right. `most`: bytes that a head may have. */
export function tidied(socket: Socket, most: number): Duplex {
  const parts: Buffer[] = []
  let length = 0
  let body = false
  const isEnd = headEnd()
  const give = (bytes: Buffer) => {
    if (!line.push(bytes)) socket.pause()
  }
  const line = new Duplex({
    write: (chunk: Buffer, _, done) => void socket.write(chunk, () => done()),
    final: (done) => {
      socket.end()
      done()
    },
    read: () => void socket.resume(),
    destroy: (error, done) => {
      socket.destroy()
      done(error)
    },
  })
  /** Every byte is looked at once and joined once, in however many pieces a head comes. */
  const heads = (chunk: Buffer) => {
    let from = 0
    for (let at = 0; at < chunk.length; at++) {
      if (!isEnd(chunk[at]!)) continue
      const head = Buffer.concat([...parts.splice(0), chunk.subarray(from, at + 1)]).toString('latin1')
      from = at + 1
      const { text, interim } = tidy(head.replace(BLANK, ''))
      give(Buffer.from(text, 'latin1'))
      if (interim) continue
      body = true
      if (from < chunk.length) give(chunk.subarray(from))
      return
    }
    parts.push(chunk.subarray(from))
  }
  socket.on('data', (chunk: Buffer) => {
    if (body) return give(chunk)
    length += chunk.length
    heads(chunk)
    if (!body && length > most) line.destroy(new NotSeen('too-large', `more than ${most} bytes of headers`))
  })
  socket.once('end', () => {
    if (!body) give(Buffer.concat(parts))
    line.push(null)
  })
  socket.once('error', (error) => line.destroy(error))
  socket.once('close', () => line.destroy())
  return line
}

/** Says of each byte in turn whether a head ends with it: an empty line, or one of spaces. */
function headEnd(): (byte: number) => boolean {
  // In a line; in one that is empty so far; in one of which only the line feed is lacking.
  let line: 'words' | 'empty' | 'ending' = 'words'
  return (byte) => {
    const end = byte === LF && line !== 'words'
    if (end) line = 'words'
    else if (byte === LF) line = 'empty'
    else if (line === 'empty' && byte === CR) line = 'ending'
    else if (line !== 'empty' || (byte !== SPACE && byte !== TAB)) line = 'words'
    return end
  }
}

/** One head, without the empty line after it. What is no answer of HTTP stays as it is, for the reader to refuse. */
function tidy(head: string): { text: string; interim: boolean } {
  const [first = '', ...rest] = head.split(/\r?\n/)
  const status = STATUS.exec(first)
  if (!status) return { text: `${head}\r\n\r\n`, interim: false }
  const [, major, minor, code = '', reason = ''] = status
  const modern = Number(major) > 1 || (Number(major) === 1 && Number(minor) >= 1)
  const lines: [string, string][] = []
  for (const each of rest) {
    // A line that goes on from the one before it (RFC 9112 §5.2).
    const last = lines.at(-1)
    if (/^[ \t]/.test(each) && last) {
      last[1] = `${last[1]} ${printable(each)}`.trim()
      continue
    }
    const colon = each.indexOf(':')
    const name = each.slice(0, Math.max(0, colon)).trim()
    if (TOKEN.test(name)) lines.push([name, printable(each.slice(colon + 1))])
  }
  const kept = framed(lines, modern).map(([name, value]) => `${name}: ${value}\r\n`)
  return {
    text: `HTTP/1.${modern ? 1 : 0} ${code} ${printable(reason)}\r\n${kept.join('')}\r\n`,
    interim: code.startsWith('1') && code !== '101',
  }
}

/** Control characters are no part of what is meant. */
function printable(text: string): string {
  // eslint-disable-next-line no-control-regex
  return text.replaceAll(/[\u0000-\u0008\u000a-\u001f\u007f]/g, '').trim()
}

/**
 * Where the body ends, said once: chunks before a length (RFC 9112 §6.3), no chunks in HTTP/1.0, a length that is said
 * twice is one, and one that is no number none. Two that differ stay, for the reader to refuse.
 */
function framed(lines: readonly [string, string][], modern: boolean): [string, string][] {
  const is = (name: string, wanted: string) => name.toLowerCase() === wanted
  const chunked = modern && lines.some(([name, value]) => is(name, 'transfer-encoding') && /chunked/i.test(value))
  const lengths = new Set<string>()
  return lines.flatMap(([name, value]): [string, string][] => {
    if (is(name, 'transfer-encoding')) return chunked && /chunked/i.test(value) ? [[name, value]] : []
    if (!is(name, 'content-length')) return [[name, value]]
    if (chunked) return []
    return value.split(',').flatMap((each): [string, string][] => {
      const digits = each.trim()
      if (!/^\d+$/.test(digits) || lengths.has(digits)) return []
      lengths.add(digits)
      return [[name, digits]]
    })
  })
}
