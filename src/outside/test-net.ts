/** Test support: servers on loopback with names, certificates and a name server of their own. */
import { createSocket } from 'node:dgram'
import { createServer as createHttpServer, type RequestListener } from 'node:http'
import { createServer as createHttpsServer } from 'node:https'
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import type { TlsOptions } from 'node:tls'
import packet, { type Answer, type DecodedPacket } from 'dns-packet'
import { certify as sign, makePair, type Pair } from '../../test/city/certificates.ts'
import type { Network } from '../model/network.ts'

const DAY = 86_400_000

export type Signed = Pair & { readonly common: string; readonly tls: { readonly key: string; readonly cert: string } }
type Wanted = {
  readonly names?: readonly string[]
  readonly by?: Signed
  readonly authority?: boolean
  readonly from?: number
  readonly until?: number
}

/** A certificate with its key; `from` and `until` are days from now, `by` signs it, else it signs itself. */
export function certify(
  common: string,
  { names = [common], by, authority = false, from = -10, until = 80 }: Wanted = {},
): Signed {
  const pair = makePair()
  const at = (days: number) => new Date(Date.now() + days * DAY)
  const cert = sign({ common, names, from: at(from), until: at(until), authority }, pair, by ?? { ...pair, common })
  return { ...pair, common, tls: { key: pair.key.export({ type: 'pkcs8', format: 'pem' }) as string, cert } }
}

const started: { server: Server; sockets: Set<Socket> }[] = []
const closers: (() => unknown)[] = []

/** Starts a server on a free port of loopback; `stopAll` ends it, whatever it is doing. */
export async function listen(server: Server, host = '127.0.0.1'): Promise<number> {
  const sockets = new Set<Socket>()
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.on('error', () => socket.destroy())
    socket.once('close', () => sockets.delete(socket))
  })
  await new Promise<void>((done, fail) => {
    server.once('error', fail)
    server.listen(0, host, done)
  })
  started.push({ server, sockets })
  return (server.address() as AddressInfo).port
}

export const serveHttp = (listener: RequestListener) => listen(createHttpServer({ maxHeaderSize: 1_000_000 }, listener))
export const serveHttps = (options: TlsOptions, listener: RequestListener) =>
  listen(createHttpsServer(options, listener).on('tlsClientError', () => undefined))
/** A server that does with each connection what it is told, below HTTP. */
export const serveTcp = (talk: (socket: Socket) => void) => listen(createServer(talk))

export async function stopAll(): Promise<void> {
  await Promise.all(closers.splice(0).map((close) => close()))
  await Promise.all(
    started.splice(0).map(({ server, sockets }) => {
      for (const socket of sockets) socket.destroy()
      return new Promise((done) => server.close(done))
    }),
  )
}

export type DnsAnswer = {
  readonly rcode?: number
  readonly ad?: boolean
  readonly answers?: readonly Answer[]
  readonly cut?: boolean
  readonly silent?: boolean
}
const RCODES = { NOERROR: 0, FORMERR: 1, SERVFAIL: 2, NXDOMAIN: 3, NOTIMP: 4, REFUSED: 5 }
export const { SERVFAIL, NXDOMAIN, FORMERR, REFUSED } = RCODES
export type Question = {
  readonly name: string
  readonly type: string
  readonly cd: boolean
  readonly edns: boolean
  readonly tcp: boolean
}

/** A name server whose answers come from a function; gives its address:port and what it was asked. */
export async function serveDns(
  answer: (question: Question) => DnsAnswer,
): Promise<{ resolver: string; asked: Question[] }> {
  const asked: Question[] = []
  const reply = (message: Buffer, tcp: boolean): Buffer | undefined => {
    const query = packet.decode(message) as DecodedPacket
    const { name, type } = query.questions![0]!
    const question = {
      name: name.toLowerCase(),
      type,
      cd: query.flag_cd,
      edns: query.additionals?.some((each) => each.type === 'OPT') ?? false,
      tcp,
    }
    asked.push(question)
    const { rcode = 0, ad = false, answers = [], cut = false, silent = false } = answer(question)
    if (silent) return undefined
    return Buffer.from(
      packet.encode({
        type: 'response',
        id: query.id!,
        questions: query.questions!,
        answers: cut ? [] : [...answers],
        flags:
          packet.RECURSION_DESIRED |
          packet.RECURSION_AVAILABLE |
          rcode |
          (ad ? packet.AUTHENTIC_DATA : 0) |
          (cut ? packet.TRUNCATED_RESPONSE : 0),
      }),
    )
  }
  const port = await listen(
    createServer((socket) =>
      socket.on('data', (chunk) => {
        const text = reply(chunk.subarray(2), true)
        if (!text) return
        const length = Buffer.alloc(2)
        length.writeUInt16BE(text.length)
        socket.write(length)
        socket.write(text)
      }),
    ),
  )
  const udp = createSocket('udp4')
  udp.on('message', (message, from) => {
    const text = reply(message, false)
    if (text) udp.send(text, from.port, from.address)
  })
  await new Promise<void>((done) => udp.bind(port, '127.0.0.1', done))
  closers.push(() => new Promise<void>((done) => udp.close(done)))
  return { resolver: `127.0.0.1:${port}`, asked }
}

type Records = Readonly<Record<string, Readonly<Record<string, readonly unknown[]>>>>

/** Answers out of a table name → type → data; aliases are followed as a resolver does; names not in it do not exist. */
export function zone(records: Records, signed: readonly string[] = []): (question: Question) => DnsAnswer {
  return ({ name, type }) => {
    const answers: Answer[] = []
    let at = name
    for (let step = 0; step < 12; step++) {
      const here = records[at]
      for (const data of here?.[type] ?? []) answers.push({ name: at, type, ttl: 60, data } as Answer)
      const alias = here?.['CNAME']?.[0] as string | undefined
      if (here?.[type] || alias === undefined) break
      answers.push({ name: at, type: 'CNAME', ttl: 60, data: alias })
      at = alias
    }
    const exists = Object.keys(records).some((each) => each === at || each.endsWith(`.${at}`))
    return {
      answers,
      ad: signed.some((each) => name === each || name.endsWith(`.${each}`)),
      rcode: exists ? 0 : NXDOMAIN,
    }
  }
}

/** A network in which every `*.test` is on loopback, and the ports of the web are the given ones. */
export function network(over: Partial<Network> = {}): Network {
  return { allow: ['127.0.0.0/8'], hosts: { '*.test': '127.0.0.1' }, ports: {}, ...over }
}
