/**
 * What everybody can look for in one box: a row for each thing that is public, made from the published tables alone.
 * The rows follow what is published by triggers, in the same transaction, and are nobody's to write. One more kind of
 * thing is a view `wall.sought_<name>` and a line that says which table it follows (`wall.seek_in`). What stands in
 * files of the installation (lessons, rights) is written when the program starts.
 */
import { sql, type Kysely } from 'kysely'

/** What stands between the words of a question; a hyphen and an apostrophe also stand within one. */
const BETWEEN = String.raw`[\s!-&(-,./:-@\[-^_\u0060{-~\u0080-\u00bf\u2000-\u2018\u201a-\u206f]+`

const words = String.raw`
-- Without marks and capitals: 'Één e-mail' gives 'een e-mail', ß two letters. Depends on no locale.
create function wall.folded(said text) returns text language sql immutable parallel safe
  set search_path = pg_catalog, pg_temp as $$
  select replace(replace(replace(translate(lower(regexp_replace(normalize(replace(said, U&'\00AD', ''), NFKD),
    '[\u0300-\u036f]', '', 'g')), 'øłđð', 'oldd'), 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe') $$;

-- With nothing between the words but a space; what is joined by a hyphen stands there in one piece too.
create function wall.spread(said text) returns text language sql immutable parallel safe
  set search_path = pg_catalog, pg_temp as $$
  select regexp_replace(f, '[\s!-/:-@\[-${'`'}{-~\u0080-\u00bf\u2000-\u206f]+', ' ', 'g') || coalesce((select ' ' ||
      string_agg(regexp_replace(m[1], '[-''\u2019]', '', 'g'), ' ')
      from regexp_matches(f, '([a-z0-9]+(?:[-''\u2019][a-z0-9]+)+)', 'g') m), '')
    from wall.folded(said) f $$;

create function wall.tongue(lang text) returns regconfig language sql immutable parallel safe
  set search_path = pg_catalog, pg_temp as $$
  select case lang when 'en' then 'pg_catalog.english'::regconfig else 'pg_catalog.dutch'::regconfig end $$;

-- What a thing is found by. A long word can also be found by how it ends (volgcookie by cookie): it stands there
-- once more, backwards behind a tilde, and without the s of a plural.
create function wall.found_by(lang text, title text, keywords text, lead text, body text) returns tsvector
  language sql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
  select v || array_to_tsvector(array(select '~' || reverse(each) from unnest(tsvector_to_array(v)) lexeme,
        lateral (select lexeme union select rtrim(lexeme, 's')) e (each) where length(lexeme) between 7 and 40))
    from (select setweight(to_tsvector(wall.tongue(lang), wall.spread(left(title, 500))), 'A')
      || setweight(to_tsvector(wall.tongue(lang), wall.spread(left(keywords, 1000))), 'B')
      || setweight(to_tsvector(wall.tongue(lang), wall.spread(left(lead, 2000))), 'C')
      || setweight(to_tsvector(wall.tongue(lang), wall.spread(left(body, 20000))), 'D') as v) x $$;

