/** What is said in a case beside its steps: events, answers of the author, questions asked, and what went back. */
import { sql } from 'kysely'
import type { Tx } from '../../../db/as.ts'
import type { CaseRow, ChangeRow, QuestionRow } from './rows.ts'

export type Said = { readonly text: string; readonly by: string; readonly at: Date }

/** What happened in a case beside its steps, oldest first. */
export const eventsOf = (tx: Tx, municipality: string, id: string): Promise<Said[]> =>
  tx
    .selectFrom('case_event')
    .select(['text', 'by', 'at'])
    .where('municipality', '=', municipality)
    .where('case_file', '=', id)
    .orderBy('at')
    .execute()

/** An opinion or advice in one version, as a key: an answer to an earlier version is no answer to this one. */
export const answerKey = (about: string, version: number): string => `${about}/${version}`
/** What the author said to an opinion or advice, the newest of each, by `answerKey`. */
export async function authorAnswersOf(tx: Tx, municipality: string, id: string): Promise<Map<string, Said>> {
  const rows = await tx
    .selectFrom('author_answer')
    .distinctOn(['about', 'version'])
    .select(['about', 'version', 'text', 'by', 'at'])
    .where('municipality', '=', municipality)
    .where('case_file', '=', id)
    .orderBy('about')
    .orderBy('version')
    .orderBy('no', 'desc')
    .execute()
  return new Map(rows.map(({ about, version, ...said }) => [answerKey(about, version), said]))
}

/** What was asked at opinions, oldest first, with the answer. */
export async function questionsOf(tx: Tx, municipality: string, id: string): Promise<QuestionRow[]> {
  const rows = await tx
    .selectFrom('case_question')
    .select(['id', 'request', 'whom', 'answers', 'text', 'by', 'at'])
    .where('municipality', '=', municipality)
    .where('case_file', '=', id)
    .orderBy('at')
    .execute()
  return rows.flatMap(({ answers, ...question }) =>
    answers === null ? [{ ...question, answer: rows.find((each) => each.answers === question.id) ?? null }] : [],
  )
}

/** What was answered otherwise after it was first handed in: the pre-check for the pre-check, the test as ready. */
export async function changesOf(tx: Tx, municipality: string, row: CaseRow): Promise<ChangeRow[]> {
  const { rows } = await sql<ChangeRow>`
    select form, question, by, at, before as "from", value as "to" from (
      select a.form, a.question, a.by, a.at, a.value,
        lag(a.value) over (partition by a.form, a.question order by a.no) as before,
        (select min(s.at) from case_step s where s.municipality = a.municipality and s.case_file = ${row.id}
          and s.to_state = case when a.form = ${row.preCheck} then 'pre-check' else 'completeness' end) as handed_in
      from answer a where a.municipality = ${municipality} and a.form in (${row.preCheck}, ${row.fullTest})) given
    where at > handed_in and value is distinct from before order by at`.execute(tx)
  return rows
}
