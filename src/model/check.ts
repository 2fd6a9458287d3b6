/** A check turns evidence into a verdict. It is pure: no clock, no network, no throw. */
import type {
  HostEvidence,
  HostKey,
  Key,
  Lack,
  PageEvidence,
  PageKey,
  Part,
  Phase,
  Profile,
  Sighting,
} from './evidence.ts'
import type { Seen, VerdictWord } from './finding.ts'
import type { Lists } from './lists.ts'
import type { Subject } from './subject.ts'

/** The evidence a check reads: of a page the phases it is about, such as `{ session: ['before-consent'] }`. */
export type Needs<K extends Key> = { readonly [P in K]: P extends HostKey ? true : readonly Phase[] }

/** What a check that needs K is handed: host evidence as it is, page evidence as the pages on which it was seen. */
export type SeenBy<K extends Key> = {
  readonly [P in K]: P extends HostKey
    ? HostEvidence[P]
    : P extends PageKey
      ? readonly Sighting<PageEvidence[P]>[]
      : never
}

export type CheckContext = {
  readonly subject: Subject
  /** ISO 8601, the moment of the evidence: a check has no clock of its own. */
  readonly at: string
  /** From the criterion in the catalogue. */
  readonly options: Readonly<Record<string, unknown>>
  readonly lists: Lists
}

/**
 * What a reason stands for, and on what it rests: parts that must have been seen whole for it to be said. None of them
 * when nothing that was not seen could change it. `unknown` claims nothing.
 */
export type Claim = 'unknown' | { readonly verdict: Exclude<VerdictWord, 'unknown'>; readonly rests: readonly Part[] }

/** One thing that was not seen whole: a part of a page or of a host (no page), or a whole page (no part). */
export type Lacking = { readonly page: string | null; readonly part: Part | null; readonly lack: Lack }

/**
 * `unsure`: what this check could have found and cannot be sure of, which lacks besides what the evidence lacks: an
 * answer that rests on that part is then not known.
 */
export type Answer<R extends string> = {
  readonly reason: R
  readonly seen?: Seen
  readonly unsure?: readonly Lacking[]
}

export type Check<K extends Key = Key, R extends string = string> = {
  readonly id: string
  /** If any of it was not seen, judge answers `unknown` without asking. */
  readonly needs: Needs<K>
  /** Guises of the browser that it compares; that of a computer alone unless told. */
  readonly profiles?: readonly Profile[]
  /** Every answer it can give, and what each claims. The sentences are in the catalogue. */
  readonly reasons: Readonly<Record<R, Claim>>
  judge(seen: SeenBy<K>, context: CheckContext): Answer<R>
}

/** Any check, once it lies among the others. */
export type AnyCheck = Omit<Check, 'needs' | 'judge'> & {
  readonly needs: Readonly<Partial<Record<Key, true | readonly Phase[]>>>
  judge(seen: never, context: CheckContext): Answer<string>
}
