/**
 * A published organisation or address is a row that holds from one publication until another, as a published finding
 * is (ADR 0006, 0045). What changes at another pace stands apart: what an address is and how it fares, which visit that
 * rests on, and whom a visitor meets there. As it was in a publication is read from a view of the former name.
 */
import { sql, type Kysely } from 'kysely'

type Held = { readonly key: string; readonly of: string; readonly columns: Readonly<Record<string, string>> }

const HELD: Readonly<Record<string, Held>> = {
  organisation_held: {
    key: 'slug',
    of: 'organisation',
    columns: {
      slug: 'text not null',
      name: 'text not null',
      kind: 'text not null',
      size: 'text',
      street: 'text',
      public_body: 'boolean not null',
      themes: 'jsonb not null',
    },
  },
  subject_held: {
    key: 'id',
    of: 'subject',
    columns: {
      id: 'uuid not null',
      organisation: 'text not null',
      kind: 'text not null',
      address: 'text not null',
      seen: 'boolean not null',
      why: 'text',
      detail: 'text',
      pages: 'jsonb not null',
      themes: 'jsonb not null',
    },
  },
  subject_visit: {
    key: 'id',
    of: 'subject',
    columns: { id: 'uuid not null', measured_at: 'timestamptz', evidence: 'text', screenshot: 'text' },
  },
  subject_parties: { key: 'id', of: 'subject', columns: { id: 'uuid not null', parties: 'jsonb not null' } },
}

/** `to_no`: the publication from which it holds no longer. Of what holds now there is one. */
const table = (name: string, { key, columns }: Held) => `
create table published.${name} (
  municipality uuid not null, from_no int not null, to_no int,
  ${Object.entries(columns)
    .map(([column, type]) => `${column} ${type}`)
    .join(', ')},
  primary key (municipality, ${key}, from_no), check (to_no > from_no));
create unique index ${name}_now on published.${name} (municipality, ${key}) where to_no is null;
create index ${name}_until on published.${name} (municipality, to_no);
alter table published.${name} enable row level security;
create policy read_by_all on published.${name} for select to leidraad_public using (true);
create policy desk_select on published.${name} for select to leidraad_desk
  using (municipality = (select current_municipality()));
grant select on published.${name} to leidraad_public, leidraad_desk;
`

/** Of what was copied for each publication: one row for as many publications after each other as say the same. */
const fill = (name: string, { key, of, columns }: Held) => {
  const all = Object.keys(columns)
  const row = (from: string) => `row(${all.map((column) => `${from}.${column}`).join(', ')})`
  return `
insert into published.${name} (municipality, from_no, to_no, ${all.join(', ')})
with numbered as (
  select municipality, no, row_number() over turn as turn, lead(no) over turn as next from published.publication
  window turn as (partition by municipality order by no)),
said as (
  select t.*, n.turn, n.next, lag(n.turn) over turn as turn_before,
    ${row('t')} is not distinct from lag(${row('t')}) over turn as same
  from published.${of} t join numbered n on n.municipality = t.municipality and n.no = t.publication
  window turn as (partition by t.municipality, t.${key} order by n.turn)),
counted as (
  select *, count(*) filter (where not same or turn_before is distinct from turn - 1)
    over (partition by municipality, ${key} order by turn) as stretch from said)
select distinct on (municipality, ${key}, stretch) municipality, publication,
  case when bool_or(next is null) over whole then null else max(next) over whole end, ${all.join(', ')}
from counted window whole as (partition by municipality, ${key}, stretch)
order by municipality, ${key}, stretch, turn;
`
}

const holds = (rows: string) => `${rows}.municipality = p.municipality and ${rows}.from_no <= p.no
    and (${rows}.to_no is null or ${rows}.to_no > p.no)`

/** Who reads them sees no more than of the tables beneath. */
const views = `
drop table published.organisation, published.subject;
create view published.organisation with (security_invoker = true) as
select p.municipality, p.no as publication, o.slug, o.name, o.kind, o.size, o.street, o.public_body, o.themes
from published.publication p join published.organisation_held o on ${holds('o')};
create view published.subject with (security_invoker = true) as
select p.municipality, p.no as publication, s.id, s.organisation, s.kind, s.address, v.measured_at, s.seen, s.why,
  s.detail, v.evidence, v.screenshot,
  (select q.parties from published.subject_parties q where q.id = s.id and ${holds('q')}) as parties, s.pages, s.themes
from published.publication p
join published.subject_held s on ${holds('s')}
join published.subject_visit v on v.id = s.id and ${holds('v')};
grant select on published.organisation, published.subject to leidraad_public, leidraad_desk;

create index subject_held_organisation on published.subject_held (municipality, organisation);
create index subject_visit_evidence on published.subject_visit (evidence, municipality) where evidence is not null;
create index subject_visit_screenshot on published.subject_visit (screenshot, municipality)
  where screenshot is not null;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  const parts = Object.entries(HELD).map(([name, held]) => table(name, held) + fill(name, held))
  await sql.raw(parts.join('') + views).execute(db)
}
