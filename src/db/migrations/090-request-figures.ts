/**
 * How the municipality does with requests, per half year, once it is over and never changed after: so that no two
 * figures differ by one person. And mail to who asked, whose address nobody at the desk has to see.
 */
import { sql, type Kysely } from 'kysely'

const here = 'municipality = (select current_municipality())'

/** `value` null: too few, or one that too few would follow from. `kind` empty: of all kinds together. */
const figures = `
create table published.request_figure (
  municipality uuid not null, period text not null check (period ~ '^\\d{4}-[12]$'),
  kind text not null check (length(kind) <= 40),
  measure text not null check (measure in ('received', 'answered', 'in-term', 'late', 'granted', 'partly', 'refused',
    'passed-on', 'again', 'median', 'ninetieth')),
  value int check (value >= 0), primary key (municipality, period, kind, measure));
alter table published.request_figure enable row level security;
create policy read_by_all on published.request_figure for select to leidraad_public using (true);
create policy clock_select on published.request_figure for select to leidraad_clock using (${here});
create policy clock_insert on published.request_figure for insert to leidraad_clock with check (${here});
revoke all on published.request_figure from leidraad_desk, leidraad_clock;
grant select on published.request_figure to leidraad_public;
grant select, insert on published.request_figure to leidraad_clock;
`

const mail = `
create function wall.mail_requester(m uuid, who uuid, mark text, subject text, body text) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare address text; begin
  if m is distinct from public.current_municipality() or length(subject) > 300 or length(body) > 3000
    or mark !~ '^[a-z0-9/-]{1,80}$' then raise exception 'not by you' using errcode = 'check_violation'; end if;
  -- A clock tells of a term; a person tells of what it did.
  if public.current_person() is not null and not wall.handles_for(who) then
    raise exception 'not by you' using errcode = 'insufficient_privilege'; end if;
  select w.email into address from public.requester w where w.municipality = m and w.id = who;
  if coalesce(address, '') = '' then return false; end if;
  insert into public.message (municipality, id, recipient, subject, body, kind, key, object)
    values (m, gen_random_uuid(), address, subject, body, 'request', 'requester/' || who || '/' || mark,
      'requester/' || who) on conflict do nothing;
  return true;
end $$;
revoke execute on function wall.mail_requester(uuid, uuid, text, text, text) from public;
grant execute on function wall.mail_requester(uuid, uuid, text, text, text) to leidraad_desk, leidraad_clock;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [figures, mail]) await sql.raw(part).execute(db)
}
