/**
 * What residents ask of the municipality. What a request is about and how far it is stands apart from who asks and what
 * was written: those are read by whoever handles it, by nobody else at the desk, and by the public role never.
 */
import { sql, type Kysely } from 'kysely'

const READ = ['request-handler', 'counter', 'policy-officer', 'security-officer', 'executor', 'fg', 'auditor']
const may = (roles: readonly string[]) => `(select wall.may('{${roles.join()}}'))`
const here = 'municipality = (select current_municipality())'
const ME = '(select current_person())'

/** `again_on`: the first day after the first on which the code was used: it is shown once more on that day. */
const requester = `
create table requester (
  municipality uuid not null references municipality, id uuid not null,
  secret text not null check (length(secret) <= 64),
  name text not null default '' check (length(name) <= 200), email text not null default '' check (length(email) <= 320),
  phone text not null default '' check (length(phone) <= 40), post text not null default '' check (length(post) <= 400),
  lang text not null check (lang in ('nl', 'en')),
  channel text not null check (channel in ('screen', 'counter', 'phone', 'paper', 'letter')),
  whom text not null check (whom in ('self', 'child', 'mandate', 'none')), helper boolean not null default false,
  on_behalf text not null default '' check (length(on_behalf) <= 200),
  typed_by uuid, receipt boolean not null default true,
  created_at timestamptz not null default now(), again_on date,
  primary key (municipality, id), unique (municipality, secret), check ((channel = 'screen') = (typed_by is null)),
  foreign key (municipality, typed_by) references person (municipality, id));
`

/**
 * `stopped_days`: of stops that are over. `kept_months`: as it was promised when it came in. `identity`: whether
 * somebody established who asks, and how; there is no column for a document.
 */
const request = `
create table request (
  municipality uuid not null, id uuid not null, requester uuid not null,
  number text not null check (length(number) between 5 and 20), kind text not null check (length(kind) <= 40),
  controller text not null check (controller in ('college', 'burgemeester', 'raad', 'commissie')),
  role text not null check (role in ('request-handler', 'policy-officer', 'security-officer', 'executor')),
  about text not null default '' check (length(about) <= 600 and about !~ '[^!-~]'),
  received_on date not null, first_due date not null check (first_due >= received_on), due_on date not null,
  kept_months int not null check (kept_months between 9 and 60),
  identity text not null check (identity in ('not-needed', 'open', 'known', 'called-back', 'account', 'shown', 'screened')),
  identity_by uuid, identity_on date, mandate_on date,
  extended_on date, stopped_since date, stopped_until date, stopped_by text not null default '',
  stopped_days int not null default 0 check (stopped_days between 0 and 2000),
  notice_on date, state text not null default 'new' check (state in ('new', 'handled', 'waiting', 'closed')),
  outcome text check (outcome in ('granted', 'partly', 'refused', 'passed-on', 'withdrawn', 'merged')),
  ground text not null default '' check (length(ground) <= 40), answered_by uuid,
  helped text check (helped in ('yes', 'partly', 'no')), again int not null default 0 check (again between 0 and 20),
  merged_into uuid, split_from uuid, handler uuid,
  created_at timestamptz not null default now(), closed_at timestamptz, wipe_on date,
  primary key (municipality, id), unique (municipality, number),
  foreign key (municipality, requester) references requester (municipality, id) on delete cascade,
  foreign key (municipality, handler) references person (municipality, id),
  foreign key (municipality, identity_by) references person (municipality, id),
  foreign key (municipality, answered_by) references person (municipality, id),
  foreign key (municipality, merged_into) references request (municipality, id) on delete set null (merged_into),
  foreign key (municipality, split_from) references request (municipality, id) on delete set null (split_from),
  check ((state = 'closed') = (closed_at is not null)), check ((state = 'closed') = (outcome is not null)),
  check ((state = 'closed') = (wipe_on is not null)), check ((outcome = 'refused') <= (ground <> '')),
  check ((stopped_since is null) = (stopped_until is null)), check (stopped_until >= stopped_since),
  check ((state = 'waiting') <= (stopped_since is not null)), check (state <> 'new' or handler is null),
  check ((identity in ('not-needed', 'open')) = (identity_by is null)), check (due_on >= received_on));
create index request_open on request (municipality, due_on) where closed_at is null;
create index request_closed on request (municipality, closed_at desc) where closed_at is not null;
create index request_wiped on request (municipality, wipe_on) where wipe_on is not null;
create index request_made on request (municipality, created_at);
create index request_of on request (municipality, requester);
create index request_handler on request (municipality, handler) where handler is not null;
create index request_merged on request (municipality, merged_into) where merged_into is not null;
create index request_split on request (municipality, split_from) where split_from is not null;
`

