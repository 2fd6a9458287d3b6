/** What a step of an IT-toets is: where it leads, who takes it, and what must be so before. */
import type { Term } from '../../../lib/working-days.ts'
import type { CaseState } from '../../../vocabulary/case.ts'
import type { Permission } from '../../../vocabulary/roles.ts'
import type { CaseFacts } from './facts.ts'

export type Taker = 'author' | 'handler' | 'decision-maker' | 'author-or-handler'
export type Step = {
  readonly id: string
  readonly from: readonly CaseState[]
  /** `resume`: back to where it was held. */
  readonly to: CaseState | 'resume'
  readonly who: Taker
  readonly may: Permission
  /** The button. */
  readonly label: string
  /** Why not now, in a Dutch sentence; undefined when it may. */
  readonly guard?: (facts: CaseFacts) => string | undefined
  /** Whether the person says why; a function when it depends. */
  readonly reason: 'no' | 'optional' | 'required' | ((facts: CaseFacts) => boolean)
  /** A page of its own, with more than a reason. */
  readonly page?: 'opinions' | 'advice' | 'decision' | 'rework'
  /** Beside the way: never the main action. */
  readonly aside?: true
  /** How long the next step may take (service terms; legal ones are named). */
  readonly term?: Term
}
