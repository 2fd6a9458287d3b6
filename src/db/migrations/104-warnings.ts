/**
 * Warnings between those who work together in a city. Label and access are one column: the same table label × door as
 * `vocabulary/tlp.ts` decides here who reads what, and a test holds one against the other.
 */
import { sql, type Kysely } from 'kysely'

const LABELS = `'RED', 'AMBER+STRICT', 'AMBER', 'GREEN', 'CLEAR'`
const TASK = ['security-officer', 'policy-officer', 'account-manager']
const STAFF = [...TASK, 'adviser', 'fg', 'executor', 'decision-maker', 'publisher', 'tender-officer', 'auditor']
const person = (column: string) => `foreign key (municipality, ${column}) references person (municipality, id)`
const ofWarning = 'foreign key (municipality, warning) references warning (municipality, id)'
const ofOrganisation = 'foreign key (municipality, organisation) references organisation (municipality, id)'

/** `open` → the doors of a label, each with who (`reach`) and how much (`shows`). */
const OPEN = (reach: string) =>
  ({
    ...Object.fromEntries(
      ['page', 'api', 'export', 'print', 'replies', 'counts'].map((door) => [door, [reach, 'all']]),
    ),
    ...Object.fromEntries(['feed', 'search'].map((door) => [door, [reach, 'title']])),
  }) as Record<string, [string, string]>
const SHUT = Object.fromEntries(
  ['feed', 'api', 'search', 'export', 'print', 'replies', 'counts'].map((door) => [door, ['nobody', 'nothing']]),
) as Record<string, [string, string]>
const table: Readonly<Record<string, Readonly<Record<string, readonly [string, string]>>>> = {
  RED: {
    ...SHUT,
    ...Object.fromEntries(['page', 'replies', 'counts'].map((door) => [door, ['named', 'all']])),
    mail: ['named', 'link'],
    task: ['named', 'link'],
  },
  'AMBER+STRICT': { ...OPEN('task'), mail: ['task', 'link'], task: ['task', 'link'] },
  AMBER: { ...OPEN('clients'), mail: ['clients', 'link'], task: ['clients', 'link'] },
  GREEN: { ...OPEN('community'), mail: ['community', 'title'], task: ['community', 'title'] },
  CLEAR: { ...OPEN('everyone'), mail: ['everyone', 'all'], task: ['everyone', 'title'] },
  unlabelled: { ...SHUT, page: ['task', 'all'], mail: ['task', 'link'], task: ['task', 'link'] },
}
const ALWAYS = { trail: ['community', 'link'], error: ['everyone', 'nothing'] } as const
const cells = Object.entries(table).flatMap(([label, doors]) =>
  Object.entries({ ...doors, ...ALWAYS }).map(
    ([door, [reach, shows]]) => `('${label}', '${door}', '${reach}', '${shows}')`,
  ),
)

const protocol = `
create function wall.tlp() returns table (label text, door text, reach text, shows text) language sql immutable as $$
  select * from (values ${cells.join(',\n    ')}) t (label, door, reach, shows) $$;
create function wall.tlp_reach(asked text, at text) returns text language sql immutable as $$
  select coalesce((select reach from wall.tlp() where label = coalesce(asked, 'unlabelled') and door = at),
    'nobody') $$;
create function wall.tlp_is_wider(was text, becomes text) returns boolean language sql immutable as $$
  select array_position(array[${LABELS}], becomes) > array_position(array[${LABELS}], was) $$;
`

