/** The self-check: what an answer counts, what the first steps are, what changed since last year. Pure. */
import type { Answers, Question, Questionnaire, Variant } from '../../model/questionnaire.ts'
import { stateOf } from '../../scoring/result.ts'
import { chosen, firstStepOf, visibleQuestions } from '../../scoring/visible.ts'

export const VARIANT_OF = ({ clusters }: Questionnaire, cluster: string): Variant =>
  clusters?.limits.find((limit) => limit.cluster === cluster)?.variant ?? 'short'

export type Figure = { readonly question: Question; readonly value: number }
/** What each scored answer counts, 0 to 1; unknown and not-applicable have no figure. */
export function figuresOf(questionnaire: Questionnaire, answers: Answers, variant: Variant | undefined): Figure[] {
  return visibleQuestions(questionnaire, answers, variant).flatMap((question) => {
    const score = chosen(question, answers)?.score
    return score == null ? [] : [{ question, value: score }]
  })
}

/** One first step per weak point, the heaviest first; `most` of them. */
export function firstSteps(
  questionnaire: Questionnaire,
  answers: Answers,
  variant: Variant | undefined,
  most = 3,
): Figure[] {
  return figuresOf(questionnaire, answers, variant)
    .filter(
      ({ question, value }) => firstStepOf(question, variant) !== undefined && value < questionnaire.thresholds.met,
    )
    .toSorted((one, other) => one.value - other.value || other.question.weight - one.question.weight)
    .slice(0, most)
}

export type Change = {
  readonly question: Question
  /** In the words of the answers. */
  readonly from: string
  readonly to: string
}
/** Questions that both years can compare, and how they moved; what counts the same is left out. */
export function changesOf(
  questionnaire: Questionnaire,
  before: Answers,
  now: Answers,
  variant: Variant | undefined,
): Change[] {
  const old = new Map(figuresOf(questionnaire, before, variant).map(({ question, value }) => [question.id, value]))
  return figuresOf(questionnaire, now, variant).flatMap(({ question, value }) => {
    const from = old.get(question.id)
    return from === undefined || from === value
      ? []
      : [{ question, from: chosen(question, before)!.label, to: chosen(question, now)!.label }]
  })
}

type Last = { readonly year: number; readonly state: string }
/** Whether a new year may begin. */
export const mayRepeat = (last: Last, year: number): boolean => last.state === 'done' && last.year < year

/**
 * Whether what is done may be opened again: by the organisation itself, until the end of its year. After that the next
 * year begins, with the answers of this one beside it.
 */
export const mayReopen = (last: Last, year: number): boolean => last.state === 'done' && last.year >= year

/**
 * What stands in the way of ending: questions that are open, and answers to look at again because the question changed.
 */
export function leftOver(
  questionnaire: Questionnaire,
  answers: Answers,
  variant: Variant | undefined,
  toCheck: ReadonlySet<string>,
): { readonly open: readonly Question[]; readonly changed: readonly Question[] } {
  const questions = visibleQuestions(questionnaire, answers, variant)
  const open = questions.filter((question) => stateOf(question, answers) === 'open')
  return { open, changed: questions.filter((question) => toCheck.has(question.id) && !open.includes(question)) }
}
