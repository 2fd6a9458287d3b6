/** One step of a lesson: one thing on a screen, and one way on. */
import type { Lesson, LessonStep } from '../../model/lesson.ts'
import { Page } from '../../web/layout.tsx'
import { Heading } from '../../web/parts.tsx'
import { href, type View } from '../../web/view.ts'
import { mark, type Given } from './answers.ts'
import { lessonPath } from '../../web/lesson/path.ts'
import { says } from './messages.ts'
import { aloudOf, crumbsTo, StepBody } from './parts.tsx'
import { Aloud, KeptPlace, Later } from './place.tsx'
import { Answered, QuestionForm } from './question.tsx'

type Props = {
  readonly view: View
  readonly lesson: Lesson
  /** From 1. */
  readonly at: number
  readonly given: Given | undefined
  readonly origin: string
}

/** What a device with a voice says of a step, one after the other. */
function spoken(view: View, step: LessonStep): string {
  const { lang } = view
  const { question, act } = step
  return [
    aloudOf(step)[lang],
    act === null ? '' : `${says(lang).act}: ${act[lang]}`,
    ...(question === null ? [] : [question.ask[lang], ...question.options.map(({ text }) => text[lang])]),
  ].join('\n')
}

export function StepPage({ view, lesson, at, given, origin }: Props) {
  const [t, { lang }] = [says(view.lang), view]
  const step = lesson.steps[at - 1]!
  const path = lessonPath(lesson, at)
  const { question } = step
  const marked = question !== null && given ? mark(question, given) : undefined
  const answered = marked !== undefined && marked.how !== 'empty'
  return (
    <Page
      view={view}
      title={`${step.title[lang]} (${t.step(at, lesson.steps.length)})`}
      crumbs={crumbsTo(view, lesson)}
    >
      <article className="ld-lesson">
        <p className="ld-kicker">{t.step(at, lesson.steps.length)}</p>
        <Heading level={1}>{step.title[lang]}</Heading>
        <StepBody view={view} step={step} />
        {question === null ? null : answered ? (
          <Answered {...{ view, question, marked, path }} />
        ) : (
          <QuestionForm {...{ view, question, path }} marked={marked} />
        )}
        <nav className="ld-lesson__ways" aria-label={t.step(at, lesson.steps.length)}>
          <a
            className={question === null || answered ? 'nl-button nl-button--primary' : 'nl-link'}
            href={href(view, lessonPath(lesson, at === lesson.steps.length ? 'klaar' : at + 1))}
          >
            {question !== null && !answered ? t.skip : at === lesson.steps.length ? t.toEnd : t.next}
          </a>
          <a className="nl-link" href={href(view, lessonPath(lesson, at === 1 ? '' : at - 1))}>
            {at === 1 ? t.toStart : t.previous}
          </a>
        </nav>
        <Aloud view={view} text={spoken(view, step)} />
        <KeptPlace view={view} lesson={lesson} step={at} />
        <div className="ld-noprint">
          <Later view={view} origin={origin} path={path} />
        </div>
      </article>
    </Page>
  )
}
