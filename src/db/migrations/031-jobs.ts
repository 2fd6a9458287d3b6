/**
 * One table for all that runs later: visits, fetches, mail, judging (db/jobs.ts). What waited or was under way
 * in the shapes before it is taken along; what it is about stays in the row of the visit, the message or the fetch.
 */
import { sql, type Kysely } from 'kysely'

const tables = `
create table job (
  id uuid primary key, kind text not null check (kind in ('visit', 'fetch', 'mail', 'judge')),
  municipality uuid references municipality on delete cascade, key text not null, payload jsonb not null default '{}',
  lane text, parked boolean not null default false, due timestamptz not null default now(),
  state text not null default 'queued' check (state in ('queued', 'active', 'done', 'failed')),
  attempt int not null default 0, silent int not null default 0, lease_until timestamptz, worker text, progress text,
  trouble text, result jsonb, by uuid, asked_at timestamptz not null default now(), started_at timestamptz,
  ended_at timestamptz,
  check ((kind = 'visit') = (municipality is null)));
create unique index job_open on job (kind, municipality, key) nulls not distinct
  where state in ('queued', 'active');
create unique index job_one_of_a_lane on job (kind, lane) where state = 'active' and lane is not null;
create index job_ready on job (kind, due, id) where state = 'queued' and not parked;
create index job_ready_of on job (municipality, kind, due, id)
  where state = 'queued' and not parked and municipality is not null;
create index job_lane on job (kind, lane, parked, due, id) where state = 'queued' and lane is not null;
create index job_silent on job (kind, lease_until) where state = 'active';
create index job_of on job (municipality, kind, key, asked_at) where municipality is not null;
create index job_ended on job (ended_at) where ended_at is not null;

-- A row that somebody holds until the end of the transaction, so that two acts follow each other (db/turn.ts).
create table turn (of text primary key, at timestamptz not null default now());
`

/** Nothing that waited is lost, nor what was counted of it. */
const takeAlong = `
insert into job (id, kind, key, lane, parked, due, state, attempt, silent, lease_until, worker, progress, trouble,
    asked_at, started_at)
  select id, 'visit', id::text, domain, parked and state = 'queued', requested_at, state, attempt, faults, lease_until,
    worker, progress, detail, requested_at, started_at from visit where state in ('queued', 'active');
insert into job (id, kind, municipality, key, lane, due, asked_at, by)
  select uuidv7(), 'fetch', municipality, id::text, municipality::text, at, at, by from register_fetch
  where ended_at is null;
insert into job (id, kind, municipality, key, due, attempt, trouble, asked_at)
  select uuidv7(), 'mail', municipality, id::text, coalesce(try_after, created_at), tries, said, created_at from message
  where sent_at is null and failure is null and not digest;
-- How often was tried what came to an end is told at the desk as long as the message stands.
insert into job (id, kind, municipality, key, state, attempt, trouble, asked_at, ended_at)
  select uuidv7(), 'mail', municipality, id::text, case when failure is null then 'done' else 'failed' end, tries, said,
    created_at, coalesce(sent_at, now()) from message where tries > 0 and (sent_at is not null or failure is not null);

drop index visit_ready, visit_lane, visit_one_at_a_time, visit_one_open;
alter table visit drop constraint visit_state_check;
update visit set state = 'open' where state in ('queued', 'active');
alter table visit add check (state in ('open', 'done', 'failed')), drop column attempt, drop column faults,
  drop column lease_until, drop column worker, drop column started_at, drop column progress, drop column parked;
create unique index visit_one_open on visit (kind, address) where state = 'open';
alter table message drop column tries, drop column try_after, drop constraint message_trouble_check,
  add constraint message_trouble_check
    check (trouble in ('address', 'full', 'refused', 'later', 'away', 'left', 'ours'));
alter table register_fetch drop column started_at;
`

const STAFF = `(select wall.may('{administrator,account-manager,adviser,fg,security-officer,policy-officer,executor,
  decision-maker,publisher,auditor}'))`
const here = 'municipality = (select current_municipality())'
const workerIs = `(select wall.part(1)) = 'leidraad_worker'`
const asked = 'id, kind, municipality, key, payload, lane, due, by'

const turnsOf = (role: string, rule: string): string => `
create policy ${role.slice(9)}_select on turn for select to ${role} using (${rule});
create policy ${role.slice(9)}_insert on turn for insert to ${role} with check (${rule});
create policy ${role.slice(9)}_update on turn for update to ${role} using (${rule}) with check (${rule});`

const walls = `
alter table job enable row level security;
alter table turn enable row level security;

grant select, update on job to leidraad_worker;
create policy worker_select on job for select to leidraad_worker using (${workerIs});
create policy worker_update on job for update to leidraad_worker using (${workerIs}) with check (${workerIs});

-- Whoever puts a message in the box, the database asks for it to be sent: a message without a job would never leave.
create function wall.message_waits() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$ begin
  insert into public.job (id, kind, municipality, key) values (uuidv7(), 'mail', new.municipality, new.id::text)
    on conflict do nothing;
  return null; end $$;
revoke all on function wall.message_waits() from public;
create trigger waits after insert on message for each row
  when (new.sent_at is null and new.failure is null and not new.digest) execute function wall.message_waits();

-- The clock sends mail.
grant select, update on job to leidraad_clock;
create policy clock_select on job for select to leidraad_clock using (${here} and kind = 'mail');
create policy clock_update on job for update to leidraad_clock using (${here} and kind = 'mail')
  with check (${here} and kind = 'mail');

-- People ask for what runs later, each in their own name; who runs it and how often is not theirs to say.
grant select, insert (${asked}), update (due) on job to leidraad_desk;
create policy desk_select on job for select to leidraad_desk using (${here} and ${STAFF});
create policy desk_insert on job for insert to leidraad_desk with check (${here}
  and (kind = 'mail' and by is null or kind = 'fetch' and by = (select current_person()) and ${STAFF}));
create policy desk_update on job for update to leidraad_desk using (${here} and kind = 'mail' and ${STAFF})
  with check (${here} and kind = 'mail');

grant select, insert, update on turn to leidraad_desk, leidraad_worker;
${turnsOf('leidraad_desk', `of like '%/' || (select current_municipality()) || '/%'`)}
${turnsOf('leidraad_worker', workerIs)}

-- Old evidence is judged anew also when who asked for it was stopped.
grant select (municipality, no, catalogue) on published.publication to leidraad_worker;
create policy worker_select on published.publication for select to leidraad_worker using (${workerIs});
grant insert (municipality, act, object, detail) on audit to leidraad_worker;
create policy worker_insert on audit for insert to leidraad_worker with check (${workerIs} and act = 'findings.judged');

create function sweep_jobs(keep interval) returns int language sql security definer
  set search_path = pg_catalog, pg_temp as $$
  with gone as (delete from public.job where ended_at < now() - greatest(keep, interval '1 day')
    and not (kind = 'mail' and exists (select from public.message m
      where m.municipality = job.municipality and m.id::text = job.key)) returning 1)
  select count(*)::int from gone $$;
revoke all on function sweep_jobs(interval) from public;
grant execute on function sweep_jobs(interval) to leidraad_clock;
`

export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const part of [tables, takeAlong, walls]) await sql.raw(part).execute(db)
}
