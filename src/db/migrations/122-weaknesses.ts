/**
 * A reported weakness beside its request: how far it is, whose it is to mend, and what everybody may know of it once it
 * is mended. Only who handles the request reads how far it is; nothing is told before it was mended, nor by one person.
 */
import { sql, type Kysely } from 'kysely'

const STEPS =
  'received taken handed identity asked stopped resumed added extended answered withdrawn helped again notice merged ' +
  'split file told'
/** What may follow on what, as `vocabulary/weakness.ts` has it; a test holds one against the other. */
const NEXT: Readonly<Record<string, string>> = {
  received: 'valid double out-of-scope not-reproducible',
  valid: 'fixing fixed double not-reproducible',
  double: 'valid closed',
  'out-of-scope': 'valid closed',
  'not-reproducible': 'valid closed',
  fixing: 'fixed valid',
  fixed: 'retested fixing',
  retested: 'fixing closed',
  closed: '',
}
const quoted = (words: string) => words.split(' ').map((word) => `'${word}'`)
const pairs = Object.entries(NEXT).flatMap(([from, to]) =>
  to === '' ? [] : quoted(to).map((word) => `('${from}', ${word})`),
)
const here = 'municipality = (select current_municipality())'
const ME = '(select current_person())'
const may = (roles: string) => `(select wall.may('{${roles}}'))`
const TELL = 'security-officer,policy-officer'
const person = (column: string) => `foreign key (municipality, ${column}) references person (municipality, id)`

/** `next_on`: before the answer, where a kind has days of its own. `supplier`: who is to mend it, when that is another; `told_on`: the day on which they heard of it from us. */
const tables = `
alter table request add column next_on date;
alter table request_step drop constraint request_step_step_check;
alter table request_step add constraint request_step_step_check check (step in (${quoted(STEPS).join()}));
create table weakness (
  municipality uuid not null, request uuid not null,
  state text not null default 'received' check (state in (${quoted(Object.keys(NEXT).join(' ')).join()})),
  severity text check (severity in ('low', 'middle', 'high', 'critical')),
  supplier text not null default '' check (length(supplier) <= 200), told_on date, answered_on date,
  judged_on date, fix_by date, fixed_on date, retested_on date,
  primary key (municipality, request), check ((state = 'received') = (judged_on is null)),
  check (state not in ('fixed', 'retested') or fixed_on is not null),
  check (state <> 'retested' or retested_on is not null), check (told_on is null or supplier <> ''),
  check (answered_on is null or answered_on >= told_on),
  foreign key (municipality, request) references request (municipality, id) on delete cascade);
create index weakness_silent on weakness (municipality, told_on) where answered_on is null and told_on is not null;
create table weakness_note (
  municipality uuid not null references municipality, id uuid not null, request uuid,
  title text not null check (length(title) between 1 and 160), text text not null check (length(text) between 1 and 2000),
  thanked text not null default '' check (length(thanked) <= 120), fixed_on date not null,
  written_by uuid not null, written_at timestamptz not null default now(),
  told_by uuid, told_on date, taken_back_on date, primary key (municipality, id),
  check ((told_by is null) = (told_on is null)), check (taken_back_on is null or told_on is not null),
  check (told_by <> written_by), ${person('written_by')}, ${person('told_by')},
  foreign key (municipality, request) references request (municipality, id) on delete set null (request));
create index weakness_note_of on weakness_note (municipality, request) where request is not null;
create table published.weakness (
  municipality uuid not null, id uuid not null, title text not null, text text not null, thanked text not null,
  fixed_on date not null, told_on date not null, primary key (municipality, id));
create index weakness_told on published.weakness (municipality, told_on desc);
`

