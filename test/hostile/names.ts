/** Names that lie, lead inside, or lead nowhere; and a name server that misbehaves for them, over UDP and TCP. */
import { createSocket } from 'node:dgram'
import { createServer, type AddressInfo, type Socket } from 'node:net'
import packet, { type Answer, type DecodedPacket } from 'dns-packet'
import { endless, page, script, type Fault, type Outcome } from './fault.ts'

const REFUSED: readonly Outcome[] = ['refused-address']
const A = (name: string, data: string, ttl = 60): Answer => ({ name, type: 'A', ttl, data })
const AAAA = (name: string, data: string): Answer => ({ name, type: 'AAAA', ttl: 60, data })
type Told = { readonly rcode?: number; readonly answers?: readonly Answer[] }
/** Gives what is told, or does itself with the question what it likes: `undefined` says nothing. */
type Teller = (name: string, type: string, query: Buffer) => Told | Buffer | undefined
type Named = {
  readonly must: readonly Outcome[]
  readonly udp: Teller
  /** What happens on a line of TCP once it was asked; absent: the same answer. */
  readonly tcp?: (socket: Socket) => void
  /** What stands there for who is led to our own server. */
  readonly html?: string
}

const only =
  (...answers: readonly ((name: string) => Answer)[]): Teller =>
  (name, type) => ({ answers: answers.map((make) => make(name)).filter((answer) => answer.type === type) })
const cut: Teller = (_, __, query) => {
  const { id, questions } = packet.decode(query)
  return Buffer.from(
    packet.encode({ type: 'response', id: id!, questions: questions!, flags: packet.TRUNCATED_RESPONSE }),
  )
}
/** An answer in which the name points at itself (RFC 1035 §4.1.4). */
const pointing: Teller = (_, __, query) => {
  const { id, questions } = packet.decode(query)
  const head = Buffer.from(packet.encode({ type: 'response', id: id!, questions: questions! }))
  head.writeUInt16BE(1, 6)
  const pointer = Buffer.from([
    0xc0 | (head.length >> 8),
    head.length & 0xff,
    0,
    1,
    0,
    1,
    0,
    0,
    0,
    60,
    0,
    4,
    127,
    1,
    0,
    1,
  ])
  return Buffer.concat([head, pointer])
}

const times = new Map<string, number>()
const NAMES: Readonly<Record<string, Named>> = {
  'dns-private': { must: REFUSED, udp: only((name) => A(name, '10.1.2.3')) },
  'dns-loopback': { must: REFUSED, udp: only((name) => A(name, '127.9.9.9')) },
  'dns-zero': { must: REFUSED, udp: only((name) => A(name, '0.0.0.0')) },
  'dns-metadata': { must: REFUSED, udp: only((name) => A(name, '169.254.169.254')) },
  'dns-mixed': {
    must: REFUSED,
    udp: only(
      (name) => A(name, '127.1.0.1'),
      (name) => A(name, '127.9.9.9'),
    ),
  },
  'dns-nat64': { must: REFUSED, udp: only((name) => AAAA(name, '64:ff9b::7f09:909')) },
  'dns-6to4': { must: REFUSED, udp: only((name) => AAAA(name, '2002:7f09:909::1')) },
  'dns-mapped': { must: REFUSED, udp: only((name) => AAAA(name, '::ffff:127.9.9.9')) },
  // The first time an address that may be reached, and from then on one that may not.
  'dns-rebind': {
    must: ['seen', ...REFUSED],
    udp: (name, type) => {
      if (type !== 'A') return { answers: [] }
      times.set(name, (times.get(name) ?? 0) + 1)
      return { answers: [A(name, times.get(name) === 1 ? '127.1.0.1' : '127.9.9.9', 0)] }
    },
  },
  // The page asks its own name again once that leads inside.
  'rebind-js': {
    must: ['seen', 'partial', ...REFUSED],
    udp: (name, type) => {
      if (type !== 'A') return { answers: [] }
      if (!times.has(name)) times.set(name, Date.now())
      return { answers: [A(name, Date.now() - times.get(name)! < 2_000 ? '127.1.0.1' : '127.9.9.9', 0)] }
    },
    html: script(`setInterval(() => fetch('/geheim?' + Math.random()).catch(() => {}), 500)`),
  },
  // That we have no IPv6 is no fault of theirs: it was not reached, and is not gone.
  ipv6only: { must: ['unreachable', 'timeout'], udp: only((name) => AAAA(name, 'fd00:1d::1')) },
  'dns-nxdomain': { must: ['name-not-found'], udp: () => ({ rcode: 3 }) },
  'dns-nodata': { must: ['name-not-found'], udp: () => ({}) },
  'dns-servfail': { must: ['dns-failed'], udp: () => ({ rcode: 2 }) },
  'dns-refused': { must: ['dns-failed'], udp: () => ({ rcode: 5 }) },
  'dns-timeout': { must: ['dns-failed', 'timeout'], udp: () => undefined },
  'dns-cname-loop': {
    must: ['dns-failed', 'name-not-found'],
    udp: (name) => ({
      answers: [
        { name, type: 'CNAME', ttl: 60, data: `a.${name}` },
        { name: `a.${name}`, type: 'CNAME', ttl: 60, data: name },
      ],
    }),
  },
  'dns-pointer-loop': { must: ['dns-failed', 'timeout'], udp: pointing },
  'dns-wrong-id': {
    must: ['dns-failed', 'timeout'],
    udp: (name, _, query) =>
      Buffer.from(
        packet.encode({
          type: 'response',
          id: (packet.decode(query).id! + 1) % 65_536,
          questions: packet.decode(query).questions!,
          answers: [A(name, '127.1.0.1')],
        }),
      ),
  },
  'dns-garbage': { must: ['dns-failed', 'timeout'], udp: () => Buffer.from('rommel') },
  'tcp-dns-silent': { must: ['dns-failed', 'timeout'], udp: cut, tcp: () => undefined },
  'tcp-dns-closed': { must: ['dns-failed', 'timeout'], udp: cut, tcp: (socket) => void socket.resetAndDestroy() },
  'tcp-dns-garbage': {
    must: ['dns-failed', 'timeout'],
    udp: cut,
    tcp: (socket) => void socket.write(Buffer.from([0, 6, ...Buffer.from('rommel')])),
  },
  'tcp-dns-half': {
    must: ['dns-failed', 'timeout'],
    udp: cut,
    tcp: (socket) => void socket.write(Buffer.from([255, 255, 0, 1])),
  },
  'tcp-dns-flood': {
    must: ['dns-failed', 'timeout'],
    udp: cut,
    tcp: (socket) => endless(socket, Buffer.alloc(65_536, 255)),
  },
  'tcp-dns-drip': {
    must: ['dns-failed', 'timeout'],
    udp: cut,
    tcp: (socket) => {
      socket.write(Buffer.from([64, 0]))
      const timer = setInterval(() => socket.write('\0'), 300)
      socket.once('close', () => clearInterval(timer))
    },
  },
}

