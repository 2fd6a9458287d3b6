/**
 * Two more kinds of job. `national`: what was released for the national register of algorithms, which had a queue of
 * its own without a number for each attempt. `export`: a file that takes too long to wait for, made for one person.
 */
import { sql, type Kysely } from 'kysely'

const KINDS = ['visit', 'fetch', 'mail', 'judge', 'export', 'national']
const kinds = `
alter table job drop constraint job_kind_check,
  add constraint job_kind_check check (kind in (${KINDS.map((kind) => `'${kind}'`).join(', ')}));
`

/** What waited is taken along, with how often it was tried. */
const national = `
insert into job (id, kind, municipality, key, lane, due, attempt, trouble, asked_at, by)
  select uuidv7(), 'national', municipality, id::text, municipality::text, coalesce(try_after, released_at), tries,
    nullif(said, ''), at, by from national_act where ended_at is null and released_at is not null;
drop index national_act_due;
alter table national_act drop column started_at, drop column tries, drop column try_after,
  drop constraint national_act_outcome_check,
  add constraint national_act_outcome_check check (outcome in ('done', 'refused', 'dropped', 'failed'));

-- Whatever is released, the database asks for it to be done: an act without a job would never leave.
create function wall.national_act_waits() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$ begin
  insert into public.job (id, kind, municipality, key, lane, by) values (uuidv7(), 'national', new.municipality,
    new.id::text, new.municipality::text, new."by") on conflict do nothing;
  return null; end $$;
revoke all on function wall.national_act_waits() from public;
create trigger waits after insert or update of released_at on national_act for each row
  when (new.released_at is not null and new.ended_at is null) execute function wall.national_act_waits();

-- Who prepared what was not taken, or what we could not send, hears of it.
create or replace function wall.national_act_refused() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
begin
  insert into public.task (municipality, id, kind, object, text, path, person)
    select new.municipality, gen_random_uuid(), 'national-refused', 'entry/' || new.entry,
      case new.outcome when 'refused' then 'Kijk naar wat het Algoritmeregister niet aannam: '
        else 'Kijk naar wat wij niet naar het Algoritmeregister kregen: ' end || e.title,
      '/balie/algoritmes/' || new.entry, new."by"
    from public.entry e where e.municipality = new.municipality and e.id = new.entry
    on conflict do nothing;
  return null;
end $$;
drop trigger refused on national_act;
create trigger refused after update of outcome on national_act for each row
  when (new.outcome in ('refused', 'failed') and new.kind <> 'look') execute function wall.national_act_refused();
`

const files = `
create table export (
  municipality uuid not null, id uuid not null, by uuid not null,
  path text not null check (length(path) <= 2000), title text not null check (length(title) <= 200),
  asked_at timestamptz not null default now(), ended_at timestamptz, name text, media text, size int, problem text,
  primary key (municipality, id),
  foreign key (municipality, by) references person (municipality, id) on delete cascade);
create index export_of on export (municipality, by, asked_at);
create table export_part (
  municipality uuid not null, export uuid not null, no int not null, body bytea not null,
  primary key (municipality, export, no),
  foreign key (municipality, export) references export (municipality, id) on delete cascade);

create trigger signed before insert on export for each row execute function signed_by_who_is_here();
create function wall.export_waits() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$ begin
  insert into public.job (id, kind, municipality, key, lane, by)
    values (uuidv7(), 'export', new.municipality, new.id::text, new."by"::text, new."by") on conflict do nothing;
  return null; end $$;
revoke all on function wall.export_waits() from public;
create trigger waits after insert on export for each row when (new.ended_at is null)
  execute function wall.export_waits();
`

const STAFF = `(select wall.may('{administrator,account-manager,adviser,fg,security-officer,policy-officer,executor,
  decision-maker,publisher,auditor}'))`
const here = 'municipality = (select current_municipality())'
const own = `${here} and by = (select current_person()) and ${STAFF}`
const workerIs = `(select wall.part(1)) = 'leidraad_worker'`

/** What ended long ago goes some at a time: nobody waits behind a month of visits. */
const sweep = `
create or replace function sweep_jobs(keep interval) returns int language sql security definer
  set search_path = pg_catalog, pg_temp as $$
  -- By an array of keys, and each message by its own: a plan that is right whatever was counted of these tables.
  with gone as (delete from public.job where id = any (array(select j.id from public.job j
    where j.ended_at < now() - greatest(keep, interval '1 day')
      and case when j.kind = 'mail' then not exists (select from public.message m
        where m.municipality = j.municipality and m.id = j.key::uuid) else true end
    order by j.ended_at limit 20000)) returning 1)
  select count(*)::int from gone $$;
`

/** A file is of who asked for it alone. The worker writes and does not read back; the clock wipes by time. */
const walls = `
alter table export enable row level security;
alter table export_part enable row level security;
grant select, insert (municipality, id, by, path, title), delete on export to leidraad_desk;
create policy desk_select on export for select to leidraad_desk using (${own});
create policy desk_insert on export for insert to leidraad_desk with check (${own});
create policy desk_delete on export for delete to leidraad_desk using (${own});
grant select on export_part to leidraad_desk;
create policy desk_select on export_part for select to leidraad_desk using (${here}
  and exists (select from export e where e.municipality = export_part.municipality and e.id = export_part.export));

grant select (municipality, id, by, path, ended_at), update (ended_at, name, media, size, problem) on export to leidraad_worker;
create policy worker_select on export for select to leidraad_worker using (${workerIs});
create policy worker_update on export for update to leidraad_worker using (${workerIs}) with check (${workerIs});
grant insert on export_part to leidraad_worker;
create policy worker_insert on export_part for insert to leidraad_worker with check (${workerIs});

grant select (municipality, asked_at), delete on export to leidraad_clock;
create policy clock_select on export for select to leidraad_clock using (${here});
create policy clock_delete on export for delete to leidraad_clock using (${here});
`

export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const part of [kinds, national, files, sweep, walls]) await sql.raw(part).execute(db)
}
