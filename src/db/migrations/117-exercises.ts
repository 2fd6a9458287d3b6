/**
 * Exercises: one that is planned keeps the scenario as it was then, who plays what, what happened line after line, and
 * the measures that follow from its lessons, each with an owner, a day and proof (ADR 0091).
 */
import { sql, type Kysely } from 'kysely'

const person = (column: string) => `foreign key (municipality, ${column}) references person (municipality, id)`
const exercise = 'foreign key (municipality, exercise) references exercise (municipality, id)'

const tables = `
create table exercise (
  municipality uuid not null references municipality, id uuid not null,
  scenario text not null check (length(scenario) between 1 and 40), version int not null check (version > 0),
  content jsonb not null check (jsonb_typeof(content) = 'object' and length(content::text) <= 100000),
  organisation uuid not null, planned_on date not null, starts text not null check (length(starts) between 4 and 5),
  place text not null check (length(place) between 1 and 200), leader uuid not null,
  observer text not null default '' check (length(observer) <= 120),
  state text not null default 'planned' check (state in ('planned', 'running', 'ended', 'cancelled')),
  started_at timestamptz, ended_at timestamptz, ended_on date,
  result text not null default '' check (length(result) <= 2000),
  cancelled_for text not null default '' check (length(cancelled_for) <= 500),
  by uuid not null, at timestamptz not null default now(),
  primary key (municipality, id), ${person('leader')}, ${person('by')},
  foreign key (municipality, organisation) references organisation (municipality, id),
  check ((state in ('running', 'ended')) = (started_at is not null)),
  check ((state = 'ended') = (ended_at is not null) and (ended_at is null) = (ended_on is null)));
create index exercise_of on exercise (municipality, organisation);

create table exercise_player (
  municipality uuid not null, exercise uuid not null, role text not null check (length(role) between 1 and 40),
  names text not null check (length(names) between 1 and 200), by uuid not null, at timestamptz not null default now(),
  primary key (municipality, exercise, role), ${exercise}, ${person('by')});

create table exercise_event (
  municipality uuid not null, exercise uuid not null, id uuid not null,
  kind text not null
    check (kind in ('started', 'paused', 'resumed', 'sent', 'skipped', 'action', 'seen', 'ended', 'remark')),
  message int check (message between 0 and 39), role text check (length(role) between 1 and 40),
  minute int not null check (minute between 0 and 1440), text text not null default '' check (length(text) <= 1000),
  by uuid not null, at timestamptz not null default now(),
  primary key (municipality, exercise, id), ${exercise}, ${person('by')},
  check ((kind in ('sent', 'skipped')) = (message is not null)), 
  check (case when kind in ('action', 'seen', 'remark') then text <> '' else text = '' or kind = 'skipped' end));
create unique index exercise_event_once on exercise_event (municipality, exercise, message) where message is not null;

create table exercise_measure (
  municipality uuid not null, id uuid not null, exercise uuid not null,
  lesson text not null check (length(lesson) between 1 and 500), text text not null check (length(text) between 1 and 500),
  -- The line of the record that it answers.
  finding uuid,
  owner uuid not null, due_on date not null,
  -- Who does it where that is an organisation without an account, and by which office there; the owner follows it.
  doer text not null default '' check (length(doer) <= 120),
  doer_role text not null default '' check (length(doer_role) <= 120), check ((doer = '') = (doer_role = '')),
  state text not null default 'open' check (state in ('open', 'proven', 'done', 'dropped')),
  by uuid not null, at timestamptz not null default now(),
  primary key (municipality, id), ${exercise}, ${person('owner')}, ${person('by')},
  foreign key (municipality, exercise, finding) references exercise_event (municipality, exercise, id));
create index exercise_measure_of on exercise_measure (municipality, exercise);
create index exercise_measure_due on exercise_measure (municipality, due_on) where state in ('open', 'proven');

create table exercise_proof (
  municipality uuid not null, measure uuid not null, no int not null check (no between 1 and 200),
  text text not null check (length(text) between 1 and 1000),
  verdict text check (verdict in ('accepted', 'insufficient', 'dropped')),
  by uuid not null, at timestamptz not null default now(),
  primary key (municipality, measure, no), ${person('by')},
  foreign key (municipality, measure) references exercise_measure (municipality, id));

alter table noted_finding add column exercise uuid,
  add constraint noted_of_exercise foreign key (municipality, exercise) references exercise (municipality, id);

create table published.exercise_figure (
  municipality uuid not null, measure text not null check (length(measure) between 1 and 60),
  value int check (value >= 0), primary key (municipality, measure));
`

const stays = `
create function wall.exercise_stays() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$ begin
  raise exception 'what is in % stays as it was', tg_table_name using errcode = 'insufficient_privilege'; end $$;
${['exercise_event', 'exercise_proof']
  .map(
    (
      name,
    ) => `create trigger stays before update or delete on ${name} for each row execute function wall.exercise_stays();
