/** What probes of a host bring home: answers, names, encryption, mail, statements. */
import type { Form } from './evidence-page.ts'
import type { Dkim, SpfTree } from './evidence-mail.ts'
import type { Facing, Routes, ServerAnswer, Tlsa, Upkeep } from './evidence-names.ts'
import type { Headers, Lacks, Link, Observed } from './evidence-seen.ts'

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
    /** Content security policies in meta elements of its head; absent in evidence of before they were read. */
    readonly policies?: readonly string[]
    /** What its meta elements named `referrer` say, in order; absent in evidence of before they were read. */
    readonly referrer?: readonly string[]
  }
  /** Why the last answer is not that of the page; absent in evidence of before, and where it is. */
  readonly lacks?: Lacks
}

export type TextFile = {
  readonly url: string
  readonly status: number
  readonly contentType: string | null
  readonly text: string
  /** It was longer than what we read of it. */
  readonly cut?: boolean
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
  /** What the answer lacks that a visitor ends up with, over https if there is one; absent in evidence of before. */
  readonly lacks?: Lacks
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
   * secure: signed and the resolver vouched (AD); insecure: no DS, or none that anything leads to; bogus: SERVFAIL that
   * CD cures, and that stays; unvalidated: DS but the resolver does not validate; unseen: a question got no answer.
   */
  readonly dnssec: 'secure' | 'insecure' | 'bogus' | 'unvalidated' | 'unseen'
  /** The zone that was judged: the nearest above the host with a SOA of its own. Absent: `zone`. */
  readonly cut?: string
  /** Where what is bogus stands, if not in that zone. */
  readonly brokenAt?: 'alias'
  /** Whether the resolver vouched for the host's address, aliases and all. Absent in evidence of before. */
  readonly vouched?: boolean
  /** Reverse names of the A and AAAA addresses. */
  readonly ptr: readonly { readonly address: string; readonly names: readonly string[] }[]
  /**
   * Whether the host answers at an IPv6 address; untried: that could not be seen from here. Absent: it has none that
   * may be reached, or evidence of before.
   */
  readonly overSix?: 'answers' | 'silent' | 'untried'
  /**
   * The same page asked for over IPv4 and over IPv6; `again`: over IPv4 once more, where they differ. Absent: there are
   * no two addresses that may be asked, or evidence of before.
   */
  readonly faces?: {
    readonly four: Observed<Facing>
    readonly six: Observed<Facing>
    readonly again?: Observed<Facing>
  }
  /** Absent in evidence of before, and where the zone is not signed. */
  readonly upkeep?: Upkeep
  /** What the name servers answer themselves; absent in evidence of before. */
  readonly servers?: readonly ServerAnswer[]
  /** TLSA records of the website; absent in evidence of before. */
  readonly tlsa?: Tlsa
  /** Absent in evidence of before, and where the installation has no validator's data. */
  readonly routes?: Routes
  /** IPv6 addresses met here that are not public, and that the network file (a test city) says to take as such. */
  readonly opened?: readonly string[]
  /** Questions that got no answer; absent in evidence of before, which had none. */
  readonly lacks?: Lacks
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
  /** The curve its key lies on, as OpenSSL names it; absent for other keys, and in evidence of before. */
  readonly curve?: string
  /** Whether it names where its authority can be asked about it (OCSP); absent in evidence of before. */
  readonly askable?: boolean
  /** The algorithm its issuer signed it with, as OpenSSL names it; absent in evidence of before. */
  readonly signedWith?: string
  /** SHA-256, hexadecimal. */
  readonly fingerprint: string
  /** Other digests by which a TLSA record may name it or its key, hexadecimal; absent in evidence of before. */
  readonly digests?: { readonly key256: string; readonly key512: string; readonly whole512: string }
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
    /** TLSA records of mail to this server; absent in evidence of before. */
    readonly tlsa?: Tlsa
  }[]
  /** Whether the resolver vouched for where mail goes; absent in evidence of before. */
  readonly mxVouched?: boolean
  /** RFC 7505: a single `0 .`. */
  readonly nullMx: boolean
  /** A `0 .` beside a server, which contradict each other. */
  readonly nullBeside?: true
  /** TXT records at the domain that begin with v=spf1. */
  readonly spf: readonly string[]
  /** The record followed through include and redirect (RFC 7208 §4.6.4). */
  readonly spfTree: SpfTree | null
  /** DMARC as a receiver finds it (RFC 9989). */
  readonly dmarc: {
    /** The one record that holds and the name it stands at; else all records of the domain itself. */
    readonly at: string
    readonly records: readonly string[]
    /** What was meant as a record and is none, when no record holds; else records of the domain itself that do not. */
    readonly unread?: readonly string[]
    /** Hosts of others that reports should go to, and whether they say they take them; null: that could not be seen. */
    readonly reports?: readonly { readonly host: string; readonly welcome: boolean | null }[]
  }
  readonly mtaSts: { readonly txt: readonly string[]; readonly policy: Observed<TextFile> | null }
  readonly tlsRpt: readonly string[]
  /** Names of texts by which the domain was proven to a service, without the proof; absent in evidence of before. */
  readonly tokens?: readonly string[]
  /** null: what stands at `_domainkey` could not be asked. Absent in evidence of before. */
  readonly dkim?: Dkim | null
  readonly ns: readonly { readonly host: string; readonly a: readonly string[]; readonly aaaa: readonly string[] }[]
  readonly dnssec: Dns['dnssec']
  /** IPv6 addresses met here that are not public, and that the network file (a test city) says to take as such. */
  readonly opened?: readonly string[]
  /** Absent in evidence of before, and where the installation has no validator's data. */
  readonly routes?: Routes
  /** Questions that got no answer; absent in evidence of before, which had none. */
  readonly lacks?: Lacks
}

export type Statement = {
  readonly url: string
  readonly status: number
  readonly text: string
  readonly links: readonly Link[]
  /** Absent in evidence of before they were read. */
  readonly forms?: readonly Form[]
  readonly lang: string | null
  /** Opening hours that it tells search engines, as `Mo-Fr 09:00-17:00`; absent: none, or evidence of before. */
  readonly hours?: readonly string[]
  /** Absent in evidence of before. */
  readonly lacks?: Lacks
}

/** Pages with a legal meaning, found by their link on the landing page. null: no such link. */
export type Statements = {
  readonly privacy: Observed<Statement> | null
  readonly accessibility: Observed<Statement> | null
  /** The entry of the national register that the site or its statement links to; absent: no such link, or not asked. */
  readonly register?: Observed<Statement>
  readonly contact: Observed<Statement> | null
  /** What the site says of cookies, and its general terms; absent: no such link, or not asked. */
  readonly cookies?: Observed<Statement>
  readonly terms?: Observed<Statement>
}

/** Own subdomains that pages asked something of, each with the names it is an alias of, at most twenty. */
export type Aliases = {
  readonly names: readonly { readonly name: string; readonly chain: readonly string[] }[]
  readonly lacks: Lacks
}
