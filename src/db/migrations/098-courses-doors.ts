/**
 * How anybody signs up for a course, sees whether there is a place, and takes the sign-up back: three functions, and
 * never a row. What is told back holds no name and no telephone number.
 */
import { sql, type Kysely } from 'kysely'

const doors = `
create function wall.sign_up(one jsonb, a_day int, most_waiting int) returns text language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
declare m uuid := (one ->> 'municipality')::uuid; s uuid := (one ->> 'id')::uuid; k public.course;
  today date := (now() at time zone 'Europe/Amsterdam')::date; begin
  if length(coalesce(one ->> 'name', '')) not between 1 and 80 or coalesce(one ->> 'phone', '') !~ '^[0-9+() -]{6,20}$'
    or length(coalesce(one ->> 'secret', '')) <> 64 then
    raise exception 'this is no sign-up' using errcode = 'check_violation'; end if;
  select * into k from public.course where municipality = m and no = (one ->> 'course')::int for update;
  if k.id is null then return 'missing'; end if;
  if exists (select from public.course_signup where municipality = m and id = s) then return 'taken'; end if;
  if k.state <> 'active' or k.sign_up <> 'here' or k.starts_on < today or k.checked_on < today - 180 then
    return 'closed'; end if;
  if k.waiting >= most_waiting then return 'full'; end if;
  if (select count(*) from public.course_signup where municipality = m and asked_at > now() - interval '1 day') >= a_day
    then return 'busy'; end if;
  insert into public.course_signup (municipality, id, course, name, phone, secret, helped)
    values (m, s, k.id, one ->> 'name', one ->> 'phone', one ->> 'secret', coalesce((one ->> 'helped')::boolean, false));
  insert into public.audit (municipality, act, object, detail) values (m, 'course.signed-up', 'course/' || k.id, '{}');
  return 'taken';
end $$;

create function wall.read_signup(m uuid, hash text) returns jsonb language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select jsonb_build_object('course', k.no, 'title', k.title, 'state', s.state, 'provider', k.provider,
    'phone', k.phone, 'on', k.state = 'active' and k.ends_on >= (now() at time zone 'Europe/Amsterdam')::date,
    'place', (select count(*) from public.course_signup o where o.municipality = m and o.course = s.course
      and o.state = 'waiting' and (o.asked_at, o.id) <= (s.asked_at, s.id)),
    'first', (select jsonb_build_object('on', to_char(held_on, 'YYYY-MM-DD'), 'from', starts, 'to', ends)
      from public.course_session where municipality = m and course = s.course and not cancelled
      order by held_on, starts limit 1), 'ends', to_char(k.ends_on, 'YYYY-MM-DD'))
  from public.course_signup s join public.course k on k.municipality = m and k.id = s.course
  where s.municipality = m and s.secret = hash $$;

create function wall.drop_signup(m uuid, hash text) returns boolean language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
declare c uuid; begin
  select course into c from public.course_signup where municipality = m and secret = hash;
  if c is null then return false; end if;
  perform from public.course where municipality = m and id = c for update;
  delete from public.course_signup where municipality = m and secret = hash;
  if not found then return false; end if;
  insert into public.audit (municipality, act, object, detail) values (m, 'course.signed-off', 'course/' || c, '{}');
  return true;
end $$;
revoke execute on function wall.sign_up(jsonb, int, int), wall.read_signup(uuid, text), wall.drop_signup(uuid, text)
  from public;
grant execute on function wall.sign_up(jsonb, int, int), wall.read_signup(uuid, text), wall.drop_signup(uuid, text)
  to leidraad_public;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(doors).execute(db)
}
