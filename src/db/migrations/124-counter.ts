/** Where people come by, and when: beside the telephone and e-mail of the municipality. */
import { sql, type Kysely } from 'kysely'

const counter = `
alter table municipality_contact
  add column counter text not null default '' check (length(counter) <= 120),
  add column address text not null default '' check (length(address) <= 200),
  add column hours text not null default '' check (length(hours) <= 300);
grant insert (counter, address, hours), update (counter, address, hours) on municipality_contact to leidraad_desk;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(counter).execute(db)
}
