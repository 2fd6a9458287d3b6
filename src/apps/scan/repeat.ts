/** Judges a bundle of evidence anew, with the rules that stand here, beside what was said of it. Pure. */
import { isDeepStrictEqual } from 'node:util'
import type { Bundle } from '../../db/bundle.ts'
import { judge, type Rules } from '../../engine/judge.ts'
import type { Finding } from '../../model/finding.ts'
import { listsVersion } from '../rules.ts'

export type Difference = {
  readonly criterion: string
  /** As the bundle says it, and as it follows here; null: not judged there, or not here. */
  readonly said: Pick<Finding, 'verdict' | 'reason' | 'seen'> | null
  readonly here: Pick<Finding, 'verdict' | 'reason' | 'seen'> | null
}

export type Repeated = {
  readonly judged: number
  readonly differences: readonly Difference[]
  /** Whether norms and lists here are those it was judged by; if not, a difference may be theirs. */
  readonly sameRules: boolean
}

/** The verdicts of a bundle, repeated. */
export function repeated({ evidence, said }: Bundle, rules: Rules): Repeated {
  const byCriterion = (findings: readonly Finding[]) => new Map(findings.map((one) => [one.criterion, one]))
  const there = byCriterion(said.findings)
  const here = byCriterion(judge(evidence, said.subject, rules))
  const differences = [...new Set([...there.keys(), ...here.keys()])].flatMap((criterion) => {
    const pair = [there.get(criterion), here.get(criterion)].map(whatItSays)
    return isDeepStrictEqual(pair[0], pair[1]) ? [] : [{ criterion, said: pair[0] ?? null, here: pair[1] ?? null }]
  })
  return {
    judged: here.size,
    differences,
    sameRules: said.catalogue === rules.catalogue.version && said.lists === listsVersion(rules),
  }
}

/** As it is written to a file: what is undefined there is not. */
const whatItSays = (finding: Finding | undefined): Difference['here'] =>
  finding === undefined
    ? null
    : (JSON.parse(JSON.stringify({ verdict: finding.verdict, reason: finding.reason, seen: finding.seen })) as Finding)
