/**
 * A second look leaves the first answer as it was given: its day, its last day and its outcome stay, and count. A stop
 * by agreement waits for who asked; who lost a code gets another; a closed request is taken over for a reason alone.
 */
import { sql, type Kysely } from 'kysely'

const ANSWERS = `('granted', 'partly', 'refused', 'passed-on')`
const STEPS =
  'received taken handed identity asked stopped resumed added extended answered withdrawn helped again notice merged ' +
  'split file told proposed agreed declined code works fails held released owed sent committee'
const MEASURES =
  'received answered in-term late granted partly refused passed-on again median ninetieth days-2 days-5 days-10 ' +
  'days-more changed same open helped-said helped-yes helped-partly helped-no'
const quoted = (words: string) =>
  words
    .split(' ')
    .map((word) => `'${word}'`)
    .join()

/**
 * `answered_*`: of the first answer, that no second look moves. `before_again`: the outcome that is looked at again.
 * `helped_said`: per answer the month and what was last said of whether it helped; the stub keeps it.
 * `read_for`: why somebody took over what was closed. `code_no`: how many codes were given after the first.
 */
const columns = `
alter table request add column answered_on date, add column answered_due date, add column answered_stopped int
    check (answered_stopped between 0 and 2000),
  add column helped_said text[] not null default '{}',
  add column before_again text check (before_again in ${ANSWERS}),
  add column read_for text not null default '' check (read_for in ('', 'objection', 'complaint', 'supervisor', 'left')),
  add check ((answered_on is null) = (answered_due is null)),
  add check ((answered_on is null) = (answered_stopped is null));
alter table requester add column code_no int not null default 0 check (code_no between 0 and 20),
  add column code_by uuid, add column code_on date,
  add foreign key (municipality, code_by) references person (municipality, id);
alter table request_stub add column changed boolean not null default false,
  add column helped_said text[] not null default '{}';
grant select (helped_said) on request to leidraad_clock;
alter table request_step drop constraint request_step_step_check;
alter table request_step add constraint request_step_step_check check (step in (${quoted(STEPS)}));
alter table published.request_figure drop constraint request_figure_measure_check;
alter table published.request_figure add constraint request_figure_measure_check
  check (measure in (${quoted(MEASURES)}));
`

/** What was put together before: who answers the other has it too, and who asked it has the answers that were given. */
const along = `
update request q set handler = o.handler from request o where o.municipality = q.municipality
  and o.id = q.merged_into and q.outcome = 'merged' and o.handler is not null and q.handler is distinct from o.handler;
do $$ declare each record; nr int; begin
  for each in select q.municipality, q.id, s.request as other, s.no, s.word, s.at, s."by" from request q
      join request_step s on s.municipality = q.municipality and s.request = q.merged_into and s.step = 'answered'
      where q.outcome = 'merged' and s.at >= q.closed_at order by s.no loop
    insert into request_step (municipality, request, no, step, word, at, "by")
      values (each.municipality, each.id, 0, 'answered', each.word, each.at, each."by") returning no into nr;
    insert into request_text (municipality, request, no, field, text)
      select t.municipality, each.id, nr, t.field, t.text from request_text t
      where t.municipality = each.municipality and t.request = each.other and t.no = each.no;
  end loop;
end $$;
`

