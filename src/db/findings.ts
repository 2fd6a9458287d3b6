/**
 * Reads and writes findings of visits: what was judged, and what was published of it. Beside it stands what people
 * handed over (`noted-findings.ts`); the rest of the house asks these two and no table. What an organisation answers
 * (`db/forms.ts`) and what an entry of a register says become findings where they are read and are kept in no such
 * table: an answer stays its organisation's own (ADR 0012).
 */
import { sql, type Kysely } from 'kysely'
import { v7 as uuid } from 'uuid'
import type { Finding, Seen, Strength, VerdictWord } from '../model/finding.ts'
import type { ThemeId } from '../model/norm.ts'
import type { Party, VisitedPage } from '../model/publication.ts'
import type { Tx } from './as.ts'
import type { Db } from './connect.ts'
import type { Tables } from './tables.ts'

/** What judging one visit gives for one subject. */
export type Judged = {
  readonly findings: readonly Finding[]
  readonly parties: readonly Party[]
  readonly pages: readonly VisitedPage[]
  readonly screenshot: string | null
  readonly catalogue: string
  readonly lists: string
}

export type Watcher = { readonly municipality: string; readonly subject: string; readonly publicBody: boolean }

/** A judgement to keep: of which visit, for whom. */
export type Kept = { readonly visit: string; readonly watcher: Watcher; readonly judged: Judged }

/**
 * What holds at a judgement `j`: what began at it or before, and had not ended. What ended before it was made stands in
 * earlier months.
 */
const heldAt = sql`f.municipality = j.municipality and f.subject = j.subject and f.from_no <= j.no
  and (f.to_no is null or f.to_no > j.no)
  and f.month >= date_trunc('month', j.judged_at at time zone 'UTC')::date`

/**
 * Makes these the current judgements of their visits, for one municipality's watchers or several; of each subject one.
 * A finding that says what was said before is not written again. To be called inside a transaction.
 */
export async function keepJudgements(tx: Kysely<Tables>, all: readonly Kept[]): Promise<void> {
  const rows = all.map(
    ({ visit, watcher: { municipality, subject, publicBody }, judged: { findings, ...judged } }) => ({
      municipality,
      id: uuid(),
      subject,
      visit,
      public_body: publicBody,
      ...judged,
      findings,
    }),
  )
  // One text each instead of a parameter per cell: a hundred visits have tens of thousands of cells.
  const judgements = JSON.stringify(rows.map(({ findings: _findings, ...row }) => row))
  const told = sql`(select * from json_to_recordset(${judgements}::json)
    as r(municipality uuid, id uuid, subject uuid, visit uuid, public_body boolean, catalogue text, lists text,
      screenshot text, parties jsonb, pages jsonb))`
  // Who judges the same subject waits here: the first judgement of a subject stays the first.
  await sql`select from judgement j join ${told} t on t.municipality = j.municipality and t.subject = j.subject
    where j.no = 1 order by j.municipality, j.subject for update of j`.execute(tx)
  await sql`update judgement j set current = false from ${told} t
    where j.municipality = t.municipality and j.subject = t.subject and j.visit = t.visit and j.current`.execute(tx)
  await sql`insert into judgement (municipality, id, subject, visit, public_body, catalogue, lists, screenshot, current,
    parties, pages, no)
    select t.municipality, t.id, t.subject, t.visit, t.public_body, t.catalogue, t.lists, t.screenshot, true, t.parties,
      t.pages,
      1 + coalesce((select max(j.no) from judgement j where j.municipality = t.municipality
        and j.subject = t.subject), 0) from ${told} t`.execute(tx)
  const findings = JSON.stringify(
    rows.flatMap(({ municipality, id, subject, findings: own }) =>
      own.map((finding) => ({ ...finding, municipality, subject, judgement: id, theme: finding.norm.slice(0, 3) })),
    ),
  )
  await sql`with said as materialized (select * from json_to_recordset(${findings}::json)
      as r(municipality uuid, subject uuid, judgement uuid, criterion text, norm text, theme text, verdict text,
        reason text, seen jsonb, strength text, at timestamptz)),
    fresh as materialized (select j.municipality, j.subject, j.id, j.no from judgement j
      join ${told} t on t.municipality = j.municipality and t.id = j.id),
    stands as materialized (select f.*, n.no from finding f join fresh n on n.municipality = f.municipality
      and n.subject = f.subject where f.month = 'infinity'),
    -- A full join is made by hash, whatever was counted of these tables: row by row it would grow with the square.
    changed as materialized (select municipality, subject, criterion, f.no as ends, s.judgement, s.norm, s.theme,
        s.verdict, s.reason, s.seen, s.strength, s.at
      from said s full join stands f using (municipality, subject, criterion)
      where (s.norm, s.theme, s.verdict, s.reason, s.seen, s.strength)
        is distinct from (f.norm, f.theme, f.verdict, f.reason, f.seen, f.strength)),
    ended as (update finding f set to_no = c.ends,
        month = date_trunc('month', clock_timestamp() at time zone 'UTC')::date
      from changed c where f.month = 'infinity' and f.municipality = c.municipality and f.subject = c.subject
        and f.criterion = c.criterion and c.ends is not null)
    insert into finding (municipality, month, subject, criterion, from_no, norm, theme, verdict, reason, seen,
      strength, at)
    select c.municipality, 'infinity', c.subject, criterion, n.no, norm, theme, verdict, reason, seen, strength, at
    from changed c join fresh n on n.municipality = c.municipality and n.id = c.judgement`.execute(tx)
}

export type Verdict = { readonly norm: string; readonly criterion: string; readonly verdict: VerdictWord }

