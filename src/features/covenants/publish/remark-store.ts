/** What readers asked and remarked about a covenant, at the desk. */
import { sql } from 'kysely'
import type { Tx } from '../../../db/as.ts'
import { hashOfToken } from '../../../lib/token.ts'

const remarks = (tx: Tx, municipality: string, covenant: string) =>
  tx
    .selectFrom('covenant_remark as r')
    .leftJoin('person as p', (join) =>
      join.onRef('p.municipality', '=', 'r.municipality').onRef('p.id', '=', 'r.answered_by'),
    )
    .select(['r.id', 'r.pledge', 'r.kind', 'r.text', 'r.name', 'r.email', 'r.lang', 'r.secret', 'r.due_on as dueOn'])
    .select(['r.created_at as at', 'r.state', 'r.answer', 'r.answered_at as answeredAt', 'p.function'])
    .where('r.municipality', '=', municipality)
    .where('r.covenant', '=', covenant)

/** All of a covenant, what waits first, then the newest. */
export const remarksOf = (tx: Tx, municipality: string, covenant: string) =>
  remarks(tx, municipality, covenant)
    .orderBy(sql`r.state <> 'open'`)
    .orderBy('r.created_at', 'desc')
    .limit(200)
    .execute()
export type Remark = Awaited<ReturnType<typeof remarksOf>>[number]

/** One of them. */
export const remarkById = (tx: Tx, municipality: string, covenant: string, id: string) =>
  remarks(tx, municipality, covenant).where('r.id', '=', id).executeTakeFirst()

/** Answers one: it is public from then on, or not placed, with the reason; false when somebody did already. */
export async function answerRemark(
  tx: Tx,
  municipality: string,
  id: string,
  { text, shown, by }: { readonly text: string; readonly shown: boolean; readonly by: string },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('covenant_remark')
    .set({ state: shown ? 'answered' : 'declined', answer: text, answered_by: by, answered_at: sql`now()` })
    .where('municipality', '=', municipality)
    .where('id', '=', id)
    .where('state', '=', 'open')
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Whether a secret still opens it: with another key of the installation another link would follow. */
export const opensBy = ({ secret }: Pick<Remark, 'secret'>, token: string): boolean => hashOfToken(token) === secret
