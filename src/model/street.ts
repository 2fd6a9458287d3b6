/** A shopping street that people walk: what came of it, and what is told of it in public. */
import type { VerdictWord } from './finding.ts'
import type { Two } from './norm.ts'

/** What holds of one question after both looked. `how`: both said so, or a person chose between them. */
export type Held = {
  readonly answer: string
  readonly how: 'agreed' | 'decided'
  /** Of what was decided. */
  readonly reason: string
}
/** By question. */
export type Settled = Readonly<Record<string, Held>>

/** One criterion as it is told of: what was looked at, and how often it was found so. */
export type ToldCriterion = {
  readonly criterion: string
  readonly title: Two
  /** What looking cannot prove. */
  readonly limits: Two
  readonly counts: Readonly<Record<VerdictWord, number>>
}

/** What everybody reads of a round. */
export type ToldStreet = {
  /** Premises of which the outcome was settled, and all of the round. */
  readonly settled: number
  readonly all: number
  readonly criteria: readonly ToldCriterion[]
  /** Functions of who looked, who settled it and who proposed to publish. */
  readonly seenBy: readonly string[]
  readonly settledBy: readonly string[]
  readonly proposedBy: string
}

/** What everybody reads of one premises, when its owner wants that. */
export type ToldPremises = { readonly verdicts: Readonly<Record<string, VerdictWord>> }

/** What is proposed and published: the street, and each premises by its id, with the number of its outcome. */
export type ToldRound = ToldStreet & {
  readonly premises: Readonly<Record<string, ToldPremises & { readonly outcome: number }>>
}

/** What an owner said of an outcome that was repaired since. */
export type SaidBefore = { readonly words: string; readonly at: string; readonly outcome: number }
