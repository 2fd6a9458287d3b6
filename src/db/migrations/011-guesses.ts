/** Guesses at secrets are counted before they are looked at, in one row per budget; failures are no longer kept. */
import { sql, type Kysely } from 'kysely'

const guesses = `
drop table sign_in_failure;
-- Of no municipality: a guess at one that does not exist counts too. The key is a keyed hash, so it names nobody.
create table guess (key text primary key, count int not null, ends_at timestamptz not null);
create index guess_ended on guess (ends_at);
alter table guess enable row level security;
revoke all on guess from leidraad_desk, leidraad_clock;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(guesses).execute(db)
}
