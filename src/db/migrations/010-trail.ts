/** The trail is read by who and by when: without these a filter walks every line. */
import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index audit_of_person on audit (municipality, person, no)`.execute(db)
  await sql`create index audit_of_act on audit (municipality, act, no)`.execute(db)
  await sql`create index audit_of_moment on audit (municipality, at)`.execute(db)
}
