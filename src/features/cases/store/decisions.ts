/** Decisions: read with where they deviate, and written. */
import { v7 as uuid } from 'uuid'
import type { Tx } from '../../../db/as.ts'
import { record } from '../../../db/audit.ts'
import { addTerm } from '../../../lib/working-days.ts'
import { caseNumber, objectOf, pathOf } from '../address.ts'
import { ask, type Doing } from './ask.ts'
import type { Case, DecisionRow } from './rows.ts'

/** The decisions of a case, oldest first, each with what it deviates from. */
export async function decisionsOf(tx: Tx, municipality: string, id: string): Promise<DecisionRow[]> {
  const rows = await tx
    .selectFrom('decision')
    .select([
      'id',
      'no',
      'outcome',
      'text',
      'by',
      'name',
      'function',
      'mandate',
      'decided_on as decidedOn',
      'at',
      'corrects',
      'correction',
    ])
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
export const decide = (doing: Doing, file: Case, decision: NewDecision, months: number): Promise<void> =>
  sign(doing, file, decision, months, null)

/** A decision that takes the place of the last one, with its reason; a new publication is asked for. */
export async function correct(
  doing: Doing,
  file: Case,
  decision: NewDecision,
  reason: string,
  months: number,
): Promise<void> {
  const { tx, municipality } = doing
  const { row } = file
  const corrects = file.decisions.at(-1)!.no
  await sign(doing, file, decision, months, { corrects, reason })
  await record(tx, municipality, { act: 'case.decision-corrected', object: objectOf(row), detail: { corrects } })
  await ask(doing, {
    kind: 'publish',
    object: objectOf(row),
    whom: { role: 'publisher' },
    text: `Maak het herstelde besluit openbaar van ${caseNumber(row)} ${row.title}`,
    path: `${pathOf(row)}/publiceren`,
    dueOn: null,
  })
}

async function sign(
  { tx, municipality, who }: Doing,
  { row, decisions }: Case,
  decision: NewDecision,
  months: number,
  correction: { readonly corrects: number; readonly reason: string } | null,
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
      corrects: correction?.corrects ?? null,
      correction: correction?.reason ?? '',
    })
    .execute()
  for (const deviation of decision.deviations)
    await tx
      .insertInto('deviation')
      .values({ municipality, decision: id, ...deviation })
      .execute()
  await tx
    .updateTable('case_file')
    .set({
      decision_maker: who.id,
      retest_on: addTerm(decision.decidedOn, { ...(row.urgent ? { weeks: 8 } : { months }), regime: 'none' }),
    })
    .where('municipality', '=', municipality)
    .where('id', '=', row.id)
    .execute()
}
