/**
 * What the lists of registers are searched, narrowed and sorted by, in narrow rows beside the entries: a list of fifty
 * thousand is answered from an index and never by reading them. Only comparisons that leak nothing are needed, so that
 * the database may use the index behind the wall of a municipality. The rows follow the entries by a trigger and are
 * nobody's to write.
 */
import { sql, type Kysely } from 'kysely'

/**
 * `*`: words. The empty name: the title. Else the id of a field: its answers, or how it is sorted. Numbers as text that
 * sorts by size.
 */
const terms = `
create function wall.entry_terms(no int, title text, words text, vals jsonb)
  returns table (field text, term text) language sql immutable parallel safe
  set search_path = pg_catalog, pg_temp as $$
  select '*', left(word, 60) from regexp_split_to_table(lower(words), '\\s+') word where word <> ''
  union select '*', no::text
  union select '', left(lower(title), 200)
  union select key, case jsonb_typeof(value)
      when 'number' then to_char(greatest(least(value::numeric, 1e15), -1e15) + 1e15, 'FM0000000000000000.0000')
      when 'object' then left(lower(value ->> 'label'), 100)
      when 'string' then left(lower(value #>> '{}'), 100) else value::text end
    from jsonb_each(vals) where jsonb_typeof(value) in ('number', 'string', 'boolean')
      or jsonb_typeof(value) = 'object' and jsonb_typeof(value -> 'label') = 'string'
  union select key, left(lower(one #>> '{}'), 100) from jsonb_each(vals),
    lateral jsonb_array_elements(case jsonb_typeof(value) when 'array' then value else '[]' end) one
    where jsonb_typeof(one) = 'string'
$$;
`

const CONTENT = [
  'policy-officer',
  'executor',
  'account-manager',
  'publisher',
  'decision-maker',
  'adviser',
  'fg',
  'security-officer',
  'auditor',
]

const tables = (schema: 'public' | 'published') => `
create table ${schema}.entry_term (
  municipality uuid not null, register text not null, ended boolean not null, field text not null,
  term text collate "C" not null, no int not null, primary key (municipality, register, ended, field, term, no));
create table ${schema}.entry_word (
  municipality uuid not null, register text not null, word text collate "C" not null,
  primary key (municipality, register, word));
alter table ${schema}.entry_term enable row level security;
alter table ${schema}.entry_word enable row level security;
`

const rights = (['entry_term', 'entry_word'] as const)
  .map(
    (table) => `
create policy desk_select on ${table} for select to leidraad_desk using (
  municipality = (select current_municipality()) and (select wall.may('{${CONTENT.join()}}')));
grant select on ${table} to leidraad_desk;
create policy read_by_all on published.${table} for select to leidraad_public using (true);
grant select on published.${table} to leidraad_public;`,
  )
  .join('')

/**
 * Adds what an entry is found by and takes away what it no longer is. `stands`: whether the row before, and the row
 * now, is in the list at all.
 */
const follow = (schema: 'public' | 'published') => `
create function wall.${schema}_entry_found() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
declare was boolean; stands boolean; begin
  ${
    schema === 'public'
      ? `was := tg_op <> 'INSERT'; stands := tg_op <> 'DELETE';`
      : `
  -- One at a time: who takes away the last use of a word must see every other use of it.
  lock table published.entry_word in share row exclusive mode;
  was := tg_op <> 'INSERT' and old.to_at is null; stands := tg_op <> 'DELETE' and new.to_at is null;`
  }
  if was then
    delete from ${schema}.entry_term t using wall.entry_terms(old.no, old.title, old.search, old.values) o
      where (t.municipality, t.register, t.no) = (old.municipality, old.register, old.no)
        and t.ended = (${ended(schema, 'old')})
        and (t.field, t.term) = (o.field, o.term) and not (stands and exists (
          select from wall.entry_terms(new.no, new.title, new.search, new.values) n
          where (n.field, n.term, ${ended(schema, 'new')}) = (o.field, o.term, ${ended(schema, 'old')})));
  end if;
  if stands then
    insert into ${schema}.entry_term
      select new.municipality, new.register, ${ended(schema, 'new')}, n.field, n.term, new.no
      from wall.entry_terms(new.no, new.title, new.search, new.values) n on conflict do nothing;
    insert into ${schema}.entry_word select new.municipality, new.register, n.term
      from wall.entry_terms(new.no, new.title, new.search, new.values) n where n.field = '*' on conflict do nothing;
  end if;${
    schema === 'public'
      ? ''
      : `
  if was then
    -- What was withdrawn is gone, and so are words that stood nowhere else.
    delete from published.entry_word w using wall.entry_terms(old.no, old.title, old.search, old.values) o
      where o.field = '*' and (w.municipality, w.register, w.word) = (old.municipality, old.register, o.term)
        and not exists (select from published.entry_term t where (t.municipality, t.register, t.field, t.term)
          = (w.municipality, w.register, '*', w.word) and t.ended in (false, true));
  end if;`
  }
  return null;
end $$;
create trigger found after insert or delete on ${schema}.entry for each row
  execute function wall.${schema}_entry_found();
create trigger found_anew after update on ${schema}.entry for each row when (
  (old.title, old.search, old.values, ${shown(schema, 'old')}) is distinct from
  (new.title, new.search, new.values, ${shown(schema, 'new')})) execute function wall.${schema}_entry_found();
`

/** At the desk what ended stands in a list of its own; everybody reads it between the rest, told as such. */
const ended = (schema: 'public' | 'published', row: 'old' | 'new') =>
  schema === 'public' ? `${row}.ended_at is not null` : 'false'
const shown = (schema: 'public' | 'published', row: 'old' | 'new') =>
  schema === 'public' ? `${row}.ended_at is null` : `${row}.to_at is null`

const byNumber = `
create index published_entry_by_no on published.entry (municipality, register, no) where to_at is null;`

const fill = (schema: 'public' | 'published') => `
insert into ${schema}.entry_term
  select e.municipality, e.register, ${schema === 'public' ? 'e.ended_at is not null' : 'false'}, t.field, t.term, e.no
  from ${schema}.entry e, wall.entry_terms(e.no, e.title, e.search, e.values) t
  ${schema === 'public' ? '' : 'where e.to_at is null'} on conflict do nothing;
insert into ${schema}.entry_word
  select distinct municipality, register, term from ${schema}.entry_term where field = '*';
`

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const schema of ['public', 'published'] as const)
    await sql.raw((schema === 'public' ? terms : '') + tables(schema) + follow(schema) + fill(schema)).execute(db)
  await sql.raw(rights + byNumber).execute(db)
}
