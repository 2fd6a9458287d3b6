/**
 * The clock reckons pledges out of entries, and of an entry counts whether the file that it names is still there: it
 * sees that a file is there, and neither what it is called nor whose it is.
 */
import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`grant select (id) on upload to leidraad_clock`.execute(db)
}
