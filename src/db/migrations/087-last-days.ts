/** The clock asks for the evaluation of a covenant that comes to its last day, and reads whether it was renewed. */
import { sql, type Kysely } from 'kysely'

const reads = `
create policy clock_select on covenant_evaluation for select to leidraad_clock
  using (municipality = (select current_municipality()));
grant select (municipality, covenant, id, at, outcome, "on") on covenant_evaluation to leidraad_clock;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(reads).execute(db)
}
