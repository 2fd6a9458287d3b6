/** What a feature lets happen by itself, as data: the clock runs each, round after round, and decides nothing. */
import type { Tx } from './as.ts'
import type { Municipality } from './municipality.ts'

export type Round = {
  readonly municipality: Municipality
  /** YYYY-MM-DD, in the Netherlands. */
  readonly today: string
  /** Scheme and host of the desk of this municipality, for links in mail. */
  readonly origin: string
}

export type Timer = {
  /** What `leidraad clock --json` counts it as. */
  readonly id: string
  /** What it counts, in Dutch, after a number. */
  readonly what: string
  /** Runs only where mail leaves the house. */
  readonly mails?: true
  /**
   * Does what is due, in a transaction as the clock, and gives how much that was. Two rounds at once do nothing twice:
   * rows are locked, keys are unique.
   */
  run(tx: Tx, round: Round): Promise<number>
}
