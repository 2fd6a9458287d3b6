/**
 * An outcome as findings: witnessed, about the premises, for as long as the questionnaire says, or else the
 * norm: what is measured on a website every three months is not looked at in a shop as often. Pure.
 */
import type { ToNote } from '../../db/noted-findings.ts'
import type { Catalogue } from '../../model/norm.ts'
import type { Questionnaire } from '../../model/questionnaire.ts'
import type { Settled } from '../../model/street.ts'
import { lastDayOf } from '../../scoring/counting.ts'
import { labelOf } from './here.ts'
import { verdictsOf } from './rules.ts'

/** Months that a finding counts where its norm is not in the catalogue any more. */
const MONTHS = 12
type Found = Omit<ToNote, 'replaces'>

/** One of each criterion that an answer speaks of. `on`: when it was seen; `by`: functions of who looked. */
export function findingsOf(
  catalogue: Pick<Catalogue, 'norms'>,
  questions: Questionnaire,
  premises: string,
  settled: Settled,
  { on, by }: { readonly on: string; readonly by: string },
): Found[] {
  const months = new Map(catalogue.norms.map(({ id, reviewMonths }) => [id, reviewMonths]))
  const verdicts = verdictsOf(questions, settled)
  return questions.questions.flatMap((question): Found[] => {
    const criterion = question.establishes
    const verdict = criterion === undefined ? undefined : verdicts[criterion]
    if (criterion === undefined || verdict === undefined) return []
    const norm = criterion.slice(0, criterion.indexOf('.'))
    const held = settled[question.id]!
    return [
      {
        norm,
        criterion,
        verdict,
        strength: 'witnessed',
        source: 'inspection',
        about: { kind: 'premises', id: premises },
        said: `${question.text} ${labelOf(questions, question.id, held.answer)}`.slice(0, 500),
        seenBy: by,
        at: on,
        until: lastDayOf(on, questions.validMonths ?? months.get(norm) ?? MONTHS),
      },
    ]
  })
}

/** The last day on which all of it counts: that of the finding that ends first. */
export const untilOf = (findings: readonly Found[], on: string): string =>
  findings.map(({ until }) => until).toSorted()[0] ?? lastDayOf(on, MONTHS)
