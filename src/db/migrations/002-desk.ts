/**
 * The desk: people, questionnaires, cases, registers and the nulmeting by people. Three walls stand in the database
 * itself:
 * a signed-in person works as `leidraad_desk` within one municipality (row level security); what is signed is
 * append-only and
 * can only be signed by the person who is signed in; timers work as `leidraad_clock`, which cannot sign anything.
 */
import { sql, type Kysely } from 'kysely'

const people = `
create table person (
  municipality uuid not null references municipality, id uuid not null,
    email text not null check (email = lower(email)), name text not null,
  function text not null default '', roles text[] not null default '{}', organisation uuid,
  state text not null check (state in ('invited', 'active', 'blocked', 'left')), password text, second_factor text,
  second_factor_step bigint, identity text, digest boolean not null default true,
    created_at timestamptz not null default now(),
  changed_at timestamptz not null default now(), seen_at timestamptz,
  primary key (municipality, id), unique (municipality, email),
  foreign key (municipality, organisation) references organisation (municipality, id));
create unique index person_identity on person (municipality, identity) where identity is not null;
create table recovery_code (
  municipality uuid not null, person uuid not null, hash text not null, used_at timestamptz,
  primary key (municipality, person, hash), foreign key (municipality, person) references person (municipality,
    id) on delete cascade);
create table session (
  municipality uuid not null, hash text not null, person uuid not null,
    factor text not null check (factor in ('password', 'full')),
  created_at timestamptz not null default now(), seen_at timestamptz not null default now(),
    ends_at timestamptz not null, client text not null default '',
  primary key (municipality, hash), foreign key (municipality, person) references person (municipality,
    id) on delete cascade);
create index session_of_person on session (municipality, person);
create table known_device (
  municipality uuid not null, person uuid not null, device text not null, seen_at timestamptz not null default now(),
  primary key (municipality, person, device), foreign key (municipality, person) references person (municipality,
    id) on delete cascade);
create table one_time_link (
  municipality uuid not null, hash text not null, kind text not null check (kind in ('administrator', 'invitation',
    'reset', 'baseline')),
  person uuid, baseline uuid, created_at timestamptz not null default now(), ends_at timestamptz not null,
    used_at timestamptz,
  primary key (municipality, hash));
create table sign_in_failure (
  municipality uuid not null references municipality, id uuid not null, account text not null, device text not null,
    at timestamptz not null default now(),
  primary key (municipality, id));
create index sign_in_failure_recent on sign_in_failure (municipality, account, device, at);
create table audit_head (municipality uuid primary key references municipality, no bigint not null, hash text not null);
create table audit (
  municipality uuid not null references municipality, no bigint not null, at text not null, person uuid,
    act text not null, object text not null,
  detail text not null, previous text not null, hash text not null, primary key (municipality, no));
create index audit_of_object on audit (municipality, object, no);
create table task (
  municipality uuid not null references municipality, id uuid not null, kind text not null, object text not null,
    person uuid, role text,
  text text not null, path text not null, due_on date, created_at timestamptz not null default now(),
    done_at timestamptz, done_by uuid,
  primary key (municipality, id), check (person is not null or role is not null));
create index task_of_person on task (municipality, person, due_on) where done_at is null;
create index task_of_role on task (municipality, role, due_on) where done_at is null and person is null;
create unique index task_once on task (municipality, kind, object, coalesce(person::text, role)) where done_at is null;
create table message (
  municipality uuid not null references municipality, id uuid not null, person uuid, recipient text not null,
    subject text not null, body text not null,
  kind text not null, key text not null, digest boolean not null default false,
    created_at timestamptz not null default now(), sent_at timestamptz,
  tries int not null default 0, try_after timestamptz, failure text, primary key (municipality, id),
    unique (municipality, key));
create index message_waiting on message (municipality, created_at) where sent_at is null;
create table upload (
  municipality uuid not null references municipality, id uuid not null, hash text not null, media text not null,
    name text not null, size int not null,
  organisation uuid, by uuid not null, at timestamptz not null default now(), primary key (municipality, id));
`

