/** An annex of a tender as it was issued, and what a bidder answers: pages and files are made of these. */
import type { AnswerLevel, Criticality, DataClass, Level, ProductKind, Trait } from '../vocabulary/tender.ts'
import type { OpenStandard, Requirement, RequirementPart, Terms } from './requirement.ts'

/**
 * One requirement as it is asked: one level of it, in the words of the catalogue or of the tender. What a lawyer still
 * looks into is no part of it: that is for colleagues, and an annex leaves the house.
 */
export type Asked = Omit<Requirement, 'texts' | 'when' | 'forLawyer'> & {
  readonly level: Level
  readonly text: string
  /** The words are of this tender. */
  readonly own: boolean
}

/** Terms that apply or not, and why one departs from them. */
export type TermsHere = Terms & { readonly applies: boolean; readonly why: string }

export type Annex = {
  readonly format: 'leidraad-bijlage/1'
  readonly municipality: string
  /** `AB-2026-0001`. */
  readonly number: string
  readonly no: number
  readonly version: number
  readonly title: string
  readonly subject: string
  readonly productKind: ProductKind
  readonly dataClass: DataClass
  readonly criticality: Criticality
  readonly traits: readonly Trait[]
  /** In the municipality's own tender system: its number, and the address; empty: not known yet. */
  readonly reference: string
  readonly place: string
  /** ISO moment. */
  readonly closesAt: string
  /** Months that the contract runs; absent: not known when it was issued. */
  readonly termMonths?: number | undefined
  readonly norms: string
  readonly book: string
  readonly terms: readonly TermsHere[]
  readonly parts: readonly RequirementPart[]
  readonly requirements: readonly Asked[]
  readonly standards: readonly OpenStandard[]
  readonly processorModel: { readonly title: string; readonly url: string; readonly licence: string } | null
}

export type Proof = { readonly what: string; /** YYYY-MM-DD, or empty. */ readonly until: string }

export type BidAnswer = {
  readonly requirement: string
  readonly wording: number
  readonly level: AnswerLevel
  readonly remark: string
  /** Which part of the offer it is about. */
  readonly component: string
  readonly proof: Proof
  readonly tradeSecret: boolean
  /** From which annex it was taken over, and on which day it was confirmed again. */
  readonly reused?: { readonly from: string; readonly confirmedOn: string } | undefined
}

/** What was found of one success criterion in a report on accessibility (OpenACR). */
export type AcrLine = {
  /** In which chapter it stood; a report that was read before this was kept lacks it. */
  readonly chapter?: string | undefined
  readonly criterion: string
  readonly component: string
  readonly level: string
  readonly notes: string
}
export type AcrReport = {
  readonly title: string
  readonly product: string
  readonly catalogue: string
  /** As it stands in the file; often YYYY-MM-DD. */
  readonly date: string
  readonly lines: readonly AcrLine[]
  readonly more?: AcrMore | undefined
}
/** Who made a report, or whose product it is about, by the names of the format. */
export type AcrContact = Readonly<
  Partial<Record<'name' | 'company_name' | 'address' | 'email' | 'phone' | 'website', string>>
>
/** All else that a report says, kept so that it is written again as it was read. */
export type AcrMore = {
  readonly product: { readonly name: string; readonly version: string; readonly description: string }
  readonly author?: AcrContact | undefined
  readonly vendor?: AcrContact | undefined
  /** In words, by the name in the format. */
  readonly about: Readonly<
    Partial<
      Record<
        | 'report_date'
        | 'last_modified_date'
        | 'version'
        | 'notes'
        | 'evaluation_methods_used'
        | 'legal_disclaimer'
        | 'license'
        | 'repository'
        | 'feedback',
        string
      >
    >
  >
  readonly related: readonly { readonly url: string; readonly type: string }[]
  readonly chapters: readonly { readonly id: string; readonly notes: string; readonly disabled: boolean }[]
  /** Places in the file of what the format does not know: it was not taken over. */
  readonly left: readonly string[]
}

/** All answers of a bidder, as they are handed in. */
export type Bid = {
  readonly format: 'leidraad-antwoorden/1'
  readonly annex: { readonly number: string; readonly version: number; readonly hash: string }
  readonly bidder: string
  readonly product: string
  readonly made: string
  readonly answers: readonly BidAnswer[]
  readonly report?: AcrReport | undefined
}
