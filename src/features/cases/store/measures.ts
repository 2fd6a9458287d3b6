/** Measures: read, agreed on, proven by their owner and verified by another. */
import { v7 as uuid } from 'uuid'
import type { Tx } from '../../../db/as.ts'
import { record } from '../../../db/audit.ts'
import { closeTasks, type NewTask } from '../../../db/tasks.ts'
import { caseNumber, objectOf, pathOf } from '../address.ts'
import { ask, type Doing } from './ask.ts'
import type { Case, MeasureRow } from './rows.ts'

/** The measures of a case with their proofs, by the day that they are due. */
export async function measuresOf(tx: Tx, municipality: string, id: string): Promise<MeasureRow[]> {
  const rows = await tx
    .selectFrom('measure')
    .select(['id', 'text', 'owner', 'due_on as dueOn', 'state', 'condition'])
    .where('municipality', '=', municipality)
    .where('case_file', '=', id)
    .orderBy('due_on')
    .orderBy('id')
    .execute()
  if (rows.length === 0) return []
  const proofs = await tx
    .selectFrom('measure_proof')
    .select(['measure', 'no', 'text', 'url', 'verdict', 'by', 'at'])
    .where('municipality', '=', municipality)
    .where(
      'measure',
      'in',
      rows.map((row) => row.id),
    )
    .orderBy('no')
    .execute()
  return rows.map((row) => ({ ...row, proofs: proofs.filter(({ measure }) => measure === row.id) }))
}

/** Agrees on a measure, with a task for who does it. */
export async function addMeasure(
  doing: Doing,
  { row }: Case,
  measure: { readonly text: string; readonly owner: string; readonly dueOn: string; readonly condition?: string },
): Promise<void> {
  const { tx, municipality, who } = doing
  const id = uuid()
  await tx
    .insertInto('measure')
    .values({
      municipality,
      id,
      case_file: row.id,
      text: measure.text,
      owner: measure.owner,
      due_on: measure.dueOn,
      condition: measure.condition ?? null,
      by: who.id,
    })
    .execute()
  await record(tx, municipality, { act: 'case.measure', object: objectOf(row), detail: { measure: id } })
  await ask(doing, {
    kind: `measure.${id}`,
    object: `measure/${id}`,
    whom: { person: measure.owner },
    text: `Voer uit: ${measure.text.slice(0, 120)}`,
    path: `${pathOf(row)}/maatregelen/${id}`,
    dueOn: measure.dueOn,
  })
}

/** The owner shows that it was done; somebody else looks at it. */
export async function prove(
  doing: Doing,
  { row }: Case,
  measure: MeasureRow,
  text: string,
  url: string | null,
): Promise<void> {
  const { tx, municipality, who } = doing
  await tx
    .insertInto('measure_proof')
    .values({ municipality, measure: measure.id, no: measure.proofs.length + 1, text, url, by: who.id })
    .execute()
  await tx
    .updateTable('measure')
    .set({ state: 'proven' })
    .where('municipality', '=', municipality)
    .where('id', '=', measure.id)
    .execute()
  await closeTasks(tx, municipality, `measure/${measure.id}`, 'all')
  await record(tx, municipality, { act: 'measure.proven', object: objectOf(row), detail: { measure: measure.id } })
  // Another looks than who did it.
  const other: NewTask['whom'] = [row.handler, row.decisionMaker].flatMap((person) =>
    person !== null && person !== who.id ? [{ person }] : [],
  )[0] ?? { role: 'policy-officer' }
  await ask(doing, {
    kind: `verify.${measure.id}`,
    object: `measure/${measure.id}`,
    whom: other,
    text: `Controleer het bewijs bij een maatregel van ${caseNumber(row)}`,
    path: `${pathOf(row)}/maatregelen/${measure.id}`,
    dueOn: null,
  })
}
/** Says of the last proof whether it is enough; if not, the measure is open again. */
export async function verify(
  doing: Doing,
  { row }: Case,
  measure: MeasureRow,
  verdict: 'accepted' | 'insufficient',
  text: string,
): Promise<void> {
  const { tx, municipality, who } = doing
  await tx
    .insertInto('measure_proof')
    .values({ municipality, measure: measure.id, no: measure.proofs.length + 1, text, verdict, by: who.id })
    .execute()
  await tx
    .updateTable('measure')
    .set({ state: verdict === 'accepted' ? 'done' : 'open' })
    .where('municipality', '=', municipality)
    .where('id', '=', measure.id)
    .execute()
  await closeTasks(tx, municipality, `measure/${measure.id}`, 'all')
  await record(tx, municipality, {
    act: 'measure.verified',
    object: objectOf(row),
    detail: { measure: measure.id, verdict },
  })
  if (verdict === 'insufficient')
    await ask(doing, {
      kind: `measure.${measure.id}`,
      object: `measure/${measure.id}`,
      whom: { person: measure.owner },
      text: `Vul het bewijs aan: ${measure.text.slice(0, 120)}`,
      path: `${pathOf(row)}/maatregelen/${measure.id}`,
      dueOn: measure.dueOn,
    })
}
