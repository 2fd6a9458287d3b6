/**
 * What waits for somebody who left goes to whoever may do it: the clock gives such a task to a role, or asks for another
 * inspector of a round.
 */
import { sql, type Kysely } from 'kysely'

const here = 'municipality = (select current_municipality())'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`grant update (person, role) on task to leidraad_clock`.execute(db)
  await sql
    .raw(`create policy clock_select on street_round for select to leidraad_clock using (${here});
      grant select on street_round to leidraad_clock`)
    .execute(db)
}
