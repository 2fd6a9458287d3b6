/** Which questions of a questionnaire are asked, given what was answered before. Pure. */
import type { Answers, Condition, Option, Question, Questionnaire, Value, Variant } from '../model/questionnaire.ts'

/** Whether a condition holds. A question that was not answered makes no condition hold. */
export function holds(condition: Condition | undefined, answers: Answers): boolean {
  if (!condition) return true
  const answer = answers[condition.question]
  if (!answer || answer.value.length === 0) return false
  // Of several answers one is enough, both ways: “none” beside something else is not none.
  return [answer.value].flat().some((value) => condition.values.includes(value) === (condition.op === 'in'))
}

/** The questions that are asked. `earlier`: answers of a questionnaire before this one, such as a pre-check. */
export function visibleQuestions(
  questionnaire: Questionnaire,
  answers: Answers,
  variant?: Variant,
  earlier: Answers = {},
): Question[] {
  const all = { ...earlier, ...answers }
  return questionnaire.questions.filter(
    (question) =>
      (question.variants.length === 0 || variant === undefined || question.variants.includes(variant)) &&
      holds(question.when, all),
  )
}

/** What can be answered: the short variant has a scale of its own. */
export const optionsOf = (question: Question, variant?: Variant): readonly Option[] =>
  (variant === 'short' ? question.plainOptions : undefined) ?? question.options
/** How it is asked. */
export const textOf = (question: Question, variant?: Variant): string =>
  (variant === 'long' ? undefined : question.plain) ?? question.text
/** What to do first about a weak answer; undefined when the questionnaire knows of no step. */
export const firstStepOf = ({ firstStep, longFirstStep }: Question, variant?: Variant): string | undefined =>
  (variant === 'long' ? longFirstStep : undefined) ?? firstStep
/** The option that was chosen of one question; of either scale, for answers travel from variant to variant. */
export function chosen(question: Question, answers: Answers): Option | undefined {
  const value = answers[question.id]?.value
  return typeof value === 'string'
    ? [...question.options, ...(question.plainOptions ?? [])].find(({ id }) => id === value)
    : undefined
}

/** An answer in words: the labels of what was chosen, or the text itself. */
export function wordsOf(question: Question, value: Value | null): string {
  if (value === null || value.length === 0) return 'geen antwoord'
  const options = [...question.options, ...(question.plainOptions ?? [])]
  return [value]
    .flat()
    .map((each) => options.find(({ id }) => id === each)?.label ?? each)
    .join(', ')
}
