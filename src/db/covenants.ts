/** What is promised in the covenants that hold or can be signed now, for who holds something else against it. */
import type { Tx } from './as.ts'
import type { PledgeTerms } from '../model/covenant.ts'
import type { CovenantState } from '../vocabulary/covenant.ts'

export type Promised = {
  readonly id: string
  readonly title: string
  readonly state: CovenantState
  readonly pledges: readonly PledgeTerms[]
}

/** Of each the text that was fixed, by title. */
export async function promisedNow(tx: Tx, municipality: string): Promise<Promised[]> {
  const rows = await tx
    .selectFrom('covenant as c')
    .innerJoin('covenant_version as v', (join) =>
      join.onRef('v.municipality', '=', 'c.municipality').onRef('v.covenant', '=', 'c.id'),
    )
    .select(['c.id', 'c.title', 'c.state', 'v.text'])
    .where('c.municipality', '=', municipality)
    .where('c.state', 'in', ['open', 'in-force'])
    .where('v.state', '=', 'final')
    .orderBy('c.title')
    .execute()
  return rows.map(({ text, ...row }) => ({ ...row, pledges: text.pledges }))
}
