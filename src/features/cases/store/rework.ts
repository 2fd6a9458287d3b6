/** Marks questions that go back to the author. */
import { v7 as uuid } from 'uuid'
import { record } from '../../../db/audit.ts'
import { objectOf } from '../address.ts'
import type { Doing } from './ask.ts'
import type { Case } from './rows.ts'

/** Asks the author to answer these questions anew, each with what must change. */
export async function sendBack(
  { tx, municipality, who }: Doing,
  { row }: Case,
  form: string,
  asked: readonly { readonly question: string; readonly text: string }[],
): Promise<void> {
  if (asked.length === 0) return
  await tx
    .insertInto('rework')
    .values(asked.map((each) => ({ municipality, id: uuid(), case_file: row.id, form, by: who.id, ...each })))
    .execute()
  await record(tx, municipality, {
    act: 'case.rework',
    object: objectOf(row),
    detail: { questions: asked.map(({ question }) => question) },
  })
}
