/**
 * From one version of a questionnaire to the next, and from one set of answers to another: what carries over and what
 * changed. Pure.
 */
import type { Answers, Question, Questionnaire } from '../model/questionnaire.ts'

export type Migration = {
  readonly answers: Answers
  readonly added: readonly string[]
  readonly gone: readonly string[]
  /** Asked or counted otherwise now; the answer stays and wants a look. */
  readonly changed: readonly string[]
  /** The answer no longer exists: to be answered anew. */
  readonly again: readonly string[]
}

/**
 * Takes running answers along to a newer version. The older version itself stays readable: the database keeps a copy of
 * each that was used.
 */
export function migrateAnswers(from: Questionnaire, to: Questionnaire, answers: Answers): Migration {
  const old = new Map(from.questions.map((question) => [question.id, question]))
  const next = new Map(to.questions.map((question) => [question.id, question]))
  const fits = (question: Question, value: string | readonly string[]) =>
    shapeOf(old.get(question.id) ?? question) === shapeOf(question) &&
    (question.kind === 'text' ||
      [value]
        .flat()
        .every((each) => [...question.options, ...(question.plainOptions ?? [])].some(({ id }) => id === each)))
  const again = Object.keys(answers).filter((id) => next.has(id) && !fits(next.get(id)!, answers[id]!.value))
  return {
    answers: Object.fromEntries(Object.entries(answers).filter(([id]) => next.has(id) && !again.includes(id))),
    again,
    added: [...next.keys()].filter((id) => !old.has(id)),
    gone: [...old.keys()].filter((id) => !next.has(id)),
    changed: [...next.values()]
      .filter((question) => old.has(question.id) && asked(old.get(question.id)!) !== asked(question))
      .map(({ id }) => id),
  }
}

/** What kind of thing an answer is: a text is not a choice, and one choice is not several. */
const shapeOf = ({ kind }: Question): string => (kind === 'scale' ? 'choice' : kind)

/** All that somebody who answers goes by, and what an answer counts for. */
const asked = ({ text, plain, explanation, options, plainOptions, flag }: Question): string =>
  JSON.stringify([
    text,
    plain,
    explanation,
    [...options, ...(plainOptions ?? [])].map(({ id, label, anchor, score }) => [id, label, anchor, score]),
    flag?.on,
  ])

export type Difference = {
  readonly question: string
  readonly from: Answers[string] | undefined
  readonly to: Answers[string] | undefined
}

/** Every question that was answered otherwise, by its value or its reason. */
export function differences(from: Answers, to: Answers): Difference[] {
  return [...new Set([...Object.keys(from), ...Object.keys(to)])]
    .toSorted()
    .map((question) => ({ question, from: from[question], to: to[question] }))
    .filter((each) => JSON.stringify(each.from) !== JSON.stringify(each.to))
}
