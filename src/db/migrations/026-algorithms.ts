/**
 * What the municipality sends to the national register of algorithms: prepared by one person, released by another, and
 * carried out by a worker that keeps it through an outage. What the national register holds is kept beside it.
 */
import { sql, type Kysely } from 'kysely'

const REGISTER = ['policy-officer', 'executor', 'account-manager']
const PUBLISH = ['publisher', 'policy-officer', 'decision-maker']
const CONTENT = [...new Set([...REGISTER, ...PUBLISH]), 'adviser', 'fg', 'security-officer', 'auditor']
const may = (roles: readonly string[]) => `(select wall.may('{${roles.join()}}'))`
const here = 'municipality = (select current_municipality())'

const tables = `
create table national_act (
  municipality uuid not null, id uuid not null, entry uuid not null, version int not null,
  kind text not null check (kind in ('submit', 'withdraw', 'look')), body jsonb not null,
  reason text not null default '', by uuid not null, at timestamptz not null default now(),
  released_at timestamptz, started_at timestamptz, tries int not null default 0, try_after timestamptz,
  ended_at timestamptz, outcome text check (outcome in ('done', 'refused', 'dropped')),
  problems jsonb not null default '{}', said text not null default '',
  primary key (municipality, id),
  foreign key (municipality, entry, version) references entry_version (municipality, entry, version),
  foreign key (municipality, by) references person (municipality, id));
create unique index national_act_once on national_act (municipality, entry, (kind = 'look')) where ended_at is null;
create index national_act_due on national_act (at) where ended_at is null and released_at is not null;
create index national_act_of on national_act (municipality, entry, at desc);
create table national_step (
  municipality uuid not null, act uuid not null, step text not null check (step in ('released', 'dropped')),
  by uuid not null, at timestamptz not null default now(), text text not null default '',
  primary key (municipality, act, step),
  foreign key (municipality, act) references national_act (municipality, id),
  foreign key (municipality, by) references person (municipality, id));
create table national_state (
  municipality uuid not null, entry uuid not null, lars text not null,
  status text not null check (status in ('draft', 'released', 'published', 'withdrawn', 'gone')),
  held jsonb not null default '{}', seen_at timestamptz not null,
  primary key (municipality, entry), foreign key (municipality, entry) references entry (municipality, id));
`

const rules = `
create trigger signed before insert on national_act for each row execute function signed_by_who_is_here();
create trigger signed before insert on national_step for each row execute function signed_by_who_is_here();
create trigger stays before update or delete on national_step for each row execute function refuse_change();

-- To look changes nothing there, so nobody else has to agree.
create function wall.national_act_begins() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  new.released_at := case new.kind when 'look' then now() end;
  return new;
end $$;
create trigger begins before insert on national_act for each row execute function wall.national_act_begins();

-- What goes out is released by another than who prepared it; what still waits can be dropped.
create function wall.national_step_taken() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
declare act public.national_act; begin
  select * into act from public.national_act a where a.municipality = new.municipality and a.id = new.act for update;
  if act.ended_at is not null or act.kind = 'look' or (new.step = 'released' and
      (act.released_at is not null or act."by" = new."by")) then
    raise exception 'no % of this act by this person', new.step using errcode = 'insufficient_privilege'; end if;
  if new.step = 'released' then
    update public.national_act set released_at = now() where municipality = new.municipality and id = new.act;
  else
    update public.national_act set ended_at = now(), outcome = 'dropped'
      where municipality = new.municipality and id = new.act;
  end if;
  return new;
end $$;
create trigger taken before insert on national_step for each row execute function wall.national_step_taken();

-- Who prepared what was not taken hears of it.
create function wall.national_act_refused() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
begin
  insert into public.task (municipality, id, kind, object, text, path, person)
    select new.municipality, gen_random_uuid(), 'national-refused', 'entry/' || new.entry,
      'Kijk naar wat het Algoritmeregister niet aannam: ' || e.title, '/balie/algoritmes/' || new.entry, new."by"
    from public.entry e where e.municipality = new.municipality and e.id = new.entry
    on conflict do nothing;
  return null;
end $$;
create trigger refused after update of outcome on national_act for each row
  when (new.outcome = 'refused' and new.kind <> 'look') execute function wall.national_act_refused();
`

/** Only the worker that signed so itself: not whoever slipped in and takes its role. */
const WORKER = "(select wall.part(1)) = 'leidraad_worker'"

const rights = `
${['national_act', 'national_step', 'national_state']
  .map(
    (table) => `alter table ${table} enable row level security;
create policy desk_select on ${table} for select to leidraad_desk using (${here} and ${may(CONTENT)});
grant select on ${table} to leidraad_desk;`,
  )
  .join('\n')}
create policy desk_insert on national_act for insert to leidraad_desk with check (${here} and ${may(REGISTER)});
create policy desk_insert on national_step for insert to leidraad_desk with check (${here} and case step
  when 'released' then ${may(PUBLISH)} else ${may([...REGISTER, ...PUBLISH])} end);
grant insert (municipality, id, entry, version, kind, body, reason, by) on national_act to leidraad_desk;
grant insert (municipality, act, step, by, text) on national_step to leidraad_desk;
create policy worker_select on national_act for select to leidraad_worker using (${WORKER});
create policy worker_update on national_act for update to leidraad_worker using (${WORKER});
grant select on national_act to leidraad_worker;
grant update (started_at, tries, try_after, ended_at, outcome, problems, said) on national_act to leidraad_worker;
create policy worker_select on national_state for select to leidraad_worker using (${WORKER});
create policy worker_insert on national_state for insert to leidraad_worker with check (${WORKER});
create policy worker_update on national_state for update to leidraad_worker using (${WORKER});
grant select, insert, update (lars, status, held, seen_at) on national_state to leidraad_worker;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(tables + rules + rights).execute(db)
}
