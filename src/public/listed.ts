/**
 * A list of things with a page each: what it gives, so that it is public (`Published`) by that alone. The registers are
 * such lists.
 */
import type { Db } from '../db/connect.ts'
import type { Position } from '../model/map.ts'
import type { Norm } from '../model/norm.ts'
import type { Lang } from '../web/language.ts'
import type { View } from '../web/view.ts'
import type { Cell } from '../lib/csv-write.ts'
import type { Node, Whose } from './dcat-parts.ts'

/** Where the rows are read. */
export type Where = { readonly db: Db; readonly municipality: string }

/** `query`: of the address, for what a noun can be narrowed by. */
export type Asked = {
  readonly q: string
  readonly query: URLSearchParams
  /** From 1. */
  readonly page: number
  readonly size: number
}
export type Found<T> = { readonly total: number; readonly rows: readonly T[] }

/** What became public or went away, for who follows it. */
export type PublicChange = {
  readonly path: string
  readonly title: string
  readonly at: Date
  readonly what: 'new' | 'changed' | 'withdrawn'
}

/** Dates as YYYY-MM-DD: `startAt` and `endAt` of how it stands, `registrationAt` of when that was made public. */
export type ApiRecord = {
  readonly id: string
  readonly index: number
  readonly typeVersion: number
  readonly data: Readonly<Record<string, unknown>>
  readonly geometry:
    | { readonly type: 'Point'; readonly coordinates: Position }
    | { readonly type: 'Polygon'; readonly coordinates: readonly (readonly Position[])[] }
    | null
  readonly startAt: string
  readonly endAt: string | null
  readonly registrationAt: string
}

/** A day on which something of a noun begins, ends or is due. */
export type PublicDay = {
  /** Stays the same when the day moves. */
  readonly id: string
  /** YYYY-MM-DD. */
  readonly on: string
  /** Of what, and what then. */
  readonly title: string
  readonly what: Readonly<Record<Lang, string>>
  readonly path: string
  /** When that became public. */
  readonly at: Date
}

export type Beside = { readonly norms: readonly Norm[]; readonly doors: boolean }

export type Listed<T> = {
  readonly id: string
  /** Of its list: `/registers/sensoren`; one of it stands below, by its slug. */
  readonly path: string
  readonly title: Readonly<Record<Lang, string>>
  readonly intro: Readonly<Record<Lang, string>>
  /** Of the EU's list of themes of data sets. */
  readonly theme: string
  readonly list: (at: Where, asked: Asked) => Promise<Found<T>>
  /** As it stands, or at an earlier version. */
  /** Those with a higher number, by number: what is read on in parts misses nothing and doubles nothing. */
  readonly after: (at: Where, no: number, size: number) => Promise<readonly T[]>
  readonly one: (at: Where, slug: string, version?: number) => Promise<T | undefined>
  readonly byId: (at: Where, id: string) => Promise<T | undefined>
  /** Whether one of this id stood here and was withdrawn. */
  readonly wasHere: (at: Where, id: string) => Promise<boolean>
  /** JSON Schema of the data of one, which stands at `url`. */
  readonly schema: (url: string) => object
  /** One as the API gives it, in the shape of the Objecten-API. */
  readonly recordOf: (one: T) => ApiRecord
  readonly slugOf: (one: T) => string
  readonly numberOf: (one: T) => number
  /** Of a list of data sets: one as the catalogue has it, undefined where too little is known of it. */
  readonly dataSetOf?: (one: T, whose: Whose) => Node | undefined
  readonly changedAt: (one: T) => Date
  /** The newest first. */
  readonly changes: (at: Where, most: number) => Promise<readonly PublicChange[]>
  /** Of a noun that has days to come: those from this day on, the first first. */
  readonly coming?: (at: Where, from: string, most: number) => Promise<readonly PublicDay[]>
  /** Of its file. */
  readonly columns: readonly { readonly head: string; readonly cell: (one: T) => Cell }[]
  readonly listPage: (view: View, asked: Asked, found: Found<T>) => React.ReactNode
  /** Where what was asked for is: of a noun of which each has a place. */
  readonly mapPage?: (view: View, at: Where, asked: Asked) => Promise<React.ReactNode>
  /** `norms`: those of the newest publication, against which one may be held. `doors`: requests can be made here. */
  readonly page: (view: View, at: Where, one: T, more: Beside) => Promise<React.ReactNode>
  /** What stands at an address of which all was taken away; undefined when nothing ever stood there. */
  readonly gone: (view: View, at: Where, slug: string) => Promise<React.ReactNode | undefined>
}

/** Any such list, when the type of its rows does not matter. */
// oxlint-disable-next-line typescript/no-explicit-any -- only the noun itself looks into a row of it
export type AnyListed = Listed<any>