/** A warning itself holds no word: those stand in its versions, which have a wall of their own. */
const tables = `
create table warning_feed (
  municipality uuid not null references municipality, id uuid not null,
  name text not null check (length(name) between 1 and 120),
  address text not null check (length(address) between 1 and 300),
  fingerprint text not null check (length(fingerprint) between 1 and 64), open boolean not null default false,
  keeper uuid not null, state text not null default 'on' check (state in ('on', 'off')),
  by uuid not null, at timestamptz not null default now(), read_until timestamptz, looked_at timestamptz,
  taken int not null default 0, refused jsonb not null default '[]', failure text not null default ''
    check (length(failure) <= 500),
  primary key (municipality, id), unique (municipality, address), ${person('keeper')}, ${person('by')});

create table warning (
  municipality uuid not null references municipality, id uuid not null,
  number text not null check (length(number) between 1 and 40),
  source text not null check (source in ('own', 'file', 'feed')), feed uuid,
  publisher text not null default '' check (length(publisher) <= 200),
  namespace text not null check (length(namespace) between 1 and 300),
  tracking text not null check (length(tracking) between 1 and 200), label text check (label in (${LABELS})),
  state text not null default 'open' check (state in ('open', 'sent', 'ended')),
  ended text check (ended in ('done', 'withdrawn', 'superseded')), ended_on date, ends_on date,
  version int not null default 0, sent_at timestamptz, by uuid, at timestamptz not null default now(),
  primary key (municipality, id), unique (municipality, number), unique (municipality, namespace, tracking),
  check ((state = 'ended') = (ended is not null)), check ((ended is null) = (ended_on is null)),
  check (state <> 'sent' or (label is not null and ends_on is not null and sent_at is not null)),
  foreign key (municipality, feed) references warning_feed (municipality, id), ${person('by')});
create index warning_runs on warning (municipality, ends_on) where state = 'sent';
create index warning_newest on warning (municipality, at desc);

create table warning_version (
  municipality uuid not null, warning uuid not null, no int not null check (no > 0),
  title text not null check (length(title) between 1 and 200),
  what text not null default '' check (length(what) <= 400),
  act text not null default '' check (length(act) <= 300), act_by date,
  works text not null default '' check (length(works) <= 400),
  call text not null default '' check (length(call) <= 300), urgency text check (urgency in ('urgent', 'normal')),
  chance text check (chance in ('low', 'medium', 'high')), damage text check (damage in ('low', 'medium', 'high')),
  products jsonb not null default '[]' check (length(products::text) <= 40000),
  refs jsonb not null default '[]' check (length(refs::text) <= 20000),
  notes text not null default '' check (length(notes) <= 20000),
  remedy text not null default '' check (length(remedy) <= 4000),
  source_version text not null default '' check (length(source_version) <= 60), source_key int[],
  released_at timestamptz, signature text not null default 'own' check (signature in ('good', 'none', 'own')),
  signed_by text not null default '' check (length(signed_by) <= 64),
  hash text not null default '' check (length(hash) <= 64), url text not null default '' check (length(url) <= 600),
  by uuid, at timestamptz not null default now(),
  primary key (municipality, warning, no), ${ofWarning}, ${person('by')});

create table warning_person (
  municipality uuid not null, warning uuid not null, person uuid not null, by uuid,
  at timestamptz not null default now(),
  primary key (municipality, warning, person), ${ofWarning}, ${person('person')}, ${person('by')});
create table warning_client (
  municipality uuid not null references municipality, id uuid not null, organisation uuid not null,
  contract uuid, contract_name text not null check (length(contract_name) between 1 and 200),
  by uuid not null, at timestamptz not null default now(), ended_by uuid, ended_at timestamptz,
  primary key (municipality, id), check ((ended_by is null) = (ended_at is null)),
  ${ofOrganisation}, ${person('by')}, ${person('ended_by')});
create unique index warning_client_once on warning_client (municipality, organisation, contract_name)
  where ended_at is null;
create table warning_receiver (
  municipality uuid not null, warning uuid not null, organisation uuid not null,
  why text not null check (length(why) between 1 and 200), by uuid not null, at timestamptz not null default now(),
  primary key (municipality, warning, organisation), ${ofWarning}, ${ofOrganisation}, ${person('by')});
create table warning_reply (
  municipality uuid not null, warning uuid not null, id uuid not null, organisation uuid,
  answer text not null check (answer in ('applies', 'not', 'done', 'help')),
  text text not null default '' check (length(text) <= 500), by uuid not null, at timestamptz not null default now(),
  primary key (municipality, warning, id), ${ofWarning}, ${ofOrganisation}, ${person('by')});
create index warning_reply_last on warning_reply (municipality, warning, organisation, at desc);
create table warning_reading (
  municipality uuid not null, warning uuid not null, id uuid not null, person uuid not null, version int not null,
  at timestamptz not null default now(), primary key (municipality, warning, id), ${ofWarning}, ${person('person')});
create table warning_label (
  municipality uuid not null, warning uuid not null, no int not null, was text check (was in (${LABELS})),
  label text not null check (label in (${LABELS})), leave_by text not null check (length(leave_by) between 1 and 200),
  leave_on date not null, leave_text text not null check (length(leave_text) between 1 and 500),
  by uuid, at timestamptz not null default now(), primary key (municipality, warning, no), ${ofWarning},
  ${person('by')});
create table warning_match (
  municipality uuid not null, warning uuid not null, kind text not null check (kind in ('entry', 'product', 'site')),
  object uuid not null, name text not null check (length(name) between 1 and 200),
  why text not null check (length(why) between 1 and 300), fits boolean not null, by uuid not null,
  at timestamptz not null default now(), primary key (municipality, warning, kind, object), ${ofWarning},
  ${person('by')});
${['warning_version', 'warning_reply', 'warning_reading', 'warning_label']
  .map(
    (name) => `create trigger stays before update or delete on ${name} for each row execute function refuse_change();
