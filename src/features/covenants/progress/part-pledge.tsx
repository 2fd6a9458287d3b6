/** How a pledge went and who is behind: as a picture, and as tables that say the same. */
import type { PledgeTerms } from '../../../model/covenant.ts'
import { courseOn, expected } from '../../../scoring/course.ts'
import { CourseChart } from '../../../web/charts/course.tsx'
import { Day } from '../../../web/desk/day.tsx'
import { day } from '../../../web/language.ts'
import { Link, List, Section, Text } from '../../../web/parts.tsx'
import { Table } from '../../../web/table.tsx'
import { progressPlace } from './frame.tsx'
import { CourseBadge, figureWords, shareWords, wholeWords } from './parts.tsx'
import type { Kept } from './reckon.ts'
import { NOBODY, streetOf, termsFor } from './rules.ts'
import { untilWords } from './sums.ts'
import { type Followed, type Participation } from './terms-store.ts'
import { seriesOf } from './told.ts'

type Shown = {
  readonly covenant: Followed
  readonly pledge: PledgeTerms
  readonly kept: readonly Kept[]
  readonly participants: readonly Participation[]
  readonly steps: readonly { readonly title: string; readonly step: string }[]
  readonly today: string
}

/** The line through time from begin to target, and a table that says the same. */
export function Line({ pledge, kept, today }: Shown) {
  const series = seriesOf(kept)
  const known = series.flatMap(({ on, share }) => (share === undefined ? [] : [{ on, share }]))
  const { baseline } = pledge
  const promised = [
    ...(baseline.among === 0 ? [] : [{ on: baseline.on, share: baseline.count / baseline.among }]),
    ...pledge.steps.map(({ on, value }) => ({ on, share: value })),
    { on: pledge.due, share: pledge.target },
  ]
  return (
    <Section id="lijn" title="Van begin tot doel">
      <CourseChart
        id="koers"
        title={`${pledge.title}: wat is afgesproken en wat is gezien`}
        description="De streepjeslijn is wat is afgesproken. De stippen zijn wat is gezien. De tabel zegt hetzelfde."
        promised={promised}
        known={known}
        today={today}
        label={(on) => day('nl', on)}
      />
      {series.length === 0 ? (
        <Text>Er is nog niets gezien. De streepjeslijn is wat is afgesproken.</Text>
      ) : known.length < series.length ? (
        <Text>Van minder dan tien staat hier het aantal, en geen percentage.</Text>
      ) : null}
      <Table
        id="lijn-tabel"
        caption="Wat is gezien en wat toen werd verwacht"
        stacked
        columns={[{ head: 'Dag' }, { head: 'Gezien' }, { head: 'Niets bekend', numeric: true }, { head: 'Verwacht' }]}
        rows={series.toReversed().map((point) => ({
          key: point.on,
          cells: [
            <Day key="d" on={point.on} />,
            figureWords(point),
            point.unknown,
            shareWords(expected(pledge, point.on)),
          ],
        }))}
      />
    </Section>
  )
}

/** By when a party has it, where that is later than was agreed. */
const moreTime = (pledge: PledgeTerms, extendedUntil: string | null | undefined): string => {
  const { due } = termsFor(pledge, extendedUntil)
  return `${day('nl', due)}${due === pledge.due ? '' : ' (meer tijd)'}`
}

/** Who is behind first, with the first step; who paused apart. Of a street: how many doors, and the way to each. */
export function Behind(props: Shown) {
  return streetOf(props.pledge) === undefined ? <BehindParties {...props} /> : <BehindDoors {...props} />
}

function BehindDoors({ covenant, pledge, kept, steps }: Shown) {
  const now = kept.find(({ whole, to }) => whole && to === null)
  return (
    <Section id="achter" title="Wat achterblijft, en de eerste stap">
      <FirstSteps steps={steps} />
      <Text>
        {now === undefined
          ? `In ${streetOf(pledge)} is nog niets geteld.`
          : `In ${streetOf(pledge)} voldoen ${now.count} ${pledge.unitWords}, ${now.among - now.count} niet. ` +
            `Van ${now.unknown} is niets bekend.`}
      </Text>
      <Text>
        Hier telt de hele straat, ook wie niet meedoet. Daarom staat er geen naam bij.{' '}
        <Link to={`${progressPlace(covenant, pledge)}/partij/${NOBODY}`}>Alles wat in de straat is gezien</Link>
      </Text>
    </Section>
  )
}

const FirstSteps = ({ steps }: Pick<Shown, 'steps'>) =>
  steps.length === 0 ? null : (
    <List items={steps.map(({ title, step }) => ({ key: title, body: `${title}: ${step}` }))} />
  )

function BehindParties({ covenant, pledge, kept, participants, steps, today }: Shown) {
  const place = progressPlace(covenant, pledge)
  const rows = kept.flatMap((row) => {
    if (row.whole || row.to !== null || row.standing === 'left') return []
    const party = participants.find((each) => each.party === row.organisation)
    return [
      {
        row,
        name: party?.name ?? 'de gemeente',
        course: courseOn(termsFor(pledge, party?.extendedUntil), row, today),
        party,
      },
    ]
  })
  const paused = rows.filter(({ row }) => row.standing === 'paused')
  const order = ['at-risk', 'not-measured', 'on-course', 'not-begun']
  const counted = rows
    .filter(({ row }) => row.standing !== 'paused')
    .sort((a, b) => order.indexOf(a.course) - order.indexOf(b.course) || a.name.localeCompare(b.name, 'nl'))
  const line = (each: (typeof rows)[number]) => ({
    key: each.row.organisation,
    cells: [
      <Link key="n" to={`${place}/partij/${each.row.organisation}`}>
        {each.name}
      </Link>,
      <CourseBadge key="c" course={each.course} />,
      wholeWords(each.row),
      each.row.standing === 'suspended' ? 'geschorst' : untilWords(each.row.until),
      moreTime(pledge, each.party?.extendedUntil),
    ],
  })
  const columns = [{ head: 'Partij' }, { head: 'Stand' }, { head: 'Nu' }, { head: 'Geldt' }, { head: 'Doel op' }]
  return (
    <Section id="achter" title="Wie achterblijft, en de eerste stap">
      <FirstSteps steps={steps} />
      {counted.length === 0 ? (
        <Text>Er doet nog niemand mee.</Text>
      ) : (
        <Table
          id="partijen"
          caption="Wie achterblijft staat bovenaan"
          stacked
          columns={columns}
          rows={counted.map(line)}
        />
      )}
      {paused.length === 0 ? null : (
        <Table
          id="gepauzeerd"
          caption="Gepauzeerd: telt nu niet mee"
          stacked
          columns={columns}
          rows={paused.map(line)}
        />
      )}
    </Section>
  )
}
