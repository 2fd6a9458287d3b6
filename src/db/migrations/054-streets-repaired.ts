/**
 * An outcome that is repaired is told anew: its owner gets a letter and a term for it, what was proposed before is not
 * published any more, and what is public says that it is being corrected. Names never leave so few premises over that
 * the counts tell of one. A badge for what was seen stands on all of it that was looked at, as it is today.
 */
import { sql, type Kysely } from 'kysely'

const DECIDE = ['policy-officer', 'adviser']
const may = (roles: readonly string[]) => `(select wall.may('{${roles.join()}}'))`
const here = 'municipality = (select current_municipality())'

/** `outcome`: of which the owner was told. `earlier`: what the owner said of one before. */
const letters = `
alter table premises_letter add column outcome int not null default 1 check (outcome > 0),
  add column earlier jsonb not null default '[]';
update premises_letter l set outcome = coalesce((select max(o.no) from premises_outcome o
  where (o.municipality, o.round, o.premises) = (l.municipality, l.round, l.premises) and o.at <= l.sent_at), 1);
alter table published.street_round add column correcting_at timestamptz;
alter table published.street_premises add column correcting boolean not null default false;
create function wall.newest_outcome(m uuid, r uuid, p uuid) returns int language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select max(o.no) from public.premises_outcome o where o.municipality = m and o.round = r and o.premises = p $$;

-- Told of the newest outcome, the first time and anew. What the owner said of one before stays beside it.
create function wall.letter_tells() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$ begin
  if current_user <> 'leidraad_desk' then return new; end if;
  if new.outcome is distinct from wall.newest_outcome(new.municipality, new.round, new.premises)
    or (tg_op = 'UPDATE' and (new.outcome <= old.outcome or new.react_until < public.today_here()
      or new."by" is distinct from public.current_person())) then
    raise exception 'the owner is told of the newest outcome, once' using errcode = 'insufficient_privilege'; end if;
  if tg_op = 'INSERT' then return new; end if;
  new.sent_at := now();
  if old.reacted_at is not null then
    new.earlier := old.earlier
      || jsonb_build_object('words', old.reaction, 'at', old.reacted_at, 'outcome', old.outcome); end if;
  new.reaction := '';
  new.reacted_at := null;
  return new;
end $$;
create trigger tells before insert or update on premises_letter for each row execute function wall.letter_tells();
create policy desk_update on premises_letter for update to leidraad_desk using (${here} and ${may(DECIDE)})
  with check (${here} and ${may(DECIDE)});
grant insert (outcome), update (outcome, email, react_until, by) on premises_letter to leidraad_desk;
grant execute on function wall.newest_outcome(uuid, uuid, uuid) to leidraad_desk;
`

