/**
 * Signing a covenant: the bytes of a final version, made once; a link for each contact; signatures, which are never
 * half and never changed; the receipt that all parties get; and PDFs that were signed elsewhere. The public role
 * reaches all of this through functions that ask for a link, and for what moves anything also for a mailed code.
 */
import { sql, type Kysely } from 'kysely'
import { doors } from './042-signing-doors.ts'

const READ = [
  'policy-officer',
  'adviser',
  'fg',
  'security-officer',
  'executor',
  'decision-maker',
  'publisher',
  'account-manager',
  'tender-officer',
  'auditor',
]
const WRITE = ['policy-officer', 'account-manager']
const STEER = ['policy-officer', 'decision-maker']
const may = (roles: readonly string[]) => `(select wall.may('{${roles.join()}}'))`
const here = 'municipality = (select current_municipality())'
const OURS = '(select current_organisation())'
const staff = `${OURS} is null`

/** A hash as it is kept. */
const hash = (name: string) => `${name} text not null check (${name} ~ '^[0-9a-f]{64}$')`

const tables = `
create table covenant_fixed (
  municipality uuid not null, covenant uuid not null, version int not null,
  ${hash('pdf')}, ${hash('odt')}, ${hash('json')}, sign_by date not null, why text not null default '',
  by uuid not null, at timestamptz not null default now(),
  primary key (municipality, covenant, version),
  foreign key (municipality, covenant, version) references covenant_version (municipality, covenant, no),
  foreign key (municipality, by) references person (municipality, id));
create index covenant_fixed_pdf on covenant_fixed (pdf);
create index covenant_fixed_odt on covenant_fixed (odt);
create index covenant_fixed_json on covenant_fixed (json);
create table covenant_link (
  municipality uuid not null, id uuid not null, participant uuid not null, secret text not null,
  made_at timestamptz not null default now(), ends_at timestamptz not null, by uuid, handed boolean not null default false,
  ended_at timestamptz, ended text check (ended in ('replaced', 'passed-on', 'not-me', 'left')),
  code text, code_at timestamptz, code_tries int not null default 0, codes int not null default 0,
  codes_since timestamptz,
  primary key (municipality, id), unique (municipality, secret), check ((ended is null) = (ended_at is null)),
  check ((code is null) = (code_at is null)),
  foreign key (municipality, participant) references covenant_participant (municipality, id),
  foreign key (municipality, by) references person (municipality, id));
create unique index covenant_link_one on covenant_link (municipality, participant) where ended_at is null;
create table covenant_file (
  municipality uuid not null, id uuid not null, covenant uuid not null, version int not null, participant uuid not null,
  kind text not null check (kind in ('signed', 'scan', 'validation')),
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  media text not null check (media in ('application/pdf', 'image/jpeg', 'image/png')),
  size int not null, name text not null, original_at text not null default '', reading jsonb not null,
  about uuid, says text check (says in ('qualified', 'advanced', 'not-valid')),
  by uuid, at timestamptz not null default now(),
  primary key (municipality, id), check (kind <> 'scan' or original_at <> ''),
  check ((kind = 'validation') = (says is not null)), check ((kind = 'validation') = (about is not null)),
  check (kind <> 'validation' or by is not null),
  foreign key (municipality, covenant, version) references covenant_version (municipality, covenant, no),
  foreign key (municipality, participant) references covenant_participant (municipality, id),
  foreign key (municipality, about) references covenant_file (municipality, id),
  foreign key (municipality, by) references person (municipality, id));
create index covenant_file_hash on covenant_file (hash);
create table covenant_signature (
  municipality uuid not null, id uuid not null, covenant uuid not null, version int not null, participant uuid not null,
  ${hash('pdf')}, ${hash('odt')}, ${hash('json')},
  name text not null, function text not null check (function <> ''), organisation_name text not null,
  ground text not null check (ground in ('trade-register', 'mandate', 'mayor', 'board', 'other')),
  ground_text text not null default '', channel text not null check (channel in ('link', 'desk', 'pdf', 'paper')),
  code_at timestamptz, said_at timestamptz not null default now(), by uuid, link uuid, file uuid,
  withdrawn_at timestamptz, forgotten_at timestamptz,
  primary key (municipality, id), check ((channel = 'link') = (code_at is not null)),
  check ((channel in ('pdf', 'paper')) = (file is not null)), check (ground <> 'other' or ground_text <> ''),
  check (channel = 'link' or by is not null), check (forgotten_at is not null or name <> ''),
  foreign key (municipality, covenant, version) references covenant_fixed (municipality, covenant, version),
  foreign key (municipality, participant) references covenant_participant (municipality, id),
  foreign key (municipality, link) references covenant_link (municipality, id),
  foreign key (municipality, file) references covenant_file (municipality, id),
  foreign key (municipality, by) references person (municipality, id));
create unique index covenant_signed_once on covenant_signature (municipality, covenant, version, participant)
  where withdrawn_at is null;
create table covenant_receipt (
  municipality uuid not null, covenant uuid not null, version int not null, no int not null,
  body text not null, ${hash('hash')}, at timestamptz not null default now(),
  primary key (municipality, covenant, version, no),
  foreign key (municipality, covenant, version) references covenant_fixed (municipality, covenant, version));
create table covenant_notice (
  municipality uuid not null, id uuid not null, participant uuid not null, reason text not null check (reason <> ''),
  from_on date not null, by uuid not null, at timestamptz not null default now(),
  primary key (municipality, id),
  foreign key (municipality, participant) references covenant_participant (municipality, id),
  foreign key (municipality, by) references person (municipality, id));
create table published.covenant_version (
  municipality uuid not null, no int not null, version int not null, title text not null,
  state text not null check (state in ('open', 'in-force', 'ended', 'dropped', 'replaced')),
  pdf text not null, odt text not null, json text not null, fixed_at timestamptz not null,
  signed int not null, named text[] not null, primary key (municipality, no, version));
`

