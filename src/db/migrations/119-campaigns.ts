/**
 * Campaigns for a group of organisations. What is fixed before the start cannot be changed afterwards, who goes first
 * follows from what was fixed and a public number that came later, and the database works both out itself.
 */
import { sql, type Kysely } from 'kysely'

const WRITE = ['policy-officer', 'account-manager']
const TELL = ['policy-officer', 'publisher', 'decision-maker']
const TODAY = "(now() at time zone 'Europe/Amsterdam')::date"
const HEX = (text: string) => `encode(sha256(convert_to(${text}, 'UTF8')), 'hex')`
const person = (column: string) => `foreign key (municipality, ${column}) references person (municipality, id)`
const ofCampaign = 'foreign key (municipality, campaign) references campaign (municipality, id)'
const ofMember =
  'foreign key (municipality, campaign, organisation) references campaign_member (municipality, campaign, organisation)'
const stays = (table: string) => `
create trigger stays before update or delete on ${table} for each row execute function refuse_change();
create trigger never_emptied before truncate on ${table} for each statement execute function refuse_change();`

const tables = `
create table campaign (
  municipality uuid not null references municipality, id uuid not null,
  number text not null check (length(number) between 1 and 40),
  state text not null default 'draft' check (state in ('draft', 'frozen', 'drawn', 'told', 'stopped')),
  version int not null default 1 check (version > 0),
  title text not null check (length(title) between 1 and 120), aim text not null check (length(aim) between 1 and 400),
  norm text not null check (length(norm) between 1 and 20),
  criteria text[] not null check (cardinality(criteria) between 1 and 20 and length(criteria::text) <= 2000),
  least text not null check (least in ('declared', 'measured', 'documented', 'witnessed')),
  audience text not null default '' check (audience in ('', 'A', 'B', 'C', 'D')),
  unit text not null check (unit in ('street', 'cluster', 'organisation')),
  strata text not null default 'none' check (strata in ('none', 'size', 'before')),
  draw_on date not null, source text not null check (source in ('lotto', 'eurojackpot')),
  starts date not null, until date not null, after date not null,
  ways text[] not null check (cardinality(ways) between 1 and 5 and length(ways::text) <= 200),
  steps text[] not null check (cardinality(steps) = 3 and length(steps::text) <= 1500),
  by uuid not null, at timestamptz not null default now(),
  plan text check (length(plan) <= 200000), hash text check (length(hash) = 64), salt uuid,
  frozen_by uuid, frozen_at timestamptz,
  value text check (length(value) between 1 and 60), seed text check (length(seed) = 64), drawn_by uuid,
  drawn_at timestamptz, result jsonb check (length(result::text) <= 20000), told_by uuid, told_at timestamptz,
  stopped_why text check (length(stopped_why) between 1 and 400), stopped_by uuid, stopped_at timestamptz,
  primary key (municipality, id), unique (municipality, number),
  check (draw_on <= starts and starts <= until and until < after),
  -- What is fixed cannot be wiped: no address of anybody stands in it.
  check (strpos(title || aim || steps::text || coalesce(stopped_why, ''), chr(64)) = 0),
  ${['by', 'frozen_by', 'drawn_by', 'told_by', 'stopped_by'].map(person).join(', ')});

create table campaign_member (
  municipality uuid not null, campaign uuid not null, organisation uuid not null,
  cluster text not null check (length(cluster) between 1 and 200), stratum int not null check (stratum in (1, 2)),
  before boolean, first boolean, after boolean,
  primary key (municipality, campaign, organisation), ${ofCampaign},
  foreign key (municipality, organisation) references organisation (municipality, id));

create table campaign_reach (
  municipality uuid not null, campaign uuid not null, id uuid not null, organisation uuid not null,
  way text not null check (way in ('letter', 'visit', 'phone', 'email', 'poster')),
  outcome text not null check (outcome in ('reached', 'sent', 'refused', 'absent')), day date not null,
  by uuid not null, at timestamptz not null default now(),
  primary key (municipality, campaign, id), ${ofMember}, ${person('by')});
create index campaign_reach_of on campaign_reach (municipality, campaign, organisation, at desc);
create index campaign_refused on campaign_reach (municipality, organisation) where outcome = 'refused';

create table campaign_mailing (
  municipality uuid not null, campaign uuid not null, id uuid not null, sent int not null check (sent >= 0),
  skipped int not null check (skipped >= 0), by uuid not null, at timestamptz not null default now(),
  primary key (municipality, campaign, id), ${ofCampaign}, ${person('by')});
${['campaign_reach', 'campaign_mailing'].map(stays).join('')}
create trigger never_emptied before truncate on campaign for each statement execute function refuse_change();
create trigger never_emptied before truncate on campaign_member for each statement execute function refuse_change();
`

