/** One course: when, where, whether there is a place, and how to get one. */
import type { ReactNode } from 'react'
import { slotTyped } from '../../lib/typed-times.ts'
import { FEWEST } from '../../vocabulary/help.ts'
import { day, languageName } from '../../web/language.ts'
import { Page } from '../../web/layout.tsx'
import { LinkedData } from '../../web/linked-data.tsx'
import { Facts, Heading, Link, List, Notice, Section, Text } from '../../web/parts.tsx'
import { Table } from '../../web/table.tsx'
import { href, type View } from '../../web/view.ts'
import { linkedCourse } from './linked.ts'
import { says } from './messages-offer.ts'
import { says as saysAll } from './messages.ts'
import { crumbsTo } from './page-find.tsx'
import { dutch, Phone } from './page-place.tsx'
import { addressOf, isOver, leftOf, pathOf, standingOn, takesSignUps, type Course } from './shown.ts'
import type { Row } from './store.ts'

type Props = {
  readonly view: View
  readonly course: Row & Course
  readonly origin: string
  readonly today: string
  /** The clock here, `21:05`. */
  readonly time: string
}

export function CoursePage({ view, course, origin, today, time }: Props) {
  const [t, all] = [says(view.lang), saysAll(view.lang)]
  const here = pathOf(course)
  const { fresh } = standingOn(course, today)
  const off = course.state === 'ended'
  const over = isOver(course, today, time)
  const phone = course.told.phone !== ''
  const typed = view.lang === 'en' ? 'nl' : undefined
  return (
    <Page
      view={view}
      told="nl"
      title={course.title}
      crumbs={[...crumbsTo(view), { name: course.title, to: href(view, here) }]}
    >
      <div className="ld-opening">
        <p className="ld-kicker">{t.subjects[course.subjects[0]!]}</p>
        <Heading level={1}>{dutch(view, course.title)}</Heading>
        <Text lead>
          {off
            ? t.course.off
            : over
              ? t.course.over(course.endsOn ?? today)
              : t.course.lead(course.startsOn ?? today, course.endsOn ?? today)}
        </Text>
        {course.told.alert === '' ? null : (
          <Notice title={t.thisWeek}>
            <Text lang={typed}>{course.told.alert}</Text>
          </Notice>
        )}
        {course.told.about === '' ? null : <Text lang={typed}>{course.told.about}</Text>}
        {off || over || fresh === 'fresh' ? null : (
          <Text>
            {fresh === 'closed' ? all.closedText(course.checkedOn, phone) : all.uncheckedText(course.checkedOn, phone)}
          </Text>
        )}
        {off || over ? null : <SignUp view={view} course={course} today={today} />}
      </div>
      {off || over ? null : (
        <LinkedData data={linkedCourse(course, origin + href({ ...view, publication: undefined }, here), today)} />
      )}
      <Section id="lessen" title={t.course.sessions}>
        <Table
          id="lessen-tabel"
          caption={t.course.sessions}
          hideCaption
          stacked
          columns={[{ head: t.course.when }, { head: t.course.goes }]}
          rows={course.told.sessions.map((each) => ({
            key: `${each.on} ${each.from}`,
            cells: [
              t.course.session(each.on, each),
              each.cancelled ? <strong key="n">{t.course.no(each.why)}</strong> : t.course.yes,
            ],
          }))}
        />
      </Section>
      <Section id="hoe" title={t.fact.more}>
        <Facts items={factsOf(view, course)} />
      </Section>
      <List
        items={
          over
            ? []
            : [
                {
                  key: 'i',
                  body: <Link to={`${href({ ...view, publication: undefined }, here)}.ics`}>{t.calendar}</Link>,
                },
              ]
        }
      />
      <Text>
        <Link to={href(view, '/leren/hulp')}>{all.toList}</Link>
      </Text>
    </Page>
  )
}

