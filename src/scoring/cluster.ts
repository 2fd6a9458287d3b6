/**
 * The cluster that fits an organisation by its profile, with every rule that was applied. It proposes; people confirm
 * or choose otherwise. Pure.
 */
import type { Answers, Questionnaire, Variant } from '../model/questionnaire.ts'
import { holds } from './visible.ts'

export type ClusterProposal = {
  readonly cluster: string
  readonly variant: Variant
  readonly sum: number
  readonly axes: readonly { readonly name: string; readonly points: number }[]
  /** In words, in the order in which they were applied. */
  readonly rules: readonly string[]
}

/** Undefined as long as a question of the profile that counts is open. */
export function proposeCluster({ clusters }: Questionnaire, answers: Answers): ClusterProposal | undefined {
  if (!clusters) return undefined
  const asked = new Set(clusters.axes.flatMap(({ points }) => Object.keys(points)))
  if ([...asked].some((question) => (answers[question]?.value ?? '').length === 0)) return undefined
  const axes = clusters.axes.map(({ name, points }) => ({
    name,
    points: Math.max(
      0,
      ...Object.entries(points).flatMap(([question, values]) =>
        [answers[question]!.value].flat().map((value) => values[value] ?? 0),
      ),
    ),
  }))
  const sum = axes.reduce((total, axis) => total + axis.points, 0)
  const names = clusters.limits.map(({ cluster }) => cluster)
  let at = clusters.limits.findIndex(({ upTo }) => sum <= upTo)
  if (at < 0) at = names.length - 1
  const rules = [`De vier assen samen geven ${sum} punten: dat past bij groep ${names[at]}.`]
  for (const rule of clusters.rules) {
    if (!holds({ question: rule.question, op: 'in', values: rule.values }, answers) || !holds(rule.and, answers))
      continue
    const to =
      rule.atLeast !== undefined ? Math.max(at, names.indexOf(rule.atLeast)) : Math.min(at, names.indexOf(rule.atMost!))
    if (to !== at) rules.push(`${rule.why} Daarom ${names[to]}.`)
    at = to
  }
  return { cluster: names[at]!, variant: clusters.limits[at]!.variant, sum, axes, rules }
}
