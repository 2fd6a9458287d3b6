/**
 * Good practices: how somebody met a norm, sent without an account, shown after a colleague put the own name to it.
 * Nobody in public reaches a row: three functions for who sent it, and `published.practice` for everybody.
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
const REVIEW = ['policy-officer', 'adviser', 'security-officer', 'account-manager']
const may = (roles: readonly string[]) => `(select wall.may('{${roles.join()}}'))`
const here = 'municipality = (select current_municipality())'
const ME = '(select current_person())'

const LENGTHS = { title: 120, organisation: 120, problem: 1000, did: 3000, gained: 1000, link: 300 } as const
const words = (least: 0 | 1) =>
  Object.entries(LENGTHS)
    .map(([name, most]) => {
      const from = least === 1 && name !== 'gained' && name !== 'link' ? 1 : 0
      return `${name} text not null check (length(${name}) between ${from} and ${most})`
    })
    .join(', ')
const LICENCE = `licence text not null check (licence in ('CC0-1.0', 'CC-BY-4.0', 'CC-BY-SA-4.0'))`
const LANG = `lang text not null check (lang in ('nl', 'en'))`

/** `reason`: why it is not shown, told to who sent it; of what was withdrawn also to everybody. */
const tables = `
create table practice (
  municipality uuid not null references municipality, id uuid not null, number text not null check (length(number) = 10),
  ${words(1)}, norms text[] not null check (cardinality(norms) <= 5), ${LICENCE}, ${LANG},
  name text not null default '' check (length(name) <= 100), email text not null default '' check (length(email) <= 320),
  secret text not null check (length(secret) = 64),
  form text not null default '' check (length(form) <= 64), sent_on date not null default today_here(),
  state text not null default 'sent' check (state in ('sent', 'shown', 'refused', 'withdrawn')),
  reason text not null default '' check (length(reason) <= 1000), reviewer uuid, reviewed_on date, ended_on date,
  primary key (municipality, id), unique (municipality, number), unique (municipality, secret),
  check (state not in ('shown', 'refused') or (reviewer is not null and reviewed_on is not null)),
  check ((state in ('refused', 'withdrawn')) = (ended_on is not null)),
  check (state <> 'shown' or cardinality(norms) > 0),
  foreign key (municipality, reviewer) references person (municipality, id));
create index practice_waiting on practice (municipality, sent_on) where state = 'sent';
create index practice_form on practice (municipality, form) where form <> '';
create index practice_sent on practice (municipality, sent_on);
create index practice_reviewed_by on practice (municipality, reviewer);
create table published.practice (
  municipality uuid not null, id uuid not null, number text not null, ${words(0)}, norms text[] not null, ${LICENCE},
  ${LANG}, reviewer text not null, function text not null, reviewed_on date not null,
  withdrawn_on date, reason text not null default '', changed_at timestamptz not null default now(),
  primary key (municipality, id), unique (municipality, number));
`

const rights = `
alter table practice enable row level security;
create policy desk_select on practice for select to leidraad_desk using (${here} and ${may(READ)});
create policy desk_update on practice for update to leidraad_desk using (${here} and ${may(REVIEW)})
  with check (${here} and ${may(REVIEW)} and (state = 'withdrawn' or reviewer = ${ME}));
create policy clock_select on practice for select to leidraad_clock using (${here});
create policy clock_update on practice for update to leidraad_clock using (${here} and state <> 'sent')
  with check (${here} and name = '' and email = '');
create policy clock_delete on practice for delete to leidraad_clock
  using (${here} and ended_on < current_date - interval '1 year');
revoke all on practice from leidraad_desk, leidraad_clock, leidraad_public;
grant select (municipality, id, number, title, organisation, problem, did, gained, link, norms, licence, lang, name, email,
    sent_on, state, reason, reviewer, reviewed_on, ended_on),
  update (title, organisation, problem, did, gained, link, norms, state, reason, reviewer, reviewed_on, ended_on)
  on practice to leidraad_desk;
grant select (municipality, id, state, name, email, reviewed_on, ended_on), update (name, email), delete on practice
  to leidraad_clock;
alter table published.practice enable row level security;
create policy read_by_all on published.practice for select to leidraad_public using (true);
grant select on published.practice to leidraad_public;
`

/** What everybody reads follows the practice itself. Of what was withdrawn its words go at once; that it was there stays. */
const shown = `
create function wall.show_practice() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$ begin
  if new.state = 'shown' then
    insert into published.practice (municipality, id, number, title, organisation, problem, did, gained, link, norms,
        licence, lang, reviewer, function, reviewed_on)
      select new.municipality, new.id, new.number, new.title, new.organisation, new.problem, new.did, new.gained, new.link,
        new.norms, new.licence, new.lang, p.name, coalesce(nullif(p.function, ''), ''), new.reviewed_on
      from public.person p where p.municipality = new.municipality and p.id = new.reviewer
      on conflict (municipality, id) do nothing;
  elsif new.state = 'withdrawn' then
    update published.practice set title = '', organisation = '', problem = '', did = '', gained = '', link = '',
        norms = '{}', reviewer = '', function = '', withdrawn_on = new.ended_on, reason = new.reason, changed_at = now()
      where municipality = new.municipality and id = new.id and withdrawn_on is null;
  end if;
  return null;
end $$;
create trigger shown after insert or update of state on practice for each row execute function wall.show_practice();

-- A name that changes, or goes with who left, changes and goes here too.
create function wall.rename_reviewer() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$ begin
  update published.practice o set reviewer = new.name, function = coalesce(new.function, '')
    from public.practice p where p.municipality = new.municipality and p.reviewer = new.id
      and o.municipality = p.municipality and o.id = p.id and o.withdrawn_on is null;
  return null;
end $$;
create trigger reviewer_renamed after update of name, function on person for each row
  when (old.name is distinct from new.name or old.function is distinct from new.function)
  execute function wall.rename_reviewer();
revoke execute on function wall.show_practice(), wall.rename_reviewer() from public;
`