/** What stands already: closed ones by what they are, those looked at again by their first answer. */
const before = `
update request q set answered_on = (q.closed_at at time zone 'Europe/Amsterdam')::date, answered_due = q.due_on,
    answered_stopped = q.stopped_days
  where q.outcome in ${ANSWERS} and q.again = 0;
update request q set answered_on = (s.at at time zone 'Europe/Amsterdam')::date, answered_stopped = q.stopped_days,
    answered_due = greatest(q.first_due, (select max(x.until) from request_step x where x.municipality = q.municipality
      and x.request = q.id and x.step = 'extended')),
    before_again = case when s.word in ${ANSWERS} then s.word end
  from request_step s where q.again > 0 and s.municipality = q.municipality and s.request = q.id
    and s.no = (select min(x.no) from request_step x where x.municipality = q.municipality and x.request = q.id
      and x.step = 'answered');
update request q set helped_said = coalesce((select array_agg(to_char(s.at at time zone 'Europe/Amsterdam', 'YYYY-MM')
    || ' ' || s.word order by s.no) from request_step s where s.municipality = q.municipality and s.request = q.id
      and s.step = 'helped' and not exists (select from request_step h where h.municipality = s.municipality
        and h.request = s.request and h.step = 'helped' and h.no > s.no and not exists (select from request_step a
          where a.municipality = s.municipality and a.request = s.request and a.step = 'answered'
            and a.no between s.no and h.no))), '{}');
insert into request_text (municipality, request, no, field, text)
  select q.municipality, q.id, s.no, 'grond', q.ground from request q join request_step s
    on s.municipality = q.municipality and s.request = q.id and s.no = (select max(x.no) from request_step x
      where x.municipality = q.municipality and x.request = q.id and x.step = 'answered')
  where q.outcome = 'refused';
${along}`

const first = `
create function wall.keep_first_answer() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
declare stood int := 0; begin
  if new.state = 'closed' and new.outcome in ${ANSWERS} and new.answered_on is null then
    -- An answer while the term stands still is as early as when it did not.
    if tg_op = 'UPDATE' and old.stopped_since is not null then
      stood := greatest(least(public.today_here(), old.stopped_until) - old.stopped_since, 0); end if;
    new.answered_on := (new.closed_at at time zone 'Europe/Amsterdam')::date;
    new.answered_due := new.due_on + stood;
    new.answered_stopped := new.stopped_days + stood;
  end if;
  if tg_op = 'UPDATE' and old.state = 'closed' and new.state <> 'closed' and old.outcome in ${ANSWERS} then
    new.before_again := old.outcome; end if;
  return new; end $$;
create trigger kept before insert or update on request for each row execute function wall.keep_first_answer();
revoke execute on function wall.keep_first_answer() from public;
create or replace function wall.guard_request() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
declare me uuid := public.current_person(); along boolean; begin
  if me is null then return new; end if;
  if new.handler is distinct from old.handler then
    -- What was put together is read by who answers it, and by nobody else.
    along := new.outcome = 'merged' and exists (select from public.request o where o.municipality = new.municipality
      and o.id = new.merged_into and o.handler = new.handler);
    if new.handler is not null and not wall.may_handle(new.municipality, new.handler, new.role) then
      raise exception 'who handles a request has the role for it' using errcode = 'insufficient_privilege'; end if;
    if old.handler is distinct from me and new.handler is distinct from me and along is not true then
      raise exception 'only who has a request hands it on' using errcode = 'insufficient_privilege'; end if;
    -- What is over is read by who answered it, unless there is a reason that is kept.
    if old.closed_at is not null and new.closed_at is not null and new.read_for = '' and along is not true then
      raise exception 'a closed request is read for a reason' using errcode = 'insufficient_privilege'; end if;
    -- Who answered does not look again at the own answer.
    if new.again > 0 and new.handler = new.answered_by and old.outcome is null then
      raise exception 'another looks again' using errcode = 'insufficient_privilege'; end if;
  elsif old.handler is distinct from me then
    raise exception 'only who has a request changes it' using errcode = 'insufficient_privilege';
  end if;
  if new.extended_on is distinct from old.extended_on and (old.extended_on is not null
    or public.today_here() > old.due_on and old.stopped_since is null) then
    raise exception 'a term is extended once, before it ends' using errcode = 'check_violation'; end if;
  -- What was put together stays as long after its answer as any other.
  if old.closed_at is not null and new.closed_at is not null and ((new.outcome, new.closed_at)
      is distinct from (old.outcome, old.closed_at) or new.wipe_on is distinct from old.wipe_on
        and not (new.outcome = 'merged' and new.wipe_on > old.wipe_on)) then
    raise exception 'an answer stays as it was' using errcode = 'check_violation'; end if;
  return new; end $$;
create function wall.doubles_follow() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$ begin
  update public.request set handler = new.handler where municipality = new.municipality and merged_into = new.id
    and outcome = 'merged' and handler is distinct from new.handler;
  return null; end $$;
create trigger doubles_follow after update on request for each row
  when (old.handler is distinct from new.handler and new.handler is not null)
  execute function wall.doubles_follow();
revoke execute on function wall.doubles_follow() from public;
`

