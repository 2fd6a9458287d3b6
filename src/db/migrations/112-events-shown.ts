/**
 * What everybody reads of events, following the events that were placed, whoever changes them; and the three functions
 * by which anybody joins one, sees whether there is a place, and leaves. None tells a name, a number or an address back.
 */
import { sql, type Kysely } from 'kysely'

const shown = `
create table published.event (
  municipality uuid not null, no int not null, kind text not null, title text not null, organiser text not null,
  keeper text, subject text not null, district text not null, step_free text not null, free boolean not null,
  language text not null, starts_on date not null, ends_on date not null, places int not null, taken int not null,
  waiting int not null, state text not null, came int, told jsonb not null, sequence int not null,
  changed_at timestamptz not null, primary key (municipality, no));
create index published_event_days on published.event (municipality, ends_on, starts_on);
create index published_event_changed on published.event (municipality, changed_at);

create function wall.show_event() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$ begin
  if new.placed_at is null or new.state not in ('placed', 'cancelled') then return null; end if;
  if tg_op = 'UPDATE' and wall.event_told(new) = wall.event_told(old) then
    update published.event set taken = new.taken, waiting = new.waiting where municipality = new.municipality
      and no = new.no and (taken, waiting) is distinct from (new.taken, new.waiting);
    return null;
  end if;
  insert into published.event (municipality, no, kind, title, organiser, keeper, subject, district, step_free, free,
      language, starts_on, ends_on, places, taken, waiting, state, came, told, sequence, changed_at)
    select new.municipality, new.no, new.kind, new.title, new.organiser, (select o.name from public.organisation o
        where o.municipality = new.municipality and o.id = new.organisation), new.subject,
      coalesce(nullif(new.district, ''), (select a.district from published.postcode_area a
        where a.municipality = new.municipality and a.pc4 = left(new.postcode, 4)), ''), new.step_free, new.cost = 0,
      new.language, new.starts_on, new.ends_on, new.places, new.taken, new.waiting, new.state, new.came,
      jsonb_build_object('id', new.id, 'about', new.about, 'forWhom', new.for_whom, 'phone', new.phone,
        'website', new.website, 'cost', new.cost, 'starts', new.starts, 'ends', new.ends, 'place', new.place,
        'street', new.street, 'postcode', new.postcode, 'city', new.city, 'route', new.route, 'online', new.online,
        'access', new.access, 'signUp', new.sign_up, 'why', new.why, 'lessons', new.lessons,
        'material', new.material, 'news', new.news), new.sequence, new.changed_at
  on conflict (municipality, no) do update set (kind, title, organiser, keeper, subject, district, step_free, free,
      language, starts_on, ends_on, places, taken, waiting, state, came, told, sequence, changed_at)
    = (excluded.kind, excluded.title, excluded.organiser, excluded.keeper, excluded.subject, excluded.district,
      excluded.step_free, excluded.free, excluded.language, excluded.starts_on, excluded.ends_on, excluded.places,
      excluded.taken, excluded.waiting, excluded.state, excluded.came, excluded.told, excluded.sequence,
      excluded.changed_at);
  return null;
end $$;
create trigger shown after insert or update on event for each row execute function wall.show_event();
revoke execute on function wall.show_event() from public;
alter table published.event enable row level security;
create policy read_by_all on published.event for select to leidraad_public using (true);
grant select on published.event to leidraad_public;
`

const doors = `
create function wall.join_event(one jsonb, a_day int, most_waiting int, of_form int, of_one int, for_each int)
  returns text language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare m uuid := (one ->> 'municipality')::uuid; s uuid := (one ->> 'id')::uuid; k public.event;
  whole int; own int; begin
  if length(coalesce(one ->> 'name', '')) not between 1 and 80 or length(coalesce(one ->> 'phone', '')) > 20
    or length(coalesce(one ->> 'email', '')) > 254 or length(coalesce(one ->> 'secret', '')) <> 64
    or length(coalesce(one ->> 'form', '')) > 64
    or coalesce(one ->> 'phone', '') || coalesce(one ->> 'email', '') = '' then
    raise exception 'this is no sign-up' using errcode = 'check_violation'; end if;
  select * into k from public.event where municipality = m and no = (one ->> 'event')::int for update;
  if k.id is null or k.placed_at is null then return 'missing'; end if;
  if exists (select from public.event_signup where municipality = m and id = s) then return 'taken'; end if;
  if k.state <> 'placed' or k.sign_up <> 'here'
    or k.starts_on < (now() at time zone 'Europe/Amsterdam')::date then return 'closed'; end if;
  if k.waiting >= most_waiting then return 'full'; end if;
  -- One at a time, so that many at once are counted too.
  perform from public.audit_head where municipality = m for update;
  if coalesce(one ->> 'form', '') <> '' and (select count(*) from public.event_signup where municipality = m
      and form = one ->> 'form' and asked_at > now() - interval '25 hours') >= of_form then return 'form'; end if;
  -- Each event keeps a few: the municipality having its number does not close it.
  select count(*), count(*) filter (where event = k.id) into whole, own from public.event_signup
    where municipality = m and asked_at > now() - interval '1 day';
  if own >= of_one or (whole >= a_day and own >= for_each) then return 'busy'; end if;
  insert into public.event_signup (municipality, id, event, name, phone, email, language, secret, helped, form,
      told)
    values (m, s, k.id, one ->> 'name', coalesce(one ->> 'phone', ''), coalesce(one ->> 'email', ''),
      one ->> 'language', one ->> 'secret', coalesce((one ->> 'helped')::boolean, false),
      coalesce(one ->> 'form', ''),
      -- Whoever types the address of another lets us write to it three times a day, and no more.
      case when coalesce(one ->> 'email', '') <> '' and not wall.may_send_receipt(one ->> 'email') then k.news
        else -2 end);
  insert into public.audit (municipality, act, object, detail) values (m, 'event.joined', 'event/' || k.id, '{}');
  return 'taken';
end $$;

create function wall.read_joined(m uuid, hash text) returns jsonb language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select jsonb_build_object('event', k.no, 'title', k.title, 'state', s.state, 'organiser', k.organiser,
    'phone', k.phone, 'called', k.state, 'why', k.why, 'mailed', s.email <> '',
    'over', k.ends_on < (now() at time zone 'Europe/Amsterdam')::date,
    'place', (select count(*) from public.event_signup o where o.municipality = m and o.event = s.event
      and o.state = 'waiting' and (o.asked_at, o.id) <= (s.asked_at, s.id)),
    'on', to_char(k.starts_on, 'YYYY-MM-DD'), 'from', k.starts, 'to', k.ends)
  from public.event_signup s join public.event k on k.municipality = m and k.id = s.event
  where s.municipality = m and s.secret = hash $$;

create function wall.leave_event(m uuid, hash text) returns boolean language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
declare e uuid; begin
  select event into e from public.event_signup where municipality = m and secret = hash;
  if e is null then return false; end if;
  perform from public.event where municipality = m and id = e for update;
  delete from public.event_signup where municipality = m and secret = hash;
  if not found then return false; end if;
  insert into public.audit (municipality, act, object, detail) values (m, 'event.left', 'event/' || e, '{}');
  return true;
end $$;
revoke execute on function wall.join_event(jsonb, int, int, int, int, int), wall.read_joined(uuid, text),
  wall.leave_event(uuid, text) from public;
grant execute on function wall.join_event(jsonb, int, int, int, int, int), wall.read_joined(uuid, text),
  wall.leave_event(uuid, text) to leidraad_public;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(shown + doors).execute(db)
}
