/**
 * Who reads and does what with help in need. An offer is seen by whose it is and by who may call; an incident by who
 * asked, who took it and who was called. Who may take one sees that one waits, and no word of it.
 */
import { sql, type Kysely } from 'kysely'

const CALL = ['security-officer', 'policy-officer', 'account-manager']
const ASK = [...CALL, 'executor']
const may = (roles: readonly string[]) => `(select wall.may('{${roles.join()}}'))`
const here = 'municipality = (select current_municipality())'
const ours = '(select current_organisation()) is null'
const mine = 'by = (select current_person())'
const theirs = `(not ${ours} and ${may(['partner'])} and organisation = (select current_organisation()))`
const caller = `(${ours} and ${may(CALL)})`
const reads = (id = 'incident') => `wall.reads_incident(municipality, ${id})`
const leads = (id = 'incident') => `wall.leads_incident(municipality, ${id})`

const access = `
create function wall.leads_incident(m uuid, i uuid) returns boolean language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select exists (select from public.incident x where x.municipality = m and x.id = i
    and m = public.current_municipality()
    and (x."by" = public.current_person() or x.organisation = public.current_organisation()
      or exists (select from public.incident_caller c where c.municipality = m and c.incident = i
        and c.person = public.current_person()))) $$;
create function wall.reads_incident(m uuid, i uuid) returns boolean language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select m = public.current_municipality() and (wall.leads_incident(m, i)
    or exists (select from public.incident_call c where c.municipality = m and c.incident = i
      and c.person = public.current_person())) $$;
create function wall.incident_is_open(m uuid, i uuid) returns boolean language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select exists (select from public.incident x where x.municipality = m and x.id = i and x.state = 'open'
    and m = public.current_municipality()) $$;
create function wall.was_called(m uuid, i uuid, c uuid) returns boolean language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select exists (select from public.incident_call k where k.municipality = m and k.incident = i and k.id = c
    and k.person = public.current_person()) $$;
-- Whether an organisation may call this offer directly, because it was given the code of it.
create function wall.is_paired(m uuid, o uuid) returns boolean language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select exists (select from public.buddy_pair p where p.municipality = m and p.offer = o
    and p.organisation = public.current_organisation() and m = public.current_municipality()) $$;
-- Whether a call-up reaches anybody: who left, or may not sign in, hears nothing here.
create function wall.can_be_called(m uuid, o uuid) returns boolean language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select exists (select from public.buddy_offer b join public.person p on p.municipality = m and p.id = b.person
    where b.municipality = m and b.id = o and p.state = 'active' and m = public.current_municipality()) $$;
-- Whether who is here may call this person for this offer: it stands, its agreement holds, somebody hears it, and it
-- is of another.
create function wall.may_call_buddy(m uuid, i uuid, o uuid, who uuid) returns boolean language sql stable
  security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select from public.buddy_offer b join public.incident x on x.municipality = m and x.id = i
    where b.municipality = m and b.id = o and b.person = who and b.state = 'open'
      and b.agreed_until >= public.today_here() and b.organisation is distinct from x.organisation
      and x.state = 'open' and m = public.current_municipality() and wall.can_be_called(m, o)
      and case when public.current_organisation() is null then wall.may('{${CALL.join()}}')
        else wall.is_paired(m, o) end) $$;
create function wall.has_offer(m uuid, o uuid) returns boolean language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select exists (select from public.buddy_offer b where b.municipality = m and b.id = o and b.state = 'open'
    and b.organisation = public.current_organisation()) $$;

-- Whether somebody of the municipality was told that help is asked, for who reads it.
create function wall.incident_was_told(m uuid, i uuid) returns boolean language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select wall.reads_incident(m, i) and exists (select from public.message x where x.municipality = m
    and x.object = 'incident/' || i and starts_with(x.key, 'incident/' || i || '/asked/')) $$;

-- That there is one, for who may take it: no word of it.
create function wall.waiting_incidents() returns table (id uuid, number text, at timestamptz, takers int)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select x.id, x.number, x.at, (select count(*)::int from public.incident_caller c
      where c.municipality = x.municipality and c.incident = x.id)
    from public.incident x where x.municipality = public.current_municipality() and x.state = 'open'
      and public.current_organisation() is null and wall.may('{${CALL.join()}}')
      and not wall.reads_incident(x.municipality, x.id)
    order by x.at limit 100 $$;

-- The names of who take part in one, and of the organisation that asks, for who reads it.
create function wall.incident_people(m uuid, i uuid)
  returns table (person uuid, name text, function text, organisation text) language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select p.id, p.name, p.function, coalesce(o.name, '') from public.person p
    left join public.organisation o on o.municipality = m and o.id = p.organisation
    where p.municipality = m and wall.reads_incident(m, i) and p.id in (
      select "by" from public.incident x where x.municipality = m and x.id = i
      union select c.person from public.incident_caller c where c.municipality = m and c.incident = i
      union select k.person from public.incident_call k where k.municipality = m and k.incident = i
      union select l."by" from public.incident_log l where l.municipality = m and l.incident = i) $$;

-- An organisation that was told a code may call that buddy from then on. False: there is no such code.
create function wall.pair_buddy(told text) returns boolean language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
declare m uuid := public.current_municipality(); o uuid; begin
  if public.current_organisation() is null or not wall.may('{partner}') or length(told) > 40 then return false; end if;
  select b.id into o from public.buddy_offer b where b.municipality = m and b.code = told and b.state = 'open'
    and b.organisation <> public.current_organisation();
  if o is null then return false; end if;
  insert into public.buddy_pair (municipality, offer, organisation, "by")
    values (m, o, public.current_organisation(), public.current_person()) on conflict do nothing;
  return true; end $$;
-- Offers that may be called directly by who is here, with whose they are.
create function wall.buddies_of_mine() returns table (id uuid, organisation text) language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select b.id, g.name from public.buddy_pair p
    join public.buddy_offer b on b.municipality = p.municipality and b.id = p.offer
    join public.organisation g on g.municipality = p.municipality and g.id = b.organisation
    where p.municipality = public.current_municipality() and p.organisation = public.current_organisation() $$;
`

