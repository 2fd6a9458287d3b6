/**
 * What a tender keeps of its people: why an annex was issued in spite of what was warned against, which number a bidder
 * gave of its file, and how long the contract runs. And no bid is opened before the moment that everybody read: a
 * closing time that was moved at the desk and not issued yet opens nothing.
 */
import { sql, type Kysely } from 'kysely'

const READ = ['tender-officer', 'adviser', 'fg', 'security-officer', 'auditor']
const may = (roles: readonly string[]) => `(select wall.may('{${roles.join()}}'))`
const here = 'municipality = (select current_municipality())'

const kept = `
alter table tender add column term_months int check (term_months between 1 and 240);
grant update (term_months) on tender to leidraad_desk;
alter table tender_version add column cautions text[] not null default '{}', add column despite text not null default '',
  add check (cautions = '{}' or despite <> '');

-- Empty: the bidder gave none.
create table bid_stated (
  municipality uuid not null, id uuid not null, bid uuid not null,
  stated text not null check (stated ~ '^([0-9a-f]{64})?$'), source text not null check (source <> ''),
  by uuid not null, at timestamptz not null default now(), primary key (municipality, id),
  foreign key (municipality, bid) references bid (municipality, id),
  foreign key (municipality, by) references person (municipality, id));
create index bid_stated_of on bid_stated (municipality, bid);
alter table bid_stated enable row level security;
create trigger signed before insert on bid_stated for each row execute function signed_by_who_is_here();
create trigger stays before update or delete on bid_stated for each row execute function refuse_change();
create trigger never_emptied before truncate on bid_stated for each statement execute function refuse_change();
create policy desk_select on bid_stated for select to leidraad_desk using (${here} and ${may(READ)});
create policy desk_insert on bid_stated for insert to leidraad_desk
  with check (${here} and ${may(['tender-officer'])} and by = current_person());
grant select, insert on bid_stated to leidraad_desk;
`

const time = `
create function wall.still_open(m uuid, n int) returns boolean language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select exists (select from published.tender where municipality = m and no = n and current and closes_at > now()) $$;
revoke execute on function wall.still_open(uuid, int) from public;
grant execute on function wall.still_open(uuid, int) to leidraad_desk;
create or replace function wall.closed(m uuid, t uuid) returns boolean language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select exists (select from public.tender where municipality = m and id = t and issued > 0 and closes_at <= now()
    and not wall.still_open(m, no)) $$;
create or replace function wall.guard_tender() returns trigger language plpgsql set search_path = pg_catalog, pg_temp
  as $$ begin
  if old.issued > 0 and old.closes_at <= now() and new.closes_at <> old.closes_at
    and not wall.still_open(old.municipality, old.no) then
    raise exception 'the closing time has come' using errcode = 'check_violation'; end if;
  if new.state in ('opened', 'chosen') and (new.issued = 0 or new.closes_at > now()
    or wall.still_open(new.municipality, new.no)) then
    raise exception 'nothing is opened before the closing time' using errcode = 'check_violation'; end if;
  if new.issued not in (old.issued, old.issued + 1) or old.state = 'chosen' and new.state <> 'chosen' then
    raise exception 'a tender goes forward' using errcode = 'check_violation'; end if;
  return new;
end $$;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [kept, time]) await sql.raw(part).execute(db)
}
