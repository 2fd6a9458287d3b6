/** The rows that were refused as a file of their own, with why: to mend them and read that file in. Pure. */
import { BOM, line } from '../lib/csv-write.ts'
import type { Register } from '../model/register.ts'
import type { FileRow, Refused } from './import-plan.ts'
import { headingsOf } from './table.ts'

/** Columns beside those of the register; no field can be meant by them, and reading in passes over them. */
const BESIDE = ['rij in het bestand', 'wat er niet klopt']

/** The file. A row that could not be read at all is not in it: what stood there is only in the file that was sent. */
export function refusedCsv(register: Register, rows: readonly FileRow[], refused: readonly Refused[]): string {
  const why = Map.groupBy(refused, ({ row }) => row)
  const columns = Object.entries<readonly string[]>(headingsOf(register)).filter(
    ([id]) => rows[0] && id in rows[0].cells,
  )
  const lines = rows.flatMap(({ row, cells }) => {
    const wrong = why.get(row)
    return wrong
      ? [line([...columns.map(([id]) => cells[id]), row, wrong.map((each) => `${each.column}: ${each.why}`).join(' ')])]
      : []
  })
  return BOM + line([...columns.map(([, [heading]]) => heading), ...BESIDE]) + lines.join('')
}
