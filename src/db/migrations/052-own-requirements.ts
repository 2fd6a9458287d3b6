/**
 * Requirements of a tender that stand in no catalogue: written by who buys, each wording kept as it was, so that an
 * answer to one wording is never read as an answer to another.
 */
import { sql, type Kysely } from 'kysely'

const READ = [
  'policy-officer',
  'adviser',
  'fg',
  'security-officer',
  'executor',
  'decision-maker',
  'publisher',
  'account-manager',
  'tender-officer',
  'auditor',
]
const WRITE = ['tender-officer', 'policy-officer']
const may = (roles: readonly string[]) => `(select wall.may('{${roles.join()}}'))`
const here = 'municipality = (select current_municipality())'

const tables = `
create table tender_own (
  municipality uuid not null, tender uuid not null, requirement text not null check (requirement <> ''),
  wording int not null check (wording > 0), content jsonb not null, by uuid not null,
  at timestamptz not null default now(), primary key (municipality, tender, requirement, wording),
  foreign key (municipality, tender) references tender (municipality, id),
  foreign key (municipality, by) references person (municipality, id));
create trigger signed before insert on tender_own for each row execute function signed_by_who_is_here();
create trigger stays before update or delete on tender_own for each row execute function refuse_change();
create trigger never_emptied before truncate on tender_own for each statement execute function refuse_change();
alter table tender_own enable row level security;
create policy desk_select on tender_own for select to leidraad_desk using (${here} and ${may(READ)});
create policy desk_insert on tender_own for insert to leidraad_desk
  with check (${here} and ${may(WRITE)} and by = current_person());
grant select, insert on tender_own to leidraad_desk;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(tables).execute(db)
}
