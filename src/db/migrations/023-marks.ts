/**
 * Whatever changes what is public leaves a mark in the same transaction: who keeps pages in memory sees by it, in one
 * small query, whether anything is different since. Marks are set by the database itself, whoever writes, so that no
 * act can forget it; a table that comes later gets its triggers when the migrations are done (`wall.stand_marks`).
 */
import { sql, type Kysely } from 'kysely'

/**
 * Each mark is new, and takes away only older ones nobody holds: what is seen of the table is never twice the same.
 * One that runs at a firmer level leaves those of others. `progress`: how far a measurement is, which changes all the
 * time and which few pages tell.
 */
const marks = `
create table published.mark (
  municipality uuid not null, what text not null check (what in ('pages', 'progress')),
  id uuid not null default gen_random_uuid(), primary key (municipality, what, id));
alter table published.mark enable row level security;
create policy read_by_all on published.mark for select to leidraad_public using (true);
grant select on published.mark to leidraad_public;

create function wall.mark_published() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
declare one uuid; kind text := tg_argv[1]; begin
  for one in execute format('select distinct %I from changed', tg_argv[0]) loop
    continue when exists (select from published.mark m where m.municipality = one and m.what = kind
      and m.xmin = pg_current_xact_id()::xid);
    if current_setting('transaction_isolation') = 'read committed' then
      delete from published.mark d using (select m.id from published.mark m
          where m.municipality = one and m.what = kind for update skip locked) past
        where d.municipality = one and d.what = kind and d.id = past.id;
    end if;
    insert into published.mark (municipality, what) values (one, kind);
  end loop;
  return null;
end $$;

create function wall.stand_marks() returns void language plpgsql set search_path = pg_catalog, pg_temp as $$
declare t record; act text; begin
  for t in select c.oid, c.relname as name, case c.relname when 'municipality' then 'id' else 'municipality' end as of
    from pg_class c where c.relnamespace = 'published'::regnamespace and c.relkind in ('r', 'p')
      and not c.relispartition
      -- Files are asked for by their hash, and what is found by words follows the entries.
      and c.relname not in ('mark', 'blob', 'file', 'entry_term', 'entry_word')
      and not exists (select from pg_trigger g where g.tgrelid = c.oid and g.tgname = 'marked_update') loop
    foreach act in array array['insert', 'update', 'delete'] loop
      execute format('create trigger marked_%1$s after %1$s on published.%2$I referencing %3$s table as changed
        for each statement execute function wall.mark_published(%4$L, %5$L)', act, t.name,
        case act when 'delete' then 'old' else 'new' end, t.of,
        case t.name when 'progress' then 'progress' else 'pages' end);
    end loop;
  end loop;
end $$;
revoke execute on function wall.stand_marks() from public;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(marks).execute(db)
}
