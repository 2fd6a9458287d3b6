/**
 * Places with help, and courses: who keeps an entry writes it and nobody else's. Who signs up is known to whoever gives
 * the course once there is a place, and to nobody before that; a list that waits moves up by itself, in the
 * transaction that made room. What is left of a sign-up after the course is a count.
 */
import { sql, type Kysely } from 'kysely'

const KEEP = ['policy-officer', 'account-manager', 'executor']
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
const may = (roles: readonly string[]) => `(select wall.may('{${roles.join()}}'))`
const here = 'municipality = (select current_municipality())'
const OURS = '(select current_organisation())'
const list = (words: readonly string[]) => words.map((each) => `'${each}'`).join(', ')
const some = (column: string, words: readonly string[]) =>
  `${column} text[] not null default '{}' check (${column} <@ array[${list(words)}]::text[])`
const short = (column: string, most: number, more = '') =>
  `${column} text not null default '' check (length(${column}) <= ${most}${more})`

const SUBJECTS = 'basics phone internet government safety money health language children media'.split(' ')
const LANGUAGES = 'nl en ar tr uk pl ti fa so fr es zh dse'.split(' ')

/** What both have. `key`: which row of a file of its keeper it came from. */
const COMMON = `
  municipality uuid not null references municipality, id uuid not null, no int not null default 0,
  organisation uuid, provider text not null check (length(provider) between 1 and 120),
  ${short('phone', 40)}, ${short('website', 300, " and (website = '' or website ~ '^https?://')")},
  ${short('about', 1500)}, ${short('alert', 300)}, cost int not null default 0 check (cost between 0 and 100000),
  times jsonb not null check (jsonb_typeof(times) = 'object' and length(times::text) <= 12000),
  checked_on date not null, checked_by uuid,
  state text not null default 'active' check (state in ('active', 'ended')), ${short('key', 80)},
  sequence int not null default 0, created_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  primary key (municipality, id),
  foreign key (municipality, organisation) references organisation (municipality, id),
  foreign key (municipality, checked_by) references person (municipality, id)`

const tables = `
create table published.postcode_area (
  municipality uuid not null, pc4 text not null check (pc4 ~ '^[1-9][0-9]{3}$'),
  x int not null check (x between -7000 and 300000), y int not null check (y between 289000 and 629000),
  district text not null check (length(district) between 1 and 80),
  inhabitants int check (inhabitants between 0 and 200000), primary key (municipality, pc4));
create table published.help_settings (
  municipality uuid not null, province text not null check (length(province) between 1 and 40),
  primary key (municipality));
create table help_place (
  name text not null check (length(name) between 1 and 120),
  kind text not null check (kind in ('information-point', 'library', 'community-house', 'language-house', 'other')),
  street text not null check (length(street) between 1 and 120),
  postcode text not null check (postcode ~ '^[1-9][0-9]{3} [A-Z]{2}$'),
  city text not null check (length(city) between 1 and 80), ${short('district', 80)},
  x int check (x between -7000 and 300000), y int check (y between 289000 and 629000), check ((x is null) = (y is null)),
  ${short('route', 800)}, step_free text not null default 'unknown' check (step_free in ('yes', 'no', 'unknown')),
  ${some('access', ['toilet', 'loop', 'parking'])}, ${some('subjects', SUBJECTS)},
  ${some('languages', LANGUAGES)}, ${COMMON});
create unique index help_place_no on help_place (municipality, no) where no > 0;
create unique index help_place_key on help_place (municipality, organisation, key) nulls not distinct where key <> '';
create table course (
  title text not null check (length(title) between 1 and 120), place uuid,
  subject text not null check (subject in (${list(SUBJECTS)})), ${short('for_whom', 300)},
  level text not null default 'any' check (level in ('any', 'start', 'further')),
  language text not null default 'nl' check (language in (${list(LANGUAGES)})),
  intake boolean not null default false, certificate boolean not null default false,
  device text not null default 'either' check (device in ('either', 'there', 'bring')),
  per_helper int check (per_helper between 1 and 100), ${short('room', 120)}, ${short('online', 200)},
  sign_up text not null default 'here' check (sign_up in ('here', 'phone', 'walk-in')),
  places int not null check (places between 1 and 500), taken int not null default 0, waiting int not null default 0,
  starts_on date not null, ends_on date not null, check (ends_on between starts_on and starts_on + 400), ${COMMON},
  foreign key (municipality, place) references help_place (municipality, id));
create unique index course_no on course (municipality, no) where no > 0;
create unique index course_key on course (municipality, organisation, key) nulls not distinct where key <> '';
create index course_of_place on course (municipality, place);
create index course_ends on course (municipality, ends_on);
create table course_session (
  municipality uuid not null, course uuid not null, held_on date not null,
  starts text not null check (starts ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  ends text not null check (ends ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  cancelled boolean not null default false, ${short('why', 200)},
  primary key (municipality, course, held_on, starts), check (ends > starts),
  foreign key (municipality, course) references course (municipality, id));
create table course_signup (
  municipality uuid not null, id uuid not null, course uuid not null,
  name text not null check (length(name) between 1 and 80),
  phone text not null check (phone ~ '^[0-9+() -]{6,20}$'),
  state text not null default 'waiting' check (state in ('placed', 'waiting')),
  secret text not null, helped boolean not null default false,
  asked_at timestamptz not null default now(), placed_at timestamptz, phoned_at timestamptz,
  primary key (municipality, id), unique (municipality, secret), check ((state = 'placed') = (placed_at is not null)),
  foreign key (municipality, course) references course (municipality, id));
create index course_signup_of on course_signup (municipality, course, state, asked_at);
create index course_signup_asked on course_signup (municipality, asked_at);
create table course_tally (
  municipality uuid not null references municipality, quarter date not null,
  outcome text not null check (outcome in ('met', 'late', 'unplaced', 'withdrawn')), count int not null default 0,
  primary key (municipality, quarter, outcome));
`

