/** Reads places and courses from a sheet: a column for each field of the form, and one that says which of the two. */
import { readTableBeside } from '../../lib/csv-beside.ts'
import type { Cells, Columns } from '../../lib/csv.ts'
import { line, type Cell } from '../../lib/csv-write.ts'
import { UUID } from '../../lib/uuid.ts'
import { HELP_WORDS } from '../../vocabulary/help.ts'
import { languageName } from '../../web/language.ts'
import { courseTyped, placeTyped, type TypedCourse, type TypedPlace } from './fields.ts'
import {
  codeOf,
  DEFAULTS,
  languageCode,
  MOST_ROWS,
  subjectCode,
  type Fields,
  type ImportRow,
  type ReadFile,
} from './import-rows.ts'
import type { Course, Place } from './store.ts'

const COLUMNS = {
  what: ['soort', 'type'],
  name: ['naam', 'titel', 'naam plek', 'naam cursus'],
  id: ['id'],
  key: ['sleutel', 'nummer', 'kenmerk'],
  aanbieder: ['aanbieder', 'organisatie'],
  kind: ['soort plek'],
  straat: ['straat', 'adres', 'straat en huisnummer'],
  postcode: ['postcode'],
  plaats: ['plaats', 'woonplaats'],
  wijk: ['wijk'],
  punt: ['punt'],
  route: ['route'],
  drempelvrij: ['drempelvrij'],
  toegang: ['toegang'],
  plek: ['plek', 'locatie'],
  zaal: ['zaal'],
  thuis: ['thuis', 'online'],
  onderwerp: ['onderwerpen', 'onderwerp'],
  taal: ['talen', 'taal'],
  voor_wie: ['voor wie', 'doelgroep'],
  niveau: ['niveau'],
  eerste: ['eerste dag', 'begin'],
  laatste: ['laatste dag', 'einde'],
  plaatsen: ['aantal plaatsen', 'plaatsen'],
  per_helper: ['per begeleider'],
  inschrijven: ['inschrijven'],
  apparaat: ['apparaat'],
  gesprek: ['gesprek vooraf'],
  bewijs: ['bewijs van deelname'],
  telefoon: ['telefoon', 'telefoonnummer'],
  website: ['website', 'webadres'],
  over: ['uitleg', 'omschrijving'],
  melding: ['deze week'],
  kosten: ['kosten', 'prijs'],
  ma: ['maandag'],
  di: ['dinsdag'],
  wo: ['woensdag'],
  do: ['donderdag'],
  vr: ['vrijdag'],
  za: ['zaterdag'],
  zo: ['zondag'],
  dicht: ['dicht', 'gesloten'],
  extra: ['extra'],
} as const satisfies Columns<string>
type Column = keyof typeof COLUMNS

const several = (cell: string): readonly string[] =>
  cell
    .split(/[,;|\n]/)
    .map((each) => each.trim())
    .filter(Boolean)
