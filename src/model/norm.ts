/** The catalogue of norms as the rest of the house knows it. The Dutch files in `norms/` are read into this. */
import type { Condition, OnceLinked, Otherwise } from '../vocabulary/register.ts'
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
 * framework: a standard or policy; agreement: municipal policy or covenant.
 */
export type LegalStatus = 'law-public' | 'law-all' | 'law-part' | 'framework' | 'agreement'

export type Two = { readonly nl: string; readonly en: string }

/** A day on which a source changes. `norms`: the ones it touches; empty: all that cite the source. */
export type Reminder = {
  readonly on: string
  readonly what: Two
  readonly norms: readonly string[]
  /** The day is meant, not yet certain. */
  readonly intended: boolean
}

/**
 * Where a norm comes from, with its time. Dates are ISO text. A catalogue that was published before sources had a time
 * lacks what is optional here: it is not known.
 */
export type Source = {
  readonly id: string
  readonly title: string
  readonly url: string
  readonly state: string
  /** Absent: only in Dutch. */
  readonly stateEnglish?: string | undefined
  readonly verified: boolean
  /** law: binding; framework: standard or policy; example: of others; decision: of the municipality itself. */
  readonly kind?: 'law' | 'framework' | 'example' | 'decision'
  /** in-steps: in force in parts; adopted: decided, starts later; ended: no longer in force. */
  readonly status?: 'in-force' | 'in-steps' | 'adopted' | 'ended'
  readonly since?: string | undefined
  /** The last day. */
  readonly until?: string | undefined
  /** The dates above are meant, not yet certain. */
  readonly intended?: boolean
  /** The id of the source that comes in its place. */
  readonly successor?: string | undefined
  readonly reminders?: readonly Reminder[]
  readonly checkedOn?: string | undefined
  /** What only a lawyer can say. */
  readonly forLawyer?: readonly Two[]
}

/**
 * How a criterion is established: measured by a check, declared in answer to a question, witnessed by a person, or by
 * what an entry of a register says (its `entries`).
 */
export type Means =
  | { readonly by: 'check'; readonly check: string; readonly options: Readonly<Record<string, unknown>> }
  | { readonly by: 'question'; readonly question: string }
  | { readonly by: 'person'; readonly who: string; readonly what: string }
  | { readonly by: 'entry' }

/**
 * Whether a field holds something, or holds one of these answers (an option's id; `ja` or `nee`). `also`: so must each
 * of these; one that does not goes before one of which nobody said anything.
 */
export type FieldTest = { readonly field: string; readonly also?: readonly string[] } & (
  | { readonly holds: Condition }
  | { readonly is: readonly string[] }
)

/** What an entry of the register with this purpose says of a criterion. */
export type EntryRule = {
  readonly purpose: string
  readonly test: FieldTest
  /** What is found where the test fails. That nobody said anything is unknown, unless being filled in is the test. */
  readonly otherwise: Otherwise
  /** What is found where all that the field leads to has ended or is gone. Absent: as otherwise. */
  readonly ended?: OnceLinked | undefined
  /** Where one of these does not hold, the rule says nothing. */
  readonly when: readonly FieldTest[]
}

/** How much work it is to come to meet a criterion. */
export type Effort = 'small' | 'medium' | 'large'

export type Criterion = {
  /** `<norm>.<name>`, such as `VEI-11.https`. */
  readonly id: string
  readonly norm: string
  readonly title: Two
  /** 0 to 5; 0 is told but never counted (advice). */
  readonly weight: number
  readonly subjects: readonly SubjectKind[]
  readonly onlyPublicBodies: boolean
  /** For an organisation, with why. Absent: nobody said, as in a catalogue of before it was asked. */
  readonly effort?: { readonly size: Effort; readonly why: string } | undefined
  readonly means: Means
  /**
   * What entries of registers say of it, beside the means or as the means. Of one register the first rule that applies
   * counts. Absent: nothing.
   */
  readonly entries?: readonly EntryRule[]
  readonly why: string
  /** First step in plain language, for someone without technical knowledge. */
  readonly firstStep: string
  /** For the engineer: what to set, with an example. */
  readonly repair: string
  /** What this measurement cannot prove. */
  readonly limits: string
  /** The four above; absent: only in Dutch. */
  readonly whyEnglish?: string | undefined
  readonly firstStepEnglish?: string | undefined
  readonly repairEnglish?: string | undefined
  readonly limitsEnglish?: string | undefined
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
  /** Absent: only in Dutch. */
  readonly whyEnglish?: string | undefined
  readonly subjects: readonly SubjectKind[]
  readonly status: LegalStatus
  /** What the status means exactly here: for whom, since when. */
  readonly statusNote: string
  /** Absent: only in Dutch. */
  readonly statusNoteEnglish?: string | undefined
  /** Since when (ISO date) and for whom the status holds; a law status has both. */
  readonly since?: string | undefined
  readonly forWhom?: Two | undefined
  /** What only a lawyer can say of it. */
  readonly forLawyer?: readonly Two[]
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