/** The columns that a step may touch; everything else stays as it was. */
const STEPS: Readonly<Record<string, readonly string[]>> = {
  'draft draft': [
    'version',
    'title',
    'aim',
    'norm',
    'criteria',
    'least',
    'audience',
    'unit',
    'strata',
    'draw_on',
    'source',
    'starts',
    'until',
    'after',
    'ways',
    'steps',
  ],
  'draft frozen': ['state', 'plan', 'hash', 'salt', 'frozen_by', 'frozen_at'],
  'draft stopped': ['state', 'stopped_why', 'stopped_by', 'stopped_at'],
  'frozen stopped': ['state', 'stopped_why', 'stopped_by', 'stopped_at'],
  'frozen drawn': ['state', 'value', 'seed', 'drawn_by', 'drawn_at'],
  'drawn told': ['state', 'result', 'told_by', 'told_at'],
}

const rules = `
-- The one way to write a public number: groups of digits as numbers, from low to high (scoring/campaign-draw.ts).
create function wall.written_number(typed text) returns text language sql immutable parallel safe
  set search_path = pg_catalog, pg_temp as $$
  select string_agg(n::text, ' ' order by n) from (select m[1]::numeric as n from regexp_matches(typed, '[0-9]+', 'g') m) x $$;
-- Whether it can be an outcome of this public draw: so many numbers, each another.
create function wall.number_of_source(source text, value text) returns boolean language sql immutable parallel safe
  set search_path = pg_catalog, pg_temp as $$
  select count(*) = s.count and count(distinct n) = s.count and min(n::numeric) >= 1 and max(n::numeric) <= s.most
  from (values ('lotto', 6, 45), ('eurojackpot', 5, 50)) as s(name, count, most), unnest(string_to_array(value, ' ')) n
  where s.name = source group by s.count, s.most $$;
create function wall.campaign_moves() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
declare
  free text[] := case old.state || ' ' || new.state
    ${Object.entries(STEPS)
      .map(([step, columns]) => `when '${step}' then '{${columns.join()}}'::text[]`)
      .join('\n    ')} end;
  me uuid := public.current_person(); begin
  if free is null or to_jsonb(new) - free <> to_jsonb(old) - free then
    raise exception 'what was fixed of a campaign stays as it was' using errcode = 'insufficient_privilege'; end if;
  if new.state = 'frozen' and old.state = 'draft' then
    if not wall.may('{${WRITE.join()}}') or new.frozen_by is distinct from me or new.frozen_at <> now() then
      raise exception 'this is not your task' using errcode = 'insufficient_privilege'; end if;
    if new.draw_on <= ${TODAY} then
      raise exception 'the draw comes on a later day' using errcode = 'check_violation'; end if;
    if new.hash is distinct from ${HEX('new.plan')} or not wall.campaign_is_as_planned(new) then
      raise exception 'this is not what is fixed' using errcode = 'check_violation'; end if;
  elsif new.state = 'drawn' and old.state = 'frozen' then
    if new.drawn_by is distinct from me or new.drawn_by = old.frozen_by or new.drawn_at <> now()
        or not wall.may('{${[...WRITE, 'publisher'].join()}}') then
      raise exception 'somebody else draws' using errcode = 'insufficient_privilege'; end if;
    if ${TODAY} >= old.starts then
      raise exception 'the draw comes before the start' using errcode = 'check_violation'; end if;
    if new.value is distinct from wall.written_number(new.value) then
      raise exception 'the number is written in one way' using errcode = 'check_violation'; end if;
    if not coalesce(wall.number_of_source(old.source, new.value), false) then
      raise exception 'this is no outcome of that draw' using errcode = 'check_violation'; end if;
    if ${TODAY} < old.draw_on or new.seed is distinct from ${HEX("old.hash || ':' || new.value")} then
      raise exception 'this is not the draw' using errcode = 'check_violation'; end if;
    update public.campaign_member m set first = d.place * 2 <= d.among from (
      select cluster, row_number() over (partition by stratum order by ${HEX("new.seed || ':' || cluster")} collate "C")
        as place, count(*) over (partition by stratum) as among
      from (select distinct cluster, stratum from public.campaign_member
        where municipality = new.municipality and campaign = new.id) c) d
      where m.municipality = new.municipality and m.campaign = new.id and m.cluster = d.cluster;
  elsif new.state = 'told' and old.state = 'drawn' then
    if new.told_by is distinct from me or new.told_at <> now() or not wall.may('{${TELL.join()}}') then
      raise exception 'this is not your task' using errcode = 'insufficient_privilege'; end if;
    if ${TODAY} < old.after or new.result is null then
      raise exception 'there is no outcome yet' using errcode = 'check_violation'; end if;
  elsif new.state = 'stopped' and old.state <> 'stopped' then
    if new.stopped_by is distinct from me or new.stopped_why is null or not wall.may('{${WRITE.join()}}') then
      raise exception 'this is not your task' using errcode = 'insufficient_privilege'; end if;
  end if;
  return new;
end $$;

-- The text that is hashed says what the columns say, and who is meant.
create function wall.campaign_is_as_planned(c public.campaign) returns boolean language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select coalesce(p ->> 'number' = c.number and p ->> 'title' = c.title and p ->> 'aim' = c.aim
    and p ->> 'norm' = c.norm and p -> 'criteria' = to_jsonb(c.criteria) and p ->> 'least' = c.least
    and p ->> 'audience' = c.audience and p ->> 'unit' = c.unit and p ->> 'strata' = c.strata
    and p ->> 'before' = ${TODAY}::text and p ->> 'drawOn' = c.draw_on::text and p ->> 'source' = c.source
    and p ->> 'starts' = c.starts::text and p ->> 'until' = c.until::text and p ->> 'after' = c.after::text
    and p -> 'ways' = to_jsonb(c.ways) and p -> 'steps' = to_jsonb(c.steps)
    and (p ->> 'meant')::int = m.count and m.clusters > 1 and p ->> 'members' = m.hash, false)
  from (select c.plan::jsonb as p) planned, (select count(*) as count, count(distinct cluster) as clusters,
    ${HEX(`c.salt::text || E'\\n' || string_agg(organisation::text || ' ' || cluster || ' ' || stratum::text, E'\\n'
      order by organisation)`)} as hash from public.campaign_member
    where municipality = c.municipality and campaign = c.id) m $$;
create trigger moves before update on campaign for each row execute function wall.campaign_moves();

create function wall.campaign_member_stands() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
declare here public.campaign; begin
  select * into here from public.campaign where municipality = new.municipality and id = new.campaign for update;
  if tg_op = 'INSERT' and here.state = 'draft' and new.first is null and new.after is null then return new; end if;
  -- The draw itself, which runs within the change of the campaign.
  if tg_op = 'UPDATE' and here.state = 'frozen' and pg_trigger_depth() > 1 and old.first is null
    and to_jsonb(new) - 'first'::text = to_jsonb(old) - 'first'::text then return new; end if;
  if tg_op = 'UPDATE' and here.state = 'drawn' and old.after is null and ${TODAY} >= here.after
    and to_jsonb(new) - 'after'::text = to_jsonb(old) - 'after'::text then return new; end if;
  raise exception 'who is meant stays as it was' using errcode = 'insufficient_privilege';
end $$;
create trigger stands before insert or update on campaign_member
  for each row execute function wall.campaign_member_stands();

-- All that one statement writes is looked at at once: a mailing is thousands of rows of one campaign.
create function wall.campaign_reached() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$ begin
  perform from (select municipality, campaign, min(day) as oldest, max(day) as newest from fresh group by 1, 2) r
    left join public.campaign c on c.municipality = r.municipality and c.id = r.campaign and c.state in ('drawn', 'told')
    where c.id is null or r.oldest < c.starts or r.newest > ${TODAY};
  if found then
    raise exception 'nobody is reached before the start' using errcode = 'insufficient_privilege'; end if;
  return null;
end $$;
create trigger goes after insert on campaign_reach referencing new table as fresh
  for each statement execute function wall.campaign_reached();
revoke execute on function wall.campaign_moves(), wall.campaign_is_as_planned(public.campaign),
  wall.campaign_member_stands(), wall.campaign_reached() from public;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [tables, rules]) await sql.raw(part).execute(db)
}