const questionnaires = `
create table questionnaire (id text not null, version text not null, content jsonb not null,
  kept_at timestamptz not null default now(), primary key (id, version));
create table form (
  municipality uuid not null references municipality, id uuid not null, questionnaire text not null,
    version text not null, variant text,
  organisation uuid, earlier uuid, created_by uuid not null, created_at timestamptz not null default now(),
    closed_at timestamptz,
  primary key (municipality, id), foreign key (questionnaire, version) references questionnaire (id, version),
  foreign key (municipality, organisation) references organisation (municipality, id),
  foreign key (municipality, earlier) references form (municipality, id));
create table answer (
  municipality uuid not null, form uuid not null, question text not null, no int not null, value jsonb,
    reason text not null default '',
  by uuid not null, at timestamptz not null default now(), restores int,
  primary key (municipality, form, question, no), foreign key (municipality, form) references form (municipality, id));
create table answer_share (
  municipality uuid not null, form uuid not null, question text not null, by uuid not null,
    at timestamptz not null default now(),
  primary key (municipality, form, question), foreign key (municipality, form) references form (municipality, id));
create table answer_evidence (
  municipality uuid not null, id uuid not null, form uuid not null, question text not null,
    kind text not null check (kind in ('file', 'link', 'scan')),
  title text not null, url text, upload uuid, subject uuid, owner text not null default '', ends_on date,
    by uuid not null,
  at timestamptz not null default now(), removed_at timestamptz,
  primary key (municipality, id), foreign key (municipality, form) references form (municipality, id),
  foreign key (municipality, upload) references upload (municipality, id));
create index answer_evidence_of_form on answer_evidence (municipality, form, question);
create table comment (
  municipality uuid not null, id uuid not null, form uuid not null, question text not null, text text not null,
    by uuid not null,
  at timestamptz not null default now(), primary key (municipality, id), foreign key (municipality,
    form) references form (municipality, id));
create index comment_of_form on comment (municipality, form, question);
`

const registers = `
create table regulation (
  municipality uuid not null references municipality, id uuid not null, work text not null,
    version text not null default '', title text not null,
  kind text not null default '', department text not null default '', url text, issued_on date, modified_on date,
    in_force_on date, out_of_force_on date,
  subjects text[] not null default '{}', versions jsonb not null default '[]',
    source text not null check (source in ('cvdr', 'csv', 'hand')),
  ended_at timestamptz, created_at timestamptz not null default now(), changed_at timestamptz not null default now(),
  primary key (municipality, id), unique (municipality, work));
create table product (
  municipality uuid not null references municipality, id uuid not null, name text not null,
    supplier text not null default '', version text not null default '',
  configuration text not null default '', deployment text not null default '', description text not null default '',
    contract_starts_on date,
  contract_ends_on date, cost_per_year int, data text[] not null default '{}', owner text not null default '',
    websites text[] not null default '{}',
  ended_at timestamptz, created_at timestamptz not null default now(), changed_at timestamptz not null default now(),
    primary key (municipality, id));
`

