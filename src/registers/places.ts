/** What of a register stands on a map, for the desk and for everybody. Pure. */
import type { Field, Place, Register, Values } from '../model/register.ts'
import type { Lang } from '../web/language.ts'
import type { Placed } from '../web/map/map.tsx'
import { told, type Names } from './values.ts'

/** One entry as it was read for a map. */
export type PlacedEntry = { readonly id: string; readonly title: string; readonly values: Values }

/** The field that says where an entry is; undefined: the register has no map. */
export const placeField = (register: Register): Field | undefined =>
  register.fields.find(({ role, kind }) => role === 'place' && kind === 'place')

const labelled = (lang: Lang, each: { readonly label: string; readonly labelEnglish: string }) =>
  lang === 'en' ? each.labelEnglish : each.label

/** The field whose answer decides the sign on the map. */
const kindField = (register: Register): Field | undefined =>
  register.fields.find(({ role, kind }) => role === 'kind' && kind === 'choice')

/** What each sign means, by its number. */
export const kindsOf = (register: Register, lang: Lang): readonly string[] =>
  kindField(register)?.options.map((option) => labelled(lang, option)) ?? []

/** The columns of the table below a map: those of the list, the name first, but for what the map itself shows. */
const columnsOf = (register: Register): readonly Field[] =>
  register.list.flatMap((id) => register.fields.filter((field) => field.id === id && field.role !== 'title'))

/** Their heads. */
export const headsOf = (register: Register, lang: Lang): readonly string[] =>
  [register.fields.filter(({ role }) => role === 'title'), columnsOf(register)].flat().map((f) => labelled(lang, f))

/** An entry on the map; undefined when it has no place there. `names`: of what the links of a field lead to. */
export function placed(
  register: Register,
  lang: Lang,
  to: string,
  { id, title, values }: PlacedEntry,
  names: (field: Field) => Names,
): Placed | undefined {
  const field = placeField(register)
  const { lon = null, lat = null, area } = ((field && values[field.id]) ?? {}) as Partial<Place>
  if (lon === null || lat === null) return undefined
  const kind = kindField(register)
  const at = kind?.options.findIndex((option) => option.id === values[kind.id]) ?? 0
  return {
    id,
    title,
    at: [lon, lat],
    area,
    // Without an answer it is of the last kind: something else.
    kind: at < 0 ? kind!.options.length : at,
    to,
    cells: columnsOf(register).map((each) => told(each, values[each.id], lang, names(each)).join(', ')),
  }
}
