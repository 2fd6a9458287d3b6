/**
 * A secret link is of somebody who has to do with what it opens. Once that is over it tells that it ended and whom to
 * ask, and nothing of what was seen or agreed: of an owner whose shop is gone or is another's, of an outcome that
 * counts no longer, of a contact who made place for another, of a covenant that is over.
 */
import { sql, type Kysely } from 'kysely'

/** `owner`: the how-manieth owner of these premises was told. What the one before said is not for the next. */
const letters = `
alter table premises_letter add column owner int not null default 1 check (owner > 0),
  add column ended text check (ended in ('gone', 'other-owner')), add column ended_at timestamptz,
  add constraint ended_once check ((ended is null) = (ended_at is null));
grant insert (owner), update (owner, secret) on premises_letter to leidraad_desk;

-- An insert that finds a letter becomes an update of it, and is asked as one too.
-- Told of the newest outcome, the first time and anew; and of the same where it is another's now.
create or replace function wall.letter_tells() returns trigger language plpgsql
  set search_path = pg_catalog, pg_temp as $$ begin
  if current_user <> 'leidraad_desk' then return new; end if;
  if new.outcome is distinct from wall.newest_outcome(new.municipality, new.round, new.premises)
    or (tg_op = 'INSERT' and new.owner <> 1 and not exists (select from public.premises_letter l
      where l.municipality = new.municipality and l.round = new.round and l.premises = new.premises))
    or (tg_op = 'UPDATE' and (new.react_until < public.today_here()
      or new."by" is distinct from public.current_person()
      or case when old.ended is null
        then new.outcome <= old.outcome or new.owner <> old.owner or new.secret <> old.secret
        else new.owner <> old.owner + 1 or new.secret = old.secret end)) then
    raise exception 'the owner is told of the newest outcome, once' using errcode = 'insufficient_privilege'; end if;
  if tg_op = 'INSERT' then return new; end if;
  new.sent_at := now();
  if old.reacted_at is not null then
    new.earlier := old.earlier || jsonb_build_object('words', old.reaction, 'at', old.reacted_at,
      'outcome', old.outcome, 'owner', old.owner); end if;
  new.reaction := '';
  new.reacted_at := null;
  if old.ended is not null then
    new.ended := null;
    new.ended_at := null;
    new.consent := null;
    new.consent_by := '';
    new.consent_at := null;
  end if;
  return new;
end $$;

-- The consent ends with it, and the name goes.
create function wall.end_owner_links(m uuid, which uuid[], why text) returns int language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
declare r uuid; told int; begin
  update public.premises_letter set ended = why, ended_at = now(), consent = null, consent_by = ''
    where municipality = m and premises = any (which) and ended is null;
  get diagnostics told = row_count;
  for r in with gone as (delete from published.street_premises where municipality = m and premises = any (which)
      returning round) select distinct round from gone loop
    perform wall.hide_few_others(m, r);
  end loop;
  return told;
end $$;
create function wall.premises_left() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$ begin
  if new.ended_on <= public.today_here() and old.ended_on is distinct from new.ended_on then
    perform wall.end_owner_links(new.municipality, array[new.id], 'gone');
  elsif (old.organisation is not null and new.organisation is distinct from old.organisation)
    or (old.email <> '' and new.email <> '' and lower(new.email) <> lower(old.email)) then
    perform wall.end_owner_links(new.municipality, array[new.id], 'other-owner');
  end if;
  return null;
end $$;
create trigger owner_left after update of ended_on, organisation, email on premises for each row
  execute function wall.premises_left();
-- Of a day that was written down before it came. Who was told after that day was told knowingly.
create function wall.end_links_of_gone() returns int language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
declare m uuid := public.current_municipality(); begin
  return wall.end_owner_links(m, array(select p.id from public.premises p join public.premises_letter l
    on l.municipality = p.municipality and l.premises = p.id and l.ended is null
    where p.municipality = m and p.ended_on <= public.today_here()
      and (l.sent_at at time zone 'Europe/Amsterdam')::date <= p.ended_on), 'gone');
end $$;

create function wall.owner_link_ended(l public.premises_letter) returns text language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select case when l.ended is not null then l.ended
      when p.ended_on <= public.today_here()
        and (l.sent_at at time zone 'Europe/Amsterdam')::date <= p.ended_on then 'gone'
      when (select o.until from public.premises_outcome o where o.municipality = l.municipality and o.round = l.round
        and o.premises = l.premises order by o.no desc limit 1) < public.today_here() then 'over' end
    from public.premises p where p.municipality = l.municipality and p.id = l.premises $$;

create or replace function wall.read_premises(m uuid, hash text) returns jsonb language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select case when wall.owner_link_ended(l) is not null then jsonb_build_object('ended', wall.owner_link_ended(l),
    'named', exists (select from published.street_premises q where q.municipality = m and q.round = l.round
      and q.premises = l.premises))
  else jsonb_build_object('ended', null, 'premises', p.name, 'address', p.address, 'street', s.name, 'slug', s.slug,
    'answers', o.answers, 'seen', o.seen_on, 'until', o.until, 'at', o.at, 'by', f.function,
    'react', l.react_until, 'reaction', l.reaction, 'reacted', l.reacted_at, 'consent', l.consent,
    'consentBy', l.consent_by, 'consentAt', l.consent_at, 'questions', r.questions, 'repaired', o.reason,
    'earlier', coalesce((select jsonb_agg(e order by e ->> 'at') from jsonb_array_elements(l.earlier) e
      where coalesce((e ->> 'owner')::int, 1) = l.owner), '[]'),
    'public', exists (select from published.street_round q where q.municipality = m and q.round = l.round)) end
  from public.premises_letter l
    join public.premises p on p.municipality = l.municipality and p.id = l.premises
    join public.street_round r on r.municipality = l.municipality and r.id = l.round
    join public.street s on s.municipality = r.municipality and s.id = r.street
    join lateral (select * from public.premises_outcome x where x.municipality = l.municipality
      and x.round = l.round and x.premises = l.premises order by no desc limit 1) o on true
    join public.person f on f.municipality = o.municipality and f.id = o."by"
  where l.municipality = m and l.secret = hash $$;

create or replace function wall.react_of_premises(m uuid, hash text, words text) returns text language plpgsql
  security definer set search_path = pg_catalog, pg_temp as $$
declare l public.premises_letter; begin
  if length(words) > 4000 or words = '' then
    raise exception 'this is no reaction' using errcode = 'check_violation'; end if;
  select * into l from public.premises_letter x where x.municipality = m and x.secret = hash for update;
  if l.round is null then return 'missing'; end if;
  if wall.owner_link_ended(l) is not null then return 'ended'; end if;
  if l.reaction = words then return 'kept'; end if;
  if l.reacted_at is not null then return 'before'; end if;
  update public.premises_letter set reaction = words, reacted_at = now() where municipality = m and secret = hash;
  perform wall.premises_said(m, hash, 'reaction', 'Lees de reactie van de eigenaar op een schouw');
  return 'kept';
end $$;

-- Saying no takes the name away at once, also later, and also when the link opens nothing else any more.
create or replace function wall.consent_of_premises(m uuid, hash text, yes boolean, who text) returns text
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare l public.premises_letter; begin
  if length(who) > 200 or (yes and who = '') then
    raise exception 'this is no consent' using errcode = 'check_violation'; end if;
  select * into l from public.premises_letter x where x.municipality = m and x.secret = hash for update;
  if l.round is null then return 'missing'; end if;
  if l.ended is not null or (yes and wall.owner_link_ended(l) is not null) then return 'ended'; end if;
  if l.consent is not distinct from yes and (not yes or l.consent_by = who) then return 'kept'; end if;
  update public.premises_letter set consent = yes, consent_by = case when yes then who else '' end, consent_at = now()
    where municipality = m and secret = hash;
  if not yes then
    delete from published.street_premises where municipality = m and round = l.round and premises = l.premises;
  end if;
  perform wall.premises_said(m, hash, case when yes then 'consent' else 'no consent' end,
    case when yes then 'Een eigenaar wil met naam op de openbare pagina van een schouw'
      else 'Een eigenaar wil niet met naam op de openbare pagina van een schouw' end);
  return 'kept';
end $$;
revoke execute on function wall.end_owner_links(uuid, uuid[], text), wall.premises_left(), wall.end_links_of_gone(),
  wall.owner_link_ended(public.premises_letter) from public;
grant execute on function wall.end_links_of_gone() to leidraad_clock;
`

