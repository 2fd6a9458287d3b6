/** A check turns evidence into a verdict. It is pure: no clock, no network, no throw. */
import type { HostEvidence, HostKey, Key, PageEvidence, PageKey, Sighting } from './evidence.ts'
import type { Seen, VerdictWord } from './finding.ts'
import type { Lists } from './lists.ts'
import type { Subject } from './subject.ts'

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

export type Check<K extends Key = Key, R extends string = string> = {
  readonly id: string
  /** The evidence it reads. If any of it was not seen, judge answers `unknown` without asking. */
  readonly needs: Readonly<Record<K, true>>
  /** Every answer it can give, and the verdict each stands for. The sentences are in the catalogue. */
  readonly reasons: Readonly<Record<R, VerdictWord>>
  judge(seen: SeenBy<K>, context: CheckContext): { readonly reason: R; readonly seen?: Seen }
}

/** Lets TypeScript infer what a check needs and answers. */
export function defineCheck<K extends Key, R extends string>(check: Check<K, R>): Check<K, R> {
  return check
}

/** Any check, once it lies among the others. */
export type AnyCheck = Omit<Check, 'needs' | 'judge'> & {
  readonly needs: Readonly<Partial<Record<Key, true>>>
  judge(seen: never, context: CheckContext): { readonly reason: string; readonly seen?: Seen }
}
