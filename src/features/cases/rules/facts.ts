/** What the rules need to know of a case. Pure. */
import type { CaseState, ReactionKind } from '../../../vocabulary/case.ts'
import type { Role } from '../../../vocabulary/roles.ts'

export type Request = {
  readonly id: string
  readonly role: Role
  readonly person: string | null
  readonly answered: boolean
  /** Not answered, and its last day is over. */
  readonly late: boolean
}
/** What the rules need to know of a case. */
export type CaseFacts = {
  readonly state: CaseState
  readonly author: string
  /** Everyone who is or was the author. */
  readonly authors: ReadonlySet<string>
  /** Everyone who wrote answers, as author or as a colleague who helped. */
  readonly wrote: ReadonlySet<string>
  /** Everyone who gave an opinion, in any round. */
  readonly opined: ReadonlySet<string>
  /** Everyone who wrote the advice, in any round. */
  readonly advised: ReadonlySet<string>
  /** Whether the author still works here. */
  readonly authorIsHere: boolean
  readonly handler: string | null
  readonly decisionMaker: string | null
  readonly beforeHold: CaseState | null
  readonly summary: string
  readonly intendedOn: string | null
  /** What the pre-check proposes. */
  readonly proposal: 'full-test' | 'doubt' | 'no-effect' | 'incomplete'
  readonly openQuestions: number
  readonly coverage: number
  readonly flags: readonly string[]
  readonly flagsAnswered: ReadonlySet<string>
  /** Of this round. */
  readonly requests: readonly Request[]
  readonly conditions: readonly { readonly id: string; readonly reaction: ReactionKind | null }[]
  /** Opinions and advice not to do it, or not this way, that the author did not answer yet. */
  readonly answersOwed: number
  /** Questions of the pre-check without an answer. */
  readonly preCheckOpen: number
  /** Questions that went back to the author and are not done. */
  readonly reworkOpen: readonly string[]
  readonly openMeasures: number
  /** Conditions that were adopted and are no measure yet, when the proposal goes on. */
  readonly conditionsWaiting: number
  /** It went to the decision without its full test, and that did not follow yet. */
  readonly owesTest: boolean
}
