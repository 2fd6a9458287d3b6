/**
 * Help in need: what organisations offer each other, with what they agreed beforehand, and an incident with its call-ups
 * and its log. An incident is read by who asked, who took it and who was called, and by nobody else (ADR 0090).
 */
import { sql, type Kysely } from 'kysely'

const SKILLS = ['recover', 'network', 'trace', 'accounts', 'tell', 'law', 'lend', 'hands']
const skills = (column: string) =>
  `check (cardinality(${column}) <= 8 and ${column} <@ array[${SKILLS.map((each) => `'${each}'`).join()}]::text[])`
const person = (column: string) => `foreign key (municipality, ${column}) references person (municipality, id)`
const organisation = 'foreign key (municipality, organisation) references organisation (municipality, id)'
const incident = 'foreign key (municipality, incident) references incident (municipality, id) on delete cascade'

const tables = `
create table buddy_offer (
  municipality uuid not null references municipality, id uuid not null, organisation uuid not null,
  skills text[] not null ${skills('skills')}, what text not null check (length(what) between 1 and 500),
  hours text not null check (hours in ('office', 'evenings', 'always')),
  hours_note text not null default '' check (length(hours_note) <= 200),
  areas text[] not null default '{}' check (cardinality(areas) <= 20 and length(areas::text) <= 1500),
  clusters text[] not null default '{}' check (clusters <@ array['A', 'B', 'C', 'D']::text[]),
  contact text not null check (length(contact) between 1 and 120), phone text not null check (length(phone) between 6 and 30),
  code text not null check (length(code) between 1 and 40), person uuid not null,
  state text not null default 'open' check (state in ('open', 'stopped')), agreed_until date, stopped_on date,
  by uuid not null, at timestamptz not null default now(), changed_at timestamptz not null default now(),
  primary key (municipality, id), unique (municipality, organisation, id), unique (municipality, code),
  check ((state = 'stopped') = (stopped_on is not null)), ${organisation}, ${person('person')}, ${person('by')});
create index buddy_offer_runs on buddy_offer (municipality, agreed_until) where state = 'open';

create table buddy_agreement (
  municipality uuid not null, id uuid not null, offer uuid not null, version int not null check (version > 0),
  text text not null check (length(text) between 1 and 4000),
  name text not null check (length(name) between 1 and 120),
  function text not null check (length(function) between 1 and 120), until date not null,
  by uuid not null, at timestamptz not null default now(),
  primary key (municipality, id), ${person('by')},
  foreign key (municipality, offer) references buddy_offer (municipality, id) on delete cascade);

create table buddy_pair (
  municipality uuid not null, offer uuid not null, organisation uuid not null, by uuid not null,
  at timestamptz not null default now(), primary key (municipality, offer, organisation), ${organisation},
  ${person('by')}, foreign key (municipality, offer) references buddy_offer (municipality, id) on delete cascade);

create table incident (
  municipality uuid not null references municipality, id uuid not null,
  number text not null check (length(number) between 1 and 40), organisation uuid,
  what text not null check (length(what) between 1 and 1000),
  place text not null check (length(place) between 1 and 200), since timestamptz not null,
  needs text[] not null ${skills('needs')}, contact text not null check (length(contact) between 1 and 120),
  phone text not null check (length(phone) between 6 and 30),
  state text not null default 'open' check (state in ('open', 'ended')),
  done text not null default '' check (length(done) <= 2000),
  lessons text not null default '' check (length(lessons) <= 2000), ended_at timestamptz, wipe_on date,
  by uuid not null, at timestamptz not null default now(),
  primary key (municipality, id), unique (municipality, number),
  check ((state = 'ended') = (ended_at is not null) and (ended_at is null) = (wipe_on is null)),
  ${organisation}, ${person('by')});
create index incident_wiped on incident (municipality, wipe_on) where wipe_on is not null;

create table incident_caller (
  municipality uuid not null, incident uuid not null, person uuid not null, by uuid not null,
  at timestamptz not null default now(), primary key (municipality, incident, person), ${incident},
  ${person('person')}, ${person('by')});
create table incident_call (
  municipality uuid not null, id uuid not null, incident uuid not null, offer uuid not null, person uuid not null,
  text text not null default '' check (length(text) <= 500), by uuid not null, at timestamptz not null default now(),
  primary key (municipality, id), unique (municipality, incident, offer), ${incident}, ${person('person')},
  ${person('by')}, foreign key (municipality, offer) references buddy_offer (municipality, id));
create index incident_call_person on incident_call (municipality, person);
create table incident_log (
  municipality uuid not null, incident uuid not null, id uuid not null,
  kind text not null check (kind in ('asked', 'taken', 'called', 'answered', 'note', 'ended')), call uuid,
  answer text check (answer in ('yes', 'later', 'no')), text text not null default '' check (length(text) <= 1000),
  by uuid not null, at timestamptz not null default now(),
  primary key (municipality, incident, id), ${incident}, ${person('by')},
  foreign key (municipality, call) references incident_call (municipality, id) on delete cascade,
  check ((kind in ('called', 'answered')) = (call is not null)), check ((kind = 'answered') = (answer is not null)));
create index incident_log_newest on incident_log (municipality, incident, at);

create table published.buddy_figure (
  municipality uuid not null, period text not null check (length(period) between 1 and 40),
  measure text not null check (length(measure) between 1 and 40), value int check (value >= 0),
  primary key (municipality, period, measure));
`

