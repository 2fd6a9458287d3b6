/**
 * The names of hosts at which a municipality answers, when one process serves several. Null is none, so that a copy
 * that was made before this column goes back in.
 */
import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table municipality add column hosts text[]`.execute(db)
  // A file by its hash is shown at the host of who published it only.
  for (const column of ['evidence', 'screenshot'])
    await sql`create index ${sql.ref(`published_subject_${column}`)} on published.subject
      (${sql.ref(column)}, municipality) where ${sql.ref(column)} is not null`.execute(db)
}
