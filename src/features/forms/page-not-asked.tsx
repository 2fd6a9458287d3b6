/** An answer to a question that is not asked now: to read, with its evidence, comments and history; not to change. */
import type { ReactNode } from 'react'
import type { Tx } from '../../db/as.ts'
import { toldDifferences } from '../../lib/told-differences.ts'
import type { Question } from '../../model/questionnaire.ts'
import { textOf, wordsOf } from '../../scoring/visible.ts'
import { Button, Buttons, Form, Hidden } from '../../web/desk/form.tsx'
import { DeskPage } from '../../web/desk/page.tsx'
import type { Asked } from '../../web/desk/route.ts'
import { moment } from '../../web/language.ts'
import { Heading, Notice, Text } from '../../web/parts.tsx'
import { at } from './on-form.tsx'
import { Discussion } from './part-discussion.tsx'
import { Evidence } from './part-evidence.tsx'
import { History } from './part-history.tsx'
import { trailOf, variantOf } from './pages-list.tsx'
import type { QuestionProps } from './question-props.ts'
import { askedThen, commentsOf, historyOf, namesOf, type Open } from './store.ts'

const GONE = 'Deze vraag staat niet meer in de vragenlijst. Uw antwoord telt niet mee, en blijft hier te lezen.'
const HIDDEN =
  'Deze vraag wordt door andere antwoorden nu niet gesteld. Uw antwoord telt niet mee, en blijft hier te lezen. ' +
  'Wordt de vraag weer gesteld, dan staat het er weer.'

export async function notAskedPage(asked: Asked<Tx>, open: Open, question: Question): Promise<ReactNode> {
  const { tx, municipality, view, today, who } = asked
  const history = await historyOf(tx, municipality.id, open.form.id, question.id)
  const comments = await commentsOf(tx, municipality.id, open.form.id, question.id)
  const differences = await toldDifferences(
    history.slice(1).map(({ reason }, index) => ({ before: reason, after: history[index]!.reason })),
  )
  const names = await namesOf(
    tx,
    municipality.id,
    [...history, ...comments].map(({ by }) => by),
  )
  const mine = open.owner.kind === 'organisation' && who.organisation === open.owner.id
  const foreign = open.owner.kind === 'organisation' && !mine
  const current = open.current.get(question.id)!
  const base = at(open, question)
  const why = open.notAsked.find((each) => each.question.id === question.id)!.why === 'gone' ? GONE : HIDDEN
  const shared = open.shared.has(question.id)
  const props: QuestionProps & { base: string } = {
    view,
    open,
    question,
    norms: [],
    locked: why,
    today,
    history,
    differences,
    comments,
    names,
    comment: false,
    base,
  }
  const title = textOf(question, variantOf(open))
  return (
    <DeskPage view={view} title={title} crumbs={trailOf(open, view)}>
      <p className="ld-kicker">Niet meer gevraagd</p>
      <Heading level={1}>{title}</Heading>
      <Notice title="Alleen lezen">
        <Text>{foreign ? 'Deze vraag wordt nu niet gesteld. Het antwoord blijft te lezen.' : why}</Text>
      </Notice>
      <Text>
        <strong>{wordsOf(askedThen(open, question, current.version), current.value)}</strong>
      </Text>
      {current.reason === '' ? null : <Text>{current.reason}</Text>}
      <p className="ld-quiet">
        Ingevuld door {names.get(current.by) ?? 'iemand die hier niet meer werkt'}, {moment('nl', current.at)}.
      </p>
      {mine ? (
        <Form view={view} action={`${base}/delen`}>
          <Hidden name="delen" value={shared ? 'nee' : 'ja'} />
          <Text>{shared ? 'Dit antwoord deelt u met de gemeente.' : 'De gemeente ziet dit antwoord niet.'}</Text>
          <Buttons>
            <Button kind="secondary">{shared ? 'Niet meer delen' : 'Deel dit antwoord met de gemeente'}</Button>
          </Buttons>
        </Form>
      ) : null}
      <Evidence {...props} />
      <Discussion {...props} />
      {foreign ? null : <History {...props} />}
    </DeskPage>
  )
}
