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

/** The day on which an answer was made known stands with it: that of the mail, or of the letter. */
const known = `
update request_step s set until = (s.at at time zone 'Europe/Amsterdam')::date
  from request q join requester w on w.municipality = q.municipality and w.id = q.requester
  where s.step = 'answered' and s.until is null and q.municipality = s.municipality and q.id = s.request
    and w.email <> '';
`

/** For a year at most at a time, and with it what was put together with it. */
const held = `
create function wall.hold_request() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$ begin
  if new.held_until is distinct from old.held_until and new.held_until is not null
    and new.held_until not between public.today_here() and public.today_here() + interval '1 year' then
    raise exception 'a request is held for a year at most' using errcode = 'check_violation'; end if;
  return new; end $$;
create trigger held before update on request for each row execute function wall.hold_request();
revoke execute on function wall.hold_request() from public;
create function wall.is_held(q public.request) returns boolean language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select coalesce(q.held_until >= public.today_here(), false) or exists (select from public.request o
    where o.municipality = q.municipality and o.id = q.merged_into and o.held_until >= public.today_here()) $$;
revoke execute on function wall.is_held(public.request) from public;
`

/** The functions as they stand, each with what it says now in the place of what it said. */
const given = anew(`
      ('wall.wipe_requests(uuid)', 'x.wipe_on <= public.today_here()',
        'x.wipe_on <= public.today_here() and not wall.is_held(x)'),
      ('wall.read_requests(uuid,text)', '''wipeOn'', q.wipe_on,',
        '''wipeOn'', q.wipe_on, ''heldUntil'', q.held_until, ''owed'', q.owed, ''owedOn'', q.owed_on,
          ''committeeOn'', q.committee_on,')`)

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [columns, known, held, given]) await sql.raw(part).execute(db)
}
