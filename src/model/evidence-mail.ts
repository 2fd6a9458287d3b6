/** What a mail domain shows beside its own records: the tree of its SPF, and the keys with which its mail is signed. */

/** One record of the SPF tree, in the order in which they were read. */
export type SpfNode = {
  readonly name: string
  /** Which of the nodes before leads here, counted from 0; null: the record of the domain itself. */
  readonly by: number | null
  /** The term that leads here; empty for the first. */
  readonly term: string
  readonly record: string
}

/**
 * Why receivers cannot use an SPF record: a term outside the grammar, `redirect` or `exp` twice, a name without or with
 * more than one record, a circle, a limit passed.
 */
export type SpfFault =
  | 'syntax'
  | 'repeated'
  | 'no-record'
  | 'many-records'
  | 'circle'
  | 'exchangers'
  | 'lookups'
  | 'voids'

/** A record followed through include and redirect, as far as a receiver would. */
export type SpfTree = {
  readonly lookups: number
  readonly voids: number
  readonly all: '+' | '-' | '~' | '?' | null
  readonly includes: readonly string[]
  /** What makes the record void: the term it is about. Before `fault` was kept: a sentence in Dutch. */
  readonly problem: string | null
  readonly fault?: SpfFault | null
  /** Every record that was read, to be drawn; absent in evidence of before. */
  readonly nodes?: readonly SpfNode[]
  /** Addresses that a term lets through before the fault, or all of them; absent in evidence of before. */
  readonly reached?: readonly string[]
  /** The term that stands for every sender, so that `all` is what happens to it. */
  readonly wide?: string
}

/** Keys of DKIM (RFC 6376 §3.6.2.1), as far as names are known at which services put them. */
export type Dkim = {
  /** What `_domainkey` answers: there is something at it or under it, or there is not. */
  readonly base: 'there' | 'none'
  /**
   * Whether that there is none is sure: a validating resolver vouches for it, or the same name servers were seen to
   * keep to RFC 2308 and RFC 8020. Some deny a name that only has names under it.
   */
  readonly sure: boolean
  /** A name under `_domainkey` that nobody made exists too: that something is there then says nothing. */
  readonly wildcard: boolean
  readonly keys: readonly {
    readonly selector: string
    readonly records: readonly string[]
    /** Names that the key is kept at instead, in order. */
    readonly aliases: readonly string[]
  }[]
}
