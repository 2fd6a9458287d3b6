/** Where an SPF record ends, and whether anybody can know that beforehand. */
import type { Mail } from '../../model/evidence.ts'
import { heeded, readSpf } from './spf.ts'

/**
 * Whether the end of the record stands at a name that nobody can look up beforehand, as the name depends on a message:
 * the last on the way of `redirect=` hands on once more (RFC 7208 §6.1 and §7).
 */
export function endsUnseen({ all, problem, nodes = [] }: NonNullable<Mail['spfTree']>): boolean {
  if (all !== null || problem !== null) return false
  const last = nodes.reduce((at, { by, term }, each) => (by === at && /^redirect=/i.test(term) ? each : at), 0)
  const record = nodes[last]?.record
  return record !== undefined && heeded(readSpf(record)).redirect !== undefined
}
