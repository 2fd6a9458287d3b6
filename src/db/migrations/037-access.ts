/**
 * A register may be for fewer than may read registers, or written by fewer: its file says so, the program tells the
 * database at the start, and the walls of entries ask it. What everybody may read of it stands in `published`.
 */
import { sql, type Kysely } from 'kysely'

const tables = `
create table register_access (register text primary key, read text[] not null, write text[] not null);
alter table register_access enable row level security;

-- The registers in which who is at work may not read, or not write. Asked once a question, not once a row.
create function wall.unread() returns text[] language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select coalesce(array_agg(a.register), '{}') from public.register_access a where not (wall.roles() && a.read) $$;
create function wall.unwritten() returns text[] language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select coalesce(array_agg(a.register), '{}') from public.register_access a where not (wall.roles() && a.write) $$;
`

const shut = (may: 'unread' | 'unwritten') => `not (register = any ((select wall.${may}())::text[]))`

/** Rows that name their register. Who publishes holds an entry still (`for update`) and writes nothing in it. */
const named = (table: string) => `
create policy shut_read on ${table} as restrictive for select to leidraad_desk using (${shut('unread')});`
const written = (table: string) => `
create policy shut_add on ${table} as restrictive for insert to leidraad_desk with check (${shut('unwritten')});
create policy shut_change on ${table} as restrictive for update to leidraad_desk using (${shut('unread')})
  with check (${shut('unwritten')});`

/** Rows of an entry: what cannot be read of entries cannot be read of these. */
const there = (table: string) => `exists (select from public.entry e
  where e.municipality = ${table}.municipality and e.id = ${table}.entry)`
const ofEntry = (table: string) => `
create policy shut_read on ${table} as restrictive for select to leidraad_desk
  using ((select wall.unread()) = '{}' or ${there(table)});`
/** Written by who writes the entry. */
const withEntry = (table: string) => {
  const open = `(select wall.unwritten()) = '{}' or exists (select from public.entry e
    where e.municipality = ${table}.municipality and e.id = ${table}.entry and ${shut('unwritten')})`
  return `
create policy shut_add on ${table} as restrictive for insert to leidraad_desk with check (${open});
create policy shut_take on ${table} as restrictive for delete to leidraad_desk using (${open});`
}

/** Who may not write an entry does not release it or ask it back; who publishes may send it back. */
const released = `
create policy shut_add on entry_release as restrictive for insert to leidraad_desk
  with check (step not in ('released', 'withdrawal-asked') or (select wall.unwritten()) = '{}'
    or exists (select from public.entry e where e.municipality = entry_release.municipality
      and e.id = entry_release.entry and ${shut('unwritten')}));
create function wall.act_shut(m uuid, act uuid) returns boolean language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select exists (select from public.national_act a where a.municipality = m and a.id = act
    and wall.shut_away(m, a.entry)) $$;
create policy shut_read on national_step as restrictive for select to leidraad_desk
  using ((select wall.unread()) = '{}' or not wall.act_shut(municipality, act));`

/** A file that any version of an entry leads to. */
const files = `
create function wall.file_shut(m uuid, file uuid) returns boolean language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select exists (select from public.entry e join public.entry_version v on v.municipality = e.municipality
    and v.entry = e.id where e.municipality = m and e.register = any (wall.unread())
    and strpos(v.values::text, file::text) > 0) $$;
create policy shut_read on upload as restrictive for select to leidraad_desk
  using ((select wall.unread()) = '{}' or not wall.file_shut(municipality, id));
`
const noted = `
create policy shut_read on noted_finding as restrictive for select to leidraad_desk
  using ((select wall.unread()) = '{}' or not wall.shut_away(municipality, about));`
const away = `
create function wall.shut_away(m uuid, about uuid) returns boolean language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select exists (select from public.entry e where e.municipality = m and e.id = about
    and e.register = any (wall.unread())) $$;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  const walls = [
    ...['entry', 'entry_count', 'entry_term', 'entry_word'].map(named),
    ...['entry', 'entry_count'].map(written),
    ...['entry_version', 'entry_link', 'entry_date', 'entry_release', 'national_act', 'national_state'].map(ofEntry),
    ...['entry_version', 'entry_link', 'national_act'].map(withEntry),
  ]
  await sql.raw(tables + away + walls.join('') + released + files + noted).execute(db)
}
