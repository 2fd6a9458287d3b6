/** Who phones to take a sign-up back is found by the number, with the code of the country or without. */
import { sql, type Kysely } from 'kysely'

const KEEP = ['policy-officer', 'account-manager', 'executor']

const numbers = `
create function wall.phone_digits(typed text) returns text language sql immutable set search_path = pg_catalog, pg_temp
  as $$ select regexp_replace(regexp_replace(typed, '[^0-9+]', '', 'g'), '^([+]31|0031)0?', '0') $$;
create or replace function wall.drop_signup_of(c uuid, number text) returns int language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
declare m uuid := public.current_municipality(); gone int; begin
  if not exists (select from public.course where municipality = m and id = c
      and case when public.current_organisation() is null then wall.may('{${KEEP.join()}}') and organisation is null
        else organisation = public.current_organisation() end) then return 0; end if;
  delete from public.course_signup where municipality = m and course = c
    and wall.phone_digits(phone) = wall.phone_digits(number);
  get diagnostics gone = row_count;
  return gone;
end $$;
revoke execute on function wall.phone_digits(text) from public;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(numbers).execute(db)
}
