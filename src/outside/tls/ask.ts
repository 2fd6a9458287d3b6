/** Asks a server one thing of TLS: sends a hello and reads what comes back, within bounds of bytes and time. */
import type { Socket } from 'node:net'
import { NotSeen } from '../not-seen.ts'
import { answerReader, type Answer } from './answer.ts'
import { helloOf, type Offer } from './hello.ts'

/**
 * `hung-up`: the connection was closed or broken upon the hello; `silent`: nothing complete within the time;
 * `unreachable`: there was no connection to ask over; `spent`: no connections or no time are left.
 */
export type Reply = Answer | { readonly kind: 'hung-up' | 'silent' | 'unreachable' | 'spent' }

export type Asker = {
  /** `whole`: waits for all that a server says before the client goes on, certificate and key included. */
  ask(offer: Omit<Offer, 'name' | 'protocols'>, whole?: boolean): Promise<Reply>
  /** Another connection, counted, for who speaks for himself; null: none is left, or none could be had. */
  open(): Promise<Socket | null>
  /** An offer that was taken, to ask again; whether breaking off proved to be an answer, or the end of all answers. */
  readonly memory: { taken?: Omit<Offer, 'name' | 'protocols'>; breaks?: boolean; shut?: boolean }
  /** Connections made so far. */
  readonly made: () => number
  /** Whether none is left, of number or of time. */
  readonly spent: () => boolean
}

export type Line = {
  /** A connection on which TLS may begin. Throws NotSeen. */
  readonly connect: () => Promise<Socket>
  readonly name: string | undefined
  readonly protocols: readonly string[]
  readonly most: number
  /** Milliseconds since the epoch. */
  readonly until: number
  readonly signal: AbortSignal
}

/** Milliseconds for one answer; a server of today may wait for the rest of what it does not know as SSL 2.0. */
const PATIENCE = 5_000
const OLDEST_PATIENCE = 2_000

/** Asks over one connection at a time, as many as the line allows. */
export function askerOn(line: Line): Asker {
  let made = 0
  const spent = () => made >= line.most || Date.now() >= line.until || line.signal.aborted
  const open = async (): Promise<Socket | null> => {
    if (spent()) return null
    made++
    try {
      return await line.connect()
    } catch (error) {
      if (error instanceof NotSeen) return null
      throw error
    }
  }
  return {
    memory: {},
    made: () => made,
    spent,
    open,
    async ask(offer, whole = false) {
      if (spent()) return { kind: 'spent' }
      const socket = await open()
      if (!socket) return { kind: 'unreachable' }
      const hello = helloOf({ ...offer, name: line.name, protocols: line.protocols })
      const patience = offer.version === 'SSLv2' ? OLDEST_PATIENCE : PATIENCE
      return reply(socket, hello, whole, Math.min(patience, Math.max(0, line.until - Date.now())))
    },
  }
}

function reply(socket: Socket, hello: Buffer, whole: boolean, patience: number): Promise<Reply> {
  return new Promise((done) => {
    const read = answerReader(whole)
    const end = (answer: Reply) => {
      clearTimeout(timer)
      socket.destroy()
      done(answer)
    }
    const timer = setTimeout(() => end({ kind: 'silent' }), patience)
    socket.on('data', (chunk) => {
      const answer = read(chunk)
      if (answer) end(answer)
    })
    socket.once('error', () => end({ kind: 'hung-up' }))
    socket.once('close', () => end({ kind: 'hung-up' }))
    socket.write(hello)
  })
}
