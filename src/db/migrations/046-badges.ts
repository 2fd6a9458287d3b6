/**
 * A badge that somebody carries: given by a named person where its ground holds, gone by its date or by a person. What
 * everybody reads of it follows at once when its ground changes, and never disappears. What a visit saw of badges on
 * sites is kept apart, and held against them by the clock.
 */
import { sql, type Kysely } from 'kysely'

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
const GIVE = ['policy-officer', 'account-manager']
const may = (roles: readonly string[]) => `(select wall.may('{${roles.join()}}'))`
const here = 'municipality = (select current_municipality())'
const OURS = '(select current_organisation())'
const WORKER = "(select wall.part(1)) = 'leidraad_worker'"
const person = (column: string) => `foreign key (municipality, ${column}) references person (municipality, id)`

/**
 * `told`: what everybody reads of what was promised and seen. `ground`: whether that still is so. `premises`: of a
 * street, by its id there.
 */
const tables = `
create table badge (
  municipality uuid not null references municipality, id uuid not null, number text not null check (number <> ''),
  kind text not null check (kind in ('signed', 'seen')), holder text not null check (length(holder) between 1 and 200),
  place text not null default '', organisation uuid, participant uuid, premises uuid, covenant uuid,
  covenant_version int, norms text[] not null default '{}', told jsonb not null, seen_by text not null default '',
  seen_on date, valid_from date not null default current_date, valid_until date not null,
  consent_by text not null check (consent_by <> ''), consent_on date not null, email text not null default '',
  ground text not null default 'holds' check (ground in ('holds', 'left', 'suspended', 'paused', 'covenant-ended',
    'seen-otherwise', 'not-seen')), ground_on date, listed boolean not null default true,
  by uuid not null, at timestamptz not null default now(),
  ended text check (ended in ('withdrawn', 'handed-back')), ended_on date, reason text not null default '',
  ended_by uuid, primary key (municipality, id), unique (municipality, number),
  check (valid_until >= valid_from and valid_until <= coalesce(seen_on, valid_from) + interval '1 year'),
  check (kind <> 'signed' or (participant is not null and covenant is not null)),
  check (kind <> 'seen' or seen_on is not null), check ((ended is null) = (ended_on is null)),
  check (ended is distinct from 'withdrawn' or reason <> ''),
  foreign key (municipality, organisation) references organisation (municipality, id),
  foreign key (municipality, participant) references covenant_participant (municipality, id),
  foreign key (municipality, premises) references premises (municipality, id),
  foreign key (municipality, covenant) references covenant (municipality, id),
  ${['by', 'ended_by'].map(person).join(', ')});
create index badge_of_organisation on badge (municipality, organisation);
create index badge_of_participant on badge (municipality, participant);
create index badge_of_covenant on badge (municipality, covenant);
create index badge_of_premises on badge (municipality, premises);
create index badge_until on badge (municipality, valid_until) where ended is null;
create table published.badge (
  municipality uuid not null, id uuid not null, number text not null,
  kind text not null check (kind in ('signed', 'seen')),
  holder text not null, place text not null, told jsonb not null, valid_from date not null, valid_until date not null,
  ground text not null, ground_on date, ended text, ended_on date, reason text not null, listed boolean not null,
  changed_at timestamptz not null default now(), primary key (municipality, id), unique (municipality, number));
create index published_badge_until on published.badge (municipality, valid_until desc, id);
create table badge_sighting (
  municipality uuid not null references municipality, id uuid not null, subject uuid not null,
  organisation uuid not null,
  address text not null, number text not null, page text not null, shown boolean not null,
  first_at timestamptz not null, last_at timestamptz not null, gone_at timestamptz, state text, state_at timestamptz,
  settled_at timestamptz, settled_by uuid, note text not null default '',
  primary key (municipality, id), unique (municipality, subject, number),
  check ((settled_at is null) = (settled_by is null)),
  foreign key (municipality, subject) references subject (municipality, id),
  foreign key (municipality, organisation) references organisation (municipality, id), ${person('settled_by')});
create index badge_sighting_of_number on badge_sighting (municipality, number);
`

