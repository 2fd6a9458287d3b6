/**
 * What a party says of its part in a covenant: each message is a task of its own that names the party, and a line in
 * its history; why it pauses or leaves is between the party and the municipality, and nobody else reads it. Who signed
 * is counted as it is named, and a file that a party got from us is known to the page that checks one.
 */
import { sql, type Kysely } from 'kysely'

const messages = `
alter table covenant_step drop constraint covenant_step_step_check,
  add constraint covenant_step_step_check check (step in ('invited', 'declined', 'joined', 'paused', 'resumed',
    'suspended', 'restored', 'extended', 'left', 'named', 'unnamed', 'passed-on', 'not-me', 'file-sent'));

-- For whoever looks after the covenant. What only who steers may do goes to one of those, where the owner is not one.
create function wall.covenant_says(m uuid, who uuid, task_kind text, said text, steers boolean) returns void
  language sql security definer set search_path = pg_catalog, pg_temp as $$
  insert into public.task (municipality, id, kind, object, person, role, text, path)
    select m, gen_random_uuid(), task_kind, 'covenant/' || c.id,
      case when not steers or b.roles && '{policy-officer,decision-maker}' then c.owner end,
      case when steers and not b.roles && '{policy-officer,decision-maker}' then 'policy-officer' end,
      left(coalesce(o.name, 'De gemeente'), 200) || ': ' || said || '. Bekijk het bij ' || left(c.title, 300),
      '/balie/convenanten/' || c.id || '/tekenen/' || p.id
    from public.covenant_participant p join public.covenant c on c.municipality = m and c.id = p.covenant
      join public.person b on b.municipality = m and b.id = c.owner
      left join public.organisation o on o.municipality = m and o.id = p.organisation
    where p.municipality = m and p.id = who
    on conflict do nothing $$;

create or replace function wall.covenant_step_follows() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$ begin
  if new.step = 'suspended' and not exists (select from public.covenant_notice n
    where n.municipality = new.municipality and n.participant = new.participant and n.from_on <= wall.today()
      and not exists (select from public.covenant_step s where s.municipality = n.municipality
        and s.participant = n.participant and s.step = 'restored' and s.at > n.at)) then
    raise exception 'a party is told before it is suspended' using errcode = 'insufficient_privilege'; end if;
  -- What a party says itself, the desk hears, each time.
  if new.step in ('declined', 'paused', 'resumed', 'left', 'unnamed', 'passed-on', 'not-me') and (new."by" is null
      or exists (select from public.person p where p.municipality = new.municipality and p.id = new."by"
        and p.organisation is not null)) then
    perform wall.covenant_says(new.municipality, new.participant,
      case when new.step in ('passed-on', 'not-me') then 'covenant-' || new.step else 'covenant-step' end
        || '.' || new.participant || '.' || new.no,
      case new.step when 'declined' then 'doet niet mee' when 'paused' then 'pauzeert'
        when 'resumed' then 'doet weer mee' when 'left' then 'stopt' when 'unnamed' then 'wil niet meer met naam op de openbare site'
        when 'passed-on' then 'gaf de link door aan een collega'
        else 'de link kwam bij de verkeerde. Zoek wie tekent' end, false);
  end if;
  if new.step = 'left' then
    update public.covenant_signature set withdrawn_at = now() where municipality = new.municipality
      and participant = new.participant and withdrawn_at is null;
    update public.covenant_link set ended_at = now(), ended = 'left', code = null, code_at = null
      where municipality = new.municipality and participant = new.participant and ended_at is null;
  end if;
  return null;
end $$;

-- A file that a party sent, by its link or at the desk.
create function wall.covenant_file_sent() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$ begin
  if new.kind = 'validation' then return null; end if;
  insert into public.covenant_step (municipality, participant, step, "by")
    values (new.municipality, new.participant, 'file-sent', new."by");
  if new."by" is null or exists (select from public.person p where p.municipality = new.municipality
      and p.id = new."by" and p.organisation is not null) then
    perform wall.covenant_says(new.municipality, new.participant, 'covenant-file.' || new.id,
      'stuurde een getekend bestand', true);
  end if;
  return null;
end $$;
create trigger sent after insert on covenant_file for each row execute function wall.covenant_file_sent();
revoke execute on function wall.covenant_says(uuid, uuid, text, text, boolean), wall.covenant_file_sent() from public;
`

