/**
 * Residents reach their requests by the hash of a code, through functions that do one thing each. The same sent twice
 * is one request; so many come in a day; what is added waits for a person. And the clock forgets, whole.
 */
import { sql, type Kysely } from 'kysely'

const add = `
create function wall.task_of_request(m uuid, r uuid, called text) returns void language sql security definer
  set search_path = pg_catalog, pg_temp as $$
  insert into public.task (municipality, id, kind, object, person, role, text, path, due_on)
    select m, gen_random_uuid(), 'request', 'request/' || r, q.handler, case when q.handler is null then q.role end,
      called, '/balie/verzoeken/' || r, q.due_on from public.request q where q.municipality = m and q.id = r
    on conflict do nothing $$;

create function wall.keep_request(one jsonb, mailed boolean) returns void language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
declare m uuid := (one ->> 'municipality')::uuid; r jsonb; t jsonb; sends boolean := false; begin
  if one ->> 'email' <> '' then sends := wall.may_send_receipt(one ->> 'email'); end if;
  insert into public.requester (municipality, id, secret, name, email, phone, post, lang, channel, whom, helper,
      on_behalf, typed_by, receipt)
    values (m, (one ->> 'id')::uuid, one ->> 'secret', one ->> 'name', one ->> 'email', one ->> 'phone', one ->> 'post',
      one ->> 'lang', one ->> 'channel', one ->> 'whom', (one ->> 'helper')::boolean, one ->> 'onBehalf',
      (one ->> 'typedBy')::uuid, sends);
  for r in select jsonb_array_elements(one -> 'requests') loop
    insert into public.request (municipality, id, requester, number, kind, controller, role, about, received_on,
        first_due, due_on, kept_months, identity)
      values (m, (r ->> 'id')::uuid, (one ->> 'id')::uuid, r ->> 'number', r ->> 'kind', r ->> 'controller', r ->> 'role',
        r ->> 'about', (r ->> 'receivedOn')::date, (r ->> 'dueOn')::date, (r ->> 'dueOn')::date,
        (r ->> 'keptMonths')::int, r ->> 'identity');
    insert into public.request_step (municipality, request, no, step, "by")
      values (m, (r ->> 'id')::uuid, 1, 'received', (one ->> 'typedBy')::uuid);
    for t in select jsonb_array_elements(r -> 'texts') loop
      insert into public.request_text (municipality, request, no, field, text)
        values (m, (r ->> 'id')::uuid, 1, t ->> 'field', t ->> 'text');
    end loop;
    perform wall.task_of_request(m, (r ->> 'id')::uuid, r ->> 'task');
    insert into public.audit (municipality, person, act, object, detail) values (m, (one ->> 'typedBy')::uuid,
      case when one ->> 'typedBy' is null then 'request.received' else 'request.typed' end, 'request/' || (r ->> 'id'),
      jsonb_build_object('kind', r ->> 'kind')::text);
  end loop;
  if mailed and sends then
    insert into public.message (municipality, id, recipient, subject, body, kind, key, object)
      values (m, gen_random_uuid(), one ->> 'email', one -> 'mail' ->> 'subject', one -> 'mail' ->> 'body', 'request',
        'requester/' || (one ->> 'id') || '/received', 'requester/' || (one ->> 'id')) on conflict do nothing;
  end if;
end $$;

create function wall.is_request(one jsonb) returns boolean language sql stable
  set search_path = pg_catalog, pg_temp as $$
  select jsonb_typeof(one -> 'requests') = 'array' and jsonb_array_length(one -> 'requests') between 1 and 5
    and length(one -> 'mail' ->> 'subject') <= 300 and length(one -> 'mail' ->> 'body') <= 3000
    and not exists (select from jsonb_array_elements(one -> 'requests') r
      where length(r ->> 'task') > 300 or jsonb_typeof(r -> 'texts') <> 'array'
        or jsonb_array_length(r -> 'texts') not between 1 and 20
        or exists (select from jsonb_array_elements(r -> 'texts') t where length(t ->> 'text') > 4000)) $$;

create function wall.add_request(one jsonb, a_day int) returns text language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
declare m uuid := (one ->> 'municipality')::uuid; begin
  if not exists (select from published.municipality where id = m) or not wall.is_request(one)
    or one ->> 'channel' <> 'screen' or one ->> 'typedBy' is not null
    or exists (select from jsonb_array_elements(one -> 'requests') r
      where (r ->> 'receivedOn')::date <> public.today_here()) then
    raise exception 'this is no request' using errcode = 'check_violation'; end if;
  if exists (select from public.requester where municipality = m and id = (one ->> 'id')::uuid) then
    return 'kept'; end if;
  -- One at a time, so that many at once are counted too.
  perform from public.audit_head where municipality = m for update;
  if exists (select from public.requester where municipality = m and id = (one ->> 'id')::uuid) then
    return 'kept'; end if;
  if (select count(*) from public.requester where municipality = m and channel = 'screen'
      and created_at > now() - interval '1 day') >= least(a_day, 5000) then return 'full'; end if;
  perform wall.keep_request(one, true);
  return 'kept';
end $$;

create function wall.type_request(one jsonb) returns void language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
declare m uuid := public.current_municipality(); begin
  if (one ->> 'municipality')::uuid is distinct from m or (one ->> 'typedBy')::uuid is distinct from public.current_person()
    or not wall.may('{counter,request-handler,policy-officer}') then
    raise exception 'not by you' using errcode = 'insufficient_privilege'; end if;
  if not wall.is_request(one) or one ->> 'channel' = 'screen' or exists (
    select from jsonb_array_elements(one -> 'requests') r where (r ->> 'receivedOn')::date > public.today_here()
      or (r ->> 'receivedOn')::date < public.today_here() - 60) then
    raise exception 'this is no request' using errcode = 'check_violation'; end if;
  perform wall.keep_request(one, true);
end $$;

-- Whoever typed it in gives the code along on paper, on that day.
create function wall.typed_today(m uuid, r uuid) returns table (lang text, requester uuid) language sql stable
  security definer set search_path = pg_catalog, pg_temp as $$
  select w.lang, w.id from public.request q join public.requester w on w.municipality = m and w.id = q.requester
  where m = public.current_municipality() and q.municipality = m and q.id = r
    and w.typed_by = public.current_person()
    and (w.created_at at time zone 'Europe/Amsterdam')::date = public.today_here() $$;
`

