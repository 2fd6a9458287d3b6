/** What the rows of a file would add: each with what it is about, or why it cannot be read. */
import type { Tx } from '../../db/as.ts'
import { notedAbout, type ToNote } from '../../db/noted-findings.ts'
import type { Catalogue } from '../../model/norm.ts'
import type { Register } from '../../model/register.ts'
import type { SubjectKind } from '../../model/subject.ts'
import { calledSo, type Found } from './about-store.ts'
import { readRow, type Cells, type Read } from './rules.ts'

export type FileRow = { readonly line: number; readonly cells: Cells }
export type Plan = {
  readonly good: readonly ToNote[]
  readonly refused: readonly { readonly line: number; readonly why: string }[]
}
export type With = { readonly catalogue: Catalogue; readonly registers: readonly Register[] }

/** Looks up everything that the rows name, kind by kind. `today`: YYYY-MM-DD. */
export async function planOf(
  tx: Tx,
  municipality: string,
  { catalogue, registers }: With,
  rows: readonly FileRow[],
  today: string,
): Promise<Plan> {
  const read = rows.map(({ line, cells }) => ({ line, row: readRow(cells, catalogue, today) }))
  const understood = read.flatMap(({ row }) => ('why' in row ? [] : [row]))
  const found = new Map<SubjectKind, Found>()
  for (const [kind, some] of Map.groupBy(understood, ({ kind: each }) => each))
    found.set(
      kind,
      await calledSo(
        tx,
        municipality,
        registers,
        kind,
        some.map(({ called }) => called),
      ),
    )
  const whole = read.map(({ line, row }) => ({
    line,
    row: 'why' in row ? row.why : withSubject(row, found.get(row.kind)!),
  }))
  const stands = await notedAbout(
    tx,
    municipality,
    whole.flatMap(({ row }) => (typeof row === 'string' ? [] : [row.about])),
  )
  const said = new Map(stands.map((each) => [keyOf(each), each.verdict]))
  const good: ToNote[] = []
  const refused: { line: number; why: string }[] = []
  for (const { line, row } of whole) {
    if (typeof row === 'string') {
      refused.push({ line, why: row })
      continue
    }
    const before = said.get(keyOf(row))
    if (before !== undefined && before !== row.verdict) refused.push({ line, why: OTHERWISE })
    else good.push(row)
    said.set(keyOf(row), before ?? row.verdict)
  }
  return { good, refused }
}

const OTHERWISE =
  'Over dit punt staat van die dag al een ander oordeel, in dit bestand of van eerder. Kijk na wat klopt, en trek ' +
  'het andere zo nodig in.'
/** What is kept once. */
const keyOf = ({ about, criterion, source, at }: ToNote): string =>
  [about.kind, about.id, criterion, source, at].join(' ')

function withSubject({ kind, called, ...finding }: Read, found: Found): ToNote | string {
  const ids = found.get(called.toLowerCase()) ?? []
  if (ids.length === 0)
    return `“${called.slice(0, 80)}” vinden wij niet. Schrijf de hele naam, het adres of het nummer.`
  if (ids.length > 1) return `Er is meer dan één “${called.slice(0, 80)}”. Wij weten niet welke u bedoelt.`
  return { ...finding, about: { kind, id: ids[0]! } }
}
