/** What was answered in an earlier form, or what the register says, to take over as it is. */
import { wordsOf } from '../../scoring/visible.ts'
import type { Answers, Question } from '../../model/questionnaire.ts'
import { Button, Buttons, Form, Hidden } from '../../web/desk/form.tsx'
import type { DeskView } from '../../web/desk/route.ts'
import { Notice, Text } from '../../web/parts.tsx'

export function Reuse({
  view,
  question,
  base,
  answer,
  title,
  from,
  no,
}: {
  view: DeskView
  question: Question
  base: string
  answer: Answers[string]
  title: string
  /** Where it is taken from. */
  from: 'eerder' | 'register'
  /** Number of the answer that stands here now; 0 for none. */
  no: number
}) {
  return (
    <Notice title={title}>
      <Text>
        <strong>{wordsOf(question, answer.value)}</strong>
        {answer.reason === '' ? '' : `: ${answer.reason}`}
      </Text>
      <Form view={view} action={`${base}/overnemen`}>
        <Hidden name="uit" value={from} />
        {/* Not “basis”: on this page that is a field of the answer itself. */}
        <Hidden name="op" value={String(no)} />
        <Buttons>
          <Button kind="secondary">Neem dit antwoord over</Button>
        </Buttons>
      </Form>
    </Notice>
  )
}
