/** The text of a covenant and what is promised in it, as every version keeps it. */
import type { CovenantState, PledgeLevel, PledgeMethod } from '../vocabulary/covenant.ts'
import type { Strength } from './finding.ts'
import type { SubjectKind } from './subject.ts'

/** `id` stays the same between versions: a comment names it. A text has paragraphs, without markup. */
export type Article = {
  readonly id: string
  readonly title: string
  readonly paragraphs: readonly string[]
}

/**
 * When a unit meets: at least this share (0 to 1) of these criteria is met, where partly is a half and what does not
 * apply is left out. Of several one is enough: `six basics, or a certificate`.
 */
export type PledgeRule = { readonly criteria: readonly string[]; readonly atLeast: number }

/** Whose units are counted: of every party, of these organisations, or of a street. */
export type Population =
  | { readonly of: 'parties' }
  | {
      readonly of: 'organisations'
      readonly organisations: readonly string[]
      /** As they were called when the text was written: who signs it reads names. */
      readonly names?: readonly string[] | undefined
    }
  | { readonly of: 'street'; readonly street: string }

/** How much of what: `count` of `among` meet; `among` is what is known. */
export type Measured = {
  readonly count: number
  readonly among: number
  /** Units of which nothing is known, or what is known is too old. */
  readonly unknown: number
}

/** What was calculated of a pledge when its verifier spoke: kept beside the verdict, which it never sets. */
export type Calculated = Measured & {
  /** `2027-11-28`. */
  readonly on: string
  /** A share, 0 to 1. */
  readonly target: number
}

/** One result agreement: what is promised, and how everybody sees whether it is kept. Days are `2027-11-28`. */
export type PledgeTerms = {
  /** Stays the same between versions. */
  readonly id: string
  readonly title: string
  readonly norms: readonly string[]
  readonly method: PledgeMethod
  /** What is counted: organisations, websites, premises …; of totals the thing in words (`medewerkers`). */
  readonly unit: SubjectKind | 'total'
  readonly unitWords: string
  /** Of findings; empty for totals. */
  readonly rules: readonly PledgeRule[]
  /** Of totals: the criterion that they speak of; null for findings. */
  readonly criterion: string | null
  readonly population: Population
  readonly direction: 'up' | 'down'
  /** The rule in words, as the parties read it. */
  readonly decision: string
  /** From findings on a day, with the weakest strength among them. */
  readonly baseline: Measured & {
    readonly on: string
    readonly strength: Strength
    /** Of totals: the document that shows it, with its date. */
    readonly source?: string | undefined
  }
  /** Shares, 0 to 1, in the order of their days. */
  readonly steps: readonly { readonly on: string; readonly value: number }[]
  readonly target: number
  readonly due: string
  /** How far below what is expected is still on course, as a share; null: a tenth of target minus baseline. */
  readonly tolerance: number | null
  /** What shows it, in words, and how firm a finding has to be to count. */
  readonly proof: string
  readonly least: Strength
  readonly verifier: { readonly person: string; readonly name: string; readonly function: string }
  readonly onMiss: string
  readonly level: PledgeLevel
  /** Who at the municipality looks after it. */
  readonly owner: { readonly person: string; readonly name: string; readonly function: string }
  /** The first target, where a later version changed it: with why and who agreed. */
  readonly first?: { readonly target: number; readonly due: string } | undefined
  readonly amendments?: readonly Amendment[] | undefined
}

/** What was agreed, changed by a later version: why, who agreed, and what each changed term was before. */
export type Amendment = {
  readonly on: string
  readonly why: string
  readonly agreed: string
  /** In words; absent where only the target was looked at. */
  readonly before?: readonly { readonly term: string; readonly name: string; readonly was: string }[] | undefined
}

/** A version of a covenant, whole: its articles, annex 1 (what is promised) and annex 2 (rules of exercises). */
export type CovenantText = {
  readonly articles: readonly Article[]
  readonly pledges: readonly PledgeTerms[]
  readonly exercises: readonly Article[]
  /** What was agreed and is no longer promised, with why: it never goes without a word. */
  readonly dropped?: readonly Dropped[] | undefined
  /** The last day, where an evaluation renewed it: `2030-12-31`. */
  readonly until?: string | undefined
}

/** An agreement that was fixed and then taken out, as it was promised. */
export type Dropped = Pick<PledgeTerms, 'id' | 'title' | 'decision'> & Omit<Amendment, 'before'>

/** An article of a template; a paragraph without clusters stands there for all of them. */
export type TemplateArticle = {
  readonly id: string
  readonly title: string
  readonly clusters: readonly string[]
  readonly paragraphs: readonly { readonly text: string; readonly clusters: readonly string[] }[]
}

/** What a covenant begins as: a file of `convenanten/`. In its texts stand places such as `{gemeente}`. */
export type CovenantTemplate = {
  readonly id: string
  /** That of the file, with the hash of its content. */
  readonly version: string
  readonly title: string
  readonly for: 'cluster' | 'street'
  readonly about: string
  readonly years: number
  readonly articles: readonly TemplateArticle[]
  readonly exercises: readonly TemplateArticle[]
  readonly pledges: readonly PledgeExample[]
}

/** A result agreement that somebody begins with: everything that does not depend on who takes part or on the day. */
export type PledgeExample = Pick<
  PledgeTerms,
  | 'id'
  | 'title'
  | 'norms'
  | 'method'
  | 'unit'
  | 'unitWords'
  | 'rules'
  | 'criterion'
  | 'direction'
  | 'target'
  | 'proof'
  | 'least'
  | 'level'
> & {
  /** A to G, as the programme names them. */
  readonly letter: string
  readonly why: string
  /** What goes wrong easily. */
  readonly careful: string
  /** Months after the day on which it begins. */
  readonly months: number
  readonly steps: readonly { readonly month: number; readonly value: number }[]
  /** Empty: for all. */
  readonly clusters: readonly string[]
}

/** A covenant that holds or can be signed now, with what its text promises. */
export type Promised = {
  readonly id: string
  readonly title: string
  readonly state: CovenantState
  readonly pledges: readonly PledgeTerms[]
}

/** What a program read in a file of a party, as it stood that day; who looks at it decides. */
export type FileReading = {
  /**
   * `unchanged`: each signature fits and the last one covers the whole file. `added-to`: bytes came after the last
   * signature. `unread`: no program here, or it did not come to an end.
   */
  readonly state: 'unchanged' | 'added-to' | 'changed' | 'unsigned' | 'unread' | 'not-a-pdf'
  readonly why: string
  readonly signatures: readonly {
    readonly signer: string
    readonly at: string
    readonly form: string
    readonly fits: boolean
    readonly whole: boolean
    readonly said: string
  }[]
  /** Whether it begins with the very bytes that were fixed; null when those could not be compared. */
  readonly ours: boolean | null
}
