/** What the pages of a lesson share: the place in the site, a screen to practise on, what is told at the end. */
import type { ReactNode } from 'react'
import type { Lesson, LessonStep, Practice, Said } from '../../model/lesson.ts'
import { LessonPicture } from '../../web/lesson/picture.tsx'
import { lessonPath } from '../../web/lesson/path.ts'
import type { Crumb } from '../../web/layout.tsx'
import { List, Section, Text } from '../../web/parts.tsx'
import { href, type View } from '../../web/view.ts'
import { says } from './messages.ts'

/** The way to a page of lessons, from the first page on. */
export function crumbsTo(view: View, lesson?: Lesson): readonly Crumb[] {
  const t = says(view.lang)
  return [
    { name: t.learn, to: href(view, '/leren') },
    { name: t.title, to: href(view, '/leren/lessen') },
    ...(lesson ? [{ name: lesson.title[view.lang], to: href(view, lessonPath(lesson)) }] : []),
  ]
}

/** A screen that is plainly none: it says so first, and nothing in it can be pressed. */
export function PracticeScreen({ view: { lang }, practice }: { view: View; practice: Practice }) {
  const t = says(lang)
  return (
    <figure className={`ld-practice ld-practice--${practice.kind}`}>
      <figcaption>{t.practice}</figcaption>
      <p className="ld-practice__from">
        <span>{t.from}:</span> {practice.from[lang]}
      </p>
      {practice.about === null ? null : (
        <p className="ld-practice__from">
          <span>{t.subject}:</span> {practice.about[lang]}
        </p>
      )}
      {practice.lines.map((line) => (
        <p key={line.nl}>{line[lang]}</p>
      ))}
      {practice.button === null ? null : (
        <p className="ld-practice__button">
          <span className="ld-hidden">{t.practiceButton}: </span>
          {practice.button[lang]}
        </p>
      )}
    </figure>
  )
}

/** The text of a step, with its drawing, its screen and the one thing to do. */
export function StepBody({ view, step }: { view: View; step: LessonStep }): ReactNode {
  const { lang } = view
  return (
    <>
      {step.picture === null ? null : <LessonPicture picture={step.picture} lang={lang} />}
      <p className="nl-paragraph ld-lesson__text">{step.text[lang]}</p>
      {step.practice === null ? null : <PracticeScreen view={view} practice={step.practice} />}
      {step.act === null ? null : (
        <p className="nl-paragraph ld-lesson__act">
          <strong>{says(lang).act}:</strong> {step.act[lang]}
        </p>
      )}
    </>
  )
}

/** What is left when the lesson is over: three things to do, and whom to call. */
export function LessonEnd({ view, lesson, level }: { view: View; lesson: Lesson; level: 2 | 3 }) {
  const [t, { lang, contact }] = [says(view.lang), view]
  const Block = level === 2 ? Section : Below
  return (
    <>
      <Block id="vandaag" title={t.today}>
        <ol className="ld-lines">
          {lesson.end.today.map((each) => (
            <li key={each.nl}>{each[lang]}</li>
          ))}
        </ol>
      </Block>
      <Block id="bellen" title={t.call}>
        <List
          items={lesson.end.call.map(({ who, phone, what }) => ({
            key: who.nl,
            body: (
              <>
                <strong>{who[lang]}</strong>
                {phone === null ? '' : `, ${phone}`}. {what[lang]}
              </>
            ),
          }))}
        />
        {contact && contact.phone !== '' ? <Text>{t.callCity(contact.phone)}</Text> : null}
      </Block>
    </>
  )
}
const Below = ({ title, children }: { id: string; title: string; children: ReactNode }) => (
  <section>
    <h3 className="nl-heading nl-heading--level-3">{title}</h3>
    {children}
  </section>
)

/** What is read aloud of a step. */
export const aloudOf = (step: LessonStep): Said => step.aloud ?? step.text
