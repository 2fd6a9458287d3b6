/**
 * Days that stand in the rows of a list of an entry come on the calendar too, by the names of the list and of the part:
 * `punten.datum`. Of one list there are several, so the day belongs to the key.
 */
import { sql, type Kysely } from 'kysely'

const day = (value: string) => `pg_input_is_valid(${value}, 'date') and ${value} ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'`

/** The days in the values of an entry. What is no list, or no row, gives none. */
const days = `
create function wall.days_of(vals jsonb) returns table (field text, on_date date) language sql immutable parallel safe
  set search_path = pg_catalog, pg_temp as $$
  select v.key, (v.value #>> '{}')::date from jsonb_each(vals) v
    where jsonb_typeof(v.value) = 'string' and ${day(`(v.value #>> '{}')`)}
  union
  select v.key || '.' || part.key, (part.value #>> '{}')::date
    from jsonb_each(vals) v,
      lateral jsonb_array_elements(case jsonb_typeof(v.value) when 'array' then v.value else '[]' end) line,
      lateral jsonb_each(case jsonb_typeof(line) when 'object' then line else '{}' end) part
    where jsonb_typeof(part.value) = 'string' and ${day(`(part.value #>> '{}')`)}
$$;
`

const kept = `
alter table entry_date drop constraint entry_date_pkey, add primary key (municipality, entry, field, on_date);
create or replace function wall.entry_dates() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
begin
  delete from public.entry_date where municipality = new.municipality and entry = new.id;
  if new.ended_at is null then
    insert into public.entry_date (municipality, entry, field, on_date)
      select new.municipality, new.id, d.field, d.on_date from wall.days_of(new.values) d;
  end if;
  return null;
end $$;
insert into entry_date (municipality, entry, field, on_date)
  select e.municipality, e.id, d.field, d.on_date from entry e, wall.days_of(e.values) d where e.ended_at is null
  on conflict do nothing;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(days + kept).execute(db)
}
