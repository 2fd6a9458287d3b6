/** Reads a file of regulations: what each row says, and what of it is not right. */
import type { Cells, Columns, CsvRow, Table } from '../../lib/csv.ts'
import { readTableBeside } from '../../lib/csv-beside.ts'
import { plainLine } from '../../lib/clean.ts'
import { isDate } from '../../lib/iso-date.ts'
import type { Regulation } from '../../model/regulation.ts'

type Column = 'title' | 'work' | 'kind' | 'department' | 'inForceOn' | 'outOfForceOn' | 'url'

const words = (text: string): readonly string[] => text.trim().split(/\s+/)
/** Also the headings of the file that the public site gives out. */
const COLUMNS: Columns<Column> = {
  title: words('titel title citeertitel regeling naam-regeling titel-regeling officiële-titel'),
  work: words('cvdr-nummer cvdr cvdr-id identificatie werk identifier nummer'),
  kind: words('soort type soort-regeling kind'),
  department: words('afdeling team organisatieonderdeel department'),
  inForceOn: words(
    'inwerkingtreding in-werking-op inwerkingtredingsdatum datum-inwerkingtreding in-werking geldig-vanaf',
  ),
  outOfForceOn: words('uitwerkingtreding uit-werking-op uitwerkingtredingsdatum datum-uitwerkingtreding geldig-tot'),
  url: words('webadres url adres link website vindplaats'),
}

/**
 * A regulation from a file, with the fields that the file has a column for: what it tells to be empty becomes empty.
 */
export type Told = Regulation & { readonly told: ReadonlySet<keyof Regulation> }
export type Refused = { readonly line: number; readonly why: string }

/** Of the largest municipality the national register has some two thousand. */
const MOST = 10_000

/** Its rows. Throws NoList, with a message in Dutch, for a file without titles or with too many; Busy for later. */
export const readRegulationsCsv = (bytes: Uint8Array): Promise<Table<Column>> =>
  readTableBeside(bytes, COLUMNS, { needed: 'title', most: MOST })

const DATE = /^(\d{4})-(\d{2})-(\d{2})$|^(\d{1,2})-(\d{1,2})-(\d{4})$/

/** An ISO date from `2026-01-31` or `31-1-2026`; undefined when it is neither. */
export function dateOf(text: string): string | undefined {
  const found = DATE.exec(text.trim())
  if (!found) return undefined
  const date = found[1]
    ? `${found[1]}-${found[2]}-${found[3]}`
    : `${found[6]}-${found[5]!.padStart(2, '0')}-${found[4]!.padStart(2, '0')}`
  return isDate(date) ? date : undefined
}

/** Regulations from the rows of a file; a row that is not right is told with its line and reason, the others go on. */
export function regulationsOf(rows: readonly CsvRow<Column>[]): {
  readonly regulations: Told[]
  readonly refused: Refused[]
} {
  const regulations: Told[] = []
  const refused: Refused[] = []
  for (const { line, cells } of rows) {
    const read = regulationOf(cells)
    if (typeof read === 'string') refused.push({ line, why: read })
    else regulations.push(read)
  }
  return { regulations, refused }
}

function regulationOf(cells: Cells<Column>): Told | string {
  const text = (column: Column) => plainLine(cells[column] ?? '')
  const [title, number, from, until, url] = [
    text('title'),
    text('work'),
    text('inForceOn'),
    text('outOfForceOn'),
    text('url'),
  ]
  const [kind, department] = [text('kind'), text('department')]
  const [, work, version] = /^(CVDR\d{1,9})(?:_(\d{1,4}))?$/i.exec(number) ?? []
  if (title === '') return 'de titel ontbreekt'
  if (title.length > 500) return 'de titel is langer dan 500 tekens'
  if (kind.length > 200) return 'de soort is langer dan 200 tekens'
  if (department.length > 200) return 'de afdeling is langer dan 200 tekens'
  if (url.length > 2_000) return 'het webadres is langer dan 2.000 tekens'
  // A regulation without a number is known by its title; that is how our own file tells it.
  if (number !== '' && !work && number !== title.toLowerCase()) return `"${number.slice(0, 40)}" is geen CVDR-nummer`
  if (from !== '' && !dateOf(from)) return `"${from.slice(0, 40)}" is geen datum`
  if (until !== '' && !dateOf(until)) return `"${until.slice(0, 40)}" is geen datum`
  if (url !== '' && !/^https?:\/\/[^\s<>"]+$/.test(url)) return `"${url.slice(0, 40)}" is geen webadres`
  const fields = ['kind', 'department', 'url', 'inForceOn', 'outOfForceOn'] as const
  return {
    work: work?.toUpperCase() ?? title.toLowerCase(),
    version: version ?? '',
    title,
    kind,
    department,
    url: url || null,
    subjects: [],
    issuedOn: null,
    modifiedOn: null,
    inForceOn: from === '' ? null : dateOf(from)!,
    outOfForceOn: until === '' ? null : dateOf(until)!,
    told: new Set(fields.filter((field) => cells[field] !== undefined)),
  }
}
