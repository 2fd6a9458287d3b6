/** What helpers print: one card of a place, and the list of a neighbourhood. */
import { slotsOn } from '../../lib/weekly-times.ts'
import { Page } from '../../web/layout.tsx'
import { Heading, Link, Section, Text } from '../../web/parts.tsx'
import { Qr } from '../../web/qr.tsx'
import { href, type View } from '../../web/view.ts'
import { says } from './messages-offer.ts'
import { says as saysAll } from './messages.ts'
import { sessionsSaid } from './page-course.tsx'
import { crumbsTo } from './page-find.tsx'
import { dutch } from './page-place.tsx'
import { addressOf, leftOf, pathOf, standingOn, type Course, type Place } from './shown.ts'
import type { Row } from './store.ts'

/** Days of the week on which it is open, each with its times. */
function Week({ view, place }: { view: View; place: Place }) {
  const t = says(view.lang)
  const times = { ...place.told.times, off: [], extra: [] }
  // The first week of 2024 began on a Monday.
  const days = t.place.days.map((name, at) => ({ name, slots: slotsOn(times, `2024-01-0${at + 1}`) }))
  const open = days.filter(({ slots }) => slots.length > 0)
  return open.length === 0 ? (
    <p>{t.place.noHours(place.told.phone !== '')}</p>
  ) : (
    <ul className="ld-card__days">
      {open.map(({ name, slots }) => (
        <li key={name}>
          <strong>{name}</strong> {t.place.slots(slots)}
        </li>
      ))}
    </ul>
  )
}

type CardProps = { readonly view: View; readonly place: Row & Place; readonly origin: string; readonly today: string }

export function CardPage({ view, place, origin, today }: CardProps) {
  const [t, all] = [says(view.lang), saysAll(view.lang)]
  const here = pathOf(place)
  const address = origin + href({ ...view, publication: undefined }, here)
  const { fresh } = standingOn(place, today)
  const phone = place.told.phone !== ''
  return (
    <Page
      view={view}
      title={t.cardTitle(place.title)}
      crumbs={[...crumbsTo(view), { name: place.title, to: href(view, here), told: 'nl' }]}
    >
      <div className="ld-noprint">
        <Text>{t.cardHint}</Text>
        <Text>
          <Link to={href(view, here)}>{t.cardBack}</Link>
        </Text>
      </div>
      <article className="ld-card">
        <p className="ld-card__kind">{t.place.kinds[place.told.kind]}</p>
        <h1 className="ld-card__name">{dutch(view, place.title)}</h1>
        {place.told.phone === '' ? null : (
          <p className="ld-card__phone">
            {t.cardCall} <strong>{place.told.phone}</strong>
          </p>
        )}
        <p>{addressOf(place)}</p>
        {place.told.route === '' ? null : <p>{dutch(view, place.told.route)}</p>}
        <Week view={view} place={place} />
        <p>
          {t.fact.subjects}: {place.subjects.map((each) => t.subjects[each]).join(', ')}.
        </p>
        <p>
          {t.fact.cost}: {t.price(place.told.cost)}. {t.fact.stepFree}: {t.stepFree[place.stepFree]}.
        </p>
        <Qr text={address} label={t.cardQr} />
        <p className="ld-card__foot">
          <span className="ld-break">{address}</span>
          <span className="ld-block">
            {fresh === 'fresh' ? all.checked(place.checkedOn) : all.uncheckedText(place.checkedOn, phone)}
          </span>
        </p>
      </article>
    </Page>
  )
}

/** What is otherwise this week, or that nobody looked: paper says nothing of today. */
function Warned({ view, place, today }: { view: View; place: Place; today: string }) {
  const all = saysAll(view.lang)
  const { fresh } = standingOn(place, today)
  const phone = place.told.phone !== ''
  return (
    <>
      {place.told.alert === '' ? null : <Text>{dutch(view, place.told.alert)}</Text>}
      {fresh === 'fresh' ? null : (
        <Text>
          {fresh === 'closed' ? all.closedText(place.checkedOn, phone) : all.uncheckedText(place.checkedOn, phone)}
        </Text>
      )}
    </>
  )
}
const said = (parts: readonly string[]): string => parts.filter(Boolean).join(' · ')

type DistrictProps = {
  readonly view: View
  readonly district: string
  readonly path: string
  readonly rows: readonly Row[]
  readonly origin: string
  readonly today: string
}

export function DistrictPage({ view, district, path, rows, origin, today }: DistrictProps) {
  const [t, all] = [says(view.lang), saysAll(view.lang)]
  const places = rows.filter((each): each is Row & Place => each.kind === 'place')
  const courses = rows.filter((each): each is Row & Course => each.kind === 'course')
  return (
    <Page
      view={view}
      title={all.districtTitle(district)}
      crumbs={[...crumbsTo(view), { name: district, to: href(view, path) }]}
    >
      <div className="ld-opening">
        <Heading level={1}>{all.districtTitle(district)}</Heading>
        <Text lead>{rows.length === 0 ? all.districtNone : all.districtLead(rows.length)}</Text>
        <p className="ld-noprint">{all.districtPrint}</p>
      </div>
      {places.length === 0 ? null : (
        <Section id="plekken" title={all.places}>
          {places.map((place) => (
            <article key={place.no} className="ld-onpaper">
              <Heading level={3}>
                <Link to={href(view, pathOf(place))}>{dutch(view, place.title)}</Link>
              </Heading>
              <Warned view={view} place={place} today={today} />
              <Week view={view} place={place} />
              <Text>
                {said([
                  addressOf(place),
                  place.told.phone === '' ? '' : `${t.cardCall} ${place.told.phone}`,
                  place.subjects.map((each) => t.subjects[each]).join(', '),
                ])}
              </Text>
            </article>
          ))}
        </Section>
      )}
      {courses.length === 0 ? null : (
        <Section id="cursussen" title={all.courses}>
          {courses.map((course) => (
            <article key={course.no} className="ld-onpaper">
              <Heading level={3}>
                <Link to={href(view, pathOf(course))}>{dutch(view, course.title)}</Link>
              </Heading>
              <Text>{sessionsSaid(view, course, today, 12) || all.noNext}</Text>
              <Text>
                {said([
                  [course.told.place?.name ?? '', addressOf(course)].filter(Boolean).join(', '),
                  course.told.phone === '' ? '' : `${t.cardCall} ${course.told.phone}`,
                  t.price(course.told.cost),
                  course.told.signUp !== 'here'
                    ? t.course.ways[course.told.signUp]
                    : leftOf(course) === 0
                      ? all.full
                      : all.free(leftOf(course)),
                ])}
              </Text>
            </article>
          ))}
        </Section>
      )}
      <Text>
        {all.printedOn(today)}{' '}
        <span className="ld-break">{origin + href({ ...view, publication: undefined }, path)}</span>.
      </Text>
    </Page>
  )
}
