/**
 * An entry of a register becomes public by two people: one releases a version, another publishes exactly that. What
 * everybody reads stands in `published.entry`, the public values alone, in rows that hold until they change.
 */
import { sql, type Kysely } from 'kysely'

const REGISTER = ['policy-officer', 'executor', 'account-manager']
const PUBLISH = ['publisher', 'policy-officer', 'decision-maker']
const CONTENT = [...new Set([...REGISTER, ...PUBLISH]), 'adviser', 'fg', 'security-officer', 'auditor']
const may = (roles: readonly string[]) => `(select wall.may('{${roles.join()}}'))`
const here = 'municipality = (select current_municipality())'

const tables = `
create table entry_release (
  municipality uuid not null, entry uuid not null, no int not null,
  step text not null check (step in
    ('released', 'taken-back', 'published', 'withdrawal-asked', 'withdrawal-dropped', 'withdrawn')),
  version int not null, text text not null default '', by uuid not null, at timestamptz not null default now(),
  primary key (municipality, entry, no),
  foreign key (municipality, entry, version) references entry_version (municipality, entry, version),
  foreign key (municipality, by) references person (municipality, id));
create table published.entry (
  municipality uuid not null, register text not null, id uuid not null, version int not null, no int not null,
  slug text not null, title text not null, values jsonb not null, names jsonb not null default '{}',
  search text not null default '',
  ended boolean not null default false, from_at timestamptz not null default now(), to_at timestamptz,
  primary key (municipality, id, version));
create unique index published_entry_now on published.entry (municipality, register, slug) where to_at is null;
create index published_entry_by_title on published.entry (municipality, register, lower(title), no)
  where to_at is null;
create index published_entry_of_slug on published.entry (municipality, register, slug, from_at);
create index published_entry_changes on published.entry (municipality, register, from_at desc);
create table published.entry_withdrawn (
  municipality uuid not null, register text not null, id uuid not null, no int not null, slug text not null,
  reason text not null check (reason <> ''), at timestamptz not null default now(), primary key (municipality, id),
  unique (municipality, register, slug));
`

/** Each act follows the one before it, and what makes something public or takes it away is done by another person. */
const twoPeople = `
create function wall.entry_release_follows() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
declare last public.entry_release; shown boolean; begin
  select * into last from public.entry_release r where r.municipality = new.municipality and r.entry = new.entry
    order by no desc limit 1;
  if new.no <> coalesce(last.no, 0) + 1 then
    raise exception 'act % is not the next', new.no using errcode = 'insufficient_privilege'; end if;
  shown := exists (select from published.entry e where e.municipality = new.municipality and e.id = new.entry);
  if (case new.step
    when 'released' then coalesce(last.step, '') not in ('released', 'withdrawal-asked')
    when 'withdrawal-asked' then shown and coalesce(last.step, '') not in ('released', 'withdrawal-asked')
      and new.text <> ''
    when 'taken-back' then last.step = 'released' and new.version = last.version
    when 'published' then last.step = 'released' and new.version = last.version and new."by" <> last."by"
    when 'withdrawal-dropped' then last.step = 'withdrawal-asked'
    when 'withdrawn' then last.step = 'withdrawal-asked' and new."by" <> last."by"
    else false end) is not true then
    raise exception 'no % after % by this person', new.step, coalesce(last.step, 'nothing')
      using errcode = 'insufficient_privilege'; end if;
  return new;
end $$;
create trigger follows before insert on entry_release for each row execute function wall.entry_release_follows();
create trigger signed before insert on entry_release for each row execute function signed_by_who_is_here();
create trigger stays before update or delete on entry_release for each row execute function refuse_change();
create trigger never_emptied before truncate on entry_release for each statement execute function refuse_change();

-- What everybody reads is what was released and what a second person published just now: no value that is not in it.
create function wall.entry_is_public() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
declare last public.entry_release; line jsonb; begin
  line := case when tg_op = 'DELETE' then to_jsonb(old) else to_jsonb(new) end;
  select * into last from public.entry_release r where r.municipality = (line ->> 'municipality')::uuid
    and r.entry = (line ->> 'id')::uuid order by no desc limit 1;
  if last."by" is distinct from public.current_person() or last.step is distinct from
      (case when (tg_table_name = 'entry') = (tg_op = 'DELETE') then 'withdrawn' else 'published' end) then
    raise exception 'two people make something public or take it away' using errcode = 'insufficient_privilege';
  end if;
  if tg_table_name = 'entry' and tg_op = 'INSERT' and ((line ->> 'version')::int <> last.version
      or not exists (select from public.entry e where e.municipality = last.municipality and e.id = last.entry
        and e.register = line ->> 'register' and e.no = (line ->> 'no')::int)
      or exists (select from jsonb_each(line -> 'values') one
        where one.value is distinct from (select v.values -> one.key from public.entry_version v
          where v.municipality = last.municipality and v.entry = last.entry and v.version = last.version))) then
    raise exception 'this is not what was released' using errcode = 'insufficient_privilege'; end if;
  if tg_op = 'DELETE' then return old; end if;
  return new;
end $$;
create trigger two_people before insert or update or delete on published.entry for each row
  when (current_user = 'leidraad_desk') execute function wall.entry_is_public();
create trigger two_people before insert or delete on published.entry_withdrawn for each row
  when (current_user = 'leidraad_desk') execute function wall.entry_is_public();
`

