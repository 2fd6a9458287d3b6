/**
 * What the law asks around a request: its words stay while somebody objects, appeals or complains; whether a penalty is
 * owed is decided; the term to object runs from the day on which an answer was sent.
 */
import { sql, type Kysely } from 'kysely'

const STEPS =
  'received taken handed identity asked stopped resumed added extended answered withdrawn helped again notice merged ' +
  'split file told proposed agreed declined code works fails held released owed sent committee'
const quoted = (words: string) =>
  words
    .split(' ')
    .map((word) => `'${word}'`)
    .join()

/**
 * `held_until`: the last day on which nothing of it is wiped, whatever was promised. `owed`: what was decided of the
 * penalty for being late (Awb 4:18), by the grounds of 4:17 lid 6. `committee_on`: since when a committee handles it.
 */
const columns = `
alter table request add column held_until date, add column owed text not null default ''
    check (owed in ('', 'owed', 'late-notice', 'no-interest', 'unfounded')), add column owed_on date,
  add column committee_on date, add check ((owed = '') = (owed_on is null)),
  add check (owed = '' or notice_on is not null);
alter table request_step drop constraint request_step_step_check;
alter table request_step add constraint request_step_step_check check (step in (${quoted(STEPS)}));
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
const given = `
do $$ declare each record; was text; becomes text; begin
  for each in select * from (values
      ('wall.wipe_requests(uuid)', 'x.wipe_on <= public.today_here()',
        'x.wipe_on <= public.today_here() and not wall.is_held(x)'),
      ('wall.read_requests(uuid,text)', '''wipeOn'', q.wipe_on,',
        '''wipeOn'', q.wipe_on, ''heldUntil'', q.held_until, ''owed'', q.owed, ''owedOn'', q.owed_on,
          ''committeeOn'', q.committee_on,'))
      t (name, was, becomes) loop
    was := pg_get_functiondef(each.name::regprocedure);
    becomes := replace(was, each.was, each.becomes);
    if was = becomes then raise exception 'nothing of % to change: %', each.name, each.was; end if;
    execute becomes;
  end loop;
end $$;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [columns, known, held, given]) await sql.raw(part).execute(db)
}
