/** What the name servers say of a website: addresses, aliases, name servers, CAA, DNSSEC and reverse names. */
import { isIP } from 'node:net'
import type { Answer } from 'dns-packet'
import { getDomain } from 'tldts'
import { asSaid, clean } from '../../lib/clean.ts'
import { suffixes } from '../../lib/domain.ts'
import type { Dns } from '../../model/evidence.ts'
import type { HostProbe } from './host-probe.ts'
import { NotSeen } from '../../outside/not-seen.ts'
import { unchecked, type Reply, type Resolver } from '../../outside/resolver.ts'

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
    const signing = await signingOf(egress.resolver, host, zone)
    const resolver = signing.dnssec === 'bogus' ? unchecked(egress.resolver) : egress.resolver
    if (!(await exists(resolver, host))) throw new NotSeen('name-not-found', `${host} does not exist`)
    const [a, aaaa, ns, caa] = await Promise.all([
      records(resolver, host, 'A'),
      records(resolver, host, 'AAAA'),
      nameServers(resolver, zone),
      caaOf(resolver, host),
    ])
    const v4 = dataOf(a, 'A'),
      v6 = dataOf(aaaa, 'AAAA')
    const aliases = [...a, ...aaaa].flatMap((answer) => (answer.type === 'CNAME' ? [nameIn(answer.data)] : []))
    const reversed = [...v4, ...v6].slice(0, REVERSED)
    return {
      host,
      zone,
      a: v4,
      aaaa: v6,
      cname: [...new Set(aliases)].slice(0, ALIASES),
      ns,
      caa,
      ...signing,
      ptr: await Promise.all(reversed.map(async (address) => ({ address, names: await reverse(resolver, address) }))),
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

/** Whether there is anything at this name or under it. */
export async function exists(resolver: Resolver, name: string): Promise<boolean> {
  return (await resolver.ask(name, 'A')).rcode !== 'NXDOMAIN'
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

/**
 * Addresses of a name, both families. A name that does not resolve is of use to nobody: it has none. Throws NotSeen
 * when nothing answers.
 */
export async function addressesOf(resolver: Resolver, name: string): Promise<{ a: string[]; aaaa: string[] }> {
  const [a, aaaa] = await Promise.all([resolver.ask(name, 'A'), resolver.ask(name, 'AAAA')])
  return { a: dataOf(a.answers, 'A'), aaaa: dataOf(aaaa.answers, 'AAAA') }
}

/** The name servers of a zone with their addresses. */
export async function nameServers(resolver: Resolver, zone: string): Promise<Dns['ns']> {
  const found = await records(resolver, zone, 'NS')
  const names = new Set(found.flatMap((answer) => (answer.type === 'NS' ? [nameIn(answer.data)] : [])))
  const kept = [...names].toSorted().slice(0, MANY)
  return Promise.all(kept.map(async (host) => ({ host, ...(await addressesOf(resolver, host)) })))
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

/**
 * Whether the zone is signed and the resolver vouches for it. Judged by the zone's own SOA, for an alias (CDN) may
 * lead to a zone that is not signed. A failure that CD cures is a signature that does not hold (RFC 4035 §3.2.2), be it
 * the zone's or the host's.
 */
export async function signingOf(resolver: Resolver, host: string, zone: string): Promise<Pick<Dns, 'ds' | 'dnssec'>> {
  const [parent, own, address] = await Promise.all([
    curedOf(resolver, zone, 'DS'),
    curedOf(resolver, zone, 'SOA'),
    curedOf(resolver, host, 'A'),
  ])
  const ds = dsOf(parent.reply.answers)
  if (parent.cured || own.cured || address.cured) return { ds, dnssec: 'bogus' }
  if (own.reply.authenticated) return { ds, dnssec: 'secure' }
  return { ds, dnssec: ds.length === 0 ? 'insecure' : 'unvalidated' }
}

/**
 * The answer, and whether it only came without validation. Throws NotSeen('dns-failed') when it did not come at all.
 */
async function curedOf(
  resolver: Resolver,
  name: string,
  type: 'DS' | 'SOA' | 'A',
): Promise<{ reply: Reply; cured: boolean }> {
  const first = await resolver.ask(name, type)
  const cured = first.rcode === 'SERVFAIL'
  const reply = cured ? await resolver.ask(name, type, { unchecked: true }) : first
  if (reply.rcode !== 'NOERROR' && reply.rcode !== 'NXDOMAIN') throw saying(type, name, reply.rcode)
  return { reply, cured }
}

function dsOf(answers: readonly Answer[]): Dns['ds'] {
  return answers
    .flatMap((answer) => (answer.type === 'DS' ? [answer.data] : []))
    .slice(0, MANY)
    .map(({ keyTag, algorithm, digestType }) => ({ keyTag, algorithm, digestType }))
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
