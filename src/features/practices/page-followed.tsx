/** What who shared a practice reads by the secret link: how it stands, and how to take it back. */
import { spoken } from '../../lib/spoken-number.ts'
import { LICENCES } from '../../vocabulary/practice.ts'
import { Button, Buttons } from '../../web/desk/form.tsx'
import { Page } from '../../web/layout.tsx'
import { Facts, Heading, Link, Notice, Section, Text } from '../../web/parts.tsx'
import { href, type View } from '../../web/view.ts'
import type { Followed } from './door-store.ts'
import { says } from './messages.ts'
import { crumbsOf, PLACE } from './page-form.tsx'

/** `link`: the whole address of this page. `here`: its path, without the language. */
type Props = { readonly view: View; readonly practice: Followed; readonly link: string; readonly here: string }

export function FollowedPage({ view, practice, link, here }: Props) {
  const t = says(view.lang)
  const { state, reason, licence } = practice
  const open = state === 'sent' || state === 'shown'
  return (
    <Page view={view} title={t.followTitle} crumbs={crumbsOf(view)}>
      <div className="ld-opening">
        <p className="ld-kicker">{t.followTitle}</p>
        <Heading level={1}>{practice.title}</Heading>
        <Text lead>{t.states[state]}</Text>
        <Text>
          {t.sent(practice.sentOn)}{' '}
          {state === 'shown' ? <Link to={href(view, `${PLACE}/${spoken(practice.number)}`)}>{t.toPage}</Link> : null}
        </Text>
      </div>
      {reason === '' ? null : (
        <Section id="reden" title={t.why}>
          <p className="ld-as-typed">{reason}</p>
        </Section>
      )}
      {open ? (
        <Notice title={t.keep}>
          <p className="ld-address">
            <a className="nl-link" href={link}>
              {link}
            </a>
          </p>
        </Notice>
      ) : null}
      <Section id="tekst" title={t.yours}>
        <Facts
          items={[
            { name: t.organisation, value: practice.organisation },
            { name: t.problem, value: <span className="ld-as-typed">{practice.problem}</span> },
            { name: t.did, value: <span className="ld-as-typed">{practice.did}</span> },
            ...(practice.gained === ''
              ? []
              : [{ name: t.gained, value: <span className="ld-as-typed">{practice.gained}</span> }]),
            ...(practice.link === '' ? [] : [{ name: t.link, value: practice.link }]),
            { name: t.licence, value: LICENCES[licence].name[view.lang] },
          ]}
        />
      </Section>
      {practice.known ? (
        <Section id="wissen" title={t.forget}>
          <Text>{t.forgetText}</Text>
          <form method="post" action={href(view, `${here}/wissen`)}>
            <Buttons>
              <Button kind="secondary">{t.forgetButton}</Button>
            </Buttons>
          </form>
        </Section>
      ) : null}
      {open ? (
        <Section id="terugnemen" title={t.takeBack}>
          <Text>{t.takeBackText}</Text>
          <form method="post" action={href(view, `${here}/terugnemen`)}>
            <Buttons>
              <Button kind="secondary">{t.takeBackButton}</Button>
            </Buttons>
          </form>
        </Section>
      ) : null}
    </Page>
  )
}

/** No practice has this link. `wait`: too many were tried. */
export function DeadPage({ view, wait = false }: { view: View; wait?: boolean }) {
  const t = says(view.lang)
  const title = wait ? t.waitTitle : t.deadTitle
  return (
    <Page view={view} title={title} crumbs={crumbsOf(view)}>
      <Heading level={1}>{title}</Heading>
      <Text lead>{wait ? t.wait : t.dead}</Text>
    </Page>
  )
}
