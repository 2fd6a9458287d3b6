/**
 * Tells that a question changed since it was answered: what it was, what was said, and a way to say that it still
 * holds.
 */
import { textOf, wordsOf } from '../../scoring/visible.ts'
import { Button, Buttons, Form } from '../../web/desk/form.tsx'
import { Notice, Text } from '../../web/parts.tsx'
import { variantOf } from './pages-list.tsx'
import type { QuestionProps } from './question-props.ts'
import { askedThen } from './store.ts'

export function Check({ view, open, question, locked, history, base }: QuestionProps & { base: string }) {
  const check = open.checks.get(question.id)
  if (check === undefined) return null
  const then = askedThen(open, question, check.from)
  const [was, is] = [textOf(then, variantOf(open)), textOf(question, variantOf(open))]
  // Of an answer that no longer exists the newest is the empty one that took its place.
  const said = history.find(({ value }) => value !== null)
  const words = said === undefined ? '' : wordsOf(askedThen(open, question, said.version), said.value)
  return (
    <Notice title={check.kind === 'again' ? 'Opnieuw te beantwoorden' : 'Anders gevraagd dan toen u antwoordde'}>
      {was === is ? null : <Text>Toen was de vraag: “{was}”</Text>}
      {words === '' ? null : <Text>Uw antwoord was: “{words}”</Text>}
      <Text>
        {check.kind === 'again'
          ? 'Dit antwoord bestaat niet meer in de nieuwe versie. Kies hieronder opnieuw. Uw toelichting staat er nog.'
          : 'Kijk of uw antwoord nog klopt. Pas het zo nodig aan.'}
      </Text>
      {check.kind === 'again' || locked !== undefined ? null : (
        <Form view={view} action={`${base}/nagekeken`}>
          <Buttons>
            <Button kind="secondary">Mijn antwoord klopt nog</Button>
          </Buttons>
        </Form>
      )}
    </Notice>
  )
}
