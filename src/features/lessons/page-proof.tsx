/** Asking for a certificate, and the paper on which one writes a name. */
import { spokenCode } from '../../lib/follow-code.ts'
import type { Lesson } from '../../model/lesson.ts'
import { Bait } from '../../web/bait.tsx'
import { Button, Buttons, Choice, ErrorSummary, none, type Problems } from '../../web/desk/form.tsx'
import { Page } from '../../web/layout.tsx'
import { lessonPath } from '../../web/lesson/path.ts'
import { Heading, Link, Text } from '../../web/parts.tsx'
import { Qr } from '../../web/qr.tsx'
import { href, type View } from '../../web/view.ts'
import type { Certificate } from './certificate.ts'
import { says } from './messages.ts'

/** The way to a page about a lesson, or about none. */
export function crumbsTo(view: View, title: string, to: string, lesson?: Lesson) {
  const t = says(view.lang)
  return [
    { name: t.learn, to: href(view, '/leren') },
    { name: t.lessons, to: href(view, '/leren/lessen') },
    ...(lesson ? [{ name: lesson.title[view.lang], to: href(view, lessonPath(lesson)) }] : []),
    { name: title, to: href(view, to) },
  ]
}

type Props = {
  readonly view: View
  readonly lesson: Lesson
  readonly seal: string
  readonly ticked?: boolean
  readonly problems?: Problems
}

export function ProofPage({ view, lesson, seal, ticked = false, problems = none }: Props) {
  const [t, path] = [says(view.lang), lessonPath(lesson, 'bewijs')]
  return (
    <Page view={view} title={t.proof.title} crumbs={crumbsTo(view, t.proof.title, path, lesson)}>
      <div className="ld-opening">
        <Heading level={1}>{t.proof.title}</Heading>
        <ErrorSummary problems={problems} title={t.problems} />
        <Text lead>{t.proof.lead(lesson.title[view.lang])}</Text>
        <Text>{t.proof.what}</Text>
        <Text>{t.proof.means}</Text>
      </div>
      <form method="post" action={href(view, path)} className="ld-desk-form" noValidate>
        <input type="hidden" name="formulier" value={seal} />
        <Bait label={t.bait} />
        <Choice
          name="gevolgd"
          label={t.proof.title}
          several
          value={ticked ? ['ja'] : []}
          options={[{ value: 'ja', label: t.proof.tick }]}
          problems={problems}
        />
        <Buttons>
          <Button>{t.proof.make}</Button>
        </Buttons>
      </form>
      <Text>
        <Link to={href(view, lessonPath(lesson, 'klaar'))}>{t.proof.back}</Link>
      </Text>
    </Page>
  )
}

/** `lesson`: undefined when it is not on the site any more. */
export function PaperPage({
  view,
  certificate,
  lesson,
  origin,
}: {
  view: View
  certificate: Certificate
  lesson: Lesson | undefined
  origin: string
}) {
  const [t, path] = [says(view.lang), `/leren/bewijs/${spokenCode(certificate.number)}`]
  const address = origin + href({ ...view, publication: undefined }, path)
  return (
    <Page view={view} title={t.paper.title} crumbs={crumbsTo(view, t.paper.title, path)}>
      <div className="ld-noprint">
        <Heading level={1}>{t.paper.title}</Heading>
        <Text lead>{t.paper.hint}</Text>
      </div>
      <article className="ld-sign ld-sign--signed ld-sign--a4 ld-certificate">
        <h2 className="ld-sign__kind">{t.paper.heading}</h2>
        <p className="ld-certificate__name">
          <span>{t.paper.name}</span>
        </p>
        <p>{t.paper.followed}</p>
        <p className="ld-sign__holder">{lesson?.title[view.lang] ?? certificate.lesson}</p>
        <p>
          {t.paper.version(certificate.version)}, {t.paper.in(certificate.month)}
        </p>
        <Qr text={address} label={t.paper.qr} />
        <p>
          {t.paper.number} <strong className="ld-certificate__number">{spokenCode(certificate.number)}</strong>
        </p>
        <p className="ld-sign__look">
          {t.paper.check}
          <span className="ld-block ld-address">{address}</span>
        </p>
        <p className="ld-sign__foot">
          {t.paper.given(view.municipality.name)} {t.paper.means}
        </p>
      </article>
      {lesson === undefined ? null : (
        <div className="ld-noprint">
          <Text>
            <Link to={href(view, lessonPath(lesson, 'klaar'))}>{t.paper.back}</Link>
          </Text>
          <Text>
            <Link to={href(view, lessonPath(lesson, 'code'))}>{t.paper.group}</Link>
          </Text>
        </div>
      )}
    </Page>
  )
}
