/**
 * `day_here` is the day here of a moment, as `today_here` is that of now. Migration 57 gave every function that day;
 * those made after it asked the server again, and so did what forgets. A test now holds each to it.
 */
import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create function day_here(moment timestamptz) returns date language sql immutable parallel safe
    return (moment at time zone 'Europe/Amsterdam')::date`.execute(db)
  await sql`alter table group_code alter column made_on set default today_here()`.execute(db)
  await sql`do $$
    declare f record;
    begin
      for f in select p.oid from pg_proc p join pg_namespace n on n.oid = p.pronamespace
        where n.nspname in ('public', 'published', 'wall') and p.prosrc ~* '\\mcurrent_date\\M'
      loop
        execute regexp_replace(pg_get_functiondef(f.oid), '\\mcurrent_date\\M', 'public.today_here()', 'gi');
      end loop;
      for f in select policyname, tablename, schemaname, qual from pg_policies
        where qual ~* '\\mcurrent_date\\M|\\(\\w+_at\\)::date'
      loop
        execute format('alter policy %I on %I.%I using (%s)', f.policyname, f.schemaname, f.tablename,
          regexp_replace(regexp_replace(f.qual, '\\mcurrent_date\\M', 'public.today_here()', 'gi'),
            '\\((\\w+_at)\\)::date', 'public.day_here(\\1)', 'gi'));
      end loop;
    end $$`.execute(db)
}
