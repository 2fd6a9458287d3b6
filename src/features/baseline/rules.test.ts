/** The self-check: what counts, what comes first, what moved, and when a year ends and begins. */
import { expect, test } from 'vitest'
import type { Answers, Question, Questionnaire } from '../../model/questionnaire.ts'
import { changesOf, figuresOf, firstSteps, leftOver, mayReopen, mayRepeat, VARIANT_OF } from './rules.ts'

const OPTIONS = [
  { id: 'ja', label: 'Geregeld', score: 1 },
  { id: 'deels', label: 'Begonnen', score: 0.5 },
  { id: 'nee', label: 'Nog niet', score: 0 },
  { id: 'weet-niet', label: 'Weet ik niet', score: null, means: 'unknown' },
]
const question = (id: string, weight = 1, firstStep: string | undefined = `Begin met ${id}.`): Question =>
  ({
    id,
    section: 's',
    text: id,
    kind: 'scale',
    options: OPTIONS,
    variants: [],
    norms: [],
    weight,
    firstStep,
  }) as unknown as Question
const questionnaire = {
  questions: [question('A', 1), question('B', 3), question('C', 2), question('D', 9, ''), question('E')],
  thresholds: { met: 0.8, partly: 0.5 },
  clusters: {
    limits: [
      { cluster: 'A', variant: 'short' },
      { cluster: 'D', variant: 'long' },
    ],
  },
} as unknown as Questionnaire
const say = (values: Readonly<Record<string, string>>): Answers =>
  Object.fromEntries(Object.entries(values).map(([id, value]) => [id, { value, reason: '' }]))
const ids = (list: readonly { readonly question: Question }[]) => list.map((each) => each.question.id)

test('each group has its variant; one that is not known gets the short one', () => {
  expect(['A', 'D', 'Z'].map((cluster) => VARIANT_OF(questionnaire, cluster))).toEqual(['short', 'long', 'short'])
  expect(VARIANT_OF({} as Questionnaire, 'D')).toBe('short')
})
test('what is unknown or open has no figure', () => {
  expect(figuresOf(questionnaire, say({ A: 'ja', B: 'weet-niet', C: 'nee' }), undefined)).toEqual([
    { question: questionnaire.questions[0], value: 1 },
    { question: questionnaire.questions[2], value: 0 },
  ])
})
test('the weakest comes first, then the heaviest; what is in order asks no step, and there are at most three', () => {
  const answers = say({ A: 'deels', B: 'nee', C: 'nee', E: 'deels' })
  expect(ids(firstSteps(questionnaire, answers, undefined))).toEqual(['B', 'C', 'A'])
  expect(ids(firstSteps(questionnaire, answers, undefined, 1))).toEqual(['B'])
  expect(firstSteps(questionnaire, say({ A: 'ja' }), undefined)).toEqual([])
  const without = { ...questionnaire, questions: [{ ...question('A'), firstStep: undefined }] }
  expect(firstSteps(without, say({ A: 'nee' }), undefined)).toEqual([])
})
test('a change is told in the words of the answers, and only where both years can be compared', () => {
  const moved = changesOf(
    questionnaire,
    say({ A: 'nee', B: 'ja', C: 'weet-niet' }),
    say({ A: 'ja', B: 'ja', C: 'ja', E: 'nee' }),
    undefined,
  )
  expect(moved).toEqual([{ question: questionnaire.questions[0], from: 'Nog niet', to: 'Geregeld' }])
})
test.each([
  ['done', 2025, true, false],
  ['done', 2026, false, true],
  ['done', 2027, false, true],
  ['running', 2025, false, false],
  ['running', 2026, false, false],
])('of one that is %s in %i a new year may begin: %s, and it may be opened again: %s', (state, year, repeat, reopen) =>
  expect([mayRepeat({ state, year }, 2026), mayReopen({ state, year }, 2026)]).toEqual([repeat, reopen]),
)
test('what is open stands in the way, and what changed as long as it is not open too', () => {
  const { open, changed } = leftOver(questionnaire, say({ A: 'ja', B: 'ja', D: 'nee' }), undefined, new Set(['A', 'C']))
  expect([open, changed].map((list) => list.map(({ id }) => id))).toEqual([['C', 'E'], ['A']])
})
