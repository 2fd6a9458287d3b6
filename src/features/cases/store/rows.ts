/** A case as it is read: its row, and all that belongs to it. */
import type { CaseKind, CaseState, ReactionKind, Stance } from '../../../model/case.ts'
import type { Finding } from '../../../model/finding.ts'
import type { Answers, Questionnaire } from '../../../model/questionnaire.ts'
import type { Role } from '../../../model/roles.ts'
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
  readonly reactions: readonly Reaction[]
}
export type Reaction = {
  readonly kind: ReactionKind
  readonly text: string
  readonly by: string
  readonly at: Date
  readonly no: number
}
export type RequestRow = {
  readonly id: string
  readonly round: number
  readonly role: Role
  readonly person: string | null
  readonly dueOn: string
  readonly at: Date
  readonly escalatedAt: Date | null
  readonly opinions: readonly Opinion[]
}
export type MeasureRow = {
  readonly id: string
  readonly text: string
  readonly owner: string
  readonly dueOn: string
  readonly state: 'open' | 'proven' | 'done' | 'dropped'
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
  readonly deviations: readonly { readonly about: string; readonly text: string }[]
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
  readonly names: ReadonlyMap<string, string>
  /** What the answers declare. */
  readonly declared: readonly Finding[]
  readonly measured: readonly (Finding & { readonly address: string })[]
  readonly contradictions: readonly Contradiction[]
}
