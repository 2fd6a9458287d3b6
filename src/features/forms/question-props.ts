/** What the page of a question, and each of its parts, is made of. */
import type { Part } from '../../lib/word-difference.ts'
import type { Norm } from '../../model/norm.ts'
import type { Question, Value } from '../../model/questionnaire.ts'
import type { Problems } from '../../web/desk/form.tsx'
import type { DeskView } from '../../web/desk/route.ts'
import type { Given } from './rules.ts'
import type { Comment, Earlier, Open } from './store.ts'

export type QuestionProps = {
  readonly view: DeskView
  readonly open: Open
  readonly question: Question
  readonly norms: readonly Norm[]
  readonly locked: string | undefined
  readonly today: string
  readonly history: readonly Earlier[]
  /** What each changed of the one before, in the order of the history; undefined where that is too much to show. */
  readonly differences: readonly (readonly Part[] | undefined)[]
  readonly comments: readonly Comment[]
  readonly names: ReadonlyMap<string, string>
  /** What was typed and is not right. */
  readonly given?: Given
  readonly problems?: Problems
  /** Another answer came between: both are shown. */
  readonly other?:
    | {
        readonly value: Value | null
        readonly reason: string
        readonly no: number
        readonly by: string
        readonly at: Date
      }
    | undefined
  /** What was typed in another form of this page. */
  readonly typed?: Readonly<Record<string, string>>
  /** Whether this person may comment. */
  readonly comment: boolean
}