const course = `
create function wall.weakness_next() returns table (was text, becomes text) language sql immutable as $$
  select * from (values ${pairs.join(',\n    ')}) t (was, becomes) $$;
create function wall.guard_weakness() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$ begin
  if new.state <> old.state and not exists (select from wall.weakness_next() n
      where n.was = old.state and n.becomes = new.state) then
    raise exception 'a weakness does not go from % to %', old.state, new.state using errcode = 'check_violation'; end if;
  if new.state = 'retested' and old.state <> 'retested' then new.retested_on := public.today_here(); end if;
  -- It came back: what was told of it helps who would use it, and goes. Once mended again it is written anew.
  if old.state in ('fixed', 'retested') and new.state not in ('fixed', 'retested', 'closed') then
    new.fixed_on := null; new.retested_on := null;
    delete from published.weakness p using public.weakness_note n where p.municipality = new.municipality
      and n.municipality = new.municipality and n.request = new.request and n.id = p.id;
    update public.weakness_note set taken_back_on = public.today_here(), thanked = '' where municipality = new.municipality
      and request = new.request and told_on is not null and taken_back_on is null;
  end if;
  return new; end $$;
create trigger guarded before update on weakness for each row execute function wall.guard_weakness();

-- With the report goes what nobody told yet: of a report that is gone nobody can see whether it was mended.
create function wall.drop_weakness_notes() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$ begin
  delete from public.weakness_note where municipality = old.municipality and request = old.id and told_on is null;
  return old; end $$;
create trigger notes_dropped before delete on request for each row execute function wall.drop_weakness_notes();

-- A colleague of who wrote it tells everybody, once it was mended. What is told stays true to what was written.
create function wall.tell_weakness(note uuid) returns text language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
declare m uuid := public.current_municipality(); me uuid := public.current_person(); n public.weakness_note; begin
  select * into n from public.weakness_note where municipality = m and id = note for update;
  if n.id is null or n.told_on is not null then return 'gone'; end if;
  if not wall.may('{${TELL}}') or n.written_by = me then
    raise exception 'another tells it' using errcode = 'insufficient_privilege'; end if;
  if not exists (select from public.weakness w where w.municipality = m and w.request = n.request
      and w.state in ('fixed', 'retested', 'closed') and w.fixed_on is not null) then return 'not-mended'; end if;
  update public.weakness_note set told_by = me, told_on = public.today_here() where municipality = m and id = note;
  insert into published.weakness (municipality, id, title, text, thanked, fixed_on, told_on)
    values (m, n.id, n.title, n.text, n.thanked, n.fixed_on, public.today_here());
  return 'told';
end $$;
create function wall.take_weakness_back(note uuid) returns boolean language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
declare m uuid := public.current_municipality(); begin
  if not wall.may('{${TELL}}') then
    raise exception 'not by you' using errcode = 'insufficient_privilege'; end if;
  -- Whose name was on it is kept nowhere any more.
  update public.weakness_note set taken_back_on = public.today_here(), thanked = '' where municipality = m and id = note
    and told_on is not null and taken_back_on is null;
  if not found then return false; end if;
  delete from published.weakness where municipality = m and id = note;
  return true;
end $$;
-- Who wants to be forgotten is thanked nowhere by name any more: not in the report, in what waits, or on the site.
create or replace function wall.forget_requester(m uuid, hash text) returns boolean language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
declare who uuid; named boolean; begin
  select id, name || email || phone || post || on_behalf <> '' into who, named from public.requester
    where municipality = m and secret = hash for update;
  delete from public.request_text t using public.request q where q.municipality = m and q.requester = who
    and t.municipality = m and t.request = q.id and t.field = 'dank';
  if who is null or not (named or found) then return false; end if;
  delete from public.message where municipality = m and object = 'requester/' || who;
  update public.requester set name = '', email = '', phone = '', post = '', on_behalf = '' where municipality = m and id = who;
  update published.weakness p set thanked = '' from public.weakness_note n, public.request q where q.municipality = m
    and q.requester = who and n.municipality = m and n.request = q.id and p.municipality = m and p.id = n.id;
  update public.weakness_note n set thanked = '' from public.request q where q.municipality = m and q.requester = who
    and n.municipality = m and n.request = q.id;
  insert into public.audit (municipality, act, object, detail) select m, 'request.requester-forgotten',
    'request/' || q.id, '{}' from public.request q where q.municipality = m and q.requester = who;
  return true;
end $$;
-- The day on which something is asked first, as the clock works it out: lists and tasks stand in its order.
create function wall.next_of_request(m uuid, r uuid, day date) returns void language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$ begin
  if (select wall.part(1)) <> 'leidraad_clock' or m is distinct from public.current_municipality() then
    raise exception 'only the clock says so' using errcode = 'insufficient_privilege'; end if;
  update public.request set next_on = day where municipality = m and id = r and next_on is distinct from day;
  update public.task t set due_on = coalesce(day, q.due_on) from public.request q where q.municipality = m and q.id = r
    and t.municipality = m and t.object = 'request/' || r and t.kind = 'request' and t.done_at is null
    and t.due_on is distinct from coalesce(day, q.due_on);
end $$;
revoke execute on function wall.next_of_request(uuid, uuid, date), wall.guard_weakness(), wall.drop_weakness_notes(), wall.tell_weakness(uuid), wall.take_weakness_back(uuid) from public;
grant execute on function wall.tell_weakness(uuid), wall.take_weakness_back(uuid) to leidraad_desk;
grant execute on function wall.next_of_request(uuid, uuid, date) to leidraad_clock;
`

const rights = `
alter table weakness enable row level security;
create policy desk_select on weakness for select to leidraad_desk using (${here} and wall.handles(request));
create policy desk_insert on weakness for insert to leidraad_desk
  with check (${here} and wall.handles(request) and state = 'received');
create policy desk_update on weakness for update to leidraad_desk using (${here} and wall.handles(request))
  with check (${here});
create policy clock_select on weakness for select to leidraad_clock using (${here});
alter table weakness_note enable row level security;
create policy desk_select on weakness_note for select to leidraad_desk using (${here} and ${may(`${TELL},auditor`)});
create policy desk_insert on weakness_note for insert to leidraad_desk
  with check (${here} and written_by = ${ME} and told_by is null and wall.handles(request));
create policy desk_delete on weakness_note for delete to leidraad_desk
  using (${here} and told_on is null and ${may(TELL)});
alter table published.weakness enable row level security;
create policy read_by_all on published.weakness for select to leidraad_public using (true);
revoke all on weakness, weakness_note from leidraad_desk, leidraad_clock;
grant select, insert (municipality, request), update (state, severity, supplier, told_on, answered_on, judged_on, fix_by,
  fixed_on) on weakness to leidraad_desk;
grant select on weakness to leidraad_clock;
grant select (next_on) on request to leidraad_desk, leidraad_clock;
grant select, insert (municipality, id, request, title, text, thanked, fixed_on, written_by), delete
  on weakness_note to leidraad_desk;
grant select on published.weakness to leidraad_public;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [tables, course, rights]) await sql.raw(part).execute(db)
}
