/**
 * How pledges are followed: totals that a party hands in, figures that are kept because they are read often, and what a
 * named verifier says at the end. A party reads its own, and of all together what tells nothing of one of the others.
 */
import { sql, type Kysely } from 'kysely'

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
const VERIFY = ['policy-officer', 'adviser', 'security-officer', 'fg', 'executor']
const may = (roles: readonly string[]) => `(select wall.may('{${roles.join()}}'))`
const here = 'municipality = (select current_municipality())'
const OURS = '(select current_organisation())'
const ME = '(select current_person())'
/** In the place of an organisation: the municipality itself, or all together. */
const NOBODY = "'00000000-0000-0000-0000-000000000000'"

const signed = 'foreign key (municipality, by) references person (municipality, id)'
const ofCovenant = 'foreign key (municipality, covenant) references covenant (municipality, id)'
const ofParty = 'foreign key (municipality, organisation) references organisation (municipality, id)'

const tables = `
create table counted_finding (
  municipality uuid not null, id uuid not null, covenant uuid not null, pledge text not null check (pledge <> ''),
  organisation uuid, criterion text not null, period_from date not null, period_to date not null,
  count int not null check (count >= 0), among int not null check (among > 0), proof text not null check (proof <> ''),
  upload uuid, by uuid not null, at timestamptz not null default now(), replaces uuid,
  checked text check (checked in ('confirmed', 'refused')), checked_for text not null default '', checked_by uuid,
  checked_at timestamptz,
  primary key (municipality, id), unique (municipality, replaces), check (count <= among),
  check (period_from <= period_to), check ((checked is null) = (checked_at is null)),
  check ((checked is null) = (checked_by is null)), check (checked is distinct from 'refused' or checked_for <> ''),
  ${ofCovenant}, ${ofParty}, ${signed},
  foreign key (municipality, replaces) references counted_finding (municipality, id),
  foreign key (municipality, upload) references upload (municipality, id),
  foreign key (municipality, checked_by) references person (municipality, id));
create unique index counted_once on counted_finding (municipality, covenant, pledge,
  coalesce(organisation, ${NOBODY}), period_from, period_to) where replaces is null;
create table pledge_value (
  municipality uuid not null, covenant uuid not null, pledge text not null, whole boolean not null,
  organisation uuid not null default ${NOBODY}, from_day date not null, to_day date,
  level text not null check (level in ('together', 'named')), parties int not null,
  standing text not null check (standing in ('joined', 'paused', 'suspended', 'left')),
  count int not null, among int not null, unknown int not null,
  strength text check (strength in ('declared', 'measured', 'documented', 'witnessed')), until date, seen date,
  spread jsonb not null default '[]',
  primary key (municipality, covenant, pledge, whole, organisation, from_day), ${ofCovenant});
create index pledge_value_now on pledge_value (municipality, covenant, whole, pledge) where to_day is null;
create index pledge_value_of_party on pledge_value (municipality, organisation) where to_day is null and not whole;
-- What a pledge was last reckoned from, or with no covenant and no pledge the whole: the same is not written again.
create table pledge_mark (
  municipality uuid not null references municipality, covenant uuid not null default ${NOBODY},
  pledge text not null default '', mark text not null, at timestamptz not null default now(),
  primary key (municipality, covenant, pledge));
create table pledge_verifier (
  municipality uuid not null, covenant uuid not null, pledge text not null check (pledge <> ''), no int not null,
  person uuid not null, reason text not null check (reason <> ''), by uuid not null,
  at timestamptz not null default now(),
  primary key (municipality, covenant, pledge, no), ${ofCovenant}, ${signed},
  foreign key (municipality, person) references person (municipality, id));
create table pledge_verdict (
  municipality uuid not null, id uuid not null, covenant uuid not null, pledge text not null check (pledge <> ''),
  whole boolean not null, organisation uuid,
  outcome text not null check (outcome in ('met', 'met-late', 'not-met', 'lapsed')), met_on date, days_late int,
  proof text not null check (proof <> ''), seen_on date not null, calculated jsonb not null, due date not null,
  object_until date, plan_due date, reason text not null default '', replaces uuid,
  by uuid not null, at timestamptz not null default now(),
  primary key (municipality, id), unique (municipality, replaces), check (not whole or organisation is null),
  check (replaces is null or reason <> ''), check ((outcome = 'met-late') = (days_late is not null)),
  check (days_late > 0), check (outcome <> 'not-met' or plan_due is not null),
  ${ofCovenant}, ${ofParty}, ${signed},
  foreign key (municipality, replaces) references pledge_verdict (municipality, id));
create unique index pledge_verdict_first on pledge_verdict (municipality, covenant, pledge, whole,
  coalesce(organisation, ${NOBODY})) where replaces is null;
create table pledge_word (
  municipality uuid not null, verdict uuid not null, no int not null,
  kind text not null check (kind in ('objection', 'upheld', 'rejected', 'plan', 'plan-accepted', 'plan-returned')),
  organisation uuid, text text not null check (text <> ''), by uuid not null, at timestamptz not null default now(),
  primary key (municipality, verdict, no), ${signed},
  foreign key (municipality, verdict) references pledge_verdict (municipality, id));
create table pledge_note (
  municipality uuid not null, id uuid not null, covenant uuid not null, pledge text not null check (pledge <> ''),
  kind text not null check (kind in ('confirmed', 'proof', 'meeting', 'extended', 'note')), organisation uuid,
  "on" date not null, text text not null check (text <> ''), upload uuid, by uuid not null,
  at timestamptz not null default now(),
  primary key (municipality, id), ${ofCovenant}, ${ofParty}, ${signed},
  foreign key (municipality, upload) references upload (municipality, id));
create index pledge_notes on pledge_note (municipality, covenant, pledge, "on");
`

