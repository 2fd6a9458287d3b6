/** Keeps what is said of the articles of a version, and what became of it. */
import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import type { Tx } from '../../db/as.ts'
import type { CommentState } from '../../vocabulary/covenant.ts'

export type NewComment = {
  readonly covenant: string
  readonly version: number
  /** The id of an article or of a pledge in that version. */
  readonly article: string
  /** Who wrote it at the desk; null for who has a link of his own and no account. */
  readonly by: string | null
  /** For whom it was written; null for the municipality. */
  readonly participant: string | null
  readonly text: string
}

/** Keeps a comment. The database takes it only of what lies before everybody, within its term. Gives its id. */
export async function addComment(tx: Tx, municipality: string, comment: NewComment): Promise<string> {
  const id = uuid()
  await tx
    .insertInto('covenant_comment')
    .values({ municipality, id, ...comment })
    .execute()
  return id
}

export type Comment = {
  readonly id: string
  readonly version: number
  readonly article: string
  readonly text: string
  readonly at: Date
  readonly state: CommentState
  readonly answer: string
  readonly answeredAt: Date | null
  /** The version that did what was asked. */
  readonly doneIn: number | null
  readonly by: Voice
  readonly answeredBy: Voice
}
/** Who says something: a name, a function, and for whom; empty for who was forgotten. */
export type Voice = { readonly name: string; readonly function: string; readonly organisation: string }

/** All that was said of a covenant, the first first, by name and function. */
export async function commentsOf(tx: Tx, municipality: string, covenant: string): Promise<readonly Comment[]> {
  const [rows, voices] = await Promise.all([
    tx
      .selectFrom('covenant_comment')
      .select([
        'id',
        'version',
        'article',
        'text',
        'at',
        'state',
        'answer',
        'answered_at as answeredAt',
        'done_in as doneIn',
      ])
      .where('municipality', '=', municipality)
      .where('covenant', '=', covenant)
      .orderBy('at')
      .orderBy('id')
      .execute(),
    sql<
      Readonly<Record<'comment' | 'name' | 'function' | 'organisation' | 'answered_name' | 'answered_function', string>>
    >`
      select * from covenant_voices(${covenant})`.execute(tx),
  ])
  const who = new Map(voices.rows.map((each) => [each.comment, each]))
  return rows.map((row) => {
    const voice = who.get(row.id)
    return {
      ...row,
      by: { name: voice?.name ?? '', function: voice?.function ?? '', organisation: voice?.organisation ?? '' },
      answeredBy: { name: voice?.answered_name ?? '', function: voice?.answered_function ?? '', organisation: '' },
    }
  })
}

/** Answers a comment, by name. `doneIn`: the version that does what was asked. */
export async function answerComment(
  tx: Tx,
  municipality: string,
  id: string,
  given: {
    readonly state: Exclude<CommentState, 'open'>
    readonly answer: string
    readonly by: string
    readonly doneIn: number | null
  },
): Promise<void> {
  await tx
    .updateTable('covenant_comment')
    .set({
      state: given.state,
      answer: given.answer,
      answered_by: given.by,
      answered_at: sql`now()`,
      done_in: given.doneIn,
    })
    .where('municipality', '=', municipality)
    .where('id', '=', id)
    .execute()
}

/** As whom an organisation takes part; undefined when it was not invited. */
export const participantFor = (tx: Tx, municipality: string, covenant: string, organisation: string) =>
  tx
    .selectFrom('covenant_participant')
    .select(['id', 'kind', 'state'])
    .where('municipality', '=', municipality)
    .where('covenant', '=', covenant)
    .where('organisation', '=', organisation)
    .orderBy(sql`state = 'left'`)
    .executeTakeFirst()
