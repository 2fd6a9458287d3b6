/** Decisions: read with where they deviate, and written. */
import { v7 as uuid } from 'uuid'
import type { Tx } from '../../../db/as.ts'
import { addTerm } from '../../../lib/working-days.ts'
import type { Doing } from './ask.ts'
import type { Case, DecisionRow } from './rows.ts'

export async function decisionsOf(tx: Tx, municipality: string, id: string): Promise<DecisionRow[]> {
  const rows = await tx
    .selectFrom('decision')
    .select(['id', 'no', 'outcome', 'text', 'by', 'name', 'function', 'mandate', 'decided_on as decidedOn', 'at'])
    .where('municipality', '=', municipality)
    .where('case_file', '=', id)
    .orderBy('no')
    .execute()
  if (rows.length === 0) return []
  const deviations = await tx
    .selectFrom('deviation')
    .select(['decision', 'about', 'text'])
    .where('municipality', '=', municipality)
    .where(
      'decision',
      'in',
      rows.map((row) => row.id),
    )
    .orderBy('about')
    .execute()
  return rows.map((row) => ({ ...row, deviations: deviations.filter(({ decision }) => decision === row.id) }))
}

export type NewDecision = {
  readonly outcome: string
  readonly text: string
  readonly mandate: string
  readonly decidedOn: string
  readonly deviations: readonly { readonly about: string; readonly text: string }[]
}
/**
 * Decides, by name, function, mandate and date. An urgent one is tested in full within eight weeks; the clock asks for
 * that. `months`: how long a test holds.
 */
export async function decide(
  { tx, municipality, who }: Doing,
  { row, decisions }: Case,
  decision: NewDecision,
  months: number,
): Promise<void> {
  const id = uuid()
  await tx
    .insertInto('decision')
    .values({
      municipality,
      id,
      case_file: row.id,
      no: decisions.length + 1,
      outcome: decision.outcome,
      text: decision.text,
      by: who.id,
      name: who.name,
      function: who.function,
      mandate: decision.mandate,
      decided_on: decision.decidedOn,
    })
    .execute()
  for (const deviation of decision.deviations)
    await tx
      .insertInto('deviation')
      .values({ municipality, decision: id, ...deviation })
      .execute()
  await tx
    .updateTable('case_file')
    .set({ decision_maker: who.id, retest_on: addTerm(decision.decidedOn, row.urgent ? { weeks: 8 } : { months }) })
    .where('municipality', '=', municipality)
    .where('id', '=', row.id)
    .execute()
}
