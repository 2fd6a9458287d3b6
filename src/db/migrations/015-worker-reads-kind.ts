/** A worker that keeps the regulations it fetched tells which were tested, and asks a case for that what it is about. */
import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`grant select (kind) on case_file to leidraad_worker`.execute(db)
}
