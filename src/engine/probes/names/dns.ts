/** What the name servers say of a website: addresses, aliases, name servers, CAA, DNSSEC and reverse names. */
import type { Answer } from 'dns-packet'
import { getDomain } from 'tldts'
import { asSaid, clean } from '../../../lib/clean.ts'
import { suffixes } from '../../../lib/domain.ts'
import { isGlobal } from '../../../lib/internet-address.ts'
import { reverseName } from '../../../lib/reverse-name.ts'
import type { Dns } from '../../../model/evidence.ts'
import type { Egress } from '../../../outside/egress.ts'
import type { HostProbe } from '../host-probe.ts'
import { NotSeen } from '../../../outside/not-seen.ts'
import { unchecked, type Resolver } from '../../../outside/resolver.ts'
import { signingOf, UNSIGHTED } from './dnssec.ts'
import { facesOf } from './faces.ts'
import { answersOverSix } from './ipv6.ts'
import { serversOf } from './nameserver-answers.ts'
import { openParts, type Parts } from '../parts.ts'
import { routesOf } from './routes.ts'
import { tlsaOf } from './tlsa.ts'
import { upkeepOf } from './upkeep.ts'

const MANY = 20
const ALIASES = 8
const REVERSED = 6

/** A name out of a record, as it is stored. */
export const nameIn = (name: string): string => clean(name.toLowerCase().replace(/\.$/, ''), 253)

export const dnsProbe: HostProbe<'dns'> = {
  key: 'dns',
  subjects: ['website'],
  async look({ subject: { address: host } }, { egress, signal }) {
    const zone = zoneOf(host)
    const parts = openParts()
    const signing = await parts.of('signing', UNSIGHTED, () => signingOf(egress.resolver, host, zone))
    const resolver = signing.dnssec === 'bogus' ? unchecked(egress.resolver) : egress.resolver
    if (!(await exists(resolver, host))) throw new NotSeen('name-not-found', `${host} does not exist`)
    const none: readonly Answer[] = []
    const [a, aaaa, ns, caa] = await Promise.all([
      parts.of('addresses', none, () => records(resolver, host, 'A')),
      parts.of('ipv6', none, () => records(resolver, host, 'AAAA')),
      parts.of('nameservers', [], () => nameServers(resolver, zone, parts)),
      parts.of('caa', null, () => caaOf(resolver, host)),
    ])
    parts.throwWhenNothing()
    const v4 = dataOf(a, 'A'),
      v6 = dataOf(aaaa, 'AAAA')
    const aliases = [...a, ...aaaa].flatMap((answer) => (answer.type === 'CNAME' ? [nameIn(answer.data)] : []))
    const reversed = [...v4, ...v6].slice(0, REVERSED)
    const six = v6.filter((address) => egress.mayReach(address))
    const four = v4.filter((address) => egress.mayReach(address))
    const opened = [...v6, ...ns.flatMap((each) => each.aaaa)].filter(
      (address) => egress.mayReach(address) && !isGlobal(address),
    )
    const book = await egress.routes()
    const [ptr, bySix, servers, tlsa, upkeep, routes] = await Promise.all([
      Promise.all(reversed.map(async (address) => ({ address, names: await reverse(resolver, address) }))),
      six.length > 0 ? sixOf(egress, host, six, four, signal) : undefined,
      serversOf(egress, zone, ns),
      parts.of('tlsa', undefined, () => tlsaOf(egress.resolver, `_443._tcp.${host}`)),
      // What does not hold was told already, and of what is not signed there is nothing to keep.
      signing.dnssec === 'secure'
        ? parts.of('signing', undefined, () => upkeepOf(resolver, signing.cut ?? zone))
        : undefined,
      book ? routesOf(book, [...[...v4, ...v6].map((at) => ['web', at] as const), ...addressesOfAll(ns)]) : undefined,
    ])
    return {
      host,
      zone,
      a: v4,
      aaaa: v6,
      cname: [...new Set(aliases)].slice(0, ALIASES),
      ns,
      caa,
      ...signing,
      ptr,
      ...bySix,
      ...(upkeep && { upkeep }),
      servers,
      ...(tlsa && { tlsa }),
      ...(routes && { routes }),
      ...(opened.length > 0 && { opened: [...new Set(opened)] }),
      lacks: parts.lacks,
    }
  },
}

/** Whether it answers over IPv6, and then what. */
async function sixOf(
  egress: Egress,
  host: string,
  six: readonly string[],
  four: readonly string[],
  signal: AbortSignal,
): Promise<Pick<Dns, 'overSix' | 'faces'>> {
  const overSix = await answersOverSix(egress, six, four)
  const [one, other] = [four[0], six[0]]
  if (overSix !== 'answers' || one === undefined || other === undefined) return { overSix }
  return { overSix, faces: await facesOf(egress, host, one, other, signal) }
}

