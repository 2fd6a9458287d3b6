/**
 * What everybody reads of places with help and of courses, in one table so that one question finds both. It follows the
 * entries themselves, whoever changes them, and holds nothing of who signed up but how many did.
 */
import { sql, type Kysely } from 'kysely'

const tables = `
create table published.help_offer (
  municipality uuid not null, kind text not null check (kind in ('place', 'course')), no int not null,
  title text not null, provider text not null, keeper text, district text not null, pc4 text not null,
  x int, y int, subjects text[] not null, languages text[] not null, step_free text not null, free boolean not null,
  phone boolean not null, weekdays int[] not null, off_days text[] not null, days text[] not null,
  starts_on date, ends_on date, places int, taken int, waiting int, cancelled int not null, checked_on date not null,
  state text not null, told jsonb not null, sequence int not null, changed_at timestamptz not null,
  primary key (municipality, kind, no));
create index published_help_offer_district on published.help_offer (municipality, district);
create index published_help_offer_open on published.help_offer (municipality, state, ends_on);
create index published_help_offer_changed on published.help_offer (municipality, changed_at);
create table published.course_right (
  municipality uuid not null, quarter date not null, asked int, met int, primary key (municipality, quarter),
  check (asked is null or asked >= 5),
  check (met is null or (asked is not null and (met = 0 or met >= 5) and (asked - met = 0 or asked - met >= 5))));
`

