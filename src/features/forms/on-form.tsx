/** What every address of a form begins with: the form, the question, and whether this person may answer it now. */
import type { Tx } from '../../db/as.ts'
import type { Uploads } from '../../db/uploads.ts'
import { toldDifferences } from '../../lib/told-differences.ts'
import type { Catalogue } from '../../model/norm.ts'
import type { Question, Questionnaire } from '../../model/questionnaire.ts'
import { allows } from '../../vocabulary/roles.ts'
import { visibleQuestions } from '../../scoring/visible.ts'
import { forbidden, missing, type Asked, type Reply } from '../../web/desk/route.ts'
import { variantOf } from './pages-list.tsx'
import { QuestionPage } from './page-question.tsx'
import type { QuestionProps } from './question-props.ts'
import { whyNotAnswer } from './rules.ts'
import { commentsOf, historyOf, namesOf, openForm, type Open } from './store.ts'

export type FormDeps = {
  readonly catalogue: Catalogue
  readonly questionnaires: readonly Questionnaire[]
  readonly uploads: Uploads
}
export type OnForm = ReturnType<typeof onFormOf>
type OfQuestion = (asked: Asked<Tx>, open: Open, question: Question) => Promise<Reply>

/** For the trail. Which question an organisation answered is its own: what is asked depends on what was answered. */
export const about = (open: Open, question: Question): Readonly<Record<string, string>> =>
  open.owner.kind === 'organisation' ? {} : { question: question.id }
/** The address of a question, or of a part of its page. */
export const at = (open: Open, question: Question, part = ''): string =>
  `/balie/vragenlijsten/${open.form.id}/${question.id}${part}`
/** Undefined when this person may answer now; else why not. */
export const lockOf = ({ who }: Asked<Tx>, open: Open): string | undefined =>
  whyNotAnswer(who, open.owner, open.form.closedAt !== null)

/** What the routes of a form begin with: the form, the question, and whether this person may. */
export function onFormOf({ catalogue }: Pick<FormDeps, 'catalogue'>) {
  const norms = new Map(catalogue.norms.map((norm) => [norm.id, norm]))
  const onForm =
    (then: (asked: Asked<Tx>, open: Open) => Promise<Reply>) =>
    async (asked: Asked<Tx>): Promise<Reply> => {
      const open = await openForm(asked.tx, asked.municipality.id, asked.params['form']!)
      return open ? then(asked, open) : missing
    }
  const onQuestion = (then: OfQuestion) =>
    onForm(async (asked, open) => {
      // Who reads what an organisation shares sees just that; the questions around it are not known here.
      const foreign = open.owner.kind === 'organisation' && asked.who.organisation !== open.owner.id
      const asks = foreign
        ? open.questionnaire.questions.filter(({ id }) => open.current.has(id))
        : visibleQuestions(open.questionnaire, open.answers, variantOf(open), open.earlier)
      const question = asks.find(({ id }) => id === asked.params['question'])
      return question ? then(asked, open, question) : missing
    })
  /** To read: also what was answered and is not asked now. */
  const reading = (then: OfQuestion, before: OfQuestion) =>
    onForm(async (asked, open) => {
      // Of what an organisation shares one cannot tell what it would be asked: only what left the questionnaire.
      const foreign = open.owner.kind === 'organisation' && asked.who.organisation !== open.owner.id
      const gone = open.notAsked.find(
        ({ question, why }) => question.id === asked.params['question'] && (!foreign || why === 'gone'),
      )
      return gone ? before(asked, open, gone.question) : onQuestion(then)(asked)
    })
  /** Only for who may answer now; anyone else hears why not. */
  const writing = (then: OfQuestion) =>
    onQuestion(async (asked, open, question) => {
      const locked = lockOf(asked, open)
      return locked === undefined ? then(asked, open, question) : forbidden(locked)
    })
  const questionPage = async (asked: Asked<Tx>, open: Open, question: Question, more: Partial<QuestionProps> = {}) => {
    const { tx, municipality, view, today, who } = asked
    const [history, comments] = [
      await historyOf(tx, municipality.id, open.form.id, question.id),
      await commentsOf(tx, municipality.id, open.form.id, question.id),
    ]
    const differences = await toldDifferences(
      history.slice(1).map(({ reason }, at) => ({ before: reason, after: history[at]!.reason })),
    )
    const names = await namesOf(
      tx,
      municipality.id,
      [...history, ...comments, ...(more.other ? [more.other] : [])].map(({ by }) => by),
    )
    return (
      <QuestionPage
        view={view}
        open={open}
        question={question}
        norms={question.norms.flatMap((id) => norms.get(id) ?? [])}
        locked={lockOf(asked, open)}
        today={today}
        history={history}
        differences={differences}
        comments={comments}
        names={names}
        comment={allows(who.roles, 'form.comment')}
        {...more}
      />
    )
  }
  return { onForm, onQuestion, reading, writing, questionPage }
}