const rights = `
alter table entry_release enable row level security;
create policy desk_select on entry_release for select to leidraad_desk using (${here} and ${may(CONTENT)});
create policy desk_insert on entry_release for insert to leidraad_desk with check (${here} and case
  when step = 'released' then ${may(REGISTER)} when step in ('published', 'withdrawn') then ${may(PUBLISH)}
  else ${may([...REGISTER, ...PUBLISH])} end);
grant select, insert on entry_release to leidraad_desk;
${['entry', 'entry_withdrawn']
  .map(
    (table) => `
alter table published.${table} enable row level security;
create policy read_by_all on published.${table} for select to leidraad_public using (true);
create policy desk_select on published.${table} for select to leidraad_desk using (${here});
create policy desk_insert on published.${table} for insert to leidraad_desk with check (${here} and ${may(PUBLISH)});
create policy desk_delete on published.${table} for delete to leidraad_desk using (${here} and ${may(PUBLISH)});
grant select on published.${table} to leidraad_public;
grant select, insert, delete on published.${table} to leidraad_desk;`,
  )
  .join('')}
create policy desk_update on published.entry for update to leidraad_desk using (${here} and ${may(PUBLISH)})
  with check (${here} and ${may(PUBLISH)});
grant update (to_at) on published.entry to leidraad_desk;
`

/**
 * Who may do what with entries, act by act and role by role, as with every other table. Who publishes holds an entry
 * still (`for update`) and writes nothing in it.
 */
const entries = `
${['entry', 'entry_count', 'entry_version', 'entry_link']
  .map(
    (table) => `
drop policy tenant on ${table};
drop policy partner on ${table};
create policy desk_select on ${table} for select to leidraad_desk using (${here} and ${may(CONTENT)});
create policy desk_insert on ${table} for insert to leidraad_desk with check (${here} and ${may(REGISTER)});`,
  )
  .join('')}
create policy desk_update on entry for update to leidraad_desk
  using (${here} and ${may([...new Set([...REGISTER, ...PUBLISH])])}) with check (${here} and ${may(REGISTER)});
create policy desk_update on entry_count for update to leidraad_desk using (${here} and ${may(REGISTER)})
  with check (${here} and ${may(REGISTER)});
create policy desk_delete on entry_link for delete to leidraad_desk using (${here} and ${may(REGISTER)});
${['entry', 'entry_version', 'entry_link']
  .map((table) => `create policy clock_select on ${table} for select to leidraad_clock using (${here});`)
  .join('\n')}
create or replace function next_version() returns trigger language plpgsql as $$ begin
  if new.version is distinct from (select coalesce(max(version), 0) + 1 from entry_version
      where municipality = new.municipality and entry = new.entry)
    then raise exception 'version % is not the next', new.version using errcode = 'insufficient_privilege'; end if;
  return new; end $$;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(tables + twoPeople + rights + entries).execute(db)
}
