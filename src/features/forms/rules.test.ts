/** Who may answer when, and what an answer must be. */
import { expect, test } from 'vitest'
import type { Option, Question } from '../../model/questionnaire.ts'
import { answerProblems, whyNotAnswer, type Owner } from './rules.ts'

const option = (id: string, more: Partial<Option> = {}): Option => ({
  id,
  label: id,
  anchor: undefined,
  score: 1,
  means: undefined,
  reasonRequired: false,
  ...more,
})
const question = (kind: Question['kind'], more: Partial<Question> = {}): Question => ({
  id: 'R01',
  section: 's',
  text: 'Is het zo?',
  plain: undefined,
  explanation: undefined,
  kind,
  options: [option('ja'), option('nee'), option('nvt', { reasonRequired: true, means: 'not-applicable' })],
  plainOptions: undefined,
  weight: 1,
  norms: [],
  evidence: [],
  reviewers: [],
  when: undefined,
  flag: undefined,
  firstStep: undefined,
  variants: [],
  covers: [],
  ...more,
})
const give = (of: Question, value: string | string[] | null, reason = '', variant?: 'short' | 'long') =>
  Object.keys(answerProblems(of, { value, reason }, variant))

test('an answer comes from the list; of a choice only one, and “niet van toepassing” has a reason', () => {
  expect(give(question('choice'), 'ja')).toEqual([])
  expect(give(question('choice'), 'misschien')).toEqual(['antwoord'])
  expect(give(question('choice'), ['ja', 'nee'])).toEqual(['antwoord'])
  expect(give(question('choices'), ['ja', 'nee'])).toEqual([])
  expect(give(question('choices'), ['ja', '__proto__'])).toEqual(['antwoord'])
  expect(give(question('choice'), 'nvt')).toEqual(['reden'])
  expect(give(question('choice'), 'nvt', 'Er is geen website.')).toEqual([])
})
test('nothing clears, also where the old answer wanted a reason', () => {
  for (const nothing of [null, '', []] as const) expect(give(question('choice'), nothing as string | null)).toEqual([])
})
test('text is bounded', () => {
  expect(give(question('text'), 'x'.repeat(20_000))).toEqual([])
  expect(give(question('text'), 'x'.repeat(20_001))).toEqual(['antwoord'])
  expect(give(question('text'), ['a', 'b'])).toEqual(['antwoord'])
})
test('the short variant has its own scale; answers of the other one travel along', () => {
  const own = question('scale', { plainOptions: [option('geregeld')] })
  expect(give(own, 'geregeld', '', 'short')).toEqual([])
  expect(give(own, 'ja', '', 'short')).toEqual([])
  expect(give(own, 'geregeld', '', 'long')).toEqual(['antwoord'])
})

const who = (roles: Parameters<typeof whyNotAnswer>[0]['roles'], organisation: string | null = null) => ({
  id: 'ik',
  roles,
  organisation,
})
const of = (
  state: 'draft' | 'pre-check' | 'in-test' | 'completeness' | 'opinions' | 'decided',
  part: 'pre-check' | 'full-test',
  change: { author?: string; handler?: string; cameBack?: boolean } = {},
): Owner => ({
  kind: 'case',
  id: 'z',
  title: 't',
  state,
  author: 'ik',
  handler: null,
  cameBack: false,
  part,
  ...change,
})

test('each part takes answers only in its own states', () => {
  for (const [state, part, open] of [
    ['draft', 'pre-check', true],
    ['pre-check', 'pre-check', false],
    ['in-test', 'pre-check', false],
    ['in-test', 'full-test', true],
    ['completeness', 'full-test', false],
    ['opinions', 'full-test', false],
    ['decided', 'full-test', false],
  ] as const) {
    expect(whyNotAnswer(who(['policy-officer']), of(state, part), false) === undefined, `${part} in ${state}`).toBe(
      open,
    )
  }
})
test('a colleague helps until it is handed in; what came back is its author’s; who judges it never writes', () => {
  const answer = (change: Parameters<typeof of>[2]) =>
    whyNotAnswer(who(['policy-officer']), of('in-test', 'full-test', change), false)
  expect(answer({ author: 'anna' })).toBeUndefined()
  expect(answer({ author: 'anna', cameBack: true })).toMatch(/Alleen de indiener/)
  expect(answer({ cameBack: true })).toBeUndefined()
  expect(answer({ author: 'anna', handler: 'ik' })).toMatch(/U behandelt deze zaak/)
  expect(answer({ author: 'anna', handler: 'bram' })).toBeUndefined()
  expect(whyNotAnswer(who(['policy-officer']), of('completeness', 'full-test'), false)).toMatch(/stuurt de behandelaar/)
})
test('who may only read hears so; a closed form takes nothing from anyone', () => {
  for (const role of ['fg', 'auditor', 'decision-maker'] as const)
    expect(whyNotAnswer(who([role]), of('in-test', 'full-test'), false)).toMatch(/niet bij uw rol/)
  expect(whyNotAnswer(who(['policy-officer']), of('in-test', 'full-test'), true)).toMatch(/afgesloten/)
})
test('the answers of an organisation are its own', () => {
  const own: Owner = { kind: 'organisation', id: 'cafe', name: 'Café' }
  expect(whyNotAnswer(who(['partner'], 'cafe'), own, false)).toBeUndefined()
  expect(whyNotAnswer(who(['partner'], 'bakker'), own, false)).toMatch(/van de organisatie zelf/)
  expect(whyNotAnswer(who(['policy-officer']), own, false)).toMatch(/van de organisatie zelf/)
})
