/** What a person typed and could not send: sealed, of that person alone, and gone within a day. */
import { sql, type Kysely } from 'kysely'

const unsent = `
create table unsent (
  municipality uuid not null references municipality, id uuid not null, person uuid not null, sealed text not null,
  at timestamptz not null default now(), ends_at timestamptz not null default now() + interval '1 day',
  primary key (municipality, id),
  foreign key (municipality, person) references person (municipality, id) on delete cascade);
create index unsent_of_person on unsent (municipality, person, at);
alter table unsent enable row level security;
create policy tenant on unsent to leidraad_desk, leidraad_clock using (municipality = current_municipality())
  with check (municipality = current_municipality());
create policy own on unsent as restrictive to leidraad_desk using (person = current_person())
  with check (person = current_person());
revoke all on unsent from leidraad_desk, leidraad_clock;
grant select, insert, delete on unsent to leidraad_desk;
-- The clock wipes by time and reads nothing that was typed.
grant select (municipality, ends_at), delete on unsent to leidraad_clock;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(unsent).execute(db)
}
