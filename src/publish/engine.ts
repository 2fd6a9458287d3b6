/** What publishing needs from the engine, which the app hands in. */
import type { Finding, VerdictWord } from '../model/finding.ts'
import type { Catalogue } from '../model/norm.ts'
import type { Difference } from '../model/publication.ts'
import type { ThemeScore } from '../model/score.ts'
import type { Again } from './rules.ts'

/** What publishing needs from the engine, handed in by the app: a feature does not reach for it. */
export type Engine = {
  weigh(
    findings: readonly Pick<Finding, 'norm' | 'criterion' | 'verdict'>[],
    catalogue: Catalogue,
  ): readonly ThemeScore[]
  /** Verdicts that today's rules give to earlier evidence, per criterion. */
  again(
    evidence: string,
    subject: { kind: 'website' | 'mail-domain'; address: string; publicBody: boolean },
  ): Promise<ReadonlyMap<string, Again>>
  /** What became of barriers between two pieces of evidence, per criterion of which that is known. */
  since(before: string, after: string): Promise<ReadonlyMap<string, Difference>>
  /** Verdicts that today's evidence would give, had nothing changed at other parties that were there before. */
  elsewhere(
    then: string,
    now: string,
    subject: { kind: 'website' | 'mail-domain'; address: string; publicBody: boolean },
  ): Promise<ReadonlyMap<string, VerdictWord>>
}
