/** What a row of a file with findings says, or why it cannot be read. Pure. */
import { isDate } from '../../lib/iso-date.ts'
import type { Noted } from '../../model/finding.ts'
import type { Catalogue, Criterion } from '../../model/norm.ts'
import type { SubjectKind } from '../../model/subject.ts'
import { lastDayOf } from '../../scoring/counting.ts'
import { NOTED_SOURCES, STRENGTH_WORDS, SUBJECT_WORDS, VERDICT_WORDS } from '../../vocabulary/finding.ts'

/** The columns of a file, with the headings each may have. */
export const HEADINGS = {
  criterium: ['criterium', 'norm'],
  soort: ['soort', 'soort onderwerp'],
  waarover: ['waarover', 'onderwerp'],
  oordeel: ['oordeel'],
  gezien_op: ['gezien op', 'datum'],
  gezien_door: ['gezien door', 'wie'],
  herkomst: ['herkomst', 'bron'],
  sterkte: ['sterkte'],
  toelichting: ['toelichting', 'wat is gezien'],
} as const
export type Column = keyof typeof HEADINGS
export type Cells = Readonly<Partial<Record<Column, string>>>

/** A row as it was understood, but for what it is about: that is looked up. */
export type Read = Omit<Noted, 'id' | 'about' | 'reason' | 'seen'> & {
  readonly kind: SubjectKind
  readonly called: string
}

/** Characters of what somebody saw, and of who saw it. */
export const [MOST_SAID, MOST_BY] = [1_000, 200]

const wordIn = <T extends Readonly<Record<string, unknown>>>(words: T, text: string): T[keyof T] | undefined => {
  const found = Object.keys(words).find(
    (word) => word === text.toLowerCase().replaceAll('-', ' ') || word === text.toLowerCase(),
  )
  return found === undefined ? undefined : (words[found] as T[keyof T])
}
const known = (words: Readonly<Record<string, unknown>>): string => Object.keys(words).join(', ')

/** The criterion by its code; of a norm with one criterion the code of the norm will do. */
function criterionIn({ norms }: Catalogue, code: string): Criterion | undefined {
  const all = norms.flatMap(({ criteria }) => criteria)
  const norm = norms.find(({ id }) => id.toLowerCase() === code.toLowerCase())
  return (
    all.find(({ id }) => id.toLowerCase() === code.toLowerCase()) ??
    (norm?.criteria.length === 1 ? norm.criteria[0] : undefined)
  )
}

/** What is wrong with a row, and in which column. */
export type Wrong = { readonly at: Column; readonly why: string }

/** What the row says; or a sentence that says what is wrong with it. `today`: YYYY-MM-DD. */
export function readRow(cells: Cells, catalogue: Catalogue, today: string): Read | Wrong {
  const cell = (column: Column) => (cells[column] ?? '').trim()
  const wrong = (column: Column, why: string): Wrong => ({ at: column, why })
  const unknown = (column: Column, words: Readonly<Record<string, unknown>>) =>
    wrong(column, `${NAMES[column]} “${cell(column).slice(0, 60)}” kennen wij niet. Kies uit: ${known(words)}.`)
  const criterion = criterionIn(catalogue, cell('criterium'))
  if (!criterion) {
    const code = cell('criterium').slice(0, 60)
    return wrong('criterium', `Het criterium “${code}” is er niet. Schrijf de hele code, zoals VEI-11.hsts.`)
  }
  const kind = wordIn(SUBJECT_WORDS, cell('soort'))
  if (!kind) return unknown('soort', SUBJECT_WORDS)
  if (!criterion.subjects.includes(kind))
    return wrong('soort', `Het criterium ${criterion.id} gaat niet over deze soort.`)
  if (cell('waarover') === '') return wrong('waarover', 'Er staat niet waarover dit gaat.')
  const verdict = wordIn(VERDICT_WORDS, cell('oordeel'))
  if (!verdict) return unknown('oordeel', VERDICT_WORDS)
  const source = wordIn(NOTED_SOURCES, cell('herkomst'))
  if (!source) return unknown('herkomst', NOTED_SOURCES)
  const firm = cell('sterkte') === '' ? source.strength : wordIn(STRENGTH_WORDS, cell('sterkte'))
  if (!firm) return unknown('sterkte', STRENGTH_WORDS)
  const at = dateIn(cell('gezien_op'))
  if (!at) return wrong('gezien_op', `“${cell('gezien_op').slice(0, 40)}” is geen datum. Schrijf die als 31-12-2026.`)
  if (at > today) return wrong('gezien_op', 'De datum waarop het gezien is, ligt in de toekomst.')
  const seenBy = cell('gezien_door')
  if (seenBy === '') return wrong('gezien_door', 'Er staat niet wie het zag. Noem een functie, een bureau of een naam.')
  if (seenBy.length > MOST_BY) return wrong('gezien_door', `Wie het zag, is langer dan ${MOST_BY} tekens.`)
  const said = cell('toelichting')
  if (said.length > MOST_SAID) return wrong('toelichting', `De toelichting is langer dan ${MOST_SAID} tekens.`)
  const { reviewMonths } = catalogue.norms.find(({ id }) => id === criterion.norm)!
  return {
    kind,
    called: cell('waarover'),
    norm: criterion.norm,
    criterion: criterion.id,
    verdict,
    source: source.source,
    strength: firm,
    at,
    seenBy,
    said,
    until: lastDayOf(at, reviewMonths),
  }
}

const NAMES: Readonly<Partial<Record<Column, string>>> = {
  soort: 'De soort',
  oordeel: 'Het oordeel',
  herkomst: 'De herkomst',
  sterkte: 'De sterkte',
}

/** `31-12-2026` or `2026-12-31`. */
function dateIn(text: string): string | undefined {
  const [, day, month, year] = /^(\d{1,2})[-/](\d{1,2})[-/](\d{4})$/.exec(text) ?? []
  const iso = year === undefined ? text : `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`
  return isDate(iso) ? iso : undefined
}
