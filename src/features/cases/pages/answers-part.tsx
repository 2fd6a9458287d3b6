/** All answers of a case, each with its evidence and with what was measured beside it: on screen and on paper. */
import { Fragment, type ReactNode } from 'react'
import type { EvidenceItem } from '../../../db/forms.ts'
import type { Finding, VerdictWord } from '../../../model/finding.ts'
import type { Question } from '../../../model/questionnaire.ts'
import { chosen, textOf, visibleQuestions } from '../../../scoring/visible.ts'
import { endedOn } from '../../../web/desk/measured.tsx'
import { flagsInWords } from '../../../web/flags.ts'
import { day, percent, points } from '../../../web/language.ts'
import { Heading, Text } from '../../../web/parts.tsx'
import type { AnsweredForm } from '../store/answers.ts'
import type { Case } from '../store/rows.ts'

export type AllAnswers = {
  readonly file: Case
  readonly forms: readonly AnsweredForm[]
  readonly names: ReadonlyMap<string, string>
  /** By criterion: what it is called. */
  readonly titles: ReadonlyMap<string, string>
  readonly today: string
  /** On paper a link of our own leads nowhere. */
  readonly paper?: boolean
}

const VERDICTS: Readonly<Record<VerdictWord, string>> = {
  met: 'voldoet',
  partly: 'voldoet deels',
  unmet: 'voldoet niet',
  unknown: 'onbekend',
  'not-applicable': 'niet van toepassing',
}

export function AnswersOf(props: AllAnswers) {
  const { forms } = props
  if (forms.length === 0) return <Text>Er zijn nog geen vragen gesteld.</Text>
  return (
    <>
      {forms.map((form, index) => (
        <section key={form.id} className="ld-section ld-section--wide" aria-labelledby={`lijst-${index}`}>
          <Heading level={2} id={`lijst-${index}`}>
            {form.questionnaire.title}
          </Heading>
          <OneForm {...props} form={form} earlier={index === 0 ? {} : forms[0]!.answers} />
        </section>
      ))}
    </>
  )
}

function OneForm({ form, earlier, ...props }: AllAnswers & { form: AnsweredForm; earlier: AnsweredForm['answers'] }) {
  const { questionnaire, answers } = form
  const { file } = props
  const result = file.row.fullTest === form.id ? file.test?.result : undefined
  const parts = new Map(result?.parts.map((part) => [part.section, part]))
  const questions = visibleQuestions(questionnaire, answers, undefined, earlier)
  return (
    <>
      {result ? <Text>{flagsInWords(result)}</Text> : null}
      {questionnaire.sections.map(({ id, title }) => {
        const asked = questions.filter(({ section }) => section === id)
        const part = parts.get(id)
        if (asked.length === 0) return null
        return (
          <Fragment key={id}>
            <Heading level={3}>{title}</Heading>
            {part ? (
              <p className="ld-quiet">
                {part.score === null ? 'Nog geen score' : `Score ${points('nl', part.score)} van 100`}
                {part.coverage === null ? '' : `, beantwoord deel ${percent('nl', part.coverage)}`}
              </p>
            ) : null}
            {asked.map((question) => (
              <OneAnswer key={question.id} {...props} form={form} question={question} />
            ))}
          </Fragment>
        )
      })}
    </>
  )
}

