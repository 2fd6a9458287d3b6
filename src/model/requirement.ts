/** Requirements for tenders as the rest of the house knows them. The Dutch files in `eisen/` are read into this. */
import type { Criticality, DataClass, Due, Level, ProductKind, RequirementKind, Trait } from '../vocabulary/tender.ts'

/** When a requirement applies: each list that is there must hold something of what is bought; `traits` all of them. */
export type AppliesWhen = {
  readonly products?: readonly ProductKind[] | undefined
  readonly data?: readonly DataClass[] | undefined
  readonly criticality?: readonly Criticality[] | undefined
  readonly traits: readonly Trait[]
}

export type Requirement = {
  readonly id: string
  /** Of the wording: an answer is used again only for the same. */
  readonly wording: number
  /** The part of the annex in which it stands. */
  readonly part: string
  readonly title: string
  readonly norm: string
  /** Of that norm, when it says precisely this. */
  readonly criterion: string | undefined
  readonly kind: RequirementKind
  /** At least one; what a level asks comes on top of nothing: each text is whole. */
  readonly texts: Readonly<Partial<Record<Level, string>>>
  readonly proportionate: string
  /** How it belongs to the subject of the contract (Aw 2.76). */
  readonly link: string
  readonly proof: string
  readonly equal: string
  readonly due: Due
  readonly checked: string
  /** Months for which a proof counts. */
  readonly validMonths: number
  readonly onBreach: string
  /** What of the GIBIT it fills or departs from; undefined: it stands beside it. */
  readonly gibit: { readonly about: string; readonly how: 'fills' | 'departs' } | undefined
  /** Of the European model clauses for AI. */
  readonly mccAi: string | undefined
  readonly when: AppliesWhen
  readonly forLawyer: string | undefined
  /** Answered with a report on accessibility (OpenACR). */
  readonly report: boolean
  /** Carrying it out is an exit that is rehearsed. */
  readonly exit: boolean
}

/** A requirement in words of a tender itself, as it is kept. */
export type OwnRequirement = Pick<
  Requirement,
  | 'part'
  | 'title'
  | 'norm'
  | 'kind'
  | 'proportionate'
  | 'link'
  | 'proof'
  | 'equal'
  | 'due'
  | 'checked'
  | 'validMonths'
  | 'onBreach'
> & { readonly text: string }

export type RequirementPart = { readonly id: string; readonly title: string; readonly about: string }

/** A set of terms that can apply to a tender, in one version. */
export type Terms = { readonly id: string; readonly title: string; readonly version: string; readonly url: string }

export type OpenStandard = {
  readonly name: string
  readonly about: string
  readonly traits: readonly Trait[]
  readonly status: string
}

export type RequirementBook = {
  /** Of the files that it was read from. */
  readonly version: string
  readonly parts: readonly RequirementPart[]
  readonly terms: readonly Terms[]
  readonly standards: readonly OpenStandard[]
  /** A model that is linked to and never copied. */
  readonly processorModel: { readonly title: string; readonly url: string; readonly licence: string }
  readonly forLawyer: readonly string[]
  readonly requirements: readonly Requirement[]
}
