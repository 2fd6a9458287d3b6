/**
 * A finding of a hack event is a report of a weakness that came in from its first day until ninety days after it: who
 * reports it names the event, or somebody at the desk gives the number. How far it is follows the report, and what is
 * known of it stays when the words of the report are wiped.
 */
import { sql, type Kysely } from 'kysely'

const KEEP = "wall.may('{security-officer,policy-officer}')"

/** `note`: what everybody may know of it, which outlives the report. */
const column = `
alter table hack_finding add column note uuid,
  add foreign key (municipality, note) references weakness_note (municipality, id) on delete set null (note);
create index hack_finding_note on hack_finding (municipality, note) where note is not null;
`

const follows = `
create function wall.hack_follows(m uuid, r uuid) returns void language sql security definer
  set search_path = pg_catalog, pg_temp as $$
  update public.hack_finding f set fix_by = w.fix_by, mended_on = w.fixed_on, retested_on = w.retested_on,
      state = case when q.outcome in ('withdrawn', 'merged') then 'closed' else coalesce(w.state, 'received') end,
      note = n.id, thanked = case when n.taken_back_on is null then coalesce(n.thanked, '') else '' end
    from public.request q left join public.weakness w on w.municipality = m and w.request = q.id
      left join lateral (select * from public.weakness_note x where x.municipality = m and x.request = q.id
        and x.told_on is not null order by x.told_on desc, x.id desc limit 1) n on true
    where f.municipality = m and f.request = r and q.municipality = m and q.id = r $$;
create function wall.weakness_followed() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$ begin
  perform wall.hack_follows(new.municipality, new.request);
  return null; end $$;
create trigger followed after insert or update on weakness for each row execute function wall.weakness_followed();
create trigger followed after insert or update on weakness_note for each row when (new.request is not null)
  execute function wall.weakness_followed();
-- The report is wiped, its note stands: whoever is to be thanked no more is thanked nowhere.
create function wall.note_followed() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$ begin
  update public.hack_finding set thanked = case when new.taken_back_on is null then new.thanked else '' end
    where municipality = new.municipality and note = new.id;
  return null; end $$;
create trigger followed_later after update on weakness_note for each row when (new.request is null)
  execute function wall.note_followed();
create function wall.request_followed() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$ begin
  perform wall.hack_follows(new.municipality, new.id);
  return null; end $$;
create trigger followed after update on request for each row when (old.outcome is distinct from new.outcome)
  execute function wall.request_followed();
`

const ties = `
create function wall.hack_ties(m uuid, e uuid, r uuid) returns text language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
declare k public.event; q public.request; begin
  select * into k from public.event where municipality = m and id = e;
  select * into q from public.request where municipality = m and id = r;
  if q.id is null or q.kind <> 'zwakke-plek' or k.id is null or k.kind <> 'hack' or k.placed_at is null then
    return 'none'; end if;
  if q.received_on < k.starts_on then return 'before'; end if;
  if q.received_on > k.ends_on + 90 then return 'after'; end if;
  insert into public.hack_finding (municipality, id, event, number, request, found_on)
    values (m, gen_random_uuid(), e, q.number, r, q.received_on) on conflict do nothing;
  if not found then return 'twice'; end if;
  perform wall.hack_follows(m, r);
  return 'tied';
end $$;
-- By its number, by who keeps the event: whoever may not read the report learns nothing more of it.
create function wall.tie_finding(e uuid, typed text) returns text language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
declare m uuid := public.current_municipality(); begin
  if public.current_organisation() is not null or not ${KEEP} then
    raise exception 'not by you' using errcode = 'insufficient_privilege'; end if;
  return wall.hack_ties(m, e, (select id from public.request where municipality = m and number = typed));
end $$;
-- Who reports it chose the event from a list: kept as its path, a space, and what it is called.
create function wall.report_names_event() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
declare e uuid; begin
  select id into e from public.event where municipality = new.municipality
    and no = substring(new.text from '^/samen/bijeenkomsten/(\\d{1,9}) ')::int;
  if wall.hack_ties(new.municipality, e, new.request) = 'tied' then
    insert into public.audit (municipality, act, object, detail)
      values (new.municipality, 'hack.found', 'event/' || e, '{}');
  end if;
  return null; end $$;
create trigger named after insert on request_text for each row when (new.field = 'evenement')
  execute function wall.report_names_event();
revoke execute on function wall.hack_follows(uuid, uuid), wall.weakness_followed(), wall.note_followed(),
  wall.request_followed(), wall.hack_ties(uuid, uuid, uuid), wall.tie_finding(uuid, text), wall.report_names_event()
  from public;
grant execute on function wall.tie_finding(uuid, text) to leidraad_desk;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [column, follows, ties]) await sql.raw(part).execute(db)
}