/**
 * Asked by policies, with the rights of the owner: what was agreed, by the newest version that is final, or shown; who
 * looks whether it is kept; until when; and whether a figure of one party may be seen by the others.
 */
const rules = `
create function wall.pledge_terms(m uuid, c uuid, p text) returns jsonb language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select e from public.covenant_version v, jsonb_array_elements(v.text -> 'pledges') e
    where v.municipality = m and v.covenant = c and v.state in ('shown', 'final') and e ->> 'id' = p
    order by (v.state = 'final') desc, v.no desc limit 1 $$;
create function wall.verifies(m uuid, c uuid, p text) returns boolean language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select public.current_organisation() is null and coalesce(public.current_person() = coalesce(
    (select v.person from public.pledge_verifier v where v.municipality = m and v.covenant = c and v.pledge = p
      order by v.no desc limit 1),
    (wall.pledge_terms(m, c, p) -> 'verifier' ->> 'person')::uuid), false) $$;
create function wall.pledge_due(m uuid, c uuid, p text, o uuid) returns date language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select greatest((wall.pledge_terms(m, c, p) ->> 'due')::date, (select max(t.extended_until)
    from public.covenant_participant t where t.municipality = m and t.covenant = c and t.organisation = o)) $$;
create function wall.takes_part(m uuid, c uuid, o uuid) returns boolean language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select exists (select from public.covenant_participant t where t.municipality = m and t.covenant = c
    and t.organisation = o and t.kind = 'party' and t.state in ('joined', 'paused', 'suspended')) $$;
create function wall.invited_to(m uuid, c uuid) returns boolean language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select exists (select from public.covenant_participant t where t.municipality = m and t.covenant = c
    and t.organisation = public.current_organisation()) $$;
-- Ten or more, or every one of those who take part agreed to be named.
create function wall.all_named(m uuid, c uuid) returns boolean language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select not exists (select from public.covenant_participant t where t.municipality = m and t.covenant = c
    and t.kind = 'party' and t.state in ('joined', 'paused', 'suspended') and t.named is not true) $$;
create function wall.is_named(m uuid, c uuid, o uuid) returns boolean language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select exists (select from public.covenant_participant t where t.municipality = m and t.covenant = c
    and t.organisation = o and t.state in ('joined', 'paused', 'suspended') and t.named) $$;
create function wall.plays_in(m uuid, v uuid) returns boolean language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select exists (select from public.pledge_verdict d where d.municipality = m and d.id = v
    and d.organisation = public.current_organisation()) $$;
create function wall.verifies_verdict(m uuid, v uuid) returns boolean language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select exists (select from public.pledge_verdict d where d.municipality = m and d.id = v
    and wall.verifies(m, d.covenant, d.pledge)) $$;
${[
  'pledge_terms(uuid, uuid, text)',
  'verifies(uuid, uuid, text)',
  'pledge_due(uuid, uuid, text, uuid)',
  'takes_part(uuid, uuid, uuid)',
  'invited_to(uuid, uuid)',
  'all_named(uuid, uuid)',
  'is_named(uuid, uuid, uuid)',
  'plays_in(uuid, uuid)',
  'verifies_verdict(uuid, uuid)',
]
  .map(
    (each) => `revoke execute on function wall.${each} from public;
