/** One place with help: whether it is open today, what one can do there, how to get there, and its courses. */
import type { ReactNode } from 'react'
import { slotsOn } from '../../lib/weekly-times.ts'
import { degreesOfGrid } from '../../lib/rijksdriehoek.ts'
import { languageName, day } from '../../web/language.ts'
import { Page } from '../../web/layout.tsx'
import { LinkedData } from '../../web/linked-data.tsx'
import { SmallMap, type Ground } from '../../web/map/map.tsx'
import { Facts, Heading, Link, List, Notice, Section, Text } from '../../web/parts.tsx'
import { href, type View } from '../../web/view.ts'
import { linkedPlace } from './linked.ts'
import { says } from './messages-offer.ts'
import { says as saysAll } from './messages.ts'
import { crumbsTo } from './page-find.tsx'
import { addressOf, pathOf, standingOn, type Place } from './shown.ts'
import type { Row } from './store.ts'

type Props = {
  readonly view: View
  readonly place: Row & Place
  readonly courses: readonly Row[]
  readonly ground: Ground
  readonly origin: string
  readonly today: string
  /** The clock here, `21:05`. */
  readonly time: string
}

/** What people typed stands there in Dutch, also on an English page. */
export const dutch = (view: View, text: string): ReactNode => (
  <span lang={view.lang === 'en' ? 'nl' : undefined}>{text}</span>
)
/** A telephone number that a telephone can call. */
export const Phone = ({ number }: { number: string }) => (
  <a className="nl-link" href={`tel:${number.replaceAll(/[^0-9+]/g, '')}`}>
    {number}
  </a>
)

export function PlacePage({ view, place, courses, ground, origin, today, time }: Props) {
  const [t, all] = [says(view.lang), saysAll(view.lang)]
  const here = pathOf(place)
  const over = place.state === 'ended'
  return (
    <Page
      view={view}
      told="nl"
      title={place.title}
      crumbs={[...crumbsTo(view), { name: place.title, to: href(view, here) }]}
    >
      <div className="ld-opening">
        <p className="ld-kicker">{t.place.kinds[place.told.kind]}</p>
        <Heading level={1}>{dutch(view, place.title)}</Heading>
        {over ? <Text lead>{t.place.gone}</Text> : <Stands {...{ view, place, today, time }} />}
        {place.told.about === '' ? null : <Text lang={view.lang === 'en' ? 'nl' : undefined}>{place.told.about}</Text>}
      </div>
      {over ? null : (
        <>
          <LinkedData data={linkedPlace(place, origin + href({ ...view, publication: undefined }, here), today)} />
          <Hours view={view} place={place} today={today} />
          <Section id="hoe" title={t.whereTitle}>
            <Facts items={factsOf(view, place)} />
            <Where view={view} place={place} ground={ground} />
          </Section>
          <Section id="cursussen" title={t.place.courses}>
            {courses.length === 0 ? (
              <Text>{t.place.noCourses}</Text>
            ) : (
              <List
                items={courses.map((each) => ({
                  key: `${each.no}`,
                  body: (
                    <>
                      <Link to={href(view, pathOf(each))}>{dutch(view, each.title)}</Link>,{' '}
                      {all.begins(each.startsOn ?? today)}
                    </>
                  ),
                }))}
              />
            )}
          </Section>
          <List
            items={[
              { key: 'k', body: <Link to={href(view, `${here}/kaartje`)}>{t.place.card}</Link> },
              {
                key: 'i',
                body: <Link to={`${href({ ...view, publication: undefined }, here)}.ics`}>{t.calendar}</Link>,
              },
            ]}
          />
        </>
      )}
      <Text>
        <Link to={href(view, '/leren/hulp')}>{all.toList}</Link>
      </Text>
    </Page>
  )
}

