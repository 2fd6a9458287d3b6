/** Takes a case on. */
import { sql } from 'kysely'
import { record } from '../../../db/audit.ts'
import { handTasks } from '../../../db/tasks.ts'
import { objectOf } from '../address.ts'
import type { Doing } from './ask.ts'
import type { Case } from './rows.ts'

/** Takes a case on as its handler, or over from one who no longer works here; false when somebody else was first. */
export async function handle(doing: Doing, { row, legalTerms }: Case): Promise<boolean> {
  const { tx, municipality, who } = doing
  // From whoever had it when this was read: of two at once only one is the handler.
  const { numUpdatedRows } = await tx
    .updateTable('case_file')
    .set({ handler: who.id })
    .where('municipality', '=', municipality)
    .where('id', '=', row.id)
    .where(sql<boolean>`handler is not distinct from ${row.handler}::uuid`)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) return false
  const objects = [objectOf(row)]
  if (row.handler !== null) await handTasks(tx, municipality, { objects, from: { person: row.handler }, to: who.id })
  await handTasks(tx, municipality, { objects, from: { role: 'policy-officer' }, to: who.id })
  // What the author kept until now is the handler's to keep.
  await handTasks(tx, municipality, {
    objects: legalTerms.map(({ id }) => `legal-term/${id}`),
    kinds: ['legal-term'],
    to: who.id,
  })
  await record(tx, municipality, { act: 'case.handled', object: objectOf(row) })
  return true
}
