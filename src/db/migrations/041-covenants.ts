/**
 * Covenants: their versions, who takes part, what is said of each article, and the opinions before a version is fixed.
 * A version that was shown is never written again; what follows is the next. A partner organisation reads the covenants
 * it was invited to, once a version was shown.
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
const OPINE = ['fg', 'security-officer']
const may = (roles: readonly string[]) => `(select wall.may('{${roles.join()}}'))`
const here = 'municipality = (select current_municipality())'
const OURS = '(select current_organisation())'

const tables = `
create table covenant (
  municipality uuid not null references municipality, id uuid not null, no int not null,
  title text not null check (title <> ''), template text not null, template_version text not null,
  cluster text, street text, owner uuid not null,
  state text not null default 'draft' check (state in ('draft', 'open', 'in-force', 'ended', 'dropped')),
  begins_on date, ends_on date, why text not null default '', created_at timestamptz not null default now(),
  primary key (municipality, id), unique (municipality, no), check (ends_on >= begins_on),
  foreign key (municipality, owner) references person (municipality, id));
create table covenant_version (
  municipality uuid not null, covenant uuid not null, no int not null,
  state text not null default 'draft' check (state in ('draft', 'shown', 'final', 'replaced')),
  text jsonb not null check (length(text::text) < 2000000), rev int not null default 1, why text not null default '',
  by uuid not null, at timestamptz not null default now(), changed_at timestamptz not null default now(),
  shown_by uuid, shown_at timestamptz, comments_until date, fixed_by uuid, fixed_at timestamptz,
  primary key (municipality, covenant, no),
  check ((state = 'draft') = (shown_at is null)), check (state <> 'final' or fixed_at is not null),
  foreign key (municipality, covenant) references covenant (municipality, id),
  foreign key (municipality, by) references person (municipality, id),
  foreign key (municipality, shown_by) references person (municipality, id),
  foreign key (municipality, fixed_by) references person (municipality, id));
create unique index covenant_one_draft on covenant_version (municipality, covenant) where state = 'draft';
create unique index covenant_one_final on covenant_version (municipality, covenant) where state = 'final';
create table covenant_participant (
  municipality uuid not null, id uuid not null, covenant uuid not null, organisation uuid,
  kind text not null check (kind in ('municipality', 'party', 'observer')),
  state text not null default 'invited' check (state in ('invited', 'declined', 'joined', 'paused', 'suspended', 'left')),
  contact_name text not null default '', contact_function text not null default '', contact_email text not null default '',
  named boolean, by uuid not null, at timestamptz not null default now(),
  joined_on date, left_on date, extended_until date,
  primary key (municipality, id), check (kind = 'municipality' or organisation is not null),
  foreign key (municipality, covenant) references covenant (municipality, id),
  foreign key (municipality, organisation) references organisation (municipality, id),
  foreign key (municipality, by) references person (municipality, id));
create unique index covenant_party_once on covenant_participant
  (municipality, covenant, coalesce(organisation, '00000000-0000-0000-0000-000000000000')) where state <> 'left';
create index covenant_of_organisation on covenant_participant (municipality, organisation);
create table covenant_step (
  municipality uuid not null, participant uuid not null, no int not null,
  step text not null check (step in ('invited', 'declined', 'joined', 'paused', 'resumed', 'suspended', 'restored',
    'extended', 'left', 'named', 'unnamed')),
  reason text not null default '', "on" date not null default current_date, until date, by uuid,
  at timestamptz not null default now(),
  primary key (municipality, participant, no), check (step <> 'extended' or until is not null),
  check (reason <> '' or step not in ('paused', 'suspended', 'extended', 'left')),
  foreign key (municipality, participant) references covenant_participant (municipality, id),
  foreign key (municipality, by) references person (municipality, id));
create table covenant_comment (
  municipality uuid not null, id uuid not null, covenant uuid not null, version int not null,
  article text not null check (article <> ''), by uuid, participant uuid, text text not null check (text <> ''),
  at timestamptz not null default now(),
  state text not null default 'open' check (state in ('open', 'answered', 'adopted', 'declined')),
  answer text not null default '', answered_by uuid, answered_at timestamptz, done_in int,
  primary key (municipality, id), check ((state = 'open') = (answered_at is null)),
  check (state = 'open' or answer <> ''), check (by is not null or participant is not null),
  foreign key (municipality, covenant, version) references covenant_version (municipality, covenant, no),
  foreign key (municipality, covenant, done_in) references covenant_version (municipality, covenant, no),
  foreign key (municipality, participant) references covenant_participant (municipality, id),
  foreign key (municipality, by) references person (municipality, id),
  foreign key (municipality, answered_by) references person (municipality, id));
create index covenant_comments on covenant_comment (municipality, covenant, version, at);
create table covenant_opinion (
  municipality uuid not null, id uuid not null, covenant uuid not null, version int not null,
  role text not null check (role in ('fg', 'security-officer')),
  stance text not null check (stance in ('agree', 'agree-if', 'disagree')), text text not null check (text <> ''),
  conditions jsonb not null default '[]', by uuid not null, at timestamptz not null default now(), replaces uuid,
  primary key (municipality, id), unique (municipality, replaces),
  foreign key (municipality, covenant, version) references covenant_version (municipality, covenant, no),
  foreign key (municipality, replaces) references covenant_opinion (municipality, id),
  foreign key (municipality, by) references person (municipality, id));
create unique index covenant_opinion_first on covenant_opinion (municipality, covenant, version, role)
  where replaces is null;
`

/** What was shown stays as it was shown; a final version takes the place of what was shown or final before it. */
const rules = `
create function wall.covenant_version_stays() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if old.state <> 'draft' and (new.text, new."by", new.at, new.shown_at, new.shown_by)
      is distinct from (old.text, old."by", old.at, old.shown_at, old.shown_by) then
    raise exception 'this version was shown' using errcode = 'insufficient_privilege'; end if;
  if old.fixed_at is not null and (new.fixed_at, new.fixed_by) is distinct from (old.fixed_at, old.fixed_by)
    or (old.state, new.state) not in (('draft', 'draft'), ('draft', 'shown'), ('shown', 'shown'), ('shown', 'final'),
      ('shown', 'replaced'), ('final', 'final'), ('final', 'replaced'), ('replaced', 'replaced')) then
    raise exception 'no % after %', new.state, old.state using errcode = 'insufficient_privilege'; end if;
  return new;
end $$;
create trigger stays before update on covenant_version
  for each row execute function wall.covenant_version_stays();
create function wall.covenant_version_follows() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$ begin
  update public.covenant_version set state = 'replaced' where municipality = new.municipality
    and covenant = new.covenant and no < new.no and state = any (case new.state when 'final'
      then array['shown', 'final'] else array['shown'] end);
  return new;
end $$;
create trigger follows before update of state on covenant_version for each row
  when (new.state in ('shown', 'final') and old.state <> new.state) execute function wall.covenant_version_follows();

-- A step is the only thing that moves a participant.
create function wall.covenant_step_taken() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
declare p public.covenant_participant; now_is text; begin
  select * into p from public.covenant_participant c where c.municipality = new.municipality and c.id = new.participant
    for update;
  new.no := 1 + coalesce((select max(s.no) from public.covenant_step s where s.municipality = new.municipality
    and s.participant = new.participant), 0);
  now_is := case
    when new.step = 'invited' and p.state = 'invited' then 'invited'
    when new.step = 'declined' and p.state = 'invited' then 'declined'
    when new.step = 'joined' and p.state in ('invited', 'declined', 'joined', 'paused') then 'joined'
    when new.step = 'paused' and p.state = 'joined' then 'paused'
    when new.step = 'resumed' and p.state = 'paused' then 'joined'
    when new.step = 'suspended' and p.state in ('joined', 'paused') then 'suspended'
    when new.step = 'restored' and p.state = 'suspended' then 'joined'
    when new.step = 'left' and p.state in ('joined', 'paused', 'suspended') then 'left'
    when new.step in ('extended', 'named', 'unnamed') and p.state <> 'left' then p.state end;
  if now_is is null then raise exception 'no % of who is %', new.step, p.state
    using errcode = 'insufficient_privilege'; end if;
  update public.covenant_participant set state = now_is,
    joined_on = case when new.step = 'joined' then coalesce(joined_on, new."on") else joined_on end,
    left_on = case when new.step = 'left' then new."on" end,
    extended_until = coalesce(new.until, extended_until),
    named = case new.step when 'named' then true when 'unnamed' then false else named end
    where municipality = new.municipality and id = new.participant;
  return new;
end $$;
create trigger taken before insert on covenant_step for each row execute function wall.covenant_step_taken();
revoke execute on function wall.covenant_step_taken(), wall.covenant_version_follows() from public;

create trigger signed before insert on covenant_version for each row execute function signed_by_who_is_here();
create trigger signed before insert on covenant_participant for each row execute function signed_by_who_is_here();
create trigger signed before insert on covenant_opinion for each row execute function signed_by_who_is_here();
create trigger kept before update or delete on covenant_step for each row execute function refuse_change();
create trigger kept before update or delete on covenant_opinion for each row execute function refuse_change();
create trigger never_emptied before truncate on covenant_step for each statement execute function refuse_change();
create trigger never_emptied before truncate on covenant_opinion for each statement execute function refuse_change();
`