/** What may happen, whoever asks; and what everybody may check follows by itself. */
const rules = `
-- The day it is in the Netherlands.
create function wall.today() returns date language sql stable set search_path = pg_catalog, pg_temp as $$
  select (now() at time zone 'Europe/Amsterdam')::date $$;

create function wall.covenant_may_be_fixed() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
declare v public.covenant_version; o public.covenant; opinions text[]; begin
  select * into o from public.covenant c where c.municipality = new.municipality and c.id = new.covenant for update;
  select * into v from public.covenant_version c where c.municipality = new.municipality and c.covenant = new.covenant
    and c.no = new.version for update;
  select array_agg(p.role || '/' || p.stance) into opinions from public.covenant_opinion p
    where p.municipality = new.municipality and p.covenant = new.covenant and p.version = new.version
      and not exists (select from public.covenant_opinion r where r.municipality = p.municipality and r.replaces = p.id);
  if v.state is distinct from 'shown' or o.state not in ('draft', 'open', 'in-force')
    or v.comments_until is null or v.comments_until >= wall.today()
    or exists (select from public.covenant_comment c where c.municipality = new.municipality
      and c.covenant = new.covenant and c.state = 'open')
    or not exists (select from unnest(opinions) one where one like 'fg/%')
    or not exists (select from unnest(opinions) one where one like 'security-officer/%')
    or (new.why = '' and exists (select from unnest(opinions) one where one like '%/disagree'))
    or new.sign_by < wall.today() then
    raise exception 'this version cannot be fixed yet' using errcode = 'insufficient_privilege'; end if;
  return new;
end $$;
create trigger may_be before insert on covenant_fixed for each row execute function wall.covenant_may_be_fixed();

-- Fixed is final: in the same act, and in no other way. Signatures on the one before it lapse.
create function wall.covenant_is_fixed() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
declare own uuid; begin
  update public.covenant_version set state = 'final', fixed_by = new."by", fixed_at = new.at
    where municipality = new.municipality and covenant = new.covenant and no = new.version;
  update public.covenant set state = 'open' where municipality = new.municipality and id = new.covenant;
  if not exists (select from public.covenant_participant p where p.municipality = new.municipality
    and p.covenant = new.covenant and p.kind = 'municipality' and p.state <> 'left') then
    own := gen_random_uuid();
    insert into public.covenant_participant (municipality, id, covenant, kind, "by")
      values (new.municipality, own, new.covenant, 'municipality', new."by");
    insert into public.covenant_step (municipality, participant, step, "by")
      values (new.municipality, own, 'invited', new."by");
  end if;
  perform wall.show_covenant(new.municipality, new.covenant);
  return null;
end $$;
create trigger is_final after insert on covenant_fixed for each row execute function wall.covenant_is_fixed();

create function wall.covenant_final_is_fixed() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$ begin
  if not exists (select from public.covenant_fixed f where f.municipality = new.municipality
    and f.covenant = new.covenant and f.version = new.no) then
    raise exception 'a version is fixed with its bytes' using errcode = 'insufficient_privilege'; end if;
  return new;
end $$;
create trigger final_is_fixed before update of state on covenant_version for each row
  when (new.state = 'final' and old.state <> 'final') execute function wall.covenant_final_is_fixed();

create function wall.show_covenant(m uuid, c uuid) returns void language sql security definer
  set search_path = pg_catalog, pg_temp as $$
  insert into published.covenant_version as old
      (municipality, no, version, title, state, pdf, odt, json, fixed_at, signed, named)
    select m, o.no, f.version, o.title, case v.state when 'replaced' then 'replaced' else o.state end,
      f.pdf, f.odt, f.json, f.at,
      (select count(*)::int from public.covenant_signature s join public.covenant_participant p
          on p.municipality = s.municipality and p.id = s.participant
        where s.municipality = m and s.covenant = c and s.version = f.version and s.withdrawn_at is null
          and p.kind <> 'observer'),
      coalesce((select array_agg(s.organisation_name order by s.organisation_name) from public.covenant_signature s
          join public.covenant_participant p on p.municipality = s.municipality and p.id = s.participant
        where s.municipality = m and s.covenant = c and s.version = f.version and s.withdrawn_at is null
          and (p.named or p.kind = 'municipality')), '{}')
    from public.covenant o
      join public.covenant_fixed f on f.municipality = o.municipality and f.covenant = o.id
      join public.covenant_version v on v.municipality = o.municipality and v.covenant = o.id and v.no = f.version
    where o.municipality = m and o.id = c and o.state <> 'draft'
    on conflict (municipality, no, version) do update
      set title = excluded.title, state = excluded.state, signed = excluded.signed, named = excluded.named
      where (old.title, old.state, old.signed, old.named)
        is distinct from (excluded.title, excluded.state, excluded.signed, excluded.named) $$;
create function wall.covenant_shown() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$ begin
  perform wall.show_covenant(new.municipality, case tg_table_name when 'covenant' then (to_jsonb(new) ->> 'id')::uuid
    else (to_jsonb(new) ->> 'covenant')::uuid end);
  return null;
end $$;
create trigger shown after update of title, state on covenant for each row execute function wall.covenant_shown();
create trigger shown after update of state on covenant_version for each row
  when (new.state in ('final', 'replaced')) execute function wall.covenant_shown();
create trigger shown after update of named on covenant_participant for each row
  execute function wall.covenant_shown();
create trigger shown after insert or update on covenant_signature for each row
  execute function wall.covenant_shown();

-- A signature stays as it was given; it can be withdrawn once, and its name goes when its term is over.
create function wall.covenant_signature_stays() returns trigger language plpgsql
  set search_path = pg_catalog, pg_temp as $$
declare was jsonb := to_jsonb(old) - '{withdrawn_at,forgotten_at,name}'::text[]; begin
  if was is distinct from to_jsonb(new) - '{withdrawn_at,forgotten_at,name}'::text[]
    or old.withdrawn_at is not null and new.withdrawn_at is distinct from old.withdrawn_at
    or new.name <> old.name and not (new.name = '' and new.forgotten_at is not null) then
    raise exception 'a signature stays' using errcode = 'insufficient_privilege'; end if;
  return new;
end $$;
create trigger stays before update on covenant_signature for each row execute function wall.covenant_signature_stays();
create trigger kept before delete on covenant_signature for each row execute function refuse_change();

-- Who leaves takes the signature back, and the link ends. Nobody is suspended who was not told so before.
create function wall.covenant_step_follows() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$ begin
  if new.step = 'suspended' and not exists (select from public.covenant_notice n
    where n.municipality = new.municipality and n.participant = new.participant and n.from_on <= wall.today()
      and not exists (select from public.covenant_step s where s.municipality = n.municipality
        and s.participant = n.participant and s.step = 'restored' and s.at > n.at)) then
    raise exception 'a party is told before it is suspended' using errcode = 'insufficient_privilege'; end if;
  -- What a party says itself, the desk hears.
  if new.step in ('declined', 'paused', 'left') and (new."by" is null or exists (select from public.person p
      where p.municipality = new.municipality and p.id = new."by" and p.organisation is not null)) then
    perform wall.covenant_task(new.municipality, (select p.covenant from public.covenant_participant p
      where p.municipality = new.municipality and p.id = new.participant), 'covenant-step', 'Een partij meldt: '
      || case new.step when 'declined' then 'doet niet mee' when 'paused' then 'pauzeert' else 'stopt' end);
  end if;
  if new.step = 'left' then
    update public.covenant_signature set withdrawn_at = now() where municipality = new.municipality
      and participant = new.participant and withdrawn_at is null;
    update public.covenant_link set ended_at = now(), ended = 'left', code = null, code_at = null
      where municipality = new.municipality and participant = new.participant and ended_at is null;
  end if;
  return null;
end $$;
create trigger follows after insert on covenant_step for each row execute function wall.covenant_step_follows();

-- A link is of one mailbox: of another contact it is not.
create function wall.covenant_contact_changed() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$ begin
  update public.covenant_link set ended_at = now(), ended = 'replaced', code = null, code_at = null
    where municipality = new.municipality and participant = new.id and ended_at is null;
  return null;
end $$;
create trigger contact_changed after update of contact_email on covenant_participant for each row
  when (lower(new.contact_email) <> lower(old.contact_email)) execute function wall.covenant_contact_changed();

${['covenant_fixed', 'covenant_notice'].map((table) => `create trigger signed before insert on ${table} for each row execute function signed_by_who_is_here();`).join('\n')}
${['covenant_fixed', 'covenant_receipt', 'covenant_notice', 'covenant_file']
  .map(
    (table) => `create trigger kept before update or delete on ${table} for each row execute function refuse_change();`,
  )
  .join('\n')}
${['covenant_fixed', 'covenant_receipt', 'covenant_notice', 'covenant_file', 'covenant_signature']
  .map(
    (table) =>
      `create trigger never_emptied before truncate on ${table} for each statement execute function refuse_change();`,
  )
  .join('\n')}
revoke execute on function wall.covenant_may_be_fixed(), wall.covenant_is_fixed(), wall.covenant_final_is_fixed(),
  wall.show_covenant(uuid, uuid), wall.covenant_shown(), wall.covenant_step_follows(),
  wall.covenant_contact_changed() from public;
`

