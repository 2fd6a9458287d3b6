/** What stands around an annex: opinions of FG and Security Officer, why one departs from them, and questions. */
import { v7 as uuid } from 'uuid'
import type { Tx } from '../../db/as.ts'
import type { Role } from '../../vocabulary/roles.ts'
import type { Stance } from '../../vocabulary/tender.ts'

/** Opinions and reasons to depart from them, the oldest first. */
export const opinionsOf = (tx: Tx, municipality: string, tender: string) =>
  tx
    .selectFrom('tender_opinion as o')
    .leftJoin('person as p', (join) => join.onRef('p.municipality', '=', 'o.municipality').onRef('p.id', '=', 'o.by'))
    .select(['o.id', 'o.kind', 'o.about', 'o.stance', 'o.role', 'o.text', 'o.at', 'p.name as by', 'p.function'])
    .where('o.municipality', '=', municipality)
    .where('o.tender', '=', tender)
    .orderBy('o.at')
    .orderBy('o.id')
    .execute()
export type Opinion = Awaited<ReturnType<typeof opinionsOf>>[number]

/** Signs an opinion; it is never changed, a new one follows it. */
export async function opine(
  tx: Tx,
  municipality: string,
  tender: string,
  {
    by,
    role,
    stance,
    text,
  }: { readonly by: string; readonly role: Role; readonly stance: Stance; readonly text: string },
): Promise<void> {
  await tx
    .insertInto('tender_opinion')
    .values({ municipality, id: uuid(), tender, kind: 'opinion', stance, role, text, by })
    .execute()
}

/** Why the municipality departs from an opinion. */
export async function deviate(
  tx: Tx,
  municipality: string,
  tender: string,
  { by, about, text }: { readonly by: string; readonly about: string; readonly text: string },
): Promise<void> {
  await tx
    .insertInto('tender_opinion')
    .values({ municipality, id: uuid(), tender, kind: 'deviation', about, text, by })
    .execute()
}

/** Questions with their answers, the newest first. */
export const questionsOf = (tx: Tx, municipality: string, tender: string) =>
  tx
    .selectFrom('tender_question')
    .select(['no', 'question', 'answer', 'at'])
    .where('municipality', '=', municipality)
    .where('tender', '=', tender)
    .orderBy('no', 'desc')
    .execute()

/** Answers a question for all alike: at the desk and, in the same transaction, for everybody. */
export async function answerQuestion(
  tx: Tx,
  municipality: string,
  tender: { readonly id: string; readonly no: number },
  { by, question, answer }: { readonly by: string; readonly question: string; readonly answer: string },
): Promise<number> {
  const last = await tx
    .selectFrom('tender_question')
    .select(({ fn }) => fn.max('no').as('no'))
    .where('municipality', '=', municipality)
    .where('tender', '=', tender.id)
    .executeTakeFirstOrThrow()
  const no = (last.no ?? 0) + 1
  await tx.insertInto('tender_question').values({ municipality, tender: tender.id, no, question, answer, by }).execute()
  await tx
    .insertInto('published.tender_question')
    .values({ municipality, tender: tender.no, no, question, answer })
    .execute()
  return no
}
