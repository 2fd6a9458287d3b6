/** The story of a case: its steps, and what happened beside them, newest first. */
import type { ReactNode } from 'react'
import { STATE_NAMES } from '../../../vocabulary/case.ts'
import type { Question, Questionnaire, Value } from '../../../model/questionnaire.ts'
import { moment } from '../../../web/language.ts'
import { Link, Section } from '../../../web/parts.tsx'
import type { Case, ChangeRow } from '../store/rows.ts'
import { name } from './part.ts'

type Entry = {
  readonly key: string
  readonly at: Date
  readonly by: string | null
  readonly title: string
  readonly body: ReactNode
}

/** An answer in words. */
export function answerInWords(question: Question | undefined, value: Value | null): string {
  if (value === null || value.length === 0) return 'geen antwoord'
  return [value]
    .flat()
    .map((each) => question?.options.find(({ id }) => id === each)?.label ?? each)
    .join(', ')
}

/** What an answer became after it was handed in; a red flag that went or came with it is named. */
function changeInWords(questionnaire: Questionnaire | undefined, { question, from, to }: ChangeRow): string {
  const asked = questionnaire?.questions.find(({ id }) => id === question)
  const raised = (value: Value | null) =>
    asked?.flag !== undefined && value !== null && [value].flat().some((each) => asked.flag!.on.includes(each))
  const flag =
    raised(from) === raised(to)
      ? ''
      : raised(to)
        ? ' Daarmee kwam er een rode vlag bij.'
        : ' Daarmee verviel een rode vlag.'
  return `Van “${answerInWords(asked, from)}” naar “${answerInWords(asked, to)}”.${flag}`
}

function entriesOf(file: Case): Entry[] {
  const { row, steps, events, reworks, changes } = file
  const questionnaireOf = (form: string) => (form === row.preCheck ? file.preCheck : file.test?.questionnaire)
  const link = (form: string, question: string) => (
    <Link to={`/balie/vragenlijsten/${form}/${question}`}>vraag {question}</Link>
  )
  return [
    ...steps.map((step) => ({
      key: `stap-${step.no}`,
      at: step.at,
      by: `${name(file, step.by)}${step.function ? `, ${step.function}` : ''}`,
      title: STATE_NAMES[step.to],
      body: (
        <>
          {step.rule ? <p className="ld-quiet">Regel: {step.rule}</p> : null}
          {step.reason ? <p>{step.reason}</p> : null}
        </>
      ),
    })),
    ...events.map((event, index) => ({
      key: `gebeurd-${index}`,
      at: event.at,
      by: name(file, event.by),
      title: 'buiten de stappen om',
      body: <p>{event.text}</p>,
    })),
    ...reworks.map((rework, index) => ({
      key: `terug-${index}`,
      at: rework.at,
      by: name(file, rework.by),
      title: `teruggevraagd bij vraag ${rework.question}`,
      body: (
        <p>
          {rework.text} {link(rework.form, rework.question)}
        </p>
      ),
    })),
    ...changes.map((change, index) => ({
      key: `antwoord-${index}`,
      at: change.at,
      by: name(file, change.by),
      title: `antwoord gewijzigd bij vraag ${change.question}`,
      body: (
        <p>
          {changeInWords(questionnaireOf(change.form), change)} {link(change.form, change.question)}
        </p>
      ),
    })),
    {
      key: 'begonnen',
      at: row.createdAt,
      // Who is the author now may not be who began.
      by: events.length === 0 ? name(file, row.author) : null,
      title: 'begonnen',
      body: null,
    },
  ].toSorted((one, other) => other.at.getTime() - one.at.getTime())
}

export function History({ file }: { file: Case }) {
  return (
    <Section id="geschiedenis" title="Wat er is gebeurd">
      <ol className="ld-list ld-list--plain" reversed>
        {entriesOf(file).map(({ key, at, by, title, body }) => (
          <li key={key} className="ld-comment">
            <p>
              <strong>{title}</strong>{' '}
              <span className="ld-quiet">
                {moment('nl', at)}
                {by === null ? '' : ` · ${by}`}
              </span>
            </p>
            {body}
          </li>
        ))}
      </ol>
    </Section>
  )
}
