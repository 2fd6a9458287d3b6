/** Where an answer and a measurement of the very same thing say the opposite. Only the organisation sees it. */
import type { Contradiction } from '../../../scoring/declared.ts'
import { chosen, textOf } from '../../../scoring/visible.ts'
import { Link, Notice, Text } from '../../../web/parts.tsx'
import type { Filled } from '../store.ts'

export function Contradictions({
  form,
  filled: { questionnaire, answers, variant },
  all,
}: {
  form: string
  filled: Filled
  all: readonly Contradiction[]
}) {
  return (
    <div id="tegenspraak">
      <Notice title="Uw antwoord en onze websitemeting spreken elkaar tegen">
        <ul className="ld-list">
          {all.map(({ norm, declared, measured }) => {
            const question = questionnaire.questions.find(({ id }) => id === declared.seen['question'])
            return question === undefined ? null : (
              <li key={question.id}>
                <Link to={`/balie/vragenlijsten/${form}/${question.id}`}>{textOf(question, variant)}</Link> U antwoordde
                “{chosen(question, answers)?.label}”. Wij zagen van buitenaf:{' '}
                {measured.verdict === 'met' ? 'voldoet' : 'voldoet niet'}.{' '}
                <Link to={`/normen/${norm}`}>Lees wat wij hierover meten</Link>
              </li>
            )
          })}
        </ul>
        <Text>
          Een meting verandert uw antwoord nooit. Alleen u ziet dit. Klopt onze meting niet? Meld het de gemeente.
        </Text>
      </Notice>
    </div>
  )
}