const invited = (table: string) => `exists (select from covenant_participant p
  where p.municipality = ${table}.municipality and p.covenant = ${table}.covenant and p.organisation = ${OURS})`
const own = (table: string) => `exists (select from covenant_participant p
  where p.municipality = ${table}.municipality and p.id = ${table}.participant and p.organisation = ${OURS})`
const reads = (table: string, partner: string, roles = READ, columns = '') => `
alter table ${table} enable row level security;
create policy desk_select on ${table} for select to leidraad_desk
  using (${here} and case when ${OURS} is null then ${may(roles)} else ${partner} end);
grant select ${columns} on ${table} to leidraad_desk;`
const adds = (table: string, check: string, columns = '') => `
create policy desk_insert on ${table} for insert to leidraad_desk with check (${here} and ${check});
grant insert ${columns} on ${table} to leidraad_desk;`

const LINK = 'municipality, id, participant, made_at, ends_at, by, handed, ended_at, ended'
const rights = [
  reads('covenant_fixed', invited('covenant_fixed')),
  adds('covenant_fixed', `${staff} and ${may(STEER)} and by = (select current_person())`),
  reads('covenant_link', 'false', [...new Set([...WRITE, ...STEER])], `(${LINK})`),
  adds(
    'covenant_link',
    `${staff} and ${may([...new Set([...WRITE, ...STEER])])} and by = (select current_person())`,
    '(municipality, id, participant, secret, ends_at, by, handed)',
  ),
  `
create policy desk_update on covenant_link for update to leidraad_desk
  using (${here} and ${staff} and ${may([...new Set([...WRITE, ...STEER])])} and ended_at is null)
  with check (${here} and ended is not distinct from 'replaced');
grant update (ended_at, ended) on covenant_link to leidraad_desk;`,
  reads('covenant_file', own('covenant_file')),
  adds(
    'covenant_file',
    `by = (select current_person()) and case when ${OURS} is null then ${may([...new Set([...WRITE, ...STEER])])}
      else ${own('covenant_file')} and kind <> 'validation' end`,
  ),
  reads('covenant_signature', own('covenant_signature')),
  reads('covenant_receipt', invited('covenant_receipt')),
  reads('covenant_notice', own('covenant_notice')),
  adds('covenant_notice', `${staff} and ${may(STEER)} and by = (select current_person())`),
  ...['covenant_fixed', 'covenant_signature', 'covenant_receipt'].map(
    (table) => `
create policy clock_select on ${table} for select to leidraad_clock using (${here});
grant select on ${table} to leidraad_clock;`,
  ),
  `
create policy clock_insert on covenant_receipt for insert to leidraad_clock with check (${here});
grant insert on covenant_receipt to leidraad_clock;
alter table published.covenant_version enable row level security;
create policy read_by_all on published.covenant_version for select to leidraad_public using (true);
grant select on published.covenant_version to leidraad_public;`,
].join('')

