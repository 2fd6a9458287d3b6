/** Every zone of the city, and what a validating resolver says of them. */
import { createHash } from 'node:crypto'
import packet from 'dns-packet'
import { dkimKeys } from './dkim-keys.ts'
import type { Domain, Host, Signing } from './model.ts'
import { alike, forgotten, mailServers, nameServers, senders, signedServices, spfOfServices } from './places.ts'

export type Zones = {
  readonly names: ReadonlyMap<string, readonly packet.Answer[]>
  /** Registrable domain → how it is signed. */
  readonly signing: ReadonlyMap<string, Signing>
  /** Domains of which the second name server stays behind. */
  readonly stale: ReadonlySet<string>
}

const RECURSION = packet.RECURSION_DESIRED | packet.RECURSION_AVAILABLE
const EDE_BOGUS = Buffer.from([0, 6])
/** Loopback has no working mail or web on ::1 per customer, so reverse names exist for IPv4 only. */
const reverse = (address: string): string => `${address.split('.').reverse().join('.')}.in-addr.arpa`
/** A text in the strings of 255 bytes that a TXT record holds. */
const inStrings = (text: string): string[] => text.match(/.{1,255}/g) ?? []
export const zoneOf = (name: string): string => (name.endsWith('.arpa') ? 'arpa' : name.split('.').slice(-2).join('.'))

/**
 * Every record of the city. `machines` gives the names that addresses go by in reverse; `key` is the SHA-256 of the key
 * that all its certificates have, in hexadecimal.
 */
