/** Entering the code of an organisation at the end of a lesson, and the word of thanks. */
import type { Lesson } from '../../model/lesson.ts'
import { Bait } from '../../web/bait.tsx'
import { Button, Buttons, ErrorSummary, Field, none, type Problems } from '../../web/desk/form.tsx'
import { Page } from '../../web/layout.tsx'
import { lessonPath } from '../../web/lesson/path.ts'
import { Heading, Link, Text } from '../../web/parts.tsx'
import { href, type View } from '../../web/view.ts'
import { says } from './messages.ts'
import { crumbsTo } from './page-proof.tsx'

type Props = {
  readonly view: View
  readonly lesson: Lesson
  readonly seal: string
  readonly typed?: string
  readonly problems?: Problems
}

export function CodePage({ view, lesson, seal, typed = '', problems = none }: Props) {
  const [t, path] = [says(view.lang), lessonPath(lesson, 'code')]
  return (
    <Page view={view} title={t.code.title} crumbs={crumbsTo(view, t.code.title, path, lesson)}>
      <div className="ld-opening">
        <Heading level={1}>{t.code.title}</Heading>
        <ErrorSummary problems={problems} title={t.problems} />
        <Text lead>{t.code.lead(lesson.title[view.lang])}</Text>
        <Text>{t.code.what}</Text>
        <Text>{t.code.once}</Text>
      </div>
      <form method="post" action={href(view, path)} className="ld-desk-form" noValidate>
        <input type="hidden" name="formulier" value={seal} />
        <Bait label={t.bait} />
        <Field name="code" label={t.code.label} hint={t.code.hint} value={typed} maxLength={60} problems={problems} />
        <Buttons>
          <Button>{t.code.send}</Button>
        </Buttons>
      </form>
      <Text>
        <Link to={href(view, lessonPath(lesson, 'klaar'))}>{t.code.back}</Link>
      </Text>
    </Page>
  )
}

export function CountedPage({ view, lesson }: { view: View; lesson: Lesson }) {
  const t = says(view.lang)
  return (
    <Page
      view={view}
      title={t.code.doneTitle}
      crumbs={crumbsTo(view, t.code.title, lessonPath(lesson, 'code'), lesson)}
    >
      <div className="ld-opening">
        <Heading level={1}>{t.code.doneTitle}</Heading>
        <Text lead>{t.code.done}</Text>
      </div>
      <Text>
        <Link to={href(view, lessonPath(lesson, 'klaar'))}>{t.code.back}</Link>
      </Text>
      <Text>
        <Link to={href(view, '/leren/lessen')}>{t.code.more}</Link>
      </Text>
    </Page>
  )
}
