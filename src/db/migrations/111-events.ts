/**
 * Events: the municipality places its own; an organisation proposes one, and a named person of the municipality places
 * it. Who joins is known to the organiser once there is a place, and to nobody before that; a list that waits moves up
 * by itself. Names, numbers and addresses go after the event; what is public is how many came, and what was learned.
 */
import { sql, type Kysely } from 'kysely'

const KEEP = ['policy-officer', 'account-manager', 'executor', 'security-officer']
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
const list = (words: string) =>
  words
    .split(' ')
    .map((each) => `'${each}'`)
    .join(', ')
const short = (column: string, most: number) =>
  `${column} text not null default '' check (length(${column}) <= ${most})`
const clock = (column: string) => `${column} text not null check (length(${column}) = 5)`

const tables = `
create table event (
  municipality uuid not null references municipality, id uuid not null, no int not null default 0, organisation uuid,
  kind text not null check (kind in (${list('seminar workshop walk-in hackathon hack meeting')})),
  title text not null check (length(title) between 1 and 120),
  subject text not null
    check (subject in (${list('safety privacy accessibility algorithms open-source skills business city')})),
  ${short('about', 3000)}, ${short('for_whom', 300)}, organiser text not null check (length(organiser) between 1 and 120),
  ${short('phone', 40)}, ${short('website', 300)},
  language text not null default 'nl' check (language in (${list('nl en ar tr uk pl ti fa so fr es zh dse')})),
  cost int not null default 0 check (cost between 0 and 100000),
  starts_on date not null, ${clock('starts')}, ends_on date not null, ${clock('ends')},
  check (ends_on between starts_on and starts_on + 14 and (ends_on > starts_on or ends > starts)),
  ${short('place', 120)}, ${short('street', 120)}, ${short('postcode', 7)}, ${short('city', 80)},
  ${short('district', 80)}, ${short('route', 800)}, ${short('online', 300)}, check (place <> '' or online <> ''),
  step_free text not null default 'unknown' check (step_free in ('yes', 'no', 'unknown')),
  access text[] not null default '{}' check (access <@ array['toilet', 'loop', 'parking']::text[]),
  sign_up text not null default 'here' check (sign_up in ('here', 'phone', 'walk-in')),
  places int not null default 20 check (places between 1 and 2000),
  taken int not null default 0, waiting int not null default 0,
  state text not null default 'proposed' check (state in ('proposed', 'placed', 'declined', 'cancelled')),
  ${short('why', 500)}, news int not null default 0, came int check (came between 0 and 100000),
  ${short('lessons', 6000)}, material jsonb not null default '[]'
    check (jsonb_typeof(material) = 'array' and jsonb_array_length(material) <= 12 and length(material::text) <= 8000),
  told_on date, created_by uuid not null default current_person(), placed_by uuid, placed_at timestamptz,
  check ((placed_by is null) = (placed_at is null)),
  sequence int not null default 0, created_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  primary key (municipality, id),
  foreign key (municipality, organisation) references organisation (municipality, id),
  foreign key (municipality, created_by) references person (municipality, id),
  foreign key (municipality, placed_by) references person (municipality, id));
create unique index event_no on event (municipality, no) where no > 0;
create index event_days on event (municipality, ends_on);
create table event_signup (
  municipality uuid not null, id uuid not null, event uuid not null,
  name text not null check (length(name) between 1 and 80), ${short('phone', 20)}, ${short('email', 254)},
  check (phone <> '' or email <> ''), language text not null default 'nl' check (language in ('nl', 'en')),
  state text not null default 'waiting' check (state in ('placed', 'waiting')), secret text not null,
  helped boolean not null default false,
  form text not null default '' check (length(form) <= 64), told int not null default -2, reminded boolean not null default false,
  asked_at timestamptz not null default now(), placed_at timestamptz, phoned_at timestamptz,
  primary key (municipality, id), unique (municipality, secret), check ((state = 'placed') = (placed_at is not null)),
  foreign key (municipality, event) references event (municipality, id));
create index event_signup_of on event_signup (municipality, event, state, asked_at);
create index event_signup_asked on event_signup (municipality, asked_at);
`