/** Where the ground of a badge stands now. Of a criterion counts what was seen last and was not withdrawn. */
const grounds = `
create function wall.badge_seen(m uuid, what text, which uuid, norms text[]) returns text language sql stable
  security definer set search_path = pg_catalog, pg_temp as $$
  with last as (select distinct on (f.criterion) f.norm, f.verdict from public.noted_finding f
      where f.municipality = m and f.about_kind = what and f.about = which and f.norm = any (norms)
        and f.withdrawn_at is null and f.strength = 'witnessed'
      order by f.criterion, f.seen_on desc, f.id desc)
  select case when exists (select from last where verdict in ('unmet', 'partly')) then 'seen-otherwise'
    when exists (select from unnest(norms) n where not exists (select from last where norm = n and verdict = 'met'))
      or norms = '{}' then 'not-seen'
    else 'holds' end $$;
create function wall.badge_ground(b public.badge) returns text language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select case b.kind
    when 'seen' then wall.badge_seen(b.municipality,
      case when b.premises is null then 'organisation' else 'premises' end, coalesce(b.premises, b.organisation), b.norms)
    else (select case when c.state <> 'in-force' then 'covenant-ended' when p.state = 'joined' then 'holds'
        when p.state in ('suspended', 'paused') then p.state else 'left' end
      from public.covenant_participant p join public.covenant c on c.municipality = p.municipality and c.id = p.covenant
      where p.municipality = b.municipality and p.id = b.participant and c.id = b.covenant) end $$;

-- Given by who is here, where its ground holds now, and for no longer than what it stands on.
create function wall.badge_given() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$ begin
  if wall.badge_ground(new) is distinct from 'holds' or new.ground <> 'holds' or new.ended is not null
    or new.consent_on > current_date or new.valid_from > current_date then
    raise exception 'there is no ground for this badge' using errcode = 'insufficient_privilege'; end if;
  if new.kind = 'signed' and not exists (select from public.covenant_participant p
      join public.covenant c on c.municipality = p.municipality and c.id = p.covenant
      join public.covenant_version v on v.municipality = c.municipality and v.covenant = c.id and v.state = 'final'
      where p.municipality = new.municipality and p.id = new.participant and p.kind = 'party'
        and p.organisation = new.organisation and p.named is distinct from false and v.no = new.covenant_version
        and (c.ends_on is null or new.valid_until <= coalesce(p.extended_until, c.ends_on))) then
    raise exception 'this is no party to that version' using errcode = 'insufficient_privilege'; end if;
  if new.kind = 'seen' and exists (select from unnest(new.norms) n where not exists (
      select from public.noted_finding f where f.municipality = new.municipality and f.norm = n and f.verdict = 'met'
        and f.about_kind = (case when new.premises is null then 'organisation' else 'premises' end)
        and f.about = coalesce(new.premises, new.organisation) and f.withdrawn_at is null
        and f.strength = 'witnessed' and f.until >= new.valid_until and f.seen_on >= new.seen_on)) then
    raise exception 'this was not seen so lately' using errcode = 'insufficient_privilege'; end if;
  return new;
end $$;
create trigger given before insert on badge for each row execute function wall.badge_given();
create trigger signed before insert on badge for each row execute function signed_by_who_is_here();

-- It ends once. Who carries it hands it back; the municipality withdraws it.
create function wall.badge_ends() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$ begin
  if current_user <> 'leidraad_desk' then return new; end if;
  if old.ended is not null or new.ended is distinct from
      (case when public.current_organisation() is null then 'withdrawn' else 'handed-back' end) then
    raise exception 'this badge ended' using errcode = 'insufficient_privilege'; end if;
  new.ended_on := current_date;
  new.ended_by := public.current_person();
  return new;
end $$;
create trigger ends before update on badge for each row execute function wall.badge_ends();
create trigger stays before delete on badge for each row execute function refuse_change();
create trigger never_emptied before truncate on badge for each statement execute function refuse_change();

create function wall.show_badge() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$ begin
  insert into published.badge (municipality, id, number, kind, holder, place, told, valid_from, valid_until, ground,
      ground_on, ended, ended_on, reason, listed)
    values (new.municipality, new.id, new.number, new.kind, new.holder, new.place, new.told, new.valid_from,
      new.valid_until, new.ground, new.ground_on, new.ended, new.ended_on, new.reason, new.listed)
    on conflict (municipality, id) do update set ground = excluded.ground, ground_on = excluded.ground_on,
      ended = excluded.ended, ended_on = excluded.ended_on, reason = excluded.reason, listed = excluded.listed,
      changed_at = now()
      where (badge.ground, badge.ended, badge.reason, badge.listed)
        is distinct from (excluded.ground, excluded.ended, excluded.reason, excluded.listed);
  return null;
end $$;
create trigger shown after insert or update on badge for each row execute function wall.show_badge();

-- What a badge stands on changed: its page tells so in the same moment.
create function wall.badges_look(m uuid, which uuid[]) returns void language sql security definer
  set search_path = pg_catalog, pg_temp as $$
  update public.badge b set ground = n.ground, ground_on = case n.ground when 'holds' then null else current_date end
    from (select id, wall.badge_ground(x) as ground from public.badge x
      where x.municipality = m and x.id = any (which)) n
    where b.municipality = m and b.id = n.id and b.ground <> n.ground $$;
create function wall.badge_of_party() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$ begin
  perform wall.badges_look(new.municipality, array(select id from public.badge b
    where b.municipality = new.municipality and b.participant = new.id));
  update public.badge b set listed = new.named is distinct from false where b.municipality = new.municipality
    and b.participant = new.id and b.listed <> (new.named is distinct from false);
  return null;
end $$;
create trigger badges after update of state, named on covenant_participant
  for each row execute function wall.badge_of_party();
create function wall.badge_of_covenant() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$ begin
  perform wall.badges_look(new.municipality, array(select id from public.badge b
    where b.municipality = new.municipality and b.covenant = new.id));
  return null;
end $$;
create trigger badges after update of state on covenant for each row execute function wall.badge_of_covenant();
create function wall.badge_of_finding() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$ begin
  perform wall.badges_look(new.municipality, array(select id from public.badge b
    where b.municipality = new.municipality and b.kind = 'seen' and new.norm = any (b.norms)
      and case new.about_kind when 'premises' then b.premises = new.about
        when 'organisation' then b.premises is null and b.organisation = new.about else false end));
  return null;
end $$;
create trigger badges after insert or update of withdrawn_at on noted_finding
  for each row execute function wall.badge_of_finding();
revoke execute on function wall.badge_seen(uuid, text, uuid, text[]), wall.badge_ground(public.badge),
  wall.badge_given(), wall.show_badge(), wall.badges_look(uuid, uuid[]), wall.badge_of_party(),
  wall.badge_of_covenant(), wall.badge_of_finding() from public;
`