/** Who hears that something happened: a task and a mail, which say that there is something and never what. */
const telling = `
create function wall.tell_of_incident(i uuid, whom text, c uuid, mark text, task text, subject text, body text)
  returns int language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare m uuid := public.current_municipality(); told int := 0; p record; begin
  if not wall.reads_incident(m, i) or length(task) > 300 or length(subject) > 300 or length(body) > 3000
    or length(mark) > 80 or whom not in ('takers', 'asker', 'called') then
    raise exception 'not by you' using errcode = 'insufficient_privilege'; end if;
  for p in select x.id, x.email from public.person x where x.municipality = m and x.state = 'active'
      and x.id is distinct from public.current_person() and case whom
        when 'called' then x.id in (select k.person from public.incident_call k where k.municipality = m
          and k.incident = i and k.id = c)
        when 'asker' then x.id in (select n."by" from public.incident n where n.municipality = m and n.id = i)
        else x.organisation is null and case
          when exists (select from public.incident_caller t where t.municipality = m and t.incident = i)
            then x.id in (select t.person from public.incident_caller t where t.municipality = m and t.incident = i)
          else x.roles && '{security-officer}' end end loop
    insert into public.message (municipality, id, person, recipient, subject, body, kind, key, object, "by")
      values (m, gen_random_uuid(), p.id, p.email, subject, body, 'incident', 'incident/' || i || '/' || mark || '/' || p.id,
        'incident/' || i, public.current_person()) on conflict do nothing;
    if whom = 'called' then
      insert into public.task (municipality, id, kind, object, person, text, path, due_on)
        values (m, gen_random_uuid(), 'incident-call', 'incident/' || i, p.id, task, '/balie/hulp-in-nood/' || i,
          public.today_here()) on conflict do nothing;
    end if;
    told := told + 1;
  end loop;
  if whom = 'takers' and not exists (select from public.incident_caller t where t.municipality = m and t.incident = i) then
    insert into public.task (municipality, id, kind, object, role, text, path, due_on)
      values (m, gen_random_uuid(), 'incident', 'incident/' || i, 'security-officer', task, '/balie/hulp-in-nood',
        public.today_here()) on conflict do nothing;
  end if;
  return told; end $$;
`

