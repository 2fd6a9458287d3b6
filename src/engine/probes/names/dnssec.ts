/** Whether a name is signed, by the chain that a validating resolver follows to it (RFC 4033 to 4035). */
import type { Answer } from 'dns-packet'
import { suffixes } from '../../../lib/domain.ts'
import type { Dns } from '../../../model/evidence.ts'
import { NotSeen } from '../../../outside/not-seen.ts'
import type { Reply, Resolver } from '../../../outside/resolver.ts'

const KEYS = 20
/** Labels above the host that may be a zone of their own; no site has more. */
const CUTS = 6

/** RFC 8914: the resolver reached no server. */
const UNREACHED: readonly number[] = [22, 23]

export type Signing = Pick<Dns, 'ds' | 'dnssec' | 'cut' | 'vouched' | 'brokenAt'>

/**
 * Whether the zone that the host stands in is signed and the resolver vouches for it. That zone is the nearest one up
 * to `zone` that has a SOA of its own: below a signed domain a part may be handed on without a signature. Judged by
 * that SOA, for an alias (CDN) may lead to a zone that is not signed: whether the address itself is vouched for is told
 * apart. A failure that CD cures is a signature that does not hold (RFC 4035 §3.2.2), be it the zone's or the host's,
 * or that of the zone that an alias leads to; unless it passes, or the resolver says that it reached nobody (RFC 8914).
 * A validator says the same of a key that it could not fetch: a zone whose keys and dates are in order is not told off.
 * In a zone without a key at its parent no signature can be wrong (RFC 4035 §5.2).
 * Throws NotSeen('dns-failed') when a question got no answer.
 */
export async function signingOf(resolver: Resolver, host: string, zone: string): Promise<Signing> {
  const { cut, own, doubt, broken } = await cutOf(resolver, host, zone)
  const [parent, address] = await Promise.all([curedOf(resolver, cut, 'DS'), curedOf(resolver, host, 'A')])
  const ds = dsOf(parent.reply.answers, cut)
  const vouched = address.reply.authenticated
  const found = { ds, cut, vouched }
  if (address.fault && !own.fault && !broken && (await isAlias(resolver, host, address.reply))) {
    if (inTime(address.reply)) throw unreached(host)
    return { ...found, dnssec: 'bogus', brokenAt: 'alias' }
  }
  if (parent.fault && inTime(parent.reply)) throw unreached(cut)
  if (parent.fault || (ds.length > 0 && (own.fault || broken || address.fault))) {
    if (own.fault && inTime(own.reply) && (await hasKey(resolver, cut, ds))) throw unreached(cut)
    return { ...found, dnssec: 'bogus' }
  }
  // Without a key at its parent nothing in a zone is signed, whatever a resolver says of the proof that there is none.
  if (ds.length === 0) return { ...found, dnssec: 'insecure' }
  // Of a name on the way that did not answer nobody knows whether a zone begins there, unless its address is vouched
  // for.
  if (own.reply.authenticated) return { ...found, dnssec: doubt && !vouched ? 'unseen' : 'secure' }
  // A key that nobody vouches for hangs in the air; unless it is the resolver that does not look.
  return { ...found, dnssec: (await validates(resolver, cut)) ? 'insecure' : 'unvalidated' }
}

/** What a zone that could not be asked about tells. */
export const UNSIGHTED: Signing = { ds: [], dnssec: 'unseen' }

/** `broken`: a fault at a name on the way where no zone begins, which is one of this host's too. */
type Cut = { readonly cut: string; readonly own: Cured; readonly doubt: boolean; readonly broken: Cured['fault'] }

async function cutOf(resolver: Resolver, host: string, zone: string): Promise<Cut> {
  const names = suffixes(host).filter((name) => name !== zone && name.endsWith(`.${zone}`))
  let doubt = false
  let broken: Cured['fault'] = null
  for (const cut of names.slice(-CUTS)) {
    try {
      const own = await curedOf(resolver, cut, 'SOA')
      if (own.reply.answers.some(({ type, name }) => type === 'SOA' && sameName(name, cut)))
        return { cut, own, doubt, broken }
      // Of an alias SOA is asked where it leads.
      if (!own.reply.answers.some(({ type }) => type === 'CNAME')) broken ??= own.fault
    } catch (error) {
      if (!(error instanceof NotSeen)) throw error
      doubt = true
    }
  }
  return { cut: zone, own: await curedOf(resolver, zone, 'SOA'), doubt, broken }
}

