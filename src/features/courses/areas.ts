/** Reads the table of postcodes that a municipality loads: `pc4;x;y;wijk`, and, when it has that, `inwoners`. */
import type { Columns } from '../../lib/csv.ts'
import { NoList } from '../../lib/csv-text.ts'
import { readTableBeside } from '../../lib/csv-beside.ts'
import { plainLine } from '../../lib/clean.ts'
import { isInGrid } from '../../lib/rijksdriehoek.ts'

type Column = 'pc4' | 'x' | 'y' | 'district' | 'inhabitants'
const COLUMNS: Columns<Column> = {
  pc4: ['pc4', 'postcode', 'postcode4'],
  x: ['x', 'rdx', 'x_rd', 'x-coördinaat'],
  y: ['y', 'rdy', 'y_rd', 'y-coördinaat'],
  district: ['wijk', 'wijknaam', 'buurt'],
  inhabitants: ['inwoners', 'aantal_inwoners', 'aantalInwoners'],
}
/** A municipality with its neighbours has some hundreds. */
const MOST = 1_000

export type Area = {
  readonly pc4: string
  readonly x: number
  readonly y: number
  readonly district: string
  readonly inhabitants: number | null
}
export type Refused = { readonly line: number; readonly why: string }

const whole = (text: string): number =>
  /^-?\d{1,7}(?:[.,]\d+)?$/.test(text) ? Math.round(Number(text.replace(',', '.'))) : Number.NaN

/** Its rows, and the lines that are not right. Throws NoList for a file that is no such table. */
export async function readAreas(bytes: Uint8Array): Promise<{
  readonly areas: readonly Area[]
  readonly refused: readonly Refused[]
  /** Heads of columns that mean nothing to us. */
  readonly ignored: readonly string[]
}> {
  const table = await readTableBeside<Column>(bytes, COLUMNS, { needed: 'pc4', most: MOST })
  const areas = new Map<string, Area>()
  const refused: Refused[] = table.refused.map(({ line, reason }) => ({ line, why: reason }))
  for (const { line, cells } of table.rows) {
    const [pc4, district, counted] = [cells.pc4, cells.district, cells.inhabitants].map((each) => plainLine(each ?? ''))
    const [x, y] = [whole(cells.x ?? ''), whole(cells.y ?? '')]
    const inhabitants = counted === '' || counted === undefined ? null : whole(counted)
    const why = !/^[1-9]\d{3}$/.test(pc4 ?? '')
      ? 'dit is geen postcode van vier cijfers'
      : areas.has(pc4!)
        ? 'deze postcode staat er al'
        : !isInGrid(x, y)
          ? 'x en y zijn geen punt in Nederland (Rijksdriehoek, in meters)'
          : district === '' || district!.length > 80
            ? 'de wijk ontbreekt of is te lang'
            : inhabitants !== null && !(inhabitants >= 0 && inhabitants <= 200_000)
              ? 'het aantal inwoners is geen getal'
              : undefined
    if (why === undefined) areas.set(pc4!, { pc4: pc4!, x, y, district: district!, inhabitants })
    else refused.push({ line, why })
  }
  if (areas.size === 0 && refused.length === 0) throw new NoList('er staat geen enkele postcode in')
  return {
    areas: [...areas.values()],
    refused: refused.toSorted((one, other) => one.line - other.line),
    ignored: table.ignored,
  }
}
