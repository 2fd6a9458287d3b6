/**
 * A sign-up for a course is counted by its form and by its course too: one form signs up a few people, and one course
 * that is flooded closes no other. Its page says whether somebody else signed this person up.
 */
import { sql, type Kysely } from 'kysely'

const doors = `
alter table course_signup add column form text not null default '' check (length(form) <= 64);
drop function wall.sign_up(jsonb, int, int);
create function wall.sign_up(one jsonb, a_day int, most_waiting int, of_form int, of_one int, for_each int)
  returns text language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare m uuid := (one ->> 'municipality')::uuid; s uuid := (one ->> 'id')::uuid; k public.course;
  whole int; own int; today date := (now() at time zone 'Europe/Amsterdam')::date; begin
  if length(coalesce(one ->> 'name', '')) not between 1 and 80 or coalesce(one ->> 'phone', '') !~ '^[0-9+() -]{6,20}$'
    or length(coalesce(one ->> 'secret', '')) <> 64 or length(coalesce(one ->> 'form', '')) > 64 then
    raise exception 'this is no sign-up' using errcode = 'check_violation'; end if;
  select * into k from public.course where municipality = m and no = (one ->> 'course')::int for update;
  if k.id is null then return 'missing'; end if;
  if exists (select from public.course_signup where municipality = m and id = s) then return 'taken'; end if;
  if k.state <> 'active' or k.sign_up <> 'here' or k.starts_on < today or k.checked_on < today - 180 then
    return 'closed'; end if;
  if k.waiting >= most_waiting then return 'full'; end if;
  -- One at a time, so that many at once are counted too.
  perform from public.audit_head where municipality = m for update;
  if coalesce(one ->> 'form', '') <> '' and (select count(*) from public.course_signup where municipality = m
      and form = one ->> 'form' and asked_at > now() - interval '25 hours') >= of_form then return 'form'; end if;
  -- Each course keeps a few: the municipality having its number does not close it.
  select count(*), count(*) filter (where course = k.id) into whole, own from public.course_signup
    where municipality = m and asked_at > now() - interval '1 day';
  if own >= of_one or (whole >= a_day and own >= for_each) then return 'busy'; end if;
  insert into public.course_signup (municipality, id, course, name, phone, secret, helped, form)
    values (m, s, k.id, one ->> 'name', one ->> 'phone', one ->> 'secret', coalesce((one ->> 'helped')::boolean, false),
      coalesce(one ->> 'form', ''));
  insert into public.audit (municipality, act, object, detail) values (m, 'course.signed-up', 'course/' || k.id, '{}');
  return 'taken';
end $$;

create or replace function wall.read_signup(m uuid, hash text) returns jsonb language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select jsonb_build_object('course', k.no, 'title', k.title, 'state', s.state, 'provider', k.provider,
    'phone', k.phone, 'on', k.state = 'active' and k.ends_on >= (now() at time zone 'Europe/Amsterdam')::date,
    'helped', s.helped, 'place', (select count(*) from public.course_signup o where o.municipality = m
      and o.course = s.course and o.state = 'waiting' and (o.asked_at, o.id) <= (s.asked_at, s.id)),
    'first', (select jsonb_build_object('on', to_char(held_on, 'YYYY-MM-DD'), 'from', starts, 'to', ends)
      from public.course_session where municipality = m and course = s.course and not cancelled
      order by held_on, starts limit 1), 'ends', to_char(k.ends_on, 'YYYY-MM-DD'))
  from public.course_signup s join public.course k on k.municipality = m and k.id = s.course
  where s.municipality = m and s.secret = hash $$;
revoke execute on function wall.sign_up(jsonb, int, int, int, int, int) from public;
grant execute on function wall.sign_up(jsonb, int, int, int, int, int) to leidraad_public;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(doors).execute(db)
}
