/** How the site of a municipality looks. */
export type Look = {
  /** `#0b5563`; null: Leidraad's own. */
  readonly accent: string | null
  /** A PNG in base64; null: Leidraad's own sign. */
  readonly logo: string | null
}
