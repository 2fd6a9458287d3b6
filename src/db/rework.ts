/** Questions of a case that went back to its author: the case tells of them, and the question itself shows it. */
import { sql } from 'kysely'
import type { Tx } from './as.ts'

export type Rework = {
  readonly form: string
  readonly question: string
  /** What must change. */
  readonly text: string
  readonly by: string
  readonly at: Date
  /** Whether the question was answered anew, or the author said in a comment why not. */
  readonly done: boolean
}

/** What went back in a case, newest first; `author` is who has the case now. */
export const reworkOf = (tx: Tx, municipality: string, file: string, author: string): Promise<Rework[]> =>
  tx
    .selectFrom('rework as w')
    .select([
      'w.form',
      'w.question',
      'w.text',
      'w.by',
      'w.at',
      sql<boolean>`exists (select from answer a where a.municipality = w.municipality and a.form = w.form
          and a.question = w.question and a.at > w.at)
        or exists (select from comment c where c.municipality = w.municipality and c.form = w.form
          and c.question = w.question and c.by = ${author} and c.at > w.at)`.as('done'),
    ])
    .where('w.municipality', '=', municipality)
    .where('w.case_file', '=', file)
    .orderBy('w.at', 'desc')
    .execute()