/** `until` of an answer: the last day on which one can ask to look again. */
const read = `
create function wall.read_requests(m uuid, hash text) returns jsonb language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select jsonb_build_object('id', w.id, 'lang', w.lang, 'channel', w.channel, 'whom', w.whom,
    'mails', w.email <> '', 'calls', w.phone <> '', 'known', w.name || w.email || w.phone || w.post <> '',
    'receipt', w.receipt, 'madeOn', (w.created_at at time zone 'Europe/Amsterdam')::date, 'againOn', w.again_on,
    'requests', (select jsonb_agg(jsonb_build_object('id', q.id, 'number', q.number, 'kind', q.kind,
        'controller', q.controller, 'about', q.about, 'state', q.state, 'receivedOn', q.received_on,
        'firstDue', q.first_due, 'due', q.due_on, 'extendedOn', q.extended_on, 'stoppedSince', q.stopped_since,
        'stoppedUntil', q.stopped_until, 'stoppedBy', q.stopped_by, 'stoppedDays', q.stopped_days, 'identity', q.identity, 'outcome', q.outcome,
        'ground', q.ground, 'closedOn', (q.closed_at at time zone 'Europe/Amsterdam')::date, 'helped', q.helped,
        'again', q.again, 'wipeOn', q.wipe_on,
        'steps', (select jsonb_agg(jsonb_build_object('no', s.no, 'step', s.step, 'word', s.word, 'until', s.until,
            'at', s.at, 'texts', coalesce((select jsonb_agg(jsonb_build_object('field', t.field, 'text', t.text)
              order by t.field) from public.request_text t where t.municipality = m and t.request = q.id
              and t.no = s.no), '[]'),
            'files', (select count(*) from public.request_file f where f.municipality = m and f.request = q.id
              and f.no = s.no)) order by s.no)
          from public.request_step s where s.municipality = m and s.request = q.id),
        'other', case when q.merged_into is not null then (select jsonb_build_object('state', o.state,
            'due', o.due_on, 'outcome', o.outcome, 'answer', (select t.text from public.request_step s
              join public.request_text t on t.municipality = m and t.request = o.id and t.no = s.no and t.field = ''
              where s.municipality = m and s.request = o.id and s.step = 'answered' order by s.no desc limit 1))
          from public.request o where o.municipality = m and o.id = q.merged_into) end)
        order by q.created_at, q.number) from public.request q where q.municipality = m and q.requester = w.id))
  from public.requester w where w.municipality = m and w.secret = hash $$;

create function wall.seen_requester(m uuid, hash text) returns void language sql security definer
  set search_path = pg_catalog, pg_temp as $$
  update public.requester set again_on = public.today_here() where municipality = m and secret = hash
    and again_on is null and (created_at at time zone 'Europe/Amsterdam')::date < public.today_here() $$;
`

