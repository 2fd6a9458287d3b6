/**
 * Whose it is, and the desk, ask for a new measurement at once (ADR 0116): of all addresses of an organisation, one
 * asking at a time and three in a day. A round like any other, before what waits; after 200 addresses of a municipality
 * in a day behind it.
 */
import { sql, type Kysely } from 'kysely'

const READ = `'{policy-officer,adviser,fg,security-officer,executor,decision-maker,publisher,account-manager,
  tender-officer,auditor}'`
const here = 'municipality = (select current_municipality())'
const OURS = '(select current_organisation())'

const table = `
create table asked_look (
  municipality uuid not null references municipality, id uuid not null, organisation uuid not null, round uuid not null,
  asked_at timestamptz not null default now(), primary key (municipality, id),
  foreign key (municipality, organisation) references organisation (municipality, id),
  foreign key (municipality, round) references round (municipality, id));
create index asked_look_of on asked_look (municipality, organisation, asked_at);
alter table asked_look enable row level security;
create policy desk_select on asked_look for select to leidraad_desk
  using (${here} and (organisation = ${OURS} or (select wall.may(${READ}))));
grant select on asked_look to leidraad_desk;
create policy desk_select on round_visit for select to leidraad_desk
  using (${here} and exists (select from subject s where s.municipality = round_visit.municipality
    and s.id = round_visit.subject and (s.organisation = ${OURS} or (select wall.may(${READ})))));
grant select on round_visit to leidraad_desk;
`

/**
 * Gives what became of it: `asked`, `busy` while an earlier asking runs, `enough` for a day, or `none`: no address.
 * \`lanes\`: of an address that was never visited the domain that one visit at a time is counted by.
 */
const ask = `
create function wall.ask_look(o uuid, lanes jsonb) returns text language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
declare
  m uuid := public.current_municipality();
  wanted uuid := uuidv7();
  each record;
  opened record;
  moment timestamptz;
begin
  if public.current_person() is null or m is null or not (case when public.current_organisation() is null
      then wall.may('{policy-officer,account-manager,executor,security-officer}')
      else public.current_organisation() = o and wall.may('{partner}') end)
    then raise exception 'this organisation is not theirs to have measured' using errcode = 'insufficient_privilege';
  end if;
  -- Who asks at the same moment waits here.
  perform from public.municipality where id = m for no key update;
  perform from public.organisation where municipality = m and id = o for update;
  if not found then return 'none'; end if;
  if exists (select from public.asked_look a
      join public.round_visit r on r.municipality = a.municipality and r.round = a.round
      join public.visit v on v.id = r.visit and v.state = 'open'
      where a.municipality = m and a.organisation = o) then return 'busy'; end if;
  if (select count(*) from public.asked_look a where a.municipality = m and a.organisation = o
      and a.asked_at > now() - interval '1 day') >= 3 then return 'enough'; end if;
  if not exists (select from public.subject where municipality = m and organisation = o and ended_at is null)
    then return 'none'; end if;
  -- However many ask, what waits comes to its turn.
  moment := now() - case when (select count(*) from public.asked_look a join public.round_visit r
        on r.municipality = a.municipality and r.round = a.round
      where a.municipality = m and a.asked_at > now() - interval '1 day') < 200
    then interval '1 day' else interval '0' end;
  insert into public.round (municipality, id) values (m, wanted);
  for each in select s.id, s.kind, s.address, coalesce((select v.domain from public.visit v where v.kind = s.kind
        and v.address = s.address order by v.requested_at desc limit 1), lanes ->> s.address, s.address) as domain
      from public.subject s where s.municipality = m and s.organisation = o and s.ended_at is null
      order by (select max(v.ended_at) from public.visit v where v.kind = s.kind and v.address = s.address
        and v.state = 'done') nulls first, s.kind, s.address limit 50 loop
    insert into public.visit (id, kind, address, domain, state)
      values (uuidv7(), each.kind, each.address, each.domain, 'open')
      on conflict (kind, address) where state = 'open' do update set state = 'open'
      returning id, xmax = 0 as fresh into opened;
    if opened.fresh then
      insert into public.job (id, kind, key, lane, due)
        values (opened.id, 'visit', opened.id::text, each.domain, moment);
    else
      update public.job set due = least(due, moment), parked = false where id = opened.id and state = 'queued';
    end if;
    insert into public.round_visit (municipality, round, subject, visit) values (m, wanted, each.id, opened.id);
  end loop;
  insert into public.asked_look (municipality, id, organisation, round) values (m, uuidv7(), o, wanted);
  return 'asked';
end $$;
revoke all on function wall.ask_look(uuid, jsonb) from public;
grant execute on function wall.ask_look(uuid, jsonb) to leidraad_desk;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(table + ask).execute(db)
}
