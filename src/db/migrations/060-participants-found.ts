/** Who takes part in a covenant is found by the covenant: pages and figures ask that, and there are many of others. */
import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index covenant_participants on covenant_participant (municipality, covenant)`.execute(db)
}