/** A number of its own for people to read out, and a sequence for calendars. Neither is of who types. */
const rules = `
create function wall.help_numbered() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$ begin
  perform from public.municipality where id = new.municipality for no key update;
  if tg_table_name = 'course' then
    select 1 + coalesce(max(no), 0) into new.no from public.course where municipality = new.municipality;
    new.taken := 0; new.waiting := 0;
  else
    select 1 + coalesce(max(no), 0) into new.no from public.help_place where municipality = new.municipality;
  end if;
  return new;
end $$;
create trigger numbered before insert on help_place for each row execute function wall.help_numbered();
create trigger numbered before insert on course for each row execute function wall.help_numbered();
-- That somebody signs up changes nothing of the course itself.
create function wall.help_changed() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$ begin
  if (to_jsonb(new) -> 'taken', to_jsonb(new) -> 'waiting') is distinct from
    (to_jsonb(old) -> 'taken', to_jsonb(old) -> 'waiting') then return new; end if;
  new.changed_at := now();
  new.sequence := old.sequence + 1;
  return new;
end $$;
create trigger changed before update on help_place for each row execute function wall.help_changed();
create trigger changed before update on course for each row execute function wall.help_changed();
create trigger never_emptied before truncate on help_place for each statement execute function refuse_change();
create trigger never_emptied before truncate on course for each statement execute function refuse_change();

-- Who gives a course hears what to do: each who works for the organisation, or whoever keeps those of the municipality.
create function wall.task_of_course(m uuid, c uuid, what text, called text, due date) returns void
  language sql security definer set search_path = pg_catalog, pg_temp as $$
  insert into public.task (municipality, id, kind, object, person, role, text, path, due_on)
    select m, gen_random_uuid(), what, 'course/' || c, p.id,
      case when p.id is null then 'policy-officer' end, called,
      case when p.id is null then '/balie/hulp' else '/balie/onze-hulp' end || '/cursus/' || c, due
    from public.course k left join public.person p
      on p.municipality = m and p.organisation = k.organisation and p.state = 'active' and '{partner}' && p.roles
    where k.municipality = m and k.id = c and (k.organisation is null or p.id is not null)
    on conflict do nothing $$;

-- Who waits longest gets the place that is free, as long as there is a meeting to come.
create function wall.course_moves_up(m uuid, c uuid) returns void language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
declare k public.course; free int; moved int := 0; begin
  select * into k from public.course where municipality = m and id = c for update;
  if k.state = 'active' and k.ends_on >= (now() at time zone 'Europe/Amsterdam')::date then
    select k.places - count(*) into free from public.course_signup
      where municipality = m and course = c and state = 'placed';
    if free > 0 then
      update public.course_signup set state = 'placed', placed_at = now() where municipality = m and id in (
        select id from public.course_signup where municipality = m and course = c and state = 'waiting'
          order by asked_at, id limit free);
      get diagnostics moved = row_count;
    end if;
  end if;
  update public.course set taken = s.taken, waiting = s.waiting from (select
      count(*) filter (where state = 'placed') as taken, count(*) filter (where state = 'waiting') as waiting
      from public.course_signup where municipality = m and course = c) s
    where municipality = m and id = c and (course.taken, course.waiting) is distinct from (s.taken, s.waiting);
  if moved > 0 then
    perform wall.task_of_course(m, c, 'course-phone', 'Bel wie een plaats kreeg: ' || k.title,
      least(k.starts_on, (now() at time zone 'Europe/Amsterdam')::date + 2));
  end if;
end $$;
create function wall.signup_came() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$ begin
  perform wall.course_moves_up(new.municipality, new.course);
  return null;
end $$;
create trigger came after insert on course_signup for each row execute function wall.signup_came();

-- What stays of a sign-up: that the right was met, or not, in a quarter.
create function wall.signup_went() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
declare k public.course; first date; how text; begin
  select * into k from public.course where municipality = old.municipality and id = old.course;
  select min(held_on) into first from public.course_session where municipality = old.municipality
    and course = old.course and not cancelled
    and held_on >= (coalesce(old.placed_at, now()) at time zone 'Europe/Amsterdam')::date;
  how := case when k.state = 'active' and k.ends_on >= (now() at time zone 'Europe/Amsterdam')::date then 'withdrawn'
    when k.state = 'ended' or old.state = 'waiting' or first is null then 'unplaced'
    when first - (old.asked_at at time zone 'Europe/Amsterdam')::date <= 42 then 'met' else 'late' end;
  insert into public.course_tally (municipality, quarter, outcome, count)
    values (old.municipality, date_trunc('quarter', least(k.ends_on, current_date)::timestamp)::date, how, 1)
    on conflict (municipality, quarter, outcome) do update set count = course_tally.count + 1;
  perform wall.course_moves_up(old.municipality, old.course);
  return null;
end $$;
create trigger went after delete on course_signup for each row execute function wall.signup_went();
create function wall.course_roomier() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$ begin
  perform wall.course_moves_up(new.municipality, new.id);
  return null;
end $$;
create trigger roomier after update of places, state, ends_on on course for each row
  when ((old.places, old.state, old.ends_on) is distinct from (new.places, new.state, new.ends_on))
  execute function wall.course_roomier();

-- So long after a course, names and telephone numbers go. A course that was called off is over at once.
create function wall.forget_signups(m uuid, days int) returns int language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
declare gone int; begin
  if (select wall.part(1)) <> 'leidraad_clock' or m is distinct from public.current_municipality() then
    raise exception 'only the clock forgets' using errcode = 'insufficient_privilege'; end if;
  delete from public.course_signup s using public.course k
    where s.municipality = m and k.municipality = m and k.id = s.course
      and (case k.state when 'ended' then least(k.ends_on, (k.changed_at at time zone 'Europe/Amsterdam')::date)
        else k.ends_on end) < (now() at time zone 'Europe/Amsterdam')::date - days;
  get diagnostics gone = row_count;
  return gone;
end $$;

-- Who phones to say that it is off, also while waiting: by the number alone, for no name is known yet.
create function wall.drop_signup_of(c uuid, number text) returns int language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
declare m uuid := public.current_municipality(); gone int; begin
  if not exists (select from public.course where municipality = m and id = c
      and case when public.current_organisation() is null then wall.may('{${KEEP.join()}}') and organisation is null
        else organisation = public.current_organisation() end) then return 0; end if;
  delete from public.course_signup where municipality = m and course = c
    and regexp_replace(phone, '[^0-9+]', '', 'g') = regexp_replace(number, '[^0-9+]', '', 'g');
  get diagnostics gone = row_count;
  return gone;
end $$;
revoke execute on function wall.help_numbered(), wall.task_of_course(uuid, uuid, text, text, date),
  wall.course_moves_up(uuid, uuid), wall.signup_came(), wall.signup_went(), wall.course_roomier(),
  wall.forget_signups(uuid, int), wall.drop_signup_of(uuid, text) from public;
grant execute on function wall.forget_signups(uuid, int) to leidraad_clock;
grant execute on function wall.drop_signup_of(uuid, text) to leidraad_desk;
`

