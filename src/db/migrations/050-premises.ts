/**
 * The clock follows agreements over the premises of a street: it reads which premises there are, and which of them
 * everybody reads of by name, to tell nothing of fewer than ten of the others.
 */
import { sql, type Kysely } from 'kysely'

const here = 'municipality = (select current_municipality())'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(
      ['street', 'premises', 'published.street_premises']
        .map(
          (table) => `create policy clock_select on ${table} for select to leidraad_clock using (${here});
grant select on ${table} to leidraad_clock;`,
        )
        .join('\n'),
    )
    .execute(db)
}
