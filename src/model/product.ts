/** A digital product, as the list of products knows it. */
export type Product = {
  readonly id: string
  readonly name: string
  readonly supplier: string
  readonly version: string
  readonly configuration: string
  readonly deployment: string
  readonly description: string
  readonly contractStartsOn: string | null
  readonly contractEndsOn: string | null
  /** In euros. */
  readonly costPerYear: number | null
  /** Ids of the answers to the question about kinds of data. */
  readonly data: readonly string[]
  readonly owner: string
  readonly websites: readonly string[]
}
