/**
 * A day is a day here: what compares with today asks `today_here`, as people and their forms do. The day of the server
 * is another one or two hours of every night, and refused then what was given, consented to or said on the day itself.
 */
import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table badge alter column valid_from set default today_here()`.execute(db)
  await sql`alter table covenant_step alter column "on" set default today_here()`.execute(db)
  await sql`do $$
    declare f record;
    begin
      for f in select p.oid from pg_proc p join pg_namespace n on n.oid = p.pronamespace
        where n.nspname in ('public', 'published', 'wall') and p.prosrc ~* '\\mcurrent_date\\M'
      loop
        execute regexp_replace(pg_get_functiondef(f.oid), '\\mcurrent_date\\M', 'public.today_here()', 'gi');
      end loop;
    end $$`.execute(db)
}
