/**
 * The trail of the installation itself: that a municipality was made, renamed or removed. It is of no municipality, so
 * that one that is empty can still be removed, and stands in the same chain as theirs under a number of its own.
 */
import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table audit drop constraint audit_municipality_fkey`.execute(db)
  await sql`alter table audit_head drop constraint audit_head_municipality_fkey`.execute(db)
  await sql`insert into audit_head (municipality, no, hash)
    values ('00000000-0000-0000-0000-000000000000', 0, repeat('0', 64))`.execute(db)
}
