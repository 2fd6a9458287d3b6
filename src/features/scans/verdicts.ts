/** The verdicts in force on one visit of one subject. */
import type { Db } from '../../db/connect.ts'
import type { VerdictWord } from '../../model/finding.ts'

export async function currentVerdicts(db: Db, municipality: string, visit: string, subject: string): Promise<Map<string, { norm: string; criterion: string; verdict: VerdictWord }>> {
  const rows = await db.selectFrom('judgement')
    .innerJoin('finding', (join) => join.onRef('finding.municipality', '=', 'judgement.municipality').onRef('finding.judgement', '=', 'judgement.id'))
    .select(['finding.norm', 'finding.criterion', 'finding.verdict'])
    .where('judgement.municipality', '=', municipality).where('judgement.subject', '=', subject).where('judgement.visit', '=', visit)
    .where('judgement.current', '=', true).execute()
  return new Map(rows.map((row) => [row.criterion, row]))
}
