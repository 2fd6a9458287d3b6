/** How a signed zone keeps its signatures: until when they hold, by which algorithm, with which proof of absence. */
import type { Upkeep } from '../../../model/evidence.ts'
import type { Resolver } from '../../../outside/resolver.ts'

const ALGORITHMS = 10
const isoOf = (seconds: number) => new Date(seconds * 1_000).toISOString()

/** Of the zone's own records: its SOA and its keys. Throws NotSeen('dns-failed'). */
export async function upkeepOf(resolver: Resolver, zone: string): Promise<Upkeep> {
  const [soa, keys, proof] = await Promise.all([
    resolver.ask(zone, 'SOA'),
    resolver.ask(zone, 'DNSKEY'),
    resolver.ask(zone, 'NSEC3PARAM'),
  ])
  const signatures = [...soa.signatures, ...keys.signatures].toSorted((a, b) => a.expiration - b.expiration)
  const [first] = signatures
  return {
    first: first ? { from: isoOf(first.inception), until: isoOf(first.expiration) } : null,
    algorithms: [...new Set(signatures.map(({ algorithm }) => algorithm))].slice(0, ALGORITHMS),
    iterations: iterationsOf(proof.answers.map((answer) => ('data' in answer ? answer.data : undefined))),
  }
}

/** RFC 5155 §4.2: algorithm, flags, and then the iterations in two octets. The most of them count. */
function iterationsOf(data: readonly unknown[]): number | null {
  const found = data.flatMap((each) => (Buffer.isBuffer(each) && each.length >= 4 ? [each.readUInt16BE(2)] : []))
  return found.length === 0 ? null : Math.max(...found)
}
