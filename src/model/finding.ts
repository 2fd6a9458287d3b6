/** What was found: one subject against one criterion at one moment. */
import type { SubjectKind } from './subject.ts'

export type VerdictWord = 'met' | 'partly' | 'unmet' | 'unknown' | 'not-applicable'

/** One measurement of a criterion since its published verdict; `at` ISO 8601. */
export type Look = { readonly at: string; readonly verdict: VerdictWord }

/** How firm a finding is: said, measured, shown on paper, or seen by a named person. */
export type Strength = 'declared' | 'measured' | 'documented' | 'witnessed'

/**
 * Where a finding comes from: a look from outside, a filled-in questionnaire, somebody who came to look, an entry of a
 * register, who judges an IT-toets, or what others found and handed over.
 */
export type FindingSource = 'visit' | 'form' | 'inspection' | 'entry' | 'case' | 'import'

/** One that a person saw, an IT-toets showed or others handed over, of any kind of subject. */
export type Noted = Finding & {
  readonly id: string
  readonly about: { readonly kind: SubjectKind; readonly id: string }
  /** What was seen, in the words of who saw it. */
  readonly said: string
  readonly seenBy: string
  /** The last day on which it counts, `2027-11-28`. */
  readonly until: string
}

/** One with who handed it over, what it came in the place of, and who took it away and why. */
export type NotedStory = Noted & {
  readonly notedAt: Date
  readonly notedBy: string
  readonly replaces: string | null
  readonly withdrawn: { readonly at: Date; readonly by: string; readonly why: string } | undefined
}

/** A finding with the days on which it holds, `2026-11-28`: from when it was known here, until its last day. */
export type Held = Pick<Finding, 'criterion' | 'verdict' | 'strength' | 'source'> & {
  /** The id of what it is about. */
  readonly subject: string
  /** The day on which it was seen. */
  readonly at: string
  readonly from: string
  readonly until: string
}

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

/** What was seen, as named parameters for the sentence that tells it; `details` is shown verbatim as a list. */
export type Seen = { readonly [key: string]: Json }

export type Finding = {
  readonly norm: string
  readonly criterion: string
  readonly verdict: VerdictWord
  /**
   * A reason of the check, or one of judge's own: `unseen.<why>`, `half-seen.<lack>`, `not-public-body`; of a
   * publication `contradicts`; of an answer `answer.<id>`, of an entry `entry.<what>`; `noted` of what a person
   * handed over.
   */
  readonly reason: string
  readonly seen: Seen
  readonly strength: Strength
  readonly source: FindingSource
  /** ISO 8601: when it was seen. */
  readonly at: string
}
