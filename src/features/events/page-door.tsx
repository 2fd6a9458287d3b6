/** The form with which anybody joins an event, or signs somebody up, and the page that says how that stands. */
import type { ReactNode } from 'react'
import { Bait } from '../../web/bait.tsx'
import { Button, Buttons, Choice, ErrorSummary, Field, none, type Problems } from '../../web/desk/form.tsx'
import { Page } from '../../web/layout.tsx'
import { Heading, Link, Section, Text } from '../../web/parts.tsx'
import { Qr } from '../../web/qr.tsx'
import { href, type View } from '../../web/view.ts'
import type { Mine, OpenEvent } from './door-store.ts'
import { says } from './messages.ts'

/** Where events stand on the site. */
const LIST = '/samen/bijeenkomsten'

export type Filled = {
  readonly name: string
  readonly phone: string
  readonly email: string
  readonly helped: string
  /** Whoever joins keeps the rules, where there are. */
  readonly keeps: boolean
  /** Signed, so that a program is told from somebody who reads. */
  readonly seal: string
}
type FormProps = {
  readonly view: View
  readonly event: OpenEvent
  readonly filled: Filled
  readonly problems?: Problems
}

const crumbs = (view: View, last: { name: string; to: string }) => [
  { name: says(view.lang).together, to: href(view, '/samen') },
  { name: says(view.lang).list, to: href(view, LIST) },
  last,
]
const dutch = (view: View, text: string): ReactNode => <span lang={view.lang === 'en' ? 'nl' : undefined}>{text}</span>

export function JoinPage({ view, event, filled, problems = none }: FormProps) {
  const t = says(view.lang)
  const here = href(view, `/samen/opgeven/${event.no}`)
  const own = filled.helped !== 'ander'
  return (
    <Page view={view} title={t.title(event.title)} crumbs={crumbs(view, { name: event.title, to: here })}>
      <div className="ld-opening">
        <Heading level={1}>{t.title(event.title)}</Heading>
        <ErrorSummary problems={problems} title={t.problems} />
        <Text lead>{event.left === 0 ? t.full : t.place(event.left)}</Text>
        <Text>
          {t.begins(event.startsOn, event.starts)} {dutch(view, t.by(event.organiser))}
        </Text>
        <Text>{t.what}</Text>
      </div>
      <form method="post" action={here} className="ld-desk-form" noValidate>
        <input type="hidden" name="formulier" value={filled.seal} />
        <Bait label={t.bait} />
        <Choice
          name="wie"
          label={t.helped}
          value={[filled.helped]}
          options={[
            { value: 'zelf', label: t.self },
            { value: 'ander', label: t.other },
          ]}
          problems={problems}
        />
        <Field
          name="naam"
          label={t.name}
          hint={t.nameHint}
          value={filled.name}
          autoComplete={own ? 'name' : 'off'}
          maxLength={80}
          problems={problems}
        />
        <Field
          name="adres"
          label={t.email}
          hint={t.emailHint}
          type="email"
          value={filled.email}
          autoComplete={own ? 'email' : 'off'}
          maxLength={254}
          problems={problems}
        />
        <Field
          name="telefoon"
          label={t.phone}
          hint={t.phoneHint}
          value={filled.phone}
          autoComplete={own ? 'tel' : 'off'}
          maxLength={40}
          problems={problems}
        />
        {event.hack ? (
          <>
            <Choice
              name="regels"
              label={t.rules}
              value={filled.keeps ? ['ja'] : []}
              options={[{ value: 'ja', label: t.keepsRules }]}
              problems={problems}
              several
            />
            <Text>
              <Link to={href(view, `${LIST}/hackregels`)}>{t.readRules}</Link>
            </Text>
          </>
        ) : null}
        <Text>{t.privacy}</Text>
        <Buttons>
          <Button>{t.send}</Button>
        </Buttons>
      </form>
    </Page>
  )
}

type MineProps = { readonly view: View; readonly mine: Mine; readonly link: string; readonly here: string }

export function JoinedPage({ view, mine, link, here }: MineProps) {
  const t = says(view.lang)
  const off = mine.called === 'cancelled'
  const on = !off && !mine.over
  return (
    <Page view={view} title={t.mine} crumbs={crumbs(view, { name: t.mine, to: here })}>
      <div className="ld-opening">
        <p className="ld-kicker">{dutch(view, mine.title)}</p>
        <Heading level={1}>{t.mine}</Heading>
        <Text lead>
          <strong>
            {off ? t.off(mine.why) : mine.over ? t.over : mine.state === 'placed' ? t.placed : t.waits(mine.place)}
          </strong>
        </Text>
        {on ? (
          <Text>
            {t.begins(mine.on, mine.from)} {mine.state === 'placed' ? '' : `${t.callsWait} `}
            {mine.mailed ? t.mails : t.calls(mine.organiser)}
          </Text>
        ) : null}
        {mine.phone === '' ? null : <Text>{t.ask(mine.phone)}</Text>}
        <Text>
          <Link to={href(view, `${LIST}/${mine.event}`)}>{t.about}</Link>
        </Text>
      </div>
      <div className="ld-keep">
        <Text>{t.keep}</Text>
        <p className="ld-break">{link}</p>
        <Qr text={link} label={t.qr} />
      </div>
      <Section id="afmelden" title={t.drop}>
        <Text>{t.dropText}</Text>
        <form method="post" action={`${here}/afmelden`} className="ld-desk-form ld-noprint" noValidate>
          <Buttons>
            <Button kind="secondary">{t.dropButton}</Button>
          </Buttons>
        </form>
      </Section>
    </Page>
  )
}

/** Nothing opens here: a page of its own kind, with why and where to go. */
export function ShutPage({
  view,
  why,
  wait = 60,
}: {
  view: View
  why: 'closed' | 'dead' | 'forged' | 'wait'
  wait?: number
}) {
  const t = says(view.lang)
  const title = { closed: t.closedTitle, dead: t.deadTitle, forged: t.forgedTitle, wait: t.waitTitle }[why]
  return (
    <Page view={view} title={title}>
      <div className="ld-opening">
        <Heading level={1}>{title}</Heading>
        <Text lead>{why === 'wait' ? t.wait(wait) : t[why]}</Text>
      </div>
      <Text>
        <Link to={href(view, LIST)}>{t.toList}</Link>
      </Text>
    </Page>
  )
}