/** `due`: when the term ends now that it runs again, worked out by the caller and held against the stop. */
const act = `
create function wall.request_of(m uuid, hash text, nr text) returns public.request language sql volatile
  security definer set search_path = pg_catalog, pg_temp as $$
  select q from public.request q join public.requester w on w.municipality = m and w.id = q.requester
    where q.municipality = m and w.secret = hash and q.number = nr for update of q $$;

create function wall.resume_request(q public.request, due date) returns void language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
declare days int; begin
  days := greatest(least(public.today_here(), q.stopped_until) - q.stopped_since, 0);
  if due < q.due_on or due > q.due_on + days + 7 then
    raise exception 'this is not when the term ends' using errcode = 'check_violation'; end if;
  update public.request set stopped_since = null, stopped_until = null, stopped_by = '',
      stopped_days = q.stopped_days + days, due_on = due, state = 'handled'
    where municipality = q.municipality and id = q.id;
end $$;

create function wall.act_on_request(m uuid, hash text, nr text, what text, word text, words text, due date, called text)
  returns text language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare q public.request := wall.request_of(m, hash, nr); n int; begin
  if q.id is null then return 'missing'; end if;
  if what not in ('added', 'withdrawn', 'helped', 'again') or length(coalesce(words, '')) > 4000
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
  elsif what = 'withdrawn' then
    if q.state = 'closed' then return 'closed'; end if;
    update public.request set state = 'closed', outcome = 'withdrawn', closed_at = now(), stopped_since = null,
      stopped_until = null, wipe_on = public.today_here() + make_interval(months => q.kept_months)
      where municipality = m and id = q.id;
    update public.task set done_at = now() where municipality = m and object = 'request/' || q.id and done_at is null;
  elsif what = 'helped' then
    if q.state <> 'closed' or q.outcome in ('withdrawn', 'merged') or word not in ('yes', 'partly', 'no') then
      return 'closed'; end if;
    if q.helped = word then return 'done'; end if;
    update public.request set helped = word where municipality = m and id = q.id;
  else
    if q.state <> 'closed' or q.outcome in ('withdrawn', 'merged') or q.again >= 5
      or (q.closed_at at time zone 'Europe/Amsterdam')::date < public.today_here() - 42 then return 'closed'; end if;
    if coalesce(words, '') = '' then raise exception 'no words' using errcode = 'check_violation'; end if;
    if due not between public.today_here() and public.today_here() + 120 then
      raise exception 'no term' using errcode = 'check_violation'; end if;
    update public.request set state = 'new', outcome = null, ground = '', closed_at = null, wipe_on = null,
      helped = null, again = q.again + 1, due_on = due, handler = null where municipality = m and id = q.id;
  end if;
  insert into public.request_step (municipality, request, no, step, word)
    values (m, q.id, 0, what, case what when 'helped' then word else '' end) returning no into n;
  if coalesce(words, '') <> '' then
    insert into public.request_text (municipality, request, no, text) values (m, q.id, n, words); end if;
  if what in ('added', 'again') or what = 'helped' and coalesce(words, '') <> '' then
    perform wall.task_of_request(m, q.id, called); end if;
  insert into public.audit (municipality, act, object, detail) values (m, 'request.' || what, 'request/' || q.id, '{}');
  return 'done';
end $$;

create function wall.add_request_file(m uuid, hash text, nr text, picture bytea, w int, h int, called text) returns text
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare q public.request := wall.request_of(m, hash, nr); n int; begin
  if q.id is null then return 'missing'; end if;
  if q.state = 'closed' then return 'closed'; end if;
  if exists (select from public.request_file f where f.municipality = m and f.request = q.id and f.bytes = picture) then
    return 'done'; end if;
  if (select count(*) from public.request_file f where f.municipality = m and f.request = q.id) >= 5 then
    return 'enough'; end if;
  insert into public.request_step (municipality, request, no, step) values (m, q.id, 0, 'file') returning no into n;
  insert into public.request_file (municipality, request, no, id, media, bytes, width, height)
    values (m, q.id, n, gen_random_uuid(), 'image/jpeg', picture, w, h);
  perform wall.task_of_request(m, q.id, called);
  insert into public.audit (municipality, act, object, detail) values (m, 'request.file', 'request/' || q.id, '{}');
  return 'done';
end $$;

create function wall.forget_requester(m uuid, hash text) returns boolean language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
declare who uuid; begin
  update public.requester set name = '', email = '', phone = '', post = '', on_behalf = ''
    where municipality = m and secret = hash and name || email || phone || post || on_behalf <> '' returning id into who;
  if who is null then return false; end if;
  delete from public.message where municipality = m and object = 'requester/' || who;
  insert into public.audit (municipality, act, object, detail) select m, 'request.requester-forgotten',
    'request/' || q.id, '{}' from public.request q where q.municipality = m and q.requester = who;
  return true;
end $$;
`

