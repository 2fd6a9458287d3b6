/** How far an agreement is through time. */
import { expected } from '../../scoring/course.ts'
import { day } from '../../web/language.ts'
import { Section, Text } from '../../web/parts.tsx'
import { Table } from '../../web/table.tsx'
import type { View } from '../../web/view.ts'
import { figure, figured, targetText } from './figured.ts'
import { says } from './messages.ts'
import { Slope } from './parts.tsx'
import type { Pledge, Value } from './store.ts'

type Props = {
  readonly view: View
  readonly pledge: Pledge
  readonly values: readonly Value[]
  readonly today: string
}

/** The line of an agreement with its table: on each day what was seen, and what was expected by then. */
export function Line({ view, pledge, values, today }: Props) {
  const t = says(view.lang)
  const drawn = figured(view.lang, pledge, values)
  if (!drawn) return pledge.stands.hidden || pledge.terms.baseline === null ? <Text>{t.lineNone}</Text> : null
  const { baseline, steps, due } = pledge.terms
  const line = baseline === null ? undefined : { ...pledge.terms, baseline }
  const days = new Map<string, { seen: string; agreed: string }>()
  const put = (on: string, more: Partial<{ seen: string; agreed: string }>) =>
    days.set(on, { seen: '', agreed: '', ...days.get(on), ...more })
  if (baseline !== null) put(baseline.on, { seen: figure(view.lang, baseline) })
  for (const { on, value } of steps) put(on, { agreed: t.share(value) })
  for (const value of values) put(value.on, { seen: figure(view.lang, value) })
  if (line !== undefined && baseline!.on < today && today < due) put(today, {})
  put(due, { agreed: targetText(view.lang, pledge.terms) })
  const rows = [...days]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([on, { seen, agreed }]) => {
      const by = line === undefined || on === baseline!.on ? undefined : expected(line, on)
      return { key: on, cells: [day(view.lang, on), seen || '–', agreed || (by === undefined ? '–' : t.share(by))] }
    })
  return (
    <Section id="lijn" title={t.line} wide>
      <Slope id="helling" lang={view.lang} of={drawn} />
      <Text>
        {drawn.description} {t.lineKey}
        {pledge.stands.hidden && pledge.stands.now !== null ? ` ${t.still(pledge.stands.now.on)}` : ''}
        {drawn.few ? ` ${t.lineFew}` : ''}
      </Text>
      <Table
        id="punten"
        caption={t.tableCaption}
        stacked
        columns={[
          { head: t.column.on },
          { head: t.column.value, numeric: true },
          { head: t.column.expected, numeric: true },
        ]}
        rows={rows}
      />
    </Section>
  )
}

/** What the verifier said of one party, by function. */
