/** What was answered in an earlier form, to take over as it is. */
import { wordsOf } from '../../scoring/visible.ts'
import type { Answers, Question } from '../../model/questionnaire.ts'
import { Button, Buttons, Form } from '../../web/desk/form.tsx'
import type { DeskView } from '../../web/desk/route.ts'
import { Notice, Text } from '../../web/parts.tsx'

export function Reuse({
  view,
  question,
  base,
  answer,
  from,
}: {
  view: DeskView
  question: Question
  base: string
  answer: Answers[string]
  from: string
}) {
  return (
    <Notice title={`Het antwoord in ${from}`}>
      <Text>
        <strong>{wordsOf(question, answer.value)}</strong>
        {answer.reason === '' ? '' : `: ${answer.reason}`}
      </Text>
      <Form view={view} action={`${base}/overnemen`}>
        <Buttons>
          <Button kind="secondary">Neem dit antwoord over</Button>
        </Buttons>
      </Form>
    </Notice>
  )
}
