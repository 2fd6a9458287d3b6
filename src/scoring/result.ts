/**
 * What the answers say together: a figure per part with its coverage, red flags beside it, and no overall grade. Pure.
 */
import type { Answers, Question, Questionnaire, Variant } from '../model/questionnaire.ts'
import { ENOUGH } from './weigh.ts'
import { chosen, holds, visibleQuestions } from './visible.ts'

export type QuestionState = 'open' | 'answered' | 'unknown' | 'not-applicable'
export type PartResult = {
  readonly section: string
  readonly title: string
  /** 0 to 1; null below 80 % coverage, or when nothing counts. */
  readonly score: number | null
  /** Known ÷ applicable weight; null when nothing applies. */
  readonly coverage: number | null
  readonly asked: number
  readonly answered: number
  /** Questions of this part whose answer raises a red flag: they stand beside the figure, never in it. */
  readonly flags: readonly string[]
}
export type RaisedFlag = { readonly question: string; readonly text: string }
export type Result = {
  readonly parts: readonly PartResult[]
  readonly flags: readonly RaisedFlag[]
  readonly asked: number
  readonly open: readonly string[]
  readonly unknown: readonly string[]
  readonly notApplicable: readonly string[]
  /** Share of what was asked and applies that is known, over the whole. */
  readonly coverage: number
}

/** Where a question stands. */
export function stateOf(question: Question, answers: Answers): QuestionState {
  const answer = answers[question.id]
  if (!answer || answer.value.length === 0) return 'open'
  return chosen(question, answers)?.means ?? 'answered'
}

/** The red flags that the answers raise; a flag is never averaged away. */
export function flagsOf(questions: readonly Question[], answers: Answers): RaisedFlag[] {
  return questions.flatMap(({ id, flag }) =>
    flag && holds({ question: id, op: 'in', values: flag.on }, answers) && holds(flag.when, answers)
      ? [{ question: id, text: flag.text }]
      : [],
  )
}

/** Score, coverage, red flags and open questions. `earlier`: answers that decide what is asked, such as a pre-check. */
export function resultOf(
  questionnaire: Questionnaire,
  answers: Answers,
  variant?: Variant,
  earlier: Answers = {},
): Result {
  const questions = visibleQuestions(questionnaire, answers, variant, earlier)
  const states = new Map(questions.map((question) => [question.id, stateOf(question, answers)]))
  const withState = (state: QuestionState) => questions.filter(({ id }) => states.get(id) === state).map(({ id }) => id)
  const flags = flagsOf(questions, { ...earlier, ...answers })
  const parts = questionnaire.sections.flatMap(({ id, title, scored }): PartResult[] => {
    const of = questions.filter(({ section }) => section === id)
    return scored && of.length > 0
      ? [
          {
            section: id,
            title,
            ...figure(of, answers),
            asked: of.length,
            answered: of.filter((question) => states.get(question.id) !== 'open').length,
            flags: flags.map(({ question }) => question).filter((flag) => of.some((question) => question.id === flag)),
          },
        ]
      : []
  })
  const applies = questions.filter(({ id }) => states.get(id) !== 'not-applicable')
  const known = applies.filter(({ id }) => states.get(id) === 'answered')
  return {
    parts,
    flags,
    asked: questions.length,
    open: withState('open'),
    unknown: withState('unknown'),
    notApplicable: withState('not-applicable'),
    coverage: applies.length === 0 ? 1 : known.length / applies.length,
  }
}

function figure(questions: readonly Question[], answers: Answers): Pick<PartResult, 'score' | 'coverage'> {
  let [known, applicable, points] = [0, 0, 0]
  for (const question of questions) {
    const option = chosen(question, answers)
    if (option?.means === 'not-applicable') continue
    applicable += question.weight
    if (option?.score == null) continue
    known += question.weight
    points += question.weight * option.score
  }
  const coverage = applicable === 0 ? null : known / applicable
  return { coverage, score: coverage !== null && coverage >= ENOUGH ? points / known : null }
}
