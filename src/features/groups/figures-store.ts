/**
 * Reads what the organisations of a group miss: by what was last published of their addresses, and what people saw of
 * them. All at once in the database, for a group may be thousands.
 */
import { sql } from 'kysely'
import type { Tx } from '../../db/as.ts'
import { markOfHeld } from '../../db/held-findings.ts'
import type { Group, GroupMean, Reach } from '../../model/group.ts'
import type { Catalogue } from '../../model/norm.ts'

type Asked = {
  readonly municipality: string
  readonly group: Group
  readonly catalogue: Pick<Catalogue, 'norms'>
  /** What was seen too long ago on this day (`2026-11-28`) is unknown. */
  readonly today: string
}

/**
 * Per organisation and criterion whether it misses it: at any of its addresses; whether it meets it: at one or more,
 * and what is unknown at another is unknown of it. What a person saw counts above what was measured; what is only said
 * does not count here.
 */
const perOrganisation = ({ municipality, group, catalogue, today }: Asked, criteria?: readonly string[]) => sql`
  with member as materialized (select o.id, o.slug from group_member g
      join organisation o on o.municipality = g.municipality and o.id = g.organisation
      where g.municipality = ${municipality} and g.kind = ${group.kind} and g.name = ${group.name}),
    months as materialized (select * from unnest(${catalogue.norms.map(({ id }) => id)}::text[],
      ${catalogue.norms.map(({ reviewMonths }) => reviewMonths)}::int[]) as m (norm, months)),
    newest as materialized (select max(no) as no from published.publication where municipality = ${municipality}),
    noted as materialized (select distinct on (n.about, n.criterion) m.id as organisation, n.about, n.criterion,
        n.verdict
      from noted_finding n
      left join subject s on s.municipality = n.municipality and s.id = n.about and s.ended_at is null
      join member m on m.id = coalesce(s.organisation, n.about)
      where n.municipality = ${municipality} and n.withdrawn_at is null and n.until >= ${today}::date
        and n.about_kind in ('organisation', 'website', 'mail-domain') and n.strength <> 'declared'
        and n.verdict <> 'unknown' ${only('n.criterion', criteria)}
      order by n.about, n.criterion, n.strength = 'witnessed' desc, n.strength = 'documented' desc, n.seen_on desc),
    address as materialized (select s.id, m.id as organisation, day_here(v.measured_at) as day
      from member m
      join published.subject_held s on s.municipality = ${municipality} and s.organisation = m.slug
        and s.from_no <= (select no from newest) and (s.to_no is null or s.to_no > (select no from newest))
      join published.subject_visit v on v.municipality = s.municipality and v.id = s.id
        and v.from_no <= (select no from newest) and (v.to_no is null or v.to_no > (select no from newest))),
    -- A city is measured on few days: which norm is too old of which is asked once, not of each finding.
    old as materialized (select d.day, m.norm from (select distinct day from address) d, months m
      where (d.day + make_interval(months => m.months))::date < ${today}::date),
    told as (select a.organisation, f.criterion, case when o.norm is null then f.verdict else 'unknown' end as verdict
      from address a
      join published.finding f on f.municipality = ${municipality} and f.subject = a.id and f.to_no is null
      left join old o on o.day = a.day and o.norm = f.norm
      where not exists (select from noted n where n.about = a.id and n.criterion = f.criterion)
        ${only('f.criterion', criteria)}
      union all select organisation, criterion, verdict from noted),
    one as (select organisation, criterion, bool_or(verdict in ('partly', 'unmet')) as missed,
        bool_or(verdict = 'met') as met, bool_or(verdict = 'unknown') as unknown
      from told group by organisation, criterion)`

const only = (column: string, criteria: readonly string[] | undefined) =>
  criteria === undefined ? sql`` : sql`and ${sql.ref(column)} = any (${criteria}::text[])`