/** The current verdicts of these visits, per visit; of one that was never judged there is nothing. */
export async function currentVerdicts(
  db: Db,
  municipality: string,
  visits: readonly { readonly visit: string; readonly subject: string }[],
): Promise<ReadonlyMap<string, readonly Verdict[]>> {
  const { rows } = await sql<{ visit: string; verdicts: readonly Verdict[] }>`
    select j.visit, json_agg(json_build_object('norm', f.norm, 'criterion', f.criterion, 'verdict',
      f.verdict)) as verdicts
    from unnest(${visits.map(({ visit }) => visit)}::uuid[],
      ${visits.map(({ subject }) => subject)}::uuid[]) as asked(visit, subject)
    join judgement j on j.municipality = ${municipality} and j.subject = asked.subject and j.visit = asked.visit
      and j.current
    join finding f on ${heldAt}
    group by j.visit, j.subject`.execute(db)
  return new Map(rows.map(({ visit, verdicts }) => [visit, verdicts]))
}

export type FindingRow = {
  readonly criterion: string
  readonly norm: string
  readonly theme: ThemeId
  readonly verdict: VerdictWord
  readonly reason: string
  readonly seen: Seen
  readonly strength: Strength
}

/** Findings of the given judgements, per subject. */
export async function currentFindings(
  tx: Kysely<Tables>,
  municipality: string,
  judgements: readonly string[],
): Promise<Map<string, FindingRow[]>> {
  if (judgements.length === 0) return new Map()
  const { rows } = await sql<FindingRow & { subject: string }>`
    select f.subject, f.criterion, f.norm, f.theme, f.verdict, f.reason, f.seen, f.strength
    from judgement j join finding f on ${heldAt}
    where j.municipality = ${municipality} and j.id = any(${judgements}::uuid[])`.execute(tx)
  return bySubject(rows)
}

/** Findings as published last, per subject. */
export async function standingFindings(
  tx: Kysely<Tables>,
  municipality: string,
  subjects: readonly string[],
): Promise<Map<string, FindingRow[]>> {
  if (subjects.length === 0) return new Map()
  const rows = await tx
    .selectFrom('published.finding')
    .select(['subject', 'criterion', 'norm', 'theme', 'verdict', 'reason', 'seen', 'strength'])
    .where('municipality', '=', municipality)
    .where('to_no', 'is', null)
    .where('subject', 'in', subjects)
    .execute()
  return bySubject(rows)
}

function bySubject(rows: readonly (FindingRow & { subject: string })[]): Map<string, FindingRow[]> {
  const grouped = Map.groupBy(rows, ({ subject }) => subject)
  return new Map(
    [...grouped].map(([subject, all]) => [subject, all.map(({ subject: _subject, ...finding }) => finding)]),
  )
}

/** A finding as it counts on the day `today`, made at `at` of a norm that is looked at again after so many months. */
type Counting = <T extends Pick<Finding, 'verdict' | 'reason' | 'seen'>>(
  finding: T,
  at: string,
  months: number,
  today: string,
) => T

/** Of which address of which organisation. */
export type OnAddress = Finding & { readonly address: string; readonly organisation: string }

/**
 * What was last published of websites and mail domains, as it counts on the day `today` by the norms it was published
 * with: of one organisation, by its address on the site; or of these websites, whoever they belong to. `count` is that
 * of `scoring/counting.ts`.
 */
export async function publishedFindings(
  tx: Tx,
  municipality: string,
  of: { readonly slug: string } | { readonly websites: readonly string[] },
  { today, count }: { readonly today: string; readonly count: Counting },
): Promise<OnAddress[]> {
  if ('websites' in of && of.websites.length === 0) return []
  const rows = await tx
    .selectFrom('published.subject as s')
    .innerJoin('published.finding as f', (join) =>
      join.onRef('f.municipality', '=', 's.municipality').onRef('f.subject', '=', 's.id'),
    )
    .select(['s.address', 's.organisation', 's.measured_at'])
    .select(['f.norm', 'f.criterion', 'f.verdict', 'f.reason', 'f.seen', 'f.strength'])
    .where('s.municipality', '=', municipality)
    .where('f.to_no', 'is', null)
    .where((where) =>
      'slug' in of
        ? where('s.organisation', '=', of.slug)
        : where.and([where('s.kind', '=', 'website'), where('s.address', 'in', [...of.websites])]),
    )
    .where('s.publication', '=', (select) =>
      select
        .selectFrom('published.publication')
        .select((each) => each.fn.max('no').as('no'))
        .where('municipality', '=', municipality),
    )
    .execute()
  if (rows.length === 0) return []
  const months = await publishedMonths(tx, municipality)
  // What two organisations share was seen once.
  const once = new Map(rows.map((row) => [`${row.address} ${row.criterion}`, row]))
  return [...once.values()].map(({ measured_at, seen, ...row }) => {
    const at = measured_at?.toISOString() ?? ''
    // Only what was measured is published of a subject.
    const finding = { ...row, seen: seen as Finding['seen'], source: 'visit' as const, at }
    const term = months.get(row.norm)
    return term === undefined ? finding : count(finding, at, term, today)
  })
}

/** After how many months each norm of the newest publication is looked at again. */
async function publishedMonths(tx: Tx, municipality: string): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ norm: string; months: number }>`
    select n ->> 'id' as norm, (n ->> 'reviewMonths')::int as months
    from (select catalogue from published.publication where municipality = ${municipality} order by no desc limit 1) p,
      jsonb_array_elements(p.catalogue -> 'norms') n where n ? 'reviewMonths'`.execute(tx)
  return new Map(rows.map(({ norm, months }) => [norm, months]))
}