/** What may follow what; who places, says so by name. The news of an event is what those who joined have to hear. */
const rules = `
create function wall.event_added() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$ begin
  perform from public.municipality where id = new.municipality for no key update;
  select 1 + coalesce(max(no), 0) into new.no from public.event where municipality = new.municipality;
  new.taken := 0; new.waiting := 0;
  if public.current_person() is not null then
    new.created_by := public.current_person(); new.placed_by := null; new.placed_at := null; new.news := 0;
    if new.state = 'placed' then
      if public.current_organisation() is not null then
        raise exception 'an organisation proposes' using errcode = 'insufficient_privilege'; end if;
      new.placed_by := public.current_person(); new.placed_at := now();
    elsif new.state <> 'proposed' then
      raise exception 'an event begins as a proposal' using errcode = 'check_violation'; end if;
  end if;
  return new;
end $$;
create trigger added before insert on event for each row execute function wall.event_added();

-- What of an event everybody reads, beside how many come: what waits, and who did what, is not of it.
create function wall.event_told(e public.event) returns jsonb language sql immutable
  set search_path = pg_catalog, pg_temp as $$
  select to_jsonb(e) - '{taken,waiting,pending,refused,stopped,news,told_on,sequence,changed_at,created_by,created_at,
    placed_by,placed_at}'::text[] $$;
create function wall.event_changed() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
declare ours boolean := public.current_organisation() is null; begin
  -- That somebody joins changes nothing of the event itself.
  if (new.taken, new.waiting) is distinct from (old.taken, old.waiting) then return new; end if;
  -- Feeds and calendars follow the day on which what they tell changed; a form at the desk follows every change.
  if wall.event_told(new) is distinct from wall.event_told(old) then new.changed_at := now(); end if;
  new.sequence := old.sequence + 1;
  if new.state <> old.state then
    if not (case old.state || ' ' || new.state
        when 'proposed placed' then ours when 'proposed declined' then ours and new.why <> ''
        when 'proposed cancelled' then true when 'declined proposed' then true
        when 'placed cancelled' then coalesce(new.pending ->> 'why', new.why) <> ''
        when 'cancelled placed' then old.placed_at is not null
        else false end) then
      raise exception 'from % an event does not become %', old.state, new.state using errcode = 'check_violation';
    end if;
    if new.state = 'placed' and old.placed_at is null then
      new.placed_by := public.current_person(); new.placed_at := now();
    end if;
  end if;
  if old.placed_at is not null and (new.state, new.starts_on, new.starts, new.ends_on, new.ends, new.place, new.street,
      new.online) is distinct from (old.state, old.starts_on, old.starts, old.ends_on, old.ends, old.place, old.street,
      old.online) then
    new.news := old.news + 1;
  end if;
  if (new.came, new.lessons, new.material) is distinct from (old.came, old.lessons, old.material)
    and new.ends_on > (now() at time zone 'Europe/Amsterdam')::date then
    raise exception 'nothing is told before it was' using errcode = 'check_violation'; end if;
  return new;
end $$;
create trigger changed before update on event for each row execute function wall.event_changed();
create trigger never_emptied before truncate on event for each statement execute function refuse_change();

-- What an organisation proposes, somebody places; what it changes after that, whoever placed it hears.
create function wall.event_asks() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
declare asks boolean := new.state = 'proposed'; begin
  if tg_op = 'UPDATE' then
    if wall.event_told(new) = wall.event_told(old) and new.pending = old.pending then return null; end if;
    asks := asks and old.state <> 'proposed';
    if new.placed_by is not null and new.state in ('placed', 'cancelled')
      and public.current_organisation() is not null then
      insert into public.task (municipality, id, kind, object, person, text, path)
        values (new.municipality, gen_random_uuid(), 'event-changed', 'event/' || new.id, new.placed_by,
          'Een organisatie wijzigde wat u plaatste: ' || new.title, '/balie/evenementen/' || new.id)
        on conflict do nothing;
    end if;
  end if;
  if asks then
    insert into public.task (municipality, id, kind, object, role, text, path)
      values (new.municipality, gen_random_uuid(), 'event-proposed', 'event/' || new.id, 'policy-officer',
        'Komt dit in de agenda? ' || new.title, '/balie/evenementen/' || new.id)
      on conflict do nothing;
  end if;
  return null;
end $$;
create trigger asks after insert or update on event for each row execute function wall.event_asks();

-- Who waits longest gets the place that is free, as long as it has not begun. Who waited has to hear so (-1).
create function wall.event_moves_up(m uuid, e uuid) returns void language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
declare k public.event; free int; begin
  select * into k from public.event where municipality = m and id = e for update;
  if k.state = 'placed' and k.starts_on >= (now() at time zone 'Europe/Amsterdam')::date then
    select k.places - count(*) into free from public.event_signup
      where municipality = m and event = e and state = 'placed';
    if free > 0 then
      update public.event_signup set state = 'placed', placed_at = now(),
          told = case when asked_at < now() then -1 else told end where municipality = m and id in (
        select id from public.event_signup where municipality = m and event = e and state = 'waiting'
          order by asked_at, id limit free);
    end if;
  end if;
  update public.event set taken = s.taken, waiting = s.waiting from (select
      count(*) filter (where state = 'placed') as taken, count(*) filter (where state = 'waiting') as waiting
      from public.event_signup where municipality = m and event = e) s
    where municipality = m and id = e and (public.event.taken, public.event.waiting)
      is distinct from (s.taken, s.waiting);
end $$;
create function wall.joined() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$ begin
  perform wall.event_moves_up(new.municipality, new.event);
  return null;
end $$;
create trigger came after insert on event_signup for each row execute function wall.joined();
create function wall.unjoined() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$ begin
  delete from public.message where municipality = old.municipality and object = 'signup/' || old.id;
  perform wall.event_moves_up(old.municipality, old.event);
  return null;
end $$;
create trigger went after delete on event_signup for each row execute function wall.unjoined();
create function wall.event_roomier() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$ begin
  perform wall.event_moves_up(new.municipality, new.id);
  return null;
end $$;
create trigger roomier after update of places, state, starts_on on event for each row
  when ((old.places, old.state, old.starts_on) is distinct from (new.places, new.state, new.starts_on))
  execute function wall.event_roomier();

-- Who was reminded of one day was not reminded of another.
create function wall.event_another_day() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$ begin
  update public.event_signup set reminded = false
    where municipality = new.municipality and event = new.id and reminded;
  return null;
end $$;
create trigger another_day after update of starts_on on event for each row
  when (old.starts_on is distinct from new.starts_on) execute function wall.event_another_day();

-- So long after an event, names, numbers and addresses go. What was called off is over at once.
create function wall.forget_joined(m uuid, days int) returns int language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
declare gone int; begin
  if (select wall.part(1)) <> 'leidraad_clock' or m is distinct from public.current_municipality() then
    raise exception 'only the clock forgets' using errcode = 'insufficient_privilege'; end if;
  delete from public.event_signup s using public.event k
    where s.municipality = m and k.municipality = m and k.id = s.event
      and (case k.state when 'cancelled' then least(k.ends_on, (k.changed_at at time zone 'Europe/Amsterdam')::date)
        else k.ends_on end) < (now() at time zone 'Europe/Amsterdam')::date - days;
  get diagnostics gone = row_count;
  return gone;
end $$;

-- Who says at the desk to be off, also while waiting: by number or address alone, for no name is known yet.
create function wall.drop_joined(e uuid, called text) returns int language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
declare m uuid := public.current_municipality(); gone int; begin
  if not exists (select from public.event where municipality = m and id = e
      and case when public.current_organisation() is null then wall.may('{${KEEP.join()}}') and organisation is null
        else organisation = public.current_organisation() end) then return 0; end if;
  delete from public.event_signup where municipality = m and event = e and (lower(email) = lower(called)
    or (phone <> '' and wall.phone_digits(phone) = wall.phone_digits(called)));
  get diagnostics gone = row_count;
  return gone;
end $$;
revoke execute on function wall.event_added(), wall.event_changed(), wall.event_asks(), wall.event_moves_up(uuid, uuid),
  wall.joined(), wall.unjoined(), wall.event_roomier(), wall.event_another_day(), wall.forget_joined(uuid, int),
  wall.drop_joined(uuid, text) from public;
grant execute on function wall.forget_joined(uuid, int) to leidraad_clock;
grant execute on function wall.drop_joined(uuid, text) to leidraad_desk;
`

