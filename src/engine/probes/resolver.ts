/** Asks the name server itself, so that every way of failing has its own name and DNSSEC can be seen. */
import { randomInt } from 'node:crypto'
import { createSocket } from 'node:dgram'
import { getServers } from 'node:dns'
import { connect } from 'node:net'
import packet, { type Answer, type DecodedPacket, type RecordType } from 'dns-packet'
import { NotSeen } from './not-seen.ts'

export type Reply = {
  /** NOERROR, NXDOMAIN, SERVFAIL … */
  readonly rcode: string
  /** The resolver vouches for the answer (RFC 4035 §3.2.3). */
  readonly authenticated: boolean
  readonly answers: readonly Answer[]
}
export type Resolver = {
  /** One question. `unchecked` sets CD: give it even if it does not validate. Throws NotSeen when there is no usable answer at all. */
  ask(name: string, type: RecordType, options?: { readonly unchecked?: boolean }): Promise<Reply>
}

const PATIENCE = 3_000
const TRIES = 2
/** As the DNS flag day 2020 advises: what passes without fragments. */
const UDP_SIZE = 1_232

/** A resolver that asks `server` (address:port), or the system's name servers in turn. */
export function openResolver(server?: string): Resolver {
  const servers = (server === undefined ? getServers() : [server]).map(hostAndPort)
  return {
    async ask(name, type, { unchecked = false } = {}) {
      let problem = 'no name server is configured'
      for (let attempt = 0; attempt < Math.max(TRIES, servers.length); attempt++) {
        const at = servers[attempt % Math.max(1, servers.length)]
        if (!at) break
        try {
          return await once(at, name, type, unchecked)
        } catch (error) {
          problem = `${(error as Error).message} (${type} ${name})`
        }
      }
      throw new NotSeen('dns-failed', problem)
    },
  }
}

/** The same resolver, asked to give also what does not validate: to see what a zone with broken signatures holds. */
export function unchecked(resolver: Resolver): Resolver {
  return { ask: (name, type) => resolver.ask(name, type, { unchecked: true }) }
}

type At = { readonly host: string; readonly port: number }

function hostAndPort(server: string): At {
  const match = /^\[?([0-9a-f:.%]+?)\]?(?::(\d+))?$/i.exec(server)
  const v6 = server.includes('[') || (server.match(/:/g) ?? []).length > 1
  if (v6 && !server.includes('[')) return { host: server, port: 53 }
  return { host: match?.[1] ?? server, port: Number(match?.[2] ?? 53) }
}

async function once(at: At, name: string, type: RecordType, unchecked: boolean): Promise<Reply> {
  const id = randomInt(1, 65_535)
  const query = packet.encode({
    id, type: 'query', flags: packet.RECURSION_DESIRED | packet.AUTHENTIC_DATA | (unchecked ? packet.CHECKING_DISABLED : 0),
    questions: [{ name, type, class: 'IN' }],
    additionals: [{ type: 'OPT', name: '.', udpPayloadSize: UDP_SIZE, extendedRcode: 0, ednsVersion: 0, flags: packet.DNSSEC_OK, flag_do: true, options: [] }],
  })
  const fits = (reply: DecodedPacket) => reply.id === id && reply.flag_qr
    && reply.questions?.[0]?.name.toLowerCase() === name.toLowerCase() && reply.questions[0].type === type
  const short = await overUdp(at, query, fits)
  const reply = short.flag_tc ? await overTcp(at, query, fits) : short
  return { rcode: (reply as DecodedPacket & { rcode: string }).rcode, authenticated: reply.flag_ad, answers: (reply.answers ?? []).filter((each) => each.type !== 'OPT') }
}

/** An answer that cannot be read, or is to another question, is not ours: wait for one that is. */
function read(message: Buffer, fits: (reply: DecodedPacket) => boolean): DecodedPacket | undefined {
  try {
    const reply = packet.decode(message)
    return fits(reply) ? reply : undefined
  } catch {
    return undefined
  }
}

function overUdp({ host, port }: At, query: Buffer, fits: (reply: DecodedPacket) => boolean): Promise<DecodedPacket> {
  return new Promise((resolve, reject) => {
    const socket = createSocket(host.includes(':') ? 'udp6' : 'udp4')
    const end = (work: () => void) => { clearTimeout(timer); socket.close(); work() }
    const timer = setTimeout(() => end(() => reject(new Error('the name server did not answer'))), PATIENCE)
    socket.on('message', (message, from) => {
      const reply = from.port === port ? read(message, fits) : undefined
      if (reply) end(() => resolve(reply))
    })
    socket.on('error', (error) => end(() => reject(error)))
    socket.connect(port, host, () => socket.send(query))
  })
}

function overTcp({ host, port }: At, query: Buffer, fits: (reply: DecodedPacket) => boolean): Promise<DecodedPacket> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, host)
    const end = (work: () => void) => { clearTimeout(timer); socket.destroy(); work() }
    const timer = setTimeout(() => end(() => reject(new Error('the name server did not answer over TCP'))), PATIENCE)
    let got = Buffer.alloc(0)
    socket.on('connect', () => {
      const length = Buffer.alloc(2)
      length.writeUInt16BE(query.length)
      socket.write(Buffer.concat([length, query]))
    })
    socket.on('data', (chunk) => {
      got = Buffer.concat([got, chunk])
      if (got.length < 2 || got.length < 2 + got.readUInt16BE(0)) return
      const reply = read(got.subarray(2, 2 + got.readUInt16BE(0)), fits)
      end(() => (reply ? resolve(reply) : reject(new Error('the name server answered something else'))))
    })
    socket.on('error', (error) => end(() => reject(error)))
    socket.on('close', () => end(() => reject(new Error('the name server closed the connection'))))
  })
}
