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
const END = /\r?\n[ \t]*\r?\n/

/** The connection, with the heads of its answers put right. `most`: bytes that a head may have. */
export function tidied(socket: Socket, most: number): Duplex {
  let parts: Buffer[] = []
  let length = 0
  let body = false
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
  const heads = () => {
    let held = Buffer.concat(parts)
    for (;;) {
      const end = END.exec(held.toString('latin1'))
      if (!end) break
      const at = end.index + end[0].length
      const { text, interim } = tidy(held.toString('latin1', 0, end.index))
      give(Buffer.from(text, 'latin1'))
      held = held.subarray(at)
      if (interim) continue
      body = true
      if (held.length > 0) give(held)
      parts = []
      return
    }
    parts = [held]
    length = held.length
  }
  socket.on('data', (chunk: Buffer) => {
    if (body) return give(chunk)
    parts.push(chunk)
    length += chunk.length
    if (chunk.includes(0x0a)) heads()
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
