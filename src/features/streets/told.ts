/** What everybody would read of a round: counts, functions, and of each premises its verdicts. Pure. */
import type { Catalogue } from '../../model/norm.ts'
import type { ToldRound } from '../../model/street.ts'
import type { Whole } from './here.ts'
import { countsOf, verdictsOf } from './rules.ts'

/** `functionOf`: of who settled an outcome. No name of anybody is in it. */
export function toldOf(
  catalogue: Pick<Catalogue, 'norms'>,
  { walks, questions, inspectors }: Pick<Whole, 'walks' | 'questions' | 'inspectors'>,
  functionOf: (person: string) => string,
  proposedBy: string,
): ToldRound {
  const settled = walks.flatMap(({ outcome, premises }) =>
    outcome
      ? [{ id: premises.id, no: outcome.no, by: outcome.by, verdicts: verdictsOf(questions, outcome.answers) }]
      : [],
  )
  return {
    settled: settled.length,
    all: walks.length,
    criteria: countsOf(
      catalogue,
      questions,
      settled.map(({ verdicts }) => verdicts),
    ),
    seenBy: inspectors.map(({ function: what }) => what),
    settledBy: [...new Set(settled.map(({ by }) => functionOf(by)))],
    proposedBy,
    premises: Object.fromEntries(settled.map(({ id, no, verdicts }) => [id, { verdicts, outcome: no }])),
  }
}