/** Whether it is open today, else when next; and what is otherwise this week. */
function Stands({ view, place, today, time }: Pick<Props, 'view' | 'today' | 'time'> & { place: Place }) {
  const [t, all] = [says(view.lang), saysAll(view.lang)]
  const { fresh, today: slots, past, closed, next } = standingOn(place, today, time)
  const phone = place.told.phone !== ''
  const later = next === undefined ? t.place.noHours(phone) : t.place.nextOpen(next.on, next.slots)
  const now =
    slots.length > 0
      ? t.place.today(slots)
      : past.length > 0
        ? t.place.overToday(past)
        : closed === undefined
          ? ''
          : t.place.closedToday('')
  return (
    <>
      {fresh === 'closed' ? (
        <Text lead>{all.closedText(place.checkedOn, phone)}</Text>
      ) : (
        <Text lead>
          <strong>{now || later}</strong>
          {now === '' || slots.length > 0 ? '' : ` ${later}`}
        </Text>
      )}
      {fresh === 'unchecked' ? <Text>{all.uncheckedText(place.checkedOn, phone)}</Text> : null}
      {place.told.alert === '' ? null : (
        <Notice title={t.thisWeek}>
          <Text lang={view.lang === 'en' ? 'nl' : undefined}>{place.told.alert}</Text>
        </Notice>
      )}
    </>
  )
}

function Hours({ view, place, today }: Pick<Props, 'view' | 'place' | 'today'>) {
  const t = says(view.lang)
  const { times } = place.told
  const days = t.place.days
    .map((name, at) => ({ name, slots: slotsOn({ ...times, off: [], extra: [] }, weekdayAfter(at)) }))
    .filter(({ slots }) => slots.length > 0)
  const off = times.off.filter(({ to }) => to >= today)
  const extra = times.extra.filter(({ on }) => on >= today)
  return (
    <Section id="tijden" title={t.place.hours}>
      {days.length === 0 ? (
        <Text>{t.place.noHours(place.told.phone !== '')}</Text>
      ) : (
        <Facts items={days.map(({ name, slots }) => ({ name, value: t.place.slots(slots) }))} />
      )}
      {off.length === 0 ? null : (
        <>
          <Heading level={3}>{t.place.off}</Heading>
          <List items={off.map(({ from, to, why }) => ({ key: from, body: t.place.offDays(from, to, why) }))} />
        </>
      )}
      {extra.length === 0 ? null : (
        <>
          <Heading level={3}>{t.place.extra}</Heading>
          <List items={extra.map((each) => ({ key: each.on, body: t.course.session(each.on, each) }))} />
        </>
      )}
    </Section>
  )
}
/** A day that is Monday for 0, and so on. */
const weekdayAfter = (at: number): string => `2024-01-0${at + 1}`

function Where({ view, place, ground }: Pick<Props, 'view' | 'place' | 'ground'>) {
  const t = says(view.lang)
  if (place.x === null || place.y === null) return null
  const { lon, lat } = degreesOfGrid(place.x, place.y)
  const spot = { id: `${place.no}`, title: place.title, kind: 0, at: [lon, lat] as const }
  return <SmallMap {...ground} lang={view.lang} label={t.map} spot={spot} kinds={[place.title]} />
}

function factsOf(view: View, place: Place): { name: string; value: ReactNode }[] {
  const t = says(view.lang)
  const { told } = place
  const facts: (false | { name: string; value: ReactNode })[] = [
    { name: t.fact.where, value: `${addressOf(place)}${place.district === '' ? '' : ` (${place.district})`}` },
    told.route !== '' && { name: t.fact.route, value: dutch(view, told.route) },
    told.phone !== '' && { name: t.fact.phone, value: <Phone number={told.phone} /> },
    told.website !== '' && { name: t.fact.website, value: <Link to={told.website}>{told.website}</Link> },
    { name: t.fact.cost, value: t.price(told.cost) },
    { name: t.fact.subjects, value: place.subjects.map((each) => t.subjects[each]).join(', ') },
    { name: t.fact.languages, value: place.languages.map((each) => languageName(view.lang, each)).join(', ') },
    { name: t.fact.stepFree, value: t.stepFree[place.stepFree] },
    told.access.length > 0 && { name: t.fact.access, value: told.access.map((each) => t.access[each]).join(', ') },
    { name: t.fact.provider, value: dutch(view, place.provider) },
    { name: t.fact.keeper, value: place.keeper === null ? t.municipality : dutch(view, place.keeper) },
    { name: t.fact.checked, value: day(view.lang, place.checkedOn) },
  ]
  return facts.filter((each) => each !== false)
}