const cases = `
create table case_number (municipality uuid primary key references municipality, last int not null);
create table case_file (
  municipality uuid not null references municipality, id uuid not null, no int not null,
    kind text not null check (kind in ('regulation', 'proposal', 'product')),
  title text not null, summary text not null default '', author uuid not null, handler uuid, decision_maker uuid,
    regulation uuid, product uuid,
  state text not null default 'draft', state_since timestamptz not null default now(), before_hold text,
    round int not null default 0,
  urgent boolean not null default false, complex boolean not null default false, pre_check uuid, full_test uuid,
    route text,
  intended_on date, due_on date, retest_on date, created_at timestamptz not null default now(),
  primary key (municipality, id), unique (municipality, no),
  foreign key (municipality, author) references person (municipality, id), foreign key (municipality,
    handler) references person (municipality, id),
  foreign key (municipality, regulation) references regulation (municipality, id), foreign key (municipality,
    product) references product (municipality, id),
  foreign key (municipality, pre_check) references form (municipality, id), foreign key (municipality,
    full_test) references form (municipality, id));
create index case_file_open on case_file (municipality, state, due_on);
create index case_file_of_regulation on case_file (municipality, regulation) where regulation is not null;
create index case_file_of_product on case_file (municipality, product) where product is not null;
create index case_file_of_forms on case_file (municipality, pre_check);
create index case_file_of_full_test on case_file (municipality, full_test);
create table case_step (
  municipality uuid not null, case_file uuid not null, no int not null, from_state text, to_state text not null,
    by uuid not null, function text not null default '',
  at timestamptz not null default now(), reason text not null default '', rule text,
  primary key (municipality, case_file, no), foreign key (municipality, case_file) references case_file (municipality,
    id),
  foreign key (municipality, by) references person (municipality, id));
create index case_step_no_effect on case_step (municipality, case_file) where to_state = 'no-effect';
create table opinion_request (
  municipality uuid not null, id uuid not null, case_file uuid not null, round int not null, role text not null,
    person uuid, by uuid not null,
  at timestamptz not null default now(), due_on date not null, escalated_at timestamptz,
  primary key (municipality, id), foreign key (municipality, case_file) references case_file (municipality, id));
create unique index opinion_request_once on opinion_request (municipality, case_file, round, role,
  coalesce(person::text, ''));
create index opinion_request_due on opinion_request (municipality, due_on) where escalated_at is null;
create table opinion (
  municipality uuid not null, id uuid not null, case_file uuid not null, request uuid not null, no int not null,
  stance text not null check (stance in ('no-objection', 'conditions', 'revise', 'against', 'none-needed')),
    text text not null, by uuid not null,
  function text not null default '', at timestamptz not null default now(),
  primary key (municipality, id), unique (municipality, request, no), foreign key (municipality,
    request) references opinion_request (municipality, id),
  foreign key (municipality, by) references person (municipality, id));
create index opinion_of_case on opinion (municipality, case_file);
create table opinion_condition (
  municipality uuid not null, id uuid not null, case_file uuid not null, opinion uuid not null, no int not null,
    text text not null,
  primary key (municipality, id), unique (municipality, opinion, no), foreign key (municipality,
    opinion) references opinion (municipality, id));
create index opinion_condition_of_case on opinion_condition (municipality, case_file);
create table reaction (
  municipality uuid not null, case_file uuid not null, condition uuid not null, no int not null,
    kind text not null check (kind in ('adopt', 'adapt', 'refuse')),
  text text not null, by uuid not null, at timestamptz not null default now(),
  primary key (municipality, condition, no), foreign key (municipality,
    condition) references opinion_condition (municipality, id));
create index reaction_of_case on reaction (municipality, case_file);
create table advice (
  municipality uuid not null, case_file uuid not null, no int not null,
    stance text not null check (stance in ('no-objection', 'conditions', 'revise', 'against')),
  text text not null, by uuid not null, function text not null default '', at timestamptz not null default now(),
  primary key (municipality, case_file, no), foreign key (municipality, case_file) references case_file (municipality,
    id));
create table flag_answer (
  municipality uuid not null, case_file uuid not null, question text not null, no int not null, text text not null,
    by uuid not null,
  at timestamptz not null default now(), primary key (municipality, case_file, question, no),
  foreign key (municipality, case_file) references case_file (municipality, id));
create table decision (
  municipality uuid not null, id uuid not null, case_file uuid not null, no int not null, outcome text not null,
    text text not null, by uuid not null,
  name text not null, function text not null, mandate text not null, decided_on date not null,
    at timestamptz not null default now(),
  primary key (municipality, id), unique (municipality, case_file, no), foreign key (municipality,
    case_file) references case_file (municipality, id),
  foreign key (municipality, by) references person (municipality, id));
create table deviation (
  municipality uuid not null, decision uuid not null, about text not null, text text not null,
  primary key (municipality, decision, about), foreign key (municipality, decision) references decision (municipality,
    id));
create table measure (
  municipality uuid not null, id uuid not null, case_file uuid not null, text text not null, owner uuid not null,
    due_on date not null,
  state text not null default 'open' check (state in ('open', 'proven', 'done', 'dropped')), by uuid not null,
    at timestamptz not null default now(),
  primary key (municipality, id), foreign key (municipality, case_file) references case_file (municipality, id));
create index measure_of_case on measure (municipality, case_file);
create table measure_proof (
  municipality uuid not null, measure uuid not null, no int not null, text text not null, url text, upload uuid,
    verdict text check (verdict in ('accepted', 'insufficient')),
  by uuid not null, at timestamptz not null default now(),
  primary key (municipality, measure, no), foreign key (municipality, measure) references measure (municipality, id));
create table retest (
  municipality uuid not null, id uuid not null, case_file uuid not null,
  kind text not null check (kind in ('version', 'purpose', 'supplier', 'incident', 'date')), text text not null,
    due_on date not null, by uuid,
  at timestamptz not null default now(), started_at timestamptz,
  primary key (municipality, id), foreign key (municipality, case_file) references case_file (municipality, id));
create index retest_of_case on retest (municipality, case_file);
create table omission (
  municipality uuid not null, case_file uuid not null, field text not null, ground text not null, text text not null,
    by uuid not null,
  at timestamptz not null default now(), primary key (municipality, case_file, field), foreign key (municipality,
    case_file) references case_file (municipality, id));
create table case_release (
  municipality uuid not null, case_file uuid not null, no int not null, step text not null check (step in ('proposed',
    'approved', 'withdrawn')),
  by uuid not null, at timestamptz not null default now(), hash text not null,
  primary key (municipality, case_file, no), foreign key (municipality, case_file) references case_file (municipality,
    id));
create table sample_draw (
  municipality uuid not null references municipality, id uuid not null, no int not null, seed text not null,
    among uuid[] not null, drawn uuid[] not null, by uuid not null,
  at timestamptz not null default now(), primary key (municipality, id), unique (municipality, no));
create table recheck (
  municipality uuid not null, case_file uuid not null, draw uuid not null, agrees boolean not null, text text not null,
    by uuid not null,
  at timestamptz not null default now(), primary key (municipality, case_file, draw), foreign key (municipality,
    case_file) references case_file (municipality, id));
create table baseline (
  municipality uuid not null, id uuid not null, organisation uuid not null, year int not null, form uuid,
    email text not null default '',
  state text not null check (state in ('invited', 'running', 'done', 'declined', 'left')), invited_by uuid,
    invited_at timestamptz not null default now(),
  cluster_proposed text, cluster text check (cluster in ('A', 'B', 'C', 'D')), cluster_reason text not null default '',
    cluster_rule text not null default '',
  cluster_by_organisation uuid, cluster_confirmed_by uuid, started_at timestamptz, done_at timestamptz,
    ended_at timestamptz,
  primary key (municipality, id), unique (municipality, organisation, year), foreign key (municipality,
    organisation) references organisation (municipality, id),
  foreign key (municipality, form) references form (municipality, id));
create index baseline_of_cluster on baseline (municipality, year, cluster) where state = 'done';
create table baseline_figure (
  municipality uuid not null, year int not null, cluster text not null, question text not null,
    organisation uuid not null, value real,
  primary key (municipality, year, cluster, question, organisation));

create table published.toets (
  municipality uuid not null, no int not null, version int not null, current boolean not null, kind text not null,
    title text not null,
  outcome text not null, decided_on date not null, published_at timestamptz not null default now(),
    by_name text not null, by_function text not null,
  second_name text not null, second_function text not null, document jsonb not null, pdf text, odt text,
  primary key (municipality, no, version));
create unique index published_toets_current on published.toets (municipality, no) where current;
create table published.regulation (
  municipality uuid not null, work text not null, title text not null, kind text not null, url text, in_force_on date,
    tested_on date, toets int, due_on date,
  primary key (municipality, work));
create table published.regulation_share (
  municipality uuid not null, month date not null, total int not null, tested int not null, primary key (municipality,
    month));
create table published.sample_draw (
  municipality uuid not null, no int not null, at timestamptz not null, seed text not null, among int[] not null,
    drawn int[] not null,
  primary key (municipality, no));
`

