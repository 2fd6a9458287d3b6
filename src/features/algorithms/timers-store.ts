/** Asks that algorithms are looked at in the national register again. */
import { sql } from 'kysely'
import type { Tx } from '../../db/as.ts'

/** Those that nobody looked at for a week; gives how many. What waits already is not asked twice. */
export async function lookAgain(tx: Tx, municipality: string): Promise<number> {
  const { rows } = await sql<{ asked: number }>`select wall.national_again(${municipality}) as asked`.execute(tx)
  return rows[0]!.asked
}
