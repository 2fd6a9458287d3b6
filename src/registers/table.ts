/** A register as a table, one format both ways: `nummer`, and a column for each field. Pure. */
import { plain, plainLine } from '../lib/clean.ts'
import { wordOf, type Columns } from '../lib/csv.ts'
import type { OdsCell } from '../lib/ods-write.ts'
import type { Entry, Field, Register, Value } from '../model/register.ts'
import { NUMBER } from '../vocabulary/register.ts'
import { readField } from './reading.ts'
import { textOf, typed, type Names } from './values.ts'

/**
 * The headings that each column may have, the one that we write first; by the id of its field, and `nummer`. An id
 * always means its field; a label does where no other could be meant.
 */
export function headingsOf({ fields }: Register): Columns<string> {
  const ids = new Set([NUMBER, ...fields.map(({ id }) => id)].map(wordOf))
  const labels = Map.groupBy(fields, ({ label }) => wordOf(label))
  return Object.fromEntries([
    [NUMBER, [NUMBER]],
    ...fields.map(({ id, label }): [string, readonly string[]] => {
      const word = wordOf(label)
      const clear = word !== '' && labels.get(word)!.length === 1 && (word === wordOf(id) || !ids.has(word))
      return [id, clear ? [plainLine(label), id] : [id]]
    }),
  ])
}

/** What is written in a cell: reading it gives the same value. Answers by their label, where that says which. */
export function cellOf(field: Field, value: Value | undefined, names: Names): string {
  if (value === undefined) return ''
  if (field.kind === 'choice') return wordFor(field, value as string)
  if (field.kind === 'choices') return (value as readonly string[]).map((id) => wordFor(field, id)).join('; ')
  return textOf(typed(field, value, names))
}

function wordFor(field: Field, id: string): string {
  const label = field.options.find((option) => option.id === id)?.label ?? id
  // Between answers stands a semicolon or a line end.
  return !/[;\n]/.test(label) && readField({ ...field, kind: 'choice' }, label).value === id ? label : id
}

/** A cell as a file gives it back: without what nobody sees, and with one kind of line end. */
export const asRead = (cell: string): string => plain(cell.replaceAll(/\r\n?/g, '\n')).trim()

/** The heading of the table, and its rows; a number is a number, so that a spreadsheet can add it up. */
export function tableOf(
  register: Register,
  entries: readonly Pick<Entry, 'no' | 'values'>[],
  names: Names,
): { readonly head: readonly string[]; readonly rows: readonly (readonly OdsCell[])[] } {
  const cell = (field: Field, value: Value | undefined): OdsCell =>
    typeof value === 'number' ? value : cellOf(field, value, names)
  return {
    head: Object.values<readonly string[]>(headingsOf(register)).map(([heading]) => heading!),
    rows: entries.map(({ no, values }) => [no, ...register.fields.map((field) => cell(field, values[field.id]))]),
  }
}

/** The same cell in a CSV file: a number as people here write it. */
export const csvCell = (cell: OdsCell): string => (typeof cell === 'number' ? String(cell).replace('.', ',') : cell)
