/** Reads what of the newest publication was measured too long ago. Asked only once something can be. */
import { sql } from 'kysely'
import type { ThemeScore } from '../model/score.ts'
import { asItStands, monthsOf, shortest, themesOf, type At, type Standing } from './standing.ts'

/** The day here of a moment; whoever reads what is public has no `day_here`. */
const dayOf = (moment: string) => sql`(${sql.ref(moment)} at time zone 'Europe/Amsterdam')::date`

/** Whether the finding `f` about the address `s` is too old; as SQL. */
export const tooOld = (standing: Standing) => {
  const { norms, months } = monthsOf(standing)
  return sql<boolean>`exists (select from unnest(${norms}::text[], ${months}::int[]) as m (norm, months)
    where m.norm = f.norm and ${dayOf('s.measured_at')} + make_interval(months => m.months) < ${standing.today}::date)`
}

/** Of these addresses when each was measured. */
export async function measuredAt({ db, municipality, no }: At, subjects: readonly string[]) {
  const rows = await db
    .selectFrom('published.subject')
    .select(['id', 'measured_at'])
    .where('municipality', '=', municipality)
    .where('publication', '=', no)
    .where('id', 'in', subjects)
    .execute()
  return new Map(rows.map(({ id, measured_at }) => [id, measured_at]))
}

type Row = { readonly slug: string; readonly themes: readonly ThemeScore[] }

/** Organisations with their figures as they stand: of whom something is too old, what is left is weighed again. */
export async function standingThemes<T extends Row>(at: At, rows: readonly T[]): Promise<readonly T[]> {
  const { db, municipality, no, standing } = at
  if (standing === undefined || rows.length === 0) return rows
  const findings = await db
    .selectFrom('published.subject as s')
    .innerJoin('published.finding as f', (join) =>
      join.onRef('f.municipality', '=', 's.municipality').onRef('f.subject', '=', 's.id').on('f.to_no', 'is', null),
    )
    .select(['s.organisation', 's.measured_at', 'f.norm', 'f.criterion', 'f.verdict', 'f.reason', 'f.seen'])
    .where('s.municipality', '=', municipality)
    .where('s.publication', '=', no)
    .where(
      's.organisation',
      'in',
      rows.map(({ slug }) => slug),
    )
    .execute()
  const of = Map.groupBy(findings, ({ organisation }) => organisation)
  return rows.map((row) => {
    const now = (of.get(row.slug) ?? []).map((each) => ({
      was: each.verdict,
      ...asItStands(standing, each, each.measured_at),
    }))
    return now.every(({ was, verdict }) => was === verdict) ? row : { ...row, themes: themesOf(standing, now) }
  })
}

/** Of how many addresses something was measured too long ago, and how many there are. */
export async function countTooOld({ db, municipality, no, standing }: At): Promise<{ old: number; all: number }> {
  if (standing === undefined) return { old: 0, all: 0 }
  const { rows } = await sql<{ old: number; all: number }>`
    select count(*)::int as all, count(*) filter (where ${dayOf('measured_at')}
      + make_interval(months => ${shortest(standing.catalogue)}) < ${standing.today}::date)::int as old
    from published.subject where municipality = ${municipality} and publication = ${no}`.execute(db)
  return rows[0]!
}

/** How many findings with which verdict are too old, per criterion. */
export async function tallyTooOld({ db, municipality, standing, no }: At) {
  if (standing === undefined) return []
  const { rows } = await sql<{ criterion: string; verdict: string; count: number }>`
    select f.criterion, f.verdict, count(*)::int as count
    from published.subject s join published.finding f on f.municipality = s.municipality and f.subject = s.id
      and f.to_no is null
    where s.municipality = ${municipality} and s.publication = ${no} and f.verdict <> 'unknown'
      and ${tooOld(standing)}
    group by f.criterion, f.verdict`.execute(db)
  return rows
}
