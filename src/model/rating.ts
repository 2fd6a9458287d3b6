/** How a product of the municipality was rated, as everybody may read it; null where too few answered. */
import type { Done, Stuck } from '../vocabulary/rating.ts'

export type Ratings = {
  readonly count: number | null
  readonly done: Readonly<Partial<Record<Done, number>>> | null
  /** By how easy it was, 1 to 5. */
  readonly ease: Readonly<Record<string, number>> | null
  readonly stuck: Readonly<Partial<Record<Stuck, number>>> | null
  readonly helped: number | null
  /** `2026-Q3`, with as many answers that it worked out, and the versions that ten of them or more named. */
  readonly quarters: readonly {
    readonly quarter: string
    readonly count: number
    readonly yes: number
    readonly versions: readonly string[]
  }[]
  readonly words: readonly string[]
  readonly acts: readonly { readonly text: string; readonly owner: string; readonly on: string }[]
  readonly tests: readonly {
    readonly on: string
    readonly task: string
    readonly people: string
    readonly number: number
    readonly finished: number
    readonly withHelp: number
    readonly minutes: number
    readonly found: string
    /** The function of who was there. */
    readonly witness: string
  }[]
}
