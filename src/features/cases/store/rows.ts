/** A case as it is read: its row, and all that belongs to it. */
import type { OnAddress } from '../../../db/findings.ts'
import type { Rework } from '../../../db/rework.ts'
import type { CaseKind, CaseState, ReactionKind, Stance } from '../../../vocabulary/case.ts'
import type { Finding, Noted } from '../../../model/finding.ts'
import type { Answers, Questionnaire, Value } from '../../../model/questionnaire.ts'
import type { Role } from '../../../vocabulary/roles.ts'
import type { Contradiction } from '../../../scoring/declared.ts'
import type { Result } from '../../../scoring/result.ts'
import type { Proposal } from '../../../scoring/route.ts'
import type { CaseFacts } from '../rules/facts.ts'

export type Opinion = {
  readonly id: string
  readonly request: string
  readonly no: number
  readonly stance: Stance
  readonly text: string
  readonly by: string
  readonly function: string
  readonly at: Date
  readonly conditions: readonly Condition[]
}
export type Condition = {
  readonly id: string
  readonly opinion: string
  readonly no: number
  readonly text: string
  /** Who does it and when; null only in what was signed before these were asked. */
  readonly owner: string | null
  readonly dueOn: string | null
  readonly reactions: readonly Reaction[]
}
export type Reaction = {
  readonly kind: ReactionKind
  readonly text: string
  readonly by: string
  readonly at: Date
  readonly no: number
  /** Of an adapted one: whether it does what was asked, says who asked; null while nobody said so. */
  readonly verdict: { readonly verdict: 'enough' | 'weaker'; readonly text: string; readonly by: string } | null
}
export type RequestRow = {
  readonly id: string
  readonly round: number
  readonly role: Role
  readonly person: string | null
  readonly dueOn: string
  readonly at: Date
  readonly escalatedAt: Date | null
  /** The request that this one takes the place of, and why. */
  readonly replaces: string | null
  readonly reason: string
  readonly opinions: readonly Opinion[]
}
export type MeasureRow = {
  readonly id: string
  readonly text: string
  readonly owner: string
  readonly dueOn: string
  readonly state: 'open' | 'proven' | 'done' | 'dropped'
  /** The condition that it was made of. */
  readonly condition: string | null
  readonly proofs: readonly {
    readonly no: number
    readonly text: string
    readonly url: string | null
    readonly verdict: 'accepted' | 'insufficient' | null
    readonly by: string
    readonly at: Date
  }[]
}
export type LegalTermRow = {
  readonly id: string
  readonly term: string
  readonly startsOn: string
  readonly dueOn: string
  readonly extended: string | null
  readonly endedOn: string | null
  readonly endedBy: string | null
  readonly note: string
  readonly by: string
}
export type DecisionRow = {
  readonly id: string
  readonly no: number
  readonly outcome: string
  readonly text: string
  readonly by: string
  readonly name: string
  readonly function: string
  readonly mandate: string
  readonly decidedOn: string
  readonly at: Date
  /** The number of the decision that this one corrects, and why. */
  readonly corrects: number | null
  readonly correction: string
  readonly deviations: readonly { readonly about: string; readonly text: string }[]
}

export type QuestionRow = {
  readonly id: string
  readonly request: string
  readonly whom: string
  readonly text: string
  readonly by: string
  readonly at: Date
  readonly answer: { readonly text: string; readonly by: string; readonly at: Date } | null
}
export type ChangeRow = {
  readonly form: string
  readonly question: string
  readonly by: string
  readonly at: Date
  readonly from: Value | null
  readonly to: Value | null
}

export type CaseRow = {
  readonly id: string
  readonly no: number
  readonly kind: CaseKind
  readonly title: string
  readonly summary: string
  readonly author: string
  readonly handler: string | null
  readonly decisionMaker: string | null
  readonly regulation: string | null
  readonly product: string | null
  readonly state: CaseState
  readonly stateSince: Date
  readonly beforeHold: CaseState | null
  readonly round: number
  readonly urgent: boolean
  readonly complex: boolean
  readonly preCheck: string | null
  readonly fullTest: string | null
  readonly route: string | null
  readonly intendedOn: string | null
  readonly dueOn: string | null
  readonly retestOn: string | null
  readonly createdAt: Date
}
export type Case = {
  readonly row: CaseRow
  readonly facts: CaseFacts
  readonly steps: readonly {
    readonly no: number
    readonly from: CaseState | null
    readonly to: CaseState
    readonly by: string
    readonly function: string
    readonly at: Date
    readonly reason: string
    readonly rule: string | null
  }[]
  readonly proposal: Proposal
  readonly preCheck: Questionnaire | undefined
  readonly preCheckAnswers: Answers
  readonly test:
    | { readonly questionnaire: Questionnaire; readonly answers: Answers; readonly result: Result }
    | undefined
  readonly requests: readonly RequestRow[]
  readonly advices: readonly {
    readonly no: number
    readonly stance: Stance
    readonly text: string
    readonly by: string
    readonly function: string
    readonly at: Date
  }[]
  readonly flagAnswers: ReadonlyMap<string, { readonly text: string; readonly by: string; readonly at: Date }>
  readonly decisions: readonly DecisionRow[]
  readonly measures: readonly MeasureRow[]
  readonly legalTerms: readonly LegalTermRow[]
  readonly retests: readonly {
    readonly id: string
    readonly kind: string
    readonly text: string
    readonly dueOn: string
    readonly startedAt: Date | null
  }[]
  /** What the author answered to an opinion or advice not to do it, or not this way: the newest, by `answerKey`. */
  readonly answers: ReadonlyMap<string, { readonly text: string; readonly by: string; readonly at: Date }>
  /** What happened beside the steps. */
  readonly events: readonly { readonly text: string; readonly by: string; readonly at: Date }[]
  /** Questions of who gives an opinion, with their answers. */
  readonly questions: readonly QuestionRow[]
  /** What went back to the author, question by question, newest first. */
  readonly reworks: readonly Rework[]
  /** Answers that changed after they were handed in. */
  readonly changes: readonly ChangeRow[]
  readonly names: ReadonlyMap<string, string>
  /** What the answers declare. */
  readonly declared: readonly Finding[]
  readonly measured: readonly OnAddress[]
  /** What people saw of its product or regulation. */
  readonly noted: readonly Noted[]
  readonly contradictions: readonly Contradiction[]
}
