/**
 * The audit trail is chained by the database itself, its head only moves forward, and nothing that was signed can be
 * emptied in one go.
 */

const START = '0'.repeat(64)

/** Beside those of 002: what people sign and answer, and the head of the trail. */
export const NEVER_EMPTIED = [
  'audit',
  'audit_head',
  'case_step',
  'opinion_request',
  'opinion',
  'opinion_condition',
  'reaction_verdict',
  'author_answer',
  'case_event',
  'case_question',
  'rework',
  'reaction',
  'advice',
  'flag_answer',
  'decision',
  'deviation',
  'case_release',
  'sample_draw',
  'recheck',
  'measure',
  'measure_proof',
  'omission',
  'legal_term',
  'answer',
  'answer_share',
  'answer_evidence',
  'comment',
  'published.toets',
  'published.sample_draw',
]

export const trail = `
-- The same text as JSON.stringify makes of it: to_json escapes what it escapes.
create function wall.chain() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
declare head public.audit_head; begin
  select * into head from public.audit_head where municipality = new.municipality for update;
  if not found then raise exception 'the head of the audit trail is gone' using errcode = 'data_corrupted'; end if;
  new.no := head.no + 1;
  new.at := to_char(clock_timestamp() at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"');
  new.person := public.current_person();
  new.previous := head.hash;
  new.hash := encode(sha256(convert_to('[' || to_json(new.municipality::text)::text || ',' || new.no || ','
    || to_json(new.at)::text || ',' || coalesce(to_json(new.person::text)::text, 'null') || ','
    || to_json(new.act)::text || ',' || to_json(new.object)::text || ',' || to_json(new.detail)::text || ','
    || to_json(new.previous)::text || ']', 'UTF8')), 'hex');
  update public.audit_head set no = new.no, hash = new.hash where municipality = new.municipality;
  return new;
end $$;
-- Who changed what stands on the page last, for staff that may not read the trail.
create function wall.last_act(asked text) returns table (person uuid, at text) language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select a.person, a.at from public.audit a where a.municipality = public.current_municipality() and a.object = asked
    and not wall.may('{partner}') and cardinality(wall.roles()) > 0 order by a.no desc limit 1 $$;
create trigger chain before insert on audit for each row execute function wall.chain();

create function wall.forward() returns trigger language plpgsql as $$ begin
  if tg_op = 'DELETE' then
    if old.no = 0 then return old; end if;
  elsif new.municipality = old.municipality and new.no = old.no + 1 then return new;
  end if;
  raise exception 'the head of the audit trail only moves forward' using errcode = 'insufficient_privilege';
end $$;
create trigger forward before update or delete on audit_head for each row execute function wall.forward();

-- A municipality has a head from its first moment: one that is not there was taken away.
insert into audit_head (municipality, no, hash) select m.id, coalesce(last.no, 0), coalesce(last.hash, '${START}')
  from municipality m left join lateral (select a.no, a.hash from audit a where a.municipality = m.id
    order by a.no desc limit 1) last on true
  on conflict do nothing;
alter table audit_head drop constraint audit_head_municipality_fkey, add constraint audit_head_municipality_fkey
  foreign key (municipality) references municipality on delete cascade;
create function wall.begin_trail() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$ begin
  insert into public.audit_head (municipality, no, hash) values (new.id, 0, '${START}') on conflict do nothing;
  return new;
end $$;
create trigger begins after insert on municipality for each row execute function wall.begin_trail();

${NEVER_EMPTIED.map(
  (table) =>
    `create trigger never_emptied before truncate on ${table} for each statement execute function refuse_change();`,
).join('\n')}
`
