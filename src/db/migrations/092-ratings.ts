/**
 * How a digital service went, in the words of who used it: without a name, an address, a moment of the day or a browser.
 * Nobody in public reads a row; figures come from ten answers on.
 */
import { sql, type Kysely } from 'kysely'

const READ = [
  'policy-officer',
  'executor',
  'adviser',
  'account-manager',
  'publisher',
  'fg',
  'security-officer',
  'auditor',
]
const ANSWER = ['policy-officer', 'executor', 'adviser']
const may = (roles: readonly string[]) => `(select wall.may('{${roles.join()}}'))`
const here = 'municipality = (select current_municipality())'
const ME = '(select current_person())'

/** `product`: an entry of the public list of products. `shown`: an editor lets others read the words, with leave. */
const tables = `
create table rating (
  municipality uuid not null references municipality, id uuid not null, product uuid not null,
  version text not null default '' check (length(version) <= 40), step text not null default '' check (length(step) <= 60),
  on_day date not null, done text not null check (done in ('yes', 'partly', 'no')),
  ease int check (ease between 1 and 5), stuck text[] not null default '{}' check (array_length(stuck, 1) <= 7),
  words text not null default '' check (length(words) <= 600), helped boolean not null default false,
  leave boolean not null default false, shown boolean not null default false, read_by uuid, primary key (municipality, id),
  check (shown <= (leave and words <> '' and read_by is not null)),
  foreign key (municipality, read_by) references person (municipality, id));
create index rating_of on rating (municipality, product, on_day);
create index rating_unread on rating (municipality, on_day) where words <> '' and read_by is null;
create table rating_act (
  municipality uuid not null, id uuid not null, product uuid not null, text text not null check (length(text) between 1 and 2000),
  owner text not null check (length(owner) between 1 and 120), on_day date not null, by uuid not null,
  at timestamptz not null default now(), primary key (municipality, id),
  foreign key (municipality, by) references person (municipality, id));
create index rating_act_of on rating_act (municipality, product, on_day desc);
create table usability_test (
  municipality uuid not null, id uuid not null, product uuid not null, on_day date not null,
  task text not null check (length(task) between 1 and 300), people text not null check (length(people) between 1 and 300),
  number int not null check (number between 1 and 200), finished int not null, with_help int not null,
  minutes int not null check (minutes between 1 and 600), found text not null check (length(found) between 1 and 4000),
  witness uuid not null, by uuid not null, at timestamptz not null default now(), primary key (municipality, id),
  check (finished between 0 and number), check (with_help between 0 and finished),
  foreign key (municipality, witness) references person (municipality, id),
  foreign key (municipality, by) references person (municipality, id));
create index usability_test_of on usability_test (municipality, product, on_day desc);
create table published.rating (
  municipality uuid not null, product uuid not null, told_on date not null, told jsonb not null,
  primary key (municipality, product));
create trigger signed before insert on rating_act for each row execute function signed_by_who_is_here();
create trigger signed before insert on usability_test for each row execute function signed_by_who_is_here();
create trigger stays before update or delete on rating_act for each row execute function refuse_change();
create trigger stays before update or delete on usability_test for each row execute function refuse_change();
`

const rights = `
alter table rating enable row level security;
create policy desk_select on rating for select to leidraad_desk using (${here} and ${may(READ)});
create policy desk_update on rating for update to leidraad_desk using (${here} and ${may(ANSWER)})
  with check (${here} and read_by = ${ME});
create policy clock_select on rating for select to leidraad_clock using (${here});
create policy clock_update on rating for update to leidraad_clock using (${here}) with check (${here} and words = '');
${['rating_act', 'usability_test']
  .map(
    (table) => `
alter table ${table} enable row level security;
create policy desk_select on ${table} for select to leidraad_desk using (${here} and ${may(READ)});
create policy desk_insert on ${table} for insert to leidraad_desk with check (${here} and ${may(ANSWER)} and by = ${ME});`,
  )
  .join('')}
alter table published.rating enable row level security;
create policy read_by_all on published.rating for select to leidraad_public using (true);
grant select on published.rating to leidraad_public;
revoke all on rating, rating_act, usability_test from leidraad_desk, leidraad_clock;
grant select, update (read_by, shown) on rating to leidraad_desk;
grant select (municipality, id, on_day), update (words, shown, read_by) on rating to leidraad_clock;
grant select, insert on rating_act, usability_test to leidraad_desk;
`

