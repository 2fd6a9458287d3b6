/**
 * The meetings of a covenant: of its steering group, and the yearly one with its report. What was decided is never
 * written again. A party reads the meetings of a covenant that it takes part in; an evaluation ends a covenant or leads
 * to its next text.
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
const WRITE = ['policy-officer', 'account-manager']
const STEER = ['policy-officer', 'decision-maker']
const may = (roles: readonly string[]) => `(select wall.may('{${roles.join()}}'))`
const here = 'municipality = (select current_municipality())'
const OURS = '(select current_organisation())'
const ME = '(select current_person())'

const tables = `
create table covenant_meeting (
  municipality uuid not null, id uuid not null, covenant uuid not null,
  kind text not null check (kind in ('steering', 'yearly')), held_on date not null, place text not null default '',
  agenda text not null check (agenda <> ''), notes text not null default '', present uuid[] not null default '{}',
  invited_at timestamptz, cancelled_for text not null default '', rev int not null default 1,
  by uuid not null, at timestamptz not null default now(),
  primary key (municipality, id), unique (municipality, covenant, id),
  foreign key (municipality, covenant) references covenant (municipality, id),
  foreign key (municipality, by) references person (municipality, id));
create index covenant_meetings on covenant_meeting (municipality, covenant, held_on desc);
create table covenant_decision (
  municipality uuid not null, id uuid not null, covenant uuid not null, meeting uuid not null,
  pledge text, participant uuid, text text not null check (text <> ''), agreed text not null check (agreed <> ''),
  by uuid not null, at timestamptz not null default now(),
  primary key (municipality, id),
  foreign key (municipality, covenant, meeting) references covenant_meeting (municipality, covenant, id),
  foreign key (municipality, participant) references covenant_participant (municipality, id),
  foreign key (municipality, by) references person (municipality, id));
create index covenant_decisions on covenant_decision (municipality, covenant, at);
create table covenant_report (
  municipality uuid not null, covenant uuid not null, no int not null, meeting uuid not null,
  document jsonb not null, by uuid not null, at timestamptz not null default now(),
  primary key (municipality, covenant, no),
  foreign key (municipality, covenant, meeting) references covenant_meeting (municipality, covenant, id),
  foreign key (municipality, by) references person (municipality, id));
create table covenant_evaluation (
  municipality uuid not null, id uuid not null, covenant uuid not null,
  worked text not null check (worked <> ''), lacked text not null check (lacked <> ''),
  outcome text not null check (outcome in ('renew', 'end')), reason text not null check (reason <> ''),
  "on" date not null, by uuid not null, at timestamptz not null default now(),
  primary key (municipality, id),
  foreign key (municipality, covenant) references covenant (municipality, id),
  foreign key (municipality, by) references person (municipality, id));
create index covenant_evaluations on covenant_evaluation (municipality, covenant, at);
${['covenant_meeting', 'covenant_decision', 'covenant_report', 'covenant_evaluation']
  .map(
    (table) => `
create trigger signed before insert on ${table} for each row execute function signed_by_who_is_here();`,
  )
  .join('')}
${['covenant_decision', 'covenant_report', 'covenant_evaluation']
  .map(
    (table) => `
create trigger kept before update or delete on ${table} for each row execute function refuse_change();
create trigger never_emptied before truncate on ${table} for each statement execute function refuse_change();`,
  )
  .join('')}
`

/** Of a covenant in which the organisation of who is here takes part. */
const takesPart = (table: string) => `exists (select from covenant_participant p
  where p.municipality = ${table}.municipality and p.covenant = ${table}.covenant and p.organisation = ${OURS}
    and p.state in ('joined', 'paused', 'suspended'))`
const walls = (table: string, add: readonly string[]) => `
alter table ${table} enable row level security;
create policy desk_select on ${table} for select to leidraad_desk
  using (${here} and case when ${OURS} is null then ${may(READ)} else ${takesPart(table)} end);
create policy desk_insert on ${table} for insert to leidraad_desk
  with check (${here} and ${OURS} is null and ${may(add)} and by = ${ME});
grant select, insert on ${table} to leidraad_desk;`

const rights = `
${walls('covenant_meeting', WRITE)}
create policy desk_update on covenant_meeting for update to leidraad_desk
  using (${here} and ${OURS} is null and ${may([...WRITE, ...STEER])})
  with check (${here} and ${OURS} is null and ${may(WRITE)});
grant update (held_on, place, agenda, notes, present, invited_at, cancelled_for, rev) on covenant_meeting
  to leidraad_desk;
${walls('covenant_decision', STEER)}
${walls('covenant_report', WRITE)}
${walls('covenant_evaluation', STEER)}
create policy clock_select on covenant_meeting for select to leidraad_clock using (${here});
grant select on covenant_meeting to leidraad_clock;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(tables + rights).execute(db)
}
