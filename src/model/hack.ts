/** A hack event as everybody reads it. */

export type ToldHack = {
  /** Number that is answered all the time; empty: not known yet. */
  readonly stop: string
  /** Lines on top of the rules. */
  readonly forbidden: string
  /** Every supplier that was asked answered, and one said yes: only then is anything in scope. */
  readonly agreed: boolean
  readonly scope: readonly {
    readonly name: string
    readonly address: string
    readonly supplier: string
    /** YYYY-MM-DD, and clock times here. */
    readonly opensOn: string
    readonly opens: string
    readonly closesOn: string
    readonly closes: string
    readonly limits: string
    /** Version of the rules that its supplier signed for. */
    readonly rules: number
  }[]
  readonly found: number
  readonly mended: number
  readonly retested: number
  /** Who wants to be thanked by name. */
  readonly thanks: readonly string[]
  /** What everybody may know of what was mended: stands with the weaknesses. */
  readonly notes: readonly { readonly id: string; readonly title: string }[]
}