/** Premises below which a count tells of one shop how it is: of all that were settled, and of those without a name. */
const FEWEST = 3
const release = `
-- One round at a time is decided on or published: neither misses the other.
create or replace function wall.outcome_follows() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$ begin
  perform from public.street_round s where s.municipality = new.municipality and s.id = new.round
    for no key update;
  if exists (select from public.street_round s where s.municipality = new.municipality and s.id = new.round
      and new."by" in (s.one, s.other)) then
    raise exception 'who looked does not decide' using errcode = 'insufficient_privilege'; end if;
  if not wall.both_in(new.municipality, new.round, new.premises) or new.no <> 1 + coalesce((
      select max(o.no) from public.premises_outcome o where o.municipality = new.municipality and o.round = new.round
        and o.premises = new.premises), 0) then
    raise exception 'not both are in, or this is not the next' using errcode = 'insufficient_privilege'; end if;
  return new;
end $$;
-- What is public stays as it was published, whole, and says that it is being corrected.
create function wall.street_corrects() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$ begin
  if new.no = 1 then return null; end if;
  update published.street_round set correcting_at = coalesce(correcting_at, now())
    where municipality = new.municipality and round = new.round;
  update published.street_premises set correcting = true
    where municipality = new.municipality and round = new.round and premises = new.premises;
  return null;
end $$;
create trigger corrects after insert on premises_outcome for each row execute function wall.street_corrects();

create or replace function wall.street_release_follows() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
declare last public.street_release; begin
  perform from public.street_round s where s.municipality = new.municipality and s.id = new.round
    for no key update;
  select * into last from public.street_release r where r.municipality = new.municipality and r.round = new.round
    order by no desc limit 1;
  if new.no <> coalesce(last.no, 0) + 1 or (case new.step
    when 'proposed' then coalesce(last.step, '') <> 'proposed'
    when 'taken-back' then last.step = 'proposed'
    when 'withdrawn' then exists (select from published.street_round p where p.municipality = new.municipality
      and p.round = new.round)
    when 'published' then last.step = 'proposed' and new."by" <> last."by"
      and new.told = last.told
      and not exists (select from public.premises_outcome o where o.municipality = new.municipality
        and o.round = new.round and o."by" = new."by")
      and not exists (select from public.street_round s where s.municipality = new.municipality and s.id = new.round
        and new."by" in (s.one, s.other))
      and (select count(distinct o.premises) from public.premises_outcome o where o.municipality = new.municipality
        and o.round = new.round) >= ${FEWEST}
      and not exists (select from public.street_round_premises p
        left join public.premises_letter l using (municipality, round, premises)
        cross join lateral wall.newest_outcome(p.municipality, p.round, p.premises) as newest
        where p.municipality = new.municipality and p.round = new.round and newest is not null
          and (l.outcome is distinct from newest or (l.reacted_at is null and l.react_until >= public.today_here())
            or (new.told -> 'premises' -> p.premises::text ->> 'outcome')::int is distinct from newest))
    else false end) is not true then
    raise exception 'no % after % by this person', new.step, coalesce(last.step, 'nothing')
      using errcode = 'insufficient_privilege'; end if;
  return new;
end $$;
create function wall.names_fit(settled bigint, named bigint) returns boolean language sql immutable
  set search_path = pg_catalog, pg_temp as $$ select settled - named = 0 or settled - named >= ${FEWEST} $$;
create or replace function wall.show_street() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$ begin
  if new.step not in ('published', 'withdrawn') then return null; end if;
  delete from published.street_premises where municipality = new.municipality and round = new.round;
  delete from published.street_round where municipality = new.municipality and round = new.round;
  if new.step = 'withdrawn' then return null; end if;
  insert into published.street_round (municipality, round, slug, name, begins_on, ends_on, until, told)
    select new.municipality, new.round, s.slug, s.name, r.begins_on, r.ends_on,
      coalesce((select min(o.until) from public.premises_outcome o where o.municipality = new.municipality
        and o.round = new.round and o.no = wall.newest_outcome(o.municipality, o.round, o.premises)), r.ends_on),
      new.told - 'premises'
    from public.street_round r join public.street s on s.municipality = r.municipality and s.id = r.street
    where r.municipality = new.municipality and r.id = new.round;
  -- The verdicts and the days of one and the same outcome.
  insert into published.street_premises (municipality, round, premises, slug, name, address, lon, lat, seen_on, until,
      told)
    select new.municipality, new.round, p.id, s.slug, p.name, p.address, p.lon, p.lat, o.seen_on, o.until,
      (new.told -> 'premises' -> p.id::text) - 'outcome'
    from public.premises_letter l join public.premises p on p.municipality = l.municipality and p.id = l.premises
      join public.street s on s.municipality = p.municipality and s.id = p.street
      join public.premises_outcome o on o.municipality = l.municipality and o.round = l.round
        and o.premises = l.premises and o.no = (new.told -> 'premises' -> p.id::text ->> 'outcome')::int
    where l.municipality = new.municipality and l.round = new.round and l.consent;
  perform wall.hide_few_others(new.municipality, new.round);
  return null;
end $$;
-- The counts without those with a name would tell of the few that are left: then nobody is named.
create function wall.hide_few_others(m uuid, r uuid) returns void language sql security definer
  set search_path = pg_catalog, pg_temp as $$
  delete from published.street_premises p where p.municipality = m and p.round = r
    and not wall.names_fit((select (q.told ->> 'settled')::bigint from published.street_round q
        where q.municipality = m and q.round = r),
      (select count(*) from published.street_premises x where x.municipality = m and x.round = r)) $$;
create function wall.street_few() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$ begin
  perform wall.hide_few_others(old.municipality, old.round);
  return null;
end $$;
-- Also when an owner takes the consent back.
create trigger few after delete on published.street_premises for each row
  when (pg_trigger_depth() = 0) execute function wall.street_few();
revoke execute on function wall.newest_outcome(uuid, uuid, uuid), wall.street_corrects(),
  wall.hide_few_others(uuid, uuid), wall.street_few() from public;
`

