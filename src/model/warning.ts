/** A warning: what it says, of which products, and what is read of one that came from elsewhere. */
import type { Tlp } from '../vocabulary/tlp.ts'
import type { Level, Reply, Signature, Urgency, WarningEnd } from '../vocabulary/warning.ts'

/** Of which product it speaks. `status`: as the source says, in words; empty when it does not. */
export type WarnedProduct = {
  readonly vendor: string
  readonly name: string
  /** Of versions, as the source writes it; empty: all, or not known. */
  readonly range: string
  readonly status: string
}
/** An address that the source gives, which we show as text. */
export type WarningReference = { readonly what: string; readonly url: string }

/** What everybody who may read it reads. */
export type WarningWords = {
  readonly title: string
  /** What happened, in one sentence. */
  readonly what: string
  /** The one thing to do. */
  readonly act: string
  /** ISO date. */
  readonly actBy: string | null
  /** How to see that it worked. */
  readonly works: string
  /** Whom to call. */
  readonly call: string
  readonly urgency: Urgency | null
  readonly products: readonly WarnedProduct[]
  readonly references: readonly WarningReference[]
  /** What the source says more, as plain text. */
  readonly notes: string
}

/** What was read of a CSAF file, after its hash, signature and tests were in order. */
export type ReadWarning = Pick<WarningWords, 'title' | 'urgency' | 'products' | 'references' | 'notes'> & {
  readonly publisher: string
  readonly namespace: string
  readonly tracking: string
  readonly version: string
  /** The same as numbers, so that two can be held against each other. */
  readonly versionKey: readonly number[]
  readonly status: 'draft' | 'interim' | 'final'
  readonly releasedAt: string
  /** Null: the source gave none. */
  readonly label: Tlp | null
  readonly ended: Exclude<WarningEnd, 'done'> | null
  readonly chance: Level | null
  readonly damage: Level | null
  /** What the source proposes to do, for who writes it in plain words. */
  readonly remedy: string
}
/** The same with how its file was found. */
export type TakenWarning = ReadWarning & {
  readonly signature: Signature
  /** Fingerprint of the key that signed it; empty without. */
  readonly signedBy: string
  /** SHA-256 of the bytes. */
  readonly hash: string
  readonly url: string
}

/** How many organisations answered what, and how many are silent. */
export type ReplyCounts = Readonly<Record<Reply | 'silent', number>>

/** A file of a source that was not taken, and why, in Dutch. */
export type RefusedFile = { readonly url: string; readonly why: string }