/** The municipality's staff keep all entries; an organisation its own, and nobody reads or moves another's. */
const kept = (table: string, insert: string, update: string) => `
alter table ${table} enable row level security;
create policy desk_select on ${table} for select to leidraad_desk
  using (${here} and case when ${OURS} is null then ${may(READ)} else organisation = ${OURS} end);
create policy desk_insert on ${table} for insert to leidraad_desk
  with check (${here} and case when ${OURS} is null then ${may(KEEP)} else organisation = ${OURS} end
    and checked_by is not distinct from (select current_person()));
create policy desk_update on ${table} for update to leidraad_desk
  using (${here} and case when ${OURS} is null then ${may(KEEP)} else organisation = ${OURS} end)
  with check (${here} and case when ${OURS} is null then ${may(KEEP)} else organisation = ${OURS} end);
create policy clock_select on ${table} for select to leidraad_clock using (${here});
grant select, insert (${insert}), update (${update}) on ${table} to leidraad_desk;
grant select on ${table} to leidraad_clock;
`
const BOTH = 'provider, phone, website, about, alert, cost, times, checked_on, checked_by, state, key'
const PLACE = `name, kind, street, postcode, city, district, x, y, route, step_free, access, subjects, languages, ${BOTH}`
const COURSE =
  'title, place, subject, for_whom, level, language, intake, certificate, device, per_helper, room, online, sign_up, ' +
  `places, starts_on, ends_on, ${BOTH}`