/** `word`: an outcome, a way, or whether it helped. What was said with a step stands apart, for other eyes. */
const steps = `
create table request_step (
  municipality uuid not null, request uuid not null, no int not null check (no between 1 and 500),
  step text not null check (step in ('received', 'taken', 'handed', 'identity', 'asked', 'stopped', 'resumed', 'added',
    'extended', 'answered', 'withdrawn', 'helped', 'again', 'notice', 'merged', 'split', 'file')),
  word text not null default '' check (length(word) <= 40), until date, by uuid, at timestamptz not null default now(),
  primary key (municipality, request, no),
  foreign key (municipality, request) references request (municipality, id) on delete cascade,
  foreign key (municipality, by) references person (municipality, id));
create table request_text (
  municipality uuid not null, request uuid not null, no int not null,
  field text not null default '' check (length(field) <= 40),
  text text not null check (length(text) between 1 and 8000),
  primary key (municipality, request, no, field),
  foreign key (municipality, request, no) references request_step (municipality, request, no) on delete cascade);
create index request_text_found on request_text using gin (to_tsvector('dutch', text));
create table request_file (
  municipality uuid not null, request uuid not null, no int not null, id uuid not null,
  media text not null check (media = 'image/jpeg'), bytes bytea not null check (length(bytes) between 1 and 6000000),
  width int not null, height int not null, primary key (municipality, id),
  foreign key (municipality, request, no) references request_step (municipality, request, no) on delete cascade);
create index request_file_of on request_file (municipality, request);
`

/** What stays of a request whose words are gone: nothing that leads back to it, or to who asked. */
const stub = `
create table request_stub (
  municipality uuid not null references municipality, id uuid not null default gen_random_uuid(),
  kind text not null check (length(kind) <= 40), month text not null check (month ~ '^\\d{4}-\\d{2}$'),
  days int not null check (days >= 0),
  outcome text not null check (outcome in ('granted', 'partly', 'refused', 'passed-on', 'withdrawn', 'merged')),
  in_term boolean not null, again boolean not null, primary key (municipality, id));
create index request_stub_month on request_stub (municipality, month);
`

/** Who handles one of the requests of who asks, at this moment; and who typed it in, for the paper that goes along. */
const whose = `
create function wall.handles(r uuid) returns boolean language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select exists (select from public.request q where q.municipality = public.current_municipality() and q.id = r
    and q.handler = public.current_person()) $$;
create function wall.handles_for(who uuid) returns boolean language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select exists (select from public.request q where q.municipality = public.current_municipality()
    and q.requester = who and q.handler = public.current_person()) $$;
create function wall.may_handle(m uuid, who uuid, asked text) returns boolean language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select exists (select from public.person p where p.municipality = m and p.id = who and p.state = 'active'
    and p.organisation is null and asked = any (p.roles)) $$;

-- Somebody takes a request that is free or a colleague's, hands on the own, or changes the own; nothing else.
create function wall.guard_request() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
declare me uuid := public.current_person(); begin
  if me is null then return new; end if;
  if new.handler is distinct from old.handler then
    if new.handler is not null and not wall.may_handle(new.municipality, new.handler, new.role) then
      raise exception 'who handles a request has the role for it' using errcode = 'insufficient_privilege'; end if;
    if old.handler is distinct from me and new.handler is distinct from me then
      raise exception 'only who has a request hands it on' using errcode = 'insufficient_privilege'; end if;
    -- Who answered does not look again at the own answer.
    if new.again > 0 and new.handler = new.answered_by and old.outcome is null then
      raise exception 'another looks again' using errcode = 'insufficient_privilege'; end if;
  elsif old.handler is distinct from me then
    raise exception 'only who has a request changes it' using errcode = 'insufficient_privilege';
  end if;
  if new.extended_on is distinct from old.extended_on and (old.extended_on is not null
    or public.today_here() > old.due_on and old.stopped_since is null) then
    raise exception 'a term is extended once, before it ends' using errcode = 'check_violation'; end if;
  if old.closed_at is not null and new.closed_at is not null and (new.outcome, new.wipe_on, new.closed_at)
    is distinct from (old.outcome, old.wipe_on, old.closed_at) then
    raise exception 'an answer stays as it was' using errcode = 'check_violation'; end if;
  return new; end $$;
create trigger guarded before update on request for each row execute function wall.guard_request();
create function wall.guard_request_step() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$ begin
  new.no := coalesce((select max(s.no) from public.request_step s where s.municipality = new.municipality
    and s.request = new.request), 0) + 1;
  return new; end $$;
create trigger numbered before insert on request_step for each row execute function wall.guard_request_step();
revoke execute on function wall.handles(uuid), wall.handles_for(uuid), wall.may_handle(uuid, uuid, text),
  wall.guard_request(), wall.guard_request_step() from public;
grant execute on function wall.handles(uuid), wall.handles_for(uuid), wall.may_handle(uuid, uuid, text)
  to leidraad_desk;
`

