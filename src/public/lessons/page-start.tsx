/** The first page of a lesson: what one learns, for whom it is, and the button to begin. */
import type { Lesson } from '../../model/lesson.ts'
import { Page } from '../../web/layout.tsx'
import { Facts, Heading, Link, List, Section, Text } from '../../web/parts.tsx'
import { href, type View } from '../../web/view.ts'
import { lessonPath } from '../../web/lesson/path.ts'
import { says } from './messages.ts'
import { crumbsTo } from './parts.tsx'
import { KeptPlace } from './place.tsx'

export function StartPage({ view, lesson }: { view: View; lesson: Lesson }) {
  const [t, { lang }] = [says(view.lang), view]
  return (
    <Page view={view} title={t.lesson(lesson.title[lang])} crumbs={crumbsTo(view, lesson)}>
      <div className="ld-opening">
        <p className="ld-kicker">
          {t.minutes(lesson.minutes)}, {t.steps(lesson.steps.length)}
        </p>
        <Heading level={1}>{lesson.title[lang]}</Heading>
        <Text lead>{lesson.lead[lang]}</Text>
        <Text>{lesson.forWhom[lang]}</Text>
      </div>
      <KeptPlace view={view} lesson={lesson} step={null} />
      <p className="ld-lesson__go">
        <a className="nl-button nl-button--primary" href={href(view, lessonPath(lesson, 1))}>
          {t.start}
        </a>
      </p>
      <Text>{t.how}</Text>
      <Section id="anders" title={t.other}>
        <List
          items={[
            { key: 'paper', body: <Link to={href(view, lessonPath(lesson, 'papier'))}>{t.paper}</Link> },
            { key: 'together', body: <Link to={href(view, lessonPath(lesson, 'samen'))}>{t.together}</Link> },
          ]}
        />
      </Section>
      <Section id="over" title={t.about}>
        <Facts items={factsOf(view, lesson)} />
      </Section>
    </Page>
  )
}

function factsOf(view: View, lesson: Lesson) {
  const { lang } = view
  const t = says(lang)
  return [
    {
      name: t.fact.rights,
      value: (
        <List
          plain
          items={lesson.rights.map((right) => ({
            key: right.nl,
            body:
              right.request === null ? (
                right[lang]
              ) : (
                <Link to={href(view, `/rechten/${right.request}`)}>{right[lang]}</Link>
              ),
          }))}
        />
      ),
    },
    {
      name: t.fact.norms,
      value: lesson.norms.map((norm, at) => (
        <span key={norm}>
          {at === 0 ? '' : ', '}
          <Link to={href(view, `/normen/${norm}`)}>{norm}</Link>
        </span>
      )),
    },
    { name: t.fact.law, value: t.day(lesson.lawOn) },
    { name: t.fact.author, value: lesson.author },
    { name: t.fact.reviewer, value: lesson.reviewer ?? t.fact.notReviewed },
    { name: t.fact.version, value: String(lesson.version) },
    { name: t.fact.licence, value: lesson.licence },
    { name: t.fact.review, value: t.day(lesson.reviewOn) },
  ]
}
