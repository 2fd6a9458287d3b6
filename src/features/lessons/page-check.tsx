/** Checking a certificate: the same page whether it is one of ours or not, with other words in the same places. */
import { spokenCode } from '../../lib/follow-code.ts'
import type { Lesson } from '../../model/lesson.ts'
import { Button, Buttons, ErrorSummary, Field, none, type Problems } from '../../web/desk/form.tsx'
import { month } from '../../web/language.ts'
import { Page } from '../../web/layout.tsx'
import { Details, Facts, Heading, Link, Text } from '../../web/parts.tsx'
import { href, type View } from '../../web/view.ts'
import { signedText, type Certificate } from './certificate.ts'
import { says } from './messages.ts'
import { crumbsTo } from './page-proof.tsx'

export const CHECK = '/leren/bewijs'

export function CheckPage({
  view,
  publicPem,
  typed = '',
  problems = none,
}: {
  view: View
  publicPem: string
  typed?: string
  problems?: Problems
}) {
  const t = says(view.lang)
  return (
    <Page view={view} title={t.check.title} crumbs={crumbsTo(view, t.check.title, CHECK)}>
      <div className="ld-opening">
        <Heading level={1}>{t.check.title}</Heading>
        <ErrorSummary problems={problems} title={t.problems} />
        <Text lead>{t.check.lead}</Text>
      </div>
      <form method="post" action={href(view, CHECK)} className="ld-desk-form" noValidate>
        <Field
          name="nummer"
          label={t.check.number}
          hint={t.check.hint}
          value={typed}
          maxLength={60}
          problems={problems}
        />
        <Buttons>
          <Button>{t.check.look}</Button>
        </Buttons>
      </form>
      <Text>{t.check.who}</Text>
      <Text>{t.check.kept}</Text>
      <Details summary={t.check.key}>
        <pre className="ld-preline">
          <code className="nl-code">{publicPem.trim()}</code>
        </pre>
      </Details>
    </Page>
  )
}

export function CheckedPage({
  view,
  number,
  certificate,
  lesson,
  publicPem,
}: {
  view: View
  number: string
  certificate: Certificate | undefined
  lesson: Lesson | undefined
  publicPem: string
}) {
  const [t, { lang, municipality }] = [says(view.lang), view]
  const { fact } = t.check
  const title = certificate ? t.check.valid : t.check.unknown
  const newer = certificate && lesson && lesson.version > certificate.version
  return (
    <Page view={view} title={title} crumbs={crumbsTo(view, t.check.title, CHECK)}>
      <div className="ld-opening">
        <p className="ld-kicker">{t.check.title}</p>
        <Heading level={1}>
          <span aria-hidden="true">{certificate ? '✓ ' : '? '}</span>
          {title}
        </Heading>
      </div>
      <Facts
        items={[
          { name: fact.number, value: <code className="nl-code">{spokenCode(number)}</code> },
          { name: fact.lesson, value: certificate ? (lesson?.title[lang] ?? certificate.lesson) : t.check.none },
          { name: fact.version, value: certificate ? String(certificate.version) : t.check.none },
          { name: fact.month, value: certificate ? month(lang, certificate.month) : t.check.none },
          { name: fact.valid, value: certificate ? t.check.yes : t.check.no },
        ]}
      />
      <Text>{newer ? t.check.newer(lesson.version) : certificate && !lesson ? t.check.gone : ''}</Text>
      <Text>{t.check.who}</Text>
      <Text>
        <Link to={href(view, CHECK)}>{t.check.again}</Link>
      </Text>
      <Details summary={t.check.sums}>
        <Text>{t.check.sumsText}</Text>
        <pre className="ld-preline">
          <code className="nl-code">
            {certificate && municipality.id !== null
              ? `${signedText(municipality.id, certificate)}\n\n${certificate.signature}\n\n${publicPem.trim()}`
              : publicPem.trim()}
          </code>
        </pre>
      </Details>
    </Page>
  )
}