/** `from_count`: answers from which figures are told; what is asked for may be more, never fewer than ten. */
const doors = `
create function wall.add_rating(one jsonb, a_day int) returns boolean language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
declare m uuid := (one ->> 'municipality')::uuid; p uuid := (one ->> 'product')::uuid; begin
  if not exists (select from published.entry e where e.municipality = m and e.id = p and e.to_at is null)
    or length(one ->> 'words') > 600 or jsonb_typeof(one -> 'stuck') <> 'array' then
    raise exception 'this is no rating' using errcode = 'check_violation'; end if;
  if exists (select from public.rating r where r.municipality = m and r.id = (one ->> 'id')::uuid) then return true; end if;
  if (select count(*) from public.rating r where r.municipality = m and r.product = p
      and r.on_day = public.today_here()) >= least(a_day, 5000) then return false; end if;
  insert into public.rating (municipality, id, product, version, step, on_day, done, ease, stuck, words, helped, leave)
    values (m, (one ->> 'id')::uuid, p, one ->> 'version', one ->> 'step', public.today_here(), one ->> 'done',
      (one ->> 'ease')::int, array(select jsonb_array_elements_text(one -> 'stuck')), one ->> 'words',
      (one ->> 'helped')::boolean, (one ->> 'leave')::boolean) on conflict do nothing;
  return true;
end $$;

create function wall.ratings_of(m uuid, p uuid, from_count int) returns jsonb language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  with own as (select * from public.rating r where r.municipality = m and r.product = p),
    n as (select count(*)::int as n from own)
  select jsonb_build_object(
    'count', case when n.n >= greatest(from_count, 10) then n.n end,
    'done', case when n.n >= greatest(from_count, 10) then (select jsonb_object_agg(done, c) from
      (select done, count(*)::int as c from own group by done) x) end,
    'ease', case when n.n >= greatest(from_count, 10) then (select jsonb_object_agg(ease, c) from
      (select ease, count(*)::int as c from own where ease is not null group by ease) x) end,
    'stuck', case when n.n >= greatest(from_count, 10) then (select jsonb_object_agg(s, c) from
      (select s, count(*)::int as c from own, unnest(stuck) s group by s) x) end,
    'helped', case when n.n >= greatest(from_count, 10) then (select count(*)::int from own where helped) end,
    'quarters', coalesce((select jsonb_agg(jsonb_build_object('quarter', q, 'count', c, 'yes', y) order by q) from
      (select to_char(on_day, 'YYYY-"Q"Q') as q, count(*)::int as c, (count(*) filter (where done = 'yes'))::int as y
        from own group by 1 having count(*) >= greatest(from_count, 10)) x), '[]'),
    'words', case when n.n >= greatest(from_count, 10) then coalesce((select jsonb_agg(words order by id) from
      (select words, id from own where shown order by on_day desc limit 10) x), '[]') else '[]' end,
    'acts', coalesce((select jsonb_agg(jsonb_build_object('text', a.text, 'owner', a.owner, 'on', a.on_day)
      order by a.on_day desc) from public.rating_act a where a.municipality = m and a.product = p), '[]'),
    'tests', coalesce((select jsonb_agg(jsonb_build_object('on', t.on_day, 'task', t.task, 'people', t.people,
        'number', t.number, 'finished', t.finished, 'withHelp', t.with_help, 'minutes', t.minutes, 'found', t.found,
        'witness', coalesce(nullif(w.function, ''), 'medewerker')) order by t.on_day desc)
      from public.usability_test t left join public.person w on w.municipality = m and w.id = t.witness
      where t.municipality = m and t.product = p), '[]')) from n $$;

-- What everybody reads: made anew once a day, and when somebody at the desk did something with it. Not at each answer:
-- pages that are kept would be made anew as often as a stranger likes.
create function wall.tell_ratings(m uuid, p uuid) returns int language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
declare changed int; begin
  if m is distinct from public.current_municipality() then
    raise exception 'not by you' using errcode = 'insufficient_privilege'; end if;
  insert into published.rating (municipality, product, told_on, told)
    select m, x.product, public.today_here(), wall.ratings_of(m, x.product, 10) from (
      select product from public.rating where municipality = m and (p is null or product = p)
      union select product from public.rating_act where municipality = m and (p is null or product = p)
      union select product from public.usability_test where municipality = m and (p is null or product = p)) x
    where p is not null or not exists (select from published.rating r where r.municipality = m and r.product = x.product
      and r.told_on = public.today_here())
    on conflict (municipality, product) do update set told_on = excluded.told_on, told = excluded.told;
  get diagnostics changed = row_count;
  return changed;
end $$;
revoke execute on function wall.add_rating(jsonb, int), wall.ratings_of(uuid, uuid, int), wall.tell_ratings(uuid, uuid)
  from public;
grant execute on function wall.add_rating(jsonb, int) to leidraad_public;
grant execute on function wall.tell_ratings(uuid, uuid) to leidraad_desk, leidraad_clock;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [tables, rights, doors]) await sql.raw(part).execute(db)
}
