/**
 * Certificates of lessons, which say nothing of who learned, and codes of organisations, which only raise a count. No
 * row of the one knows of the other: no id, no number in order, no moment finer than a month (ADR 0083).
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
const MAKE = ['policy-officer', 'security-officer', 'account-manager']
const may = (roles: readonly string[]) => `(select wall.may('{${roles.join()}}'))`
const here = 'municipality = (select current_municipality())'
const OURS = '(select current_organisation())'
const ME = '(select current_person())'
const LESSON = "lesson ~ '^[a-z][a-z0-9-]{0,39}$'"
const MONTH = 'extract(day from month) = 1'

/** `organisation` null: of the municipality itself, for its own staff. `staff`: how many, by its own word. */
const tables = `
create table certificate (
  municipality uuid not null references municipality, number text not null check (number ~ '^[0-9A-HJKMNP-TV-Z]{17}$'),
  lesson text not null check (${LESSON}), version int not null check (version between 1 and 9999),
  month date not null check (${MONTH}), signature text not null check (signature ~ '^[A-Za-z0-9_-]{86}$'),
  primary key (municipality, number));
create index certificate_of_month on certificate (municipality, month);
create table group_code (
  municipality uuid not null references municipality, id uuid not null, organisation uuid,
  label text not null check (length(label) between 1 and 100), staff int not null check (staff between 1 and 100000),
  secret text not null check (length(secret) between 8 and 64), by uuid not null, made_on date not null default current_date,
  until date not null, ended_on date,
  primary key (municipality, id), unique (municipality, secret),
  check (until >= made_on and until <= made_on + 800),
  foreign key (municipality, organisation) references organisation (municipality, id),
  foreign key (municipality, by) references person (municipality, id));
create index group_code_of_organisation on group_code (municipality, organisation);
create trigger signed before insert on group_code for each row execute function signed_by_who_is_here();
create table group_count (
  municipality uuid not null, code uuid not null, lesson text not null check (${LESSON}),
  month date not null check (${MONTH}), count int not null check (count between 1 and 100000),
  primary key (municipality, code, lesson, month),
  foreign key (municipality, code) references group_code (municipality, id) on delete cascade);
create index group_count_of_month on group_count (municipality, month);
`

/** Nobody at the desk reads a certificate or a count: the counts only as \`wall.group_totals\` gives them. */
const rights = `
alter table certificate enable row level security;
alter table group_code enable row level security;
alter table group_count enable row level security;
create policy desk_select on group_code for select to leidraad_desk
  using (${here} and case when ${OURS} is null then organisation is null and ${may(READ)}
    else organisation = ${OURS} end);
create policy desk_insert on group_code for insert to leidraad_desk
  with check (${here} and by = ${ME} and ended_on is null
    and case when ${OURS} is null then organisation is null and ${may(MAKE)} else organisation = ${OURS} end);
create policy desk_update on group_code for update to leidraad_desk
  using (${here} and case when ${OURS} is null then organisation is null and ${may(MAKE)}
    else organisation = ${OURS} end)
  with check (${here});
create policy clock_select on group_code for select to leidraad_clock using (${here});
create policy clock_delete on group_code for delete to leidraad_clock
  using (${here} and coalesce(ended_on, until) < current_date - interval '2 years');
create policy clock_select on group_count for select to leidraad_clock using (${here});
create policy clock_delete on group_count for delete to leidraad_clock
  using (${here} and month < current_date - interval '2 years');
create policy clock_select on certificate for select to leidraad_clock using (${here});
create policy clock_delete on certificate for delete to leidraad_clock
  using (${here} and month < current_date - interval '5 years');
revoke all on certificate, group_code, group_count from leidraad_desk, leidraad_clock, leidraad_public;
grant select (municipality, id, organisation, label, staff, by, made_on, until, ended_on) on group_code
  to leidraad_desk;
grant insert, update (label, staff, ended_on) on group_code to leidraad_desk;
grant select (municipality, id, until, ended_on), delete on group_code to leidraad_clock;
grant select (municipality, month), delete on group_count to leidraad_clock;
grant select (municipality, month), delete on certificate to leidraad_clock;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(tables + rights).execute(db)
}
