/** How the national register of algorithms is reached. */
export type RegisterAccess = {
  /** Of the API, up to its version: `https://…/aanleverapi/v1_0`. */
  readonly address: string
  /** What the register calls the organisation. */
  readonly organisation: string
  /** A secret: it stands in no log, no page and no table. */
  readonly key: string
  /** Where a login is asked with the key as password; without, the key itself is the token. */
  readonly login?: { readonly address: string; readonly user: string; readonly client: string } | undefined
}