/** `2-12-2026` as a form has it; what is no day stays, so that the message is about it. */
const dayOf = (cell: string): string => {
  const [, day = '', month = '', year = ''] = /^(\d{1,2})-(\d{1,2})-(\d{4})$/.exec(cell) ?? []
  return day === '' ? cell : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

type ReadCell = (cell: string) => string | readonly string[]
const asLines: ReadCell = (cell) => cell.replaceAll(';', '\n')
const yes: ReadCell = (cell) => (/^(ja|j|x)$/i.test(cell) ? ['ja'] : [])
const wordOf =
  (words: Readonly<Record<string, string>>, otherwise: string): ReadCell =>
  (cell) =>
    codeOf(words, cell) || otherwise
/** Cells that are words of ours, by the name of their field; all others are as they stand there. */
const READ: Readonly<Record<ImportRow['kind'], Readonly<Record<string, ReadCell>>>> = {
  place: {
    soort: wordOf(HELP_WORDS.kind, 'other'),
    drempelvrij: wordOf(HELP_WORDS.stepFree, 'unknown'),
    toegang: (cell) => several(cell).map((each) => codeOf(HELP_WORDS.access, each)),
    onderwerp: (cell) => several(cell).map(subjectCode),
    taal: (cell) => (cell === '' ? DEFAULTS.place.taal : several(cell).map(languageCode)),
    dicht: asLines,
    extra: asLines,
  },
  course: {
    onderwerp: (cell) => subjectCode(several(cell)[0] ?? 'basics'),
    taal: (cell) => languageCode(several(cell)[0] ?? 'nl'),
    niveau: wordOf(HELP_WORDS.level, 'any'),
    inschrijven: wordOf(HELP_WORDS.signUp, 'phone'),
    apparaat: wordOf(HELP_WORDS.device, 'either'),
    plaatsen: (cell) => cell || DEFAULTS.course.plaatsen,
    gesprek: yes,
    bewijs: yes,
    eerste: dayOf,
    laatste: dayOf,
    dicht: asLines,
    extra: asLines,
  },
}

/** What the file says: of a column that is not there, it says nothing. */
function fieldsOf(kind: ImportRow['kind'], cells: Cells<Column>): Fields {
  const names: Readonly<Record<string, string>> =
    kind === 'place' ? { name: 'naam', kind: 'soort' } : { name: 'titel', kind: '' }
  return Object.fromEntries(
    Object.entries(cells).flatMap(([column, said]) => {
      const name = ['what', 'id', 'key', 'plek'].includes(column) ? '' : (names[column] ?? column)
      const cell = (name === 'laatste' && said === '' ? cells.eerste : said)?.trim()
      return name === '' || cell === undefined ? [] : [[name, READ[kind][name]?.(cell) ?? cell]]
    }),
  )
}

/** Columns that a trial names at most. */
const MOST_IGNORED = 30

/** What a row is of; where the file does not say, a place. */
const WHAT = /^(?:plek|cursus|)$/i

/** Its rows. Throws NoList for a file without names, and Busy for later. */
export async function readHelpCsv(bytes: Uint8Array): Promise<ReadFile> {
  const table = await readTableBeside<Column>(bytes, COLUMNS, { needed: 'name', most: MOST_ROWS, sheet: true })
  const filled = table.rows.filter(({ cells }) => Object.values(cells).some((cell) => cell !== ''))
  const isKnown = ({ cells }: (typeof filled)[number]) => WHAT.test((cells.what ?? '').trim())
  return {
    rows: filled.filter(isKnown).map(({ line: at, cells }) => {
      const kind = /^cursus$/i.test((cells.what ?? '').trim()) ? 'course' : 'place'
      const id = (cells.id ?? '').trim().toLowerCase()
      return {
        line: at,
        kind,
        name: (cells.name ?? '').slice(0, 200),
        id: UUID.test(id) ? id : '',
        key: (cells.key ?? '').trim().slice(0, 80),
        ...(cells.plek !== undefined && { place: cells.plek.trim() }),
        fields: fieldsOf(kind, cells),
        otherwise: { laatste: dayOf(cells.eerste ?? '') },
        checked: '',
        gone: '',
      }
    }),
    ignored: table.ignored.slice(0, MOST_IGNORED).map((head) => head.slice(0, 60)),
    unread: [
      ...table.refused.map(({ line: at, name, reason }) => ({ line: at, name: name ?? '', why: reason })),
      ...filled
        .filter((row) => !isKnown(row))
        .map(({ line: at, cells }) => ({
          line: at,
          name: (cells.name ?? '').slice(0, 200),
          why: `soort: “${cells.what!.trim().slice(0, 40)}” kennen wij niet. Schrijf plek of cursus.`,
        })),
    ],
  }
}

const joined = (words: Readonly<Record<string, string>>, codes: readonly string[]): string =>
  codes.map((code) => words[code] ?? code).join(', ')

/** A row of the file that is given out, in the order of the columns: it can be read in again as it is. */
export function csvLine(row: { readonly place: Place } | { readonly course: Course; readonly at: string }): string {
  const isPlace = 'place' in row
  const typed: Partial<TypedPlace & TypedCourse> = isPlace
    ? (placeTyped(row.place) as Partial<TypedPlace & TypedCourse>)
    : (courseTyped(row.course) as Partial<TypedPlace & TypedCourse>)
  const values = typed as Readonly<Record<string, string | readonly string[] | undefined>>
  const list = (name: string): readonly string[] => [values[name] ?? []].flat()
  const [entry, name] = isPlace ? [row.place, row.place.name] : [row.course, row.course.title]
  const told: Readonly<Record<string, Cell>> = {
    what: isPlace ? 'plek' : 'cursus',
    name,
    id: entry.id,
    key: entry.key,
    kind: isPlace ? HELP_WORDS.kind[row.place.kind] : '',
    drempelvrij: isPlace ? HELP_WORDS.stepFree[row.place.step_free] : '',
    toegang: joined(HELP_WORDS.access, list('toegang')),
    plek: isPlace ? '' : row.at,
    onderwerp: joined(HELP_WORDS.subject, list('onderwerp')),
    taal: list('taal')
      .map((code) => languageName('nl', code))
      .join(', '),
    niveau: joined(HELP_WORDS.level, list('niveau')),
    inschrijven: joined(HELP_WORDS.signUp, list('inschrijven')),
    apparaat: joined(HELP_WORDS.device, list('apparaat')),
    gesprek: list('gesprek').join(),
    bewijs: list('bewijs').join(),
    dicht: String(values['dicht'] ?? '').replaceAll('\n', '; '),
    extra: String(values['extra'] ?? '').replaceAll('\n', '; '),
  }
  return line(Object.keys(COLUMNS).map((column) => (column in told ? told[column] : String(values[column] ?? ''))))
}
/** The heads of its columns. */
export const csvHead = (): string => line(Object.values(COLUMNS).map(([head]) => head))

/** What each field of the forms is called in the file: what is not right is said of a column that stands there. */
export const HEADS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(COLUMNS).map(([column, [head]]) => [column, head])),
  naam: COLUMNS.name[0],
  titel: COLUMNS.name[0],
  soort: COLUMNS.kind[0],
}
/** What a new entry cannot do without, beside its name; what else may be left out is filled in. */
export const NEEDED = {
  plek: ['aanbieder', 'straat', 'postcode', 'plaats', 'onderwerp'].map((field) => HEADS[field]!),
  cursus: ['aanbieder', 'eerste']
    .map((field) => HEADS[field]!)
    .concat('plek of thuis', 'een dag, zoals maandag', 'telefoon of inschrijven'),
} as const
/** All columns that a file may have. */
export const ALL_HEADS: readonly string[] = Object.values(COLUMNS).map(([head]) => head)
