/** Takes away counts, codes and certificates whose time is over. */
import { sql } from 'kysely'
import type { Tx } from '../../db/as.ts'
import { CERTIFICATES_KEPT, GROUP_COUNTS_KEPT } from '../../vocabulary/retention.ts'

/** Gives how many rows went. */
export async function forgetLessons(tx: Tx, municipality: string, today: string): Promise<number> {
  const counts = await tx
    .deleteFrom('group_count')
    .where('municipality', '=', municipality)
    .where(sql<boolean>`month < ${today}::date - ${GROUP_COUNTS_KEPT}::interval`)
    .executeTakeFirst()
  const codes = await tx
    .deleteFrom('group_code')
    .where('municipality', '=', municipality)
    .where(sql<boolean>`coalesce(ended_on, until) < ${today}::date - ${GROUP_COUNTS_KEPT}::interval`)
    .executeTakeFirst()
  const certificates = await tx
    .deleteFrom('certificate')
    .where('municipality', '=', municipality)
    .where(sql<boolean>`month < ${today}::date - ${CERTIFICATES_KEPT}::interval`)
    .executeTakeFirst()
  return Number(counts.numDeletedRows + codes.numDeletedRows + certificates.numDeletedRows)
}
