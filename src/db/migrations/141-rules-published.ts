/** Who asks for second looks sees by what norms and lists the last publication was judged. */
import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`grant select (catalogue_version, versions) on published.publication to leidraad_worker`.execute(db)
}
