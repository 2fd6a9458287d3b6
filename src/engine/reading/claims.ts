/** How a check says what it claims, and on how much of the evidence that rests. */
import type { Check, Claim } from '../../model/check.ts'
import type { Key, Part } from '../../model/evidence.ts'
import type { VerdictWord } from '../../model/finding.ts'

type Said = Exclude<VerdictWord, 'unknown'>

/** Rests on what it names alone: nothing that was not seen could change it. */
export const shown = (verdict: Said): Claim => ({ verdict, rests: [] })

/** Says that something is not there, or that nothing worse is: only true of parts that were seen whole. */
export const whole = (verdict: Said, ...rests: readonly [Part, ...Part[]]): Claim => ({ verdict, rests })

/** Lets TypeScript infer what a check needs and answers. */
export function defineCheck<K extends Key, R extends string>(check: Check<K, R>): Check<K, R> {
  return check
}