const rights = `
alter table badge enable row level security;
create policy desk_select on badge for select to leidraad_desk
  using (${here} and case when ${OURS} is null then ${may(READ)} else organisation = ${OURS} end);
create policy desk_insert on badge for insert to leidraad_desk
  with check (${here} and ${OURS} is null and ${may(GIVE)} and by = (select current_person()));
create policy desk_update on badge for update to leidraad_desk
  using (${here} and case when ${OURS} is null then ${may(GIVE)} else organisation = ${OURS} end)
  with check (${here} and ended is not null);
create policy clock_select on badge for select to leidraad_clock using (${here});
create policy clock_update on badge for update to leidraad_clock
  using (${here} and coalesce(ended_on, valid_until) < current_date) with check (${here} and email = '');
grant select, insert, update (ended, reason) on badge to leidraad_desk;
grant select, update (email, consent_by) on badge to leidraad_clock;
alter table published.badge enable row level security;
create policy read_by_all on published.badge for select to leidraad_public using (true);
grant select on published.badge to leidraad_public;
alter table badge_sighting enable row level security;
create policy desk_select on badge_sighting for select to leidraad_desk
  using (${here} and ${OURS} is null and ${may(READ)});
create policy desk_update on badge_sighting for update to leidraad_desk
  using (${here} and ${OURS} is null and ${may(GIVE)})
  with check (${here} and settled_by = (select current_person()));
create policy clock_select on badge_sighting for select to leidraad_clock using (${here});
create policy clock_update on badge_sighting for update to leidraad_clock using (${here}) with check (${here});
create policy worker_select on badge_sighting for select to leidraad_worker using (${WORKER});
create policy worker_insert on badge_sighting for insert to leidraad_worker with check (${WORKER});
create policy worker_update on badge_sighting for update to leidraad_worker using (${WORKER});
grant select, update (settled_at, settled_by, note) on badge_sighting to leidraad_desk;
grant select, update (state, state_at, settled_at, settled_by) on badge_sighting to leidraad_clock;
grant select, insert, update (page, shown, last_at, gone_at) on badge_sighting to leidraad_worker;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(tables + grounds + rights).execute(db)
}
