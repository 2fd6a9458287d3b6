/** One question and its answer over a connection that is there, in HTTP/1 or HTTP/2, within bounds. */
import { request, type IncomingMessage } from 'node:http'
import { connect, type ClientHttp2Session } from 'node:http2'
import type { Socket } from 'node:net'
import type { Readable } from 'node:stream'
import type { TLSSocket } from 'node:tls'
import { NotSeen } from './not-seen.ts'
import { tidied } from './tidied.ts'
import { userAgent } from './user-agent.ts'

export type Reply = {
  readonly status: number
  /** Names and values in turn, as sent. */
  readonly lines: readonly string[]
  readonly stream: Readable
}

/** Bytes of all headers of an answer together. */
export const HEADER_BYTES = 262_144
/** Milliseconds until the head of an answer is there. */
const HEADER_TIME = 10_000
/** Bytes that an answer before the answer counts for at least. */
const EARLY = 1_000

/** Lines of a question that are its own; else it asks for a page. */
export type Own = { readonly cookie?: string; readonly accept?: string }

const asking = (own: Own) => ({
  'user-agent': userAgent(),
  'accept-language': 'nl,en;q=0.5',
  accept: 'text/html,application/xhtml+xml,text/plain;q=0.9,*/*;q=0.5',
  'accept-encoding': 'gzip, deflate, br',
  ...own,
})

/**
 * The answer to a GET over HTTP/1, read as leniently as browsers do. Its head comes within `patience`, in
 * milliseconds. Throws NotSeen: timeout, too-large, http-error.
 */
export function answerOf(url: URL, line: Socket, own: Own, patience = HEADER_TIME): Promise<Reply> {
  return bounded(url, patience, (done, fail, early) => {
    const asked = request(
      {
        createConnection: () => tidied(line, HEADER_BYTES),
        method: 'GET',
        path: `${url.pathname}${url.search}`,
        setHost: false,
        maxHeaderSize: HEADER_BYTES,
        insecureHTTPParser: true,
        headers: { host: url.host, ...asking(own), connection: 'close' },
      },
      (reply: IncomingMessage) => done({ status: reply.statusCode ?? 0, lines: reply.rawHeaders, stream: reply }),
    )
    asked.on('information', ({ rawHeaders }) => early(rawHeaders))
    asked.once('error', fail)
    asked.end()
    return (error) => asked.destroy(error)
  })
}

/** The same over HTTP/2, over a connection that agreed on it. The session ends with the connection. */
export function answerOver2(url: URL, line: TLSSocket, own: Own): Promise<Reply> {
  return bounded(url, HEADER_TIME, (done, fail, early) => {
    const session: ClientHttp2Session = connect(url.origin, {
      createConnection: () => line,
      settings: { enablePush: false, maxHeaderListSize: HEADER_BYTES },
      maxSessionMemory: 10,
    })
    session.on('error', fail)
    session.once('close', () => fail(new NotSeen('http-error', 'the session was closed')))
    const asked = session.request(
      { ':path': `${url.pathname}${url.search}`, ':authority': url.host, ...asking(own) },
      { endStream: true },
    )
    asked.on('headers', (headers) => early(Object.entries(headers).flat().map(String)))
    asked.on('error', fail)
    asked.once('response', (headers, _flags, ...more: unknown[]) => {
      const raw = (more[0] ?? Object.entries(headers).flat().map(String)) as readonly string[]
      const lines = raw.flatMap((each, at) => (at % 2 === 0 && !each.startsWith(':') ? [each, raw[at + 1]!] : []))
      done({ status: headers[':status'] ?? 0, lines, stream: asked })
    })
    return (error) => session.destroy(error)
  })
}

type Talk = (
  done: (reply: Reply) => void,
  fail: (error: Error) => void,
  early: (lines: readonly string[]) => void,
) => (error: NotSeen) => void

/** Ends a talk whose head does not come in time, or that says too much before it. */
function bounded(url: URL, patience: number, talk: Talk): Promise<Reply> {
  return new Promise((done, fail) => {
    const failed = (error: Error) => {
      clearTimeout(timer)
      fail(answerError(error))
    }
    // Answers before the answer (103 Early Hints) may come for ever, each within the limit of one.
    let said = 0
    const early = (lines: readonly string[]) => {
      said += lines.reduce((sum, each) => sum + each.length, EARLY)
      if (said > HEADER_BYTES) stop(new NotSeen('too-large', `more than ${HEADER_BYTES} bytes of headers`))
    }
    const timer = setTimeout(
      () => stop(new NotSeen('timeout', `no answer from ${url.host} within ${patience / 1_000} s`)),
      patience,
    )
    const answered = (reply: Reply) => {
      clearTimeout(timer)
      done(reply)
    }
    const stop = talk(answered, failed, early)
  })
}

/** It was connected, so what goes wrong now is the answer's. */
function answerError(error: NodeJS.ErrnoException): NotSeen {
  if (error instanceof NotSeen) return error
  const { code = error.message } = error
  if (code === 'HPE_HEADER_OVERFLOW') return new NotSeen('too-large', `more than ${HEADER_BYTES} bytes of headers`)
  return new NotSeen('http-error', code)
}
