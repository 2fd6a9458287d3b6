/**
 * Which norms would help a group most: reach × weight × ease, added over the criteria of a norm. Reach is who misses a
 * criterion among whom it is known, in hundredths; unknown is not missed. Pure.
 */
import type { CriterionHelp, Group, GroupMean, NormHelp, Reach } from '../model/group.ts'
import type { Catalogue, Criterion, Effort, Norm } from '../model/norm.ts'
import type { Questionnaire } from '../model/questionnaire.ts'

/** The less work, the more it counts. */
export const EASE: Readonly<Record<Effort, number>> = { small: 3, medium: 2, large: 1 }

/** A share as it is told, in hundredths; with that is reckoned, so that a reader with a calculator gets the same. */
export const asTold = (share: number): number => Math.round(share * 100) / 100

/** Reach × weight × ease, of the reach as it is told. Exact in hundredths. */
export const helpIn = ({ reach, weight, effort }: Pick<CriterionHelp, 'reach' | 'weight' | 'effort'>): number =>
  asTold(asTold(reach) * weight * EASE[effort])

/** What the criteria of a norm make together. */
export const helpTogether = (criteria: readonly Pick<CriterionHelp, 'reach' | 'weight' | 'effort'>[]): number =>
  asTold(criteria.reduce((sum, each) => sum + helpIn(each), 0))

/** Whether a norm is about the organisations of a group; a street has them of every cluster. */
export const isAbout = ({ clusters }: Pick<Norm, 'clusters'>, { kind, name }: Group): boolean =>
  kind === 'street' ? clusters.length > 0 : clusters.includes(name)

/** Half of those to whom it applies, or more, have to be known: of few out of many nothing can be said. */
export const enoughKnown = ({ missed, met, unknown }: Omit<Reach, 'criterion'>): boolean =>
  missed + met > 0 && missed + met >= unknown

const hardest = (criteria: readonly Criterion[]): Effort | undefined =>
  criteria.flatMap(({ effort }) => (effort ? [effort.size] : [])).toSorted((one, other) => EASE[one] - EASE[other])[0]

/**
 * What was seen of a criterion as help; undefined where it does not count, nobody misses it, too little is known, or it
 * is about fewer than `least`.
 */
function seenHelp(criterion: Criterion, reach: Reach, least: number): CriterionHelp | undefined {
  const { missed, met, unknown } = reach
  if (criterion.weight === 0 || !criterion.effort || missed === 0 || !enoughKnown(reach)) return undefined
  if (missed + met < least) return undefined
  const effort = criterion.effort.size
  const counts = { reach: asTold(missed / (missed + met)), weight: criterion.weight, effort }
  return {
    ...counts,
    criterion: criterion.id,
    missed,
    known: missed + met,
    unknown,
    help: helpIn(counts),
  }
}

/**
 * The norms that help, what helps most first. `means`: what the self-checks of the group say, of groups of ten or more;
 * how far a question is from arranged is its reach, and it asks as much work as the hardest question of its norm.
 */
export function helpOf(
  catalogue: Pick<Catalogue, 'norms'>,
  group: Group,
  reaches: readonly Reach[],
  asked: { readonly questionnaire: Questionnaire; readonly means: readonly GroupMean[] },
): NormHelp[] {
  const seen = new Map(reaches.map((reach) => [reach.criterion, reach]))
  // What applies to few of a group helps that group little, however many of them miss it.
  const least = Math.max(0, ...reaches.map(({ missed, met }) => missed + met)) / 4
  const means = new Map(asked.means.map((mean) => [mean.question, mean]))
  return catalogue.norms
    .filter((norm) => isAbout(norm, group))
    .map((norm) => {
      const effort = hardest(norm.criteria.filter(({ means: by }) => by.by === 'question')) ?? hardest(norm.criteria)
      const answered = asked.questionnaire.questions.flatMap((question): CriterionHelp[] => {
        const mean = norm.criteria.length > 0 && question.norms.includes(norm.id) ? means.get(question.id) : undefined
        if (!mean || !effort || question.weight === 0 || mean.mean >= asked.questionnaire.thresholds.met) return []
        const counts = { reach: asTold(1 - mean.mean), weight: question.weight, effort }
        return [
          {
            ...counts,
            criterion: `${norm.id}.${question.id}`,
            missed: null,
            known: mean.organisations,
            unknown: 0,
            help: helpIn(counts),
          },
        ]
      })
      const measured = norm.criteria.flatMap((criterion) => {
        const reach = seen.get(criterion.id)
        return (reach && seenHelp(criterion, reach, least)) ?? []
      })
      const criteria = [...measured, ...answered].toSorted(
        (one, other) => other.help - one.help || one.criterion.localeCompare(other.criterion),
      )
      return { norm: norm.id, criteria, help: helpTogether(criteria) }
    })
    .filter(({ criteria }) => criteria.length > 0)
    .toSorted((one, other) => other.help - one.help || one.norm.localeCompare(other.norm))
}
