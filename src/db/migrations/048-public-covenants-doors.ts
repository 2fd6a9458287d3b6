/**
 * What readers, followers and parties can do from the public site: each function does all of it or nothing. A secret is
 * known by its hash alone.
 */

const remarks = `
-- The same sent twice is one; so many a day and so many that wait, of a municipality; three receipts a day a mailbox.
create function wall.add_remark(one jsonb, a_day int, at_once int) returns text language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
declare m uuid := (one ->> 'municipality')::uuid; r uuid := (one ->> 'id')::uuid; mail jsonb := one -> 'mail';
  p published.covenant; o public.covenant; sends boolean := true; begin
  select * into p from published.covenant c where c.municipality = m and c.no = (one ->> 'no')::int and c.to_at is null;
  if p.covenant is null or one ->> 'pledge' is not null and not exists (select from published.pledge x
    where x.municipality = m and x.no = p.no and x.pledge = one ->> 'pledge') then return 'missing'; end if;
  if length(one ->> 'text') not between 1 and 4000 or length(one ->> 'name') > 200 or length(one ->> 'email') > 320
    or length(one ->> 'secret') <> 64 or length(one ->> 'task') > 700 or length(mail ->> 'subject') > 700
    or length(mail ->> 'body') > 3000 then
    raise exception 'this is no remark' using errcode = 'check_violation'; end if;
  -- One at a time, so that many at once are counted too.
  perform from public.audit_head where municipality = m for update;
  if exists (select from public.covenant_remark where municipality = m and id = r) then return 'kept'; end if;
  if (select count(*) from public.covenant_remark where municipality = m
      and created_at > now() - interval '1 day') >= a_day
    or (select count(*) from public.covenant_remark where municipality = m and state = 'open') >= at_once then
    return 'full'; end if;
  if one ->> 'email' <> '' then sends := wall.may_send_receipt(one ->> 'email'); end if;
  insert into public.covenant_remark (municipality, id, covenant, pledge, kind, text, name, email, lang, secret,
      receipt, due_on)
    values (m, r, p.covenant, one ->> 'pledge', one ->> 'kind', one ->> 'text', one ->> 'name', one ->> 'email',
      one ->> 'lang', one ->> 'secret', sends, (one ->> 'due_on')::date);
  select * into o from public.covenant c where c.municipality = m and c.id = p.covenant;
  insert into public.task (municipality, id, kind, object, person, text, path, due_on)
    values (m, gen_random_uuid(), 'covenant-remark', 'remark/' || r, o.owner, one ->> 'task',
      '/balie/convenanten/' || o.id || '/vragen/' || r, (one ->> 'due_on')::date) on conflict do nothing;
  if one ->> 'email' <> '' and sends then
    insert into public.message (municipality, id, recipient, subject, body, kind, key, object)
      values (m, gen_random_uuid(), one ->> 'email', mail ->> 'subject', mail ->> 'body', 'remark',
        'remark/' || r || '/received', 'remark/' || r) on conflict do nothing;
  end if;
  insert into public.audit (municipality, act, object, detail) values (m, 'covenant.remark-received',
    'covenant/' || o.id, jsonb_build_object('remark', r)::text);
  return 'kept';
end $$;

create function wall.read_remark(m uuid, hash text) returns jsonb language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select jsonb_build_object('id', r.id, 'no', o.no, 'title', o.title, 'pledge', r.pledge, 'kind', r.kind,
    'text', r.text, 'name', r.name, 'state', r.state, 'answer', r.answer, 'due', r.due_on, 'mails', r.email <> '',
    'receipt', r.receipt, 'function', coalesce(p.function, ''), 'public', exists (select
      from published.covenant_remark x where x.municipality = m and x.id = r.id))
  from public.covenant_remark r join public.covenant o on o.municipality = m and o.id = r.covenant
    left join public.person p on p.municipality = m and p.id = r.answered_by
  where r.municipality = m and r.secret = hash $$;

-- What its writer takes back is gone for everybody, and so is who wrote it.
create function wall.withdraw_remark(m uuid, hash text) returns boolean language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
declare r public.covenant_remark; begin
  update public.covenant_remark set state = 'withdrawn', name = '', email = '', text = '[ingetrokken]'
    where municipality = m and secret = hash and state <> 'withdrawn' returning * into r;
  if r.id is null then return false; end if;
  delete from public.message where municipality = m and object = 'remark/' || r.id;
  update public.task set done_at = now() where municipality = m and object = 'remark/' || r.id and done_at is null;
  insert into public.audit (municipality, act, object, detail) values (m, 'covenant.remark-withdrawn',
    'covenant/' || r.covenant, jsonb_build_object('remark', r.id)::text);
  return true;
end $$;
`

