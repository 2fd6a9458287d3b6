/**
 * What a drawn map carries in its own elements, so that a script can make of it a map that moves: the places at each
 * mark, and the frame. There is no other source (ADR 0049). Pure.
 */
import type { Position } from '../../model/map.ts'
import type { Lang } from '../language.ts'
import type { Spot } from './marks.ts'
import { metresOf, type Frame } from './projection.ts'
import type { Tiles } from './tiles.ts'
import { mapWords } from './words.ts'

/** Places that a page carries: some 100 bytes each. With more of them the drawing stays as it is. */
export const MOST_CARRIED = 2_000

/** A place, and the address of what stands there. */
export type Goes = Spot & { readonly to: string }
/** The whole of a map. `chosen`: it shows a part, and what is outside of that was not read. */
export type CarriedMap = {
  readonly tiles: Tiles
  readonly frame: Frame
  readonly kinds: readonly string[]
  readonly chosen: boolean
}
/** As attributes: of the drawing, and of each mark. */
export type Carried<S extends Spot> = { readonly map: string; readonly spots: (spots: readonly S[]) => string }

/** What goes along with a drawing. */
export const carriedBy = <S extends Goes>(map: CarriedMap): Carried<S> => ({
  map: JSON.stringify(map),
  spots: (spots) => JSON.stringify(spots.map(({ title, kind, at, to }) => [title, kind, ...at, to])),
})

/** Reads the attribute of a drawing. */
export const mapIn = (attribute: string): CarriedMap => JSON.parse(attribute) as CarriedMap

/** Reads the attribute of a mark; the address of a place is its id. */
export const spotsIn = (attribute: string): readonly Goes[] =>
  (JSON.parse(attribute) as [string, number, ...Position, string][]).map(([title, kind, lon, lat, to]) => ({
    id: to,
    title,
    kind,
    at: [lon, lat],
    to,
  }))

/** How wide a map is, in words. */
export const wideOf = (lang: Lang, frame: Frame): string => mapWords(lang).wide(Math.round(metresOf(frame) / 10) * 10)
