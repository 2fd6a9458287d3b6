/** What a yearly report is made of. */
import type { MeetingKind } from '../../../vocabulary/covenant.ts'
import type { ToldPledge } from '../progress/told.ts'

export type Changed = {
  readonly on: string
  readonly is: 'joined' | 'again' | 'paused' | 'suspended' | 'left'
  /** Null: who did not agree to be named. */
  readonly name: string | null
}
export type Decided = {
  readonly heldOn: string
  readonly about: string
  readonly text: string
  readonly agreed: string
}
/** Where improvement plans stand at one agreement, of those of whom others may read. */
export type Plans = { readonly asked: number; readonly handedIn: number; readonly accepted: number }
export type ReportFacts = {
  readonly city: string
  readonly covenant: { readonly no: number; readonly title: string; readonly endsOn: string | null }
  readonly no: number
  readonly meeting: { readonly kind: MeetingKind; readonly heldOn: string }
  readonly period: { readonly from: string; readonly to: string }
  readonly madeOn: string
  readonly by: { readonly name: string; readonly function: string }
  readonly foreword: string
  readonly questions: readonly string[]
  /** The report before this one; undefined: there was none. */
  readonly last: { readonly no: number; readonly madeOn: string } | undefined
  readonly told: readonly ToldPledge[]
  readonly changed: readonly Changed[]
  readonly decided: readonly Decided[]
  /** How many decisions are about a party that is not named: that party reads them itself. */
  readonly decidedApart: number
  readonly plans: ReadonlyMap<string, Plans>
}
