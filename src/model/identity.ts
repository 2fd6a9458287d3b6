/** The municipality's own identity provider, as the desk knows it (OpenID Connect). */

export type Kept = { readonly state: string; readonly nonce: string; readonly verifier: string }
export type Identity = {
  readonly issuer: string
  readonly subject: string
  readonly email: string | undefined
  readonly emailVerified: boolean
  readonly name: string | undefined
  /** Whether the provider says that a second factor was used (RFC 8176 `amr`). */
  readonly secondFactor: boolean
}
export type IdentityProvider = {
  /** Where the browser goes, and what to keep until it is back. */
  begin(redirectUri: string): Promise<{ readonly url: string; readonly keep: Kept }>
  /** Who came back. Throws when anything does not fit: state, nonce, verifier, signature, time. */
  end(current: URL, keep: Kept): Promise<Identity>
}
