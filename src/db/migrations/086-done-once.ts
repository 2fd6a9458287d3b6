/** What a form of the desk did: the same form with the same in it, sent twice, is one act. Gone within a day. */
import { sql, type Kysely } from 'kysely'

const here = 'municipality = (select current_municipality())'
const mine = `${here} and person = (select current_person())`

const doneOnce = `
create table done_once (
  municipality uuid not null references municipality, person uuid not null, mark text not null
    check (mark ~ '^[0-9a-f]{64}$'),
  to_page text not null default '' check (length(to_page) <= 2000),
  at timestamptz not null default now(), ends_at timestamptz not null default now() + interval '1 day',
  primary key (municipality, person, mark),
  foreign key (municipality, person) references person (municipality, id) on delete cascade);
create index done_once_ends on done_once (municipality, ends_at);
alter table done_once enable row level security;
create policy desk_select on done_once for select to leidraad_desk using (${mine});
create policy desk_insert on done_once for insert to leidraad_desk with check (${mine});
create policy desk_update on done_once for update to leidraad_desk using (${mine});
create policy desk_delete on done_once for delete to leidraad_desk using (${mine});
create policy clock_select on done_once for select to leidraad_clock using (${here});
create policy clock_delete on done_once for delete to leidraad_clock using (${here});
revoke all on done_once from leidraad_desk, leidraad_clock;
grant select, insert, delete on done_once to leidraad_desk;
grant update (to_page) on done_once to leidraad_desk;
grant select (municipality, ends_at), delete on done_once to leidraad_clock;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(doneOnce).execute(db)
}
