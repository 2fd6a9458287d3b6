/** What was found: one subject against one criterion at one moment. */

export type VerdictWord = 'met' | 'partly' | 'unmet' | 'unknown' | 'not-applicable'

/** How firm a finding is: said, measured, shown on paper, or seen by a named person. */
export type Strength = 'declared' | 'measured' | 'documented' | 'witnessed'

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

/** What was seen, as named parameters for the sentence that tells it; `details` is shown verbatim as a list. */
export type Seen = { readonly [key: string]: Json }

export type Finding = {
  readonly norm: string
  readonly criterion: string
  readonly verdict: VerdictWord
  /** A reason of the check, or one of judge's own: `unseen.<why>`, `half-seen.<lack>`, `not-public-body`. */
  readonly reason: string
  readonly seen: Seen
  readonly strength: Strength
  /** ISO 8601: when it was seen. */
  readonly at: string
}
