/** Writes the answers to red flags, and the advice of Digital Affairs. */
import { sql } from 'kysely'
import { record } from '../../../db/audit.ts'
import type { Stance } from '../../../vocabulary/case.ts'
import { objectOf } from '../address.ts'
import type { Doing } from './ask.ts'
import type { Case } from './rows.ts'

/** Answers a red flag; an earlier answer stays beside it. */
export async function answerFlag(
  { tx, municipality, who }: Doing,
  { row }: Case,
  question: string,
  text: string,
): Promise<void> {
  const { no } = await tx
    .selectFrom('flag_answer')
    .select(sql<number>`coalesce(max(no), 0)::int`.as('no'))
    .where('municipality', '=', municipality)
    .where('case_file', '=', row.id)
    .where('question', '=', question)
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('flag_answer')
    .values({ municipality, case_file: row.id, question, no: no + 1, text, by: who.id })
    .execute()
  await record(tx, municipality, { act: 'case.flag-answered', object: objectOf(row), detail: { question } })
}

/** Signs the advice of Digital Affairs; a step takes the case on. */
export async function advise(
  { tx, municipality, who }: Doing,
  { row, advices }: Case,
  stance: Exclude<Stance, 'none-needed'>,
  text: string,
): Promise<void> {
  await tx
    .insertInto('advice')
    .values({
      municipality,
      case_file: row.id,
      no: advices.length + 1,
      stance,
      text,
      by: who.id,
      function: who.function,
    })
    .execute()
}
