/** The words in which the demo city is told: sites, their pages, domains and certificates, and the truth about them. */
import type { SubjectKind } from '../../src/model/subject.ts'
import type { VerdictWord } from '../../src/model/finding.ts'

export type HeaderLines = readonly (readonly [name: string, value: string])[]

/**
 * `old`: TLS 1.0 to 1.2, what is worse first; `lenient`: the visitor chooses, also what should go in time; `newest`:
 * TLS 1.3 alone.
 */
export type ServerKind = 'modern' | 'old' | 'lenient' | 'newest'

/** What a server is asked, as far as a site wants to know. */
export type Ask = {
  readonly secure: boolean
  readonly host: string
  readonly method: string
  readonly path: string
  readonly query: URLSearchParams
  /** The ETag that the browser kept of it (If-None-Match); absent: none. */
  readonly shown?: string | undefined
}

/** `wait`: milliseconds before the first byte of the answer. */
export type Answer = {
  readonly status: number
  readonly headers: HeaderLines
  readonly body: Buffer
  readonly wait?: number
}

/**
 * The state of the certificate that a host shows; `rsa`: a key of 2048 bits; `stapled`: with what its authority says of
 * it sent along; `abroad`: of an authority far away; `none`: nothing listens on 443.
 */
export type CertificateState = 'good' | 'expired' | 'wrong-name' | 'self-signed' | 'ends-soon' | Odd | 'none'
type Odd = 'rsa' | 'stapled' | 'abroad'

/** A host as the servers know it: where it lives and how it answers. */
export type Host = {
  readonly name: string
  /** IPv4 address it lives on; with `ipv6` the name also has an AAAA record. */
  readonly address: string
  readonly ipv6: boolean
  /** Names it is an alias of; the last one owns the address. */
  readonly cname: readonly string[]
  readonly certificate: CertificateState
  readonly answer: (ask: Ask) => Answer
  /** What it answers over IPv6, where that is something else. */
  readonly six?: Answer
}

export type Signing = 'secure' | 'insecure' | 'bogus'

/** A registrable domain: who answers for its names, and what is said about its mail. */
export type Domain = {
  readonly name: string
  /** Key of `nameServers` in places.ts. */
  readonly ns: 'naamdienst' | 'wolknamen' | 'sluisweb' | 'oudenaam'
  readonly signing: Signing
  readonly caa: readonly (readonly [tag: string, value: string])[]
  /** null: no mail (no MX at all); `null-mx`: it says so itself (RFC 7505). */
  readonly mx: 'postpolder' | 'wolkpost' | 'oudepost' | 'stilpost' | 'null-mx' | null
  readonly spf: readonly string[]
  readonly dmarc: readonly string[]
  /** The policy file of MTA-STS (RFC 8461), and the id in DNS. */
  readonly mtaSts: { readonly id: string; readonly policy: string } | null
  readonly tlsRpt: string | null
  /** Selector → the key there (DKIM), or the name it is an alias of. */
  readonly dkim: Readonly<Record<string, string>>
  /** How its signatures are kept; `daily`: made anew each day. Absent: in order, and made to last. */
  readonly upkeep?: 'ends-soon' | 'rounds' | 'daily'
  /** Its second name server stays behind the first. */
  readonly stale?: true
  /** Whether it names the certificate of its website, and the right one (DANE). */
  readonly dane?: 'right' | 'wrong'
}

/** What a page says; the layout of its site puts it in a frame. */
export type Page = {
  /** null: no title element. */
  readonly title: string | null
  /** HTML of the main part. */
  readonly main: string
  readonly head?: string
  readonly end?: string
  readonly headers?: HeaderLines
  readonly status?: number
}

export type Menu = readonly (readonly [path: string, label: string])[]

/** What the pages of one site have in common. */
export type Frame = {
  readonly name: string
  readonly slogan: string
  /** null: no lang attribute. */
  readonly lang: string | null
  readonly viewport: string | null
  readonly menu: Menu
  readonly colours: { readonly main: string; readonly ink: string; readonly paper: string; readonly link: string }
  /** HTML inside the footer. */
  readonly foot: string
  /** HTML in the head and before the end of the body of every page. */
  readonly head: string
  readonly end: string
}

/** A way to lay out a page, with its stylesheet. */
export type Layout = {
  readonly page: (frame: Frame, page: Page) => string
  readonly css: (frame: Frame) => string
}

/** Where a site lives: a machine of a provider (places.ts). */
export type Home = {
  readonly provider: 'polderhost' | 'sluisweb' | 'wolkdienst' | 'servicecentrum' | 'randnet'
  readonly machine: number
  readonly ipv6: boolean
  /** The name is an alias into the provider's own domain. */
  readonly alias: boolean
}

export type Organisation = {
  readonly name: string
  readonly kind: string
  readonly size: 'micro' | 'klein' | 'midden' | 'groot'
  readonly street: string
  readonly publicBody: boolean
}

/** What a perfect measurement would find about one subject: one verdict per check that applies to its kind. */
export type Expected = Readonly<Record<string, VerdictWord>>

export type Truth = {
  readonly organisation: string
  readonly publicBody: boolean
  readonly address: string
  readonly kind: SubjectKind & ('website' | 'mail-domain')
  readonly expected: Expected
}

export type Site = {
  readonly slug: string
  readonly organisation: Organisation
  /** The website as it stands in the list of organisations. */
  readonly host: string
  readonly domain: Domain
  /** Domains of the organisation beside that of the website. */
  readonly otherDomains: readonly Domain[]
  readonly home: Home
  readonly certificate: CertificateState
  /** How the server encrypts (`servers.ts`); `down`: nothing listens. All but `modern` need a machine of their own. */
  readonly server: ServerKind | 'down'
  /** `redirect`: http goes to https on the same host; `serve`: http shows the site itself. */
  readonly plain: 'redirect' | 'serve'
  readonly layout: Layout
  readonly frame: Frame
  /** Headers of every page over https (and over http, if that shows the site). */
  readonly headers: HeaderLines
  readonly pages: Readonly<Record<string, Page>>
  /** Everything that is not a page: images, scripts, documents, robots.txt. */
  readonly files: Readonly<Record<string, Answer>>
  /** Overrules pages and files: a wall, a delay. */
  readonly always: Answer | null
  /** What stands at its IPv6 address, where that is another machine. */
  readonly six?: Answer
  readonly truth: { readonly website: Expected; readonly mail: Readonly<Record<string, Expected>> }
  /** The same site after its owner worked on it, for the second measurement. */
  readonly later: Site | null
}