/** Of a covenant that the organisation of who is here was invited to, once something of it was shown. */
const invited = (table: string) => `exists (select from covenant_participant p
  where p.municipality = ${table}.municipality and p.covenant = ${table}.${table === 'covenant' ? 'id' : 'covenant'}
    and p.organisation = ${OURS})`
const reads = (table: string, partner: string) => `
alter table ${table} enable row level security;
create policy desk_select on ${table} for select to leidraad_desk
  using (${here} and case when ${OURS} is null then ${may(READ)} else ${partner} end);
grant select on ${table} to leidraad_desk;`
const adds = (table: string, check: string) => `
create policy desk_insert on ${table} for insert to leidraad_desk with check (${here} and ${check});
grant insert on ${table} to leidraad_desk;`
const changes = (table: string, check: string, columns: string) => `
create policy desk_update on ${table} for update to leidraad_desk using (${here} and ${check})
  with check (${here} and ${check});
grant update (${columns}) on ${table} to leidraad_desk;`

const staff = `${OURS} is null`
const rights = [
  reads('covenant', invited('covenant')),
  adds('covenant', `${staff} and ${may(WRITE)}`),
  changes(
    'covenant',
    `${staff} and ${may([...WRITE, ...STEER])}`,
    'title, cluster, street, owner, state, begins_on, ends_on, why',
  ),
  reads('covenant_version', `state <> 'draft' and ${invited('covenant_version')}`),
  adds('covenant_version', `${staff} and ${may(WRITE)} and by = (select current_person()) and state = 'draft'`),
  changes(
    'covenant_version',
    `${staff} and ${may([...WRITE, ...STEER])}`,
    'state, text, rev, why, changed_at, shown_by, shown_at, comments_until, fixed_by, fixed_at',
  ),
  reads('covenant_participant', `organisation = ${OURS}`),
  adds('covenant_participant', `${staff} and ${may(WRITE)} and state = 'invited' and named is null`),
  changes(
    'covenant_participant',
    `case when ${OURS} is null then ${may(WRITE)} else organisation = ${OURS} end`,
    'contact_name, contact_function, contact_email',
  ),
  reads(
    'covenant_step',
    `exists (select from covenant_participant p where p.municipality = covenant_step.municipality
    and p.id = covenant_step.participant and p.organisation = ${OURS})`,
  ),
  adds(
    'covenant_step',
    // Who joins does so by signing.
    `by = (select current_person()) and step <> 'joined' and case when ${OURS} is null then case
        when step in ('suspended', 'restored', 'extended') then ${may(STEER)} else ${may(WRITE)} end
      else step in ('declined', 'paused', 'resumed', 'left', 'named', 'unnamed')
        and exists (select from covenant_participant p where p.municipality = covenant_step.municipality
          and p.id = covenant_step.participant and p.organisation = ${OURS}) end`,
  ),
  reads('covenant_comment', invited('covenant_comment')),
  adds(
    'covenant_comment',
    `by = (select current_person()) and state = 'open' and case when ${OURS} is null
      then participant is null and ${may(READ.filter((role) => role !== 'auditor'))}
      else exists (select from covenant_participant p where p.municipality = covenant_comment.municipality
        and p.id = covenant_comment.participant and p.covenant = covenant_comment.covenant
        and p.organisation = ${OURS}) end`,
  ),
  changes('covenant_comment', `${staff} and ${may(WRITE)}`, 'state, answer, answered_by, answered_at, done_in'),
  reads('covenant_opinion', 'false'),
  adds('covenant_opinion', `${staff} and ${may(OPINE)} and (select wall.roles()) && array[role]`),
].join('')

const clock = ['covenant', 'covenant_version', 'covenant_participant', 'covenant_comment']
  .map(
    (table) => `
create policy clock_select on ${table} for select to leidraad_clock using (${here});
grant select on ${table} to leidraad_clock;`,
  )
  .join('')

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(tables + rules + rights + clock).execute(db)
}
