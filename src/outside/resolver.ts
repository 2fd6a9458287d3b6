/** Asks the name server itself, so that every way of failing has its own name and DNSSEC can be seen. */
import { randomInt } from 'node:crypto'
import { createSocket } from 'node:dgram'
import { getServers } from 'node:dns'
import { connect } from 'node:net'
import packet, { type Answer, type DecodedPacket, type RecordType } from 'dns-packet'
import { deniedCompactly } from './compact-denial.ts'
import { NotSeen } from './not-seen.ts'

/**
 * A signature over records (RFC 4034 §3): by which algorithm, and from when until when it holds, in seconds of 1970.
 */
export type Signature = { readonly algorithm: number; readonly inception: number; readonly expiration: number }
export type Reply = {
  /** NOERROR, NXDOMAIN, SERVFAIL … NOERROR without answers is a name that has nothing of this type. */
  readonly rcode: string
  /** It is proven that nothing is at this name, and not whether it exists: compact denial without NXNAME (RFC 9824). */
  readonly bare?: true
  /** The resolver vouches for the answer (RFC 4035 §3.2.3). */
  readonly authenticated: boolean
  /** The server answers for the name itself (AA), and not out of what it heard. */
  readonly authoritative: boolean
  /** Signatures over the records asked for, as far as they came along. */
  readonly signatures: readonly Signature[]
  /** Why an answer is wanting, by codes of extended errors (RFC 8914); none when the server told none. */
  readonly errors?: readonly number[]
  /** The records asked for, after the aliases (at most eight) that lead to them. */
  readonly answers: readonly Answer[]
}
export type Resolver = {
  /**
   * One question. `unchecked` sets CD: give it even if it does not validate. Throws NotSeen('dns-failed') when there is
   * no usable answer at all.
   */
  ask(name: string, type: RecordType, options?: { readonly unchecked?: boolean }): Promise<Reply>
}

const PATIENCE = 3_000
const TRIES = 2
const ALIASES = 8
/** More than fit in an answer of 64 kB beside each other, unless nearly nothing stands in them. */
const RECORDS = 1_000
/** Answers to other questions that are waited through. */
const OTHERS = 50
/** As the DNS flag day 2020 advises: what passes without fragments. */
const UDP_SIZE = 1_232
/** RFC 1035 §2.3.4 and what a name server can be asked: labels of 1 to 63 printable characters. */
const LABEL = /^[\x21-\x7e]{1,63}$/

/** A resolver that asks `server` (address:port), or the system's name servers in turn. */
export function openResolver(server?: string): Resolver {
  const servers = (server === undefined ? getServers() : [server]).map(hostAndPort)
  return {
    async ask(name, type, { unchecked = false } = {}) {
      const asked = plain(name)
      // Names come out of strangers' records: what cannot be asked cannot exist.
      const can = asked.length <= 253 && asked.split('.').every((label) => LABEL.test(label))
      if (!can) return UNASKED
      let problem = 'no name server is configured'
      let failed: Reply | undefined
      let extended = true
      for (let attempt = 0; attempt < Math.max(TRIES, servers.length); attempt++) {
        const at = servers[attempt % Math.max(1, servers.length)]
        if (!at) break
        try {
          const reply = await once(at, asked, type, unchecked, extended)
          // SERVFAIL may pass; FORMERR and NOTIMP come from servers that do not know EDNS (RFC 6891 §7).
          if (!['SERVFAIL', 'FORMERR', 'NOTIMP'].includes(reply.rcode)) return reply
          extended = reply.rcode === 'SERVFAIL'
          failed = reply
        } catch (error) {
          problem = `${(error as Error).message} (${type} ${asked})`
        }
      }
      if (failed) return failed
      throw new NotSeen('dns-failed', problem)
    },
  }
}

/** The same resolver, asked to give also what does not validate: to see what a zone with broken signatures holds. */
export function unchecked(resolver: Resolver): Resolver {
  return { ask: (name, type) => resolver.ask(name, type, { unchecked: true }) }
}

const UNASKED: Reply = { rcode: 'NXDOMAIN', authenticated: false, authoritative: false, signatures: [], answers: [] }
const EDNS: Answer = {
  type: 'OPT',
  name: '.',
  udpPayloadSize: UDP_SIZE,
  extendedRcode: 0,
  ednsVersion: 0,
  flags: packet.DNSSEC_OK,
  flag_do: true,
  options: [],
}

type At = { readonly host: string; readonly port: number }
type Fits = (reply: DecodedPacket) => boolean

function hostAndPort(server: string): At {
  const bracketed = /^\[(.+)\](?::(\d+))?$/.exec(server)
  if (bracketed) return { host: bracketed[1]!, port: Number(bracketed[2] ?? 53) }
  const [host = '', port, ...more] = server.split(':')
  return more.length > 0 ? { host: server, port: 53 } : { host, port: Number(port ?? 53) }
}

