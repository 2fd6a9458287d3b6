/** What can be done with the link of a contact, and who signs at the desk: functions that do all of it or nothing. */

/** A signature with all that comes of it. Gives `signed`, or why not; the caller answers for who it is. */
const core = `
create function wall.covenant_sign(m uuid, c uuid, who uuid, one jsonb, how text, link_id uuid, coded timestamptz,
  attached uuid) returns text language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare o public.covenant; p public.covenant_participant; f public.covenant_fixed; called text; begin
  select * into o from public.covenant x where x.municipality = m and x.id = c for update;
  select * into p from public.covenant_participant x where x.municipality = m and x.id = who and x.covenant = c
    for update;
  select x.* into f from public.covenant_fixed x join public.covenant_version v on v.municipality = x.municipality
      and v.covenant = x.covenant and v.no = x.version
    where x.municipality = m and x.covenant = c and v.state = 'final';
  if f.version is null or o.state not in ('open', 'in-force') then return 'not-final'; end if;
  if f.version <> (one ->> 'version')::int or f.json <> one ->> 'json' then return 'other-version'; end if;
  if p.state not in ('invited', 'declined', 'joined', 'paused') then return 'not-now'; end if;
  if exists (select from public.covenant_signature s where s.municipality = m and s.participant = who
    and s.version = f.version and s.withdrawn_at is null) then return 'twice'; end if;
  if length(one ->> 'name') not between 1 and 200 or length(one ->> 'function') not between 1 and 200
    or length(coalesce(one ->> 'ground_text', '')) > 500 or one ->> 'read' is distinct from 'true' then
    raise exception 'this is no signature' using errcode = 'check_violation'; end if;
  select coalesce((select x.name from public.organisation x where x.municipality = m and x.id = p.organisation),
    (select 'Gemeente ' || x.name from public.municipality x where x.id = m)) into called;
  insert into public.covenant_signature (municipality, id, covenant, version, participant, pdf, odt, json, name,
      function, organisation_name, ground, ground_text, channel, code_at, "by", link, file)
    values (m, gen_random_uuid(), c, f.version, who, f.pdf, f.odt, f.json, one ->> 'name', one ->> 'function', called,
      one ->> 'ground', coalesce(one ->> 'ground_text', ''), how, coded, public.current_person(), link_id, attached);
  insert into public.covenant_step (municipality, participant, step, "by")
    values (m, who, 'joined', public.current_person());
  perform wall.covenant_name(m, who, (one ->> 'named')::boolean);
  if o.state = 'open' and (select count(distinct x.kind) from public.covenant_signature s
      join public.covenant_participant x on x.municipality = s.municipality and x.id = s.participant
      where s.municipality = m and s.covenant = c and s.version = f.version and s.withdrawn_at is null
        and x.kind in ('municipality', 'party')) = 2 then
    update public.covenant set state = 'in-force', begins_on = coalesce(begins_on, wall.today())
      where municipality = m and id = c;
  end if;
  insert into public.audit (municipality, act, object, detail) values (m, 'covenant.signed', 'covenant/' || c,
    jsonb_build_object('participant', who, 'version', f.version, 'channel', how, 'json', f.json)::text);
  return 'signed';
end $$;

-- Whether a party may be named in public: a step, when it is another answer than before.
create function wall.covenant_name(m uuid, who uuid, yes boolean) returns void language sql security definer
  set search_path = pg_catalog, pg_temp as $$
  insert into public.covenant_step (municipality, participant, step, "by")
    select m, who, case when yes then 'named' else 'unnamed' end, public.current_person()
      from public.covenant_participant p where p.municipality = m and p.id = who and yes is not null
        and p.named is distinct from yes $$;

-- At the desk: who works for the organisation, or a decision-maker for the municipality.
create function wall.sign_covenant_here(who uuid, one jsonb) returns text language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
declare m uuid := public.current_municipality(); p public.covenant_participant; begin
  select * into p from public.covenant_participant x where x.municipality = m and x.id = who;
  if not coalesce(case p.kind when 'municipality' then public.current_organisation() is null
      and wall.may('{decision-maker}') else p.organisation = public.current_organisation() and wall.may('{partner}')
      end, false) then
    raise exception 'this is not yours to sign' using errcode = 'insufficient_privilege'; end if;
  return wall.covenant_sign(m, p.covenant, who, one, 'desk', null, null, null);
end $$;

-- What a person read in a file that was signed elsewhere, or on paper.
create function wall.sign_covenant_by_file(attached uuid, one jsonb) returns text language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
declare m uuid := public.current_municipality(); a public.covenant_file; begin
  if public.current_organisation() is not null or not wall.may('{policy-officer,decision-maker}') then
    raise exception 'this is not yours to accept' using errcode = 'insufficient_privilege'; end if;
  select * into a from public.covenant_file x where x.municipality = m and x.id = attached and x.kind <> 'validation';
  if a.id is null then return 'missing'; end if;
  return wall.covenant_sign(m, a.covenant, a.participant, one || jsonb_build_object('version', a.version),
    case a.kind when 'scan' then 'paper' else 'pdf' end, null, null, attached);
end $$;
`