const names = [
  'buddy_agreement',
  'buddy_offer',
  'buddy_pair',
  'incident',
  'incident_call',
  'incident_caller',
  'incident_log',
]
const walls = `
${names.map((name) => `alter table ${name} enable row level security; grant select on ${name} to leidraad_desk;`).join('\n')}
create policy desk_select on buddy_offer for select to leidraad_desk
  using (${here} and (${theirs} or ${caller} or wall.is_paired(municipality, id)));
create policy desk_insert on buddy_offer for insert to leidraad_desk with check (${here} and ${theirs} and ${mine}
  and person = (select current_person()) and state = 'open' and agreed_until is null);
create policy desk_update on buddy_offer for update to leidraad_desk using (${here} and ${theirs} and state = 'open')
  with check (${here} and ${theirs} and person = (select current_person()));
grant insert (municipality, id, organisation, skills, what, hours, hours_note, areas, clusters, contact, phone, code,
  person, by), update (skills, what, hours, hours_note, areas, clusters, contact, phone, person, state, stopped_on,
  changed_at) on buddy_offer to leidraad_desk;

-- Only of the own offer, by who is here.
create policy desk_select on buddy_agreement for select to leidraad_desk
  using (${here} and (wall.has_offer(municipality, offer) or ${caller}));
create policy desk_insert on buddy_agreement for insert to leidraad_desk
  with check (${here} and ${mine} and wall.has_offer(municipality, offer));
grant insert (municipality, id, offer, version, text, name, function, until, by) on buddy_agreement to leidraad_desk;

create policy desk_select on buddy_pair for select to leidraad_desk
  using (${here} and (${theirs} or wall.has_offer(municipality, offer) or ${caller}));
create policy desk_delete on buddy_pair for delete to leidraad_desk
  using (${here} and (${theirs} or wall.has_offer(municipality, offer)));
grant delete on buddy_pair to leidraad_desk;

create policy desk_select on incident for select to leidraad_desk using (${here} and ${reads('id')});
create policy desk_insert on incident for insert to leidraad_desk with check (${here} and ${mine} and state = 'open'
  and organisation is not distinct from (select current_organisation())
  and ((${ours} and ${may(ASK)}) or ${may(['partner'])}));
create policy desk_update on incident for update to leidraad_desk using (${here} and ${leads('id')})
  with check (${here});
grant insert (municipality, id, number, organisation, what, place, since, needs, contact, phone, by),
  update (state, done, lessons) on incident to leidraad_desk;

create policy desk_select on incident_caller for select to leidraad_desk using (${here} and ${reads()});
create policy desk_insert on incident_caller for insert to leidraad_desk with check (${here} and ${caller} and ${mine}
  and person = (select current_person()) and wall.incident_is_open(municipality, incident));
grant insert (municipality, incident, person, by) on incident_caller to leidraad_desk;

create policy desk_select on incident_call for select to leidraad_desk using (${here} and ${reads()});
create policy desk_insert on incident_call for insert to leidraad_desk with check (${here} and ${mine} and ${leads()}
  and wall.may_call_buddy(municipality, incident, offer, person));
grant insert (municipality, id, incident, offer, person, text, by) on incident_call to leidraad_desk;

create policy desk_select on incident_log for select to leidraad_desk using (${here} and ${reads()});
create policy desk_insert on incident_log for insert to leidraad_desk with check (${here} and ${mine} and ${reads()}
  and wall.incident_is_open(municipality, incident)
  and case kind when 'answered' then wall.was_called(municipality, incident, call) when 'note' then true
    else ${leads()} end);
grant insert (municipality, incident, id, kind, call, answer, text, by) on incident_log to leidraad_desk;
`

