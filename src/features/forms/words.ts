/** An answer in words. */
import type { Question, Value } from '../../model/questionnaire.ts'

/** The labels of what was chosen, or the text itself. */
export function wordsOf(question: Question, value: Value | null): string {
  if (value === null || value.length === 0) return 'geen antwoord'
  const options = [...question.options, ...(question.plainOptions ?? [])]
  return [value]
    .flat()
    .map((each) => options.find(({ id }) => id === each)?.label ?? each)
    .join(', ')
}
