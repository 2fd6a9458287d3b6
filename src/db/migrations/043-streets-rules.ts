/** What the database holds of streets to: who looks, who decides, who publishes, and in which order. */

/**
 * Asked by policies, so with the rights of the owner: who walks a round, and whether both inspectors are in. Of a round
 * that somebody walks, that person reads the own answers alone until then, whatever the other roles.
 */
export const rules = `
create function wall.walks(m uuid, r uuid) returns boolean language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select exists (select from public.street_round s where s.municipality = m and s.id = r
    and public.current_person() in (s.one, s.other)) $$;
create function wall.both_in(m uuid, r uuid, p uuid) returns boolean language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select count(distinct i.inspector) = 2 from public.inspection i
    where i.municipality = m and i.round = r and i.premises = p $$;
create function wall.walks_street(m uuid, s uuid) returns boolean language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select exists (select from public.street_round r where r.municipality = m and r.street = s
    and public.current_person() in (r.one, r.other)) $$;
create function wall.walks_premises(m uuid, p uuid) returns boolean language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select exists (select from public.street_round r join public.street_round_premises o
      on o.municipality = r.municipality and o.round = r.id
    where r.municipality = m and o.premises = p and public.current_person() in (r.one, r.other)) $$;

-- What comes in is of one of the two, and stays as it came; after the round was closed it is kept and says so.
create function wall.inspection_comes() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
declare r public.street_round; begin
  select * into r from public.street_round s where s.municipality = new.municipality and s.id = new.round;
  if (new.inspector in (r.one, r.other)) is not true then
    raise exception 'this is no inspector of the round' using errcode = 'insufficient_privilege'; end if;
  if new."by" in (r.one, r.other) and new."by" <> new.inspector then
    raise exception 'one inspector writes nothing for the other' using errcode = 'insufficient_privilege'; end if;
  if tg_table_name = 'inspection' then new.late := r.closed_at is not null; end if;
  return new;
end $$;
-- Who looked does not decide between what both saw.
create function wall.outcome_follows() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$ begin
  if exists (select from public.street_round s where s.municipality = new.municipality and s.id = new.round
      and new."by" in (s.one, s.other)) then
    raise exception 'who looked does not decide' using errcode = 'insufficient_privilege'; end if;
  if not wall.both_in(new.municipality, new.round, new.premises) or new.no <> 1 + coalesce((
      select max(o.no) from public.premises_outcome o where o.municipality = new.municipality and o.round = new.round
        and o.premises = new.premises), 0) then
    raise exception 'not both are in, or this is not the next' using errcode = 'insufficient_privilege'; end if;
  return new;
end $$;
-- One proposes, another who did not look and decided nothing of this round publishes; the term of each owner passed.
create function wall.street_release_follows() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
declare last public.street_release; begin
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
      and not exists (select from public.street_round_premises p
        left join public.premises_letter l using (municipality, round, premises)
        where p.municipality = new.municipality and p.round = new.round
          and exists (select from public.premises_outcome o where o.municipality = p.municipality
            and o.round = p.round and o.premises = p.premises)
          and (l.sent_at is null or (l.reacted_at is null and l.react_until >= current_date)))
    else false end) is not true then
    raise exception 'no % after % by this person', new.step, coalesce(last.step, 'nothing')
      using errcode = 'insufficient_privilege'; end if;
  return new;
end $$;
create function wall.show_street() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$ begin
  if new.step not in ('published', 'withdrawn') then return null; end if;
  delete from published.street_premises where municipality = new.municipality and round = new.round;
  delete from published.street_round where municipality = new.municipality and round = new.round;
  if new.step = 'withdrawn' then return null; end if;
  insert into published.street_round (municipality, round, slug, name, begins_on, ends_on, until, told)
    select new.municipality, new.round, s.slug, s.name, r.begins_on, r.ends_on,
      coalesce((select min(o.until) from public.premises_outcome o where o.municipality = new.municipality
        and o.round = new.round), r.ends_on), new.told - 'premises'
    from public.street_round r join public.street s on s.municipality = r.municipality and s.id = r.street
    where r.municipality = new.municipality and r.id = new.round;
  insert into published.street_premises (municipality, round, premises, slug, name, address, lon, lat, seen_on, until,
      told)
    select new.municipality, new.round, p.id, s.slug, p.name, p.address, p.lon, p.lat, o.seen_on, o.until,
      new.told -> 'premises' -> p.id::text
    from public.premises_letter l join public.premises p on p.municipality = l.municipality and p.id = l.premises
      join public.street s on s.municipality = p.municipality and s.id = p.street
      join lateral (select * from public.premises_outcome x where x.municipality = l.municipality
        and x.round = l.round and x.premises = l.premises order by no desc limit 1) o on true
    where l.municipality = new.municipality and l.round = new.round and l.consent
      and new.told -> 'premises' ? p.id::text;
  return null;
end $$;
create trigger comes before insert on inspection for each row execute function wall.inspection_comes();
create trigger comes before insert on inspection_photo for each row execute function wall.inspection_comes();
create trigger follows before insert on premises_outcome for each row execute function wall.outcome_follows();
create trigger follows before insert on street_release for each row execute function wall.street_release_follows();
create trigger shown after insert on street_release for each row execute function wall.show_street();
${[
  'street',
  'premises',
  'street_round',
  'inspection',
  'inspection_choice',
  'inspection_photo',
  'premises_outcome',
  'premises_letter',
  'street_release',
]
  .map(
    (table) => `create trigger signed before insert on ${table} for each row execute function signed_by_who_is_here();`,
  )
  .join('\n')}
${['inspection', 'inspection_choice', 'premises_outcome', 'street_release']
  .map(
    (table) => `create trigger stays before update on ${table} for each row execute function refuse_change();
create trigger never_emptied before truncate on ${table} for each statement execute function refuse_change();`,
  )
  .join('\n')}
`
