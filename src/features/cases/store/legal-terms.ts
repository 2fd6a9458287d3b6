/** Legal terms of a case: started, extended once, ended. */
import { day } from '../../../web/language.ts'
import { v7 as uuid } from 'uuid'
import { record } from '../../../db/audit.ts'
import { closeTasks, type NewTask } from '../../../db/tasks.ts'
import type { Term } from '../../../lib/working-days.ts'
import { caseNumber, objectOf, pathOf } from '../address.ts'
import { dueOf, type LegalTerm } from '../rules/legal-terms.ts'
import { ask, type Doing } from './ask.ts'
import type { Case, LegalTermRow } from './rows.ts'

/** What a running term asks of whoever keeps it: a deadline to be kept, or a wait, which is due on no day. */
const termTask = ({ row }: Case, id: string, { name, wait }: LegalTerm, dueOn: string): NewTask => ({
  kind: 'legal-term',
  object: `legal-term/${id}`,
  whom: { person: row.handler ?? row.author },
  path: `${pathOf(row)}/termijnen/${id}`,
  dueOn: wait ? null : dueOn,
  text:
    `${wait ? `Wacht tot en met ${day('nl', dueOn)}` : 'Houd de wettelijke termijn aan'}: ` +
    `${name}, ${caseNumber(row)} ${row.title}`,
})
/** Starts the clock of a legal term; whoever handles the case keeps it. */
export async function startLegalTerm(doing: Doing, file: Case, term: LegalTerm, from: string): Promise<void> {
  const { tx, municipality, who } = doing
  const [id, dueOn] = [uuid(), dueOf(term.term, from)]
  await tx
    .insertInto('legal_term')
    .values({ municipality, id, case_file: file.row.id, term: term.id, starts_on: from, due_on: dueOn, by: who.id })
    .execute()
  await record(tx, municipality, {
    act: 'case.legal-term',
    object: objectOf(file.row),
    detail: { term: term.id, from, dueOn },
  })
  await ask(doing, termTask(file, id, term, dueOn))
}
/** Makes a running term as long as the law allows, once. False when it ended or was extended meanwhile. */
export async function extendLegalTerm(
  doing: Doing,
  file: Case,
  { id, startsOn, dueOn }: LegalTermRow,
  term: LegalTerm & { readonly extended: Term },
  reason: string,
): Promise<boolean> {
  const { tx, municipality } = doing
  const later = dueOf(term.extended, startsOn)
  const { numUpdatedRows } = await tx
    .updateTable('legal_term')
    .set({ due_on: later, extended: reason })
    .where('municipality', '=', municipality)
    .where('id', '=', id)
    .where('ended_on', 'is', null)
    .where('extended', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) return false
  await closeTasks(tx, municipality, `legal-term/${id}`, 'all')
  await record(tx, municipality, {
    act: 'case.legal-term-extended',
    object: objectOf(file.row),
    detail: { term: term.id, from: dueOn, to: later },
  })
  await ask(doing, termTask(file, id, term, later))
  return true
}
/**
 * Stops the clock: what the term was for has happened, or it turned out not to hold. False when somebody else did so
 * meanwhile.
 */
export async function endLegalTerm(
  { tx, municipality, who }: Doing,
  { row }: Case,
  { id, term }: LegalTermRow,
  endedOn: string,
  note: string,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('legal_term')
    .set({ ended_on: endedOn, ended_by: who.id, note })
    .where('municipality', '=', municipality)
    .where('id', '=', id)
    .where('ended_on', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) return false
  await closeTasks(tx, municipality, `legal-term/${id}`, 'all')
  await record(tx, municipality, { act: 'case.legal-term-ended', object: objectOf(row), detail: { term, endedOn } })
  return true
}
