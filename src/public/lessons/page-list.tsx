/** All lessons, or those that fit what somebody typed. */
import type { Audience, Lesson } from '../../model/lesson.ts'
import { LessonPicture } from '../../web/lesson/picture.tsx'
import { Page } from '../../web/layout.tsx'
import { Heading, Link, Section, Text } from '../../web/parts.tsx'
import { href, type View } from '../../web/view.ts'
import { SearchFrame } from '../search-frame.tsx'
import { lessonPath } from '../../web/lesson/path.ts'
import { says } from './messages.ts'
import { crumbsTo } from './parts.tsx'

type Props = {
  readonly view: View
  readonly q: string
  readonly found: readonly Lesson[]
  readonly all: readonly Lesson[]
}

export function LessonsPage({ view, q, found, all }: Props) {
  const t = says(view.lang)
  const shown = found.length === 0 ? all : found
  const audiences: readonly Audience[] = ['resident', 'entrepreneur']
  return (
    <Page view={view} title={t.title} crumbs={crumbsTo(view)}>
      <div className="ld-opening">
        <Heading level={1}>{t.title}</Heading>
        <Text lead>{t.lead}</Text>
        <Text>{t.how}</Text>
      </div>
      <SearchFrame view={view} to="/leren/lessen" label={t.search} words={t.search} q={q} />
      {q === '' ? null : (
        <p className="nl-paragraph" role="status">
          {found.length === 0 ? `${t.none} ${t.noneTip}` : t.found(found.length)}
        </p>
      )}
      {q !== '' && found.length > 0 ? (
        <Section id="gevonden" title={t.found(found.length)} wide>
          <Cards view={view} lessons={found} />
        </Section>
      ) : (
        audiences.map((audience) => (
          <Section key={audience} id={audience} title={t.audience[audience]} wide>
            <Cards view={view} lessons={shown.filter((each) => each.audience === audience)} />
          </Section>
        ))
      )}
      {q === '' || found.length === 0 ? null : (
        <Text>
          <Link to={href(view, '/leren/lessen')}>{t.all}</Link>
        </Text>
      )}
    </Page>
  )
}

function Cards({ view, lessons }: { view: View; lessons: readonly Lesson[] }) {
  const [t, { lang }] = [says(view.lang), view]
  return (
    <ul className="ld-lessons">
      {lessons.map((lesson) => {
        const picture = lesson.steps.find((step) => step.picture !== null)?.picture
        return (
          <li key={lesson.id}>
            {picture ? <LessonPicture picture={{ ...picture, alt: null }} lang={lang} /> : null}
            <div>
              <h3 className="nl-heading nl-heading--level-3">
                <Link to={href(view, lessonPath(lesson))}>{lesson.title[lang]}</Link>
              </h3>
              <p>{lesson.lead[lang]}</p>
              <p className="ld-small">
                {t.minutes(lesson.minutes)}, {t.steps(lesson.steps.length)}
              </p>
            </div>
          </li>
        )
      })}
    </ul>
  )
}