const plain = (name: string): string => name.toLowerCase().replace(/\.$/, '')

async function once(at: At, name: string, type: RecordType, unchecked: boolean, extended: boolean): Promise<Reply> {
  // Id here and source port by the system are both random: a forger must guess both.
  const id = randomInt(0, 65_536)
  const query = packet.encode({
    id,
    type: 'query',
    flags: packet.RECURSION_DESIRED | packet.AUTHENTIC_DATA | (unchecked ? packet.CHECKING_DISABLED : 0),
    questions: [{ name, type, class: 'IN' }],
    additionals: extended ? [EDNS] : [],
  })
  const fits: Fits = ({ id: theirs, flag_qr, questions }) =>
    theirs === id &&
    flag_qr &&
    questions?.length === 1 &&
    plain(questions[0]!.name) === name &&
    questions[0]!.type === type
  const short = await overUdp(at, query, fits)
  const reply = short.flag_tc ? await overTcp(at, query, fits) : short
  return {
    rcode: (reply as DecodedPacket & { rcode: string }).rcode,
    ...deniedCompactly(reply, name, type, followed(reply.answers ?? [], name, type)),
    authenticated: reply.flag_ad,
    authoritative: reply.flag_aa,
    signatures: signaturesOver(reply.answers ?? [], type),
    errors: errorsIn(reply.additionals ?? []),
    answers: followed(reply.answers ?? [], name, type),
  }
}

const EXTENDED_ERROR = 15

function errorsIn(additionals: readonly Answer[]): number[] {
  const options = additionals.flatMap((each) => (each.type === 'OPT' ? each.options : []))
  // An option that is not in the types yet.
  const found = (options as readonly { code: number; data?: Buffer }[]).flatMap(({ code, data }) =>
    code === EXTENDED_ERROR && data !== undefined && data.length >= 2 ? [data.readUInt16BE(0)] : [],
  )
  return found.slice(0, ALIASES)
}

function signaturesOver(answers: readonly Answer[], type: RecordType): Signature[] {
  return answers
    .flatMap((each) => (each.type === 'RRSIG' && each.data.typeCovered === type ? [each.data] : []))
    .slice(0, ALIASES)
    .map(({ algorithm, inception, expiration }) => ({ algorithm, inception, expiration }))
}

/** The records of the name asked for, by way of its aliases; whatever else a server put beside them is left. */
function followed(answers: readonly Answer[], name: string, type: RecordType): Answer[] {
  const aliases: Answer[] = []
  let at = name
  while (aliases.length <= ALIASES) {
    const here = answers.filter((each) => each.type !== 'OPT' && plain(each.name) === at)
    const found = here.filter((each) => each.type === type)
    if (found.length > 0) return [...aliases, ...found.slice(0, RECORDS)]
    const alias = here.find((each) => each.type === 'CNAME')
    if (alias?.type !== 'CNAME') return aliases
    aliases.push(alias)
    at = plain(alias.data)
  }
  return aliases.slice(0, ALIASES)
}

/** An answer that cannot be read, or is to another question, is not ours: wait for one that is. */
function read(message: Buffer, fits: Fits): DecodedPacket | undefined {
  try {
    const reply = packet.decode(message)
    return fits(reply) ? reply : undefined
  } catch {
    return undefined
  }
}

function overUdp({ host, port }: At, query: Buffer, fits: Fits): Promise<DecodedPacket> {
  return new Promise((resolve, reject) => {
    const socket = createSocket(host.includes(':') ? 'udp6' : 'udp4')
    let ended = false
    const end = (work: () => void) => {
      if (ended) return
      ended = true
      clearTimeout(timer)
      socket.close()
      work()
    }
    const timer = setTimeout(() => end(() => reject(new Error('the name server did not answer'))), PATIENCE)
    let others = 0
    socket.on('message', (message) => {
      const reply = read(message, fits)
      // A flood of answers to other questions is read no further.
      if (!reply && ++others > OTHERS) end(() => reject(new Error('the name server answered something else')))
      if (reply) end(() => resolve(reply))
    })
    socket.on('error', (error) => end(() => reject(error)))
    // Connected: the system lets only answers from this very server through, and tells of a closed port.
    socket.once('connect', () => {
      if (!ended) socket.send(query)
    })
    socket.connect(port, host)
  })
}

function overTcp({ host, port }: At, query: Buffer, fits: Fits): Promise<DecodedPacket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host })
    const end = (work: () => void) => {
      clearTimeout(timer)
      socket.destroy()
      work()
    }
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
