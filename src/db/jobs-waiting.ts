/** Whether what waits for a worker is taken up by anybody. */
import { sql } from 'kysely'
import type { Db } from './connect.ts'

/** How long nothing may happen while something waits: much longer than a job takes to be claimed. */
const SILENCE = '10 minutes'

/**
 * Something could have been done for ten minutes, and in that time no job was under way, ended or was begun. Mail is
 * not counted: without a server it waits by design.
 */
export async function waitsInVain(db: Db): Promise<boolean> {
  const since = sql`now() - ${sql.lit(SILENCE)}::interval`
  const { rows } = await sql<{ vain: boolean }>`select
    exists (select from job where state = 'queued' and not parked and kind <> 'mail' and due < ${since})
    and not exists (select from job where state = 'active' and kind <> 'mail' and lease_until > now())
    and not exists (select from job where ended_at > ${since} and kind <> 'mail')
    and not exists (select from job where state = 'queued' and not parked and kind <> 'mail' and started_at > ${since})
    as vain`.execute(db)
  return rows[0]!.vain
}