const follows = `
-- Who asks to follow gets a mail; nothing else is sent before the button on the page that it leads to.
create function wall.follow_covenants(one jsonb, per_address int, per_covenant int) returns text language plpgsql
  security definer set search_path = pg_catalog, pg_temp as $$
declare m uuid := (one ->> 'municipality')::uuid; f uuid := (one ->> 'id')::uuid; mail jsonb := one -> 'mail';
  c uuid; begin
  if length(one ->> 'email') not between 3 and 320 or length(one ->> 'secret') <> 64
    or length(mail ->> 'subject') > 700 or length(mail ->> 'body') > 3000 then
    raise exception 'this is no address' using errcode = 'check_violation'; end if;
  if not exists (select from published.municipality x where x.id = m) then return 'missing'; end if;
  if one ->> 'no' is not null then
    select p.covenant into c from published.covenant p where p.municipality = m and p.no = (one ->> 'no')::int
      and p.to_at is null;
    if c is null or one ->> 'pledge' is not null and not exists (select from published.pledge x where x.municipality = m
      and x.no = (one ->> 'no')::int and x.pledge = one ->> 'pledge') then return 'missing'; end if;
  end if;
  perform from public.audit_head where municipality = m for update;
  if not exists (select from public.covenant_follow where municipality = m and id = f) then
    if (select count(*) from public.covenant_follow x where x.municipality = m
        and wall.mailbox(x.email) = wall.mailbox(one ->> 'email')) >= per_address
      or (select count(*) from public.covenant_follow x where x.municipality = m
        and x.covenant is not distinct from c) >= per_covenant then return 'full'; end if;
    insert into public.covenant_follow (municipality, id, covenant, pledge, email, lang, secret, ends_at)
      values (m, f, c, one ->> 'pledge', one ->> 'email', one ->> 'lang', one ->> 'secret', now() + interval '7 days');
  end if;
  if wall.may_send_receipt(one ->> 'email') then
    insert into public.message (municipality, id, recipient, subject, body, kind, key, object)
      values (m, gen_random_uuid(), one ->> 'email', mail ->> 'subject', mail ->> 'body', 'follow',
        'follow/' || f || '/' || gen_random_uuid(), 'follow/' || f);
  end if;
  return 'asked';
end $$;

create function wall.read_follow(m uuid, hash text) returns jsonb language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select jsonb_build_object('no', p.no, 'title', p.title, 'pledge', f.pledge, 'pledgeTitle', l.title,
    'atOnce', f.at_once, 'confirmed', f.confirmed_at is not null, 'asked', f.asked_at is not null,
    'ends', (f.ends_at at time zone 'Europe/Amsterdam')::date, 'lang', f.lang,
    'email', regexp_replace(f.email, '^(.)[^@]*@', '\\1…@'))
  from public.covenant_follow f
    left join published.covenant p on p.municipality = m and p.covenant = f.covenant and p.to_at is null
    left join published.pledge l on l.municipality = m and l.no = p.no and l.pledge = f.pledge
  where f.municipality = m and f.secret = hash $$;

-- Confirms, or says that it may go on for another year, and how often.
create function wall.confirm_follow(m uuid, hash text, soon boolean) returns boolean language plpgsql
  security definer set search_path = pg_catalog, pg_temp as $$ begin
  update public.covenant_follow set confirmed_at = coalesce(confirmed_at, now()), at_once = soon,
      sent_until = coalesce(sent_until, now()), asked_at = null, ends_at = now() + interval '1 year'
    where municipality = m and secret = hash;
  return found;
end $$;
create function wall.stop_follow(m uuid, hash text) returns boolean language plpgsql
  security definer set search_path = pg_catalog, pg_temp as $$ begin
  delete from public.covenant_follow where municipality = m and secret = hash;
  return found;
end $$;
`

