/** Through these the owner of a premises reads and reacts, by a secret link and without an account. */
export const doors = `
create function wall.read_premises(m uuid, hash text) returns jsonb language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select jsonb_build_object('premises', p.name, 'address', p.address, 'street', s.name, 'slug', s.slug,
    'answers', o.answers, 'seen', o.seen_on, 'until', o.until, 'at', o.at, 'by', f.function,
    'react', l.react_until, 'reaction', l.reaction, 'reacted', l.reacted_at, 'consent', l.consent,
    'consentBy', l.consent_by, 'consentAt', l.consent_at, 'questions', r.questions,
    'public', exists (select from published.street_round q where q.municipality = m and q.round = l.round))
  from public.premises_letter l
    join public.premises p on p.municipality = l.municipality and p.id = l.premises
    join public.street_round r on r.municipality = l.municipality and r.id = l.round
    join public.street s on s.municipality = r.municipality and s.id = r.street
    join lateral (select * from public.premises_outcome x where x.municipality = l.municipality
      and x.round = l.round and x.premises = l.premises order by no desc limit 1) o on true
    join public.person f on f.municipality = o.municipality and f.id = o."by"
  where l.municipality = m and l.secret = hash $$;

-- Who decided hears of it; it changes no outcome by itself.
create function wall.premises_said(m uuid, hash text, act text, called text) returns void language sql
  security definer set search_path = pg_catalog, pg_temp as $$
  insert into public.task (municipality, id, kind, object, person, text, path)
    select m, gen_random_uuid(), 'street-reaction', 'street_round/' || l.round || '/' || l.premises, o."by", called,
      '/balie/straten/' || r.street || '/rondes/' || r.id || '/panden/' || l.premises
    from public.premises_letter l join public.street_round r on r.municipality = l.municipality and r.id = l.round
      join lateral (select x."by" from public.premises_outcome x where x.municipality = l.municipality
        and x.round = l.round and x.premises = l.premises order by no desc limit 1) o on true
    where l.municipality = m and l.secret = hash on conflict do nothing;
  insert into public.audit (municipality, act, object, detail)
    select m, 'premises.reacted', 'premises/' || l.premises, json_build_object('what', act)::text
    from public.premises_letter l where l.municipality = m and l.secret = hash $$;

create function wall.react_of_premises(m uuid, hash text, words text) returns text language plpgsql
  security definer set search_path = pg_catalog, pg_temp as $$
declare l public.premises_letter; begin
  if length(words) > 4000 or words = '' then
    raise exception 'this is no reaction' using errcode = 'check_violation'; end if;
  select * into l from public.premises_letter x where x.municipality = m and x.secret = hash for update;
  if l.round is null then return 'missing'; end if;
  if l.reaction = words then return 'kept'; end if;
  if l.reacted_at is not null then return 'before'; end if;
  update public.premises_letter set reaction = words, reacted_at = now() where municipality = m and secret = hash;
  perform wall.premises_said(m, hash, 'reaction', 'Lees de reactie van de eigenaar op een schouw');
  return 'kept';
end $$;

-- Saying no, also later, takes the premises off the public page at once.
create function wall.consent_of_premises(m uuid, hash text, yes boolean, who text) returns text language plpgsql
  security definer set search_path = pg_catalog, pg_temp as $$
declare l public.premises_letter; begin
  if length(who) > 200 or (yes and who = '') then
    raise exception 'this is no consent' using errcode = 'check_violation'; end if;
  select * into l from public.premises_letter x where x.municipality = m and x.secret = hash for update;
  if l.round is null then return 'missing'; end if;
  if l.consent is not distinct from yes and (not yes or l.consent_by = who) then return 'kept'; end if;
  update public.premises_letter set consent = yes, consent_by = case when yes then who else '' end, consent_at = now()
    where municipality = m and secret = hash;
  if not yes then
    delete from published.street_premises where municipality = m and round = l.round and premises = l.premises;
  end if;
  perform wall.premises_said(m, hash, case when yes then 'consent' else 'no consent' end,
    case when yes then 'Een eigenaar wil met naam op de openbare pagina van een schouw'
      else 'Een eigenaar wil niet met naam op de openbare pagina van een schouw' end);
  return 'kept';
end $$;
${['read_premises(uuid, text)', 'react_of_premises(uuid, text, text)', 'consent_of_premises(uuid, text, boolean, text)']
  .map(
    (each) => `revoke execute on function wall.${each} from public;
grant execute on function wall.${each} to leidraad_public;`,
  )
  .join('\n')}
revoke execute on function wall.premises_said(uuid, text, text, text) from public;
`
