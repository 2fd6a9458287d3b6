/** The catalogue of norms as the rest of the house knows it. The Dutch files in `norms/` are read into this. */
import type { SubjectKind } from './subject.ts'

export type ThemeId = 'PRV' | 'VEI' | 'TOE' | 'OPE' | 'MEN' | 'AUT' | 'UIT' | 'STD'

export type Theme = {
  readonly id: ThemeId
  readonly name: string
  readonly english: string
  readonly core: string
  readonly coreEnglish: string
}

/**
 * law-public: law for public bodies; law-all: for everyone who does this; law-part: depends on size, sector or role;
 * framework: comply or explain; agreement: municipal policy or covenant.
 */
export type LegalStatus = 'law-public' | 'law-all' | 'law-part' | 'framework' | 'agreement'

export type Source = {
  readonly id: string
  readonly title: string
  readonly url: string
  readonly state: string
  readonly verified: boolean
}

export type Two = { readonly nl: string; readonly en: string }

/** How a criterion is established: measured by a check, declared in answer to a question, or witnessed by a person. */
export type Means =
  | { readonly by: 'check'; readonly check: string; readonly options: Readonly<Record<string, unknown>> }
  | { readonly by: 'question'; readonly question: string }
  | { readonly by: 'person'; readonly who: string; readonly what: string }

export type Criterion = {
  /** `<norm>.<name>`, such as `VEI-11.https`. */
  readonly id: string
  readonly norm: string
  readonly title: Two
  /** 0 to 5; 0 is told but never counted (advice). */
  readonly weight: number
  readonly subjects: readonly SubjectKind[]
  readonly onlyPublicBodies: boolean
  readonly means: Means
  readonly why: string
  /** First step in plain language, for someone without technical knowledge. */
  readonly firstStep: string
  /** For the engineer: what to set, with an example. */
  readonly repair: string
  /** What this measurement cannot prove. */
  readonly limits: string
  /** A sentence per reason of the check; `{name}` is filled from what was seen. */
  readonly reasons: Readonly<Record<string, Two>>
}

export type Norm = {
  readonly id: string
  readonly theme: ThemeId
  readonly label: string
  readonly labelEnglish: string
  readonly statement: string
  readonly statementEnglish: string
  readonly why: string
  readonly subjects: readonly SubjectKind[]
  readonly status: LegalStatus
  /** What the status means exactly here: for whom, since when. */
  readonly statusNote: string
  readonly sources: readonly { readonly source: Source; readonly article: string }[]
  /** Clusters of organisations it was written for: A to D. Empty: it is not about organisations. */
  readonly clusters: readonly string[]
  readonly reviewMonths: number
  readonly criteria: readonly Criterion[]
}

export type Catalogue = {
  /** `versie` of the catalogue file plus a short hash of all its content. */
  readonly version: string
  readonly date: string
  readonly themes: readonly Theme[]
  readonly sources: readonly Source[]
  readonly norms: readonly Norm[]
}
