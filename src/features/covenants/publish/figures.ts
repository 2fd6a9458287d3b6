/** What is told of the figures of a pledge: by whoever measures them, so that publishing types none. */
import type { Course, PledgeOutcome } from '../../../vocabulary/covenant.ts'
import type { FirstStep, PartyVerdict, PublicVerdict } from '../../../model/public-covenant.ts'

export type Figure = { readonly count: number; readonly among: number; readonly unknown: number }

export type Figures = {
  /** Of all together, each day on which it changed, as far as that may be told. */
  readonly values: readonly (Figure & {
    readonly on: string
    readonly seen: string | null
    readonly strength: string | null
  })[]
  /** There are figures that may not be told, because too few are behind them. */
  readonly hidden: boolean
  readonly expected: number | null
  readonly course: Course | null
  /** Once it may be public. */
  readonly verdict: (PublicVerdict & { readonly id: string }) | null
  /** How many are counted today without a name. */
  readonly quiet: number
  /** Whether the begin may be told: nobody without a name is behind it that the figures do not hide. */
  readonly begin: boolean
  /** How many parties the verifier judged, by outcome, where so many are behind it that none can be pointed at. */
  readonly judged: Judged | null
  /** By organisation; of those that are named. */
  readonly parties: ReadonlyMap<string, Figure & { readonly steps: readonly FirstStep[] }>
  /** What the verifier said that may be read: of all together and of each party, with what followed. */
  readonly said: readonly Said[]
}
export type Judged = Readonly<Partial<Record<PledgeOutcome, number>>>
/** A verdict with its plans. `party`: the organisation; null of all together. */
export type Said = PartyVerdict & {
  readonly party: string | null
  /** Until when a plan is asked; null where none is. */
  readonly planDue: string | null
  readonly plans: readonly { readonly no: number; readonly on: string; readonly plan: 'handed-in' | 'accepted' }[]
}
export const NO_FIGURES: Figures = {
  values: [],
  hidden: false,
  expected: null,
  course: null,
  verdict: null,
  quiet: 0,
  begin: false,
  judged: null,
  parties: new Map(),
  said: [],
}

/** What stands at a party of what was said of it. */
export const verdictOf = ({ id, outcome, on, by, late }: Said): PartyVerdict => ({ id, outcome, on, by, late })
