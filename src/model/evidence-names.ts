/** What name servers, certificates in names and routes bring home. All of it is absent in evidence of before. */

/** One TLSA record (RFC 6698 §2.1); `data` in hexadecimal. */
export type TlsaRecord = {
  readonly usage: number
  readonly selector: number
  readonly matching: number
  readonly data: string
}

/** The TLSA records of one service. */
export type Tlsa = {
  /** Where they were asked for, such as `_443._tcp.www.voorbeeld.nl`. */
  readonly name: string
  readonly records: readonly TlsaRecord[]
  /**
   * secure: the resolver vouched for them, or for there being none; insecure: it did not; bogus: their signatures do
   * not hold; unseen: no answer, or of a resolver that does not check.
   */
  readonly state: 'secure' | 'insecure' | 'bogus' | 'unseen'
}

/** How a zone keeps its signatures. */
export type Upkeep = {
  /** The signature that ends first of those seen over the zone's own records; ISO 8601. null: none was seen. */
  readonly first: { readonly from: string; readonly until: string } | null
  /** Algorithms that sign (IANA numbers). */
  readonly algorithms: readonly number[]
  /** Extra rounds of NSEC3 (RFC 5155 §3.1.3); null: the zone says nothing of NSEC3. */
  readonly iterations: number | null
}

/** What one address of a name server answered when it was asked for the zone itself. */
export type ServerAnswer = {
  readonly host: string
  readonly address: string
  /**
   * lame: it answered, and not as a server of this zone (RFC 1912 §2.8); silent: no answer, while it may be our side;
   * untried: not asked, or over IPv6 that we may not have.
   */
  readonly said: 'serves' | 'lame' | 'silent' | 'untried'
  /** The serial of the zone there; absent: none was given. */
  readonly serial?: number
  /** The answer code of one that is lame, such as REFUSED. */
  readonly code?: string
}

/** A page as one family of addresses gives it, told so that two can be held beside each other. */
export type Facing = {
  readonly status: number
  readonly title: string | null
  /** Where it sends on to; null: nowhere. */
  readonly location: string | null
  /** Names of header lines that say something of the page or its protection, sorted. */
  readonly headers: readonly string[]
  readonly textLength: number
  /** Words of the page, each once, as short numbers: at most two hundred. */
  readonly words: readonly number[]
}

/** An announced route to an address, and what the holders of the addresses say of it (RFC 6811). */
export type Route = {
  readonly of: 'web' | 'nameserver' | 'mail'
  readonly address: string
  readonly prefix: string
  readonly origin: number
  /** What the validator has of authorisations that cover the route. */
  readonly covering: readonly { readonly asn: number; readonly prefix: string; readonly maxLength: number }[]
}

/** Routes to the addresses met. `lacks`: addresses of which no route is known. */
export type Routes = {
  readonly routes: readonly Route[]
  readonly missing: readonly string[]
  /** ISO 8601: when the validator's data were written. */
  readonly at: string
}

/** Statuses about the end of a registration (RFC 8056 §2). */
export type RegistrationStatus = 'auto renew period' | 'redemption period' | 'pending restore' | 'pending delete'

/** What the registry says of the registration of a domain (RDAP, RFC 9083 §5.3). */
export type Registration = {
  /** What a registry gave out; under a name that a service gives out, the service's own domain. */
  readonly domain: string
  /**
   * day: `until`; unpublished: the registry publishes no day, by its answer or by our list; unclear: it told several,
   * or one that no calendar has; unlisted: our list knows no registry for this ending; service: the registration is of
   * the service that gave the name out.
   */
  readonly told: 'day' | 'unpublished' | 'unclear' | 'unlisted' | 'service'
  /** ISO dates in UTC: when it ends, and when it was last changed; null: not told. */
  readonly until: string | null
  readonly changed: string | null
  readonly statuses: readonly RegistrationStatus[]
  /** The host that answered; null: nobody was asked. */
  readonly asked: string | null
}