function OneAnswer({
  file,
  form,
  question,
  names,
  titles,
  today,
  paper,
}: Omit<AllAnswers, 'forms'> & { form: AnsweredForm; question: Question }) {
  const current = form.current.get(question.id)
  const answered = current !== undefined && current.value !== null
  const isTest = file.row.fullTest === form.id
  const flag = isTest ? file.test?.result.flags.find((each) => each.question === question.id) : undefined
  const reaction = flag && file.flagAnswers.get(question.id)
  const measured = isTest ? file.measured.filter(({ norm }) => question.norms.includes(norm)) : []
  const contradicts = file.contradictions.some(({ declared }) => declared.seen['question'] === question.id)
  const evidence = form.evidence.get(question.id) ?? []
  const number = `${question.id}. `
  return (
    <article className="ld-answer">
      <h4 className="ld-answer__question">
        {number}
        {paper ? (
          textOf(question)
        ) : (
          <a className="nl-link" href={`/balie/vragenlijsten/${form.id}/${question.id}`}>
            {textOf(question)}
          </a>
        )}
      </h4>
      <div className="ld-answer__said">
        <p>
          {answered ? (
            <strong>{labelOf(form, question)}</strong>
          ) : (
            <span className="ld-quiet">Nog niet beantwoord.</span>
          )}
        </p>
        {answered && current.reason ? <p className="ld-preline">{current.reason}</p> : null}
        {answered ? (
          <p className="ld-quiet">
            {names.get(current.by) ?? 'iemand die hier niet meer werkt'}, {day('nl', current.at)}
          </p>
        ) : null}
        {flag ? (
          <p className="ld-answer__flag">
            <span aria-hidden="true">⚑ </span>
            <strong>Rode vlag: {flag.text}</strong>
            <br />
            {reaction ? `Reactie: ${reaction.text}` : 'Nog zonder reactie.'}
          </p>
        ) : null}
      </div>
      <div className="ld-answer__beside">
        <Beside title="Bewijs">
          {evidence.map((item) => (
            <li key={item.id}>
              <Evidence item={item} today={today} paper={paper === true} />
            </li>
          ))}
        </Beside>
        <Beside title="Gemeten">
          {measured.map((finding) => (
            <li key={`${finding.address}${finding.criterion}`}>
              <Measured finding={finding} title={titles.get(finding.criterion) ?? finding.criterion} />
            </li>
          ))}
        </Beside>
        {contradicts ? (
          <p>
            <strong>Het antwoord en de meting spreken elkaar tegen.</strong>
          </p>
        ) : null}
      </div>
    </article>
  )
}

function Beside({ title, children }: { title: string; children: readonly ReactNode[] }) {
  if (children.length === 0) return null
  return (
    <>
      <h5 className="ld-answer__kind">{title}</h5>
      <ul className="ld-list">{children}</ul>
    </>
  )
}

const labelOf = ({ answers }: AnsweredForm, question: Question): string => {
  const { value } = answers[question.id]!
  return (
    chosen(question, answers)?.label ??
    [value]
      .flat()
      .map((each) => question.options.find(({ id }) => id === each)?.label ?? each)
      .join(', ')
  )
}

function Evidence({ item, today, paper }: { item: EvidenceItem; today: string; paper: boolean }) {
  const link = item.upload === null ? item.url : `/balie/bestanden/${item.upload}`
  const shown = link !== null && (!paper || /^https?:\/\//.test(link))
  return (
    <>
      {shown ? (
        <a className="nl-link" href={link} rel="noreferrer">
          {item.title}
        </a>
      ) : (
        item.title
      )}{' '}
      <span className="ld-quiet">
        {{ file: 'bestand', link: 'link', scan: 'meting' }[item.kind]}
        {item.owner === '' ? '' : `, van ${item.owner}`}
        {item.endsOn === null
          ? ''
          : `, ${item.endsOn < today ? 'was geldig tot en met' : 'geldig tot en met'} ${day('nl', item.endsOn)}`}
      </span>
    </>
  )
}

const Measured = ({ finding, title }: { finding: Finding & { readonly address: string }; title: string }) => (
  <>
    {finding.address}: {title}: <strong>{VERDICTS[finding.verdict]}</strong>
    <span className="ld-quiet">
      {finding.at === '' ? '' : `, ${day('nl', finding.at)}`}
      {endedOn(finding) === undefined ? '' : `, telde tot en met ${day('nl', endedOn(finding)!)}`}
    </span>
  </>
)
