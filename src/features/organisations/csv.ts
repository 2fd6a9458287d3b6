/** Reads a file of organisations. */
import { readTable, type Table } from '../../lib/csv.ts'
import { NoList } from '../../lib/csv-text.ts'
import { COLUMNS, type Column } from './columns.ts'

/** Its rows. Throws NoList, with a message in Dutch, for a file of something else. */
export function readOrganisationsCsv(bytes: Uint8Array): Table<Column> {
  const table = readTable(bytes, COLUMNS, { needed: 'name', lists: ['websites', 'mailDomains'] })
  // Our own file of findings has organisations in it, but says other things about them.
  if (['criterium', 'oordeel'].every((heading) => table.ignored.includes(heading)))
    throw new NoList('dit is een bestand met bevindingen, niet met organisaties')
  return table
}
