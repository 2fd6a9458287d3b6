/**
 * Reads and writes findings that are a count: how many of how many, of a period, as a party hands it in. It is declared
 * until a verifier confirms it. What was handed in stays; what comes in its place is kept beside it.
 */
import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import type { Tx } from './as.ts'

export type CountedFinding = {
  readonly id: string
  readonly covenant: string
  readonly pledge: string
  /** Null: of the municipality itself. */
  readonly organisation: string | null
  readonly criterion: string
  readonly from: string
  readonly to: string
  readonly count: number
  readonly among: number
  readonly proof: string
  readonly upload: string | null
  readonly by: string
  /** The day in the Netherlands on which it came. */
  readonly on: string
  readonly replaces: string | null
  readonly checked: 'confirmed' | 'refused' | null
  readonly checkedFor: string
  readonly checkedBy: string | null
  readonly checkedOn: string | null
}

const dayOf = (column: 'at' | 'checked_at') => sql<string>`day_here(${sql.ref(`c.${column}`)})::text`

/** All that were handed in for these pledges of a covenant, the oldest first; of one party, or of all. */
export async function countedFindings(
  tx: Tx,
  municipality: string,
  covenant: string,
  pledges: readonly string[],
): Promise<readonly CountedFinding[]> {
  if (pledges.length === 0) return []
  return tx
    .selectFrom('counted_finding as c')
    .select(['c.id', 'c.covenant', 'c.pledge', 'c.organisation', 'c.criterion', 'c.period_from as from'])
    .select(['c.period_to as to', 'c.count', 'c.among', 'c.proof', 'c.upload', 'c.by', 'c.replaces', 'c.checked'])
    .select(['c.checked_for as checkedFor', 'c.checked_by as checkedBy'])
    .select([dayOf('at').as('on'), dayOf('checked_at').$castTo<string | null>().as('checkedOn')])
    .where('c.municipality', '=', municipality)
    .where('c.covenant', '=', covenant)
    .where('c.pledge', 'in', pledges)
    .orderBy('c.at')
    .orderBy('c.id')
    .execute()
}

export type ToCount = Pick<
  CountedFinding,
  'covenant' | 'pledge' | 'organisation' | 'criterion' | 'from' | 'to' | 'count' | 'among' | 'proof' | 'upload'
> & { readonly replaces: string | null }

/** Keeps one; undefined when of that period another stands, or what it replaces was replaced already. */
export async function keepCount(tx: Tx, municipality: string, by: string, total: ToCount): Promise<string | undefined> {
  const { from, to, ...rest } = total
  const added = await tx
    .insertInto('counted_finding')
    .values({ ...rest, municipality, id: uuid(), period_from: from, period_to: to, by })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return added?.id
}

/** The verifier confirms or refuses one; false when it was not there, was checked before, or is not this person's. */
export async function checkCount(
  tx: Tx,
  municipality: string,
  by: string,
  { id, checked, reason }: { readonly id: string; readonly checked: 'confirmed' | 'refused'; readonly reason: string },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('counted_finding')
    .set({ checked, checked_for: reason, checked_by: by, checked_at: sql`now()` })
    .where('municipality', '=', municipality)
    .where('id', '=', id)
    .where('checked', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** What all totals come to, in a few words: where it says the same, nothing came and nothing was checked. */
export async function markOfCounted(tx: Tx, municipality: string): Promise<string> {
  const {
    rows: [row],
  } = await sql<{ mark: string }>`select concat_ws(' ', count(*), max(at), max(checked_at)) as mark
    from counted_finding where municipality = ${municipality}`.execute(tx)
  return row!.mark
}
