/** An IT-toets on its way from draft to decision and back to re-test. */

/** A draft … archived is the way; withdrawn and on-hold are beside it. */
export const CASE_STATES = [
  'draft', 'pre-check', 'no-effect', 'in-test', 'completeness', 'opinions', 'advice', 'reaction', 'decision', 'decided', 'published', 'follow-up',
  'retest', 'archived', 'withdrawn', 'on-hold',
] as const
export type CaseState = (typeof CASE_STATES)[number]
export type CaseKind = 'regulation' | 'proposal' | 'product'
export type Stance = 'no-objection' | 'conditions' | 'revise' | 'against' | 'none-needed'
export type ReactionKind = 'adopt' | 'adapt' | 'refuse'
