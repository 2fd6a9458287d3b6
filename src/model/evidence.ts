/**
 * What probes bring home: plain JSON, immutable, that can be judged again years later.
 * One record per probe; for page probes one per page × phase × profile.
 */

/** Why something could not be seen. Never a verdict: what was not seen is unknown. */
export type Unseen =
  | 'name-not-found'
  | 'dns-failed'
  | 'unreachable'
  | 'timeout'
  | 'tls-failed'
  | 'refused-address'
  | 'redirect-loop'
  | 'redirected-away'
  | 'http-error'
  | 'blocked'
  | 'rate-limited'
  | 'not-html'
  | 'empty'
  | 'too-large'
  | 'too-heavy'
  | 'robots'
  | 'crashed'
  | 'probe-failed'

export type Observed<T> =
  | { readonly seen: true; readonly value: T }
  | { readonly seen: false; readonly why: Unseen; readonly detail: string }

/** Header lines as sent, in order; names in lower case; a repeated header is repeated here. */
export type Headers = readonly (readonly [name: string, value: string])[]

export type Hop = {
  readonly url: string
  readonly status: number
  readonly headers: Headers
  /** The address that was connected to. */
  readonly address: string
}

/** A walk along redirects; the last hop is where it ended. */
export type Chain = {
  readonly hops: readonly Hop[]
  readonly body: {
    readonly contentType: string | null
    readonly bytes: number
    /** Characters of text a reader gets without any script, and the document's own `<html lang>`. */
    readonly textLength: number
    readonly lang: string | null
  }
}

export type TextFile = {
  readonly url: string
  readonly status: number
  readonly contentType: string | null
  readonly text: string
}

export type Http = {
  /** The walk that starts at http://host/. */
  readonly plain: Observed<Chain>
  /** The walk that starts at https://host/. */
  readonly secure: Observed<Chain>
  /** /.well-known/security.txt over https; any status, text at most 20 kB. */
  readonly securityTxt: Observed<TextFile>
  readonly robotsTxt: Observed<TextFile>
  /** Whether /favicon.ico answered 200 with an image. */
  readonly favicon: Observed<boolean>
}

export type Dns = {
  readonly host: string
  /** The registrable domain (public suffix + 1). */
  readonly zone: string
  readonly a: readonly string[]
  readonly aaaa: readonly string[]
  /** Names the host is an alias of, in order. */
  readonly cname: readonly string[]
  readonly ns: readonly { readonly host: string; readonly a: readonly string[]; readonly aaaa: readonly string[] }[]
  /** CAA records found climbing from the host; `name` is where they stood. */
  readonly caa: {
    readonly name: string
    readonly records: readonly { readonly flags: number; readonly tag: string; readonly value: string }[]
  } | null
  readonly ds: readonly { readonly keyTag: number; readonly algorithm: number; readonly digestType: number }[]
  /**
   * secure: signed and the resolver vouched (AD); insecure: no DS; bogus: SERVFAIL that CD cures; unvalidated: DS but
   * the resolver does not validate.
   */
  readonly dnssec: 'secure' | 'insecure' | 'bogus' | 'unvalidated'
  /** Reverse names of the A and AAAA addresses. */
  readonly ptr: readonly { readonly address: string; readonly names: readonly string[] }[]
}

export type TlsVersion = 'TLSv1' | 'TLSv1.1' | 'TLSv1.2' | 'TLSv1.3'

export type Certificate = {
  readonly subject: string
  readonly issuer: string
  readonly names: readonly string[]
  /** ISO 8601. */
  readonly notBefore: string
  readonly notAfter: string
  readonly serial: string
  readonly keyType: string
  readonly keyBits: number | null
  /** SHA-256, hexadecimal. */
  readonly fingerprint: string
}

export type Tls = {
  readonly host: string
  readonly address: string
  /** null: this version could not be tried. */
  readonly versions: Readonly<Record<TlsVersion, boolean | null>>
  readonly chosen: { readonly version: string; readonly cipher: string }
  readonly chain: readonly Certificate[]
  /** Whether a chain to a trusted root was found (name and dates apart), with OpenSSL's code when not. */
  readonly trusted: boolean
  readonly problem: string | null
  readonly nameMatches: boolean
}

export type Mail = {
  readonly domain: string
  readonly mx: readonly {
    readonly priority: number
    readonly host: string
    readonly a: readonly string[]
    readonly aaaa: readonly string[]
  }[]
  /** RFC 7505: a single `0 .`. */
  readonly nullMx: boolean
  /** TXT records at the domain that begin with v=spf1. */
  readonly spf: readonly string[]
  /** The record followed through include and redirect (RFC 7208 §4.6.4). */
  readonly spfTree: {
    readonly lookups: number
    readonly voids: number
    readonly all: '+' | '-' | '~' | '?' | null
    readonly includes: readonly string[]
    readonly problem: string | null
  } | null
  /** Records that begin with v=DMARC1, and where they stood: at the domain itself, else the organisational domain. */
  readonly dmarc: { readonly at: string; readonly records: readonly string[] }
  readonly mtaSts: { readonly txt: readonly string[]; readonly policy: Observed<TextFile> | null }
  readonly tlsRpt: readonly string[]
  readonly ns: readonly { readonly host: string; readonly a: readonly string[]; readonly aaaa: readonly string[] }[]
  readonly dnssec: Dns['dnssec']
}

export type Statement = {
  readonly url: string
  readonly status: number
  readonly text: string
  readonly links: readonly Link[]
  readonly lang: string | null
}

