/**
 * The first tables. Append-only ones are partitioned by month; the `published` schema is all the public role may read.
 */
import { sql, type Kysely } from 'kysely'

const statements = `
create table municipality (id uuid primary key, slug text not null unique, name text not null,
  created_at timestamptz not null default now());

create table organisation (
  municipality uuid not null references municipality, id uuid not null, slug text not null, name text not null,
    kind text not null,
  size text check (size in ('micro', 'small', 'medium', 'large')), street text, public_body boolean not null,
  created_at timestamptz not null default now(), changed_at timestamptz not null default now(),
  primary key (municipality, id), unique (municipality, slug));

create table subject (
  municipality uuid not null, id uuid not null, organisation uuid not null,
    kind text not null check (kind in ('website', 'mail-domain')),
  address text not null, created_at timestamptz not null default now(), ended_at timestamptz,
  primary key (municipality, id), foreign key (municipality, organisation) references organisation (municipality, id));
create unique index subject_address on subject (municipality, kind, address) where ended_at is null;
create index subject_by_address on subject (kind, address) where ended_at is null;

create table visit (
  id uuid primary key, kind text not null check (kind in ('website', 'mail-domain')), address text not null,
    domain text not null,
  state text not null check (state in ('queued', 'active', 'done', 'failed')),
  attempt int not null default 0, faults int not null default 0, lease_until timestamptz, worker text,
    requested_at timestamptz not null default now(),
  started_at timestamptz, ended_at timestamptz, evidence text, why text, detail text, progress text);
create unique index visit_one_open on visit (kind, address) where state in ('queued', 'active');
create unique index visit_one_at_a_time on visit (domain) where state = 'active';
create index visit_queue on visit (requested_at) where state in ('queued', 'active');
create index visit_latest on visit (kind, address, ended_at desc) where state in ('done', 'failed');

create table round (
  municipality uuid not null references municipality, id uuid not null,
    requested_at timestamptz not null default now(), network text,
  primary key (municipality, id));
create table round_visit (
  municipality uuid not null, round uuid not null, subject uuid not null, visit uuid not null references visit,
  primary key (municipality, round, subject),
  foreign key (municipality, round) references round (municipality, id),
  foreign key (municipality, subject) references subject (municipality, id));
create index round_visit_visit on round_visit (visit);

create table judgement (
  municipality uuid not null, id uuid not null, subject uuid not null, visit uuid not null references visit,
    catalogue text not null,
  lists text not null, judged_at timestamptz not null default now(), parties jsonb not null, pages jsonb not null,
    screenshot text,
  current boolean not null,
  primary key (municipality, id), foreign key (municipality, subject) references subject (municipality, id));
create unique index judgement_current on judgement (municipality, subject, visit) where current;

create table finding (
  municipality uuid not null, month date not null, subject uuid not null, visit uuid not null, judgement uuid not null,
  criterion text not null, norm text not null, theme text not null,
  verdict text not null check (verdict in ('met', 'partly', 'unmet', 'unknown', 'not-applicable')),
  reason text not null, seen jsonb not null, strength text not null, at timestamptz not null,
  primary key (municipality, month, judgement, criterion),
  foreign key (municipality, judgement) references judgement (municipality, id)) partition by range (month);
create table finding_other partition of finding default;

create schema published;
create table published.municipality (id uuid primary key, slug text not null unique, name text not null);
create table published.progress (
  municipality uuid primary key, at timestamptz not null default now(), total int not null, done int not null,
    failed int not null);
create table published.publication (
  municipality uuid not null, no int not null, at timestamptz not null default now(), by_name text not null,
    by_function text not null,
  provisional boolean not null, catalogue_version text not null, catalogue jsonb not null, versions jsonb not null,
    self_test jsonb,
  summary jsonb not null, primary key (municipality, no));
create table published.organisation (
  municipality uuid not null, publication int not null, slug text not null, name text not null, kind text not null,
    size text,
  street text, public_body boolean not null, themes jsonb not null,
  primary key (municipality, publication, slug));
create table published.subject (
  municipality uuid not null, publication int not null, id uuid not null, organisation text not null,
    kind text not null,
  address text not null, measured_at timestamptz, seen boolean not null, why text, detail text, evidence text,
    screenshot text,
  parties jsonb not null, pages jsonb not null, themes jsonb not null,
  primary key (municipality, publication, id));
create index published_subject_organisation on published.subject (municipality, publication, organisation);
create table published.finding (
  municipality uuid not null, subject uuid not null, criterion text not null, from_no int not null, to_no int,
    norm text not null,
  theme text not null, verdict text not null, reason text not null, seen jsonb not null, strength text not null,
    cause text not null,
  primary key (municipality, subject, criterion, from_no));
create index published_finding_of_norm on published.finding (municipality, norm, subject, criterion);
create table published.tally (
  municipality uuid not null, publication int not null, criterion text not null, verdict text not null,
    count int not null,
  primary key (municipality, publication, criterion, verdict));
create table published.blob (hash text primary key, media text not null, body bytea not null);

do $$ begin
  if not exists (select from pg_roles where rolname = 'leidraad_public') then create role leidraad_public login; end if;
end $$;
-- Who may step down to the public role: the owner, when there is no separate login for it.
do $$ begin execute format('grant leidraad_public to %I', current_user); end $$;
revoke all on schema public from public;
grant usage on schema published to leidraad_public;
grant select on all tables in schema published to leidraad_public;
alter default privileges in schema published grant select on tables to leidraad_public;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(statements).execute(db)
}
