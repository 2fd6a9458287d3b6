/** An exercise as data: who plays what, and which messages come when. */
import type { Phase, Way } from '../vocabulary/exercise.ts'
import type { Said } from './request.ts'

export type ScenarioRole = { readonly id: string; readonly name: Said; readonly task: Said }

export type ScenarioMessage = {
  /** Minutes after the start. */
  readonly after: number
  /** Ids of roles; empty: everybody. */
  readonly to: readonly string[]
  readonly way: Way
  readonly phase: Phase
  readonly text: Said
  /** What the leader hopes to see. */
  readonly expected: Said
  /** A question of the leader where nobody moves. */
  readonly hint: Said | null
  /** When the leader gives it; null: always. */
  readonly onlyIf: Said | null
}

export type Scenario = {
  readonly id: string
  readonly version: number
  readonly title: Said
  readonly lead: Said
  readonly forWhom: Said
  readonly minutes: number
  readonly aims: readonly Said[]
  readonly norms: readonly string[]
  /** Criteria of which a finished exercise shows something: `VEI-09.waarneming`. */
  readonly shows: readonly string[]
  /** Those of them that are only met when what was found is followed up: each finding a measure, each measure over. */
  readonly afterMeasures: readonly string[]
  readonly needs: readonly Said[]
  readonly roles: readonly ScenarioRole[]
  readonly messages: readonly ScenarioMessage[]
  readonly questions: readonly Said[]
}
