/**
 * What stands behind an address: its suppliers and what ends, read from the newest visit; and apart from it, for fewer
 * people, what somebody else could take or took that looks like it. Nothing of it is public.
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
const WATCH = ['security-officer', 'account-manager', 'auditor']
const may = (roles: readonly string[]) => `(select wall.may('{${roles.join()}}'))`
const here = 'municipality = (select current_municipality())'
const OURS = '(select current_organisation())'
const WORKER = "(select wall.part(1)) = 'leidraad_worker'"

/** `told_until`: of which end it was told. */
const tables = `
create table address_behind (
  municipality uuid not null references municipality, subject uuid not null, organisation uuid not null,
  address text not null, at timestamptz not null, behind jsonb not null, primary key (municipality, subject),
  foreign key (municipality, subject) references subject (municipality, id),
  foreign key (municipality, organisation) references organisation (municipality, id));
create index address_behind_of on address_behind (municipality, organisation);
create table address_watch (
  municipality uuid not null references municipality, subject uuid not null, organisation uuid not null,
  address text not null, at timestamptz not null, watch jsonb not null, primary key (municipality, subject),
  foreign key (municipality, subject) references subject (municipality, id),
  foreign key (municipality, organisation) references organisation (municipality, id));
create index address_watch_of on address_watch (municipality, organisation);
create table expiry (
  municipality uuid not null references municipality, id uuid not null, subject uuid not null,
  organisation uuid not null, kind text not null check (kind in ('certificate', 'security-txt', 'signature')),
  name text not null check (length(name) between 1 and 300), until date not null, seen_at timestamptz not null,
  told_until date, primary key (municipality, id), unique (municipality, subject, kind, name),
  foreign key (municipality, subject) references subject (municipality, id),
  foreign key (municipality, organisation) references organisation (municipality, id));
create index expiry_of on expiry (municipality, organisation);
create index expiry_until on expiry (municipality, until);
`

const rights = ['address_behind', 'address_watch', 'expiry']
  .map(
    (table) => `
alter table ${table} enable row level security;
create policy desk_select on ${table} for select to leidraad_desk using (${here} and (organisation = ${OURS}
  or (${OURS} is null and ${may(table === 'address_watch' ? WATCH : READ)})));
create policy worker_select on ${table} for select to leidraad_worker using (${WORKER});
create policy worker_insert on ${table} for insert to leidraad_worker with check (${WORKER});
create policy worker_update on ${table} for update to leidraad_worker using (${WORKER});
grant select on ${table} to leidraad_desk;
grant select, insert, update on ${table} to leidraad_worker;
`,
  )
  .join('')

const clock = `
create policy clock_select on expiry for select to leidraad_clock using (${here});
create policy clock_update on expiry for update to leidraad_clock using (${here}) with check (${here});
grant select, update (told_until) on expiry to leidraad_clock;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(tables + rights + clock).execute(db)
}
