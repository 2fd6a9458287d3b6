/** What a register can do beside what follows from its file: a feature gives it, its pages lead to it. */
export type Power = {
  /** Of the register, never its id. */
  readonly purpose: string
  /** Shown above the list of the register. */
  readonly list?: { readonly to: string; readonly text: string }
  /** Shown on the page of an entry. */
  readonly entry?: { readonly to: (id: string) => string; readonly text: string }
}

/** What the register for this purpose can do. */
export const powersOf = (powers: readonly Power[], purpose: string): readonly Power[] =>
  powers.filter((power) => power.purpose === purpose)
