/** What SPF says of whether a domain sends mail at all (RFC 7208 §10.1.2). */
import type { Mail } from '../../model/evidence.ts'
import { heeded, readSpf, type SpfRecord } from './spf.ts'

/**
 * Whether one of the records names a sender. What is not in the grammar names nobody: it makes the record void. A
 * record elsewhere that it leads to may name some, unless the whole tree was read and nobody stands in it (RFC 7208
 * §5.2, §6.1).
 */
export const namesSenders = ({ spf, spfTree }: Spf): boolean =>
  !namesNobody(spfTree) &&
  spf
    .map(readSpf)
    .map(heeded)
    .some(
      ({ mechanisms, redirect }) =>
        redirect !== undefined ||
        mechanisms.some(({ name, qualifier }) => (name === 'all' ? qualifier === '+' : qualifier !== '-')),
    )

/** Whether a receiver that keeps to the grammar is told that nobody sends: one record, without senders, `-all`. */
export const closesSpf = ({ spf, spfTree }: Spf): boolean =>
  spf.length === 1 && !namesSenders({ spf, spfTree }) && (namesNobody(spfTree) || ends(readSpf(spf[0]!)))

type Spf = Pick<Mail, 'spf' | 'spfTree'>
/** Records are drawn up to here: of a longer one the end is not known. */
const DRAWN = 2_000

/** Whether all that the record leads to was read, with nothing in it but ways to other records and an end in `-all`. */
function namesNobody(tree: Mail['spfTree']): boolean {
  const nodes = tree?.nodes ?? []
  if (!tree || tree.all !== '-' || tree.fault || tree.wide !== undefined || nodes.length === 0) return false
  const read = nodes.map(({ record }) => heeded(readSpf(record)))
  const ways = read.reduce(
    (sum, { mechanisms, redirect }) =>
      sum + mechanisms.filter(({ name }) => name === 'include').length + (redirect === undefined ? 0 : 1),
    0,
  )
  const only = ({ mechanisms }: SpfRecord) =>
    mechanisms.every(({ name, qualifier }) => name === 'include' || name === 'all' || qualifier === '-')
  return read.every(only) && ways === nodes.length - 1 && nodes.every(({ record }) => record.length < DRAWN)
}

/** Whether the record holds and refuses whoever it does not name. */
const ends = ({ mechanisms, fault }: SpfRecord): boolean =>
  fault === null && mechanisms.find(({ name }) => name === 'all')?.qualifier === '-'