/**
 * What a person signs, and what a case went through: nobody changes it afterwards, not even the owner of the database.
 * Answers and comments the desk can only add too, but an organisation that leaves takes them away.
 */
const APPEND_ONLY = [
  'audit',
  'case_step',
  'opinion',
  'opinion_condition',
  'reaction',
  'advice',
  'flag_answer',
  'decision',
  'deviation',
  'case_release',
  'sample_draw',
  'recheck',
  'measure_proof',
]
/** Rows that name who signed: only the person who is signed in. */
const SIGNED = [
  'case_step',
  'opinion',
  'reaction',
  'advice',
  'flag_answer',
  'decision',
  'case_release',
  'sample_draw',
  'recheck',
  'measure_proof',
  'answer',
  'comment',
  'answer_share',
  'omission',
  'opinion_request',
  'measure',
]
/** What a partner organisation has rows of its own in; of all the rest it sees nothing. */
const PARTNERS_OWN: Readonly<Record<string, string>> = {
  organisation: 'id = current_organisation()',
  subject: 'organisation = current_organisation()',
  baseline: 'organisation = current_organisation()',
  form: 'organisation = current_organisation()',
  upload: 'organisation = current_organisation()',
  ...Object.fromEntries(
    ['answer', 'answer_share', 'answer_evidence', 'comment'].map((table) => [table, 'form in (select id from form)']),
  ),
  judgement: 'subject in (select id from subject)',
  finding: 'subject in (select id from subject)',
  person: 'id = current_person() or organisation = current_organisation()',
  session: 'person = current_person()',
  known_device: 'person = current_person()',
  recovery_code: 'person = current_person()',
  task: 'person = current_person()',
  audit: 'person = current_person()',
  audit_head: 'true',
  message: 'true',
  municipality: 'true',
  one_time_link: 'true',
}
/** What a partner may add although it cannot see it: the request to confirm its group. */
const PARTNERS_ADD: Readonly<Record<string, string>> = { task: "kind = 'cluster' or person = current_person()" }
/**
 * Answers of an organisation are its own: the municipality sees of them what was shared, and groups through
 * baseline_group().
 */
