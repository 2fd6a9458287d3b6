/** Whether a name is signed, by the chain that a validating resolver follows to it (RFC 4033 to 4035). */
import type { Answer } from 'dns-packet'
import { suffixes } from '../../../lib/domain.ts'
import type { Dns } from '../../../model/evidence.ts'
import { NotSeen } from '../../../outside/not-seen.ts'
import type { Reply, Resolver } from '../../../outside/resolver.ts'

const KEYS = 20
/** Labels above the host that may be a zone of their own; no site has more. */
const CUTS = 6

export type Signing = Pick<Dns, 'ds' | 'dnssec' | 'cut' | 'vouched'>

/**
 * Whether the zone that the host stands in is signed and the resolver vouches for it. That zone is the nearest one up
 * to `zone` that has a SOA of its own: below a signed domain a part may be handed on without a signature. Judged by
 * that SOA, for an alias (CDN) may lead to a zone that is not signed: whether the address itself is vouched for is told
 * apart. A failure that CD cures is a signature that does not hold (RFC 4035 §3.2.2), be it the zone's or the host's.
 * Throws NotSeen('dns-failed') when a question got no answer.
 */
export async function signingOf(resolver: Resolver, host: string, zone: string): Promise<Signing> {
  const { cut, own, doubt } = await cutOf(resolver, host, zone)
  const [parent, address] = await Promise.all([curedOf(resolver, cut, 'DS'), curedOf(resolver, host, 'A')])
  const ds = dsOf(parent.reply.answers, cut)
  const vouched = address.reply.authenticated
  const found = { ds, cut, vouched }
  if (parent.cured || own.cured || address.cured) return { ...found, dnssec: 'bogus' }
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

type Cut = { readonly cut: string; readonly own: Cured; readonly doubt: boolean }

async function cutOf(resolver: Resolver, host: string, zone: string): Promise<Cut> {
  const names = suffixes(host).filter((name) => name !== zone && name.endsWith(`.${zone}`))
  let doubt = false
  for (const cut of names.slice(-CUTS)) {
    try {
      const own = await curedOf(resolver, cut, 'SOA')
      const here = own.reply.answers.some(({ type, name }) => type === 'SOA' && sameName(name, cut))
      // A broken signature somewhere on the way is one of this host's.
      if (here || own.cured) return { cut, own, doubt }
    } catch (error) {
      if (!(error instanceof NotSeen)) throw error
      doubt = true
    }
  }
  return { cut: zone, own: await curedOf(resolver, zone, 'SOA'), doubt }
}

const sameName = (a: string, b: string) => a.toLowerCase().replace(/\.$/, '') === b

/** Whether this resolver checks signatures at all: by the zone above, which for every Dutch name is signed. */
export async function validates(resolver: Resolver, zone: string): Promise<boolean> {
  const top = zone.slice(zone.lastIndexOf('.') + 1)
  return (await resolver.ask(top, 'SOA')).authenticated
}

type Cured = { readonly reply: Reply; readonly cured: boolean }

/**
 * The answer, and whether it only came without validation. Throws NotSeen('dns-failed') when it did not come at all.
 */
async function curedOf(resolver: Resolver, name: string, type: 'DS' | 'SOA' | 'A'): Promise<Cured> {
  const first = await resolver.ask(name, type)
  const cured = first.rcode === 'SERVFAIL'
  const reply = cured ? await resolver.ask(name, type, { unchecked: true }) : first
  if (reply.rcode !== 'NOERROR' && reply.rcode !== 'NXDOMAIN')
    throw new NotSeen('dns-failed', `${type} ${name}: the name server says ${reply.rcode}`)
  return { reply, cured }
}

function dsOf(answers: readonly Answer[], zone: string): Dns['ds'] {
  return answers
    .flatMap((answer) => (answer.type === 'DS' && sameName(answer.name, zone) ? [answer.data] : []))
    .slice(0, KEYS)
    .map(({ keyTag, algorithm, digestType }) => ({ keyTag, algorithm, digestType }))
}