/** The owner reads what they said before, and whether it is of an outcome that was repaired. */
const doors = `
create or replace function wall.read_premises(m uuid, hash text) returns jsonb language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select jsonb_build_object('premises', p.name, 'address', p.address, 'street', s.name, 'slug', s.slug,
    'answers', o.answers, 'seen', o.seen_on, 'until', o.until, 'at', o.at, 'by', f.function,
    'react', l.react_until, 'reaction', l.reaction, 'reacted', l.reacted_at, 'consent', l.consent,
    'consentBy', l.consent_by, 'consentAt', l.consent_at, 'questions', r.questions,
    'repaired', o.reason, 'earlier', l.earlier,
    'public', exists (select from published.street_round q where q.municipality = m and q.round = l.round))
  from public.premises_letter l
    join public.premises p on p.municipality = l.municipality and p.id = l.premises
    join public.street_round r on r.municipality = l.municipality and r.id = l.round
    join public.street s on s.municipality = r.municipality and s.id = r.street
    join lateral (select * from public.premises_outcome x where x.municipality = l.municipality
      and x.round = l.round and x.premises = l.premises order by no desc limit 1) o on true
    join public.person f on f.municipality = o.municipality and f.id = o."by"
  where l.municipality = m and l.secret = hash $$;
`

/** Of a criterion counts what was seen last: unknown is not seen, and what counts no longer is not either. */
const badges = `
create function wall.seen_last(m uuid, what text, which uuid, norms text[])
  returns table (norm text, verdict text, seen_on date, until date) language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select distinct on (f.criterion) f.norm, f.verdict, f.seen_on, f.until from public.noted_finding f
    where f.municipality = m and f.about_kind = what and f.about = which and f.norm = any (norms)
      and f.withdrawn_at is null and f.strength = 'witnessed'
    order by f.criterion, f.seen_on desc, f.id desc $$;
create function wall.badge_seen(m uuid, what text, which uuid, norms text[], day date) returns text language sql
  stable security definer set search_path = pg_catalog, pg_temp as $$
  with last as (select * from wall.seen_last(m, what, which, norms))
  select case when exists (select from last where verdict in ('unmet', 'partly')) then 'seen-otherwise'
    when norms = '{}' or exists (select from last where verdict = 'unknown' or until < day)
      or exists (select from unnest(norms) n where not exists (select from last
        where last.norm = n and verdict = 'met')) then 'not-seen'
    else 'holds' end $$;
-- As long as it may be carried: of one that ended by its date nothing has to count any more.
create or replace function wall.badge_ground(b public.badge) returns text language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select case b.kind
    when 'seen' then wall.badge_seen(b.municipality,
      case when b.premises is null then 'organisation' else 'premises' end, coalesce(b.premises, b.organisation),
      b.norms, least(public.today_here(), b.valid_until))
    else (select case when c.state <> 'in-force' then 'covenant-ended' when p.state = 'joined' then 'holds'
        when p.state in ('suspended', 'paused') then p.state else 'left' end
      from public.covenant_participant p join public.covenant c on c.municipality = p.municipality and c.id = p.covenant
      where p.municipality = b.municipality and p.id = b.participant and c.id = b.covenant) end $$;
drop function wall.badge_seen(uuid, text, uuid, text[]);
create or replace function wall.badge_given() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$ begin
  if wall.badge_ground(new) is distinct from 'holds' or new.ground <> 'holds' or new.ended is not null
    or new.consent_on > public.today_here() or new.valid_from > public.today_here() then
    raise exception 'there is no ground for this badge' using errcode = 'insufficient_privilege'; end if;
  if new.kind = 'signed' and not exists (select from public.covenant_participant p
      join public.covenant c on c.municipality = p.municipality and c.id = p.covenant
      join public.covenant_version v on v.municipality = c.municipality and v.covenant = c.id and v.state = 'final'
      where p.municipality = new.municipality and p.id = new.participant and p.kind = 'party'
        and p.organisation = new.organisation and p.named is distinct from false and v.no = new.covenant_version
        and (c.ends_on is null or new.valid_until <= coalesce(p.extended_until, c.ends_on))) then
    raise exception 'this is no party to that version' using errcode = 'insufficient_privilege'; end if;
  if new.kind = 'seen' and exists (select from wall.seen_last(new.municipality,
      case when new.premises is null then 'organisation' else 'premises' end,
      coalesce(new.premises, new.organisation), new.norms) last
      where last.until < new.valid_until or (last.verdict = 'met' and last.seen_on < new.seen_on)) then
    raise exception 'this was not seen so lately' using errcode = 'insufficient_privilege'; end if;
  return new;
end $$;
revoke execute on function wall.seen_last(uuid, text, uuid, text[]),
  wall.badge_seen(uuid, text, uuid, text[], date) from public;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(letters + release + doors + badges).execute(db)
}
