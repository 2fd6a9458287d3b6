/**
 * What a field holds, in three guises: a value that is kept, text in a form or a cell, words for a reader.
 * What one guise says, the next reads back the same.
 */
import type { Field, Place, Register, Value, Values } from '../model/register.ts'
import { day, euros, month, number, type Lang } from '../web/language.ts'
import { asText, isOfKind } from './kinds.ts'

/** What a form or a row of a table holds: text by the name of the field; more of a kind as a list. */
export type Input = Readonly<Record<string, string | readonly string[]>>
/** What is not right, by the name of the field. */
export type Problems = Readonly<Record<string, string>>
/** What things elsewhere are called, by their id: `12 Camera Stationsplein`. */
export type Names = ReadonlyMap<string, string>

/** Between the parts of a row of a list, as in `Impacttoets | https://…`. */
const BAR = ' | '
/** The lines of a text that say something. */
export const lines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
/** What was given as one text. */
export const textOf = (given: string | readonly string[] | undefined): string =>
  typeof given === 'string' ? given.trim() : (given ?? []).join('\n').trim()

/** A value in the text that a form or a cell shows; empty when there is none. Reading it gives the same value. */
export function typed(field: Field, value: Value | undefined, names: Names): string | readonly string[] {
  if (value === undefined) return field.kind === 'choices' ? [] : ''
  if (!isOfKind(field.kind, value)) return field.kind === 'choices' ? [] : asText(value)
  switch (field.kind) {
    case 'choices':
      return value as readonly string[]
    case 'yes-no':
      return value === true ? 'ja' : 'nee'
    case 'number':
    case 'amount':
      return String(value).replace('.', ',')
    case 'place':
      return placeTyped(value as Place)
    case 'link':
    case 'file':
      return (value as readonly string[]).map((id) => names.get(id) ?? id).join('\n')
    case 'list':
      return (value as readonly Readonly<Record<string, string>>[])
        .map((row) =>
          field.parts
            .map((part) => (part.kind === 'choice' ? told(part, row[part.id], 'nl', names)[0] : row[part.id]))
            .join(BAR)
            .replace(/(?: \|)+ ?$/, ''),
        )
        .join('\n')
    default:
      return String(value)
  }
}

/** Never as a power of ten, however small it is. */
const degrees = (angle: number): string => angle.toFixed(9).replace(/\.?0+$/, '')
const placeTyped = ({ label, lon, lat, area }: Place): string => {
  if (lon === null || lat === null) return label
  const points = area ?? [[lon, lat] as const]
  return `${label} (${points.map(([east, north]) => `${degrees(north)}, ${degrees(east)}`).join('; ')})`.trim()
}

/** All fields of an entry as its form shows them. */
export const inputOf = (register: Register, values: Values, names: Names): Input =>
  Object.fromEntries(register.fields.map((field) => [field.id, typed(field, values[field.id], names)]))

/** A value in words, a line each; none when it was not filled in. */
export function told(field: Field, value: Value | undefined, lang: Lang, names: Names): readonly string[] {
  if (value === undefined) return []
  if (!isOfKind(field.kind, value)) return lines(asText(value))
  const label = (id: string) => {
    const option = field.options.find((each) => each.id === id)
    return option ? (lang === 'en' ? option.labelEnglish : option.label) : id
  }
  switch (field.kind) {
    case 'choice':
      return [label(value as string)]
    case 'choices':
      return (value as readonly string[]).map(label)
    case 'yes-no':
      return [value === true ? (lang === 'en' ? 'Yes' : 'Ja') : lang === 'en' ? 'No' : 'Nee']
    case 'date':
      return [day(lang, value as string)]
    case 'month':
      return [month(lang, value as string)]
    case 'number':
      return [number(lang, value as number)]
    case 'amount':
      return [euros(lang, value as number)]
    case 'place':
      return [(value as Place).label || placeTyped(value as Place)]
    case 'list':
      return (value as readonly Readonly<Record<string, string>>[]).map((row) =>
        field.parts
          .flatMap((part) => told(part, row[part.id], lang, names).map((words) => named(part, words, lang)))
          .join(', '),
      )
    case 'link':
    case 'file':
      return (value as readonly string[]).map((id) => names.get(id) ?? id)
    default:
      return lines(String(value))
  }
}

/** An answer of a choice, as the file writes it, in the words of the form. */
export const words = ({ options }: Field, id: string): string =>
  options.find((each) => each.id === id)?.label ?? (id === 'ja' ? 'Ja' : id === 'nee' ? 'Nee' : id)

/** The words of a part of a list: an answer such as `Ja` says nothing without what was asked. */
export const named = ({ kind, label, labelEnglish }: Field, words: string, lang: Lang): string =>
  kind === 'choice' ? `${lang === 'en' ? labelEnglish : label}: ${words}` : words

/** Only what everybody may read. */
export const publicValues = (register: Register, values: Values): Values =>
  Object.fromEntries(
    register.fields.flatMap((field) => {
      const value = values[field.id]
      return field.public && field.kind !== 'file' && value !== undefined ? [[field.id, value] as const] : []
    }),
  )

/** The register as everybody sees it: only the fields that are public. */
export const asPublic = (register: Register): Register => {
  const fields = register.fields.filter((field) => field.public && field.kind !== 'file')
  return { ...register, fields, list: register.list.filter((id) => fields.some((field) => field.id === id)) }
}
