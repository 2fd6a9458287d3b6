/** How a pledge went: as a picture, and as a table that says the same. */
import type { PledgeTerms } from '../../../model/covenant.ts'
import { expected } from '../../../scoring/course.ts'
import { CourseChart } from '../../../web/charts/course.tsx'
import { Day } from '../../../web/desk/day.tsx'
import { day } from '../../../web/language.ts'
import { Section, Text } from '../../../web/parts.tsx'
import { Table } from '../../../web/table.tsx'
import { figureWords, shareWords } from './parts.tsx'
import type { Kept } from './reckon.ts'
import { seriesOf } from './told.ts'

type Shown = { readonly pledge: PledgeTerms; readonly kept: readonly Kept[]; readonly today: string }

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
  const days = new Set([...series, ...promised].map(({ on }) => on))
  return (
    <Section id="lijn" title="Van begin tot doel">
      <CourseChart
        id="koers"
        title={`${pledge.title}: wat is afgesproken en wat is gezien`}
        signs={{ promised: 'Wat is afgesproken.', known: 'Wat is gezien.' }}
        promised={promised}
        known={known}
        today={today}
        label={(on) => day('nl', on)}
      />
      {series.length === 0 ? (
        <Text>Er is nog niets gezien.</Text>
      ) : known.length < series.length ? (
        <Text>Van minder dan tien staat hier het aantal, en geen percentage.</Text>
      ) : null}
      <Table
        id="lijn-tabel"
        caption="Per dag: wat is gezien en wat is verwacht"
        stacked
        columns={[{ head: 'Dag' }, { head: 'Gezien' }, { head: 'Niets bekend', numeric: true }, { head: 'Verwacht' }]}
        rows={[...days]
          .toSorted()
          .toReversed()
          .map((on) => {
            const point = series.find((each) => each.on === on) ?? (on === baseline.on ? baseline : undefined)
            return {
              key: on,
              cells: [
                <Day key="d" on={on} />,
                point ? figureWords(point) : on > today ? 'nog niet' : 'niets',
                point?.unknown ?? '',
                shareWords(expected(pledge, on)),
              ],
            }
          })}
      />
    </Section>
  )
}
