/** What is kept no longer than it is needed, and who left long ago. */
import { sql } from 'kysely'
import type { Tx } from '../../db/as.ts'
import { wipeLinks } from '../../db/messages.ts'
import { FORGET_INVITATIONS_AFTER, FORGET_LEAVERS_AFTER, RETENTION } from '../../vocabulary/retention.ts'

/** People forgotten in one round: each is looked for in every text. */
const MOST = 20

/** How many rows, links in mail and people were forgotten. */
export async function forget(tx: Tx, municipality: string): Promise<number> {
  let count = 0
  for (const { table, column, keep } of RETENTION) {
    const { numAffectedRows } = await sql`delete from ${sql.table(table)} where municipality = ${municipality}
        and ${sql.ref(column)} < now() - ${keep}::interval`.execute(tx)
    count += Number(numAffectedRows ?? 0)
  }
  count += await wipeLinks(tx, municipality)
  const { rows } = await sql<{ people: number; invitations: number }>`
    select forget_leavers(${FORGET_LEAVERS_AFTER}::interval, ${MOST}) as people,
      forget_invitations(${FORGET_INVITATIONS_AFTER}::interval) as invitations`.execute(tx)
  return count + rows[0]!.people + rows[0]!.invitations
}
