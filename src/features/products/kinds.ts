/** The kinds of data that go into a product: those of the product test itself, one list in one place. */
import type { Question, Questionnaire } from '../../model/questionnaire.ts'

export const crumbs = [
  { name: 'Registers', to: '/balie/registers' },
  { name: 'Producten', to: '/balie/producten' },
]
export type Kinds = ReturnType<typeof kindsOf>

/** The kinds of data that a product can hold, from the question that asks for them. */
export function kindsOf(questionnaires: readonly Questionnaire[]) {
  const question: Question | undefined = questionnaires
    .find(({ purpose, about }) => purpose === 'full-test' && about.includes('product'))
    ?.questions.find(({ register }) => register === 'data')
  return {
    question,
    known: new Set(question?.options.map(({ id }) => id)),
    labels: new Map(question?.options.map(({ id, label }) => [id, label])),
  }
}