const doors = `
create function wall.add_practice(one jsonb, a_day int, at_once int, of_form int) returns text language plpgsql
  security definer set search_path = pg_catalog, pg_temp as $$
declare m uuid := (one ->> 'municipality')::uuid; r uuid := (one ->> 'id')::uuid;
  due date := (one ->> 'due')::date; begin
  if not exists (select from published.municipality where id = m) or jsonb_typeof(one -> 'norms') <> 'array'
    or length(one::text) > 20000 or due not between public.today_here() and public.today_here() + 60
    or exists (select from jsonb_array_elements_text(one -> 'norms') n where length(n) not between 1 and 40) then
    raise exception 'this is no practice' using errcode = 'check_violation'; end if;
  if exists (select from public.practice where municipality = m and id = r) then return 'kept'; end if;
  -- One at a time, so that many at once are counted too.
  perform from public.audit_head where municipality = m for update;
  if coalesce(one ->> 'form', '') <> '' and (select count(*) from public.practice where municipality = m
      and form = one ->> 'form') >= of_form then return 'form'; end if;
  if (select count(*) from public.practice where municipality = m and sent_on = public.today_here()) >= least(a_day, 1000)
    or (select count(*) from public.practice where municipality = m and state = 'sent') >= least(at_once, 5000)
    then return 'full'; end if;
  insert into public.practice (municipality, id, number, title, organisation, problem, did, gained, link, norms, licence,
      lang, name, email, secret, form)
    values (m, r, one ->> 'number', one ->> 'title', one ->> 'organisation', one ->> 'problem', one ->> 'did',
      one ->> 'gained', one ->> 'link', array(select jsonb_array_elements_text(one -> 'norms')), one ->> 'licence',
      one ->> 'lang', one ->> 'name', one ->> 'email', one ->> 'secret',
      coalesce(one ->> 'form', '')) on conflict do nothing;
  insert into public.task (municipality, id, kind, object, role, text, path, due_on)
    values (m, gen_random_uuid(), 'practice', 'practice/' || r, 'policy-officer',
      'Kijk een goede praktijk na die iemand instuurde', '/balie/praktijken/' || r, due) on conflict do nothing;
  insert into public.audit (municipality, act, object, detail) values (m, 'practice.received', 'practice/' || r, '{}');
  return 'kept';
end $$;

create function wall.read_practice(m uuid, hash text) returns jsonb language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select jsonb_build_object('number', p.number, 'title', p.title, 'organisation', p.organisation, 'problem', p.problem,
    'did', p.did, 'gained', p.gained, 'link', p.link, 'licence', p.licence, 'state', p.state, 'reason', p.reason,
    'sentOn', to_char(p.sent_on, 'YYYY-MM-DD'), 'known', p.name <> '' or p.email <> '')
  from public.practice p where p.municipality = m and p.secret = hash $$;

-- Name and address of who sent it go at once; with withdraw the practice itself goes too.
create function wall.leave_practice(m uuid, hash text, withdraw boolean) returns boolean language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
declare p public.practice; begin
  select * into p from public.practice where municipality = m and secret = hash for update;
  if p.id is null then return false; end if;
  if withdraw and p.state in ('sent', 'shown') then
    update public.practice set name = '', email = '', state = 'withdrawn', reason = '', ended_on = public.today_here()
      where municipality = m and id = p.id;
    update public.task set done_at = now() where municipality = m and object = 'practice/' || p.id and done_at is null;
    insert into public.audit (municipality, act, object, detail)
      values (m, 'practice.taken-back', 'practice/' || p.id, '{}');
  elsif p.name <> '' or p.email <> '' then
    update public.practice set name = '', email = '' where municipality = m and id = p.id;
    insert into public.audit (municipality, act, object, detail)
      values (m, 'practice.sender-forgotten', 'practice/' || p.id, '{}');
  end if;
  return true;
end $$;
revoke execute on function wall.add_practice(jsonb, int, int, int), wall.read_practice(uuid, text),
  wall.leave_practice(uuid, text, boolean) from public;
grant execute on function wall.add_practice(jsonb, int, int, int), wall.read_practice(uuid, text),
  wall.leave_practice(uuid, text, boolean) to leidraad_public;
`

/** One more kind of thing that can be found (migration 108). */
const found = `
create view wall.sought_practice as select municipality, id as "row", number as key, lang, true as alone,
  '/samen/praktijken/' || left(number, 5) || '-' || substr(number, 6) as path, title,
  concat_ws(' ', organisation, array_to_string(norms, ' '), case lang when 'nl' then 'goede praktijk voorbeeld'
    else 'good practice example' end) as keywords, problem as lead, concat_ws(' ', did, gained) as body,
  changed_at as at, null::date as until from published.practice where withdrawn_on is null;
select wall.seek_in('practice', 'practice', 'id');
`

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [tables, rights, shown, doors, found]) await sql.raw(part).execute(db)
}
