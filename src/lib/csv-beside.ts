/** Reads a file of rows beside the site: a file of a few megabytes can be made to take seconds. */
import type { Columns, Reading, Table } from './csv.ts'
import { NoList } from './csv-text.ts'
import { heavy } from './heavy.ts'

const MILLISECONDS = 15_000

/** As `readTable`, in the thread for heavy work. Throws NoList, and Busy when it takes or would wait too long. */
export async function readTableBeside<C extends string>(
  bytes: Uint8Array,
  columns: Columns<C>,
  reading: Reading<C>,
): Promise<Table<C>> {
  const told = await heavy('list', { bytes, columns, reading }, MILLISECONDS)
  if ('noList' in told) throw new NoList(told.noList)
  return told.table as Table<C>
}