/** A link is found by the hash of its secret. What moves anything asks for the code that was mailed. */
const link = `
create function wall.covenant_link_at(m uuid, hash text) returns public.covenant_link language sql volatile
  security definer set search_path = pg_catalog, pg_temp as $$
  select * from public.covenant_link l where l.municipality = m and l.secret = hash for update $$;

-- Whether it still opens: of who left, of a covenant that ended and past its day it does not.
create function wall.covenant_link_state(l public.covenant_link) returns text language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select case when l.ended is not null then l.ended when p.state = 'left' then 'left'
      when l.ends_at <= now() then 'expired' else 'open' end
    from public.covenant_participant p where p.municipality = l.municipality and p.id = l.participant $$;

-- A code works once, for a quarter of an hour, and is tried five times at most.
create function wall.covenant_code(l public.covenant_link, given text) returns text language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$ begin
  if l.code is null then return 'no-code'; end if;
  if l.code_at < now() - interval '15 minutes' then return 'old-code'; end if;
  if l.code_tries >= 5 then return 'tried-code'; end if;
  update public.covenant_link set code_tries = code_tries + 1 where municipality = l.municipality and id = l.id;
  if l.code <> given then return 'wrong-code'; end if;
  return 'fits';
end $$;
create function wall.covenant_code_used(l public.covenant_link) returns void language sql security definer
  set search_path = pg_catalog, pg_temp as $$
  update public.covenant_link set code = null, code_at = null, code_tries = 0
    where municipality = l.municipality and id = l.id $$;

create function wall.covenant_mail(m uuid, whom text, mail jsonb, kind text, key text, c uuid) returns void language sql
  security definer set search_path = pg_catalog, pg_temp as $$
  insert into public.message (municipality, id, recipient, subject, body, kind, key, object)
    select m, gen_random_uuid(), whom, left(mail ->> 'subject', 300), left(mail ->> 'body', 6000), kind, key,
      'covenant/' || c on conflict do nothing $$;
create function wall.covenant_task(m uuid, c uuid, kind text, called text) returns void language sql security definer
  set search_path = pg_catalog, pg_temp as $$
  insert into public.task (municipality, id, kind, object, person, text, path)
    select m, gen_random_uuid(), kind, 'covenant/' || c, o.owner, left(called, 700),
      '/balie/convenanten/' || c || '/deelnemers' from public.covenant o where o.municipality = m and o.id = c
    on conflict do nothing $$;

create function wall.read_covenant_link(m uuid, hash text) returns jsonb language plpgsql stable security definer
  set search_path = pg_catalog, pg_temp as $$
declare l public.covenant_link; p public.covenant_participant; o public.covenant; v public.covenant_version; s text;
  begin
  select * into l from public.covenant_link x where x.municipality = m and x.secret = hash;
  if l.id is null then return null; end if;
  s := wall.covenant_link_state(l);
  select * into p from public.covenant_participant x where x.municipality = m and x.id = l.participant;
  select * into o from public.covenant x where x.municipality = m and x.id = p.covenant;
  if s <> 'open' then
    return jsonb_build_object('state', s, 'title', case s when 'expired' then o.title end);
  end if;
  select * into v from public.covenant_version x where x.municipality = m and x.covenant = o.id
    and x.state in ('shown', 'final') order by x.no desc limit 1;
  return jsonb_build_object('state', s, 'ends', l.ends_at, 'participant', p.id, 'kind', p.kind,
    'standing', p.state, 'named', p.named, 'covenant', o.id, 'no', o.no, 'title', o.title, 'covenantState', o.state,
    'organisation', coalesce((select x.name from public.organisation x where x.municipality = m
      and x.id = p.organisation), (select 'Gemeente ' || x.name from public.municipality x where x.id = m)),
    'contact', jsonb_build_object('name', p.contact_name, 'function', p.contact_function,
      'email', regexp_replace(p.contact_email, '^(.)[^@]*@', '\\1…@')),
    'asker', (select jsonb_build_object('name', x.name, 'function', x.function) from public.person x
      where x.municipality = m and x.id = o.owner),
    'code', case when l.code_at > now() - interval '15 minutes' and l.code_tries < 5
      then jsonb_build_object('at', l.code_at, 'left', 5 - l.code_tries) end,
    'version', case when v.no is not null then jsonb_build_object('no', v.no, 'state', v.state, 'text', v.text,
      'until', v.comments_until) end,
    'fixed', (select jsonb_build_object('version', f.version, 'pdf', f.pdf, 'odt', f.odt, 'json', f.json,
        'signBy', f.sign_by, 'why', f.why) from public.covenant_fixed f where f.municipality = m and f.covenant = o.id
        and f.version = v.no and v.state = 'final'),
    'signatures', coalesce((select jsonb_agg(jsonb_build_object('version', g.version, 'name', g.name,
        'function', g.function, 'ground', g.ground, 'channel', g.channel, 'at', g.said_at, 'json', g.json,
        'withdrawn', g.withdrawn_at is not null) order by g.said_at desc) from public.covenant_signature g
        where g.municipality = m and g.participant = p.id), '[]'),
    'comments', coalesce((select jsonb_agg(jsonb_build_object('version', g.version, 'article', g.article,
        'text', g.text, 'state', g.state, 'answer', g.answer, 'doneIn', g.done_in, 'at', g.at) order by g.at)
        from public.covenant_comment g where g.municipality = m and g.participant = p.id), '[]'),
    'receipts', coalesce((select jsonb_agg(jsonb_build_object('version', r.version, 'no', r.no, 'hash', r.hash,
        'at', r.at, 'body', r.body) order by r.version desc, r.no desc) from public.covenant_receipt r
        where r.municipality = m and r.covenant = o.id), '[]'));
end $$;

create function wall.comment_covenant(m uuid, hash text, no int, part text, words text) returns text
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare l public.covenant_link := wall.covenant_link_at(m, hash); p public.covenant_participant; begin
  if l.id is null then return 'missing'; end if;
  if wall.covenant_link_state(l) <> 'open' then return 'ended'; end if;
  select * into p from public.covenant_participant x where x.municipality = m and x.id = l.participant;
  if length(words) not between 1 and 4000 or length(part) not between 1 and 100 then
    raise exception 'these are no words' using errcode = 'check_violation'; end if;
  if not exists (select from public.covenant_version v where v.municipality = m and v.covenant = p.covenant
    and v.no = comment_covenant.no and v.state = 'shown' and v.comments_until >= wall.today()) then
    return 'too-late'; end if;
  if exists (select from public.covenant_comment c where c.municipality = m and c.participant = p.id
    and c.version = comment_covenant.no and c.article = part and c.text = words) then return 'done'; end if;
  if (select count(*) from public.covenant_comment c where c.municipality = m and c.participant = p.id
    and c.version = comment_covenant.no) >= 100 then return 'enough'; end if;
  insert into public.covenant_comment (municipality, id, covenant, version, article, participant, text)
    values (m, gen_random_uuid(), p.covenant, no, part, p.id, words);
  insert into public.audit (municipality, act, object, detail) values (m, 'covenant.commented',
    'covenant/' || p.covenant, jsonb_build_object('participant', p.id, 'version', no, 'article', part)::text);
  return 'done';
end $$;

-- A new code ends the one before it; so many an hour, for each is a mail.
create function wall.ask_covenant_code(m uuid, hash text, new_code text, mail jsonb) returns text language plpgsql
  security definer set search_path = pg_catalog, pg_temp as $$
declare l public.covenant_link := wall.covenant_link_at(m, hash); p public.covenant_participant; asked int; begin
  if l.id is null then return 'missing'; end if;
  if wall.covenant_link_state(l) <> 'open' then return 'ended'; end if;
  select * into p from public.covenant_participant x where x.municipality = m and x.id = l.participant;
  if p.contact_email = '' then return 'nowhere'; end if;
  asked := case when l.codes_since > now() - interval '1 hour' then l.codes else 0 end;
  if asked >= 5 then return 'enough'; end if;
  update public.covenant_link set code = new_code, code_at = now(), code_tries = 0, codes = asked + 1,
      codes_since = case when asked = 0 then now() else codes_since end where municipality = m and id = l.id;
  delete from public.message where municipality = m and kind = 'covenant-code' and recipient = p.contact_email
    and object = 'covenant/' || p.covenant and sent_at is null;
  perform wall.covenant_mail(m, p.contact_email, mail, 'covenant-code', 'covenant-code/' || gen_random_uuid(),
    p.covenant);
  return 'done';
end $$;

create function wall.sign_covenant(m uuid, hash text, given text, one jsonb) returns text language plpgsql
  security definer set search_path = pg_catalog, pg_temp as $$
declare l public.covenant_link := wall.covenant_link_at(m, hash); fits text; done text; c uuid; begin
  if l.id is null then return 'missing'; end if;
  if wall.covenant_link_state(l) <> 'open' then return 'ended'; end if;
  fits := wall.covenant_code(l, given);
  if fits <> 'fits' then return fits; end if;
  select p.covenant into c from public.covenant_participant p where p.municipality = m and p.id = l.participant;
  done := wall.covenant_sign(m, c, l.participant, one, 'link', l.id, l.code_at, null);
  if done = 'signed' then perform wall.covenant_code_used(l); end if;
  return done;
end $$;

-- What a party does itself after signing, and whether it is named.
create function wall.step_covenant(m uuid, hash text, given text, next text, why text) returns text language plpgsql
  security definer set search_path = pg_catalog, pg_temp as $$
declare l public.covenant_link := wall.covenant_link_at(m, hash); fits text; p public.covenant_participant; begin
  if l.id is null then return 'missing'; end if;
  if wall.covenant_link_state(l) <> 'open' then return 'ended'; end if;
  if next not in ('declined', 'paused', 'resumed', 'left', 'named', 'unnamed') or length(why) > 2000 then
    raise exception 'this is no step' using errcode = 'check_violation'; end if;
  fits := wall.covenant_code(l, given);
  if fits <> 'fits' then return fits; end if;
  select * into p from public.covenant_participant x where x.municipality = m and x.id = l.participant for update;
  if (next, p.state) not in (('declined', 'invited'), ('paused', 'joined'), ('resumed', 'paused'), ('left', 'joined'),
      ('left', 'paused'), ('left', 'suspended')) and (next not in ('named', 'unnamed') or p.state = 'left') then
    return 'not-now'; end if;
  perform wall.covenant_code_used(l);
  insert into public.covenant_step (municipality, participant, step, reason) values (m, p.id, next, why);
  insert into public.audit (municipality, act, object, detail) values (m, 'covenant.step', 'covenant/' || p.covenant,
    jsonb_build_object('participant', p.id, 'step', next)::text);
  return 'done';
end $$;

-- Who has the mailbox says who it is for: that person gets a link, and this one ends.
create function wall.pass_covenant_on(m uuid, hash text, given text, whom jsonb, new_secret text, days int, mail jsonb)
  returns text language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare l public.covenant_link := wall.covenant_link_at(m, hash); fits text; c uuid; begin
  if l.id is null then return 'missing'; end if;
  if wall.covenant_link_state(l) <> 'open' then return 'ended'; end if;
  if length(whom ->> 'name') not between 1 and 200 or length(whom ->> 'function') not between 1 and 200
    or length(whom ->> 'email') not between 3 and 320 or length(new_secret) <> 64 or days not between 1 and 400 then
    raise exception 'this is nobody' using errcode = 'check_violation'; end if;
  fits := wall.covenant_code(l, given);
  if fits <> 'fits' then return fits; end if;
  update public.covenant_link set ended_at = now(), ended = 'passed-on', code = null, code_at = null
    where municipality = m and id = l.id;
  update public.covenant_participant set contact_name = whom ->> 'name', contact_function = whom ->> 'function',
      contact_email = lower(whom ->> 'email') where municipality = m and id = l.participant returning covenant into c;
  insert into public.covenant_link (municipality, id, participant, secret, ends_at)
    values (m, gen_random_uuid(), l.participant, new_secret, now() + make_interval(days => days));
  perform wall.covenant_mail(m, lower(whom ->> 'email'), mail, 'covenant-link', 'covenant-link/' || new_secret, c);
  perform wall.covenant_task(m, c, 'covenant-passed-on', 'Een contactpersoon gaf de link door aan een collega');
  insert into public.audit (municipality, act, object, detail) values (m, 'covenant.passed-on', 'covenant/' || c,
    jsonb_build_object('participant', l.participant, 'link', l.id)::text);
  return 'done';
end $$;

create function wall.not_me_in_covenant(m uuid, hash text) returns text language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
declare l public.covenant_link := wall.covenant_link_at(m, hash); c uuid; begin
  if l.id is null then return 'missing'; end if;
  if wall.covenant_link_state(l) <> 'open' then return 'ended'; end if;
  update public.covenant_link set ended_at = now(), ended = 'not-me', code = null, code_at = null
    where municipality = m and id = l.id;
  select covenant into c from public.covenant_participant where municipality = m and id = l.participant;
  perform wall.covenant_task(m, c, 'covenant-not-me', 'Een uitnodiging kwam bij de verkeerde: zoek wie tekent');
  insert into public.audit (municipality, act, object, detail) values (m, 'covenant.not-me', 'covenant/' || c,
    jsonb_build_object('participant', l.participant, 'link', l.id)::text);
  return 'done';
end $$;

-- A link past its day leads to a new one, which goes to the same mailbox and nowhere else.
create function wall.renew_covenant_link(m uuid, hash text, new_secret text, days int, mail jsonb) returns text
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare l public.covenant_link := wall.covenant_link_at(m, hash); p public.covenant_participant; begin
  if l.id is null then return 'missing'; end if;
  if wall.covenant_link_state(l) <> 'expired' then return 'ended'; end if;
  if length(new_secret) <> 64 or days not between 1 and 400 then
    raise exception 'this is no link' using errcode = 'check_violation'; end if;
  select * into p from public.covenant_participant x where x.municipality = m and x.id = l.participant;
  if p.contact_email = '' then return 'nowhere'; end if;
  update public.covenant_link set ended_at = now(), ended = 'replaced' where municipality = m and id = l.id;
  insert into public.covenant_link (municipality, id, participant, secret, ends_at)
    values (m, gen_random_uuid(), p.id, new_secret, now() + make_interval(days => days));
  perform wall.covenant_mail(m, p.contact_email, mail, 'covenant-link', 'covenant-link/' || new_secret, p.covenant);
  insert into public.audit (municipality, act, object, detail) values (m, 'covenant.link-made',
    'covenant/' || p.covenant, jsonb_build_object('participant', p.id, 'asked', 'contact')::text);
  return 'done';
end $$;

create function wall.add_covenant_file(m uuid, hash text, given text, one jsonb) returns text language plpgsql
  security definer set search_path = pg_catalog, pg_temp as $$
declare l public.covenant_link := wall.covenant_link_at(m, hash); fits text; c uuid; begin
  if l.id is null then return 'missing'; end if;
  if wall.covenant_link_state(l) <> 'open' then return 'ended'; end if;
  if one ->> 'kind' not in ('signed', 'scan') or length(one ->> 'name') > 300
    or length(one ->> 'original_at') > 300 then
    raise exception 'this is no file' using errcode = 'check_violation'; end if;
  fits := wall.covenant_code(l, given);
  if fits <> 'fits' then return fits; end if;
  select covenant into c from public.covenant_participant where municipality = m and id = l.participant;
  if not exists (select from public.covenant_version v where v.municipality = m and v.covenant = c
    and v.no = (one ->> 'version')::int and v.state = 'final') then return 'other-version'; end if;
  perform wall.covenant_code_used(l);
  insert into public.covenant_file (municipality, id, covenant, version, participant, kind, hash, media, size, name,
      original_at, reading)
    values (m, gen_random_uuid(), c, (one ->> 'version')::int, l.participant, one ->> 'kind', one ->> 'hash',
      one ->> 'media', (one ->> 'size')::int, one ->> 'name', one ->> 'original_at', one -> 'reading');
  perform wall.covenant_task(m, c, 'covenant-file', 'Bekijk een getekend bestand van een partij');
  insert into public.audit (municipality, act, object, detail) values (m, 'covenant.file-added', 'covenant/' || c,
    jsonb_build_object('participant', l.participant, 'hash', one ->> 'hash')::text);
  return 'done';
end $$;
`

