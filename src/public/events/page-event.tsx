/** One event: what happens, when and where, whether there is a place; and afterwards what it taught. */
import type { ReactNode } from 'react'
import type { PublicEvent } from '../../model/event.ts'
import type { ToldHack } from '../../model/hack.ts'
import { languageName } from '../../web/language.ts'
import { Page } from '../../web/layout.tsx'
import { LinkedData } from '../../web/linked-data.tsx'
import { Facts, Heading, Link, List, Section, Text } from '../../web/parts.tsx'
import { href, type View } from '../../web/view.ts'
import { HackOutcome, HackScope } from './hack.tsx'
import { linkedEvent } from './linked.ts'
import { says } from './messages.ts'
import { crumbsTo, now } from './page-list.tsx'
import { isOver, leftOf, pathOf, PLACE, takesJoins, whereOf } from './shown.ts'

type Props = {
  readonly view: View
  readonly event: PublicEvent
  /** Of a hack event. */
  readonly hack?: ToldHack | undefined
  readonly origin: string
  readonly today: string
}

export function EventPage({ view, event, hack, origin, today }: Props) {
  const t = says(view.lang)
  const { told } = event
  const here = pathOf(event)
  const [off, over] = [event.state === 'cancelled', isOver(event, today)]
  const dutch = view.lang === 'en' ? 'nl' : undefined
  return (
    <Page
      view={view}
      told="nl"
      title={event.title}
      crumbs={[...crumbsTo(view), { name: event.title, to: href(view, here) }]}
    >
      <div className="ld-opening">
        <p className="ld-kicker">
          {t.kinds[event.kind]}, {t.subjects[event.subject]}
        </p>
        <Heading level={1}>
          <span lang={dutch}>{event.title}</span>
        </Heading>
        <Text lead>
          {off
            ? t.offLead(event.startsOn)
            : over
              ? t.overLead(event.startsOn)
              : t.until(event.startsOn, told.starts, event.endsOn, told.ends)}
        </Text>
        {off ? <Text lang={dutch}>{told.why}</Text> : null}
        {off || over ? null : <Join view={view} event={event} today={today} />}
      </div>
      <LinkedData data={linkedEvent(event, origin + href(now(view), here), today)} />
      {over && !off ? <Lessons view={view} event={event} /> : null}
      {hack && over && !off ? <HackOutcome view={view} told={hack} /> : null}
      <Section id="wat" title={t.what}>
        <Lines text={told.about} lang={dutch} />
      </Section>
      {hack && !over ? <HackScope view={view} told={hack} off={off} /> : null}
      <Section id="hoe" title={t.details}>
        <Facts items={factsOf(view, event)} />
      </Section>
      {over ? null : (
        <Text>
          <Link to={`${href(now(view), here)}.ics`}>{t.calendar}</Link>
        </Text>
      )}
      <Text>
        <Link to={href(view, PLACE)}>{t.toList}</Link>
      </Text>
    </Page>
  )
}

/** What somebody wrote, each line a paragraph. */
function Lines({ text, lang }: { text: string; lang: 'nl' | undefined }) {
  return (
    <>
      {text
        .split(/\n+/)
        .filter((line) => line.trim() !== '')
        .map((line) => (
          <Text key={line} lang={lang}>
            {line}
          </Text>
        ))}
    </>
  )
}

/** Whether there is a place, and the one way to get it. */
function Join({ view, event, today }: Omit<Props, 'origin'>) {
  const t = says(view.lang)
  const { told } = event
  if (told.signUp !== 'here')
    return (
      <Text>
        <strong>{t.ways[told.signUp]}</strong> {told.signUp === 'phone' ? <Phone number={told.phone} /> : null}
      </Text>
    )
  if (!takesJoins(event, today)) return <Text>{t.started}</Text>
  const left = leftOf(event)
  return (
    <>
      <Text>
        <strong>{t.places(left, event.places)}</strong> {left === 0 ? t.wait : t.ways.here}
      </Text>
      <p className="ld-noprint">
        <a className="nl-button nl-button--primary" href={href(now(view), `/samen/opgeven/${event.no}`)} rel="nofollow">
          {left === 0 ? t.joinWait : t.join}
        </a>
      </p>
    </>
  )
}

/** What the organiser wrote down afterwards, and what was shown there. */
function Lessons({ view, event: { told, came } }: Pick<Props, 'view' | 'event'>) {
  const t = says(view.lang)
  const dutch = view.lang === 'en' ? 'nl' : undefined
  return (
    <Section id="lessen" title={t.lessons}>
      {came === null ? null : <Text>{t.came(came)}</Text>}
      {told.lessons === '' ? <Text>{t.notTold}</Text> : <Lines text={told.lessons} lang={dutch} />}
      {told.material.length === 0 ? null : (
        <>
          <Heading level={3}>{t.material}</Heading>
          <List
            items={told.material.map(({ name, url }) => ({
              key: url,
              body: (
                <span lang={dutch}>
                  <Link to={url}>{name}</Link>
                </span>
              ),
            }))}
          />
        </>
      )}
    </Section>
  )
}

const Phone = ({ number }: { number: string }) => (
  <a className="nl-link" href={`tel:${number.replaceAll(/[^0-9+]/g, '')}`}>
    {number}
  </a>
)

function factsOf(view: View, event: PublicEvent): { name: string; value: ReactNode }[] {
  const t = says(view.lang)
  const { told } = event
  const typed = (text: string) => <span lang={view.lang === 'en' ? 'nl' : undefined}>{text}</span>
  const facts: (false | { name: string; value: ReactNode })[] = [
    { name: t.fact.when, value: t.until(event.startsOn, told.starts, event.endsOn, told.ends) },
    told.place !== '' && {
      name: t.fact.where,
      value: typed(`${whereOf(event)}${event.district === '' ? '' : ` (${event.district})`}`),
    },
    told.online !== '' && { name: t.fact.online, value: typed(told.online) },
    told.route !== '' && { name: t.fact.route, value: typed(told.route) },
    told.forWhom !== '' && { name: t.fact.forWhom, value: typed(told.forWhom) },
    { name: t.fact.language, value: languageName(view.lang, event.language) },
    { name: t.fact.cost, value: t.price(told.cost) },
    told.place !== '' && { name: t.fact.stepFree, value: t.stepFree[event.stepFree] },
    told.access.length > 0 && { name: t.fact.access, value: told.access.map((each) => t.access[each]).join(', ') },
    told.phone !== '' && { name: t.fact.phone, value: <Phone number={told.phone} /> },
    told.website !== '' && { name: t.fact.website, value: <Link to={told.website}>{told.website}</Link> },
    { name: t.fact.organiser, value: typed(event.organiser) },
    { name: t.fact.keeper, value: event.keeper === null ? t.municipality : typed(event.keeper) },
  ]
  return facts.filter((each) => each !== false)
}
