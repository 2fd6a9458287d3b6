/** What a publication holds: the shapes that the publishing act writes and the public pages read. */
import type { Chosen, PageRole, Unseen } from './evidence.ts'
import type { VerdictWord } from './finding.ts'
import type { LegalStatus, ThemeId } from './norm.ts'

/**
 * Why a finding differs from the previous publication: the subject changed, or a party it leans on did, or what the
 * norm asks, or our own measuring (program or lists); or two measurements contradict each other, or it was not seen,
 * now or before, and then nobody changed.
 */
export type Cause = 'first' | 'subject' | 'provider' | 'norm' | 'measurement' | 'unsure' | 'unseen'

/** A criterion that counts otherwise than in the previous publication. null: it did not, or does not, count at all. */
export type WeightChange = {
  readonly theme: ThemeId
  readonly norm: string
  readonly criterion: string
  readonly from: number | null
  readonly to: number | null
}

/** A norm that rests on other law than in the previous publication. `laws`: title and article, in Dutch. */
export type LawChange = {
  readonly theme: ThemeId
  readonly norm: string
  /** null: the norm is new. */
  readonly from: LegalStatus | null
  readonly to: LegalStatus
  readonly since: string | null
  readonly laws: readonly string[]
}

export type ThemeSpread = {
  readonly theme: ThemeId
  /** Organisations with a figure, and those without because too little could be seen or nothing applied. */
  readonly scored: number
  readonly withheld: number
  /** 0 to 1; null when nobody has a figure. */
  readonly median: number | null
  /** Mean coverage over organisations to which the theme applies, 0 to 1. */
  readonly coverage: number | null
  /**
   * The median that the same findings had with the catalogue of the publication before; null when that is the same
   * catalogue.
   */
  readonly reweighed: number | null
  /** Organisations per twentieth: index 0 is 0–5 %, index 19 is 95–100 %. */
  readonly histogram: readonly number[]
  /** Each organisation by name when there are few enough to draw (at most 300), else empty. */
  readonly dots: readonly { readonly slug: string; readonly name: string; readonly score: number }[]
  readonly normsTouched: number
  readonly norms: number
}

export type Change = {
  readonly organisation: string
  readonly name: string
  readonly criterion: string
  readonly from: VerdictWord
  readonly to: VerdictWord
  readonly cause: Cause
}

export type CitySummary = {
  readonly organisations: number
  readonly websites: number
  readonly mailDomains: number
  /** Subjects of which something was seen, and those of which nothing was, per reason. */
  readonly seen: number
  readonly notSeen: readonly { readonly why: Unseen; readonly count: number }[]
  /** ISO dates of the oldest and newest measurement in it. */
  readonly from: string | null
  readonly to: string | null
  readonly themes: readonly ThemeSpread[]
  /** Since the previous publication; the list holds at most 50, the counts all. */
  readonly better: number
  readonly worse: number
  readonly byNorm: number
  /** Changed because we measure otherwise, and no longer or again seen; absent in older publications. */
  readonly byMeasurement?: number
  readonly unseen?: number
  /** Of which two measurements said otherwise, now or before; in older publications counted as `unseen`. */
  readonly unsure?: number
  /** What counts otherwise; scores may move by it without a finding. Absent in older publications. */
  readonly weights?: readonly WeightChange[]
  /** Norms that rest on other law. Absent in older publications. */
  readonly laws?: readonly LawChange[]
  readonly changes: readonly Change[]
}

/** A party that hears of a visit. */
export type Party = {
  readonly host: string
  readonly service: string | null
  readonly company: string | null
  readonly parent: string | null
  readonly country: string | null
  readonly category: string | null
  /** In the EEA; null when the owner is not known. */
  readonly eea: boolean | null
  readonly requests: number
  readonly tracker: boolean
  /** Met in that case, and not by whoever comes on a computer and has chosen nothing yet; absent: by the latter. */
  readonly only?: OnlyMet
}

export type OnlyMet = 'after-accept' | 'phone'

export type VisitedPage = {
  readonly url: string
  readonly role: PageRole
  readonly phase: string
  readonly profile: string
  readonly seen: boolean
  readonly why: Unseen | null
  readonly title: string | null
  /**
   * At the landing page: of how many pages those visited were chosen, and above what share (0 to 1) of them something
   * would have been met with 95% certainty. Absent where none were chosen, and in what was judged before.
   */
  readonly chosen?: Chosen & { readonly missable: number }
}

/** Recall and false alarms of one check against a city whose truth is known. */
export type SelfTestRow = {
  readonly check: string
  readonly hits: number
  readonly misses: number
  readonly falseAlarms: number
  readonly rightlyQuiet: number
  readonly unknown: number
}
export type SelfTest = { readonly at: string; readonly addresses: number; readonly rows: readonly SelfTestRow[] }

/** Of barriers in two measurements, on the pages that both saw: how many are the same, how many new, how many gone. */
export type Difference = { readonly same: number; readonly fresh: number; readonly gone: number }
