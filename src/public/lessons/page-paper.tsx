/** A whole lesson on one page: to print, or to read beside a helper who has words of their own at each step. */
import type { Lesson, LessonStep, Question } from '../../model/lesson.ts'
import { Page } from '../../web/layout.tsx'
import { Heading, Link, Text } from '../../web/parts.tsx'
import { href, type View } from '../../web/view.ts'
import { lessonPath } from '../../web/lesson/path.ts'
import { says } from './messages.ts'
import { crumbsTo, LessonEnd, StepBody } from './parts.tsx'

type Props = { readonly view: View; readonly lesson: Lesson }

/** On paper an answer is a box or a dotted place; why stands at the end of the sheet. */
function OnPaper({ view: { lang }, question }: { view: View; question: Question }) {
  const t = says(lang)
  return (
    <div className="ld-paper-question">
      <p>
        <strong>{question.ask[lang]}</strong> {t.kind[question.kind]}
      </p>
      <ul>
        {question.options.map((option) => (
          <li key={option.id}>
            <span aria-hidden="true">{question.kind === 'order' ? '…… ' : '☐ '}</span>
            {option.text[lang]}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** What is right, and why. */
function Answers({ view: { lang }, question }: { view: View; question: Question }) {
  const t = says(lang)
  return (
    <ul className="ld-list">
      {question.options.map((option) => (
        <li key={option.id}>
          {option.text[lang]}{' '}
          <strong>{option.place === null ? (option.right ? t.good : t.notGood) : t.place(option.place)}</strong>
          {'. '}
          {option.why[lang]}
        </li>
      ))}
    </ul>
  )
}

const numbered = (steps: readonly LessonStep[]) => steps.map((step, index) => ({ step, at: index + 1 }))

export function PaperPage({ view, lesson }: Props) {
  const [t, { lang }] = [says(view.lang), view]
  return (
    <Page view={view} title={t.paperTitle(lesson.title[lang])} crumbs={crumbsTo(view, lesson)}>
      <div className="ld-opening">
        <Heading level={1}>{lesson.title[lang]}</Heading>
        <Text lead>{lesson.lead[lang]}</Text>
        <p className="nl-paragraph ld-noprint">
          {t.paperHint} <Link to={href(view, lessonPath(lesson))}>{t.toStart}</Link>
        </p>
      </div>
      <div className="ld-paper-lesson">
        {numbered(lesson.steps).map(({ step, at }) => (
          <section key={at}>
            <Heading level={2}>
              {at}. {step.title[lang]}
            </Heading>
            <StepBody view={view} step={step} />
            {step.question === null ? null : <OnPaper view={view} question={step.question} />}
          </section>
        ))}
        <section>
          <Heading level={2}>{t.answers}</Heading>
          {numbered(lesson.steps).map(({ step, at }) =>
            step.question === null ? null : (
              <div key={at}>
                <p>
                  <strong>{at}.</strong> {step.question.ask[lang]}
                </p>
                <Answers view={view} question={step.question} />
              </div>
            ),
          )}
        </section>
        <LessonEnd view={view} lesson={lesson} level={2} />
        <Text>{t.reviewed(lesson.reviewer)}</Text>
      </div>
    </Page>
  )
}

export function TogetherPage({ view, lesson }: Props) {
  const [t, { lang }] = [says(view.lang), view]
  return (
    <Page view={view} title={t.togetherTitle(lesson.title[lang])} crumbs={crumbsTo(view, lesson)}>
      <div className="ld-opening">
        <Heading level={1}>{t.togetherTitle(lesson.title[lang])}</Heading>
        <Text lead>{t.togetherHint}</Text>
      </div>
      {numbered(lesson.steps).map(({ step, at }) => (
        <section key={at} className="ld-facing" aria-labelledby={`stap-${at}`}>
          <div>
            <p className="ld-kicker">{t.forLearner}</p>
            <Heading level={2} id={`stap-${at}`}>
              {at}. {step.title[lang]}
            </Heading>
            <StepBody view={view} step={step} />
            {step.question === null ? null : <OnPaper view={view} question={step.question} />}
          </div>
          <div className="ld-facing__helper">
            <p className="ld-kicker">{t.forHelper}</p>
            <Text>{step.helper[lang]}</Text>
            {step.question === null ? null : <Answers view={view} question={step.question} />}
          </div>
        </section>
      ))}
      <LessonEnd view={view} lesson={lesson} level={2} />
      <Text>{t.reviewed(lesson.reviewer)}</Text>
    </Page>
  )
}