export function zonesOf(
  domains: readonly Domain[],
  hosts: readonly Host[],
  machines: ReadonlyMap<string, string>,
  key = '00'.repeat(32),
): Zones {
  const names = new Map<string, packet.Answer[]>()
  const signing = new Map<string, Signing>([
    ['test', 'secure'],
    ...[...signedServices].map((name) => [name, 'secure'] as const),
  ])
  const add = (record: packet.Answer) => {
    const at = names.get(record.name) ?? []
    if (!at.some((other) => JSON.stringify(other) === JSON.stringify(record))) names.set(record.name, [...at, record])
  }
  const place = (name: string, a: string, v6: boolean) => {
    add({ type: 'A', name, ttl: 300, data: a })
    if (v6) add({ type: 'AAAA', name, ttl: 300, data: '::1' })
  }
  const zone = (name: string, ns: Domain['ns'], signed: Signing) => {
    signing.set(name, signed)
    add({
      type: 'SOA',
      name,
      ttl: 300,
      data: {
        mname: nameServers[ns][0].host,
        rname: `beheer.${name}`,
        serial: 2026112301,
        refresh: 7200,
        retry: 900,
        expire: 604800,
        minimum: 300,
      },
    })
    for (const server of nameServers[ns]) add({ type: 'NS', name, ttl: 300, data: server.host })
    if (signed === 'insecure') return
    const digest = createHash('sha256').update(name).digest()
    add({ type: 'DS', name, ttl: 300, data: { keyTag: digest.readUInt16BE(0), algorithm: 13, digestType: 2, digest } })
  }
  const expects = (service: string, digest: string) =>
    add({
      type: 'TLSA',
      name: service,
      ttl: 300,
      data: { usage: 3, selector: 1, matchingType: 1, certificate: Buffer.from(digest, 'hex') },
    } as unknown as packet.Answer)
  for (const domain of domains) {
    zone(domain.name, domain.ns, domain.signing)
    if (domain.signing === 'secure') for (const record of upkeepOf(domain)) add(record)
    if (domain.dane)
      for (const { name } of hosts.filter((host) => zoneOf(host.name) === domain.name))
        expects(`_443._tcp.${name}`, domain.dane === 'right' ? key : 'ab'.repeat(32))
    for (const [tag, value] of domain.caa)
      add({ type: 'CAA', name: domain.name, ttl: 300, data: { flags: 0, tag: tag as 'issue', value } })
    if (domain.mx === 'null-mx')
      add({ type: 'MX', name: domain.name, ttl: 300, data: { preference: 0, exchange: '.' } })
    else if (domain.mx) {
      for (const { host, priority } of mailServers[domain.mx])
        add({ type: 'MX', name: domain.name, ttl: 300, data: { preference: priority, exchange: host } })
    }
    for (const spf of domain.spf) add({ type: 'TXT', name: domain.name, ttl: 300, data: spf })
    add({
      type: 'TXT',
      name: domain.name,
      ttl: 300,
      data: `sluiswijk-verificatie=${createHash('md5').update(domain.name).digest('hex')}`,
    })
    for (const dmarc of domain.dmarc) add({ type: 'TXT', name: `_dmarc.${domain.name}`, ttl: 300, data: dmarc })
    if (domain.mtaSts)
      add({ type: 'TXT', name: `_mta-sts.${domain.name}`, ttl: 300, data: `v=STSv1; id=${domain.mtaSts.id};` })
    for (const [selector, at] of Object.entries(domain.dkim)) {
      const name = `${selector}._domainkey.${domain.name}`
      add(
        at.includes('p=')
          ? { type: 'TXT', name, ttl: 300, data: inStrings(at) }
          : { type: 'CNAME', name, ttl: 300, data: at },
      )
      if (!at.includes('p=')) add({ type: 'TXT', name: at, ttl: 300, data: inStrings(dkimKeys.strong) })
    }
    if (domain.tlsRpt) add({ type: 'TXT', name: `_smtp._tls.${domain.name}`, ttl: 300, data: domain.tlsRpt })
  }
  for (const host of hosts) {
    const chain = [host.name, ...host.cname]
    for (const [index, target] of host.cname.entries())
      add({ type: 'CNAME', name: chain[index] ?? host.name, ttl: 300, data: target })
    place(chain.at(-1) ?? host.name, host.address, host.ipv6)
  }
  for (const [address, machine] of machines) {
    add({ type: 'PTR', name: reverse(address), ttl: 300, data: machine })
    place(machine, address, false)
  }
  for (const server of Object.values(nameServers).flat()) place(server.host, server.a, server.v6)
  for (const server of mailServers.postpolder) expects(`_25._tcp.${server.host}`, key)
  for (const server of Object.values(mailServers).flat()) {
    place(server.host, server.a, server.v6)
    add({ type: 'PTR', name: reverse(server.a), ttl: 300, data: server.host })
  }
  for (const [name, text] of Object.entries(spfOfServices)) add({ type: 'TXT', name, ttl: 300, data: text })
  for (const [name, a] of Object.entries(senders)) place(name, a, false)
  for (const [name, exchange] of Object.entries(alike))
    add({ type: 'MX', name, ttl: 300, data: { preference: 10, exchange } })
  for (const [name, data] of Object.entries(forgotten)) add({ type: 'CNAME', name, ttl: 300, data })
  // Services whose domain nobody declared: their zone stands with the large name service.
  for (const name of new Set([...names.keys()].map(zoneOf))) {
    if (name !== 'arpa' && !names.get(name)?.some((record) => record.type === 'SOA')) {
      zone(name, signedServices.has(name) ? 'naamdienst' : 'wolknamen', signing.get(name) ?? 'insecure')
    }
  }
  return { names, signing, stale: new Set(domains.flatMap(({ name, stale }) => (stale ? [name] : []))) }
}

const DAY = 86_400
/** Days before and after today that signatures hold. */
const LIFE = { 'ends-soon': [13, 0.5], daily: [1, 1], rounds: [10, 300], usual: [10, 300] } as const

