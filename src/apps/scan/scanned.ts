/** What a scan of one address found, and the order in which it is told. */
import type { Gathered } from '../../engine/gather.ts'
import type { Rules } from '../../engine/judge.ts'
import type { Finding, VerdictWord } from '../../model/finding.ts'
import type { Criterion, Norm } from '../../model/norm.ts'
import type { Subject } from '../../model/subject.ts'
import { sentence } from '../../public/findings/sentences.ts'

export type Scanned = {
  readonly subject: Subject
  readonly gathered: Gathered
  readonly rules: Rules
  /** Versions of what looked and of what was held against. */
  readonly versions: Readonly<Record<string, string>>
  readonly findings: readonly Finding[]
}

/** A finding with what the catalogue says of it. */
export type Told = {
  readonly finding: Finding
  readonly norm: Norm
  readonly criterion: Criterion
  /** In Dutch, what was seen. */
  readonly says: string
}

/** Every finding with its norm and criterion, in the order of the catalogue. */
export function toldOf({ findings, rules: { catalogue } }: Pick<Scanned, 'findings' | 'rules'>): readonly Told[] {
  const norms = new Map(catalogue.norms.map((norm) => [norm.id, norm]))
  return findings.map((finding) => {
    const norm = norms.get(finding.norm)!
    const criterion = norm.criteria.find(({ id }) => id === finding.criterion)!
    return { finding, norm, criterion, says: sentence('nl', criterion, finding.reason, finding.seen) }
  })
}

/** What counts as a fault: never what could not be seen. */
export const isFault = ({ verdict }: { readonly verdict: VerdictWord }): boolean =>
  verdict === 'unmet' || verdict === 'partly'
