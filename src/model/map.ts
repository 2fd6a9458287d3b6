/** What a map is drawn from: a background that a municipality gives as data, and places. Degrees of WGS 84. */

export type ShapeKind = 'water' | 'green' | 'built' | 'district' | 'road' | 'border'

/** Longitude and latitude. */
export type Position = readonly [lon: number, lat: number]

export type Shape = {
  readonly kind: ShapeKind
  /** What is written on it; empty: nothing. */
  readonly name: string
  /** Rings of an area, or lines; of an area the holes are rings too. */
  readonly lines: readonly (readonly Position[])[]
  readonly area: boolean
}

export type Background = {
  /** Whose drawing it is, and under which licence: it stands below every map. */
  readonly source: string
  readonly licence: string
  readonly shapes: readonly Shape[]
}
