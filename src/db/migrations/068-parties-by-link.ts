/**
 * What a party has by its link: since when it is paused or suspended and until when; every file that it signed and its
 * receipts, also of an older version, and for a year after it left; a day to which it pauses; a letter as proof of what
 * it said. Who signs in with a work account is mailed the link of its organisation.
 */
import { sql, type Kysely } from 'kysely'

/** The files and receipts of versions that a participant signed, whatever came of it. */
const kept = `
create function wall.covenant_kept(m uuid, who uuid) returns jsonb language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select jsonb_build_object('no', (select o.no from public.covenant_participant p join public.covenant o
      on o.municipality = m and o.id = p.covenant where p.municipality = m and p.id = who),
    'files', coalesce((select jsonb_agg(jsonb_build_object('version', f.version, 'pdf', f.pdf, 'odt', f.odt,
        'json', f.json) order by f.version desc) from public.covenant_fixed f where f.municipality = m
      and exists (select from public.covenant_signature g where g.municipality = m and g.participant = who
        and g.covenant = f.covenant and g.version = f.version)), '[]'),
    -- What came after it left is of the others.
    'receipts', coalesce((select jsonb_agg(jsonb_build_object('version', r.version, 'no', r.no, 'hash', r.hash,
        'at', r.at, 'body', r.body) order by r.version desc, r.no desc) from public.covenant_receipt r
      where r.municipality = m and exists (select from public.covenant_signature g where g.municipality = m
        and g.participant = who and g.covenant = r.covenant and g.version = r.version
        and (g.withdrawn_at is null or g.withdrawn_at > r.at))), '[]')) $$;
revoke execute on function wall.covenant_kept(uuid, uuid) from public;
`

/** Functions of before, by the line of each that says more from now on. */
const INSTEAD: readonly (readonly [string, string, string])[] = [
  [
    'wall.read_covenant_link(uuid, text)',
    "'standing', p.state,",
    `'standing', p.state, 'kept', wall.covenant_kept(m, p.id),
    'since', (select jsonb_build_object('on', x."on", 'until', x.until) from public.covenant_step x
      where x.municipality = m and x.participant = p.id and x.step = p.state order by x.no desc limit 1),`,
  ],
  ['wall.read_covenant_link(uuid, text)', "'until', v.comments_until)", "'until', v.comments_until, 'why', v.why)"],
  [
    'wall.read_covenant_link(uuid, text)',
    "case s when 'expired' then o.title end)",
    `case when s = 'expired' or s = 'left' and p.left_on > wall.today() - 365 then o.title end,
      'kept', case when s = 'left' and p.left_on > wall.today() - 365 then wall.covenant_kept(m, p.id) end)`,
  ],
]

const steps = `
drop function wall.step_covenant(uuid, text, text, text, text);
create function wall.step_covenant(m uuid, hash text, given text, next text, why text, to_day date, mail jsonb)
  returns text language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare l public.covenant_link := wall.covenant_link_at(m, hash); fits text; p public.covenant_participant; begin
  if l.id is null then return 'missing'; end if;
  if wall.covenant_link_state(l) <> 'open' then return 'ended'; end if;
  if next not in ('declined', 'paused', 'resumed', 'left', 'named', 'unnamed') or length(why) > 2000
    or (next = 'paused') <> (to_day is not null) or to_day <= wall.today() then
    raise exception 'this is no step' using errcode = 'check_violation'; end if;
  fits := wall.covenant_code(l, given);
  if fits <> 'fits' then return fits; end if;
  select * into p from public.covenant_participant x where x.municipality = m and x.id = l.participant for update;
  if (next, p.state) not in (('declined', 'invited'), ('paused', 'joined'), ('resumed', 'paused'), ('left', 'joined'),
      ('left', 'paused'), ('left', 'suspended')) and (next not in ('named', 'unnamed') or p.state = 'left') then
    return 'not-now'; end if;
  perform wall.covenant_code_used(l);
  insert into public.covenant_step (municipality, participant, step, reason, until) values (m, p.id, next, why, to_day);
  if p.contact_email <> '' then
    perform wall.covenant_mail(m, p.contact_email, mail, 'covenant-said', 'covenant-said/' || gen_random_uuid(),
      p.covenant);
  end if;
  insert into public.audit (municipality, act, object, detail) values (m, 'covenant.step', 'covenant/' || p.covenant,
    jsonb_build_object('participant', p.id, 'step', next)::text);
  return 'done';
end $$;
revoke execute on function wall.step_covenant(uuid, text, text, text, text, date, jsonb) from public;
grant execute on function wall.step_covenant(uuid, text, text, text, text, date, jsonb) to leidraad_public;

-- The link of the own organisation, to its contact and to nobody else; not more often than a person needs.
create function wall.own_covenant_link(who uuid, new_secret text, days int, mail jsonb) returns text language plpgsql
  security definer set search_path = pg_catalog, pg_temp as $$
declare m uuid := public.current_municipality(); p public.covenant_participant; begin
  select * into p from public.covenant_participant x where x.municipality = m and x.id = who for update;
  if p.organisation is null or p.organisation is distinct from public.current_organisation()
    or not wall.may('{partner}') then
    raise exception 'this is not yours' using errcode = 'insufficient_privilege'; end if;
  if length(new_secret) <> 64 or days not between 1 and 400 then
    raise exception 'this is no link' using errcode = 'check_violation'; end if;
  if p.state = 'left' then return 'ended'; end if;
  if p.contact_email = '' then return 'nowhere'; end if;
  if exists (select from public.covenant_link l where l.municipality = m and l.participant = who
    and l.made_at > now() - interval '10 minutes') then return 'enough'; end if;
  update public.covenant_link set ended_at = now(), ended = 'replaced', code = null, code_at = null
    where municipality = m and participant = who and ended_at is null;
  insert into public.covenant_link (municipality, id, participant, secret, ends_at, "by")
    values (m, gen_random_uuid(), who, new_secret, now() + make_interval(days => days), public.current_person());
  perform wall.covenant_mail(m, p.contact_email, mail, 'covenant-link', 'covenant-link/' || new_secret, p.covenant);
  insert into public.audit (municipality, act, object, detail) values (m, 'covenant.link-made',
    'covenant/' || p.covenant, jsonb_build_object('participant', who, 'asked', 'organisation')::text);
  return 'done';
end $$;
revoke execute on function wall.own_covenant_link(uuid, text, int, jsonb) from public;
grant execute on function wall.own_covenant_link(uuid, text, int, jsonb) to leidraad_desk;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(kept).execute(db)
  for (const [which, line, instead] of INSTEAD) {
    const { rows } = await sql<{ text: string }>`select pg_get_functiondef(${which}::regprocedure) as text`.execute(db)
    const { text } = rows[0]!
    if (text.split(line).length !== 2) throw new Error(`${which} has not one line with ${line}`)
    await sql.raw(text.replace(line, () => instead)).execute(db)
  }
  await sql.raw(steps).execute(db)
}
