/** Takes a case on. */
import { sql } from 'kysely'
import { record } from '../../../db/audit.ts'
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
  if (row.handler !== null)
    await tx
      .updateTable('task')
      .set({ person: who.id })
      .where('municipality', '=', municipality)
      .where('object', '=', objectOf(row))
      .where('person', '=', row.handler)
      .where('done_at', 'is', null)
      .execute()
  await tx
    .updateTable('task')
    .set({ person: who.id, role: null })
    .where('municipality', '=', municipality)
    .where('object', '=', objectOf(row))
    .where('done_at', 'is', null)
    .where('role', '=', 'policy-officer')
    .execute()
  // What the author kept until now is the handler's to keep.
  if (legalTerms.length > 0)
    await tx
      .updateTable('task')
      .set({ person: who.id })
      .where('municipality', '=', municipality)
      .where('kind', '=', 'legal-term')
      .where(
        'object',
        'in',
        legalTerms.map(({ id }) => `legal-term/${id}`),
      )
      .where('done_at', 'is', null)
      .execute()
  await record(tx, municipality, { act: 'case.handled', object: objectOf(row) })
  return true
}
