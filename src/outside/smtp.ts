/**
 * Speaks SMTP with a stranger as far as STARTTLS (RFC 5321, RFC 3207): greeting, EHLO, STARTTLS. No sender and no
 * recipient is ever named. Lines, bytes and time are bounded; what is said in the clear after STARTTLS is thrown away.
 */
import type { Socket } from 'node:net'
import { clean } from '../lib/clean.ts'
import { NotSeen } from './not-seen.ts'

/** A reply: its code and what its lines say. */
type Reply = { readonly code: number; readonly lines: readonly string[] }

type Begun =
  | { readonly state: 'ready'; readonly socket: Socket; readonly spokeOn: boolean }
  | { readonly state: 'no-starttls' | 'busy'; readonly detail: string }

/** RFC 5321 §4.5.3.1.5 allows 512 bytes a reply line; some send more. */
const LINE = 2_048
const LINES = 100
const BYTES = 32_768
/** Codes that say that a command is not known (RFC 5321 §4.2.4); others are about us, such as a list we stand on. */
const UNKNOWN: ReadonlySet<number> = new Set([500, 502, 504])
/** A line of the reply to EHLO as a firewall leaves it that takes STARTTLS out (Cisco's `fixup smtp` and its kin). */
const TAKEN_OUT = /^X{4,}[A-Z]?\s*$/
/** A keyword of the reply to EHLO; what stands behind it (RFC 5321 §4.1.1.1 allows that) changes nothing. */
const STARTTLS = /^STARTTLS(?:\s|$)/i
/** Milliseconds for one reply: some greet late on purpose. */
const PATIENCE = 15_000

/** A reader of replies over the socket; it throws NotSeen on what is too much, too late or cut off. */
function replies(socket: Socket, until: number) {
  let rest = ''
  let bytes = 0
  let ended = false
  let wake = () => {}
  const listen = (chunk: Buffer) => {
    bytes += chunk.length
    if (bytes <= BYTES) rest += chunk.toString('latin1')
    wake()
  }
  const end = () => {
    ended = true
    wake()
  }
  socket.on('data', listen)
  socket.once('close', end)
  socket.once('error', end)
  const line = async (late: number): Promise<string> => {
    for (;;) {
      const at = rest.indexOf('\n')
      if (at > LINE || (at < 0 && rest.length > LINE) || bytes > BYTES)
        throw new NotSeen('too-large', 'the mail server says more than a reply can be')
      if (at >= 0) {
        const found = rest.slice(0, at).replace(/\r$/, '')
        rest = rest.slice(at + 1)
        return found
      }
      if (ended) throw new NotSeen('unreachable', 'the mail server hung up')
      const left = Math.min(late, until) - Date.now()
      if (left <= 0) throw new NotSeen('timeout', 'the mail server did not answer')
      await new Promise<void>((done) => {
        const timer = setTimeout(done, left)
        wake = () => {
          clearTimeout(timer)
          done()
        }
      })
    }
  }
  return {
    async next(): Promise<Reply> {
      const late = Date.now() + PATIENCE
      const lines: string[] = []
      for (;;) {
        const said = await line(late)
        const match = /^(\d{3})([ -]?)(.*)$/s.exec(said)
        if (!match || lines.length >= LINES) throw new NotSeen('unreachable', 'this is not a mail server')
        lines.push(clean(match[3] ?? '', 200))
        if (match[2] !== '-') return { code: Number(match[1]), lines }
      }
    },
    /** Lets go of the socket; says whether something was waiting that nobody asked for. */
    release(): boolean {
      socket.off('data', listen)
      socket.off('close', end)
      socket.off('error', end)
      return rest !== ''
    },
  }
}

/**
 * Brings a fresh connection to where TLS may begin. `until`: milliseconds since the epoch. Whoever offers no STARTTLS,
 * or will not talk to us, is told goodbye; `busy` too where something on the way rewrote what the server offers. Throws
 * NotSeen when nothing can be made of it.
 */
export async function startTls(socket: Socket, until: number): Promise<Begun> {
  const server = replies(socket, until)
  try {
    const greeting = await server.next()
    if (greeting.code !== 220) return await goodbye(socket, 'busy', greeting)
    socket.write(`EHLO ${ownName(socket)}\r\n`)
    const hello = await server.next()
    // Who only knows HELO has no extensions at all (RFC 5321 §2.2.1).
    if (hello.code !== 250) return await goodbye(socket, UNKNOWN.has(hello.code) ? 'no-starttls' : 'busy', hello)
    const told = hello.lines.slice(1)
    if (!told.some((line) => STARTTLS.test(line)))
      return await goodbye(socket, told.some((line) => TAKEN_OUT.test(line)) ? 'busy' : 'no-starttls', hello)
    socket.write('STARTTLS\r\n')
    const ready = await server.next()
    if (ready.code !== 220) return await goodbye(socket, 'busy', ready)
    // What lies there already came in the clear: it may be another's (CVE-2011-0411).
    return { state: 'ready', socket, spokeOn: server.release() }
  } catch (error) {
    socket.destroy()
    throw error
  }
}

/** Our address, as a name we surely have (RFC 5321 §4.1.3). */
function ownName({ localAddress = '127.0.0.1' }: Socket): string {
  const address = localAddress.replace(/^::ffff:/, '')
  return address.includes(':') ? `[IPv6:${address}]` : `[${address}]`
}

async function goodbye(socket: Socket, state: 'no-starttls' | 'busy', { code, lines }: Reply): Promise<Begun> {
  socket.end('QUIT\r\n')
  setTimeout(() => socket.destroy(), 2_000).unref()
  return { state, detail: clean(`${code} ${lines.join(' / ')}`, 200) }
}