const SHARED = `(select organisation from form f where f.municipality = MINE.municipality and f.id = MINE.form) is null
  or (select organisation from form f where f.municipality = MINE.municipality and f.id = MINE.form) = current_organisation()
  or (MINE.SHAREABLE and exists (select from answer_share s where s.municipality = MINE.municipality and s.form = MINE.form and s.question = MINE.question))`

const walls = `
do $$ begin
  if not exists (select from pg_roles where rolname = 'leidraad_desk') then create role leidraad_desk nologin; end if;
  if not exists (select from pg_roles where rolname = 'leidraad_clock') then create role leidraad_clock nologin; end if;
end $$;
do $$ begin execute format('grant leidraad_desk, leidraad_clock to %I', current_user); end $$;
create function current_municipality() returns uuid language sql stable as $$ select
  nullif(current_setting('leidraad.municipality', true), '')::uuid $$;
create function current_organisation() returns uuid language sql stable as $$ select
  nullif(current_setting('leidraad.organisation', true), '')::uuid $$;
create function current_person() returns uuid language sql stable as $$ select
  nullif(current_setting('leidraad.person', true), '')::uuid $$;

create function refuse_change() returns trigger language plpgsql as $$ begin
  raise exception 'what is in % stays as it was', tg_table_name using errcode = 'insufficient_privilege'; end $$;
create function signed_by_who_is_here() returns trigger language plpgsql as $$ begin
  if (to_jsonb(new) ->> 'by')::uuid is distinct from current_person()
    then raise exception 'only the person who is signed in signs' using errcode = 'insufficient_privilege'; end if;
  return new; end $$;
-- A step moves its case, and only from where the case is: two people at once do not pass each other unseen.
create function take_step() returns trigger language plpgsql security definer set search_path = public,
  pg_temp as $$ declare here text; begin
  select state into here from case_file where municipality = new.municipality and id = new.case_file for update;
  if here is distinct from coalesce(new.from_state, 'draft') then raise exception 'the case is in %, not in %', here,
    new.from_state using errcode = 'serialization_failure'; end if;
  update case_file set state = new.to_state, state_since = now() where municipality = new.municipality
    and id = new.case_file;
  return new; end $$;
create trigger moves before insert on case_step for each row execute function take_step();
create function born_as_draft() returns trigger language plpgsql as $$ begin
  if new.state <> 'draft' then raise exception 'a case begins as a draft' using errcode = 'insufficient_privilege';
    end if; return new; end $$;
create trigger born before insert on case_file for each row execute function born_as_draft();

grant usage on schema public, published to leidraad_desk, leidraad_clock;
grant select, insert on all tables in schema public to leidraad_desk;
grant select on all tables in schema public to leidraad_clock;
grant select on all tables in schema published to leidraad_desk, leidraad_clock;
revoke all on kysely_migration, kysely_migration_lock from leidraad_desk, leidraad_clock;
revoke insert on municipality, judgement, finding, visit, baseline_figure from leidraad_desk;
revoke select on baseline_figure from leidraad_desk, leidraad_clock;
grant update on person, session, one_time_link, audit_head, task, message, answer_evidence, form, regulation, product,
  case_number, measure, retest, omission, baseline,
  organisation, subject to leidraad_desk;
grant update (title, summary, author, handler, decision_maker, regulation, product, before_hold, round, urgent,
  complex, pre_check, full_test, route,
  intended_on, due_on, retest_on) on case_file to leidraad_desk;
grant delete on session, recovery_code, known_device, one_time_link, sign_in_failure, answer_share,
  omission to leidraad_desk;
grant insert on task, message, retest to leidraad_clock;
grant update (done_at) on task to leidraad_clock;
grant update on message to leidraad_clock;
grant update (escalated_at) on opinion_request to leidraad_clock;
grant update (email, name, function, password, second_factor, identity, changed_at) on person to leidraad_clock;
grant delete on session, one_time_link, sign_in_failure, message, task, recovery_code, known_device to leidraad_clock;
grant insert, update, delete on published.toets, published.regulation, published.regulation_share,
  published.sample_draw, published.blob to leidraad_desk;
alter default privileges in schema public grant select, insert on tables to leidraad_desk;
alter default privileges in schema public grant select on tables to leidraad_clock;
`

