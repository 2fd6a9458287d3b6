/**
 * What tells of a file whether anything needs it: which pictures a visit's evidence names, read from it once, and
 * indexes on what names a file by its hash.
 */
import { sql, type Kysely } from 'kysely'

const sweep = `
create table evidence_picture (hash text primary key);
alter table evidence_picture enable row level security;
alter table visit add column pictures_read boolean not null default false;
create index visit_unread on visit (id) where evidence is not null and not pictures_read;
create index visit_evidence on visit (evidence) where evidence is not null;
create index judgement_screenshot on judgement (screenshot) where screenshot is not null;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(sweep).execute(db)
}