/** Signatures over a zone's own records as far as they can be told from outside, and how it proves absence. */
function upkeepOf({ name, upkeep }: Domain): packet.Answer[] {
  const now = Math.floor(Date.now() / 1_000)
  const [before, after] = LIFE[upkeep ?? 'usual']
  const digest = createHash('sha256').update(name).digest()
  const data = {
    typeCovered: 'SOA',
    algorithm: 13,
    labels: 2,
    originalTTL: 300,
    expiration: Math.floor(now + after * DAY),
    inception: now - before * DAY,
    keyTag: digest.readUInt16BE(0),
    signersName: name,
    signature: Buffer.concat([digest, digest]),
  }
  const rounds = Buffer.from([1, 0, 0, upkeep === 'rounds' ? 10 : 0, 0])
  return [
    { type: 'RRSIG', name, ttl: 300, data },
    { type: 'NSEC3PARAM', name, ttl: 300, data: rounds } as unknown as packet.Answer,
  ]
}

/** The answer to one question, with AD and CD as a validating resolver treats them (RFC 4035 §3.2, RFC 6840 §5). */
export function resolve(zones: Zones, query: packet.DecodedPacket): packet.Packet {
  const question = query.questions?.[0]
  const opt = query.additionals?.find((record) => record.type === 'OPT')
  const flags = query.flags ?? 0
  const base = { type: 'response' as const, id: query.id ?? 0, questions: query.questions ?? [] }
  const additionals = (options: readonly { code: number; data: Buffer }[] = []): packet.Answer[] =>
    opt
      ? [
          {
            type: 'OPT',
            name: '.',
            udpPayloadSize: 1232,
            extendedRcode: 0,
            ednsVersion: 0,
            flags: opt.flags,
            flag_do: opt.flag_do,
            options: [...options],
          } as packet.Answer,
        ]
      : []
  if (!question) return { ...base, flags: RECURSION | 1, questions: [], additionals: [] }
  const asked = question.name.toLowerCase().replace(/\.$/, '')
  const inside =
    asked === 'test' || asked.endsWith('.test') || asked.endsWith('.in-addr.arpa') || asked.endsWith('.ip6.arpa')
  if (!inside) return { ...base, flags: RECURSION | 5, additionals: additionals() }
  const answers: packet.Answer[] = []
  let name = asked
  for (let steps = 0; steps < 8; steps++) {
    const here = zones.names.get(name) ?? []
    const found = here.filter((record) => record.type === question.type)
    answers.push(...found)
    if (opt?.type === 'OPT' && opt.flag_do)
      answers.push(...here.filter((record) => record.type === 'RRSIG' && record.data.typeCovered === question.type))
    const alias = here.find((record) => record.type === 'CNAME')
    if (found.length > 0 || !alias || question.type === 'CNAME') break
    answers.push(alias)
    name = String((alias as packet.StringAnswer).data)
  }
  // DS stands in the parent zone, which is signed and in order even where the child is not.
  const zonesPassed =
    question.type === 'DS' ? [] : [...new Set([asked, name, ...answers.map((record) => record.name)].map(zoneOf))]
  const states = zonesPassed.map((zone) => zones.signing.get(zone) ?? 'insecure')
  const unchecked = (flags & packet.CHECKING_DISABLED) !== 0
  if (states.includes('bogus') && !unchecked) {
    return { ...base, flags: RECURSION | 2, additionals: additionals([{ code: 15, data: EDE_BOGUS }]) }
  }
  const cares = (flags & packet.AUTHENTIC_DATA) !== 0 || (opt?.type === 'OPT' && opt.flag_do)
  const vouched = cares && !unchecked && states.every((state) => state === 'secure')
  const exists = zones.names.has(name) || [...zones.names.keys()].some((other) => other.endsWith(`.${name}`))
  const soa = zones.names.get(zoneOf(name))?.find((record) => record.type === 'SOA')
  const authorities = answers.some((record) => record.type === question.type) || !soa ? [] : [soa]
  return {
    ...base,
    answers,
    authorities,
    additionals: additionals(),
    flags:
      RECURSION | (vouched ? packet.AUTHENTIC_DATA : 0) | (unchecked ? packet.CHECKING_DISABLED : 0) | (exists ? 0 : 3),
  }
}
