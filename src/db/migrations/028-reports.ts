/**
 * Anybody may report that something public is not right, or write to whose it is. The public role reaches a report
 * through four functions and never a row of it; what its page may tell of it stands in `published.report`.
 */
import { sql, type Kysely } from 'kysely'

const READ = ['policy-officer', 'executor', 'account-manager', 'publisher', 'fg', 'auditor']
const ANSWER = ['policy-officer', 'executor', 'account-manager', 'publisher']
const may = (roles: readonly string[]) => `(select wall.may('{${roles.join()}}'))`
const here = 'municipality = (select current_municipality())'

/** `told`: the answer, when everybody may read it. `seen`: the page as it was read, with its version. */
const tables = `
create table report (
  municipality uuid not null references municipality, id uuid not null,
  kind text not null check (kind in ('error', 'owner')),
  path text not null, seen text not null, title text not null, text text not null check (text <> ''),
  part text not null default '', name text not null default '', email text not null default '',
  lang text not null check (lang in ('nl', 'en')), secret text not null, due_on date not null,
  state text not null default 'open' check (state in ('open', 'asked', 'corrected', 'kept', 'passed-on', 'outside')),
  told text not null default '', handler uuid, created_at timestamptz not null default now(), closed_at timestamptz,
  primary key (municipality, id), unique (municipality, secret),
  check ((state in ('open', 'asked')) = (closed_at is null)),
  foreign key (municipality, handler) references person (municipality, id));
create index report_open on report (municipality, due_on) where closed_at is null;
create index report_closed on report (municipality, closed_at desc) where closed_at is not null;
create index report_made on report (municipality, created_at);
create table report_word (
  municipality uuid not null, report uuid not null, no int not null,
  step text not null check (step in ('added', 'asked', 'answered')),
  outcome text check (outcome in ('corrected', 'kept', 'passed-on', 'outside')), text text not null check (text <> ''),
  by uuid, at timestamptz not null default now(),
  primary key (municipality, report, no), check ((step = 'added') = (by is null)),
  check ((step = 'answered') = (outcome is not null)),
  foreign key (municipality, report) references report (municipality, id),
  foreign key (municipality, by) references person (municipality, id));
create trigger never_emptied before truncate on report_word for each statement execute function refuse_change();
create table published.report (
  municipality uuid not null, id uuid not null, path text not null, at date not null,
  state text not null check (state in ('open', 'corrected', 'kept', 'passed-on')),
  closed_on date, answer text not null default '', primary key (municipality, id));
create index published_report_of_path on published.report (municipality, path);
`

const rights = `
alter table report enable row level security;
create policy desk_select on report for select to leidraad_desk using (${here} and ${may(READ)});
create policy desk_update on report for update to leidraad_desk using (${here} and ${may(ANSWER)})
  with check (${here} and ${may(ANSWER)});
create policy clock_select on report for select to leidraad_clock using (${here});
create policy clock_update on report for update to leidraad_clock using (${here} and closed_at is not null)
  with check (${here} and name = '' and email = '');
grant select, update (state, handler, closed_at, told) on report to leidraad_desk;
grant select, update (name, email) on report to leidraad_clock;
alter table report_word enable row level security;
create policy desk_select on report_word for select to leidraad_desk using (${here} and ${may(READ)});
create policy desk_insert on report_word for insert to leidraad_desk
  with check (${here} and ${may(ANSWER)} and by = current_person());
grant select, insert on report_word to leidraad_desk;
alter table published.report enable row level security;
create policy read_by_all on published.report for select to leidraad_public using (true);
grant select on published.report to leidraad_public;
`

/** What everybody reads follows the report itself, whoever changes it: never its words, nor whose they are. */
const shown = `
create function wall.show_report() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$ begin
  if new.kind <> 'error' or new.state = 'outside' then
    delete from published.report where municipality = new.municipality and id = new.id;
    return null;
  end if;
  insert into published.report (municipality, id, path, at, state, closed_on, answer)
    values (new.municipality, new.id, new.path, (new.created_at at time zone 'Europe/Amsterdam')::date,
      case new.state when 'asked' then 'open' else new.state end,
      (new.closed_at at time zone 'Europe/Amsterdam')::date, new.told)
    on conflict (municipality, id) do update
      set state = excluded.state, closed_on = excluded.closed_on, answer = excluded.answer
      where (report.state, report.closed_on, report.answer)
        is distinct from (excluded.state, excluded.closed_on, excluded.answer);
  return null;
end $$;
create trigger shown after insert or update of state, told, closed_at on report
  for each row execute function wall.show_report();
`

