/** Reads CSV as people make it: UTF-8 or Windows-1252, comma or semicolon, with the line of each row. */
import { parse } from 'csv-parse/sync'

export type CsvRow = { readonly line: number; readonly row: Readonly<Record<string, string>> }

/**
 * Rows by the names of the first line, in lower case. Throws a plain Error with a Dutch sentence when it is no CSV at
 * all.
 */
export function readCsv(bytes: Uint8Array): CsvRow[] {
  const text = decodeCsv(bytes)
  const head = text.slice(0, text.search(/\r?\n|$/))
  const delimiter = head.split(';').length >= head.split(',').length ? ';' : ','
  try {
    const records = parse(text, {
      delimiter,
      columns: (names: string[]) => names.map((name) => name.trim().toLowerCase()),
      skip_empty_lines: true,
      relax_column_count: true,
      relax_quotes: true,
      trim: true,
      info: true,
      bom: true,
      max_record_size: 100_000,
    }) as unknown as { info: { lines: number }; record: Record<string, string> }[]
    return records.map(({ info, record }) => ({
      line: info.lines,
      row: Object.fromEntries(
        Object.entries(record).map(([name, value]) => [name, (value ?? '').replaceAll('\0', '')]),
      ),
    }))
  } catch (error) {
    throw new Error(`Dit bestand is niet te lezen als CSV: ${(error as Error).message.slice(0, 200)}`, { cause: error })
  }
}

/** UTF-8 if it is valid UTF-8, else Windows-1252: what spreadsheets in the Netherlands save. */
export function decodeCsv(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