/** Websites whose name is the fault. */
export const names: readonly Fault[] = Object.entries(NAMES).map(([name, { must, html = page('') }]) => ({
  name,
  must,
  named: true,
  html,
}))

const nameOf = (asked: string): Named | undefined => NAMES[asked.toLowerCase().replace(/\.naam\.test$/, '')]

/** Answers for `*.naam.test` as told, and by `mail` for all others. Gives its address:port. */
export async function serveNames(
  mail: (name: string, type: string) => readonly Answer[] | undefined,
): Promise<{ resolver: string; close(): Promise<void> }> {
  const told = (query: Buffer): Buffer | undefined => {
    let decoded: DecodedPacket
    try {
      decoded = packet.decode(query)
    } catch {
      return undefined
    }
    const { name, type } = decoded.questions![0]!
    const named = nameOf(name)
    const found = named ? undefined : mail(name.toLowerCase(), type)
    const answer = named ? named.udp(name, type, query) : { rcode: found ? 0 : 3, answers: found ?? [] }
    if (answer === undefined || Buffer.isBuffer(answer)) return answer
    const flags = packet.RECURSION_DESIRED | packet.RECURSION_AVAILABLE | (answer.rcode ?? 0)
    return Buffer.from(
      packet.encode({
        type: 'response',
        id: decoded.id!,
        questions: decoded.questions!,
        answers: [...(answer.answers ?? [])],
        flags,
      }),
    )
  }
  const sockets = new Set<Socket>()
  const tcp = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => socket.destroy()).once('close', () => sockets.delete(socket))
    socket.on('data', (chunk) => {
      const query = chunk.subarray(2)
      const named = nameOf(packet.decode(query).questions![0]!.name)
      if (named?.tcp) return named.tcp(socket)
      const text = told(query)
      if (!text) return undefined
      const length = Buffer.alloc(2)
      length.writeUInt16BE(text.length)
      return void socket.write(Buffer.concat([length, text]))
    })
  })
  await new Promise<void>((done) => tcp.listen(0, '127.1.0.53', done))
  const { port } = tcp.address() as AddressInfo
  const udp = createSocket('udp4')
  udp.on('message', (query, from) => {
    const text = told(query)
    if (text) udp.send(text, from.port, from.address)
  })
  await new Promise<void>((done) => udp.bind(port, '127.1.0.53', done))
  return {
    resolver: `127.1.0.53:${port}`,
    close: async () => {
      for (const socket of sockets) socket.destroy()
      await Promise.all([new Promise((done) => tcp.close(done)), new Promise<void>((done) => udp.close(done))])
    },
  }
}