/** All of it, wherever it stands: words, photos, who asked, mail, tasks. What stays names nobody and leads nowhere. */
const forget = `
create function wall.wipe_requests(m uuid) returns int language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
declare q record; gone int := 0; begin
  for q in select x.* from public.request x where x.municipality = m and x.wipe_on <= public.today_here()
      order by x.wipe_on limit 500 for update skip locked loop
    insert into public.request_stub (municipality, kind, month, days, outcome, in_term, again)
      values (m, q.kind, to_char(q.closed_at at time zone 'Europe/Amsterdam', 'YYYY-MM'),
        greatest((q.closed_at at time zone 'Europe/Amsterdam')::date - q.received_on - q.stopped_days, 0), q.outcome,
        (q.closed_at at time zone 'Europe/Amsterdam')::date <= q.due_on, q.again > 0);
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
revoke execute on function wall.task_of_request(uuid, uuid, text), wall.keep_request(jsonb, boolean),
  wall.is_request(jsonb), wall.add_request(jsonb, int), wall.type_request(jsonb), wall.typed_today(uuid, uuid), wall.read_requests(uuid, text),
  wall.seen_requester(uuid, text), wall.request_of(uuid, text, text), wall.resume_request(public.request, date),
  wall.act_on_request(uuid, text, text, text, text, text, date, text),
  wall.add_request_file(uuid, text, text, bytea, int, int, text), wall.forget_requester(uuid, text),
  wall.wipe_requests(uuid) from public;
grant execute on function wall.add_request(jsonb, int), wall.read_requests(uuid, text), wall.seen_requester(uuid, text),
  wall.act_on_request(uuid, text, text, text, text, text, date, text),
  wall.add_request_file(uuid, text, text, bytea, int, int, text), wall.forget_requester(uuid, text) to leidraad_public;
grant execute on function wall.type_request(jsonb), wall.typed_today(uuid, uuid) to leidraad_desk;
grant execute on function wall.wipe_requests(uuid) to leidraad_clock;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [add, read, act, forget]) await sql.raw(part).execute(db)
}