/** A link to what will stand there is of one mailbox, as the one to sign is; the new contact signs with a new one. */
const parties = `
alter table covenant_told add column link_ended_at timestamptz;
create or replace function wall.covenant_contact_changed() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$ begin
  update public.covenant_link set ended_at = now(), ended = 'replaced', code = null, code_at = null
    where municipality = new.municipality and participant = new.id and ended_at is null;
  update public.covenant_told set link_ended_at = now()
    where municipality = new.municipality and participant = new.id and link_ended_at is null;
  return null;
end $$;
create or replace function wall.covenant_link_state(l public.covenant_link) returns text language sql stable
  security definer set search_path = pg_catalog, pg_temp as $$
  select case when l.ended is not null then l.ended when p.state = 'left' then 'left'
      when c.state in ('ended', 'dropped') then 'over' when l.ends_at <= now() then 'expired' else 'open' end
    from public.covenant_participant p join public.covenant c on c.municipality = p.municipality and c.id = p.covenant
    where p.municipality = l.municipality and p.id = l.participant $$;
`

/** Functions that find nothing any more behind a link that ended, by what is to be added to which line of them. */
const ADDED = [
  ['wall.read_told(uuid, text)', 't.secret = hash', 't.secret = hash and t.link_ended_at is null'],
  [
    'wall.object_to_told(uuid, text, text, text)',
    'x.secret = hash for update',
    'x.secret = hash and x.link_ended_at is null for update',
  ],
  [
    'wall.unname_told(uuid, text)',
    'x.secret = hash for update',
    'x.secret = hash and x.link_ended_at is null for update',
  ],
  ['wall.read_follow(uuid, text)', 'f.secret = hash', 'f.secret = hash and f.ends_at > now()'],
  ['wall.confirm_follow(uuid, text, boolean)', 'secret = hash', 'secret = hash and ends_at > now()'],
  ['wall.read_bid(uuid, text)', 'd.secret = mark', 'd.secret = mark and d.ends_at > now()'],
] as const

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(letters + parties).execute(db)
  for (const [which, line, instead] of ADDED) {
    const { rows } = await sql<{ text: string }>`select pg_get_functiondef(${which}::regprocedure) as text`.execute(db)
    const { text } = rows[0]!
    if (text.split(line).length !== 2) throw new Error(`${which} has not one line with ${line}`)
    await sql.raw(text.replace(line, instead)).execute(db)
  }
}
