/** Lists that change with time and are held against evidence: owners, trackers, cookies. Versioned data, read once. */

export type Owner = {
  /** What the host is for, such as `Google Fonts`. */
  readonly service: string
  readonly company: string
  /** Ultimate parent; equals `company` when there is none; null where no two independent sources say so. */
  readonly parent: string | null
  /** ISO 3166-1 alpha-2 of the parent; null together with it. */
  readonly country: string | null
  readonly category: OwnerCategory
  /** Addresses of what says so. */
  readonly source: string
  /** ISO date on which the sources were seen; of several the oldest. */
  readonly date: string
}

export type OwnerCategory =
  | 'analytics'
  | 'advertising'
  | 'social'
  | 'video'
  | 'maps'
  | 'fonts'
  | 'captcha'
  | 'cdn'
  | 'consent'
  | 'chat'
  | 'payment'
  | 'hosting'
  | 'mail'
  | 'dns'
  | 'government'
  | 'forms'
  | 'tag-manager'
  | 'monitoring'
  | 'other'

export type CookieCategory = 'functional' | 'analytics' | 'marketing' | 'personalization' | 'security'

/** What a functional cookie does: by `session` the site knows who is logged in; `forgery` guards forms, no secret. */
export type CookieRole = 'session' | 'forgery'

export type KnownCookie = {
  readonly category: CookieCategory
  readonly platform: string
  readonly role?: CookieRole
  readonly guess?: true
}

export type Lists = {
  /** The owner of a host by its longest matching suffix, or undefined when not known. */
  owner(host: string): Owner | undefined
  /**
   * The list rule a request matches, or undefined. Reviewed exceptions (privacy-friendly first-party statistics) give
   * undefined.
   */
  tracker(request: { readonly url: string; readonly page: string; readonly type: string }): string | undefined
  /**
   * What a cookie of this name, set by this host, is known to be for. Short names such as `fr` mean something on their
   * own host only. `guess`: by words that anybody may use, so it says nothing of what others keep, or what stays long.
   */
  cookie(name: string, host: string): KnownCookie | undefined
  /** Whether a host gives other files at one address from request to request, so that no fingerprint fits. */
  changing(host: string): boolean
  /**
   * CVE numbers of known holes of a library in a version of numbers (`3.4.1`), by its name in addresses; none: no hole
   * is known; undefined: the list does not know the library.
   */
  holes(library: string, version: string): readonly string[] | undefined
  /** Whether a country (ISO 3166-1 alpha-2) lies in the European Economic Area. */
  inEea(country: string): boolean
  readonly versions: Readonly<Record<string, string>>
}
