/**
 * Two organisations may have the same website or mail domain: each watches it for itself, and it is visited once. And a
 * municipality remembers where its own site is, for the mail that leaves in its name.
 */
import { sql, type Kysely } from 'kysely'

const shared = `
drop index subject_address;
create unique index subject_address on subject (municipality, organisation, kind, address) where ended_at is null;
alter table municipality add column site text;`

export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql.raw(shared).execute(db)
}
