/** A local regulation: a work with its versions, as the national repository or a list of the municipality knows it. */

export type Regulation = {
  /** `CVDR357364`, or a name of the municipality's own. */
  readonly work: string
  /** Empty: not told. */
  readonly version: string
  readonly title: string
  readonly kind: string
  readonly department: string
  readonly url: string | null
  /** What it is about, in the words of the source. */
  readonly subjects: readonly string[]
  /** ISO dates. */
  readonly issuedOn: string | null
  readonly modifiedOn: string | null
  readonly inForceOn: string | null
  readonly outOfForceOn: string | null
}
