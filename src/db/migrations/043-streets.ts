/**
 * A shopping street is walked by two people who do not work there. Neither sees what the other wrote before both are
 * in, nothing that arrives goes over something else, and an inspector reads his own rounds and nothing more. The owner
 * hears first, by a secret link; what everybody reads stands in `published`, by two people.
 */
import { sql, type Kysely } from 'kysely'
import { doors } from './043-streets-doors.ts'
import { rules } from './043-streets-rules.ts'
import { rights } from './043-streets-walls.ts'

const person = (column: string) => `foreign key (municipality, ${column}) references person (municipality, id)`

/** `hash` of an inspection: of its answers. The same id twice with other answers is two rows, and somebody is asked. */
const tables = `
create table street (
  municipality uuid not null references municipality, id uuid not null, name text not null check (name <> ''),
  slug text not null, by uuid not null, at timestamptz not null default now(),
  primary key (municipality, id), unique (municipality, slug), ${person('by')});
create table premises (
  municipality uuid not null, id uuid not null, street uuid not null, name text not null check (name <> ''),
  address text not null default '', organisation uuid, email text not null default '',
  lon float8 check (lon between -180 and 180), lat float8 check (lat between -90 and 90),
  by uuid not null, at timestamptz not null default now(), ended_on date,
  primary key (municipality, id), check ((lon is null) = (lat is null)),
  foreign key (municipality, street) references street (municipality, id),
  foreign key (municipality, organisation) references organisation (municipality, id), ${person('by')});
create index premises_of_street on premises (municipality, street);
create table street_round (
  municipality uuid not null, id uuid not null, street uuid not null, begins_on date not null,
  ends_on date not null check (ends_on >= begins_on), questions text not null, one uuid not null,
  other uuid not null check (other <> one), by uuid not null, at timestamptz not null default now(),
  closed_at timestamptz, closed_by uuid, primary key (municipality, id),
  check ((closed_at is null) = (closed_by is null)),
  foreign key (municipality, street) references street (municipality, id),
  ${['one', 'other', 'by', 'closed_by'].map(person).join(', ')});
create index round_of_street on street_round (municipality, street, begins_on desc);
create table street_round_premises (
  municipality uuid not null, round uuid not null, premises uuid not null, primary key (municipality, round, premises),
  foreign key (municipality, round) references street_round (municipality, id),
  foreign key (municipality, premises) references premises (municipality, id));
create table inspection (
  municipality uuid not null, id uuid not null, hash text not null check (length(hash) = 64), round uuid not null,
  premises uuid not null, inspector uuid not null, no int not null check (no > 0), answers jsonb not null,
  remark text not null default '', photos text[] not null default '{}', seen_at timestamptz not null,
  came text not null check (came in ('phone', 'form', 'paper', 'file')), late boolean not null default false,
  by uuid not null, at timestamptz not null default now(), primary key (municipality, id, hash),
  foreign key (municipality, round, premises) references street_round_premises (municipality, round, premises),
  ${['inspector', 'by'].map(person).join(', ')});
create index inspection_of_round on inspection (municipality, round, premises, inspector);
create table inspection_choice (
  municipality uuid not null, id uuid not null, hash text not null, reason text not null check (reason <> ''),
  by uuid not null, at timestamptz not null default now(), primary key (municipality, id),
  foreign key (municipality, id, hash) references inspection (municipality, id, hash), ${person('by')});
create table inspection_photo (
  municipality uuid not null, inspection uuid not null, hash text not null check (length(hash) = 64),
  round uuid not null, premises uuid not null, inspector uuid not null, picture bytea, width int not null,
  height int not null, until date not null, by uuid not null, at timestamptz not null default now(),
  primary key (municipality, inspection, hash),
  foreign key (municipality, round, premises) references street_round_premises (municipality, round, premises),
  ${['inspector', 'by'].map(person).join(', ')});
create table premises_outcome (
  municipality uuid not null, id uuid not null, round uuid not null, premises uuid not null, no int not null,
  answers jsonb not null, reason text not null default '', seen_on date not null, until date not null,
  by uuid not null, at timestamptz not null default now(),
  primary key (municipality, id), unique (municipality, round, premises, no), check (no = 1 or reason <> ''),
  foreign key (municipality, round, premises) references street_round_premises (municipality, round, premises),
  ${person('by')});
create table premises_letter (
  municipality uuid not null, round uuid not null, premises uuid not null, secret text not null, email text not null,
  sent_at timestamptz not null default now(), react_until date not null, by uuid not null,
  reaction text not null default '', reacted_at timestamptz, consent boolean, consent_by text not null default '',
  consent_at timestamptz, primary key (municipality, round, premises), unique (municipality, secret),
  foreign key (municipality, round, premises) references street_round_premises (municipality, round, premises),
  ${person('by')});
create table street_release (
  municipality uuid not null, round uuid not null, no int not null,
  step text not null check (step in ('proposed', 'taken-back', 'published', 'withdrawn')),
  told jsonb not null default '{}', reason text not null default '', by uuid not null,
  at timestamptz not null default now(), primary key (municipality, round, no),
  check (step <> 'withdrawn' or reason <> ''),
  foreign key (municipality, round) references street_round (municipality, id), ${person('by')});
create table published.street_round (
  municipality uuid not null, round uuid not null, slug text not null, name text not null, begins_on date not null,
  ends_on date not null, until date not null, told jsonb not null, published_at timestamptz not null default now(),
  primary key (municipality, round));
create index published_street_of_slug on published.street_round (municipality, slug, ends_on desc);
create table published.street_premises (
  municipality uuid not null, round uuid not null, premises uuid not null, slug text not null, name text not null,
  address text not null, lon float8, lat float8, seen_on date not null, until date not null, told jsonb not null,
  primary key (municipality, round, premises));
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(tables + rules + rights + doors).execute(db)
}