const doors = `
-- What came last is what the task says: a letter that we are late is not lost behind a task that was open already.
create or replace function wall.task_of_request(m uuid, r uuid, called text) returns void language sql security definer
  set search_path = pg_catalog, pg_temp as $$
  update public.task set done_at = now() where municipality = m and object = 'request/' || r and kind = 'request'
    and done_at is null;
  insert into public.task (municipality, id, kind, object, person, role, text, path, due_on)
    select m, gen_random_uuid(), 'request', 'request/' || r, q.handler, case when q.handler is null then q.role end,
      called, '/balie/verzoeken/' || r, q.due_on from public.request q where q.municipality = m and q.id = r
    on conflict do nothing $$;
create or replace function wall.read_requests(m uuid, hash text) returns jsonb language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select jsonb_build_object('id', w.id, 'lang', w.lang, 'channel', w.channel, 'whom', w.whom,
    'mails', w.email <> '', 'calls', w.phone <> '', 'known', w.name || w.email || w.phone || w.post <> ''
      or exists (select from public.request x join public.request_text t on t.municipality = m and t.request = x.id
        where x.municipality = m and x.requester = w.id and t.field = 'dank'),
    'receipt', w.receipt, 'madeOn', (w.created_at at time zone 'Europe/Amsterdam')::date, 'againOn', w.again_on, 'codeNo', w.code_no, 'codeOn', w.code_on,
    'requests', (select jsonb_agg(jsonb_build_object('id', q.id, 'number', q.number, 'kind', q.kind,
        'controller', q.controller, 'about', q.about, 'state', q.state, 'receivedOn', q.received_on,
        'firstDue', q.first_due, 'due', q.due_on, 'extendedOn', q.extended_on, 'stoppedSince', q.stopped_since,
        'stoppedUntil', q.stopped_until, 'stoppedBy', q.stopped_by, 'stoppedDays', q.stopped_days, 'identity', q.identity, 'outcome', q.outcome,
        'ground', q.ground, 'closedOn', (q.closed_at at time zone 'Europe/Amsterdam')::date, 'helped', q.helped,
        'again', q.again, 'wipeOn', q.wipe_on, 'noticeOn', q.notice_on, 'answeredOn', q.answered_on,
        'answeredDue', q.answered_due,
        'note', (select jsonb_build_object('id', n.id, 'title', n.title, 'on', n.told_on) from public.weakness_note n
          where n.municipality = m and n.request = q.id and n.told_on is not null and n.taken_back_on is null
          order by n.told_on desc, n.id desc limit 1),
        'steps', (select jsonb_agg(jsonb_build_object('no', s.no, 'step', s.step, 'word', s.word, 'until', s.until,
            'at', s.at, 'texts', coalesce((select jsonb_agg(jsonb_build_object('field', t.field, 'text', t.text)
              order by t.field) from public.request_text t where t.municipality = m and t.request = q.id
              and t.no = s.no), '[]'),
            'files', (select count(*) from public.request_file f where f.municipality = m and f.request = q.id
              and f.no = s.no)) order by s.no)
          from public.request_step s where s.municipality = m and s.request = q.id))
        order by q.created_at, q.number) from public.request q where q.municipality = m and q.requester = w.id))
  from public.requester w where w.municipality = m and w.secret = hash $$;

create or replace function wall.act_on_request(m uuid, hash text, nr text, what text, word text, words text, due date, called text)
  returns text language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare q public.request := wall.request_of(m, hash, nr); p public.request_step; n int; begin
  if q.id is null then return 'missing'; end if;
  if what not in ('added', 'withdrawn', 'helped', 'again', 'agreed', 'declined', 'notice', 'works', 'fails') or length(coalesce(words, '')) > 4000
    or length(called) > 300 then raise exception 'this is no act' using errcode = 'check_violation'; end if;
  -- The same sent twice is said once.
  if what in ('added', 'again') and exists (select from public.request_step s join public.request_text t
      on t.municipality = m and t.request = q.id and t.no = s.no where s.municipality = m and s.request = q.id
      and s.step = what and s.no = (select max(x.no) from public.request_step x where x.municipality = m
        and x.request = q.id) and t.text = words) then return 'done'; end if;
  if what = 'added' then
    if q.state = 'closed' then return 'closed'; end if;
    if (select count(*) from public.request_step s where s.municipality = m and s.request = q.id and s.step = 'added'
        and s.no > coalesce((select max(x.no) from public.request_step x where x.municipality = m and x.request = q.id
          and x."by" is not null), 0)) >= 5
      or (select count(*) from public.request_step s where s.municipality = m and s.request = q.id) >= 200
      then return 'enough'; end if;
    if q.state = 'waiting' then perform wall.resume_request(q, due); end if;
  elsif what in ('works', 'fails') then
    -- What was said last of a repair is what counts; who handles it looks, and says how it stands.
    if q.state = 'closed' or not exists (select from public.weakness w where w.municipality = m and w.request = q.id
      and w.state = 'fixed') then return 'closed'; end if;
    if what = 'fails' and coalesce(words, '') = '' then raise exception 'no words' using errcode = 'check_violation'; end if;
    select s.* into p from public.request_step s where s.municipality = m and s.request = q.id order by s.no desc limit 1;
    if p.step = what and coalesce((select t.text from public.request_text t where t.municipality = m
      and t.request = q.id and t.no = p.no and t.field = ''), '') = coalesce(words, '') then return 'done'; end if;
    if (select count(*) from public.request_step s where s.municipality = m and s.request = q.id
        and s.step in ('works', 'fails') and s.no > (select max(x.no) from public.request_step x
          where x.municipality = m and x.request = q.id and x.step = 'told')) >= 5 then return 'enough'; end if;
  elsif what = 'withdrawn' then
    if q.state = 'closed' then return 'closed'; end if;
    update public.request set state = 'closed', outcome = 'withdrawn', closed_at = now(), stopped_since = null,
      stopped_until = null, wipe_on = public.today_here() + make_interval(months => q.kept_months)
      where municipality = m and id = q.id;
    update public.task set done_at = now() where municipality = m and object = 'request/' || q.id and done_at is null;
  elsif what = 'helped' then
    -- What was put together is answered once the other is.
    if q.state <> 'closed' or q.outcome = 'withdrawn' or word not in ('yes', 'partly', 'no')
      or q.outcome = 'merged' and not exists (select from public.request_step s where s.municipality = m
        and s.request = q.id and s.step = 'answered' and s.no > (select max(x.no) from public.request_step x
          where x.municipality = m and x.request = q.id and x.step = 'merged')) then
      return 'closed'; end if;
    if q.helped = word then return 'done'; end if;
    -- One answer of us is counted once, as what was said of it last.
    update public.request set helped = word, helped_said = case when q.helped is null then q.helped_said
        else q.helped_said[:cardinality(q.helped_said) - 1] end
        || (to_char(public.today_here(), 'YYYY-MM') || ' ' || word)
      where municipality = m and id = q.id;
  elsif what in ('agreed', 'declined') then
    -- The last proposal, as long as nothing came of it yet.
    select s.* into p from public.request_step s where s.municipality = m and s.request = q.id
      and s.step in ('proposed', 'agreed', 'declined', 'stopped', 'asked', 'answered', 'withdrawn', 'again')
      order by s.no desc limit 1;
    if q.state <> 'handled' or q.stopped_since is not null or p.step is distinct from 'proposed'
      or p.until <= public.today_here() then return 'closed'; end if;
    if what = 'agreed' then
      update public.request set stopped_since = public.today_here(), stopped_until = p.until, stopped_by = p.word
        where municipality = m and id = q.id;
    end if;
  elsif what = 'notice' then
    if q.notice_on is not null then return 'done'; end if;
    if q.state = 'closed' or q.again > 0 or q.stopped_since is not null or q.due_on >= public.today_here() then
      return 'closed'; end if;
    update public.request set notice_on = public.today_here() where municipality = m and id = q.id;
  else
    if q.state <> 'closed' or q.outcome in ('withdrawn', 'merged') or q.again >= 5
      or (q.closed_at at time zone 'Europe/Amsterdam')::date < public.today_here() - 42 then return 'closed'; end if;
    if coalesce(words, '') = '' then raise exception 'no words' using errcode = 'check_violation'; end if;
    if due not between public.today_here() and public.today_here() + 120 then
      raise exception 'no term' using errcode = 'check_violation'; end if;
    update public.request set state = 'new', outcome = null, ground = '', closed_at = null, wipe_on = null,
      helped = null, again = q.again + 1, due_on = due, handler = null where municipality = m and id = q.id;
  end if;
  insert into public.request_step (municipality, request, no, step, word, until)
    values (m, q.id, 0, what, case what when 'helped' then word else '' end,
      case what when 'notice' then public.today_here() when 'agreed' then p.until end) returning no into n;
  if coalesce(words, '') <> '' then
    insert into public.request_text (municipality, request, no, text) values (m, q.id, n, words); end if;
  if what in ('added', 'again', 'agreed', 'declined', 'notice', 'works', 'fails') or what = 'helped' and coalesce(words, '') <> '' then
    perform wall.task_of_request(m, q.id, called); end if;
  insert into public.audit (municipality, act, object, detail) values (m, 'request.' || what, 'request/' || q.id, '{}');
  return 'done';
end $$;

create or replace function wall.wipe_requests(m uuid) returns int language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
declare q record; gone int := 0; begin
  for q in select x.* from public.request x where x.municipality = m and x.wipe_on <= public.today_here()
      order by x.wipe_on limit 500 for update skip locked loop
    insert into public.request_stub (municipality, kind, month, days, outcome, in_term, again, changed, helped_said)
      values (m, q.kind, to_char(coalesce(q.answered_on, (q.closed_at at time zone 'Europe/Amsterdam')::date), 'YYYY-MM'),
        greatest(coalesce(q.answered_on, (q.closed_at at time zone 'Europe/Amsterdam')::date) - q.received_on
          - coalesce(q.answered_stopped, q.stopped_days), 0), q.outcome,
        coalesce(q.answered_on <= q.answered_due, (q.closed_at at time zone 'Europe/Amsterdam')::date <= q.due_on),
        q.again > 0, q.again > 0 and q.outcome is distinct from q.before_again, q.helped_said);
    delete from public.task where municipality = m and object = 'request/' || q.id;
    delete from public.request where municipality = m and id = q.id;
    gone := gone + 1;
  end loop;
  delete from public.message e using public.requester w where e.municipality = m and w.municipality = m
    and e.object = 'requester/' || w.id
    and not exists (select from public.request x where x.municipality = m and x.requester = w.id);
  delete from public.requester w where w.municipality = m
    and not exists (select from public.request x where x.municipality = m and x.requester = w.id);
  return gone;
end $$;
`