-- One word of a question: as it is, as a beginning and as an end. Null: it stands in every sentence.
create function wall.asked_word(lang text, word text) returns text language sql immutable parallel safe
  set search_path = pg_catalog, pg_temp as $$
  select '(' || string_agg('''' || lexeme || '''' || case when length(lexeme) > 2 then ':*' else '' end
      || case when length(lexeme) > 3 then ' | ''~' || reverse(lexeme) || ''':*' else '' end, ' | ') || ')'
    from (select distinct unnest(tsvector_to_array(to_tsvector(wall.tongue(lang), word)
      || case when word ~ '^.{3,}s$' then to_tsvector(wall.tongue(lang), left(word, -1)) else '' end)) as lexeme) l
    where length(word) > 1 or word ~ '^\d$' $$;

-- What somebody looks for, at most eight words. One with a hyphen is its parts, or all of it in one piece. Null when
-- no word is left. Every word must be there, or with every = false any.
create function wall.asked_for(lang text, asked text, every boolean) returns tsquery
  language sql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
  select string_agg(coalesce('(' || nullif(concat_ws(' | ', parts, whole), '') || ')', ''),
      case when every then ' & ' else ' | ' end order by at)::tsquery from (
    select at, (select string_agg(wall.asked_word(lang, part), ' & ')
        from regexp_split_to_table(word, '[-''\u2019]+') part) as parts,
      case when word ~ '[-''\u2019]' then wall.asked_word(lang, regexp_replace(word, '[-''\u2019]+', '', 'g')) end as whole
    from regexp_split_to_table(left(wall.folded(asked), 200), '${BETWEEN}')
      with ordinality t (word, at) where word ~ '[^-''\u2019]' limit 8) each
  where parts is not null or whole is not null $$;
grant execute on function wall.folded(text), wall.spread(text), wall.tongue(text), wall.asked_for(text, text, boolean)
  to leidraad_public;

-- Sentences within a document, without its marks and numbers.
create function wall.said_in(doc jsonb, most int) returns text language sql immutable parallel safe
  set search_path = pg_catalog, pg_temp as $$
  select coalesce(left(string_agg(v #>> '{}', ' '), most), '') from jsonb_path_query(doc, 'strict $.**') v
    where jsonb_typeof(v) = 'string' and (v #>> '{}') ~ '\s|^[[:alpha:]-]{3,40}$' $$;
`

const columns = `
  source text not null check (length(source) between 1 and 40), key text not null check (length(key) <= 300),
  lang text not null check (lang in ('nl', 'en')), alone boolean not null, path text not null, title text not null,
  keywords text not null, lead text not null, body text not null, at timestamptz, until date, found tsvector not null`
/** `alone`: it is there in no other language. `until`: the last day on which it is found. `row`: what it follows. */
const tables = `
create table published.sought (municipality uuid not null, "row" text not null,${columns},
  primary key (municipality, source, key, lang));
create table published.sought_file (${columns}, primary key (source, key, lang));
create index sought_found on published.sought using gin (found);
create index sought_file_found on published.sought_file using gin (found);
create index sought_row on published.sought (municipality, source, "row");
${['sought', 'sought_file']
  .map(
    (table) => `alter table published.${table} enable row level security;
create policy read_by_all on published.${table} for select to leidraad_public using (true);
grant select on published.${table} to leidraad_public;`,
  )
  .join('\n')}
`

/** A view gives municipality, "row", key, lang, alone, path, title, keywords, lead, body, at and until. */
const follow = `
create function wall.seek() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$ begin
  execute format('delete from published.sought s using (select distinct municipality, (%1$s)::text as "row" from changed) c
    where s.municipality = c.municipality and s.source = %2$L and s."row" = c."row"', tg_argv[1], tg_argv[0]);
  execute wall.seek_rows(tg_argv[0], format('join (select distinct municipality as m, (%s) as r from changed) c
    on v.municipality = c.m and v."row" = c.r', tg_argv[1]));
  return null;
end $$;
-- What fills it from the view, of which these rows (v) alone.
create function wall.seek_rows(source text, these text) returns text language sql immutable
  set search_path = pg_catalog, pg_temp as $$
  select format('insert into published.sought (municipality, "row", source,
      key, lang, alone, path, title, keywords, lead, body, at, until, found)
    select v.municipality, v."row"::text, %L, v.key, v.lang, v.alone, v.path, left(v.title, 500), left(v.keywords, 1000),
      left(v.lead, 500), left(v.body, 3000), v.at, v.until, wall.found_by(v.lang, v.title, v.keywords, v.lead, v.body)
    from wall.%I v %s where v.title <> ''''', source, 'sought_' || source, these) $$;

-- source: of the view. of: the table that it follows; row_of: what in it is the "row" of the view.
create function wall.seek_in(source text, of text, row_of text) returns void language plpgsql
  set search_path = pg_catalog, pg_temp as $$
declare act text; begin
  foreach act in array array['insert', 'update', 'delete'] loop
    execute format('create trigger %I after %s on published.%I referencing %s table as changed
      for each statement execute function wall.seek(%L, %L)', 'sought_' || source || '_' || act, act, of,
      case act when 'delete' then 'old' else 'new' end, source, row_of);
  end loop;
end $$;
revoke execute on function wall.seek(), wall.seek_rows(text, text), wall.seek_in(text, text, text) from public;
`

/** As in migration 023: what follows leaves no mark of its own. */
const marks = `
create or replace function wall.stand_marks() returns void language plpgsql set search_path = pg_catalog, pg_temp as $$
declare t record; act text; begin
  for t in select c.oid, c.relname as name, case c.relname when 'municipality' then 'id' else 'municipality' end as of
    from pg_class c where c.relnamespace = 'published'::regnamespace and c.relkind in ('r', 'p')
      and not c.relispartition
      -- Files are asked for by their hash, and what is found by words follows what is public.
      and c.relname not in ('mark', 'blob', 'file', 'entry_term', 'entry_word', 'sought', 'sought_file')
      and not exists (select from pg_trigger g where g.tgrelid = c.oid and g.tgname = 'marked_update') loop
    foreach act in array array['insert', 'update', 'delete'] loop
      execute format('create trigger marked_%1$s after %1$s on published.%2$I referencing %3$s table as changed
        for each statement execute function wall.mark_published(%4$L, %5$L)', act, t.name,
        case act when 'delete' then 'old' else 'new' end, t.of,
        case t.name when 'progress' then 'progress' else 'pages' end);
    end loop;
  end loop;
end $$;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [words, tables, follow, marks]) await sql.raw(part).execute(db)
}