/** The same report sent twice is one; a municipality takes so many in a day, and so many wait at one time. */
const doors = `
create function wall.task_of_report(m uuid, r uuid, whom uuid, role text, called text, due date) returns void
  language sql security definer set search_path = pg_catalog, pg_temp as $$
  insert into public.task (municipality, id, kind, object, person, role, text, path, due_on)
    values (m, gen_random_uuid(), 'report', 'report/' || r, whom, case when whom is null then role end, called,
      '/balie/meldingen/' || r, due)
    on conflict do nothing $$;

create function wall.add_report(one jsonb, a_day int, at_once int) returns boolean language plpgsql
  security definer set search_path = pg_catalog, pg_temp as $$
declare m uuid := (one ->> 'municipality')::uuid; r uuid := (one ->> 'id')::uuid; mail jsonb := one -> 'mail'; begin
  if not exists (select from published.municipality where id = m)
    or one ->> 'path' !~ '^/[!-~]*$' or one ->> 'seen' !~ '^/[!-~]*$'
    or length(one ->> 'path') > 600 or length(one ->> 'seen') > 700
    or length(one ->> 'title') > 500 or length(one ->> 'text') > 4000 or length(one ->> 'part') > 200
    or length(one ->> 'name') > 200 or length(one ->> 'email') > 320 or length(one ->> 'secret') <> 64
    or length(one ->> 'task') > 700 or length(mail ->> 'subject') > 700 or length(mail ->> 'body') > 3000
    or one ->> 'role' <> 'policy-officer' then
    raise exception 'this is no report' using errcode = 'check_violation'; end if;
  if exists (select from public.report where municipality = m and id = r) then return true; end if;
  -- One at a time, so that many at once are counted too.
  perform from public.audit_head where municipality = m for update;
  if (select count(*) from public.report where municipality = m and created_at > now() - interval '1 day') >= a_day
    or (select count(*) from public.report where municipality = m and closed_at is null) >= at_once
    then return false; end if;
  insert into public.report (municipality, id, kind, path, seen, title, text, part, name, email, lang, secret, due_on)
    values (m, r, one ->> 'kind', one ->> 'path', one ->> 'seen', one ->> 'title', one ->> 'text', one ->> 'part',
      one ->> 'name', one ->> 'email', one ->> 'lang', one ->> 'secret', (one ->> 'due_on')::date)
    on conflict do nothing;
  perform wall.task_of_report(m, r, null, one ->> 'role', one ->> 'task', (one ->> 'due_on')::date);
  if one ->> 'email' <> '' then
    insert into public.message (municipality, id, recipient, subject, body, kind, key, object)
      values (m, gen_random_uuid(), one ->> 'email', mail ->> 'subject', mail ->> 'body', 'report',
        'report/' || r || '/received', 'report/' || r) on conflict do nothing;
  end if;
  insert into public.audit (municipality, act, object, detail)
    values (m, 'report.received', 'report/' || r, json_build_object('page', one ->> 'path')::text);
  return true;
end $$;

create function wall.read_report(m uuid, hash text) returns jsonb language sql stable
  security definer set search_path = pg_catalog, pg_temp as $$
  select jsonb_build_object('kind', r.kind, 'path', r.path, 'seen', r.seen, 'title', r.title, 'text', r.text,
    'part', r.part, 'known', r.name <> '' or r.email <> '', 'mails', r.email <> '', 'state', r.state, 'due', r.due_on,
    'told', r.told <> '', 'id', r.id, 'at', r.created_at, 'words', coalesce((select jsonb_agg(jsonb_build_object(
        'step', w.step, 'outcome', w.outcome, 'text', w.text, 'at', w.at) order by w.no)
      from public.report_word w where w.municipality = r.municipality and w.report = r.id), '[]'))
  from public.report r where r.municipality = m and r.secret = hash $$;

create function wall.add_to_report(m uuid, hash text, words text, role text, called text, due date) returns text
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare r public.report; last public.report_word; added int; begin
  select * into r from public.report where municipality = m and secret = hash for update;
  if r.id is null then return 'missing'; end if;
  if coalesce(words, '') = '' or length(words) > 4000 or length(called) > 700 or role <> 'policy-officer' then
    raise exception 'these are no words' using errcode = 'check_violation'; end if;
  select * into last from public.report_word where municipality = m and report = r.id order by no desc limit 1;
  if last.step = 'added' and last.text = words then return 'added'; end if;
  select count(*) into added from public.report_word where municipality = m and report = r.id and step = 'added'
    and no > coalesce((select max(no) from public.report_word where municipality = m and report = r.id
      and step <> 'added'), 0);
  if added >= 3 or coalesce(last.no, 0) >= 40 then return 'enough'; end if;
  insert into public.report_word (municipality, report, no, step, text)
    values (m, r.id, coalesce(last.no, 0) + 1, 'added', words);
  if r.state <> 'open' then
    update public.report set state = 'open', closed_at = null, due_on = due, told = ''
      where municipality = m and id = r.id;
  end if;
  perform wall.task_of_report(m, r.id, r.handler, role, called, case r.state when 'open' then r.due_on else due end);
  insert into public.audit (municipality, act, object, detail)
    values (m, 'report.added-to', 'report/' || r.id, '{}');
  return 'added';
end $$;

create function wall.forget_reporter(m uuid, hash text) returns boolean language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
declare r uuid; begin
  update public.report set name = '', email = '' where municipality = m and secret = hash
    and (name <> '' or email <> '') returning id into r;
  if r is null then return false; end if;
  delete from public.message where municipality = m and object = 'report/' || r and kind = 'report';
  insert into public.audit (municipality, act, object, detail)
    values (m, 'report.reporter-forgotten', 'report/' || r, '{}');
  return true;
end $$;
revoke execute on function wall.task_of_report(uuid, uuid, uuid, text, text, date), wall.show_report(),
  wall.add_report(jsonb, int, int), wall.read_report(uuid, text),
  wall.add_to_report(uuid, text, text, text, text, date), wall.forget_reporter(uuid, text) from public;
grant execute on function wall.add_report(jsonb, int, int), wall.read_report(uuid, text),
  wall.add_to_report(uuid, text, text, text, text, date), wall.forget_reporter(uuid, text) to leidraad_public;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [tables, rights, shown, doors]) await sql.raw(part).execute(db)
}
