/** A register as data: what policy officers write in `registers/`, read into this. No id of one stands in the code. */
import type { FieldKind, FieldRole, Keeper, LinkTarget, PublicationWay } from '../vocabulary/register.ts'
import type { Position } from './map.ts'
import type { Role } from '../vocabulary/roles.ts'

export type FieldOption = {
  readonly id: string
  readonly label: string
  readonly labelEnglish: string
  /** The answer's name in a standard, by that standard. */
  readonly external: Readonly<Record<string, string>>
  /** Of a status: who answers this, stopped with it. */
  readonly stops?: true
}

/** Where a link leads: an entry of the register for a purpose, or something outside the registers. */
export type LinkTo = { readonly purpose: string } | { readonly target: LinkTarget }

/** What another field of the entry holds: one of these answers as the file writes them, or anything. */
export type Condition = { readonly field: string; readonly is: readonly string[] | 'filled' }

export type Field = {
  readonly id: string
  readonly kind: FieldKind
  readonly label: string
  readonly labelEnglish: string
  readonly hint: string | undefined
  /** A part of a long form begins with this field, under this heading. */
  readonly section: { readonly label: string; readonly labelEnglish: string } | undefined
  /** Where the duty to fill it in comes from, such as an article of law. */
  readonly source: string | undefined
  readonly options: readonly FieldOption[]
  /** Asked of every entry, or before it may be read by everybody. */
  readonly required: 'always' | 'publication' | undefined
  /** Asked because of another answer. */
  readonly requiredIf?: { readonly condition: Condition; readonly for: 'always' | 'publication' }
  /** Answers with which an entry cannot be public, some only beside another answer; the reason is told at the field. */
  readonly barred?: readonly {
    readonly is: readonly string[]
    readonly also: Condition | undefined
    readonly reason: string
  }[]
  readonly public: boolean
  /** The list can be narrowed by it. */
  readonly filter: boolean
  readonly role: FieldRole | undefined
  /** Characters of a text, or things in a list. */
  readonly max: number
  /** Days before the date on which its owner is reminded. */
  readonly remindDays: readonly number[]
  readonly to: LinkTo | undefined
  /** More than one link or file. */
  readonly several: boolean
  /** Of a list: what each of its rows holds; texts, addresses, dates and choices only. */
  readonly parts: readonly Field[]
  /** The field's name in a standard of the field, by that standard. */
  readonly external: Readonly<Record<string, string>>
}

export type Register = {
  readonly id: string
  /** Of the file, with the hash of its content. */
  readonly version: string
  readonly title: string
  readonly titleEnglish: string
  /** One entry, as in "een sensor". */
  readonly one: string
  readonly oneEnglish: string
  readonly intro: string
  readonly introEnglish: string
  readonly purpose: string
  /** What kind of subject of the catalogue each entry is. */
  readonly subject: string | undefined
  readonly publication: PublicationWay
  /** Whom a date that comes near is told. */
  readonly keeper: Keeper
  /** The roles that may read in it and that may write in it: never more than the permission itself gives. */
  readonly access: { readonly read: readonly Role[]; readonly write: readonly Role[] }
  readonly fields: readonly Field[]
  /** Ids of the fields that the list shows, the title first. */
  readonly list: readonly string[]
  /** Theme of the data set that it is, in the words of the EU's list (DCAT). */
  readonly theme: string | undefined
  /** Version of each standard in whose words its fields and answers also have a name. */
  readonly standards: Readonly<Record<string, string>>
}

/** A point, or an area: then `area` has its corners, three at least, and `lon` and `lat` its middle. */
export type Place = {
  readonly label: string
  readonly lon: number | null
  readonly lat: number | null
  readonly area?: readonly Position[]
}
/** What a field holds. A field that nobody filled in is not there at all. Links and files are ids. */
export type Value = string | number | boolean | readonly string[] | Place | readonly Readonly<Record<string, string>>[]
export type Values = Readonly<Record<string, Value>>

export type Entry = {
  readonly id: string
  readonly register: string
  /** Counts from 1 within the register of a municipality: what people call it by. */
  readonly no: number
  readonly title: string
  readonly values: Values
  /** Goes up with each change: who changes an older one is shown what changed meanwhile. */
  readonly version: number
  readonly changedAt: Date
  /** No longer kept up; stays readable. */
  readonly endedAt: Date | null
}

export type EntryVersion = {
  readonly version: number
  readonly at: Date
  readonly by: string | null
  readonly values: Values
  readonly way: 'form' | 'import' | 'restore' | 'feature'
  /** It was no longer kept up. */
  readonly ended: boolean
}
