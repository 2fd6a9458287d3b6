/** What a norm is held against, and the organisation it belongs to. */

/** Kinds of subject the catalogue speaks of; measured from outside are `website` and `mail-domain`. */
export type SubjectKind =
  | 'organisation'
  | 'website'
  | 'mail-domain'
  | 'product'
  | 'regulation'
  | 'processing'
  | 'algorithm'
  | 'sensor'
  | 'data-set'
  | 'project'
  | 'premises'

/** A subject as probes and checks know it: an address, and whether a public body answers for it. */
export type Subject = {
  readonly kind: 'website' | 'mail-domain'
  /**
   * Host name in lower case and punycode, without port: `www.voorbeeld.nl`. Of a website that begins below it with that
   * path, `koepel.nl/noord`; a check gets the host alone.
   */
  readonly address: string
  /** Whether the organisation is a public body (bestuursorgaan or otherwise under public law). */
  readonly publicBody: boolean
}

export type Size = 'micro' | 'small' | 'medium' | 'large'

/** An organisation as imported: `kind` is a word of the municipality's own, such as `café` or `ziekenhuis`. */
export type Organisation = {
  readonly name: string
  readonly kind: string
  readonly size: Size | null
  readonly street: string | null
  readonly publicBody: boolean
  readonly websites: readonly string[]
  readonly mailDomains: readonly string[]
}
