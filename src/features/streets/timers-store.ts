/** What ends by itself of streets: photos on their day, and the address of an owner after a year. */
import { sql } from 'kysely'
import type { Tx } from '../../db/as.ts'
import { FORGET_OWNERS_AFTER } from '../../vocabulary/retention.ts'

/** Removes the pictures of photos whose day is past; that there was one stays. Gives how many. */
export async function removePhotos(tx: Tx, municipality: string): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('inspection_photo')
    .set({ picture: null })
    .where('municipality', '=', municipality)
    .where('until', '<', sql<string>`current_date`)
    .where('picture', 'is not', null)
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

/** Ends the links of owners whose shop is gone since today, and takes away their names. Gives how many. */
export async function endOwnerLinks(tx: Tx): Promise<number> {
  const { rows } = await sql<{ ended: number }>`select wall.end_links_of_gone() as ended`.execute(tx)
  return rows[0]!.ended
}

/** Takes away where a letter went and who consented, a while after it was sent. Gives how many. */
export async function forgetOwners(tx: Tx, municipality: string): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('premises_letter')
    .set({ email: '', consent_by: '' })
    .where('municipality', '=', municipality)
    .where('sent_at', '<', sql<Date>`now() - ${FORGET_OWNERS_AFTER}::interval`)
    .where((where) => where.or([where('email', '<>', ''), where('consent_by', '<>', '')]))
    .executeTakeFirst()
  return Number(numUpdatedRows)
}
