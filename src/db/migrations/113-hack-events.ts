/**
 * Hack events: which systems people may look at, by whose signed consent and in which time, and whether what was found
 * was mended. A finding is a report of a weakness, with its own walls: here stands that it is of this event (129).
 * What was signed is what is in scope: whoever changes a system, its time or what its letter says asks anew.
 */
import { sql, type Kysely } from 'kysely'

const here = 'municipality = (select current_municipality())'
const KEEP = "(select wall.may('{security-officer,policy-officer}'))"
const OURS = `${here} and (select current_organisation()) is null and ${KEEP}`
const short = (column: string, most: number) =>
  `${column} text not null default '' check (length(${column}) <= ${most})`
const clock = (column: string) => `${column} text not null check (length(${column}) = 5)`

const tables = `
create table hack_event (
  municipality uuid not null, event uuid not null, ${short('stop_name', 80)}, ${short('stop_phone', 40)},
  ${short('forbidden', 2000)}, primary key (municipality, event),
  foreign key (municipality, event) references event (municipality, id));
create table hack_target (
  municipality uuid not null, id uuid not null, event uuid not null,
  name text not null check (length(name) between 1 and 120),
  address text not null check (length(address) between 1 and 300),
  supplier text not null check (length(supplier) between 1 and 120), ${short('contact', 120)},
  ${short('contact_email', 254)}, opens_on date not null, ${clock('opens')}, closes_on date not null, ${clock('closes')},
  ${short('limits', 1000)},
  state text not null default 'asked' check (state in ('asked', 'given', 'refused', 'withdrawn')),
  ${short('signed_name', 120)}, ${short('signed_role', 120)}, signed_on date,
  signed_hash text not null default '' check (length(signed_hash) in (0, 64)), rules int not null default 1,
  check ((closes_on, closes) > (opens_on, opens)),
  check (state <> 'given' or (signed_on is not null and signed_name <> '' and signed_hash <> '')),
  primary key (municipality, id), foreign key (municipality, event) references event (municipality, id));
create index hack_target_of on hack_target (municipality, event, name);
create table hack_finding (
  municipality uuid not null, id uuid not null, event uuid not null,
  number text not null check (length(number) between 5 and 20), request uuid, found_on date not null,
  state text not null default 'received', fix_by date, mended_on date, retested_on date, ${short('thanked', 120)},
  primary key (municipality, id), unique (municipality, number),
  foreign key (municipality, event) references event (municipality, id),
  foreign key (municipality, request) references request (municipality, id) on delete set null (request));
create index hack_finding_request on hack_finding (municipality, request) where request is not null;
create index hack_finding_of on hack_finding (municipality, event, found_on);
`

const rules = `
create function wall.hack_target_changed() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$ begin
  if tg_op = 'INSERT' then
    if current_user = 'leidraad_desk' then new.state := 'asked'; end if;
    return new;
  end if;
  if (new.name, new.address, new.supplier, new.opens_on, new.opens, new.closes_on, new.closes, new.limits)
    is distinct from (old.name, old.address, old.supplier, old.opens_on, old.opens, old.closes_on, old.closes,
      old.limits) then
    new.state := 'asked'; new.signed_name := ''; new.signed_role := ''; new.signed_on := null; new.signed_hash := '';
  elsif new.state <> old.state and (old.state || ' ' || new.state) not in ('asked given', 'asked refused',
      'refused given', 'given asked', 'given withdrawn', 'withdrawn given') then
    raise exception 'a consent does not go from % to %', old.state, new.state using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger changed before insert or update on hack_target
  for each row execute function wall.hack_target_changed();

create function wall.hack_target_added() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$ begin
  if not exists (select from public.event where municipality = new.municipality and id = new.event and kind = 'hack') then
    raise exception 'this is no hack event' using errcode = 'check_violation'; end if;
  return null;
end $$;
create trigger added after insert on hack_target for each row execute function wall.hack_target_added();

-- Also what was withdrawn, or refused after a yes: that signature brings no consent back.
create function wall.hack_asks_anew(m uuid, e uuid) returns void language sql security definer
  set search_path = pg_catalog, pg_temp as $$
  update public.hack_target set state = case state when 'given' then 'asked' else state end, signed_name = '',
      signed_role = '', signed_on = null, signed_hash = ''
    where municipality = m and event = e and signed_on is not null $$;
-- Who agreed to a day did not agree to another; nor to what was another kind of event meanwhile.
create function wall.hack_event_moved() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$ begin
  perform wall.hack_asks_anew(new.municipality, new.id);
  return null;
end $$;
-- Nor to another list of what is forbidden, or another number to call: both stand in the letter.
create function wall.hack_letter_changed() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$ begin
  -- After the event the clock wipes whose phone it was: what was signed stays.
  if (select wall.part(1)) = 'leidraad_clock' then return null; end if;
  if tg_op = 'INSERT' or (new.stop_phone, new.forbidden) is distinct from (old.stop_phone, old.forbidden) then
    perform wall.hack_asks_anew(new.municipality, new.event);
  end if;
  return null;
end $$;
create trigger letter after insert or update of stop_phone, forbidden on hack_event
  for each row execute function wall.hack_letter_changed();
`

