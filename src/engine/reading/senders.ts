/** What SPF says of whether a domain sends mail at all (RFC 7208 §10.1.2). */
import { heeded, readSpf, type SpfRecord } from './spf.ts'

/** Whether one of the records names a sender. What is not in the grammar names nobody: it makes the record void. */
export const namesSenders = (records: readonly string[]): boolean =>
  records
    .map(readSpf)
    .map(heeded)
    .some(
      ({ mechanisms, redirect }) =>
        redirect !== undefined ||
        mechanisms.some(({ name, qualifier }) => (name === 'all' ? qualifier === '+' : qualifier !== '-')),
    )

/** Whether a receiver that keeps to the grammar is told that nobody sends: one record, without senders, `-all`. */
export const closesSpf = (records: readonly string[]): boolean =>
  records.length === 1 && !namesSenders(records) && ends(readSpf(records[0]!))

/** Whether the record holds and refuses whoever it does not name. */
export const ends = ({ mechanisms, fault }: SpfRecord): boolean =>
  fault === null && mechanisms.find(({ name }) => name === 'all')?.qualifier === '-'