/** All that groups and their figures rest on beside the day, in a few words: where it says the same, so do they. */
export async function markOfGroups(tx: Tx, municipality: string): Promise<string> {
  const {
    rows: [row],
  } = await sql<{ mark: string }>`select concat_ws(' ',
    (select concat(count(*), ' ', bit_xor(hashtextextended(concat_ws('|', id, slug, name, kind, street), 0)))
      from organisation where municipality = ${municipality}),
    (select concat(count(*), ' ', max(at)) from organisation_group where municipality = ${municipality}),
    (select concat(count(*), ' ', bit_xor(hashtextextended(concat_ws('|', organisation, year, cluster, state,
      cluster_confirmed_by), 0))) from baseline where municipality = ${municipality} and cluster is not null),
    (select concat(count(*), ' ', count(ended_at), ' ', max(ended_at)) from subject
      where municipality = ${municipality})) as mark`.execute(tx)
  return `${row!.mark} ${await markOfHeld(tx, municipality)}`
}

/** Of each criterion how many of the group miss it, meet it, and of how many it is not known. */
export async function reachOf(tx: Tx, asked: Asked): Promise<readonly Reach[]> {
  const { rows } = await sql<Reach>`${perOrganisation(asked)}
    select criterion, count(*) filter (where missed)::int as missed,
      count(*) filter (where not missed and met and not unknown)::int as met,
      count(*) filter (where not missed and unknown)::int as unknown
    from one group by criterion order by criterion`.execute(tx)
  return rows
}

/** Who misses these criteria: a row each, by name; at most so many. */
export async function missersOf(
  tx: Tx,
  asked: Asked,
  criteria: readonly string[],
  most: number,
): Promise<
  readonly { readonly criterion: string; readonly id: string; readonly name: string; readonly slug: string }[]
> {
  if (criteria.length === 0) return []
  const { rows } = await sql<{ criterion: string; id: string; name: string; slug: string }>`
    ${perOrganisation(asked, criteria)}
    select n.criterion, o.id, o.name, o.slug from (select *, row_number() over (partition by criterion) as place
      from one where missed) n
    join organisation o on o.municipality = ${asked.municipality} and o.id = n.organisation
    where n.place <= ${most} order by n.criterion, o.name`.execute(tx)
  return rows
}

/** Of a cluster what its self-checks say, question by question: groups of ten or more alone (ADR 0012). */
export async function meansOf(tx: Tx, { kind, name }: Group, year: number): Promise<readonly GroupMean[]> {
  if (kind !== 'cluster') return []
  const { rows } = await sql<GroupMean>`select question, organisations, mean::float8 as mean
    from baseline_group(${year}) where cluster = ${name} order by question`.execute(tx)
  return rows
}

/** What organisations of the group share of their answers: of each question how often which answer. */
export async function sharedIn(
  tx: Tx,
  municipality: string,
  { kind, name }: Group,
): Promise<readonly { readonly question: string; readonly value: string; readonly count: number }[]> {
  const { rows } = await sql<{ question: string; value: string; count: number }>`
    with form_of as (select distinct on (b.organisation) b.form from baseline b
        join group_member g on g.municipality = b.municipality and g.organisation = b.organisation
          and g.kind = ${kind} and g.name = ${name}
        where b.municipality = ${municipality} and b.form is not null and b.state in ('running', 'done')
        order by b.organisation, b.year desc),
      newest as (select distinct on (a.form, a.question) a.question, a.value from answer a
        join answer_share s on s.municipality = a.municipality and s.form = a.form and s.question = a.question
        where a.municipality = ${municipality} and a.form in (select form from form_of)
        order by a.form, a.question, a.no desc)
    select question, value #>> '{}' as value, count(*)::int as count from newest
    where jsonb_typeof(value) = 'string' group by question, value order by question, count desc, value`.execute(tx)
  return rows
}

/** The number of the newest publication, or null. */
export async function newestPublication(tx: Tx, municipality: string): Promise<number | null> {
  const { no } = await tx
    .selectFrom('published.publication')
    .select((each) => each.fn.max('no').as('no'))
    .where('municipality', '=', municipality)
    .executeTakeFirstOrThrow()
  return no
}
