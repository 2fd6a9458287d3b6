/** The form with which anybody follows, and the page of a link: to begin, to choose how often, and to stop. */
import { Button, Buttons, Choice, ErrorSummary, Field, none } from '../../../web/desk/form.tsx'
import { Page } from '../../../web/layout.tsx'
import { Heading, Link, Section, Text } from '../../../web/parts.tsx'
import { href, type View } from '../../../web/view.ts'
import type { Problems } from './door-parts.tsx'
import type { About, OwnFollow } from './door-store.ts'
import { says } from './messages.ts'

export function FollowForm({
  view,
  about,
  email,
  problems = none,
}: {
  view: View
  about: About | undefined
  email: string
  problems?: Problems
}) {
  const t = says(view.lang)
  const to = href(view, about ? `/convenanten/${about.no}/volgen` : '/convenanten/volgen')
  const feed = about ? `/convenanten/${about.no}/nieuws.atom` : '/convenanten.atom'
  return (
    <Page view={view} title={t.followTitle} crumbs={[{ name: t.followTitle, to }]}>
      <div className="ld-opening">
        <Heading level={1}>{t.followTitle}</Heading>
        <ErrorSummary problems={problems} title={t.problems} />
        <Text lead>{t.about(about ? (about.pledgeTitle ?? about.title) : t.followAll)}</Text>
        <Text>{t.followLead}</Text>
        <Text>{t.followHow}</Text>
      </div>
      <form method="post" action={to} className="ld-desk-form" noValidate>
        <input type="hidden" name="afspraak" value={about?.pledge ?? ''} />
        <Field
          name="email"
          label={t.followEmail}
          type="email"
          value={email}
          autoComplete="email"
          maxLength={320}
          problems={problems}
        />
        <Text>{t.followPrivacy}</Text>
        <Buttons>
          <Button>{t.followSend}</Button>
        </Buttons>
      </form>
      <Text>
        <Link to={href({ ...view, publication: undefined }, feed)}>{t.followFeed}</Link>
      </Text>
    </Page>
  )
}

export function OwnFollowPage({ view, follow, here }: { view: View; follow: OwnFollow; here: string }) {
  const t = says(view.lang)
  const { confirmed, asked, ends, atOnce } = follow
  return (
    <Page view={view} title={t.followTitle} crumbs={[{ name: t.followTitle, to: here }]}>
      <div className="ld-opening">
        <Heading level={1}>{t.followTitle}</Heading>
        <Text lead>{!confirmed ? t.confirmLead : asked ? t.asked(ends) : t.confirmed(ends)}</Text>
        <Text>{t.following(follow.pledgeTitle ?? follow.title ?? t.followAll, follow.email)}</Text>
      </div>
      <form method="post" action={here} className="ld-desk-form">
        <Choice
          name="vaak"
          label={t.soon}
          options={[
            { value: 'weekly', label: t.soonOptions.weekly },
            { value: 'once', label: t.soonOptions.once },
          ]}
          value={[atOnce ? 'once' : 'weekly']}
        />
        <Buttons>
          <Button>{confirmed ? t.stayButton : t.confirmButton}</Button>
        </Buttons>
      </form>
      <Section id="stoppen" title={t.stopButton}>
        <Text>{t.stopText}</Text>
        <form method="post" action={`${here}/stoppen`}>
          <Button kind="secondary">{t.stopButton}</Button>
        </form>
      </Section>
    </Page>
  )
}
