/** What was said of a party as it reads it by its link, and what it can answer. Pure. */
import type { PledgeLevel } from '../../../vocabulary/covenant.ts'
import { asksPlan, missOf, type Verdict, type Word } from '../progress/verdict-rules.ts'

/** A verdict on this party, or on all together where they are so few that it is said of each. */
export type LinkVerdict = Omit<Verdict, 'words' | 'at'> & {
  /** Of the agreement. */
  readonly title: string
  readonly level: PledgeLevel
  readonly at: string
  /** What this party said and what was answered, and nothing of another. */
  readonly words: readonly (Pick<Word, 'no' | 'kind' | 'text'> & { readonly at: string })[]
}

/** What a party can answer now. Of all together the municipality makes the plan. */
export const answersTo = (verdict: LinkVerdict, today: string) => ({
  objection: missOf(verdict, today)?.mayObject ?? false,
  plan: !verdict.whole && asksPlan(verdict, today),
})
/** Whether anything is asked of the party, or can be said, now. */
export const waits = (verdict: LinkVerdict, today: string): boolean => {
  const { objection, plan } = answersTo(verdict, today)
  return objection || plan
}