/** Who is at the counter says a name that stands with the request, or talks to who handles it. */
const code = `
create function wall.code_no(r uuid) returns int language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select w.code_no from public.request q join public.requester w
      on w.municipality = q.municipality and w.id = q.requester
    where q.municipality = public.current_municipality() and q.id = r
      and wall.may('{counter,request-handler,policy-officer}') $$;
create function wall.plain_name(name text) returns text language sql immutable
  set search_path = pg_catalog, pg_temp as $$ select regexp_replace(lower(name), '[^[:alnum:]]', '', 'g') $$;
create function wall.renew_code(r uuid, nth int, hash text, said text) returns text language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
declare m uuid := public.current_municipality(); me uuid := public.current_person(); w public.requester; begin
  if not wall.may('{counter,request-handler,policy-officer}') then
    raise exception 'not by you' using errcode = 'insufficient_privilege'; end if;
  if length(hash) <> 64 or length(said) > 200 then
    raise exception 'this is no code' using errcode = 'check_violation'; end if;
  select x.* into w from public.requester x join public.request q on q.municipality = m and q.requester = x.id
    where x.municipality = m and q.id = r for update of x;
  if w.id is null then return 'missing'; end if;
  if nth <> w.code_no + 1 then return 'again'; end if;
  if nth > 20 or (select count(*) from public.audit a where a.municipality = m and a.object = 'request/' || r
      and a.act in ('request.code', 'request.code-refused') and a.at::timestamptz > now() - interval '1 day') >= 3 then
    return 'enough'; end if;
  if not wall.handles(r) and (wall.plain_name(w.name) = '' or wall.plain_name(w.name) <> wall.plain_name(said)) then
    insert into public.audit (municipality, person, act, object, detail)
      values (m, me, 'request.code-refused', 'request/' || r, '{}');
    return 'wrong';
  end if;
  update public.requester set secret = hash, code_no = nth, code_by = me, code_on = public.today_here(), again_on = null
    where municipality = m and id = w.id;
  insert into public.request_step (municipality, request, no, step, "by")
    select m, q.id, 0, 'code', me from public.request q where q.municipality = m and q.requester = w.id;
  return 'done';
end $$;
drop function wall.typed_today(uuid, uuid);
create function wall.typed_today(m uuid, r uuid) returns table (lang text, requester uuid, no int) language sql stable
  security definer set search_path = pg_catalog, pg_temp as $$
  select w.lang, w.id, w.code_no from public.request q join public.requester w on w.municipality = m and w.id = q.requester
  where m = public.current_municipality() and q.municipality = m and q.id = r
    and (w.code_no = 0 and w.typed_by = public.current_person()
        and (w.created_at at time zone 'Europe/Amsterdam')::date = public.today_here()
      or w.code_by = public.current_person() and w.code_on = public.today_here()) $$;
revoke execute on function wall.code_no(uuid), wall.plain_name(text), wall.renew_code(uuid, int, text, text),
  wall.typed_today(uuid, uuid) from public;
grant execute on function wall.code_no(uuid), wall.renew_code(uuid, int, text, text), wall.typed_today(uuid, uuid)
  to leidraad_desk;
`

/** Every stop ends by itself on its day, whoever it waits for. */
const rights = `
drop policy clock_update on request;
create policy clock_update on request for update to leidraad_clock
  using (municipality = (select current_municipality()) and stopped_since is not null and closed_at is null
    and stopped_until < (select today_here()))
  with check (municipality = (select current_municipality()) and state = 'handled');
grant select (answered_on, answered_due, answered_stopped, before_again, read_for) on request
  to leidraad_desk, leidraad_clock;
grant update (read_for) on request to leidraad_desk;
grant select (code_no, code_on) on requester to leidraad_desk;
grant select (code_no) on requester to leidraad_clock;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [columns, before, first, doors, code, rights]) await sql.raw(part).execute(db)
}