/** Whether the name is an alias that holds itself, so that what does not hold is where it leads. */
async function isAlias(resolver: Resolver, host: string, { answers }: Reply): Promise<boolean> {
  return (
    answers.some(({ type, name }) => type === 'CNAME' && sameName(name, host)) &&
    (await resolver.ask(host, 'CNAME')).rcode !== 'SERVFAIL'
  )
}

/** Whether what it holds is signed, by dates that are right. */
const inTime = ({ signatures }: Reply): boolean =>
  signatures.some(({ inception, expiration }) => {
    const now = Date.now() / 1_000
    return inception <= now && now <= expiration
  })

/**
 * Whether one of the keys that the zone shows, by signatures in date, is one that its parent names. Throws
 * NotSeen('dns-failed').
 */
async function hasKey(resolver: Resolver, cut: string, ds: Dns['ds']): Promise<boolean> {
  const reply = answered(await resolver.ask(cut, 'DNSKEY', { unchecked: true }), cut, 'DNSKEY')
  const keys = reply.answers.flatMap((answer) => (answer.type === 'DNSKEY' ? [answer.data] : []))
  return (
    inTime(reply) &&
    keys.some((key) => ds.some((each) => each.algorithm === key.algorithm && each.keyTag === tagOf(key)))
  )
}

/** RFC 4034 appendix B: the sum by which a key is called. */
function tagOf({ flags, algorithm, key }: { flags: number; algorithm: number; key: Buffer }): number {
  const sum = [...Buffer.from([flags >> 8, flags & 0xff, 3, algorithm]), ...key].reduce(
    (total, byte, at) => total + (at % 2 === 0 ? byte << 8 : byte),
    0,
  )
  return (sum + (sum >> 16)) & 0xffff
}

const unreached = (name: string) => new NotSeen('dns-failed', `${name}: the resolver did not reach its name servers`)

const sameName = (a: string, b: string) => a.toLowerCase().replace(/\.$/, '') === b

/** Whether this resolver checks signatures at all: by the zone above, which for every Dutch name is signed. */
export async function validates(resolver: Resolver, zone: string): Promise<boolean> {
  const top = zone.slice(zone.lastIndexOf('.') + 1)
  return (await resolver.ask(top, 'SOA')).authenticated
}

/** `fault`: it came without validation only; the codes that the resolver gave for that, if any. */
type Cured = { readonly reply: Reply; readonly fault: readonly number[] | null }

/**
 * The answer, and whether it only came without validation, before as after: a server that fails for a moment fails
 * once. Throws NotSeen('dns-failed') when it did not come at all, or nobody was reached to validate it by.
 */
async function curedOf(resolver: Resolver, name: string, type: 'DS' | 'SOA' | 'A'): Promise<Cured> {
  const first = await resolver.ask(name, type)
  if (first.rcode !== 'SERVFAIL') return { reply: answered(first, name, type), fault: null }
  const reply = answered(await resolver.ask(name, type, { unchecked: true }), name, type)
  const again = await resolver.ask(name, type)
  if (again.rcode !== 'SERVFAIL') return { reply: answered(again, name, type), fault: null }
  const fault = again.errors ?? []
  if (fault.some((code) => UNREACHED.includes(code))) throw unreached(name)
  return { reply, fault }
}

function answered(reply: Reply, name: string, type: string): Reply {
  if (reply.rcode !== 'NOERROR' && reply.rcode !== 'NXDOMAIN')
    throw new NotSeen('dns-failed', `${type} ${name}: the name server says ${reply.rcode}`)
  return reply
}

function dsOf(answers: readonly Answer[], zone: string): Dns['ds'] {
  return answers
    .flatMap((answer) => (answer.type === 'DS' && sameName(answer.name, zone) ? [answer.data] : []))
    .slice(0, KEYS)
    .map(({ keyTag, algorithm, digestType }) => ({ keyTag, algorithm, digestType }))
}
