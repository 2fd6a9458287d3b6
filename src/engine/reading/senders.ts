/** What SPF says of whether a domain sends mail at all (RFC 7208 §10.1.2). */
import type { Mail } from '../../model/evidence.ts'
import { heeded, readSpf, type SpfRecord } from './spf.ts'

type Tree = Mail['spfTree']
/** Characters of a record in the tree: what fills them may have been longer, and nothing is concluded of it. */
const DRAWN = 2_000

/**
 * Whether one of the records names a sender. What is not in the grammar names nobody: it makes the record void. What
 * they lead to is read along when all of it is in `tree`; else whoever it leads to is taken for a sender.
 */
export const namesSenders = (records: readonly string[], tree: Tree = null): boolean =>
  records
    .map(readSpf)
    .map(heeded)
    .some(
      ({ mechanisms, redirect }) =>
        redirect !== undefined ||
        mechanisms.some(({ name, qualifier }) => (name === 'all' ? qualifier === '+' : qualifier !== '-')),
    ) && !letsNobodyThrough(tree)

/** Whether a receiver that keeps to the grammar is told that nobody sends: one record, without senders, `-all`. */
export const closesSpf = (records: readonly string[], tree: Tree = null): boolean =>
  letsNobodyThrough(tree) || (records.length === 1 && !namesSenders(records) && ends(readSpf(records[0]!)))

/** Whether the record holds and refuses whoever it does not name. */
const ends = ({ mechanisms, fault }: SpfRecord): boolean =>
  fault === null && mechanisms.find(({ name }) => name === 'all')?.qualifier === '-'

/** Whether each record was read that the first leads to (§5.2, §6.1), nobody is let through, and the end is `-`. */
function letsNobodyThrough(tree: Tree): boolean {
  const { nodes = [], all, problem } = tree ?? { all: null, problem: null }
  if (all !== '-' || problem !== null || nodes.some(({ record }) => record.length >= DRAWN)) return false
  const read = nodes.map(({ record }) => heeded(readSpf(record)))
  const leads = read.flatMap(({ mechanisms, redirect }) => [
    ...mechanisms.filter(({ name }) => name === 'include'),
    ...(redirect === undefined ? [] : [redirect]),
  ])
  const terms = read.flatMap(({ mechanisms }) => mechanisms.filter(({ qualifier }) => qualifier !== '-'))
  const lets = terms.some(({ name, qualifier }) => name !== 'include' && (name !== 'all' || qualifier === '+'))
  return leads.length === nodes.length - 1 && !lets
}

/**
 * Whether the end of the record stands at a name that nobody can look up beforehand, as the name depends on a message:
 * the last on the way of `redirect=` hands on once more (RFC 7208 §6.1 and §7).
 */
export function endsUnseen({ all, problem, nodes = [] }: NonNullable<Tree>): boolean {
  if (all !== null || problem !== null) return false
  const last = nodes.reduce((at, { by, term }, each) => (by === at && /^redirect=/i.test(term) ? each : at), 0)
  const record = nodes[last]?.record
  return record !== undefined && heeded(readSpf(record)).redirect !== undefined
}
