/** What the name servers say of a website: addresses, aliases, name servers, CAA, DNSSEC and reverse names. */
import { isIP } from 'node:net'
import type { Answer } from 'dns-packet'
import { getDomain } from 'tldts'
import { asSaid, clean } from '../../lib/clean.ts'
import { suffixes } from '../../lib/domain.ts'
import { isGlobal } from '../../lib/internet-address.ts'
import type { Dns } from '../../model/evidence.ts'
import type { HostProbe } from './host-probe.ts'
import { NotSeen } from '../../outside/not-seen.ts'
import { unchecked, type Resolver } from '../../outside/resolver.ts'
import { signingOf, UNSIGHTED } from './dnssec.ts'
import { answersOverSix } from './ipv6.ts'
import { openParts, type Parts } from './parts.ts'

const MANY = 20
const ALIASES = 8
const REVERSED = 6

/** A name out of a record, as it is stored. */
export const nameIn = (name: string): string => clean(name.toLowerCase().replace(/\.$/, ''), 253)

export const dnsProbe: HostProbe<'dns'> = {
  key: 'dns',
  subjects: ['website'],
  async look({ subject: { address: host } }, { egress }) {
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
    const [ptr, overSix] = await Promise.all([
      Promise.all(reversed.map(async (address) => ({ address, names: await reverse(resolver, address) }))),
      six.length > 0 ? answersOverSix(egress, six, four) : undefined,
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
      ...(overSix !== undefined && { overSix }),
      ...(opened.length > 0 && { opened: [...new Set(opened)] }),
      lacks: parts.lacks,
    }
  },
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
 * other: then it is there.
 */
export async function exists(resolver: Resolver, name: string): Promise<boolean> {
  const denies = async (type: 'A' | 'AAAA') => {
    try {
      return (await resolver.ask(name, type)).rcode === 'NXDOMAIN'
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

/** The name servers of a zone with their addresses. One of which the addresses could not be asked lacks in `parts`. */
export async function nameServers(resolver: Resolver, zone: string, parts: Parts): Promise<Dns['ns']> {
  const found = await records(resolver, zone, 'NS')
  const names = new Set(found.flatMap((answer) => (answer.type === 'NS' ? [nameIn(answer.data)] : [])))
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
      .flatMap((answer) => (answer.type === 'CAA' ? [answer.data] : []))
      .slice(0, MANY)
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

/** RFC 1035 §3.5 and RFC 3596 §2.5. */
export function reverseName(address: string): string {
  if (isIP(address) === 4) return `${address.split('.').toReversed().join('.')}.in-addr.arpa`
  const [head = '', tail] = address.split('::')
  const left = head === '' ? [] : head.split(':')
  const right = tail === undefined || tail === '' ? [] : tail.split(':')
  const between = Array<string>(tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length)).fill('0')
  const groups = [...left, ...between, ...right]
  return `${groups
    .map((group) => group.padStart(4, '0'))
    .join('')
    .split('')
    .toReversed()
    .join('.')}.ip6.arpa`
}