/** What was written stays until all of the incident is wiped, which the clock does by a function of its own. */
const stays = `
create function wall.crisis_stays() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$ begin
  if tg_op = 'DELETE' and current_setting('leidraad.wiping', true) = 'crisis' then return old; end if;
  raise exception 'what is in % stays as it was', tg_table_name using errcode = 'insufficient_privilege'; end $$;
${['buddy_agreement', 'incident_log', 'incident_call']
  .map(
    (
      name,
    ) => `create trigger stays before update or delete on ${name} for each row execute function wall.crisis_stays();
create trigger never_emptied before truncate on ${name} for each statement execute function refuse_change();`,
  )
  .join('\n')}

-- What was said of an incident that is over stays said, but for an address that is wiped when its person is forgotten.
create function wall.incident_moves() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$ begin
  if old.state = 'ended' and (current_user = 'leidraad_desk' or position('(gewist)' in new::text) = 0) then
    raise exception 'this incident is over' using errcode = 'insufficient_privilege'; end if;
  if new.state = 'ended' and old.state <> 'ended' then
    new.ended_at := now(); new.wipe_on := public.today_here() + interval '12 months'; end if;
  return new; end $$;
create trigger moves before update on incident for each row execute function wall.incident_moves();

-- An agreement that is signed is until when the offer stands. Who is called is who last changed the offer.
create function wall.buddy_agreed() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$ begin
  if new.until > public.today_here() + 366 then
    raise exception 'this is too long' using errcode = 'check_violation'; end if;
  update public.buddy_offer set agreed_until = new.until, changed_at = now()
    where municipality = new.municipality and id = new.offer;
  return null; end $$;
-- Whoever is called from now on is the one who is asked to sign anew.
create function wall.buddy_handed_on() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$ begin
  update public.task set person = new.person where municipality = new.municipality and kind = 'buddy-renew'
    and object = 'buddy/' || new.id and person = old.person and done_at is null;
  return null; end $$;
create trigger handed_on after update of person on buddy_offer for each row when (old.person <> new.person)
  execute function wall.buddy_handed_on();
revoke execute on function wall.crisis_stays(), wall.incident_moves(), wall.buddy_agreed(), wall.buddy_handed_on()
  from public;
create trigger agreed after insert on buddy_agreement for each row execute function wall.buddy_agreed();
`

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [tables, stays]) await sql.raw(part).execute(db)
}
