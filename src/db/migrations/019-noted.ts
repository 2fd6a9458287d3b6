/**
 * What a person saw, what an IT-toets showed, or what others found and handed over: of any kind of subject, with who saw
 * it, when, how firm that is and until when it counts. What was measured stands in `finding`; what an organisation
 * answered stays with its answers (ADR 0012).
 */
import { sql, type Kysely } from 'kysely'

const KINDS = [
  'organisation',
  'website',
  'mail-domain',
  'product',
  'regulation',
  'processing',
  'algorithm',
  'sensor',
  'data-set',
  'project',
  'premises',
]
const READ = [
  'policy-officer',
  'adviser',
  'fg',
  'security-officer',
  'executor',
  'decision-maker',
  'publisher',
  'account-manager',
  'auditor',
]
const NOTE = ['policy-officer', 'adviser', 'security-officer', 'executor']
const quoted = (words: readonly string[]) => words.map((word) => `'${word}'`).join(', ')
const may = (roles: readonly string[]) => `(select wall.may('{${roles.join()}}'))`
const here = 'municipality = (select current_municipality())'

/** An organisation reads what is held of itself and of its addresses, and nothing of another. */
const own = `(about_kind = 'organisation' and about = (select current_organisation())
  or about_kind in ('website', 'mail-domain') and about in (select s.id from subject s
    where s.organisation = (select current_organisation())))`

const table = `
create table noted_finding (
  municipality uuid not null references municipality, id uuid not null,
  source text not null check (source in ('inspection', 'case', 'import')),
  about_kind text not null check (about_kind in (${quoted(KINDS)})), about uuid not null,
  norm text not null, criterion text not null,
  verdict text not null check (verdict in ('met', 'partly', 'unmet', 'unknown', 'not-applicable')),
  strength text not null check (strength in ('declared', 'measured', 'documented', 'witnessed')),
  said text not null default '', seen_by text not null check (seen_by <> ''), seen_on date not null,
  until date not null check (until >= seen_on),
  by uuid not null, at timestamptz not null default now(), withdrawn_at timestamptz, withdrawn_by uuid,
  primary key (municipality, id),
  foreign key (municipality, by) references person (municipality, id),
  foreign key (municipality, withdrawn_by) references person (municipality, id));
create unique index noted_once on noted_finding (municipality, about_kind, about, criterion, source, seen_on)
  where withdrawn_at is null;
create index noted_newest on noted_finding (municipality, at desc);
create trigger signed before insert on noted_finding for each row execute function signed_by_who_is_here();
alter table noted_finding enable row level security;
create policy tenant on noted_finding to leidraad_desk using (${here}) with check (${here});
create policy desk_select on noted_finding as restrictive for select to leidraad_desk
  using (case when (select current_organisation()) is null then ${may(READ)} else ${own} end);
create policy desk_insert on noted_finding as restrictive for insert to leidraad_desk
  with check ((select current_organisation()) is null and ${may(NOTE)});
create policy desk_update on noted_finding as restrictive for update to leidraad_desk
  using ((select current_organisation()) is null and ${may(NOTE)})
  with check (withdrawn_by = (select current_person()));
grant select, insert on noted_finding to leidraad_desk;
grant update (withdrawn_at, withdrawn_by) on noted_finding to leidraad_desk;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(table).execute(db)
}
