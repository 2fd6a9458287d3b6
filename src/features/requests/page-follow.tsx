/** What who asked reads of a request: the code, how far it is, what happened, and what can be done. */
import type { RequestKind } from '../../model/request.ts'
import { CONTROLLERS } from '../../vocabulary/request.ts'
import { Counter } from '../../web/counter.tsx'
import { Button, Buttons, ErrorSummary, Field, none, type Problems } from '../../web/desk/form.tsx'
import { Page } from '../../web/layout.tsx'
import { Facts, Heading, Link, Notice, Section, Text } from '../../web/parts.tsx'
import { day } from '../../web/language.ts'
import { Qr } from '../../web/qr.tsx'
import { href, type View } from '../../web/view.ts'
import { Contact } from '../../web/wrong.tsx'
import { spokenCode } from '../../lib/follow-code.ts'
import { spoken } from '../../lib/spoken-number.ts'
import type { FollowedRequest } from './door-store.ts'
import { below, endOf, isHeld, isTypedLater, wipedOn, type FollowedProps } from './follow-props.ts'
import { toldEnding } from './endings.ts'
import { doneSays } from './messages-done.ts'
import { follows } from './messages-follow.ts'
import { weaknessSays } from './messages-weakness.ts'
import { nextDue, toldWeakness } from './weakness-rules.ts'
import { Course } from './part-course.tsx'
import { Acts } from './part-acts.tsx'
import { Done } from './part-done.tsx'
import { Late, Owed } from './part-late.tsx'
import { Remedies } from './part-remedies.tsx'

/** Where a code is typed. */
export function CodePage({ view, typed = '', problems = none }: { view: View; typed?: string; problems?: Problems }) {
  const t = follows(view.lang)
  return (
    <Page view={view} title={t.follow} crumbs={[{ name: t.rights, to: href(view, '/rechten') }]}>
      <div className="ld-opening">
        <Heading level={1}>{t.follow}</Heading>
        <ErrorSummary problems={problems} title={t.problems} />
        <Text lead>{t.followLead}</Text>
      </div>
      <form method="post" action={href(view, '/verzoeken')} className="ld-desk-form" noValidate>
        <Field name="code" label={t.code} hint={t.codeHint} value={typed} maxLength={60} problems={problems} />
        <Buttons>
          <Button>{t.open}</Button>
        </Buttons>
      </form>
      <Section id="kwijt" title={t.lost}>
        <Text>{t.lostText}</Text>
        <Contact view={view} subject={t.follow} term={false} />
        <Counter view={view} />
      </Section>
    </Page>
  )
}

/** A code that opens nothing; with `wait`, in seconds: one that was not looked at. */
export function DeadPage({ view, wait }: { view: View; wait?: number }) {
  const t = follows(view.lang)
  const title = wait === undefined ? t.deadTitle : t.waitTitle
  return (
    <Page view={view} title={title}>
      <Heading level={1}>{title}</Heading>
      <Text lead>{wait === undefined ? t.dead : t.waitCode(wait)}</Text>
      <Text>
        <Link to={href(view, '/verzoeken')}>{t.follow}</Link>
      </Text>
      <Contact view={view} subject={t.follow} term={false} />
      <Counter view={view} />
    </Page>
  )
}

export function FollowedPage(props: FollowedProps) {
  const { view, followed, today, problems = none } = props
  const t = follows(view.lang)
  const { requests } = followed
  const title = requests.length === 1 ? t.yours.one : t.yours.more
  const wipes = requests.flatMap((request) => wipedOn(request) ?? [])
  return (
    <Page view={view} title={title} crumbs={[{ name: t.rights, to: href(view, '/rechten') }]}>
      <Done {...props} />
      <div className="ld-opening">
        <Heading level={1}>{title}</Heading>
        <ErrorSummary problems={problems} title={t.problems} />
      </div>
      {props.code === undefined ? null : <Code {...props} code={props.code} first={followed.madeOn === today} />}
      {requests.map((request) => (
        <One key={request.number} {...props} request={request} />
      ))}
      {followed.known ? (
        <div className="ld-noprint">
          <Section id="wissen" title={t.forget}>
            <Text>{t.forgetText}</Text>
            <form method="post" action={below(view, 'wissen')}>
              <Buttons>
                <Button kind="secondary">{t.forget}</Button>
              </Buttons>
            </form>
          </Section>
        </div>
      ) : null}
      {wipes.length === requests.length && wipes.length > 0 ? <Text>{t.wipe(wipes.toSorted().at(-1)!)}</Text> : null}
      <Section id="contact" title={t.questions}>
        <Contact view={view} subject={title} term={false} />
        <Counter view={view} />
      </Section>
      <Text>
        <Link to={href(view, '/rechten')}>{t.more}</Link>
      </Text>
    </Page>
  )
}

