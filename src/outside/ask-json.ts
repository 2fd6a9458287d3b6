/** One question to a service that speaks JSON, through the one guard: bounded, not redirected, never in the clear. */
import { request } from 'node:http'
import { readBody } from './body.ts'
import type { Egress } from './egress.ts'
import { NotSeen } from './not-seen.ts'
import { handshake } from './trust.ts'
import { userAgent } from './user-agent.ts'

const MOST_BYTES = 4 * 1024 * 1024
const PATIENCE = 30_000

export type JsonQuestion = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly url: string
  /** Goes as a bearer token (RFC 6750). */
  readonly token?: string
  /** Goes as JSON; a form as `application/x-www-form-urlencoded`. */
  readonly body?: Readonly<Record<string, unknown>> | URLSearchParams
}
export type JsonAnswer = {
  readonly status: number
  /** Undefined when what came is no JSON. */
  readonly json: unknown
  readonly retryAfter: string | undefined
}

/**
 * What the service answered, whatever its status. Throws NotSeen when there was no answer, and where a secret would go
 * over an open line: that is for a test city only.
 */
export async function askJson(egress: Egress, question: JsonQuestion, signal: AbortSignal): Promise<JsonAnswer> {
  const url = new URL(question.url)
  const secure = url.protocol === 'https:'
  if (!secure && !egress.network) throw new NotSeen('refused-address', `${url.host} does not speak https`)
  const late = AbortSignal.any([signal, AbortSignal.timeout(egress.network?.patience ?? PATIENCE)])
  const { socket } = await egress.connect(url.hostname, Number(url.port || (secure ? 443 : 80)))
  const stop = () => socket.destroy()
  late.addEventListener('abort', stop, { once: true })
  try {
    const line = secure ? await handshake(socket, url.hostname, egress.network) : socket
    const { body, token, method } = question
    const text = body === undefined ? '' : body instanceof URLSearchParams ? body.toString() : JSON.stringify(body)
    const reply = await new Promise<import('node:http').IncomingMessage>((done, fail) => {
      const asked = request(
        {
          createConnection: () => line,
          method,
          path: `${url.pathname}${url.search}`,
          setHost: false,
          headers: {
            host: url.host,
            'user-agent': userAgent(),
            accept: 'application/json',
            'accept-encoding': 'identity',
            connection: 'close',
            ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
            ...(body === undefined ? {} : { 'content-type': typeOf(body), 'content-length': Buffer.byteLength(text) }),
          },
        },
        done,
      )
      asked.once('error', (error) => fail(error))
      asked.end(text)
    })
    const read = await readBody(reply, '', MOST_BYTES)
    if (read.read !== 'all') throw new NotSeen('too-large', `${url.host}: the answer was cut`)
    return {
      status: reply.statusCode ?? 0,
      json: parsed(new TextDecoder().decode(read.bytes)),
      retryAfter: reply.headers['retry-after'],
    }
  } catch (error) {
    // What went wrong on the line; the question itself, with its secret, is not in it.
    throw error instanceof NotSeen ? error : new NotSeen('unreachable', (error as NodeJS.ErrnoException).code ?? 'cut')
  } finally {
    late.removeEventListener('abort', stop)
    stop()
  }
}

const typeOf = (body: object): string =>
  body instanceof URLSearchParams ? 'application/x-www-form-urlencoded' : 'application/json'

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // A page with an error, or nothing at all: the status says enough.
    return undefined
  }
}