const clock = `
create policy clock_select on buddy_offer for select to leidraad_clock using (${here});
create policy clock_select on incident for select to leidraad_clock using (${here});
grant select (municipality, id, skills, state, agreed_until, person) on buddy_offer to leidraad_clock;
grant select (municipality, id, state, ended_at, wipe_on) on incident to leidraad_clock;
alter table published.buddy_figure enable row level security;
create policy read_by_all on published.buddy_figure for select to leidraad_public using (true);
create policy clock_select on published.buddy_figure for select to leidraad_clock using (${here});
create policy clock_insert on published.buddy_figure for insert to leidraad_clock with check (${here});
revoke all on published.buddy_figure from leidraad_desk, leidraad_clock;
grant select on published.buddy_figure to leidraad_public;
grant select, insert on published.buddy_figure to leidraad_clock;

-- Incidents that ended between two days: how many, with somebody who said yes, and minutes until the first yes.
create function wall.count_incidents(m uuid, a_day date, before date)
  returns table (asked int, helped int, minutes int) language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  with over as (select x.id, x.at, (select min(l.at) from public.incident_log l where l.municipality = m
      and l.incident = x.id and l.answer in ('yes', 'later')) as yes
    from public.incident x where x.municipality = m and m = public.current_municipality() and x.state = 'ended'
      and (x.ended_at at time zone 'Europe/Amsterdam')::date >= a_day
      and (x.ended_at at time zone 'Europe/Amsterdam')::date < before)
  select count(*)::int, count(yes)::int,
    (percentile_disc(0.5) within group (order by extract(epoch from yes - at) / 60)
      filter (where yes is not null))::int from over $$;

-- The day of the last line of its log.
create function wall.last_line(m uuid, i uuid) returns date language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select (coalesce((select max(l.at) from public.incident_log l where l.municipality = m and l.incident = i), x.at)
      at time zone 'Europe/Amsterdam')::date
    from public.incident x where x.municipality = m and x.id = i and m = public.current_municipality() $$;
-- Those that run and of which nobody wrote a line since that day, with each who can end it; none: all of them left.
create function wall.silent_incidents(m uuid, a_day date) returns table (incident uuid, person uuid)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select x.id, p.id from public.incident x left join public.person p on p.municipality = m and p.state = 'active'
      and (p.id = x."by" or exists (select from public.incident_caller c where c.municipality = m
        and c.incident = x.id and c.person = p.id))
    where x.municipality = m and m = public.current_municipality() and x.state = 'open'
      and wall.last_line(m, x.id) < a_day $$;

-- All of an incident whose time is over, which is a year after the last line where nobody ended it; and offers that
-- stopped a year ago, wherever they stand.
create function wall.wipe_incidents(m uuid) returns int language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
declare q record; gone int := 0; begin
  if m is distinct from public.current_municipality() then return 0; end if;
  perform set_config('leidraad.wiping', 'crisis', true);
  for q in select x.id from public.incident x where x.municipality = m and (x.wipe_on <= public.today_here()
        or x.state = 'open' and wall.last_line(m, x.id) + interval '12 months' <= public.today_here())
      limit 500 for update skip locked loop
    delete from public.message where municipality = m and object = 'incident/' || q.id;
    delete from public.task where municipality = m and object = 'incident/' || q.id;
    delete from public.incident where municipality = m and id = q.id;
    gone := gone + 1;
  end loop;
  for q in select b.id from public.buddy_offer b where b.municipality = m
      and coalesce(b.stopped_on, b.agreed_until, (b.at at time zone 'Europe/Amsterdam')::date)
        < public.today_here() - interval '12 months'
      and not exists (select from public.incident_call k where k.municipality = m and k.offer = b.id) loop
    delete from public.task where municipality = m and object = 'buddy/' || q.id;
    delete from public.buddy_offer where municipality = m and id = q.id;
    gone := gone + 1;
  end loop;
  perform set_config('leidraad.wiping', '', true);
  return gone; end $$;
`

const FUNCTIONS = {
  leidraad_desk: [
    'leads_incident(uuid, uuid)',
    'reads_incident(uuid, uuid)',
    'incident_is_open(uuid, uuid)',
    'was_called(uuid, uuid, uuid)',
    'is_paired(uuid, uuid)',
    'can_be_called(uuid, uuid)',
    'may_call_buddy(uuid, uuid, uuid, uuid)',
    'has_offer(uuid, uuid)',
    'waiting_incidents()',
    'incident_was_told(uuid, uuid)',
    'incident_people(uuid, uuid)',
    'pair_buddy(text)',
    'buddies_of_mine()',
    'tell_of_incident(uuid, text, uuid, text, text, text, text)',
  ],
  leidraad_clock: [
    'count_incidents(uuid, date, date)',
    'last_line(uuid, uuid)',
    'silent_incidents(uuid, date)',
    'wipe_incidents(uuid)',
  ],
}
const rights = Object.entries(FUNCTIONS)
  .map(([role, all]) => {
    const list = all.map((each) => `wall.${each}`).join(', ')
    return `revoke execute on function ${list} from public; grant execute on function ${list} to ${role};`
  })
  .join('\n')

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [access, telling, walls, clock, rights]) await sql.raw(part).execute(db)
}