const policies = `
do $$ declare each record; begin
  for each in select c.table_schema as place, c.table_name as name from information_schema.columns c
    join information_schema.tables t using (table_schema, table_name)
    where c.column_name = 'municipality' and t.table_type = 'BASE TABLE' and (c.table_schema = 'public'
      or c.table_name in ('toets', 'regulation', 'regulation_share', 'sample_draw'))
      and c.table_name <> 'baseline_figure' loop
    execute format('alter table %I.%I enable row level security', each.place, each.name);
    execute format('create policy tenant on %I.%I to leidraad_desk, leidraad_clock using (municipality = current_municipality()) with check (municipality = current_municipality())', each.place, each.name);
    if each.place = 'published'
      then execute format('create policy public on %I.%I for select to leidraad_public using (true)', each.place,
        each.name); end if;
  end loop;
end $$;
alter table municipality enable row level security;
create policy tenant on municipality to leidraad_desk, leidraad_clock using (id = current_municipality());
alter table baseline_figure enable row level security;
`

/** Groups of ten or more, in which no one weighs more than half: the only way to the figures of organisations. */
const groups = `
create function baseline_group(asked_year int) returns table (cluster text, question text, organisations int, mean real)
language sql stable security definer set search_path = public, pg_temp as $$
  select f.cluster, f.question, count(f.value)::int, avg(f.value)::real from baseline_figure f
  where f.municipality = current_municipality() and f.year = asked_year group by f.cluster,
    f.question having count(f.value) >= 10 $$;
create function keep_baseline_figure(asked_year int, asked_cluster text, asked_question text,
  asked_value real) returns void
language sql security definer set search_path = public, pg_temp as $$
  insert into baseline_figure (municipality, year, cluster, question, organisation, value)
  select current_municipality(), asked_year, asked_cluster, asked_question, current_organisation(),
    asked_value where current_organisation() is not null
  on conflict (municipality, year, cluster, question, organisation) do update set value = excluded.value $$;
create function forget_baseline_figures(asked_year int) returns void language sql security definer
  set search_path = public, pg_temp as $$
  delete from baseline_figure where municipality = current_municipality() and organisation = current_organisation()
    and year = asked_year $$;
create function leave_baseline() returns void language sql security definer set search_path = public, pg_temp as $$
  delete from answer_share s using form f where f.municipality = s.municipality and f.id = s.form
    and f.municipality = current_municipality() and f.organisation = current_organisation();
  delete from answer_evidence s using form f where f.municipality = s.municipality and f.id = s.form
    and f.municipality = current_municipality() and f.organisation = current_organisation();
  delete from comment s using form f where f.municipality = s.municipality and f.id = s.form
    and f.municipality = current_municipality() and f.organisation = current_organisation();
  delete from answer s using form f where f.municipality = s.municipality and f.id = s.form
    and f.municipality = current_municipality() and f.organisation = current_organisation();
  delete from baseline_figure where municipality = current_municipality() and organisation = current_organisation() $$;
revoke all on function leave_baseline() from public;
grant execute on function leave_baseline() to leidraad_desk;
revoke all on function baseline_group(int), keep_baseline_figure(int, text, text, real),
  forget_baseline_figures(int) from public;
grant execute on function baseline_group(int), keep_baseline_figure(int, text, text, real),
  forget_baseline_figures(int) to leidraad_desk;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [people, questionnaires, registers, cases, walls, policies, groups])
    await sql.raw(part).execute(db)
  const each = (tables: readonly string[], text: (table: string) => string) =>
    sql.raw(tables.map(text).join(';\n')).execute(db)
  await each(
    APPEND_ONLY,
    (table) => `create trigger stays before update or delete on ${table} for each row execute function refuse_change()`,
  )
  await each(
    SIGNED,
    (table) => `create trigger signed before insert on ${table} for each row execute function signed_by_who_is_here()`,
  )
  const { rows } = await sql<{
    name: string
  }>`select tablename as name from pg_tables where schemaname = 'public' and rowsecurity`.execute(db)
  await each(
    rows.map(({ name }) => name),
    (table) => `create policy partner on ${table} as restrictive to leidraad_desk
    using (current_organisation() is null or (${PARTNERS_OWN[table] ?? 'false'}))
    with check (current_organisation() is null or (${PARTNERS_ADD[table] ?? PARTNERS_OWN[table] ?? 'false'}))`,
  )
  await each(
    ['answer', 'answer_evidence', 'comment'],
    (table) => `create policy own on ${table} as restrictive to leidraad_desk, leidraad_clock
    using (${SHARED.replaceAll('MINE', table).replaceAll(`${table}.SHAREABLE`, table === 'answer' ? 'true' : 'false')})`,
  )
}
