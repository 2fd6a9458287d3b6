/** The file beside the pen: opinions, advice, measurements, and the answers with their flags. */
import type { Questionnaire } from '../../../model/questionnaire.ts'
import { ROLE_NAMES } from '../../../vocabulary/roles.ts'
import { textOf } from '../../../scoring/visible.ts'
import { day } from '../../../web/language.ts'
import { Heading, Text } from '../../../web/parts.tsx'
import { requestsNow } from '../objections.ts'
import { STANCES } from '../rules/words.ts'
import type { Case } from '../store/rows.ts'
import { OneOpinion } from './case-opinions.tsx'
import { name } from './part.ts'

export function Dossier({ file }: { file: Case }) {
  const { row, test } = file
  return (
    <>
      <Heading level={2}>Het dossier</Heading>
      <Text>{row.summary}</Text>
      {requestsNow(file).flatMap(({ role, opinions }) =>
        opinions.slice(-1).map((opinion) => (
          <section key={opinion.id}>
            <Heading level={3}>Advies van de {ROLE_NAMES[role]}</Heading>
            <OneOpinion file={file} opinion={opinion} />
          </section>
        )),
      )}
      {file.advices.slice(-1).map((advice) => (
        <section key={advice.no}>
          <Heading level={3}>Advies van Digitale Zaken</Heading>
          <p>
            <strong>{STANCES[advice.stance]}</strong>{' '}
            <span className="ld-quiet">
              {name(file, advice.by)}, {day('nl', advice.at)}
            </span>
          </p>
          <p>{advice.text}</p>
        </section>
      ))}
      {file.measured.length > 0 ? (
        <>
          <Heading level={3}>Gemeten</Heading>
          <ul className="ld-list">
            {file.measured
              .filter(({ verdict }) => verdict === 'unmet')
              .map((finding) => (
                <li key={`${finding.address}${finding.criterion}`}>
                  {finding.address}: {finding.criterion} voldoet niet
                </li>
              ))}
          </ul>
        </>
      ) : null}
      {test ? <Answers questionnaire={test.questionnaire} file={file} /> : null}
    </>
  )
}
export function Answers({ questionnaire, file }: { questionnaire: Questionnaire; file: Case }) {
  const flags = new Map(file.test!.result.flags.map(({ question, text }) => [question, text]))
  return (
    <>
      <Heading level={3}>Antwoorden</Heading>
      <dl className="ld-answers">
        {questionnaire.questions
          .filter(({ id }) => file.test!.answers[id] !== undefined)
          .map((question) => {
            const answer = file.test!.answers[question.id]!
            const label = [answer.value]
              .flat()
              .map((value) => question.options.find(({ id }) => id === value)?.label ?? value)
              .join(', ')
            return (
              <div key={question.id}>
                <dt>
                  {question.id} {textOf(question)}
                </dt>
                <dd>
                  <strong>{label}</strong>
                  {flags.has(question.id) ? (
                    <>
                      {' '}
                      <span aria-hidden="true">⚑</span> {flags.get(question.id)}
                    </>
                  ) : null}
                  {answer.reason ? (
                    <>
                      <br />
                      {answer.reason}
                    </>
                  ) : null}
                </dd>
              </div>
            )
          })}
      </dl>
    </>
  )
}