/**
 * The zone a host stands in for all that is told of zones here: the registrable domain by the ICANN part of the
 * Public Suffix List (`naam.github.io` is no zone of its own, `github.io` is). A public suffix stands for itself.
 */
export function zoneOf(host: string): string {
  return getDomain(host) ?? host
}

/**
 * Whether there is anything at this name or under it. Some name servers deny a name for one family and give it for the
 * other: then it is there. One that is proven to have nothing, and maybe not to be there at all, is taken for gone: of
 * a name that does not exist nothing may be told.
 */
export async function exists(resolver: Resolver, name: string): Promise<boolean> {
  const denies = async (type: 'A' | 'AAAA') => {
    try {
      const { rcode, bare = false } = await resolver.ask(name, type)
      return rcode === 'NXDOMAIN' || bare
    } catch (error) {
      if (error instanceof NotSeen) return false
      throw error
    }
  }
  return !(await denies('A')) || !(await denies('AAAA'))
}

type Kind = 'A' | 'AAAA' | 'NS' | 'MX' | 'TXT' | 'CAA' | 'DS' | 'PTR'

/** Records of a name; none when it does not exist or has none. Throws NotSeen('dns-failed') when the server fails. */
export async function records(resolver: Resolver, name: string, type: Kind): Promise<readonly Answer[]> {
  const { rcode, answers } = await resolver.ask(name, type)
  if (rcode !== 'NOERROR' && rcode !== 'NXDOMAIN') throw saying(type, name, rcode)
  return answers
}

function saying(type: string, name: string, rcode: string): NotSeen {
  return new NotSeen('dns-failed', `${type} ${name}: the name server says ${rcode}`)
}

function dataOf(answers: readonly Answer[], type: 'A' | 'AAAA'): string[] {
  return answers.flatMap((answer) => (answer.type === type ? [answer.data as string] : [])).slice(0, MANY)
}

/** Addresses of a name, both families; a name that does not exist has none. Throws NotSeen('dns-failed'). */
export async function addressesOf(resolver: Resolver, name: string): Promise<{ a: string[]; aaaa: string[] }> {
  const [a, aaaa] = await Promise.all([records(resolver, name, 'A'), records(resolver, name, 'AAAA')])
  return { a: dataOf(a, 'A'), aaaa: dataOf(aaaa, 'AAAA') }
}

/** What routes are looked up for: each address of each name server. */
export const addressesOfAll = (ns: Dns['ns']) =>
  ns.flatMap(({ a, aaaa }) => [...a, ...aaaa].map((address) => ['nameserver', address] as const))

/**
 * The name servers of a zone, and not of what it is an alias of, with their addresses. One of which the addresses could
 * not be asked lacks in `parts`.
 */
export async function nameServers(resolver: Resolver, zone: string, parts: Parts): Promise<Dns['ns']> {
  const found = await records(resolver, zone, 'NS')
  const names = new Set(
    found.flatMap((answer) => (answer.type === 'NS' && nameIn(answer.name) === zone ? [nameIn(answer.data)] : [])),
  )
  const kept = [...names].toSorted().slice(0, MANY)
  const unknown = { a: [], aaaa: [] }
  return Promise.all(
    kept.map(async (host) => ({
      host,
      ...(await parts.of('nameservers', unknown, () => addressesOf(resolver, host))),
    })),
  )
}

/**
 * The CAA records that hold for a host: the first found climbing up from it, its last label too; an alias is followed
 * for its own records, and what lies above is that of the name itself (RFC 8659 §3).
 */
async function caaOf(resolver: Resolver, host: string): Promise<Dns['caa']> {
  for (const name of suffixes(host)) {
    const found = await records(resolver, name, 'CAA')
    const kept = found
      // All of them: the one that allows may stand last.
      .flatMap((answer) => (answer.type === 'CAA' ? [answer.data] : []))
      .map(({ flags, tag, value }) => ({ flags: flags ?? 0, tag: asSaid(tag, 50), value: asSaid(value, 500) }))
    if (kept.length > 0) return { name, records: kept }
  }
  return null
}

/** Reverse names; none too when the server fails, for they are only a hint of who hosts. */
async function reverse(resolver: Resolver, address: string): Promise<string[]> {
  const { answers } = await resolver.ask(reverseName(address), 'PTR').catch((error: unknown) => {
    if (error instanceof NotSeen) return { answers: [] }
    throw error
  })
  return answers.flatMap((answer) => (answer.type === 'PTR' ? [nameIn(answer.data)] : [])).slice(0, 5)
}