grant execute on function wall.${each} to leidraad_desk;`,
  )
  .join('\n')}

-- A total is checked once, and stays as it was handed in; what comes in its place is of the same party and pledge.
create function wall.counted_follows() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
declare was public.counted_finding; begin
  if tg_op = 'UPDATE' then
    if old.checked is not null or (to_jsonb(new) - '{checked,checked_for,checked_by,checked_at}'::text[])
        <> (to_jsonb(old) - '{checked,checked_for,checked_by,checked_at}'::text[]) then
      raise exception 'this total was checked, or was handed in so' using errcode = 'insufficient_privilege'; end if;
    return new;
  end if;
  if new.replaces is null then return new; end if;
  select * into was from public.counted_finding n where n.municipality = new.municipality and n.id = new.replaces;
  if (was.covenant, was.pledge, was.organisation, was.period_from, was.period_to) is distinct from
      (new.covenant, new.pledge, new.organisation, new.period_from, new.period_to) then
    raise exception 'this comes in the place of nothing' using errcode = 'insufficient_privilege'; end if;
  return new;
end $$;
create trigger follows before insert or update on counted_finding
  for each row execute function wall.counted_follows();
create function wall.verdict_follows() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
declare was public.pledge_verdict; begin
  if new.replaces is null then return new; end if;
  select * into was from public.pledge_verdict n where n.municipality = new.municipality and n.id = new.replaces;
  if (was.covenant, was.pledge, was.whole, was.organisation) is distinct from
      (new.covenant, new.pledge, new.whole, new.organisation) then
    raise exception 'this corrects nothing' using errcode = 'insufficient_privilege'; end if;
  return new;
end $$;
create trigger follows before insert on pledge_verdict for each row execute function wall.verdict_follows();
create function wall.word_numbered() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$ begin
  perform from public.pledge_verdict d where d.municipality = new.municipality and d.id = new.verdict for update;
  new.no := 1 + coalesce((select max(w.no) from public.pledge_word w where w.municipality = new.municipality
    and w.verdict = new.verdict), 0);
  return new;
end $$;
create trigger numbered before insert on pledge_word for each row execute function wall.word_numbered();
revoke execute on function wall.word_numbered() from public;
${['counted_finding', 'pledge_verifier', 'pledge_verdict', 'pledge_word', 'pledge_note']
  .map(
    (table) => `create trigger signed before insert on ${table} for each row execute function signed_by_who_is_here();`,
  )
  .join('\n')}
${['pledge_verifier', 'pledge_verdict', 'pledge_word', 'pledge_note']
  .map(
    (table) => `create trigger kept before update or delete on ${table} for each row execute function refuse_change();
create trigger never_emptied before truncate on ${table} for each statement execute function refuse_change();`,
  )
  .join('\n')}
`

const staff = `${OURS} is null`
const today = "(now() at time zone 'Europe/Amsterdam')::date"
const reads = (table: string, partner: string) => `
alter table ${table} enable row level security;
create policy desk_select on ${table} for select to leidraad_desk
  using (${here} and case when ${OURS} is null then ${may(READ)} else ${partner} end);
grant select on ${table} to leidraad_desk;`
const adds = (table: string, check: string) => `
create policy desk_insert on ${table} for insert to leidraad_desk with check (${here} and ${check});
grant insert on ${table} to leidraad_desk;`
const own = `organisation = ${OURS}`
const takesPart = (table: string) => `wall.takes_part(${table}.municipality, ${table}.covenant, ${OURS})`
const invited = (table: string) => `wall.invited_to(${table}.municipality, ${table}.covenant)`
const verifies = (table: string) =>
  `${may(VERIFY)} and wall.verifies(${table}.municipality, ${table}.covenant, ${table}.pledge)`

