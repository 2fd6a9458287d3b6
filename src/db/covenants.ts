/** What is promised in the covenants that hold or can be signed now, for who holds something else against it. */
import type { Tx } from './as.ts'
import type { Promised } from '../model/covenant.ts'

/** Each covenant that holds or can be signed, with what its fixed text promises; by title. */
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
