/** What is kept per month: the months to come are made ahead, and whole months go when their time is over. */
import { sql, type Kysely } from 'kysely'
import { FINDINGS_KEPT } from '../vocabulary/retention.ts'
import type { Tables } from './tables.ts'

/** Months made ahead of the one that runs. */
const AHEAD = 2

/**
 * Makes the months that are not there, of now and ahead and of rows that fell beside them, and stands the wall around
 * each. As the owner, or as the clock; two at once make each once. Gives how many.
 */
export async function keepMonths(db: Kysely<Tables>): Promise<number> {
  const { rows } = await sql<{ made: number }>`select keep_months(${AHEAD}) as made`.execute(db)
  return rows[0]!.made
}

/** Takes away the months of findings that are past their time and of which nothing counts any more. Gives how many. */
export async function dropMonths(db: Kysely<Tables>): Promise<number> {
  const { rows } = await sql<{ gone: number }>`select drop_months(${FINDINGS_KEPT}::interval) as gone`.execute(db)
  return rows[0]!.gone
}