const rights = [
  reads('counted_finding', own),
  adds(
    'counted_finding',
    `by = ${ME} and checked is null and case when ${OURS} is null then organisation is null and ${may(WRITE)}
      else ${own} and ${takesPart('counted_finding')} end`,
  ),
  `
create policy desk_update on counted_finding for update to leidraad_desk
  using (${here} and ${staff} and ${verifies('counted_finding')} and by <> ${ME})
  with check (${here} and checked_by = ${ME});
grant update (checked, checked_for, checked_by, checked_at) on counted_finding to leidraad_desk;`,
  reads(
    'pledge_value',
    `case when whole then ${invited('pledge_value')} and (parties >= 10
        or level = 'named' and wall.all_named(pledge_value.municipality, pledge_value.covenant))
      else ${own} or level = 'named' and ${invited('pledge_value')}
        and wall.is_named(pledge_value.municipality, pledge_value.covenant, pledge_value.organisation) end`,
  ),
  reads('pledge_verifier', invited('pledge_verifier')),
  // Whom the steering group names is no one of a party.
  adds(
    'pledge_verifier',
    `${staff} and ${may(STEER)} and by = ${ME} and exists (select from person p
      where p.municipality = pledge_verifier.municipality and p.id = pledge_verifier.person
        and p.organisation is null)`,
  ),
  reads('pledge_verdict', `case when whole then ${invited('pledge_verdict')} else ${own} end`),
  // Nobody is told to have missed something before the day is over.
  adds(
    'pledge_verdict',
    `${staff} and by = ${ME} and ${verifies('pledge_verdict')}
      and due = wall.pledge_due(pledge_verdict.municipality, pledge_verdict.covenant, pledge_verdict.pledge,
        pledge_verdict.organisation)
      and (outcome not in ('not-met', 'met-late') or due < ${today}) and seen_on <= ${today}`,
  ),
  reads('pledge_word', 'wall.plays_in(pledge_word.municipality, pledge_word.verdict)'),
  adds(
    'pledge_word',
    `by = ${ME} and case when ${OURS} is null then organisation is null and case
        when kind in ('upheld', 'rejected') then ${may(STEER)}
        when kind = 'plan' then ${may(WRITE)}
        else kind in ('plan-accepted', 'plan-returned')
          and (${may(WRITE)} or wall.verifies_verdict(pledge_word.municipality, pledge_word.verdict)) end
      else ${own} and kind in ('objection', 'plan')
        and wall.plays_in(pledge_word.municipality, pledge_word.verdict) end`,
  ),
  reads(
    'pledge_note',
    `case when organisation is null then ${invited('pledge_note')} and kind in ('confirmed', 'meeting', 'extended')
      else ${own} end`,
  ),
  adds(
    'pledge_note',
    `by = ${ME} and case when ${OURS} is null then case when kind = 'confirmed' then ${verifies('pledge_note')}
        else ${may([...WRITE, 'decision-maker'])} end
      else ${own} and kind = 'proof' and ${takesPart('pledge_note')} end`,
  ),
].join('')

/** The clock reckons what is kept, out of what it may only read for that; of answers those that were shared. */
const clockReads = (table: string, rule = here) => `
create policy clock_select on ${table} for select to leidraad_clock using (${rule});
grant select on ${table} to leidraad_clock;`
const clock = [
  ...[
    'counted_finding',
    'pledge_value',
    'pledge_mark',
    'pledge_verifier',
    'pledge_verdict',
    'pledge_word',
    'covenant_step',
    'organisation',
    'subject',
    'answer_share',
    'product',
    'regulation',
    'published.finding',
    'published.subject_visit',
  ].map((table) => clockReads(table)),
  clockReads(
    'answer',
    `${here} and exists (select from answer_share s where s.municipality = answer.municipality
    and s.form = answer.form and s.question = answer.question and answer.no >= s.no)`,
  ),
  clockReads(
    'answer_evidence',
    `${here} and exists (select from answer_share s
    where s.municipality = answer_evidence.municipality and s.form = answer_evidence.form
      and s.question = answer_evidence.question)`,
  ),
  clockReads(
    'form',
    `${here} and exists (select from answer_share s where s.municipality = form.municipality
    and s.form = form.id)`,
  ),
  clockReads('questionnaire', '(select current_municipality()) is not null'),
  `
alter table pledge_mark enable row level security;`,
  ...['pledge_value', 'pledge_mark'].map(
    (table) => `
create policy clock_insert on ${table} for insert to leidraad_clock with check (${here});
create policy clock_update on ${table} for update to leidraad_clock using (${here}) with check (${here});
create policy clock_delete on ${table} for delete to leidraad_clock using (${here});
grant insert, update, delete on ${table} to leidraad_clock;`,
  ),
].join('')

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(tables + rules + rights + clock).execute(db)
}
