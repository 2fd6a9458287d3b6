/**
 * Every day that an entry names, beside its values: what comes is looked up by day, whatever the register. The database
 * keeps it, so that no way of writing an entry can forget to. Which of them matter says the file of the register.
 */
import { sql, type Kysely } from 'kysely'

/** Who reads the registers, as in 018. */
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

const table = `
create table entry_date (
  municipality uuid not null, entry uuid not null, field text not null, on_date date not null,
  primary key (municipality, entry, field),
  foreign key (municipality, entry) references entry (municipality, id) on delete cascade);
create index entry_date_by_day on entry_date (municipality, on_date);
create index entry_date_of_field on entry_date (municipality, field, on_date);
alter table entry_date enable row level security;
create policy desk_select on entry_date for select to leidraad_desk
  using (municipality = (select current_municipality()) and (select wall.may('{${CONTENT.join()}}')));
create policy clock_select on entry_date for select to leidraad_clock
  using (municipality = (select current_municipality()));
grant select on entry_date to leidraad_desk, leidraad_clock;
`

/** What ended is not kept up, and no day of it comes. A text that happens to be a day does no harm here. */
const kept = `
create function wall.entry_dates() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
begin
  delete from public.entry_date where municipality = new.municipality and entry = new.id;
  if new.ended_at is null then
    insert into public.entry_date (municipality, entry, field, on_date)
      select new.municipality, new.id, v.key, (v.value #>> '{}')::date from jsonb_each(new.values) v
      where jsonb_typeof(v.value) = 'string' and pg_input_is_valid(v.value #>> '{}', 'date')
        and v.value #>> '{}' ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$';
  end if;
  return null;
end $$;
create trigger dates after insert or update of values, ended_at on entry
  for each row execute function wall.entry_dates();
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(table + kept).execute(db)
}
