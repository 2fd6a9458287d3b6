/** Groups of organisations: those that are alike, and those of one street. */
import type { Effort, ThemeId } from './norm.ts'
import type { Size } from './subject.ts'

export type GroupKind = 'cluster' | 'street'
/** A cluster by its letter, a street by its name. */
export type Group = { readonly kind: GroupKind; readonly name: string }

/** Proposes a cluster for an organisation without a self-check. What is left out holds for all. */
export type GroupRule = {
  readonly cluster: string
  readonly publicBody: boolean | undefined
  /** In small letters. */
  readonly kinds: readonly string[]
  readonly sizes: readonly Size[]
  readonly why: string
}

/** Of the organisations of a group how many miss a criterion, meet it, or of how many it is not known. */
export type Reach = {
  readonly criterion: string
  readonly missed: number
  readonly met: number
  readonly unknown: number
}
/** What the self-checks of a group say of a question: the mean of so many organisations, 0 to 1. */
export type GroupMean = { readonly question: string; readonly organisations: number; readonly mean: number }

/** How much one criterion would help a group: reach × weight × ease. */
export type CriterionHelp = {
  readonly criterion: string
  /** Null of answers: then only the mean of the group is known. */
  readonly missed: number | null
  readonly known: number
  readonly unknown: number
  /** 0 to 1, in hundredths: who misses it among whom it is known. */
  readonly reach: number
  readonly weight: number
  readonly effort: Effort
  readonly help: number
}
export type NormHelp = {
  readonly norm: string
  readonly help: number
  /** What helps most first. */
  readonly criteria: readonly CriterionHelp[]
}

/** What a spearpoint was chosen on, as it was then. */
export type SpearpointFigures = {
  /** The day, and the publication it rests on; null: there was none. */
  readonly on: string
  readonly publication: number | null
  readonly organisations: number
  /** Of the criterion that helped most. */
  readonly known: number
  readonly reach: number
  readonly help: number
  /** Its place in what was proposed, 1 is the first; null: it was not proposed. */
  readonly place: number | null
  readonly criteria: readonly CriterionHelp[]
}

/** A theme in the landscape: the middle score of at least ten, in steps of a twentieth. */
export type LandscapeTheme = { readonly theme: ThemeId; readonly median: number; readonly scored: number }