const shown = `
create function wall.off_days(times jsonb) returns text[] language sql immutable set search_path = pg_catalog, pg_temp
  as $$ select coalesce(array_agg(distinct to_char(d, 'YYYY-MM-DD')), '{}') from jsonb_array_elements(times -> 'off') o,
    generate_series((o ->> 'from')::date, least((o ->> 'to')::date, (o ->> 'from')::date + 400), '1 day') d $$;

create function wall.show_place(m uuid, p uuid) returns void language sql security definer
  set search_path = pg_catalog, pg_temp as $$
  insert into published.help_offer (municipality, kind, no, title, provider, keeper, district, pc4, x, y, subjects,
      languages, step_free, free, phone, weekdays, off_days, days, starts_on, ends_on, cancelled, checked_on, state,
      told, sequence, changed_at)
    select h.municipality, 'place', h.no, h.name, h.provider, o.name,
      coalesce(nullif(h.district, ''), a.district, ''), left(h.postcode, 4), coalesce(h.x, a.x), coalesce(h.y, a.y),
      h.subjects, h.languages, h.step_free, h.cost = 0, h.phone <> '',
      coalesce((select array_agg(distinct (w ->> 'day')::int) from jsonb_array_elements(h.times -> 'hours') w), '{}'),
      wall.off_days(h.times),
      coalesce((select array_agg(distinct e ->> 'on') from jsonb_array_elements(h.times -> 'extra') e), '{}'),
      null, null, 0, h.checked_on, h.state,
      jsonb_build_object('id', h.id, 'kind', h.kind, 'about', h.about, 'phone', h.phone, 'website', h.website,
        'alert', h.alert, 'cost', h.cost, 'street', h.street, 'postcode', h.postcode, 'city', h.city,
        'route', h.route, 'access', h.access, 'times', h.times), h.sequence, h.changed_at
    from public.help_place h left join public.organisation o on o.municipality = m and o.id = h.organisation
      left join published.postcode_area a on a.municipality = m and a.pc4 = left(h.postcode, 4)
    where h.municipality = m and h.id = p
  on conflict (municipality, kind, no) do update set (title, provider, keeper, district, pc4, x, y, subjects,
      languages, step_free, free, phone, weekdays, off_days, days, checked_on, state, told, sequence, changed_at)
    = (excluded.title, excluded.provider, excluded.keeper, excluded.district, excluded.pc4, excluded.x, excluded.y,
      excluded.subjects, excluded.languages, excluded.step_free, excluded.free, excluded.phone, excluded.weekdays,
      excluded.off_days, excluded.days, excluded.checked_on, excluded.state, excluded.told, excluded.sequence,
      excluded.changed_at) $$;

create function wall.show_course(m uuid, c uuid) returns void language sql security definer
  set search_path = pg_catalog, pg_temp as $$
  insert into published.help_offer (municipality, kind, no, title, provider, keeper, district, pc4, x, y, subjects,
      languages, step_free, free, phone, weekdays, off_days, days, starts_on, ends_on, places, taken, waiting,
      cancelled, checked_on, state, told, sequence, changed_at)
    select k.municipality, 'course', k.no, k.title, k.provider, o.name,
      coalesce(nullif(h.district, ''), a.district, ''), coalesce(left(h.postcode, 4), ''), coalesce(h.x, a.x),
      coalesce(h.y, a.y), array[k.subject], array[k.language], coalesce(h.step_free, 'unknown'), k.cost = 0,
      k.phone <> '', '{}', '{}', coalesce(s.days, '{}'), k.starts_on, k.ends_on, k.places, k.taken, k.waiting,
      coalesce(s.cancelled, 0), k.checked_on, k.state,
      jsonb_build_object('id', k.id, 'about', k.about, 'phone', k.phone, 'website', k.website, 'alert', k.alert,
        'cost', k.cost, 'street', coalesce(h.street, ''), 'postcode', coalesce(h.postcode, ''),
        'city', coalesce(h.city, ''), 'route', coalesce(h.route, ''), 'access', coalesce(h.access, '{}'),
        'place', case when h.id is null then null else jsonb_build_object('no', h.no, 'name', h.name) end,
        'room', k.room, 'online', k.online, 'forWhom', k.for_whom, 'level', k.level, 'device', k.device,
        'intake', k.intake, 'certificate', k.certificate, 'perHelper', k.per_helper, 'signUp', k.sign_up,
        'times', k.times, 'sessions', coalesce(s.told, '[]')), k.sequence, k.changed_at
    from public.course k left join public.organisation o on o.municipality = m and o.id = k.organisation
      left join public.help_place h on h.municipality = m and h.id = k.place
      left join published.postcode_area a on a.municipality = m and a.pc4 = left(h.postcode, 4)
      left join lateral (select array_agg(distinct to_char(held_on, 'YYYY-MM-DD')) filter (where not cancelled) as days,
          count(*) filter (where cancelled) as cancelled,
          jsonb_agg(jsonb_build_object('on', to_char(held_on, 'YYYY-MM-DD'), 'from', starts, 'to', ends,
            'cancelled', cancelled, 'why', why) order by held_on, starts) as told
        from public.course_session where municipality = m and course = c) s on true
    where k.municipality = m and k.id = c
  on conflict (municipality, kind, no) do update set (title, provider, keeper, district, pc4, x, y, subjects,
      languages, step_free, free, phone, days, starts_on, ends_on, places, taken, waiting, cancelled, checked_on,
      state, told, sequence, changed_at)
    = (excluded.title, excluded.provider, excluded.keeper, excluded.district, excluded.pc4, excluded.x, excluded.y,
      excluded.subjects, excluded.languages, excluded.step_free, excluded.free, excluded.phone, excluded.days,
      excluded.starts_on, excluded.ends_on, excluded.places, excluded.taken, excluded.waiting, excluded.cancelled,
      excluded.checked_on, excluded.state, excluded.told, excluded.sequence, excluded.changed_at) $$;

create function wall.place_shown() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$ begin
  perform wall.show_place(new.municipality, new.id);
  if tg_op = 'UPDATE' then
    perform wall.show_course(new.municipality, id) from public.course
      where municipality = new.municipality and place = new.id;
  end if;
  return null;
end $$;
create trigger shown after insert or update on help_place for each row execute function wall.place_shown();
create function wall.course_shown() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$ begin
  perform wall.show_course(new.municipality, new.id);
  return null;
end $$;
create trigger shown after insert or update on course for each row execute function wall.course_shown();
-- Once for all meetings that were changed together. Who has the course in a calendar is told that it is newer.
create function wall.sessions_shown() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$ begin
  update public.course k set sequence = k.sequence
    from (select distinct municipality, course from changed) c where k.municipality = c.municipality and k.id = c.course;
  return null;
end $$;
create trigger shown_new after insert on course_session referencing new table as changed
  for each statement execute function wall.sessions_shown();
create trigger shown_changed after update on course_session referencing new table as changed
  for each statement execute function wall.sessions_shown();
create trigger shown_gone after delete on course_session referencing old table as changed
  for each statement execute function wall.sessions_shown();
-- Another table of postcodes puts everything in its place anew, once.
create function wall.areas_shown() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$ begin
  perform wall.show_place(p.municipality, p.id) from (select distinct municipality from changed) m
    join public.help_place p using (municipality);
  perform wall.show_course(k.municipality, k.id) from (select distinct municipality from changed) m
    join public.course k using (municipality);
  return null;
end $$;
create trigger shown after insert on published.postcode_area referencing new table as changed
  for each statement execute function wall.areas_shown();

-- Of a quarter nothing is told that is about fewer than five people, and nothing from which that follows.
create function wall.right_shown() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
declare asked int; met int; begin
  select coalesce(sum(count), 0), coalesce(sum(count) filter (where outcome = 'met'), 0) into asked, met
    from public.course_tally where municipality = new.municipality and quarter = new.quarter and outcome <> 'withdrawn';
  insert into published.course_right (municipality, quarter, asked, met) values (new.municipality, new.quarter,
      case when asked >= 5 then asked end,
      case when asked >= 5 and met not between 1 and 4 and asked - met not between 1 and 4 then met end)
    on conflict (municipality, quarter) do update set asked = excluded.asked, met = excluded.met;
  return null;
end $$;
create trigger shown after insert or update on course_tally for each row execute function wall.right_shown();
revoke execute on function wall.off_days(jsonb), wall.show_place(uuid, uuid), wall.show_course(uuid, uuid),
  wall.place_shown(), wall.course_shown(), wall.sessions_shown(), wall.areas_shown(), wall.right_shown() from public;
`

const rights = ['help_offer', 'course_right']
  .map(
    (name) => `alter table published.${name} enable row level security;
create policy read_by_all on published.${name} for select to leidraad_public using (true);
grant select on published.${name} to leidraad_public;`,
  )
  .concat(
    `create policy desk_select on published.help_offer for select to leidraad_desk
  using (municipality = (select current_municipality()));
grant select on published.help_offer to leidraad_desk;`,
  )
  .join('\n')

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(tables + shown + rights).execute(db)
}
