/** The form with which anybody signs up, or signs somebody up, and the page that says how that stands. */
import type { ReactNode } from 'react'
import { Bait } from '../../web/bait.tsx'
import { Button, Buttons, Choice, ErrorSummary, Field, none, type Problems } from '../../web/desk/form.tsx'
import { Page } from '../../web/layout.tsx'
import { Heading, Link, Section, Text } from '../../web/parts.tsx'
import { Qr } from '../../web/qr.tsx'
import { href, type View } from '../../web/view.ts'
import type { OpenCourse, SignedUp } from './door-store.ts'
import { says } from './messages.ts'

export type Filled = {
  readonly name: string
  readonly phone: string
  readonly helped: string
  /** Signed, so that a program is told from somebody who reads. */
  readonly seal: string
}
type FormProps = {
  readonly view: View
  readonly course: OpenCourse
  readonly filled: Filled
  readonly problems?: Problems
}

const crumbs = (view: View, last: { name: string; to: string }) => [
  { name: says(view.lang).learn, to: href(view, '/leren') },
  { name: says(view.lang).finder, to: href(view, '/leren/hulp') },
  last,
]
const dutch = (view: View, text: string): ReactNode => <span lang={view.lang === 'en' ? 'nl' : undefined}>{text}</span>

export function SignUpPage({ view, course, filled, problems = none }: FormProps) {
  const t = says(view.lang)
  const here = href(view, `/leren/inschrijven/${course.no}`)
  return (
    <Page view={view} title={t.title(course.title)} crumbs={crumbs(view, { name: course.title, to: here })}>
      <div className="ld-opening">
        <Heading level={1}>{t.title(course.title)}</Heading>
        <ErrorSummary problems={problems} title={t.problems} />
        <Text lead>{course.left === 0 ? t.full : t.place(course.left)}</Text>
        <Text>{t.begins(course.startsOn, course.provider)}</Text>
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
          autoComplete={filled.helped === 'ander' ? 'off' : 'name'}
          maxLength={80}
          problems={problems}
        />
        <Field
          name="telefoon"
          label={t.phone}
          hint={t.phoneHint}
          value={filled.phone}
          autoComplete={filled.helped === 'ander' ? 'off' : 'tel'}
          maxLength={40}
          problems={problems}
        />
        <Text>{t.privacy}</Text>
        <Buttons>
          <Button>{t.send}</Button>
        </Buttons>
      </form>
    </Page>
  )
}

type MineProps = { readonly view: View; readonly mine: SignedUp; readonly link: string; readonly here: string }

export function SignedUpPage({ view, mine, link, here }: MineProps) {
  const all = says(view.lang)
  const t = { ...all, ...all.of[mine.helped ? 'other' : 'self'] }
  return (
    <Page view={view} title={t.mine} crumbs={crumbs(view, { name: t.mine, to: here })}>
      <div className="ld-opening">
        <p className="ld-kicker">{dutch(view, mine.title)}</p>
        <Heading level={1}>{t.mine}</Heading>
        <Text lead>
          <strong>{mine.on ? (mine.state === 'placed' ? t.placed : t.waits(mine.place)) : t.over}</strong>
        </Text>
        {mine.on ? (
          <>
            <Text>{mine.state === 'placed' ? t.calls(mine.provider) : t.callsWait(mine.provider)}</Text>
            {mine.first === null ? null : <Text>{t.first(mine.first.on, mine.first)}</Text>}
          </>
        ) : null}
        {mine.phone === '' ? null : <Text>{t.ask(mine.phone)}</Text>}
        <Text>
          <Link to={href(view, `/leren/hulp/cursus/${mine.course}`)}>{t.course}</Link>
        </Text>
      </div>
      <div className="ld-keep">
        <Text>{t.keep}</Text>
        <p className="ld-break">{link}</p>
        <Qr text={link} label={t.qr} />
      </div>
      <Section id="uitschrijven" title={t.drop}>
        <Text>{t.dropText}</Text>
        <form method="post" action={`${here}/uitschrijven`} className="ld-desk-form ld-noprint" noValidate>
          <Buttons>
            <Button kind="secondary">{t.dropButton}</Button>
          </Buttons>
        </form>
      </Section>
    </Page>
  )
}

/** Nothing opens here: a page of its own kind, with why and where to go. `why`: of its title and its text. */
export function ShutPage({
  view,
  why,
  wait,
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
        <Text lead>{why === 'wait' ? t.wait(wait ?? 60) : t[why]}</Text>
        {why === 'wait' ? <Text>{t.waitMore}</Text> : null}
      </div>
      <Text>
        <Link to={href(view, '/leren/hulp')}>{t.toFinder}</Link>
      </Text>
    </Page>
  )
}