const SIGNATURES = {
  leidraad_desk: ['sign_covenant_here(uuid, jsonb)', 'sign_covenant_by_file(uuid, jsonb)'],
  leidraad_public: [
    'read_covenant_link(uuid, text)',
    'comment_covenant(uuid, text, int, text, text)',
    'ask_covenant_code(uuid, text, text, jsonb)',
    'sign_covenant(uuid, text, text, jsonb)',
    'step_covenant(uuid, text, text, text, text)',
    'pass_covenant_on(uuid, text, text, jsonb, text, int, jsonb)',
    'not_me_in_covenant(uuid, text)',
    'renew_covenant_link(uuid, text, text, int, jsonb)',
    'add_covenant_file(uuid, text, text, jsonb)',
  ],
} as const
const INNER = [
  'covenant_sign(uuid, uuid, uuid, jsonb, text, uuid, timestamptz, uuid)',
  'covenant_name(uuid, uuid, boolean)',
  'covenant_link_at(uuid, text)',
  'covenant_link_state(public.covenant_link)',
  'covenant_code(public.covenant_link, text)',
  'covenant_code_used(public.covenant_link)',
  'covenant_mail(uuid, text, jsonb, text, text, uuid)',
  'covenant_task(uuid, uuid, text, text)',
]
const every = [...INNER, ...Object.values(SIGNATURES).flat()].map((each) => `wall.${each}`).join(', ')

export const doors = `${core}${link}
revoke execute on function ${every} from public;
${Object.entries(SIGNATURES)
  .map(([role, those]) => `grant execute on function ${those.map((each) => `wall.${each}`).join(', ')} to ${role};`)
  .join('\n')}
`
