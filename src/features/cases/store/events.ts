/** Writes what happens in a case beside its steps, for its own story. */
import { v7 as uuid } from 'uuid'
import type { Doing } from './ask.ts'
import type { Case } from './rows.ts'

export type EventKind = 'author-replaced' | 'request-replaced' | 'reminded' | 'escalated'
/** `text`: a Dutch sentence for the story of the case. */
export async function tell(
  { tx, municipality, who }: Doing,
  { row }: Case,
  kind: EventKind,
  text: string,
): Promise<void> {
  await tx
    .insertInto('case_event')
    .values({ municipality, id: uuid(), case_file: row.id, kind, text, by: who.id })
    .execute()
}
