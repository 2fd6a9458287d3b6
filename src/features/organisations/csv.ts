/**
 * Reads a CSV file of organisations as people make them: UTF-8 or Windows-1252, comma or semicolon, with or without
 * BOM.
 */
import { parse } from 'csv-parse/sync'
import { decodeCsv } from '../../lib/csv.ts'
import { COLUMNS, type Column, type Refusal, type Row } from './rules.ts'

/**
 * Rows with the line each began on, and rows that could not be read at all. Throws a message in Dutch if there is no
 * usable heading.
 */
export function readOrganisationsCsv(bytes: Uint8Array): { rows: Row[]; refused: Refusal[] } {
  const text = decodeCsv(bytes)
  const heading = text.slice(0, text.indexOf('\n') === -1 ? undefined : text.indexOf('\n'))
  const delimiter = [';', ',', '\t'].toSorted((a, b) => heading.split(b).length - heading.split(a).length)[0]!
  let records: { record: string[]; info: { lines: number } }[]
  try {
    records = parse(text, {
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      info: true,
      trim: true,
    }) as unknown as typeof records
  } catch (error) {
    throw new Error(`Het bestand is geen leesbare CSV: ${(error as Error).message}`, { cause: error })
  }
  const [first, ...rest] = records
  const columns = (first?.record ?? []).map((name) => columnOf(name))
  if (!columns.includes('name')) {
    throw new Error(
      `De eerste regel noemt geen kolom "naam". Verwacht: ${Object.values(COLUMNS)
        .map(([word]) => word)
        .join('; ')}`,
    )
  }
  const rows: Row[] = []
  const refused: Refusal[] = []
  let line = (first?.info.lines ?? 1) + 1
  for (const { record, info } of rest) {
    // `lines` counts up to the end of the record; a quoted cell may span lines, so the record began one after the last.
    if (record.length > columns.length) {
      refused.push({
        line,
        name: record[columns.indexOf('name')] || null,
        reason: `de regel heeft ${record.length} kolommen; verwacht ${columns.length}`,
      })
    } else {
      const cells: Partial<Record<Column, string>> = {}
      columns.forEach((column, index) => {
        if (column) cells[column] = record[index] ?? ''
      })
      rows.push({ line, cells })
    }
    line = info.lines + 1
  }
  return { rows, refused }
}

function columnOf(heading: string): Column | undefined {
  const word = heading.trim().toLowerCase()
  return (Object.keys(COLUMNS) as Column[]).find((column) => (COLUMNS[column] as readonly string[]).includes(word))
}
