/** The city's name servers on loopback, over UDP and TCP: a validating resolver, and each server by itself. */
import { createSocket } from 'node:dgram'
import { createServer } from 'node:net'
import packet from 'dns-packet'
import { resolve, zoneOf, type Zones } from './dns.ts'
import { LAME, LATE, nameServers } from './places.ts'

/** What a name server itself answers, at one of its addresses: nothing of domains that are not with it. */
function served(zones: Zones, query: packet.DecodedPacket, at: string, late: Set<string>): packet.Packet {
  const question = query.questions?.[0]
  const base = { type: 'response' as const, id: query.id ?? 0, questions: query.questions ?? [] }
  const name = question?.name.toLowerCase().replace(/\.$/, '') ?? ''
  const ofZone = zones.names.get(zoneOf(name))?.flatMap((record) => (record.type === 'NS' ? [record.data] : [])) ?? []
  const addressesOf = (host: string) =>
    zones.names.get(host)?.flatMap((record) => (record.type === 'A' || record.type === 'AAAA' ? [record.data] : [])) ??
    []
  const server = ofZone.find((host) => addressesOf(host).includes(at))
  if (!question || server === undefined || server === LAME) return { ...base, flags: 5 }
  const once = `${server} ${zoneOf(name)}`
  const behind =
    at !== '::1' && ((zones.stale.has(zoneOf(name)) && server === ofZone[1]) || (server === LATE && !late.has(once)))
  late.add(once)
  const answers = (zones.names.get(name) ?? [])
    .filter((record) => record.type === question.type)
    .map((record) =>
      record.type === 'SOA' && behind
        ? { ...record, data: { ...record.data, serial: record.data.serial! - 1 } }
        : record,
    )
  return { ...base, answers, flags: packet.AUTHORITATIVE_ANSWER }
}

type Answering = (query: packet.DecodedPacket) => packet.Packet

/**
 * Serves the zones of the moment: the resolver on 127.0.0.1, and each name server at its own addresses on the same
 * port. Gives the port and a way to stop.
 */
export async function serveDns(zones: () => Zones, six = false): Promise<{ port: number; close: () => Promise<void> }> {
  const late = new Set<string>()
  const own = [
    ...Object.values(nameServers)
      .flat()
      .map(({ a }) => a),
    ...(six ? ['::1'] : []),
  ]
  for (let attempt = 0; ; attempt++) {
    const open: { close: () => Promise<void> }[] = []
    try {
      const first = await serveAt('127.0.0.1', 0, (query) => resolve(zones(), query))
      open.push(first)
      for (const at of own) open.push(await serveAt(at, first.port, (query) => served(zones(), query, at, late)))
      return { port: first.port, close: async () => void (await Promise.all(open.map(({ close }) => close()))) }
    } catch (error) {
      // The port was free for one and not for another: try the next.
      await Promise.all(open.map(({ close }) => close()))
      if (attempt >= 10) throw error
    }
  }
}

async function serveAt(
  address: string,
  wanted: number,
  answering: Answering,
): Promise<{ port: number; close: () => Promise<void> }> {
  const tcp = createServer((socket) => {
    let pending = Buffer.alloc(0)
    socket.on('error', () => socket.destroy())
    socket.setTimeout(10_000, () => socket.destroy())
    socket.on('data', (chunk) => {
      pending = Buffer.concat([pending, chunk])
      while (pending.length >= 2 && pending.length >= 2 + pending.readUInt16BE(0)) {
        const end = 2 + pending.readUInt16BE(0)
        const query = decoded(pending.subarray(2, end))
        pending = pending.subarray(end)
        if (!query) return socket.destroy()
        const answer = Buffer.from(packet.encode(answering(query)))
        const size = Buffer.alloc(2)
        size.writeUInt16BE(answer.length)
        socket.write(Buffer.concat([size, answer]))
      }
    })
  })
  await new Promise<void>((done, fail) => tcp.once('error', fail).listen(wanted, address, done))
  const { port } = tcp.address() as { port: number }
  const udp = createSocket(address.includes(':') ? 'udp6' : 'udp4')
  udp.on('message', (message, from) => {
    const query = decoded(message)
    if (!query) return
    const answer = answering(query)
    const opt = query.additionals?.find((record) => record.type === 'OPT')
    const room = opt?.type === 'OPT' ? Math.max(512, opt.udpPayloadSize) : 512
    const full = packet.encode(answer)
    const short = { ...answer, answers: [], authorities: [], flags: (answer.flags ?? 0) | packet.TRUNCATED_RESPONSE }
    udp.send(full.length <= room ? full : packet.encode(short), from.port, from.address)
  })
  try {
    await new Promise<void>((done, fail) => udp.once('error', fail).bind(port, address, () => done()))
  } catch (error) {
    await new Promise((done) => tcp.close(done))
    throw error
  }
  return {
    port,
    close: async () => {
      await Promise.all([new Promise<void>((done) => udp.close(() => done())), new Promise((done) => tcp.close(done))])
    },
  }
}

/** null: not a DNS message. */
function decoded(message: Buffer): packet.DecodedPacket | null {
  try {
    return packet.decode(message)
  } catch {
    return null
  }
}