const doors = `
create function wall.forget_signers(m uuid, days int, stop_days int) returns int language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
declare gone int; stops int; begin
  if (select wall.part(1)) <> 'leidraad_clock' or m is distinct from public.current_municipality() then
    raise exception 'only the clock forgets' using errcode = 'insufficient_privilege'; end if;
  update public.hack_target t set contact = '', contact_email = '', signed_role = '',
      signed_name = case when signed_name = '' then '' else '(gewist)' end
    from public.event k where t.municipality = m and k.municipality = m and k.id = t.event
      and k.ends_on < (now() at time zone 'Europe/Amsterdam')::date - days
      and (t.contact <> '' or t.contact_email <> '' or t.signed_role <> '' or t.signed_name not in ('', '(gewist)'));
  get diagnostics gone = row_count;
  update public.hack_event h set stop_name = '', stop_phone = ''
    from public.event k where h.municipality = m and k.municipality = m and k.id = h.event
      and k.ends_on < (now() at time zone 'Europe/Amsterdam')::date - stop_days
      and h.stop_name || h.stop_phone <> '';
  get diagnostics stops = row_count;
  return gone + stops;
end $$;
revoke execute on function wall.hack_target_changed(), wall.hack_target_added(), wall.hack_asks_anew(uuid, uuid),
  wall.hack_event_moved(), wall.hack_letter_changed(), wall.forget_signers(uuid, int, int) from public;
grant execute on function wall.forget_signers(uuid, int, int) to leidraad_clock;
-- Whichever column a statement names: another trigger may change one that it does not.
create trigger moved after update on event for each row
  when ('hack' in (old.kind, new.kind) and (old.kind, old.starts_on, old.starts, old.ends_on, old.ends)
    is distinct from (new.kind, new.starts_on, new.starts, new.ends_on, new.ends))
  execute function wall.hack_event_moved();
`

const SCOPE = 'name, address, supplier, contact, contact_email, opens_on, opens, closes_on, closes, limits'
const rights = `
${['hack_event', 'hack_target']
  .map(
    (table) => `alter table ${table} enable row level security;
create policy desk_select on ${table} for select to leidraad_desk using (${OURS});
create policy desk_insert on ${table} for insert to leidraad_desk with check (${OURS});
create policy desk_update on ${table} for update to leidraad_desk using (${OURS}) with check (${OURS});`,
  )
  .join('\n')}
grant select, insert (municipality, event, stop_name, stop_phone, forbidden),
  update (stop_name, stop_phone, forbidden) on hack_event to leidraad_desk;
grant select, insert (municipality, id, event, ${SCOPE}),
  update (${SCOPE}, state, signed_name, signed_role, signed_on, signed_hash, rules) on hack_target to leidraad_desk;
-- What is tied to an event, and how far it is, no person types: only that it is none of it after all.
alter table hack_finding enable row level security;
create policy desk_select on hack_finding for select to leidraad_desk using (${OURS});
create policy desk_delete on hack_finding for delete to leidraad_desk using (${OURS});
grant select, delete on hack_finding to leidraad_desk;
create policy clock_select on hack_target for select to leidraad_clock using (${here});
create policy clock_select on hack_finding for select to leidraad_clock using (${here});
grant select (municipality, id, event, state, rules) on hack_target to leidraad_clock;
grant select (municipality, id, event, state, fix_by) on hack_finding to leidraad_clock;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [tables, rules, doors, rights]) await sql.raw(part).execute(db)
}
