/**
 * How the site of a municipality looks, and at which names it answers: seen and changed at its own desk, by its
 * administrator. One function gives names, for the desk and for the command, so that no name is of two.
 */
import { sql, type Kysely } from 'kysely'

const here = 'municipality = (select current_municipality())'
const boss = `${here} and (select wall.may('{administrator}'))`

const look = `
create table municipality_look (
  municipality uuid primary key references municipality (id),
  accent text check (accent ~ '^#[0-9a-f]{6}$'),
  -- A PNG, in base64.
  logo text check (length(logo) <= 90000),
  changed_at timestamptz not null default now());
alter table municipality_look enable row level security;
create policy desk_select on municipality_look for select to leidraad_desk using (${here});
create policy desk_insert on municipality_look for insert to leidraad_desk with check (${boss});
create policy desk_update on municipality_look for update to leidraad_desk using (${boss}) with check (${boss});
create policy door_select on municipality_look for select to leidraad_door
  using ((select wall.part(1)) = 'leidraad_door');
grant select, insert (municipality, accent, logo), update (accent, logo, changed_at) on municipality_look
  to leidraad_desk;
grant select on municipality_look to leidraad_door;
`

/** Gives the municipality that has one of them already, and then does nothing; else null. */
const names = `
create function wall.set_hosts(m uuid, wanted text[]) returns uuid language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
declare other uuid; begin
  -- One at a time: no name is of two.
  lock table public.municipality in share row exclusive mode;
  select o.id into other from public.municipality o where o.id <> m and o.hosts && wanted limit 1;
  -- Where it is now is known again as soon as somebody asks for it there.
  if other is null then
    update public.municipality set hosts = nullif(wanted, '{}'), site = null where id = m; end if;
  return other;
end $$;
revoke all on function wall.set_hosts(uuid, text[]) from public;
`

/**
 * At the desk: only the own municipality, and never so that another can no longer be reached. 'alone': several share
 * this installation and none has a name yet, so that giving one would shut the others out.
 */
const own = `
create function wall.own_hosts(wanted text[]) returns text language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
declare me uuid := public.current_municipality(); begin
  if me is null or not wall.may('{administrator}') then
    raise exception 'only an administrator names hosts' using errcode = 'insufficient_privilege'; end if;
  if coalesce(cardinality(wanted), 0) = 0 then return 'none'; end if;
  lock table public.municipality in share row exclusive mode;
  if (select count(*) > 1 and count(hosts) = 0 from public.municipality) then return 'alone'; end if;
  -- Nor the name at which the site of another was last reached.
  if exists (select from public.municipality o where o.id <> me
      and split_part(split_part(split_part(o.site, '://', 2), '/', 1), ':', 1) = any(wanted)) then
    return 'taken'; end if;
  return case when wall.set_hosts(me, wanted) is null then 'kept' else 'taken' end;
end $$;
revoke all on function wall.own_hosts(text[]) from public;
grant execute on function wall.own_hosts(text[]) to leidraad_desk;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [look, names, own]) await sql.raw(part).execute(db)
}