const MOVED =
  'controller, role, due_on, identity, identity_by, identity_on, mandate_on, extended_on, stopped_since, ' +
  'stopped_until, stopped_by, stopped_days, notice_on, state, outcome, ground, answered_by, merged_into, handler, ' +
  'closed_at, wipe_on'
const SHOWN =
  `municipality, id, requester, number, kind, about, received_on, first_due, kept_months, helped, again, split_from, ` +
  `created_at, ${MOVED}`

const rights = `
alter table requester enable row level security;
create policy desk_select on requester for select to leidraad_desk using (${here} and wall.handles_for(id));
create policy clock_select on requester for select to leidraad_clock using (${here});
alter table request enable row level security;
create policy desk_select on request for select to leidraad_desk using (${here} and ${may(READ)});
create policy desk_insert on request for insert to leidraad_desk with check (${here} and handler = ${ME}
  and split_from is not null and wall.handles(split_from) and state = 'handled');
create policy desk_update on request for update to leidraad_desk
  using (${here} and (select wall.may(array[role])))
  with check (${here});
create policy clock_select on request for select to leidraad_clock using (${here});
create policy clock_update on request for update to leidraad_clock using (${here} and state = 'waiting'
  and stopped_until < (select today_here())) with check (${here} and state = 'handled');
alter table request_step enable row level security;
create policy desk_select on request_step for select to leidraad_desk using (${here} and ${may(READ)});
create policy desk_insert on request_step for insert to leidraad_desk
  with check (${here} and wall.handles(request) and by = ${ME});
create policy clock_insert on request_step for insert to leidraad_clock
  with check (${here} and by is null and step = 'resumed');
alter table request_text enable row level security;
create policy desk_select on request_text for select to leidraad_desk using (${here} and wall.handles(request));
create policy desk_insert on request_text for insert to leidraad_desk
  with check (${here} and wall.handles(request));
alter table request_file enable row level security;
create policy desk_select on request_file for select to leidraad_desk using (${here} and wall.handles(request));
alter table request_stub enable row level security;
create policy clock_select on request_stub for select to leidraad_clock using (${here});
-- Who works for residents alone sees what colleagues are called, to hand a request on.
create policy request_select on person for select to leidraad_desk
  using (${here} and organisation is null and ${may(['request-handler', 'counter'])});
create policy desk_insert_request on task for insert to leidraad_desk
  with check (${here} and object like 'request/%' and (select wall.may('{request-handler,security-officer}')));
revoke all on requester, request, request_step, request_text, request_file, request_stub
  from leidraad_desk, leidraad_clock;
grant select (municipality, id, secret, name, email, phone, post, lang, channel, whom, helper, on_behalf, typed_by,
  receipt, created_at) on requester to leidraad_desk;
-- In which language somebody is mailed: no more of them.
grant select (municipality, id, lang) on requester to leidraad_clock;
grant select (${SHOWN}), update (${MOVED}), insert (municipality, id, requester, number, kind, controller, role, about,
  received_on, first_due, due_on, kept_months, identity, identity_by, identity_on, mandate_on, state, split_from,
  handler, created_at) on request to leidraad_desk;
grant select (${SHOWN}), update (state, stopped_since, stopped_until, stopped_by, stopped_days, due_on)
  on request to leidraad_clock;
grant select, insert on request_step to leidraad_desk;
grant insert on request_step to leidraad_clock;
grant select, insert (municipality, request, no, field, text)
  on request_text to leidraad_desk;
grant select on request_file to leidraad_desk;
grant select on request_stub to leidraad_clock;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [requester, request, steps, stub, whose, rights]) await sql.raw(part).execute(db)
}