/** Of contacts of who takes part no more the name and address; of signatures the name, when their term is over. */
const forgetting = `
create function wall.forget_covenant_contacts(contacts interval, signatures interval) returns int language plpgsql
  security definer set search_path = pg_catalog, pg_temp as $$
declare m uuid := public.current_municipality(); gone_contacts int; gone_names int; begin
  with over as (
    select p.id, p.contact_email from public.covenant_participant p
      join public.covenant o on o.municipality = p.municipality and o.id = p.covenant
    where p.municipality = m and (p.contact_name <> '' or p.contact_email <> '')
      and (p.state in ('left', 'declined') and (select max(s.at) from public.covenant_step s
          where s.municipality = m and s.participant = p.id) < now() - contacts
        or o.state in ('ended', 'dropped') and coalesce(o.ends_on, wall.today()) < wall.today() - contacts)),
  gone as (delete from public.message x using over where x.municipality = m and x.recipient = over.contact_email
    and x.object like 'covenant/%' returning 1)
  update public.covenant_participant p set contact_name = '', contact_email = '' from over
    where p.municipality = m and p.id = over.id;
  get diagnostics gone_contacts = row_count;
  update public.covenant_signature s set name = '', forgotten_at = now() from public.covenant o
    where s.municipality = m and o.municipality = m and o.id = s.covenant and s.name <> ''
      and o.state in ('ended', 'dropped') and o.ends_on < wall.today() - signatures;
  get diagnostics gone_names = row_count;
  return gone_contacts + gone_names;
end $$;
revoke execute on function wall.forget_covenant_contacts(interval, interval) from public;
grant execute on function wall.forget_covenant_contacts(interval, interval) to leidraad_clock;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [tables, rules, rights, doors, forgetting]) await sql.raw(part).execute(db)
}