create trigger never_emptied before truncate on ${name} for each statement execute function refuse_change();`,
  )
  .join('\n')}

-- It begins, ends or is called off once; what it was about does not change once it began, but for an address that is
-- wiped when its person is forgotten.
create function wall.exercise_moves() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$ begin
  if old.state in ('ended', 'cancelled') and (current_user = 'leidraad_desk' or position('(gewist)' in new::text) = 0)
      or old.state = 'running' and (new.state = 'planned' or new.state = 'cancelled'
      or (new.planned_on, new.leader, new.starts)
        is distinct from (old.planned_on, old.leader, old.starts)) then
    raise exception 'this exercise is no longer to be changed' using errcode = 'insufficient_privilege'; end if;
  if old.state = 'planned' and new.state = 'ended' then
    raise exception 'this exercise did not begin' using errcode = 'check_violation'; end if;
  if new.state = 'running' and old.state = 'planned' then new.started_at := now(); end if;
  if new.state = 'ended' and old.state = 'running' then new.ended_at := now(); new.ended_on := public.today_here(); end if;
  return new; end $$;
create trigger moves before update on exercise for each row execute function wall.exercise_moves();

-- The state of a measure is what its last proof says; nobody looks at the own one.
create function wall.exercise_proven() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
declare m public.exercise_measure; begin
  select * into m from public.exercise_measure x where x.municipality = new.municipality and x.id = new.measure for update;
  if m.state in ('done', 'dropped') then
    raise exception 'this measure is over' using errcode = 'insufficient_privilege'; end if;
  if new.verdict is null and (m.state <> 'open' or new."by" <> m.owner) then
    raise exception 'only its owner proves it' using errcode = 'insufficient_privilege'; end if;
  if new.verdict in ('accepted', 'insufficient') and (m.state <> 'proven' or new."by" = m.owner) then
    raise exception 'somebody else looks at it' using errcode = 'insufficient_privilege'; end if;
  update public.exercise_measure x set state = case new.verdict when 'accepted' then 'done' when 'insufficient'
    then 'open' when 'dropped' then 'dropped' else 'proven' end
    where x.municipality = new.municipality and x.id = new.measure;
  return null; end $$;
create trigger proven after insert on exercise_proof for each row execute function wall.exercise_proven();

-- What is written down happened before the end; what comes to mind later is a remark, with the time that it was made.
create function wall.exercise_written() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
declare x public.exercise; begin
  select * into x from public.exercise e where e.municipality = new.municipality and e.id = new.exercise for share;
  if x.state is distinct from (case new.kind when 'remark' then 'ended' else 'running' end) then
    raise exception 'the record of this exercise is closed, or not' using errcode = 'insufficient_privilege'; end if;
  if new.kind <> 'remark' and new.minute > extract(epoch from now() - x.started_at) / 60 + 1 then
    raise exception 'this minute did not come yet' using errcode = 'check_violation'; end if;
  return null; end $$;
create trigger written after insert on exercise_event for each row execute function wall.exercise_written();

-- Everything that was noticed has a measure, there is one at least, and each is done and looked at, or set aside with
-- why (ADR 0091).
create function wall.exercise_followed(m uuid, e uuid) returns boolean language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select exists (select from public.exercise_measure where municipality = m and exercise = e)
    and not exists (select from public.exercise_measure where municipality = m and exercise = e
      and state not in ('done', 'dropped'))
    and not exists (select from public.exercise_event v where v.municipality = m and v.exercise = e and v.kind = 'seen'
      and not exists (select from public.exercise_measure x
        where x.municipality = m and x.exercise = e and x.finding = v.id)) $$;

-- What an exercise shows is of its own organisation and its own day; that it was followed up is not said before it was.
create function wall.exercise_shows() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
declare x public.exercise; begin
  select * into x from public.exercise e where e.municipality = new.municipality and e.id = new.exercise for share;
  if (x.organisation, x.ended_on) is distinct from (new.about, new.seen_on) or new.about_kind <> 'organisation'
      or x.state <> 'ended' then
    raise exception 'this exercise shows nothing of that' using errcode = 'check_violation'; end if;
  if new.verdict = 'met' and x.content -> 'afterMeasures' ? new.criterion
      and not wall.exercise_followed(new.municipality, new.exercise) then
    raise exception 'what was found is not followed up yet' using errcode = 'check_violation'; end if;
  return null; end $$;
create trigger shown_by after insert on noted_finding for each row when (new.exercise is not null)
  execute function wall.exercise_shows();
revoke execute on function wall.exercise_stays(), wall.exercise_moves(), wall.exercise_proven(),
  wall.exercise_written(), wall.exercise_followed(uuid, uuid), wall.exercise_shows() from public;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [tables, stays]) await sql.raw(part).execute(db)
}
