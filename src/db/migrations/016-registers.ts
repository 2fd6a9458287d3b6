/**
 * The registers: one table of entries whatever the register, every version of each for good, and the links between them.
 * What a register holds stands in its file; the database knows only who may see and write which municipality's.
 */
import { sql, type Kysely } from 'kysely'

const tables = `
create table entry (
  municipality uuid not null references municipality, id uuid not null, register text not null, no int not null,
  title text not null check (title <> ''), values jsonb not null, search text not null default '',
  version int not null default 1, begins_on date, ends_on date, review_on date,
  created_at timestamptz not null default now(), changed_at timestamptz not null default now(), ended_at timestamptz,
  primary key (municipality, id), unique (municipality, register, no));
create index entry_by_title on entry (municipality, register, lower(title), no);
create index entry_by_end on entry (municipality, ends_on) where ends_on is not null and ended_at is null;
create index entry_by_review on entry (municipality, review_on) where review_on is not null and ended_at is null;
create table entry_count (
  municipality uuid not null references municipality, register text not null, last int not null,
  primary key (municipality, register));
create table entry_version (
  municipality uuid not null, entry uuid not null, version int not null, by uuid not null,
  at timestamptz not null default now(), way text not null check (way in ('form', 'import', 'restore', 'feature')),
  register_version text not null, values jsonb not null, ended boolean not null default false,
  primary key (municipality, entry, version),
  foreign key (municipality, entry) references entry (municipality, id),
  foreign key (municipality, by) references person (municipality, id));
create table entry_link (
  municipality uuid not null, entry uuid not null, field text not null, to_kind text not null, to_id text not null,
  primary key (municipality, entry, field, to_kind, to_id),
  foreign key (municipality, entry) references entry (municipality, id) on delete cascade);
create index entry_link_back on entry_link (municipality, to_kind, to_id);
`

/** One municipality, and no partner organisation: registers are kept by the municipality's own staff. */
const fence = (table: string): string => `
alter table ${table} enable row level security;
create policy tenant on ${table} to leidraad_desk, leidraad_clock using (municipality = current_municipality())
  with check (municipality = current_municipality());
create policy partner on ${table} as restrictive to leidraad_desk using (current_organisation() is null)
  with check (current_organisation() is null);
`

/** A version is written once, by who is here, and is the next of its entry. */
const versions = `
create trigger signed before insert on entry_version for each row execute function signed_by_who_is_here();
create function next_version() returns trigger language plpgsql as $$ begin
  if new.version is distinct from (select coalesce(max(version), 0) + 1 from entry_version
      where municipality = new.municipality and entry = new.entry)
    then raise exception 'version % is not the next', new.version using errcode = 'serialization_failure'; end if;
  return new; end $$;
create trigger next before insert on entry_version for each row execute function next_version();
`

const rights = `
grant select, insert on entry, entry_count, entry_version, entry_link to leidraad_desk;
grant update (title, values, search, version, begins_on, ends_on, review_on, changed_at, ended_at) on entry
  to leidraad_desk;
grant update (last) on entry_count to leidraad_desk;
grant delete on entry_link to leidraad_desk;
grant select on entry, entry_version, entry_link to leidraad_clock;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  const walls = ['entry', 'entry_count', 'entry_version', 'entry_link'].map(fence).join('')
  await sql.raw(tables + walls + versions + rights).execute(db)
}
