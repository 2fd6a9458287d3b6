/**
 * Whether a value is what its field holds. A municipality may change what a field holds; what was written before it
 * stays as it was, and is told in plain words. Pure.
 */
import type { Place, Value } from '../model/register.ts'
import type { FieldKind } from '../vocabulary/register.ts'
import { isDate } from '../lib/iso-date.ts'

const isText = (value: Value): value is string => typeof value === 'string'
const isNumber = (value: Value): boolean => typeof value === 'number'
const areTexts = (value: Value): boolean => Array.isArray(value) && value.every((each) => typeof each === 'string')
const isPlace = (value: Value): value is Place => typeof value === 'object' && !Array.isArray(value) && 'label' in value
const areRows = (value: Value): boolean =>
  Array.isArray(value) && value.every((each) => typeof each === 'object' && each !== null)

const HOLDS: Readonly<Partial<Record<FieldKind, (value: Value) => boolean>>> = {
  choices: areTexts,
  'yes-no': (value) => typeof value === 'boolean',
  date: (value) => isText(value) && isDate(value),
  month: (value) => isText(value) && isDate(`${value}-01`),
  number: isNumber,
  amount: isNumber,
  place: isPlace,
  link: areTexts,
  file: areTexts,
  list: areRows,
}

/** Whether a field of this kind holds it. */
export const isOfKind = (kind: FieldKind, value: Value): boolean => (HOLDS[kind] ?? isText)(value)

/** What was written when the field held something else, as text. */
export function asText(value: Value): string {
  if (Array.isArray(value)) return value.map((each: unknown) => asText(each as Value)).join(', ')
  if (isPlace(value)) return value.label
  if (typeof value === 'object') return Object.values(value).map(String).join(' | ')
  return String(value)
}
