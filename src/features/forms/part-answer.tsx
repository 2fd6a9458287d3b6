/** The answer itself: the field, why, and what a colleague answered meanwhile. */
import { optionsOf, wordsOf } from '../../scoring/visible.ts'
import type { Question } from '../../model/questionnaire.ts'
import { moment } from '../../web/language.ts'
import { Area, Button, Buttons, Choice, Form, Hidden, none, type Problems } from '../../web/desk/form.tsx'
import { Link, Notice, Text } from '../../web/parts.tsx'
import type { QuestionProps } from './question-props.ts'
import { variantOf } from './pages-list.tsx'
import type { Given } from './rules.ts'
import type { Open } from './store.ts'

/** `given`: what stands in it now. */
export function AnswerPart(props: QuestionProps & { base: string }) {
  const { view, open, question, locked, problems = none, other, base } = props
  const current = open.current.get(question.id)
  const given: Given = props.given ?? { value: current?.value ?? null, reason: current?.reason ?? '' }
  return (
    <>
      {other === undefined ? null : (
        <Notice title="Iemand anders heeft deze vraag intussen ook beantwoord">
          <Text>
            {props.names.get(other.by) ?? 'Een collega'} gaf om {moment('nl', other.at)} dit antwoord:{' '}
            <strong>{wordsOf(question, other.value)}</strong>.{' '}
            {other.reason === '' ? '' : `Toelichting: “${other.reason}”`}
          </Text>
          <Text>
            Hieronder staat wat u zelf invulde; dat is nog niet bewaard. Voeg het samen en bewaar, of laat het andere
            antwoord staan.
          </Text>
          <ul className="ld-list">
            <li>
              <Link to={base}>Laat het andere antwoord staan</Link>
            </li>
          </ul>
        </Notice>
      )}
      {locked === undefined ? (
        <Form view={view} action={base}>
          <Hidden name="basis" value={String(other?.no ?? current?.no ?? 0)} />
          <Answer question={question} given={given} problems={problems} open={open} />
          {question.kind === 'text' ? null : (
            <Area
              name="reden"
              label="Toelichting"
              hint={
                question.evidence.length > 0
                  ? `Waaraan is het te zien? Bijvoorbeeld: ${question.evidence.join(', ')}.`
                  : undefined
              }
              optional
              value={given.reason}
              rows={4}
              problems={problems}
            />
          )}
          <Buttons>
            <Button name="dan" value="volgende">
              Opslaan en verder
            </Button>
            <Button kind="secondary" name="dan" value="lijst">
              Opslaan en terug naar de lijst
            </Button>
          </Buttons>
        </Form>
      ) : (
        <>
          <Notice title="Alleen lezen">
            <Text>{locked}</Text>
          </Notice>
          <Text>
            <strong>{wordsOf(question, current?.value ?? null)}</strong>
          </Text>
          {current?.reason ? <Text>{current.reason}</Text> : null}
        </>
      )}
    </>
  )
}

function Answer({
  question,
  given,
  problems,
  open,
}: {
  question: Question
  given: Given
  problems: Problems
  open: Open
}) {
  if (question.kind === 'text')
    return (
      <Area
        name="antwoord"
        label="Uw antwoord"
        rows={6}
        value={typeof given.value === 'string' ? given.value : ''}
        problems={problems}
      />
    )
  const variant = variantOf(open)
  // An answer of another scale stays chosen: it is not wiped out by adding a word to it.
  const known = optionsOf(question, variant)
  const chosen = [given.value ?? []]
    .flat()
    .flatMap((id) =>
      known.some((option) => option.id === id)
        ? []
        : [...question.options, ...(question.plainOptions ?? [])].filter((option) => option.id === id),
    )
  const options = [...known, ...chosen]
  return (
    <Choice
      name="antwoord"
      label="Uw antwoord"
      several={question.kind === 'choices'}
      problems={problems}
      value={[given.value ?? []].flat()}
      options={options.map(({ id, label, anchor, reasonRequired }) => ({
        value: id,
        label,
        hint: variant === 'short' ? undefined : (anchor ?? (reasonRequired ? 'Leg hieronder uit waarom.' : undefined)),
      }))}
    />
  )
}