/** Pages with a legal meaning, found by their link on the landing page. null: no such link. */
export type Statements = {
  readonly privacy: Observed<Statement> | null
  readonly accessibility: Observed<Statement> | null
  readonly contact: Observed<Statement> | null
}

export type Link = { readonly href: string; readonly text: string }

export type Request = {
  readonly url: string
  readonly host: string
  readonly method: string
  /** CDP resource type in lower case: document, script, image, font, xhr, fetch, ping, websocket … */
  readonly type: string
  readonly status: number | null
  readonly failed: string | null
  /** Who asked for it: the kind and, if known, the script or document. */
  readonly initiator: { readonly kind: string; readonly url: string | null }
  /** The address of the frame it belongs to. */
  readonly frame: string
  /** The request this one was redirected from. */
  readonly redirectedFrom: string | null
  /** The Referer header that went along. */
  readonly referrer: string | null
}

export type CookieAttempt = {
  readonly name: string
  /** The host that set it (response or frame), not the Domain attribute. */
  readonly host: string
  readonly domain: string | null
  readonly by: 'header' | 'script'
  /** Seconds from Max-Age or Expires as sent (not as capped by the browser); null: a session cookie. */
  readonly lifetime: number | null
  readonly secure: boolean
  readonly httpOnly: boolean
  readonly sameSite: string | null
  readonly partitioned: boolean
  /** Reasons the browser gave for refusing it. */
  readonly blocked: readonly string[]
  readonly valueLength: number
}

export type StorageItem = {
  readonly origin: string
  readonly kind: 'local' | 'session' | 'indexeddb' | 'cache'
  readonly key: string
  readonly valueLength: number
}

export type Form = {
  readonly action: string
  readonly method: string
  readonly fields: readonly { readonly name: string; readonly type: string; readonly label: string }[]
  readonly selector: string
}

/** One page as a browser met it. */
export type Session = {
  readonly url: string
  readonly finalUrl: string
  readonly status: number
  readonly headers: Headers
  readonly title: string
  readonly lang: string | null
  /** Requests in order, at most 1,000; `omitted` counts the rest. */
  readonly requests: readonly Request[]
  readonly omitted: number
  readonly cookies: readonly CookieAttempt[]
  readonly storage: readonly StorageItem[]
  readonly frames: readonly { readonly url: string; readonly title: string | null }[]
  readonly links: readonly Link[]
  readonly forms: readonly Form[]
  readonly scripts: readonly { readonly src: string; readonly integrity: string | null; readonly selector: string }[]
  readonly stylesheets: readonly {
    readonly href: string
    readonly integrity: string | null
    readonly selector: string
  }[]
  readonly metas: readonly { readonly name: string; readonly content: string }[]
  readonly console: readonly { readonly level: string; readonly text: string }[]
  /** Visible text, at most 20,000 characters, and its full length. */
  readonly text: string
  readonly textLength: number
  /** SHA-256 of the screenshot's bytes, kept beside the evidence. */
  readonly screenshot: string | null
  /** Whether the load event came within the budget; if not, what is here is partial. */
  readonly settled: boolean
}

export type AxeNode = {
  readonly target: string
  readonly html: string
  readonly frame: string
  readonly summary: string
}

export type Axe = {
  readonly violations: readonly {
    readonly rule: string
    readonly tags: readonly string[]
    readonly impact: string | null
    readonly help: string
    readonly count: number
    readonly nodes: readonly AxeNode[]
  }[]
  /** Rules that could not decide, with how many elements: a list for people, never a score. */
  readonly incomplete: readonly { readonly rule: string; readonly tags: readonly string[]; readonly count: number }[]
  /** Rules that found elements and no fault, with their tags. */
  readonly passed: readonly { readonly rule: string; readonly tags: readonly string[]; readonly count: number }[]
  readonly framesTested: number
  readonly framesMissed: number
}

/** Looked at once per subject. */
export type HostEvidence = { http: Http; dns: Dns; tls: Tls; mail: Mail; statements: Statements }
/** Looked at on each page, in each phase, with each profile. */
export type PageEvidence = { session: Session; axe: Axe }

export type HostKey = keyof HostEvidence
export type PageKey = keyof PageEvidence
export type Key = HostKey | PageKey

/** Moment of the visit relative to the consent question. Later phases are one more entry here. */
export type Phase = 'before-consent'
/** The browser's guise. A phone is one more entry here. */
export type Profile = 'desktop'
/** Why this page was chosen. */
export type PageRole = 'landing' | 'contact' | 'form' | 'search' | 'news' | 'other'

export type HostRecord = {
  readonly [K in HostKey]: { readonly probe: K; readonly at: string; readonly result: Observed<HostEvidence[K]> }
}[HostKey]
export type PageRecord = {
  readonly [K in PageKey]: {
    readonly probe: K
    readonly page: string
    readonly role: PageRole
    readonly phase: Phase
    readonly profile: Profile
    readonly at: string
    readonly result: Observed<PageEvidence[K]>
  }
}[PageKey]

/** One thing seen on one page. */
export type Sighting<T> = {
  readonly page: string
  readonly role: PageRole
  readonly phase: Phase
  readonly profile: Profile
  readonly value: T
}

/** Everything one visit to one subject brought home. */
export type Evidence = {
  readonly format: 1
  readonly subject: { readonly kind: 'website' | 'mail-domain'; readonly address: string }
  /** ISO 8601, when the visit began and ended. */
  readonly begun: string
  readonly ended: string
  /** Versions of what looked: leidraad, node, browser, axe. */
  readonly versions: Readonly<Record<string, string>>
  readonly host: readonly HostRecord[]
  readonly pages: readonly PageRecord[]
}
