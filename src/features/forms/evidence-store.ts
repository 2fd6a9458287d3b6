/** Keeps what stands beside an answer to prove it. */
import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import type { Tx } from '../../db/as.ts'
import { forgetUpload } from '../../db/uploads.ts'

export type NewEvidence = {
  readonly kind: 'file' | 'link' | 'scan'
  readonly title: string
  readonly url: string | null
  readonly upload: string | null
  readonly owner: string
  readonly endsOn: string | null
  readonly by: string
}
/** Puts evidence beside an answer, and the act in the trail. */
export async function addEvidence(
  tx: Tx,
  municipality: string,
  form: string,
  question: string,
  { endsOn, ...item }: NewEvidence,
): Promise<void> {
  await tx
    .insertInto('answer_evidence')
    .values({ municipality, id: uuid(), form, question, ends_on: endsOn, ...item })
    .execute()
}
/** `own`: of an organisation itself, whose file goes too; in a case what was there stays in the file. */
export async function removeEvidence(
  tx: Tx,
  municipality: string,
  form: string,
  id: string,
  own: boolean,
): Promise<void> {
  const at = tx
    .selectFrom('answer_evidence')
    .select('upload')
    .where('municipality', '=', municipality)
    .where('form', '=', form)
    .where('id', '=', id)
  const item = await at.executeTakeFirst()
  await tx
    .updateTable('answer_evidence')
    .set({ removed_at: sql`now()`, ...(own ? { upload: null } : {}) })
    .where('municipality', '=', municipality)
    .where('form', '=', form)
    .where('id', '=', id)
    .execute()
  if (own && item?.upload) await forgetUpload(tx, municipality, item.upload)
}