const parties = `
create function wall.read_told(m uuid, hash text) returns jsonb language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select jsonb_build_object('shows', t.shows, 'until', t.until, 'open', t.until >= (now() at time zone 'Europe/Amsterdam')::date
      and t.ended_at is null, 'objection', t.objection, 'answer', t.answer, 'goesOn', t.goes_on,
    'function', coalesce(b.function, ''), 'named', coalesce(p.named, false), 'no', o.no, 'title', o.title,
    'covenant', o.id, 'party', coalesce(g.name, ''), 'ended', t.ended_at is not null)
  from public.covenant_told t
    join public.covenant_participant p on p.municipality = m and p.id = t.participant
    join public.covenant o on o.municipality = m and o.id = p.covenant
    left join public.organisation g on g.municipality = m and g.id = p.organisation
    left join public.person b on b.municipality = m and b.id = t.answered_by
  where t.municipality = m and t.secret = hash $$;

create function wall.object_to_told(m uuid, hash text, words text, called text) returns text language plpgsql
  security definer set search_path = pg_catalog, pg_temp as $$
declare t public.covenant_told; c public.covenant; begin
  select * into t from public.covenant_told x where x.municipality = m and x.secret = hash for update;
  if t.id is null then return 'missing'; end if;
  if length(words) not between 1 and 4000 or length(called) > 700 then
    raise exception 'these are no words' using errcode = 'check_violation'; end if;
  if t.objected_at is not null then return case when t.objection = words then 'done' else 'twice' end; end if;
  if t.until < (now() at time zone 'Europe/Amsterdam')::date or t.ended_at is not null then return 'too-late'; end if;
  update public.covenant_told set objection = words, objected_at = now() where municipality = m and id = t.id;
  select o.* into c from public.covenant o join public.covenant_participant p on p.municipality = m
      and p.covenant = o.id where o.municipality = m and p.id = t.participant;
  insert into public.task (municipality, id, kind, object, person, text, path, due_on)
    values (m, gen_random_uuid(), 'covenant-objection', 'told/' || t.id, c.owner, called,
      '/balie/convenanten/' || c.id || '/openbaar', t.until) on conflict do nothing;
  insert into public.audit (municipality, act, object, detail) values (m, 'covenant.objected', 'covenant/' || c.id,
    jsonb_build_object('participant', t.participant)::text);
  return 'done';
end $$;

-- A party may take its consent back whenever it wants to.
create function wall.unname_told(m uuid, hash text) returns boolean language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
declare t public.covenant_told; p public.covenant_participant; begin
  select * into t from public.covenant_told x where x.municipality = m and x.secret = hash for update;
  if t.id is null then return false; end if;
  select * into p from public.covenant_participant x where x.municipality = m and x.id = t.participant for update;
  if p.named then
    -- Who left takes no step any more, and may still do this.
    if p.state = 'left' then
      update public.covenant_participant set named = false where municipality = m and id = p.id;
    else
      insert into public.covenant_step (municipality, participant, no, step) values (m, p.id, 0, 'unnamed');
    end if;
    insert into public.audit (municipality, act, object, detail) values (m, 'covenant.unnamed',
      'covenant/' || p.covenant, jsonb_build_object('participant', p.id)::text);
  end if;
  return true;
end $$;
`

const granted = [
  'add_remark(jsonb, int, int)',
  'read_remark(uuid, text)',
  'withdraw_remark(uuid, text)',
  'follow_covenants(jsonb, int, int)',
  'read_follow(uuid, text)',
  'confirm_follow(uuid, text, boolean)',
  'stop_follow(uuid, text)',
  'read_told(uuid, text)',
  'object_to_told(uuid, text, text, text)',
  'unname_told(uuid, text)',
].map((each) => `wall.${each}`)

export const doors = `${remarks}${follows}${parties}
revoke execute on function ${granted.join(', ')} from public;
grant execute on function ${granted.join(', ')} to leidraad_public;
`
