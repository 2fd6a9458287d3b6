/** What an entry says of each point of a law: the fields of its register name the point with `extern`. Pure. */
import type { Entry, Field, Register } from '../model/register.ts'
import { LAW_POINTS, type LawList, type LawPoint } from '../vocabulary/avg.ts'
import { told, type Names } from './values.ts'

/** The fields that have this name in a list of the law or a standard, in the order of the register. */
export const fieldsNamed = ({ fields }: Register, list: string, name: string): readonly Field[] =>
  fields.filter(({ external }) => external[list] === name)

export type PointSaid = {
  readonly point: LawPoint
  /** The fields that answer it; none when the register asks for no such thing. */
  readonly fields: readonly Field[]
  /** In words, a line each; with the label in front where more fields speak. */
  readonly lines: readonly string[]
}

/** Every point of this list with what the entry says of it. */
export const pointsSaid = (register: Register, entry: Entry, list: LawList, names: Names): readonly PointSaid[] =>
  LAW_POINTS[list].map((point) => {
    const fields = fieldsNamed(register, list, point.id)
    return { point, fields, lines: linesOf(fields, entry, names) }
  })

/** What these fields say, a line each. A yes or a no among others says nothing without its question. */
export function linesOf(fields: readonly Field[], { values }: Entry, names: Names): readonly string[] {
  const filled = fields.filter(({ id }) => values[id] !== undefined)
  return filled.flatMap((field, index) => {
    const words = told(field, values[field.id], 'nl', names)
    const asked = field.label.endsWith('?') ? field.label : `${field.label}:`
    return index === 0 && (fields.length === 1 || field.kind !== 'yes-no') ? words : [`${asked} ${words.join(', ')}`]
  })
}

/** `a. Verantwoordelijke, met contactgegevens`. */
export const pointName = ({ letter, title }: LawPoint): string => (letter === '' ? title : `${letter}. ${title}`)
