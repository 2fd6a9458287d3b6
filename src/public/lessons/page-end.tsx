/** The end of a lesson: what to do today, whom to call, and what one can take along. */
import type { Lesson } from '../../model/lesson.ts'
import { Page } from '../../web/layout.tsx'
import { Heading, Link, Section, Text } from '../../web/parts.tsx'
import { href, type View } from '../../web/view.ts'
import { lessonPath } from '../../web/lesson/path.ts'
import { says } from './messages.ts'
import { crumbsTo, LessonEnd } from './parts.tsx'
import { KeptPlace } from './place.tsx'

export function EndPage({ view, lesson }: { view: View; lesson: Lesson }) {
  const [t, { lang }] = [says(view.lang), view]
  const to = (page: string | number) => href(view, lessonPath(lesson, page))
  return (
    <Page view={view} title={`${t.endTitle}: ${lesson.title[lang]}`} crumbs={crumbsTo(view, lesson)}>
      <div className="ld-opening">
        <Heading level={1}>{t.endTitle}</Heading>
        <Text lead>{t.endLead(lesson.title[lang])}</Text>
      </div>
      <LessonEnd view={view} lesson={lesson} level={2} />
      <div className="ld-noprint">
        <Text>{t.printEnd}</Text>
        <Section id="bewijs" title={t.proof}>
          <Text>{t.proofText}</Text>
          <p>
            <a className="nl-button nl-button--primary" href={to('bewijs')}>
              {t.toProof}
            </a>
          </p>
        </Section>
        <Section id="code" title={t.group}>
          <Text>{t.groupText}</Text>
          <p>
            <a className="nl-button nl-button--secondary" href={to('code')}>
              {t.toGroup}
            </a>
          </p>
        </Section>
        <Section id="mens" title={t.moreLessons}>
          <Text>
            <Link to={href(view, '/leren/lessen')}>{t.all}</Link>
          </Text>
          <Text>
            {t.door} <Link to={href(view, '/leren')}>{t.toDoor}</Link>
          </Text>
          <Text>
            <Link to={to(lesson.steps.length)}>{t.previous}</Link>
          </Text>
        </Section>
        <KeptPlace view={view} lesson={lesson} step={null} />
      </div>
    </Page>
  )
}
