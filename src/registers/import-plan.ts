/** What reading a table into a register would do beside what stands there now. Pure. */
import { isDeepStrictEqual } from 'node:util'
import type { Entry, Field, Register, Value, Values } from '../model/register.ts'
import { dependentProblems } from './conditions.ts'
import { orderProblems, valuesFrom, type Read } from './reading.ts'
import { NUMBER } from '../vocabulary/register.ts'
import { asRead, cellOf } from './table.ts'
import type { Names } from './values.ts'

/** A row of the file: its number as a spreadsheet shows it, and the cells that it has a column for. */
export type FileRow = { readonly row: number; readonly cells: Readonly<Partial<Record<string, string>>> }
/** Why a row cannot be taken: in which column, what stood there, what was expected. */
export type Refused = {
  readonly row: number
  readonly name: string
  readonly column: string
  readonly was: string
  readonly why: string
}
export type Difference = { readonly label: string; readonly before: string; readonly after: string }
export type Added = { readonly row: number; readonly title: string; readonly values: Values }
export type Changed = {
  readonly row: number
  readonly entry: Entry
  readonly values: Values
  readonly differences: readonly Difference[]
}
export type Plan = {
  readonly added: readonly Added[]
  readonly changed: readonly Changed[]
  readonly unchanged: number
  readonly refused: readonly Refused[]
  /** Would change what somebody else changed since the trial run. */
  readonly meanwhile: readonly Changed[]
  /** Fields that were filled in and become empty. */
  readonly emptied: number
}

/** What the rows are held against. */
export type Known = {
  /** By number. */
  readonly entries: ReadonlyMap<number, Entry>
  /** Versions, by number, as they were at the trial run. */
  readonly seen: ReadonlyMap<number, number>
  /** What the links and files of the entries are called. */
  readonly names: Names
  /** What a cell of a link means. */
  readonly readLink: (field: Field, cell: string) => Read
}

const numberIn = (cell: string): number | undefined => (/^\d{1,9}$/.test(cell) ? Number(cell) : undefined)
/** The numbers that the rows name. */
export const numbersIn = (rows: readonly FileRow[]): readonly number[] =>
  rows.flatMap(({ cells }) => numberIn(cells[NUMBER] ?? '') ?? [])

/**
 * Every row is added, changed, unchanged, refused, or would change what somebody changed meanwhile. A column that the
 * file does not have leaves its field as it is; an empty cell empties it. A cell that says what stands there already
 * changes nothing, whatever a form would say of it today.
 */
export function planImport(register: Register, rows: readonly FileRow[], known: Known): Plan {
  const [added, changed, meanwhile, refused]: [Added[], Changed[], Changed[], Refused[]] = [[], [], [], []]
  let unchanged = 0
  const twins = Map.groupBy(rows, ({ cells }) => numberIn(cells[NUMBER] ?? ''))
  for (const row of rows) {
    const entry = entryOf(row, known, twins)
    if (typeof entry === 'string') {
      refused.push({ ...named(register, row), column: NUMBER, was: row.cells[NUMBER]!, why: entry })
      continue
    }
    const { values, problems, differences } = readRow(register, row, entry, known)
    if (problems.length > 0) refused.push(...problems)
    else if (entry === undefined) added.push({ row: row.row, title: named(register, row).name, values })
    else if (differences.length === 0) unchanged++
    else
      (known.seen.get(entry.no) === entry.version ? changed : meanwhile).push({
        row: row.row,
        entry,
        values,
        differences,
      })
  }
  const emptied = changed.flatMap(({ differences }) => differences).filter(({ after }) => after === '').length
  return { added, changed, unchanged, refused, meanwhile, emptied }
}

const titleOf = ({ fields }: Register): Field => fields.find(({ role }) => role === 'title')!
const named = (register: Register, { row, cells }: FileRow, entry?: Entry) => ({
  row,
  name: (cells[titleOf(register).id] || entry?.title || '').slice(0, 200),
})

/** The entry that a row is about, nothing when it is new, or why it is about none. */
function entryOf(
  { row, cells }: FileRow,
  { entries }: Known,
  twins: ReadonlyMap<number | undefined, readonly FileRow[]>,
): Entry | string | undefined {
  const cell = cells[NUMBER] ?? ''
  if (cell === '') return undefined
  const no = numberIn(cell)
  if (no === undefined) return 'Dit is geen nummer. Laat de cel leeg voor iets nieuws.'
  const entry = entries.get(no)
  if (!entry) return 'Dit nummer staat niet in het register. Laat de cel leeg voor iets nieuws.'
  const twin = twins.get(no)!.find((other) => other.row !== row)
  if (twin) return `Dit nummer staat ook op rij ${twin.row}. Laat één van de rijen staan.`
  if (entry.endedAt !== null) return 'Dit is beëindigd. Neem het eerst weer in gebruik.'
  return entry
}

/** What a row makes of an entry: its values, what is not right, and what differs from what stands there. */
function readRow(register: Register, row: FileRow, entry: Entry | undefined, { names, readLink }: Known) {
  const before: Values = entry?.values ?? {}
  const says = ({ id }: Field) => row.cells[id] ?? ''
  const fields = register.fields.filter(
    (field) =>
      entry === undefined ||
      (row.cells[field.id] !== undefined && says(field) !== asRead(cellOf(field, before[field.id], names))),
  )
  const links = Object.fromEntries(
    fields
      .filter((field) => says(field) !== '' && (field.kind === 'link' || field.kind === 'file'))
      .map((field) => [field.id, field.kind === 'file' ? NO_FILE : readLink(field, says(field))]),
  )
  const input = Object.fromEntries(fields.map((field) => [field.id, says(field)]))
  const read = valuesFrom({ ...register, fields }, input, links)
  const kept = Object.entries(before).filter(([id]) => !fields.some((field) => field.id === id))
  const values: Values = { ...Object.fromEntries(kept), ...read.values }
  // What the file does not speak of is no reason to refuse it.
  const dated = fields.some(({ role }) => role === 'begins' || role === 'ends')
  const changes = (id: string) => !isDeepStrictEqual(before[id], values[id])
  const asked = Object.entries(dependentProblems(register, values, read.problems)).filter(
    ([id]) => changes(id) || changes(register.fields.find((field) => field.id === id)!.requiredIf!.condition.field),
  )
  const wrong = { ...(dated ? orderProblems(register, values) : {}), ...Object.fromEntries(asked), ...read.problems }
  const label = (id: string) => register.fields.find((field) => field.id === id)!.label
  const problems = Object.entries(wrong).map(([id, why]): Refused => ({
    ...named(register, row, entry),
    column: label(id),
    was: row.cells[id] ?? '',
    why,
  }))
  const differences = fields
    .filter(({ id }) => !isDeepStrictEqual(before[id], values[id]))
    .map((field): Difference => ({
      label: field.label,
      before: cellOf(field, before[field.id], names),
      after: after(field, values[field.id], says(field), names),
    }))
  return { values, problems, differences }
}

const NO_FILE: Read = { problem: 'Een bestand voegt u toe op de pagina zelf. Laat deze cel zoals hij was.' }

/** A link is shown as it was written: what it is called stands there. */
const after = (field: Field, value: Value | undefined, cell: string, names: Names): string =>
  value !== undefined && field.kind === 'link' ? cell : cellOf(field, value, names)
