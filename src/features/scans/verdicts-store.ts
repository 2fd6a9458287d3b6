/** The verdicts in force on visits. */
import { sql } from 'kysely'
import type { Db } from '../../db/connect.ts'
import type { VerdictWord } from '../../model/finding.ts'

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
    join finding f on f.municipality = j.municipality and f.judgement = j.id
    group by j.visit, j.subject`.execute(db)
  return new Map(rows.map(({ visit, verdicts }) => [visit, verdicts]))
}
