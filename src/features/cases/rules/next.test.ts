/** The main button: first what is missing, then the step that the rule proposes, and never a heavier one. */
import { expect, test } from 'vitest'
import type { Role } from '../../../vocabulary/roles.ts'
import type { CaseFacts } from './facts.ts'
import { nextFor, stepPath } from './next.ts'
import { explains, inWords, saysAnything } from './reason.ts'
import { facts } from './test-facts.ts'

const ANNA = { id: 'anna', roles: ['policy-officer'] as Role[] }
const BRAM = { id: 'bram', roles: ['policy-officer', 'adviser'] as Role[] }
const FENNA = { id: 'fenna', roles: ['fg'] as Role[] }
const DORA = { id: 'dora', roles: ['decision-maker'] as Role[] }
const FLEUR = { id: 'fleur', roles: ['publisher'] as Role[] }
const main = (change: Partial<CaseFacts>, who: { id: string; roles: Role[] }) => nextFor(facts(change), who).main
const asked = (more: object) => ({
  id: 'q1',
  role: 'fg' as const,
  person: 'fenna',
  answered: false,
  late: false,
  ...more,
})

test.each([
  [{ preCheckOpen: 1 }, { label: 'Vul de voortoets in (nog één vraag)', at: 'pre-check' }],
  [{ preCheckOpen: 6 }, { label: 'Vul de voortoets in (nog 6 vragen)', at: 'pre-check' }],
  [{ reworkOpen: ['V1'] }, { label: 'Beantwoord wat terugkwam', at: 'pre-check' }],
  [{ summary: '' }, { label: 'Vul het concept aan', at: 'case', path: 'wijzigen' }],
  [{ intendedOn: null }, { label: 'Vul het concept aan', at: 'case', path: 'wijzigen' }],
  [{}, { at: 'case', path: 'stap/indienen' }],
])('of a draft with %j the author is asked first for what is missing', (change, told) =>
  expect(main({ state: 'draft', ...change }, ANNA)).toMatchObject(told),
)
test.each([
  ['full-test', 'stap/volledige-toets'],
  ['doubt', 'stap/volledige-toets'],
  ['no-effect', 'stap/geen-effect'],
  ['incomplete', 'terugvragen'],
] as const)(
  'a pre-check that proposes %s makes that the main button, and the heavier route another step',
  (proposal, path) => {
    const { main: button, others } = nextFor(facts({ state: 'pre-check', proposal }), BRAM)
    expect(button).toMatchObject({ at: 'case', path })
    expect(others.map(stepPath)).not.toContain(path)
  },
)
test.each([
  [{ openQuestions: 1 }, { label: 'Vul de toets in (nog één vraag)', at: 'full-test' }],
  [{ openQuestions: 9 }, { label: 'Vul de toets in (nog 9 vragen)', at: 'full-test' }],
  [{ reworkOpen: ['R1'] }, { label: 'Beantwoord wat terugkwam', at: 'full-test' }],
])('of a test with %j the author goes to the questions', (change, told) =>
  expect(main({ state: 'in-test', ...change }, ANNA)).toEqual(told),
)
test('what is missing is asked of nobody else', () => {
  expect(main({ state: 'draft', preCheckOpen: 3 }, BRAM)).toBeUndefined()
  expect(main({ state: 'in-test', openQuestions: 3 }, BRAM)?.at).not.toBe('full-test')
})
test('a test that is not complete goes back; one that is complete goes on', () => {
  expect(main({ state: 'completeness', openQuestions: 2 }, BRAM)).toMatchObject({ path: 'terugvragen' })
  expect(main({ state: 'completeness' }, BRAM)).toMatchObject({ path: 'adviezen' })
})
test('who was asked gives an opinion; a late one is the handler’s first care', () => {
  expect(main({ state: 'opinions', requests: [asked({})] }, FENNA)).toEqual({
    label: 'Geef uw advies',
    at: 'case',
    path: 'advies/q1',
  })
  expect(main({ state: 'opinions', requests: [asked({ answered: true })] }, FENNA)).toBeUndefined()
  expect(main({ state: 'advice', requests: [asked({})] }, FENNA)).toBeUndefined()
  expect(main({ state: 'opinions', requests: [asked({ late: true })] }, BRAM)).toEqual({
    label: 'Vraag naar het advies van de functionaris gegevensbescherming (FG)',
    at: 'case',
    path: 'advies/q1/opvragen',
  })
  expect(main({ state: 'opinions', requests: [asked({})] }, BRAM)?.at === 'case').toBe(false)
})
test('red flags are answered before the advice is written', () => {
  expect(main({ state: 'advice', flags: ['R1', 'R2'], flagsAnswered: new Set(['R1']) }, BRAM)).toEqual({
    label: 'Geef antwoord op de rode vlaggen',
    at: 'case',
    path: 'vlaggen',
  })
  expect(main({ state: 'advice', flags: ['R1'], flagsAnswered: new Set(['R1']) }, BRAM)).toMatchObject({
    path: 'adviseren',
  })
})
test('the author answers conditions and every “niet doen” before the case goes on', () => {
  const conditions = [
    { id: 'c1', reaction: null },
    { id: 'c2', reaction: 'adopted' as never },
  ]
  expect(main({ state: 'reaction', conditions, answersOwed: 2 }, ANNA)).toEqual({
    label: 'Reageer op de adviezen (nog 3)',
    at: 'case',
    path: 'reactie',
  })
  expect(main({ state: 'reaction', conditions: [], answersOwed: 0 }, ANNA)).not.toMatchObject({ path: 'reactie' })
})
test('who decides goes to the decision, and who publishes to the publication', () => {
  expect(main({ state: 'decision' }, DORA)).toMatchObject({ path: 'besluit' })
  for (const state of ['decided', 'no-effect'] as const)
    expect(main({ state }, FLEUR)).toEqual({ label: 'Naar de publicatie', at: 'case', path: 'publiceren' })
  expect(main({ state: 'decision' }, FLEUR)).toBeUndefined()
  expect(main({ state: 'decided' }, FENNA)).toBeUndefined()
})
test('what cannot be done yet is told apart, with why', () => {
  const { blocked, others } = nextFor(facts({ state: 'draft', proposal: 'incomplete', preCheckOpen: 2 }), ANNA)
  expect(blocked.map(({ step }) => step.id)).toContain('indienen')
  expect(blocked.every(({ blocked: why }) => why !== undefined && why !== '')).toBe(true)
  expect(others.map(({ step }) => step.id)).toEqual(['intrekken'])
})

test.each([
  ['', false, false],
  ['-', false, false],
  ['n.v.t.', false, false],
  ['x y z', false, false],
  ['Akkoord', true, false],
  ['Het kan', true, true],
  ['te duur, zegt de afdeling', true, true],
  ['слишком дорого', true, true],
  ['12 34', false, false],
])('“%s” says anything: %s, in words: %s', (text, anything, words) => {
  expect([saysAnything(text), inWords(text)]).toEqual([anything, words])
  expect(explains('no-objection', text)).toBe(anything)
  expect(explains('none-needed', text)).toBe(anything)
  expect(explains('conditions', text)).toBe(words)
})
