/** The form with which anybody makes a request: first whether it is about oneself, then what is asked. */
import type { RequestKind } from '../../model/request.ts'
import { LONGEST_WORDS, type ForWhom } from '../../vocabulary/request.ts'
import { Counter } from '../../web/counter.tsx'
import { Bait } from '../../web/bait.tsx'
import { Area, Button, Buttons, Choice, ErrorSummary, none, type Problems } from '../../web/desk/form.tsx'
import { Page } from '../../web/layout.tsx'
import { Heading, Link, List, Text } from '../../web/parts.tsx'
import { href, type View } from '../../web/view.ts'
import { Contact } from '../../web/wrong.tsx'
import { says } from './messages.ts'
import { AskedField, You, type Lists } from './part-fields.tsx'
import { besides, whomOf, type Filled } from './rules.ts'

/** The public page that it is asked about. */
export type AboutPage = { readonly path: string; readonly title: string }

/** How each answer to the first question stands in the address. */
export const WHOM_WORDS: Readonly<Record<ForWhom, string>> = {
  self: 'uzelf',
  child: 'kind',
  mandate: 'machtiging',
  none: 'niemand',
}
/** The answer to the first question in an address; undefined when it is none. */
export const whomIn = (word: string): ForWhom | undefined =>
  (Object.keys(WHOM_WORDS) as ForWhom[]).find((whom) => WHOM_WORDS[whom] === word)

type Base = { readonly view: View; readonly kind: RequestKind; readonly about?: AboutPage | undefined }
const crumbsOf = (view: View, kind: RequestKind) => [
  { name: says(view.lang).rights, to: href(view, '/rechten') },
  { name: kind.title[view.lang], to: href(view, `/rechten/${kind.id}`) },
]

/** Asks for whom it is; a form that changes nothing, so it can be gone back to. */
export function StartPage({ view, kind, about, problem }: Base & { problem?: boolean }) {
  const t = says(view.lang)
  const words = kind.about === 'anything' ? t.whomAnything : t.whom
  const offered: readonly ForWhom[] =
    kind.about === 'anything'
      ? whomOf(kind)
      : ['self', ...(kind.about === 'person' ? (['child', 'mandate'] as const) : []), 'none']
  const problems = problem ? { over: t.chooseWhom } : none
  return (
    <Page view={view} title={kind.title[view.lang]} crumbs={crumbsOf(view, kind)}>
      <div className="ld-opening">
        <Heading level={1}>{kind.question[view.lang]}</Heading>
        <ErrorSummary problems={problems} title={t.problems} />
        <Text lead>{kind.gives[view.lang]}</Text>
      </div>
      <form method="get" action={href(view, `/verzoeken/nieuw/${kind.id}`)} className="ld-desk-form">
        {about === undefined ? null : <input type="hidden" name="bij" value={about.path} />}
        <input type="hidden" name="verder" value="ja" />
        <Choice
          name="over"
          label={t.first[kind.about === 'nobody' ? 'anything' : kind.about]}
          hint={kind.about === 'anything' ? undefined : t.whyFirst}
          problems={problems}
          options={offered.map((whom) => ({ value: WHOM_WORDS[whom], label: words[whom] }))}
        />
        <Buttons>
          <Button>{t.next}</Button>
        </Buttons>
      </form>
      <OtherWays view={view} kind={kind} />
    </Page>
  )
}

/** Leads away from a request that would be the wrong one: what is about oneself is never asked in public. */
export function LeadAwayPage({ view, kind, others }: Base & { others: readonly RequestKind[] }) {
  const t = says(view.lang)
  const title = kind.about === 'public' ? t.leadAway.toPerson : t.leadAway.toPublic
  return (
    <Page view={view} title={title} crumbs={crumbsOf(view, kind)}>
      <div className="ld-opening">
        <Heading level={1}>{title}</Heading>
        <Text lead>{kind.about === 'public' ? t.leadAway.toPersonText : t.leadAway.toPublicText}</Text>
      </div>
      <List
        items={[
          ...others.map((each) => ({
            key: each.id,
            body: <Link to={href(view, `/rechten/${each.id}`)}>{each.question[view.lang]}</Link>,
          })),
          ...(kind.about === 'public'
            ? []
            : [{ key: 'fout', body: <Link to={href(view, '/fout-melden')}>{t.leadAway.wrong}</Link> }]),
        ]}
      />
    </Page>
  )
}

