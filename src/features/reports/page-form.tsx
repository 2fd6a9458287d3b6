/** The form with which anybody reports that a public page is not right, or writes to whose it is about. */
import { LONGEST_PART, LONGEST_REPORT, type ReportKind } from '../../vocabulary/report.ts'
import { Bait } from '../../web/bait.tsx'
import { Area, Button, Buttons, ErrorSummary, Field, none, type Problems } from '../../web/desk/form.tsx'
import { Page } from '../../web/layout.tsx'
import { Heading, Link, Text } from '../../web/parts.tsx'
import { href, type View } from '../../web/view.ts'
import { Contact } from '../../web/wrong.tsx'
import { says } from './messages.ts'

/** What stands in the fields; `seal`: of this form, so that sending it twice is one report. */
export type Filled = {
  readonly text: string
  readonly part: string
  readonly name: string
  readonly email: string
  readonly seal: string
}
/** The page it is about: its path, and what it is called in the language of the reader. */
export type AboutPage = { readonly path: string; readonly title: string }

type Props = {
  readonly view: View
  readonly kind: ReportKind
  readonly about: AboutPage
  readonly days: number
  readonly filled: Filled
  readonly problems?: Problems
}

export function ReportFormPage({ view, kind, about, days, filled, problems = none }: Props) {
  const t = says(view.lang)
  return (
    <Page view={view} title={t.title[kind]} crumbs={[{ name: t.title[kind], to: href(view, '/fout-melden') }]}>
      <div className="ld-opening">
        <Heading level={1}>{t.title[kind]}</Heading>
        <ErrorSummary problems={problems} title={t.problems} />
        <Text lead>
          {t.about(about.title)} <Link to={href(view, about.path)}>{t.back}</Link>
        </Text>
        <Text>
          {t.followHave} <Link to={href(view, '/fout-melden/volgen')}>{t.follow}</Link>
        </Text>
        <Text>{t.lead(days)}</Text>
      </div>
      <form method="post" action={href(view, '/fout-melden')} className="ld-desk-form" noValidate>
        <input type="hidden" name="over" value={about.path} />
        {kind === 'owner' ? <input type="hidden" name="aan" value="eigenaar" /> : null}
        <input type="hidden" name="formulier" value={filled.seal} />
        <Bait label={t.bait} />
        <Area
          name="wat"
          label={t.what[kind]}
          hint={t.whatHint}
          value={filled.text}
          rows={7}
          maxLength={LONGEST_REPORT}
          problems={problems}
        />
        {kind === 'owner' ? null : (
          <Field
            name="deel"
            label={t.part}
            hint={t.partHint}
            value={filled.part}
            maxLength={LONGEST_PART}
            problems={problems}
          />
        )}
        <Field
          name="naam"
          label={t.name}
          value={filled.name}
          autoComplete="name"
          maxLength={LONGEST_PART}
          problems={problems}
        />
        <Field
          name="email"
          label={t.email}
          hint={t.emailHint}
          type="email"
          value={filled.email}
          autoComplete="email"
          maxLength={320}
          problems={problems}
        />
        <Text>{t.privacy}</Text>
        <Buttons>
          <Button>{t.send[kind]}</Button>
        </Buttons>
      </form>
      <Contact view={view} subject={about.title} term={false} />
    </Page>
  )
}

/** What was sent was not read: it came from elsewhere, or, with `wait` in seconds, too many came before it. */
export function UnreadPage({ view, wait }: { view: View; wait?: number }) {
  const t = says(view.lang)
  const title = wait === undefined ? t.forgedTitle : t.waitTitle
  return (
    <Page view={view} title={title}>
      <Heading level={1}>{title}</Heading>
      <Text lead>{wait === undefined ? t.forged : t.wait(wait)}</Text>
      <Text>{wait === undefined ? <Link to={href(view, '/fout-melden')}>{t.title.error}</Link> : t.stillThere}</Text>
      <Contact view={view} subject="" term={false} />
    </Page>
  )
}