/** A course that this person may keep, or only read. */
const ofCourse = (table: string, roles: readonly string[]) => `exists (select from course k
  where k.municipality = ${table}.municipality and k.id = ${table}.course
    and case when ${OURS} is null then ${may(roles)} else k.organisation = ${OURS} end)`
/** Who gives it: of an organisation only itself, of the municipality who keeps its courses. */
const GIVES = `exists (select from course k
  where k.municipality = course_signup.municipality and k.id = course_signup.course
    and k.organisation is not distinct from ${OURS} and (${OURS} is not null or ${may(KEEP)}))`

const rights = `
${kept('help_place', `municipality, id, organisation, ${PLACE}`, PLACE)}
${kept('course', `municipality, id, organisation, ${COURSE}`, COURSE)}
alter table course_session enable row level security;
create policy desk_select on course_session for select to leidraad_desk
  using (${here} and ${ofCourse('course_session', READ)});
create policy desk_insert on course_session for insert to leidraad_desk
  with check (${here} and ${ofCourse('course_session', KEEP)});
create policy desk_update on course_session for update to leidraad_desk
  using (${here} and ${ofCourse('course_session', KEEP)}) with check (${here});
create policy desk_delete on course_session for delete to leidraad_desk
  using (${here} and ${ofCourse('course_session', KEEP)} and not cancelled);
create policy clock_select on course_session for select to leidraad_clock using (${here});
grant select, insert, update (ends, cancelled, why), delete on course_session to leidraad_desk;
grant select on course_session to leidraad_clock;
alter table course_signup enable row level security;
create policy desk_select on course_signup for select to leidraad_desk
  using (${here} and state = 'placed' and ${GIVES});
create policy desk_update on course_signup for update to leidraad_desk
  using (${here} and state = 'placed' and ${GIVES}) with check (${here} and state = 'placed');
create policy desk_delete on course_signup for delete to leidraad_desk
  using (${here} and state = 'placed' and ${GIVES});
grant select (municipality, id, course, name, phone, state, helped, asked_at, placed_at, phoned_at),
  update (phoned_at), delete on course_signup to leidraad_desk;
alter table course_tally enable row level security;
create policy desk_select on course_tally for select to leidraad_desk using (${here} and ${OURS} is null and ${may(READ)});
grant select on course_tally to leidraad_desk;
alter table published.postcode_area enable row level security;
create policy read_by_all on published.postcode_area for select to leidraad_public using (true);
create policy desk_select on published.postcode_area for select to leidraad_desk using (${here});
create policy desk_insert on published.postcode_area for insert to leidraad_desk
  with check (${here} and ${OURS} is null and ${may(KEEP)});
create policy desk_delete on published.postcode_area for delete to leidraad_desk
  using (${here} and ${OURS} is null and ${may(KEEP)});
grant select on published.postcode_area to leidraad_public;
grant select, insert, delete on published.postcode_area to leidraad_desk;
alter table published.help_settings enable row level security;
create policy read_by_all on published.help_settings for select to leidraad_public using (true);
create policy desk_select on published.help_settings for select to leidraad_desk using (${here});
create policy desk_insert on published.help_settings for insert to leidraad_desk
  with check (${here} and ${OURS} is null and ${may(KEEP)});
create policy desk_update on published.help_settings for update to leidraad_desk
  using (${here} and ${OURS} is null and ${may(KEEP)}) with check (${here});
grant select on published.help_settings to leidraad_public;
grant select, insert, update (province) on published.help_settings to leidraad_desk;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [tables, rules, rights]) await sql.raw(part).execute(db)
}