create trigger never_emptied before truncate on ${name} for each statement execute function refuse_change();`,
  )
  .join('\n')}
`

/** Everything asks this: whether who is here may open that door of that warning. */
const access = `
create function wall.may_open_warning(m uuid, w uuid, which text) returns boolean language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select coalesce((select case wall.tlp_reach(x.label, which)
      when 'named' then h.named
      when 'task' then h.task
      when 'clients' then h.task or (x.state <> 'open' and h.client)
      when 'community' then h.task or (x.state <> 'open' and (h.staff or h.partner))
      when 'everyone' then h.task or (x.state <> 'open' and (h.staff or h.partner))
      else false end
    from public.warning x
    cross join lateral (select public.current_organisation() as mine) o
    cross join lateral (select
      exists (select from public.warning_person p where p.municipality = m and p.warning = w
        and p.person = public.current_person()) as named,
      o.mine is null and wall.may('{${STAFF.join()}}') as staff,
      o.mine is not null and wall.may('{partner}') as partner) a
    cross join lateral (select a.named, a.staff, a.partner,
      o.mine is null and (wall.may('{${TASK.join()}}') or a.named) as task,
      a.partner and exists (select from public.warning_receiver r
        join public.warning_client c on c.municipality = r.municipality and c.organisation = r.organisation
          and c.ended_at is null
        where r.municipality = m and r.warning = w and r.organisation = o.mine) as client) h
    where x.municipality = m and x.id = w and m = public.current_municipality()), false) $$;

-- A label says to whom it may be addressed: RED to persons, AMBER+STRICT to nobody outside, AMBER to clients.
create function wall.may_receive_warning(m uuid, w uuid, o uuid) returns boolean language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select coalesce((select case wall.tlp_reach(x.label, 'page')
      when 'clients' then exists (select from public.warning_client c
        where c.municipality = m and c.organisation = o and c.ended_at is null)
      when 'community' then true when 'everyone' then true else false end
    from public.warning x where x.municipality = m and x.id = w), false) $$;

-- The words of what is RED are read only in the transaction that wrote down who reads.
create function wall.may_read_warning(m uuid, w uuid) returns boolean language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select wall.may_open_warning(m, w, 'page') and (
    (select x.label is distinct from 'RED' from public.warning x where x.municipality = m and x.id = w)
    or exists (select from public.warning_reading r where r.municipality = m and r.warning = w
      and r.person = public.current_person() and r.at = now())) $$;
`

/** What happens with the row itself: who makes it RED is named, and a label moves only with its reason. */
const rules = `
create function wall.warning_begins() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$ begin
  if new.label = 'RED' and new."by" is not null then
    insert into public.warning_person (municipality, warning, person, "by")
      values (new.municipality, new.id, new."by", new."by") on conflict do nothing;
  end if;
  return null;
end $$;
create trigger begins after insert on warning for each row execute function wall.warning_begins();

create function wall.warning_version_made() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$ begin
  update public.warning set version = new.no where municipality = new.municipality and id = new.warning
    and version = new.no - 1;
  if not found then raise exception 'another version came first' using errcode = 'serialization_failure'; end if;
  return null;
end $$;
create trigger made after insert on warning_version for each row execute function wall.warning_version_made();

-- Wider only with the leave of whose it is, which is kept.
create function wall.warning_labelled() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
declare x public.warning; begin
  if public.current_person() is not null and not (wall.may('{${TASK.join()}}')
      and wall.may_open_warning(new.municipality, new.warning, 'page')) then
    raise exception 'this is not your task' using errcode = 'insufficient_privilege'; end if;
  select * into x from public.warning where municipality = new.municipality and id = new.warning for update;
  if x.label is not distinct from new.label or x.state = 'ended' or new.leave_on > current_date then
    raise exception 'this label changes nothing' using errcode = 'check_violation'; end if;
  new.was := x.label;
  new.no := 1 + coalesce((select max(l.no) from public.warning_label l
    where l.municipality = new.municipality and l.warning = new.warning), 0);
  if new.label = 'RED' and new."by" is not null then
    insert into public.warning_person (municipality, warning, person, "by")
      values (new.municipality, new.warning, new."by", new."by") on conflict do nothing;
  end if;
  update public.warning set label = new.label where municipality = new.municipality and id = new.warning;
  return new;
end $$;
create trigger labelled before insert on warning_label for each row execute function wall.warning_labelled();
`

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [protocol, tables, access, rules]) await sql.raw(part).execute(db)
}
