/**
 * Tenders: what is asked of bidders, what they answer, and the duties that follow. Bids come in only after the closing
 * time, which the database itself watches. What a bidder types before that has doors of its own
 * (044-tenders-doors), and nobody at the desk reaches it at all (ADR 0056).
 */
import { sql, type Kysely } from 'kysely'

const CONTENT = [
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
const WRITE = ['tender-officer', 'policy-officer']
const OPINE = ['fg', 'security-officer']
const BIDS = ['tender-officer', 'adviser', 'fg', 'security-officer', 'auditor']
const ASSESS = ['tender-officer', 'adviser', 'fg', 'security-officer']
const FOLLOW = ['tender-officer', 'policy-officer', 'executor', 'account-manager']
const may = (roles: readonly string[]) => `(select wall.may('{${roles.join()}}'))`
const here = 'municipality = (select current_municipality())'
const quoted = (words: string) =>
  words
    .split(' ')
    .map((word) => `'${word}'`)
    .join(', ')
const signs = (table: string) =>
  `create trigger signed before insert on ${table} for each row execute function signed_by_who_is_here();`
const stays = (table: string) => `
create trigger stays before update or delete on ${table} for each row execute function refuse_change();
create trigger never_emptied before truncate on ${table} for each statement execute function refuse_change();`

const tables = `
create table tender (
  municipality uuid not null references municipality, id uuid not null, no int not null check (no > 0),
  title text not null check (title <> ''), subject text not null,
  product_kind text not null check (product_kind in (${quoted('service software website devices assignment')})),
  data_class text not null check (data_class in (${quoted('public internal confidential secret')})),
  criticality text not null check (criticality in (${quoted('low middle high')})),
  traits text[] not null default '{}', norms text[] not null default '{}', terms jsonb not null default '[]',
  reference text not null default '', place text not null default '', closes_at timestamptz not null,
  state text not null default 'draft' check (state in (${quoted('draft issued opened chosen stopped')})),
  issued int not null default 0, opened_at timestamptz, chosen uuid, chosen_for text not null default '',
  by uuid not null, created_at timestamptz not null default now(),
  primary key (municipality, id), unique (municipality, no),
  check ((state = 'chosen') = (chosen is not null)), check (state <> 'draft' or issued = 0),
  foreign key (municipality, by) references person (municipality, id));
create table tender_choice (
  municipality uuid not null, tender uuid not null, requirement text not null,
  choice text not null check (choice in (${quoted('taken adapted left')})),
  level text not null check (level in (${quoted('basic significant ambitious')})),
  words jsonb not null default '{}', reason text not null default '', by uuid not null,
  at timestamptz not null default now(), primary key (municipality, tender, requirement),
  check (choice = 'taken' or reason <> ''), foreign key (municipality, tender) references tender (municipality, id),
  foreign key (municipality, by) references person (municipality, id));
create table tender_version (
  municipality uuid not null, tender uuid not null, no int not null check (no > 0), annex jsonb not null,
  hash text not null, reason text not null default '', pdf text not null, odt text not null, by uuid not null,
  at timestamptz not null default now(), primary key (municipality, tender, no),
  foreign key (municipality, tender) references tender (municipality, id),
  foreign key (municipality, by) references person (municipality, id));
create table tender_opinion (
  municipality uuid not null, id uuid not null, tender uuid not null,
  kind text not null check (kind in (${quoted('opinion deviation')})), about uuid,
  stance text check (stance in (${quoted('agreed conditions against')})), role text not null default '',
  text text not null check (text <> ''), by uuid not null, at timestamptz not null default now(),
  primary key (municipality, id), check ((kind = 'opinion') = (stance is not null)),
  check ((kind = 'deviation') = (about is not null)),
  foreign key (municipality, tender) references tender (municipality, id),
  foreign key (municipality, about) references tender_opinion (municipality, id),
  foreign key (municipality, by) references person (municipality, id));
create table tender_question (
  municipality uuid not null, tender uuid not null, no int not null check (no > 0),
  question text not null check (question <> ''), answer text not null check (answer <> ''), by uuid not null,
  at timestamptz not null default now(), primary key (municipality, tender, no),
  foreign key (municipality, tender) references tender (municipality, id),
  foreign key (municipality, by) references person (municipality, id));
create table bid_draft (
  municipality uuid not null, secret text not null, tender int not null, sealed text not null, rev int not null,
  ends_at timestamptz not null, primary key (municipality, secret));
create index bid_draft_ends on bid_draft (municipality, ends_at);
create table bid (
  municipality uuid not null, id uuid not null, tender uuid not null, bidder text not null check (bidder <> ''),
  content jsonb not null, hash text not null, whole boolean not null, late text not null default '',
  by uuid not null, at timestamptz not null default now(), primary key (municipality, id),
  unique (municipality, tender, hash), foreign key (municipality, tender) references tender (municipality, id),
  foreign key (municipality, by) references person (municipality, id));
create table bid_note (
  municipality uuid not null, id uuid not null, bid uuid not null, requirement text not null,
  text text not null check (text <> ''), by uuid not null, at timestamptz not null default now(),
  primary key (municipality, id), foreign key (municipality, bid) references bid (municipality, id),
  foreign key (municipality, by) references person (municipality, id));
create index bid_note_of on bid_note (municipality, bid);
create table contract_duty (
  municipality uuid not null, id uuid not null, tender uuid not null, bid uuid not null, contract uuid not null,
  requirement text not null, wording int not null, title text not null, text text not null, promise jsonb not null,
  norm text not null, criterion text, checked text not null, on_breach text not null, months int not null,
  exit boolean not null default false, owner uuid not null, next_on date, state text not null default 'running'
    check (state in (${quoted('running breached ended')})), by uuid not null,
  created_at timestamptz not null default now(), primary key (municipality, id),
  unique (municipality, contract, requirement, wording), check ((state = 'ended') = (next_on is null)),
  foreign key (municipality, tender) references tender (municipality, id),
  foreign key (municipality, bid) references bid (municipality, id),
  foreign key (municipality, owner) references person (municipality, id),
  foreign key (municipality, by) references person (municipality, id));
create index contract_duty_due on contract_duty (municipality, next_on) where next_on is not null;
create table duty_step (
  municipality uuid not null, id uuid not null, duty uuid not null,
  step text not null check (step in (${quoted('kept unsure breach repaired rehearsed ended')})),
  seen_on date not null, text text not null check (text <> ''), next_on date, by uuid not null,
  at timestamptz not null default now(), primary key (municipality, id),
  foreign key (municipality, duty) references contract_duty (municipality, id),
  foreign key (municipality, by) references person (municipality, id));
create index duty_step_of on duty_step (municipality, duty);
create table published.tender (
  municipality uuid not null, no int not null, version int not null, current boolean not null, title text not null,
  closes_at timestamptz not null, stopped boolean not null default false, annex jsonb not null, hash text not null,
  reason text not null default '', pdf text not null, odt text not null, issued_at timestamptz not null default now(),
  primary key (municipality, no, version));
create table published.tender_question (
  municipality uuid not null, tender int not null, no int not null, question text not null, answer text not null,
  at timestamptz not null default now(), primary key (municipality, tender, no));
`

/** Before the closing time there are no bids, and once it has come it stays. */
const time = `
create function wall.guard_tender() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$ begin
  if old.issued > 0 and old.closes_at <= now() and new.closes_at <> old.closes_at then
    raise exception 'the closing time has come' using errcode = 'check_violation'; end if;
  if new.state in ('opened', 'chosen') and (new.issued = 0 or new.closes_at > now()) then
    raise exception 'nothing is opened before the closing time' using errcode = 'check_violation'; end if;
  if new.issued not in (old.issued, old.issued + 1) or old.state = 'chosen' and new.state <> 'chosen' then
    raise exception 'a tender goes forward' using errcode = 'check_violation'; end if;
  return new;
end $$;
revoke execute on function wall.guard_tender() from public;
create trigger goes_forward before update on tender for each row execute function wall.guard_tender();
create function wall.closed(m uuid, t uuid) returns boolean language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select exists (select from public.tender where municipality = m and id = t and issued > 0 and closes_at <= now()) $$;
revoke execute on function wall.closed(uuid, uuid) from public;
grant execute on function wall.closed(uuid, uuid) to leidraad_desk;
`

const read = (table: string, roles: readonly string[]) =>
  `alter table ${table} enable row level security; ${signs(table)}
create policy desk_select on ${table} for select to leidraad_desk using (${here} and ${may(roles)});
grant select on ${table} to leidraad_desk;
`
const add = (table: string, roles: readonly string[], also = 'true') =>
  `create policy desk_insert on ${table} for insert to leidraad_desk
  with check (${here} and ${may(roles)} and by = current_person() and ${also});
grant insert on ${table} to leidraad_desk;
`
const change = (table: string, roles: readonly string[], columns: string) =>
  `create policy desk_update on ${table} for update to leidraad_desk using (${here} and ${may(roles)})
  with check (${here} and ${may(roles)});
grant update (${columns}) on ${table} to leidraad_desk;
`
const rights = [
  read('tender', CONTENT),
  add('tender', WRITE),
  change(
    'tender',
    WRITE,
    'title, subject, product_kind, data_class, criticality, traits, norms, terms, reference, place, closes_at, ' +
      'state, issued, opened_at, chosen, chosen_for',
  ),
  read('tender_choice', CONTENT),
  add('tender_choice', WRITE),
  change('tender_choice', WRITE, 'choice, level, words, reason, by, at'),
  read('tender_version', CONTENT),
  add('tender_version', WRITE),
  stays('tender_version'),
  read('tender_opinion', CONTENT),
  add(
    'tender_opinion',
    [...OPINE, ...WRITE],
    `(kind = 'deviation' and ${may(WRITE)} or kind = 'opinion' and ${may(OPINE)})`,
  ),
  stays('tender_opinion'),
  read('tender_question', CONTENT),
  add('tender_question', WRITE),
  stays('tender_question'),
  read('bid', BIDS),
  add('bid', ['tender-officer'], 'wall.closed(municipality, tender)'),
  stays('bid'),
  read('bid_note', BIDS),
  add('bid_note', ASSESS),
  stays('bid_note'),
  read('contract_duty', CONTENT),
  add('contract_duty', ['tender-officer'], 'wall.closed(municipality, tender)'),
  change('contract_duty', FOLLOW, 'owner, next_on, state'),
  read('duty_step', CONTENT),
  add('duty_step', FOLLOW),
  stays('duty_step'),
  `create policy clock_select on contract_duty for select to leidraad_clock using (${here});
create policy clock_select on duty_step for select to leidraad_clock using (${here});
grant select on contract_duty, duty_step to leidraad_clock;
`,
  // A breach that a person established is a finding of the product: who follows contracts hands it over.
  `alter policy desk_insert on noted_finding with check ((select current_organisation()) is null
  and ${may(['policy-officer', 'adviser', 'security-officer', 'executor', 'tender-officer', 'account-manager'])});
`,
  `alter policy desk_insert on published.file with check ((select current_municipality()) is not null
  and ${may(['publisher', 'policy-officer', 'decision-maker', 'tender-officer'])});
`,
  `alter table bid_draft enable row level security;
create policy clock_select on bid_draft for select to leidraad_clock using (${here});
create policy clock_delete on bid_draft for delete to leidraad_clock using (${here} and ends_at < now());
grant select (municipality, ends_at), delete on bid_draft to leidraad_clock;
`,
  ...['published.tender', 'published.tender_question'].map(
    (table) => `alter table ${table} enable row level security;
create policy read_by_all on ${table} for select to leidraad_public using (true);
create policy desk_select on ${table} for select to leidraad_desk using (${here});
create policy desk_insert on ${table} for insert to leidraad_desk with check (${here} and ${may(WRITE)});
grant select on ${table} to leidraad_public;
grant select, insert on ${table} to leidraad_desk;
`,
  ),
  `create policy desk_update on published.tender for update to leidraad_desk using (${here} and ${may(WRITE)})
  with check (${here} and ${may(WRITE)});
grant update (current, stopped) on published.tender to leidraad_desk;
`,
].join('')

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [tables, time, rights]) await sql.raw(part).execute(db)
}