function Code({ view, followed, link, code, first }: FollowedProps & { code: string; first: boolean }) {
  const t = follows(view.lang)
  const mail = followed.mails ? (followed.receipt ? t.mailed : t.notMailed) : t.noMail
  return (
    <Notice title={t.keep}>
      <p className="ld-code">{spokenCode(code)}</p>
      <Text>{first ? t.keepText : t.keepAgain}</Text>
      <Qr text={link} label={t.qr} />
      <Text>{t.keepLink}</Text>
      <p className="ld-address">
        <a className="nl-link" href={link}>
          {link}
        </a>
      </p>
      <Text>{mail}</Text>
    </Notice>
  )
}

/** The day that counts now, before that of the answer; undefined: none does. */
function nextOf(request: FollowedRequest, kind: RequestKind | undefined) {
  if (kind?.course !== 'weakness' || request.state === 'closed') return undefined
  const next = nextDue({ ...request, taken: request.state !== 'new' }, toldWeakness(request.steps))
  return next === undefined || next.what === 'supplier' ? undefined : { what: next.what, on: next.on }
}

type Standing = { readonly request: FollowedRequest; readonly kind: RequestKind | undefined; readonly today: string }
/** How a request stands, as one sentence with its day. */
function standingOf(view: View, { request, kind, today }: Standing): string {
  const t = follows(view.lang)
  const end = endOf(request)
  if (end !== undefined) {
    const on = end.on === null ? '' : ` ${t.answeredOn(end.on)}`
    return `${toldEnding(view.lang, kind, end.outcome, end.ground)}${on}`
  }
  // Who asked to look again reads that somebody does: that nobody took it up would be of the first time.
  const state = request.state === 'new' && request.again > 0 ? doneSays(view.lang).looksAgain : t.state[request.state]
  if (request.stoppedSince !== null) return `${state} ${t.stands(request.stoppedSince, request.stoppedUntil!)}`
  const next = nextOf(request, kind)
  const { due, late } = weaknessSays(view.lang)
  if (next !== undefined) return `${state} ${(today <= next.on ? due : late)[next.what](next.on)}`
  return `${state} ${today <= request.due ? t.due(request.due) : t.late(request.due)}`
}

function One(props: FollowedProps & { request: FollowedRequest }) {
  const { view, kinds, request, today } = props
  const t = follows(view.lang)
  const kind = kinds.find(({ id }) => id === request.kind)
  const late =
    request.state !== 'closed' && request.stoppedSince === null && today > (nextOf(request, kind)?.on ?? request.due)
  return (
    <article className="ld-section ld-own" id={`verzoek-${request.number}`} aria-labelledby={`kop-${request.number}`}>
      <Heading level={2} id={`kop-${request.number}`}>
        {kind?.question[view.lang] ?? request.kind}
      </Heading>
      <Text lead>{standingOf(view, { request, kind, today })}</Text>
      {request.note === null ? null : (
        <Text>
          {weaknessSays(view.lang).told(request.note.on)}{' '}
          <Link to={href({ ...view, publication: undefined }, `/zwakke-plekken#${request.note.id}`)}>
            <span lang={view.lang === 'en' ? 'nl' : undefined}>{request.note.title}</span>
          </Link>
        </Text>
      )}
      {late && kind ? <Late {...props} kind={kind} /> : null}
      {kind?.penalty.runs ? <Owed {...props} /> : null}
      <Facts
        items={[
          { name: t.number(spoken(request.number)), value: t.numberHint },
          ...(isTypedLater(request) ? [{ name: t.receivedOn, value: day(view.lang, request.receivedOn) }] : []),
          { name: t.decides, value: CONTROLLERS[request.controller][view.lang] },
          ...(request.extendedOn === null ? [] : [{ name: t.step.extended, value: t.extended(request.firstDue) }]),
          ...(request.identity === 'not-needed' || request.state === 'closed'
            ? []
            : [{ name: t.you, value: request.identity === 'open' ? t.identity.open : t.identity.done }]),
        ]}
      />
      <Course view={view} request={request} kind={kind} />
      <div className="ld-noprint">
        <Acts {...props} />
      </div>
      {kind ? <Remedies {...{ view, request, kind, today }} /> : null}
      {isHeld(request, today) && request.heldUntil !== null ? <Text>{t.held(request.heldUntil)}</Text> : null}
    </article>
  )
}
