/** What was measured of a published verdict since it was published, where any of it is worse. */
import { sql, type Kysely } from 'kysely'
import type { Look, VerdictWord } from '../model/finding.ts'
import { CONTRADICTS } from '../vocabulary/reason.ts'
import type { Tables } from './tables.ts'

/** A criterion of which some later measurement is worse than what stands published. */
export type Later = {
  readonly subject: string
  readonly criterion: string
  /** What was known and published last. */
  readonly before: VerdictWord
  /** When that was measured, and when what is published now. */
  readonly since: Date
  readonly publishedAt: Date
  /** Whether the newest look was judged by the norms and lists of the last publication. */
  readonly sameRules: boolean
  /** The newest first, and what was seen in the sixty days before it; judged as the newest was. */
  readonly looks: readonly (Look & { readonly visit: string })[]
}

/**
 * How far apart looks may lie to be held beside each other. A time and not a number: many looks at one hour would push
 * out the one at another that makes them sure.
 */
export const TOGETHER = sql`interval '60 days'`
const rank = (of: string) => sql`case ${sql.ref(of)} when 'met' then 2 when 'partly' then 1 when 'unmet' then 0 end`

/** Of these subjects of a municipality, or of all that are watched. What no later look saw worse is not among it. */
export async function laterLooks(
  db: Kysely<Tables>,
  municipality: string,
  subjects?: readonly string[],
): Promise<Later[]> {
  const asked = subjects === undefined ? sql`true` : sql`s.id = any(${subjects}::uuid[])`
  type Row = Omit<Later, 'looks' | 'sameRules'> & { looks: (Later['looks'][number] & Rules)[]; rules: string }
  const { rows } = await sql<Row>`
    with changed as materialized (select s.id, p.measured_at from subject s
        join published.subject_visit p on p.municipality = s.municipality and p.id = s.id and p.to_no is null
        where s.municipality = ${municipality} and s.ended_at is null and ${asked} and (exists (select from visit v
          where v.kind = s.kind and v.address = s.address and v.state = 'done'
            and v.ended_at > p.measured_at + interval '1 ms')
          -- What was published as unknown rests on the last of two looks.
          or exists (select from published.finding f where f.municipality = s.municipality and f.subject = s.id
            and f.to_no is null and f.reason = ${CONTRADICTS}))),
      known as materialized (select distinct on (f.subject, f.criterion) f.subject, f.criterion, f.verdict,
          coalesce(f.to_no - 1, (select max(p.no) from published.publication p
            where p.municipality = ${municipality})) as no
        from published.finding f join changed c on c.id = f.subject
        where f.municipality = ${municipality} and f.verdict in ('met', 'partly', 'unmet')
        order by f.subject, f.criterion, f.from_no desc),
      rests as materialized (select k.*, p.measured_at from known k
        join published.subject_visit p on p.municipality = ${municipality} and p.id = k.subject
          and p.from_no <= k.no and (p.to_no is null or p.to_no > k.no)
        where k.verdict <> 'unmet' and p.measured_at is not null),
      looked as materialized (select j.subject, j.no, j.judged_at, j.catalogue || ' ' || j.lists as rules,
          j.public_body, v.id, v.ended_at, max(v.ended_at) over (partition by j.subject) as newest
        from (select subject, min(measured_at) as since from rests group by subject) r
        join judgement j on j.municipality = ${municipality} and j.subject = r.subject and j.current
        join visit v on v.id = j.visit and v.state = 'done' and v.ended_at > r.since + interval '1 ms'),
      later as materialized (select * from looked where ended_at > newest - ${TOGETHER}),
      said as materialized (select l.subject, l.id, l.ended_at, l.rules, l.public_body, f.criterion, f.verdict
        from later l
        join finding f on f.municipality = ${municipality} and f.subject = l.subject and f.from_no <= l.no
          and (f.to_no is null or f.to_no > l.no)
          and f.month >= date_trunc('month', l.judged_at at time zone 'UTC')::date)
    select r.subject, r.criterion, r.verdict as before, r.measured_at as since, c.measured_at as "publishedAt",
      (select p.catalogue_version || ' ' || (p.versions ->> 'lists') from published.publication p
        where p.municipality = ${municipality} order by p.no desc limit 1) as rules,
      json_agg(json_build_object('at', s.ended_at, 'verdict', s.verdict, 'visit', s.id, 'rules', s.rules,
        'publicBody', s.public_body) order by s.ended_at desc) as looks
    from rests r join changed c on c.id = r.subject join said s on s.subject = r.subject and s.criterion = r.criterion
      and s.ended_at > r.measured_at + interval '1 ms'
    group by r.subject, r.criterion, r.verdict, r.measured_at, c.measured_at
    having bool_or(${rank('s.verdict')} < ${rank('r.verdict')})`.execute(db)
  return rows.map(({ looks, rules: published, ...row }) => ({
    ...row,
    sameRules: looks[0]!.rules === published,
    looks: looks.filter((look) => alike(look, looks[0]!)).map(({ rules: _rules, publicBody: _as, ...look }) => look),
  }))
}

/** By what a look was judged; `publicBody` null: of before that was kept. */
type Rules = { readonly rules: string; readonly publicBody: boolean | null }
const alike = (one: Rules, other: Rules): boolean =>
  one.rules === other.rules && (one.publicBody ?? other.publicBody) === (other.publicBody ?? one.publicBody)