/** Whether there is a place, and the one way to get it. */
function SignUp({ view, course, today }: Omit<Props, 'origin' | 'time'>) {
  const t = says(view.lang)
  const { told, places, waiting } = course
  if (told.signUp !== 'here') return <Way view={view} course={course} />
  const left = leftOf(course)
  if (!takesSignUps(course, course.state, today))
    return (
      <Text>
        {((course.startsOn ?? '') < today ? t.course.started : t.course.closed)(told.phone !== '')}{' '}
        {told.phone === '' ? null : <Phone number={told.phone} />}
      </Text>
    )
  return (
    <>
      <Text>
        <strong>{t.course.places(left, places ?? 0)}</strong> {left === 0 ? t.course.wait : t.course.ways.here}
        {left === 0 && (waiting ?? 0) >= FEWEST ? ` ${t.course.waiting(waiting ?? 0)}` : ''}
      </Text>
      <p className="ld-noprint">
        <a
          className="nl-button nl-button--primary"
          href={href({ ...view, publication: undefined }, `/leren/inschrijven/${course.no}`)}
          rel="nofollow"
        >
          {left === 0 ? t.course.signUpWait : t.course.signUp}
        </a>
      </p>
    </>
  )
}

function Way({ view, course }: Pick<Props, 'view' | 'course'>) {
  const t = says(view.lang)
  return (
    <Text>
      <strong>{t.course.ways[course.told.signUp]}</strong>{' '}
      {course.told.phone === '' ? null : <Phone number={course.told.phone} />}
    </Text>
  )
}

function factsOf(view: View, course: Course): { name: string; value: ReactNode }[] {
  const t = says(view.lang)
  const { told } = course
  const facts: (false | { name: string; value: ReactNode })[] = [
    told.place !== null && {
      name: t.fact.where,
      value: (
        <>
          <Link to={href(view, `/leren/hulp/plek/${told.place.no}`)}>{dutch(view, told.place.name)}</Link>,{' '}
          {addressOf(course)}
          {course.district === '' ? '' : ` (${course.district})`}
        </>
      ),
    },
    told.room !== '' && { name: t.fact.room, value: dutch(view, told.room) },
    told.online !== '' && { name: t.fact.online, value: dutch(view, told.online) },
    told.route !== '' && { name: t.fact.route, value: dutch(view, told.route) },
    told.phone !== '' && { name: t.fact.phone, value: <Phone number={told.phone} /> },
    told.website !== '' && { name: t.fact.website, value: <Link to={told.website}>{told.website}</Link> },
    { name: t.fact.cost, value: t.price(told.cost) },
    told.forWhom !== '' && { name: t.fact.forWhom, value: dutch(view, told.forWhom) },
    { name: t.fact.level, value: t.course.levels[told.level] },
    { name: t.fact.languages, value: course.languages.map((each) => languageName(view.lang, each)).join(', ') },
    { name: t.fact.device, value: t.course.devices[told.device] },
    told.perHelper !== null && { name: t.fact.group, value: t.course.perHelper(told.perHelper) },
    (told.intake || told.certificate) && {
      name: t.fact.more,
      value: [told.intake ? t.course.intake : '', told.certificate ? t.course.certificate : '']
        .filter(Boolean)
        .join(' '),
    },
    told.place !== null && { name: t.fact.stepFree, value: t.stepFree[course.stepFree] },
    { name: t.fact.provider, value: dutch(view, course.provider) },
    { name: t.fact.keeper, value: course.keeper === null ? t.municipality : dutch(view, course.keeper) },
    { name: t.fact.checked, value: day(view.lang, course.checkedOn) },
  ]
  return facts.filter((each) => each !== false)
}

/** The next meetings in words, for a list on paper. */
export const sessionsSaid = (view: View, { told }: Course, today: string, most: number): string =>
  told.sessions
    .filter(({ on, cancelled }) => on >= today && !cancelled)
    .slice(0, most)
    .map((each) => `${day(view.lang, each.on)} ${slotTyped(each)}`)
    .join(' · ')