/** Functions of before, by the line of each that says something else from now on. */
const INSTEAD: readonly (readonly [string, string, string])[] = [
  [
    'wall.covenant_step_taken()',
    "new.step in ('extended', 'named', 'unnamed')",
    "new.step in ('extended', 'named', 'unnamed', 'passed-on', 'not-me', 'file-sent')",
  ],
  [
    'wall.pass_covenant_on(uuid, text, text, jsonb, text, int, jsonb)',
    "perform wall.covenant_task(m, c, 'covenant-passed-on', 'Een contactpersoon gaf de link door aan een collega');",
    // By function, for a history is kept longer than a name.
    `insert into public.covenant_step (municipality, participant, step, reason)
    values (m, l.participant, 'passed-on', 'Aan ' || (whom ->> 'function'));`,
  ],
  [
    'wall.not_me_in_covenant(uuid, text)',
    "perform wall.covenant_task(m, c, 'covenant-not-me', 'Een uitnodiging kwam bij de verkeerde: zoek wie tekent');",
    "insert into public.covenant_step (municipality, participant, step) values (m, l.participant, 'not-me');",
  ],
  [
    'wall.add_covenant_file(uuid, text, text, jsonb)',
    "perform wall.covenant_task(m, c, 'covenant-file', 'Bekijk een getekend bestand van een partij');",
    '',
  ],
  // Who signed in another window hears that, and not that a code is missing.
  [
    'wall.sign_covenant(uuid, text, text, jsonb)',
    'fits := wall.covenant_code(l, given);',
    `if exists (select from public.covenant_signature s where s.municipality = m and s.participant = l.participant
    and s.version = (one ->> 'version')::int and s.withdrawn_at is null) then return 'twice'; end if;
  fits := wall.covenant_code(l, given);`,
  ],
  // An observer promises nothing: it is not counted as who signed, and not named as one either.
  [
    'wall.show_covenant(uuid, uuid)',
    `coalesce((select array_agg(s.organisation_name order by s.organisation_name) from public.covenant_signature s
        where s.municipality = m`,
    `coalesce((select array_agg(s.organisation_name order by s.organisation_name) from public.covenant_signature s
        join public.covenant_participant p on p.municipality = s.municipality and p.id = s.participant
          and p.kind <> 'observer'
        where s.municipality = m`,
  ],
]

/** What a file is that is not a fixed version, for who has its hash: a receipt of ours, or one that was accepted. */
const known = `
create function wall.covenant_bytes(m uuid, hash text) returns jsonb language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select jsonb_build_object('what', x.what, 'no', o.no, 'title', o.title, 'version', x.version, 'receipt', x.receipt,
      'on', (x.at at time zone 'Europe/Amsterdam')::date, 'stands', x.stands)
    from (select 'receipt' as what, r.covenant, r.version, r.no as receipt, r.at, true as stands
        from public.covenant_receipt r where r.municipality = m and r.hash = covenant_bytes.hash
      union all
      select 'signed', f.covenant, f.version, null, s.said_at, s.withdrawn_at is null
        from public.covenant_file f join public.covenant_signature s on s.municipality = m and s.file = f.id
        where f.municipality = m and f.hash = covenant_bytes.hash) x
      join public.covenant o on o.municipality = m and o.id = x.covenant
    where o.state <> 'draft' order by x.stands desc, x.at limit 1 $$;
create index covenant_receipt_hash on covenant_receipt (hash);
revoke execute on function wall.covenant_bytes(uuid, text) from public;
grant execute on function wall.covenant_bytes(uuid, text) to leidraad_public;
`

/** What was published of reasons is taken back, and mail that waits with them in it is made anew. */
const unpublished = `
update published.covenant_party set why = '' where why <> '';
alter table published.covenant_party drop column why;
update published.covenant_event set detail = detail - 'why'
  where kind in ('joined', 'paused', 'resumed', 'suspended', 'restored', 'extended', 'left') and detail ? 'why';
select wall.follow_mail_stale(id) from municipality;
select wall.show_covenant(municipality, id) from covenant;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(messages).execute(db)
  for (const [which, line, instead] of INSTEAD) {
    const { rows } = await sql<{ text: string }>`select pg_get_functiondef(${which}::regprocedure) as text`.execute(db)
    const { text } = rows[0]!
    if (text.split(line).length !== 2) throw new Error(`${which} has not one line with ${line}`)
    await sql.raw(text.replace(line, () => instead)).execute(db)
  }
  await sql.raw(known + unpublished).execute(db)
}
