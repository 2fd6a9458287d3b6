/** The record of processings as a document to read (PDF, ODT) and as a table (CSV). */
import { BOM, line } from '../../lib/csv-write.ts'
import type { DocumentField, DocumentSection, Paper } from '../../model/document.ts'
import { LAW_LISTS, LAW_POINTS } from '../../vocabulary/avg.ts'
import { pointName } from '../../registers/points.ts'
import { day, moment, number } from '../../web/language.ts'
import { emptyAt, missingIn, type Recorded } from './record.ts'
import type { Record30 } from './store.ts'

/** The municipality, and the day of today. */
export type Told = { readonly city: string; readonly today: string }

/** Who can be reached about it: the municipality, and the officers that the processings name. */
export const fgOf = ({ all }: Pick<Record30, 'all'>): readonly string[] => [
  ...new Set(all.flatMap(({ points }) => points.find(({ point }) => point.id === 'fg')?.lines ?? [])),
]

/** `Kenmerk 1a2b3c4d`, with since when it stands so. */
export const versionOf = ({ changedAt, mark }: Pick<Record30, 'changedAt' | 'mark'>): string =>
  `Kenmerk ${mark}${changedAt === null ? '' : `, laatst gewijzigd op ${moment('nl', changedAt)}`}`

const text = (words: string) => ({ kind: 'text', text: words }) as const

function fieldOf(one: Recorded): DocumentField {
  const rows = one.points.map((each) => [
    pointName(each.point),
    each.lines.length === 0 ? emptyAt(each) : each.lines.join('\n'),
  ])
  const further = one.further.map(({ label, lines }) => [label, lines.join('\n')])
  return {
    id: one.id,
    title: `${one.no}. ${one.title}`,
    omitted: null,
    blocks: [
      { kind: 'table', caption: LAW_LISTS[one.list], head: ['Punt', 'Wat er staat'], rows },
      ...(further.length === 0
        ? []
        : ([{ kind: 'table', caption: 'Verder', head: ['Onderwerp', 'Wat er staat'], rows: further }] as const)),
    ],
  }
}

/** Both parts of the law, each in the order of who is responsible. */
function sectionsOf(all: readonly Recorded[]): readonly DocumentSection[] {
  const parts = Map.groupBy(
    all.toSorted((a, b) => a.list.localeCompare(b.list) || a.under.localeCompare(b.under, 'nl') || a.no - b.no),
    ({ list, under }) => `${list === 'avg-30-1' ? 'Verantwoordelijke' : 'In opdracht van'}: ${under}`,
  )
  return [...parts].map(([title, some], at) => ({ id: `deel-${at}`, title, fields: some.map(fieldOf) }))
}

const countOf = (count: number): string => (count === 1 ? '1 verwerking' : `${number('nl', count)} verwerkingen`)

/** The whole record to read. */
export function paperOfRecord(record: Record30, { city, today }: Told): Paper {
  const { all, contact } = record
  const open = all.filter(({ missing }) => missing.length > 0)
  const about: readonly (readonly [title: string, words: string])[] = [
    ['Gemeente', [city, contact.phone, contact.email].filter((part) => part !== '').join('\n')],
    ['Functionaris gegevensbescherming', fgOf(record).join('\n') || 'Ontbreekt.'],
    ['Datum en versie', `Stand op ${day('nl', today)}. ${versionOf(record)}.`],
    [
      'Wat erin staat',
      `${countOf(all.length)}, waarvan ${number('nl', all.filter(({ list }) => list === 'avg-30-2').length)} ` +
        `in opdracht van een ander. Wat is beëindigd, staat er niet in.`,
    ],
  ]
  const missing: DocumentField = {
    id: 'ontbreekt',
    title: 'Wat nog ontbreekt',
    omitted: null,
    blocks:
      open.length === 0
        ? [text('Bij elke verwerking is elk punt ingevuld.')]
        : [{ kind: 'list', items: open.map((one) => `${one.no}. ${one.title}: ${missingIn(one)}`) }],
  }
  return {
    name: `Register van verwerkingen, ${city}, ${today}`,
    above: `${city}, stand op ${day('nl', today)}`,
    title: 'Register van verwerkingen van persoonsgegevens',
    below: `Op grond van de AVG, artikel 30. ${versionOf(record)}.`,
    sections: [
      {
        id: 'over',
        title: 'Over dit register',
        fields: [
          ...about.map(([title, words], at) => ({
            id: `over-${at}`,
            title,
            blocks: words.split('\n').map(text),
            omitted: null,
          })),
          missing,
        ],
      },
      ...sectionsOf(all),
    ],
  }
}

const POINTS = [
  ...LAW_POINTS['avg-30-1'].map((point) => ({ list: 'avg-30-1', point }) as const),
  // What both lists ask stands in one column.
  ...LAW_POINTS['avg-30-2']
    .filter(({ id }) => !LAW_POINTS['avg-30-1'].some((point) => point.id === id))
    .map((point) => ({ list: 'avg-30-2', point }) as const),
]

/** The whole record as a table: a line for each processing, a column for each point. */
export function* csvOfRecord(record: Record30, { city, today }: Told): Generator<string> {
  const labels = [...new Set(record.all.flatMap(({ further }) => further.map(({ label }) => label)))]
  yield (
    BOM +
    line([
      'Nummer',
      'Verwerking',
      'Grondslag van dit register',
      ...POINTS.map(({ list, point }) => `${LAW_LISTS[list]} ${pointName(point)}`),
      'Wat ontbreekt',
      ...labels,
      'Gemeente',
      'Stand op',
      'Kenmerk',
    ])
  )
  for (const one of record.all)
    yield line([
      one.no,
      one.title,
      LAW_LISTS[one.list],
      ...POINTS.map(({ point }) => one.points.find((each) => each.point.id === point.id)?.lines.join('\n') ?? ''),
      missingIn(one),
      ...labels.map((label) => one.further.find((each) => each.label === label)?.lines.join('\n') ?? ''),
      city,
      today,
      record.mark,
    ])
}
