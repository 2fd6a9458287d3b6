/**
 * What the law asks around a request: its words stay while somebody objects, appeals or complains; whether a penalty is
 * owed is decided; the term to object runs from the day on which an answer was sent.
 */
import { sql, type Kysely } from 'kysely'
import { anew } from './anew.ts'

/**
 * `held_until`: the last day on which nothing of it is wiped, whatever was promised. `owed`: what was decided of the
 * penalty for being late (Awb 4:18), by the grounds of 4:17 lid 6. `committee_on`: since when a committee handles it.
 */
const columns = `
alter table request add column held_until date, add column owed text not null default ''
    check (owed in ('', 'owed', 'late-notice', 'no-interest', 'unfounded')), add column owed_on date,
  add column committee_on date, add check ((owed = '') = (owed_on is null)),
  add check (owed = '' or notice_on is not null);
grant select (held_until, owed, owed_on, committee_on), update (held_until, owed, owed_on, committee_on)
  on request to leidraad_desk;
grant select (held_until, owed, owed_on, committee_on) on request to leidraad_clock;
`

/**
 * The day on which an answer was made known stands with it: that of the mail, or of the letter. Of what was put together
 * nobody was told before.
 */
const known = `
update request_step s set until = (s.at at time zone 'Europe/Amsterdam')::date
  from request q join requester w on w.municipality = q.municipality and w.id = q.requester
  where s.step = 'answered' and s.until is null and q.municipality = s.municipality and q.id = s.request
    and w.email <> '' and q.outcome is distinct from 'merged';
`

/** After the day of its wiping, for a year at most at a time, and with it whatever was put together with it. */
const held = `
create function wall.hold_request() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$ begin
  if new.held_until is distinct from old.held_until and new.held_until is not null
    and not (new.held_until > greatest(new.wipe_on, public.today_here())
      and new.held_until <= greatest(new.wipe_on, public.today_here()) + interval '1 year') then
    raise exception 'a request is held after the day of its wiping, for a year at most'
      using errcode = 'check_violation'; end if;
  return new; end $$;
create trigger held before update on request for each row execute function wall.hold_request();
revoke execute on function wall.hold_request() from public;
create function wall.held_until(q public.request) returns date language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  with recursive along as (select q.id, q.held_until, q.merged_into
    union select o.id, o.held_until, o.merged_into from along a
      join public.request o on o.municipality = q.municipality and o.id = a.merged_into)
  select max(held_until) from along $$;
create function wall.is_held(q public.request) returns boolean language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$ select coalesce(wall.held_until(q) >= public.today_here(), false) $$;
revoke execute on function wall.held_until(public.request), wall.is_held(public.request) from public;
`

/** An answer by letter was given on the day on which it was sent or handed over (Awb 3:41). */
const sent = `
create function wall.request_sent() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$ begin
  update public.request q set answered_on = new.until where q.municipality = new.municipality and q.id = new.request
    and q.answered_on is not null and new.word = (select min(x.no)::text from public.request_step x
      where x.municipality = new.municipality and x.request = new.request and x.step = 'answered');
  return new; end $$;
create trigger sent after insert on request_step for each row when (new.step = 'sent')
  execute function wall.request_sent();
revoke execute on function wall.request_sent() from public;
`

/** The functions as they stand, each with what it says now in the place of what it said. */
const given = anew(`
      ('wall.wipe_requests(uuid)', 'x.wipe_on <= public.today_here()',
        'x.wipe_on <= public.today_here() and not wall.is_held(x)'),
      ('wall.read_requests(uuid,text)', '''wipeOn'', q.wipe_on,',
        '''wipeOn'', q.wipe_on, ''heldUntil'', wall.held_until(q), ''owed'', q.owed, ''owedOn'', q.owed_on,
          ''committeeOn'', q.committee_on,')`)

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [columns, known, held, sent, given]) await sql.raw(part).execute(db)
}
