/** Finds what waits for a second person. */
import type { Tx } from '../../db/as.ts'
import type { ReleaseStep } from '../../vocabulary/register.ts'

export type WaitingEntry = {
  readonly register: string
  readonly id: string
  readonly no: number
  readonly title: string
  readonly step: ReleaseStep
  readonly byName: string
  readonly at: Date
}

/** What waits for a second person, the longest waiting first; at most `most`. */
export async function waitingEntries(tx: Tx, municipality: string, most: number): Promise<readonly WaitingEntry[]> {
  return tx
    .selectFrom(
      tx
        .selectFrom('entry_release')
        .distinctOn('entry')
        .select(['entry', 'step', 'by', 'at'])
        .where('municipality', '=', municipality)
        .orderBy('entry')
        .orderBy('no', 'desc')
        .as('r'),
    )
    .innerJoin('entry as e', (join) => join.on('e.municipality', '=', municipality).onRef('e.id', '=', 'r.entry'))
    .innerJoin('person as p', (join) => join.on('p.municipality', '=', municipality).onRef('p.id', '=', 'r.by'))
    .select(['e.register', 'e.id', 'e.no', 'e.title', 'r.step', 'p.name as byName', 'r.at'])
    .where('r.step', 'in', ['released', 'withdrawal-asked'])
    .orderBy('r.at')
    .limit(most)
    .execute()
}
