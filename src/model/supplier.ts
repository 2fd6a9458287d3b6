/** Who stands behind an address, what ends, and what somebody else could take: read from what everybody can look up. */

import type { ExpiryKind } from '../vocabulary/expiry.ts'
import type { Registration } from './evidence.ts'

/** By what a supplier is shown. */
export type SupplierWay =
  | 'spf'
  | 'dkim'
  | 'token'
  | 'csp'
  | 'dmarc'
  | 'tls-rpt'
  | 'alias'
  | 'certificate-name'
  | 'certificate-issuer'

/** One thing that shows a supplier: `name` as it stands there, with where it stands. */
export type SupplierSign = { readonly way: SupplierWay; readonly name: string; readonly at: string }

/** A company that owners.yaml knows, or else a domain of nobody that we know. */
export type Supplier = {
  /** What it is called here: the company, or the domain or issuer. */
  readonly name: string
  /** null: not on our list. `listed`: ISO date of the row. */
  readonly owner: {
    readonly service: string
    /** null: no two independent sources say so. */
    readonly parent: string | null
    readonly country: string | null
    readonly source: string
    readonly listed: string
  } | null
  readonly signs: readonly SupplierSign[]
}

/** Something that ends on a day, `2026-12-31`. */
export type Expiry = { readonly kind: ExpiryKind; readonly name: string; readonly until: string }

/** The domain of an address, and what its registry tells of its end. */
export type DomainEnd = {
  readonly name: string
  /** As in the evidence; renewing: past, and renewed by itself; unseen: the registry was asked, and not heard. */
  readonly told: Registration['told'] | 'renewing' | 'unseen'
  /** It was given up or not renewed, and goes soon. */
  readonly leaving: boolean
}

/** What leads to a name where nothing is. */
export type Dangling = {
  /** The name that leads there, and by what. */
  readonly from: string
  readonly by: 'spf' | 'alias' | 'mx' | 'report' | 'csp' | 'page'
  readonly target: string
  /** Whether the domain itself is gone, so that anybody may be able to register it. */
  readonly free: boolean
}

/** A name that looks like the own one and exists. */
export type Alike = {
  readonly name: string
  /** It says where mail for it goes. */
  readonly mail: boolean
  /** It has the same name servers as the own domain: it may well be of the same owner. */
  readonly sameServers: boolean
}

/** What only its owner and the desk hear: weak spots, and names of others. Part of no evidence. */
export type Watch = {
  readonly dangling: readonly Dangling[]
  readonly alike: readonly Alike[]
  /** Names that were asked, and those that got no answer. */
  readonly asked: number
  readonly unanswered: number
}

/** A record of the SPF tree as it is drawn. */
export type DrawnSpf = {
  readonly nodes: readonly {
    readonly name: string
    readonly by: number | null
    readonly term: string
    readonly record: string
  }[]
  readonly lookups: number
  /** The kind of fault, and the term that it is about. */
  readonly fault: string | null
  readonly problem: string | null
  /** Addresses that pass before the fault. */
  readonly reached: readonly string[]
}

/** What the evidence of one visit shows of who and what stands behind an address. */
export type Behind = {
  readonly suppliers: readonly Supplier[]
  readonly expiries: readonly Expiry[]
  /** Who gets the reports on mail: hosts of DMARC and TLS-RPT. */
  readonly reports: readonly { readonly kind: 'dmarc' | 'tls-rpt'; readonly to: string }[]
  readonly spf: DrawnSpf | null
  /** Each server that takes mail: whether it could be reached (port 25). Absent in what was read before. */
  readonly servers?: readonly { readonly host: string; readonly reach: ServerReach }[]
  /** Absent where no registry was thought of yet. */
  readonly domain?: DomainEnd
}

/**
 * `no-address`: its name has none, so that nobody can deliver there; `silent`: it did not answer while others did;
 * `unknown`: that may be our own network, or was not looked at.
 */
export type ServerReach = 'answers' | 'silent' | 'no-address' | 'unknown'