const TYPED =
  'kind, title, subject, about, for_whom, organiser, phone, website, language, cost, starts_on, starts, ends_on, ends, ' +
  'place, street, postcode, city, district, route, online, step_free, access, sign_up, places, state'
/** Who organises: of an organisation only itself, of the municipality who keeps its events. */
const ORGANISES = `exists (select from event k
  where k.municipality = event_signup.municipality and k.id = event_signup.event
    and k.organisation is not distinct from ${OURS} and (${OURS} is not null or ${may(KEEP)}))`

const rights = `
alter table event enable row level security;
create policy desk_select on event for select to leidraad_desk
  using (${here} and case when ${OURS} is null then ${may(READ)} else organisation = ${OURS} end);
create policy desk_insert on event for insert to leidraad_desk
  with check (${here} and case when ${OURS} is null then ${may(KEEP)} and organisation is null
    else organisation = ${OURS} end);
create policy desk_update on event for update to leidraad_desk
  using (${here} and case when ${OURS} is null then ${may(KEEP)} else organisation = ${OURS} end)
  with check (${here} and case when ${OURS} is null then ${may(KEEP)} else organisation = ${OURS} end);
create policy clock_select on event for select to leidraad_clock using (${here});
grant select, insert (municipality, id, organisation, ${TYPED}),
  update (${TYPED}, why, came, lessons, material, told_on) on event to leidraad_desk;
grant select on event to leidraad_clock;
alter table event_signup enable row level security;
create policy desk_select on event_signup for select to leidraad_desk
  using (${here} and state = 'placed' and ${ORGANISES});
create policy desk_update on event_signup for update to leidraad_desk
  using (${here} and state = 'placed' and ${ORGANISES}) with check (${here} and state = 'placed');
create policy clock_select on event_signup for select to leidraad_clock using (${here});
create policy clock_update on event_signup for update to leidraad_clock using (${here}) with check (${here});
grant select (municipality, id, event, name, phone, email, state, helped, asked_at, placed_at, phoned_at),
  update (phoned_at) on event_signup to leidraad_desk;
grant select (municipality, id, event, email, language, state, told, reminded, asked_at, phoned_at),
  update (told, reminded, phoned_at) on event_signup to leidraad_clock;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [tables, rules, rights]) await sql.raw(part).execute(db)
}
