/**
 * The record of processings that the supervisor may ask for (AVG art. 30): each processing with every point of the
 * law, and what is missing told as missing. The page, the document and the table are made from the same.
 */
import type { Entry, Field, Register } from '../../model/register.ts'
import { linesOf, pointName, pointsSaid, type PointSaid } from '../../registers/points.ts'
import type { Names } from '../../registers/values.ts'
import type { LawList } from '../../vocabulary/avg.ts'

export type Said = { readonly label: string; readonly lines: readonly string[] }
export type Recorded = {
  readonly id: string
  readonly no: number
  readonly title: string
  /** The municipality decides itself (lid 1), or works for somebody else (lid 2). */
  readonly list: Extract<LawList, 'avg-30-1' | 'avg-30-2'>
  /** Who is responsible, or for whom it is done: what the record is put in order by. */
  readonly under: string
  readonly points: readonly PointSaid[]
  /** What the register says beside the points of the law, with the flows of data that belong to it. */
  readonly further: readonly Said[]
  readonly missing: readonly PointSaid[]
}

const ABSENT = 'Ontbreekt.'

/** What is written at a point that says nothing: that it is missing, or that it does not apply. */
export const emptyAt = ({ point, fields }: PointSaid): string =>
  point.ifAny
    ? 'Niet ingevuld. Dit is er alleen waar het van toepassing is.'
    : fields.length === 0
      ? `${ABSENT} Dit register vraagt er niet naar.`
      : ABSENT

const inLaw = ({ external }: Field): boolean => 'avg-30-1' in external || 'avg-30-2' in external

/** `flows`: titles of the flows of data that belong to each processing, by its id. */
export function recordOf(
  register: Register,
  entries: readonly Entry[],
  names: Names,
  flows: ReadonlyMap<string, readonly string[]>,
): readonly Recorded[] {
  const behalf = register.fields.find(({ role }) => role === 'on-behalf')
  const others = register.fields.filter((field) => !inLaw(field) && field.role !== 'title' && field !== behalf)
  return entries.map((entry) => {
    const list = behalf && entry.values[behalf.id] === true ? 'avg-30-2' : 'avg-30-1'
    const points = pointsSaid(register, entry, list, names)
    const missing = points.filter(({ point, lines }) => lines.length === 0 && !point.ifAny)
    const further = others.flatMap((field) => {
      const lines = linesOf([field], entry, names)
      return lines.length === 0 ? [] : [{ label: field.label, lines }]
    })
    const through = flows.get(entry.id) ?? []
    return {
      id: entry.id,
      no: entry.no,
      title: entry.title,
      list,
      under: points[0]?.lines[0] ?? 'Niet ingevuld',
      points,
      missing,
      further: through.length === 0 ? further : [...further, { label: 'Gegevensstromen', lines: through }],
    }
  })
}

/** `a. Verantwoordelijke, d. Ontvangers`; empty when nothing is missing. */
export const missingIn = ({ missing }: Recorded): string => missing.map(({ point }) => pointName(point)).join(', ')