/** Paper, the counter and the telephone: the same request, without this site. */
export function OtherWays({ view, kind }: Base) {
  const t = says(view.lang)
  return (
    <div className="ld-section">
      <Heading level={2}>{t.otherWays}</Heading>
      <Text>
        <Link to={href(view, `/rechten/${kind.id}/papier`)}>{t.paper}</Link>. {t.counter}
      </Text>
      <Contact view={view} subject={kind.title[view.lang]} term={false} />
      <Counter view={view} />
    </div>
  )
}

type FormProps = Base & {
  readonly kinds: readonly RequestKind[]
  readonly filled: Filled
  readonly lists: Lists
  readonly problems?: Problems
  /** A number that nobody need give was seen in it, and said so: sent like this it is taken. */
  readonly warned?: boolean
}

export function FormPage({ view, kind, kinds, about, filled, lists, problems = none, warned = false }: FormProps) {
  const t = says(view.lang)
  const others = besides(kinds, kind)
  return (
    <Page view={view} title={kind.title[view.lang]} crumbs={crumbsOf(view, kind)}>
      <div className="ld-opening">
        <Heading level={1}>{kind.question[view.lang]}</Heading>
        <ErrorSummary problems={problems} title={t.problems} />
        <Text lead>{kind.course === 'weakness' ? kind.gives[view.lang] : t.lead(kind.term.said[view.lang])}</Text>
        <Text>{t.without}</Text>
        {about === undefined ? null : <Text>{t.about(about.title)}</Text>}
      </div>
      <form method="post" action={href(view, `/verzoeken/nieuw/${kind.id}`)} className="ld-desk-form" noValidate>
        <input type="hidden" name="formulier" value={filled.seal} />
        <input type="hidden" name="over" value={WHOM_WORDS[filled.whom]} />
        {about === undefined ? null : <input type="hidden" name="bij" value={about.path} />}
        {warned ? <input type="hidden" name="nummer-gezien" value="ja" /> : null}
        <Bait label={t.bait} />
        {kind.fields.map((field) => (
          <AskedField key={field.id} {...{ view, field, lists, problems }} value={filled.fields[field.id] ?? ''} />
        ))}
        <Text>{t.noCopy}</Text>
        {others.length === 0 ? null : (
          <>
            <Choice
              name="ook"
              label={t.also}
              hint={t.alsoHint}
              several
              value={filled.more}
              options={others.map((each) => ({ value: each.id, label: each.question[view.lang] }))}
            />
            <Area
              name="ook-wat"
              label={t.alsoWhat}
              hint={t.alsoWhatHint}
              value={filled.moreText}
              rows={3}
              maxLength={LONGEST_WORDS}
              problems={problems}
            />
          </>
        )}
        <You {...{ view, kind, filled, problems }} />
        <Text>{t.privacy(kind.keptMonths)}</Text>
        <Buttons>
          <Button>{t.send}</Button>
        </Buttons>
      </form>
      <OtherWays view={view} kind={kind} />
    </Page>
  )
}

/** What was sent was not read: it came from elsewhere, or, with `wait` in seconds, too much came before it. */
export function UnreadPage({ view, wait }: { view: View; wait?: number }) {
  const t = says(view.lang)
  const title = wait === undefined ? t.forgedTitle : t.waitTitle
  return (
    <Page view={view} title={title}>
      <Heading level={1}>{title}</Heading>
      <Text lead>{wait === undefined ? t.forged : t.waitSend(wait)}</Text>
      <Text>{wait === undefined ? <Link to={href(view, '/rechten')}>{t.rights}</Link> : t.stillThere}</Text>
      <Contact view={view} subject="" term={false} />
    </Page>
  )
}
