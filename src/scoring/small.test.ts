/** Every turn of scoring on a questionnaire of a few questions, small enough to work out by hand. */
import { describe, expect, test } from 'vitest'
import type { Finding } from '../model/finding.ts'
import type { Catalogue } from '../model/norm.ts'
import type { Answers, Question, Questionnaire } from '../model/questionnaire.ts'
import { proposeCluster } from './cluster.ts'
import { adviceOf, contradictions, declaredFindings, withQuestions, type Declared } from './declared.ts'
import { differences, migrateAnswers } from './migrate.ts'
import { flagsOf, resultOf, stateOf } from './result.ts'
import { routeOf } from './route.ts'
import { chosen, firstStepOf, holds, optionsOf, textOf, visibleQuestions, wordsOf } from './visible.ts'

const OPTIONS = [
  { id: 'ja', label: 'Ja', score: 1 },
  { id: 'deels', label: 'Deels', score: 0.5 },
  { id: 'nee', label: 'Nee', score: 0 },
  { id: 'weet-niet', label: 'Weet ik niet', score: null, means: 'unknown' },
  { id: 'nvt', label: 'Niet van toepassing', score: null, means: 'not-applicable' },
  { id: 'los', label: 'Telt niet', score: null },
]
const question = (id: string, more: Readonly<Record<string, unknown>> = {}): Question =>
  ({
    id,
    section: 'deel',
    text: `${id}?`,
    kind: 'scale',
    options: OPTIONS,
    variants: [],
    norms: [],
    weight: 1,
    ...more,
  }) as unknown as Question
const list = (questions: readonly Question[], more: Readonly<Record<string, unknown>> = {}): Questionnaire =>
  ({
    sections: [
      { id: 'deel', title: 'Deel', scored: true },
      { id: 'leeg', title: 'Leeg', scored: true },
      { id: 'profiel', title: 'Profiel', scored: false },
    ],
    about: ['website', 'proposal'],
    thresholds: { met: 0.8, partly: 0.5 },
    questions,
    ...more,
  }) as unknown as Questionnaire
const say = (values: Readonly<Record<string, string | readonly string[]>>): Answers =>
  Object.fromEntries(Object.entries(values).map(([id, value]) => [id, { value, reason: '' }]))

describe('where a question stands', () => {
  test.each([
    [{}, 'open'],
    [{ A: '' }, 'open'],
    [{ A: [] }, 'open'],
    [{ A: 'ja' }, 'answered'],
    [{ A: ['ja', 'nee'] }, 'answered'],
    [{ A: 'weet-niet' }, 'unknown'],
    [{ A: 'nvt' }, 'not-applicable'],
    [{ A: 'anders dan de lijst' }, 'answered'],
  ])('%j is %s', (answers, state) => expect(stateOf(question('A'), say(answers as never))).toBe(state))
})

describe('a condition', () => {
  const isYes = { question: 'A', op: 'in', values: ['ja'] } as const
  const notYes = { question: 'A', op: 'not-in', values: ['ja'] } as never
  test.each([
    [undefined, {}, true],
    [isYes, {}, false],
    [isYes, { A: '' }, false],
    [isYes, { A: 'ja' }, true],
    [isYes, { A: 'nee' }, false],
    [isYes, { A: ['nee', 'ja'] }, true],
    [notYes, {}, false],
    [notYes, { A: 'ja' }, false],
    [notYes, { A: 'nee' }, true],
    [notYes, { A: ['ja', 'nee'] }, true],
  ])('%j on %j is %s', (condition, answers, held) => expect(holds(condition, say(answers as never))).toBe(held))
})

describe('what the answers come to', () => {
  const flag = { on: ['nee'], text: 'Dit mag niet.' }
  const questions = [
    question('A', { weight: 3, flag }),
    question('B'),
    question('C'),
    question('P', { section: 'profiel', flag: { on: ['nee'], text: 'In het profiel.' } }),
  ]

  test('a part is weighed over what is known and applies; what is unknown lowers coverage alone', () => {
    const { parts, coverage } = resultOf(list(questions), say({ A: 'ja', B: 'nvt', C: 'weet-niet' }))
    expect(parts).toEqual([
      { section: 'deel', title: 'Deel', score: null, coverage: 0.75, asked: 3, answered: 3, flags: [] },
    ])
    expect(coverage).toBeCloseTo(1 / 3)
    expect(resultOf(list(questions), say({ A: 'ja', B: 'nee', C: 'nvt' })).parts[0]).toMatchObject({
      score: 0.75,
      coverage: 1,
    })
    // Exactly 80% is enough.
    const five = ['A', 'B', 'C', 'D', 'E'].map((id) => question(id))
    expect(
      resultOf(list(five), say({ A: 'ja', B: 'ja', C: 'deels', D: 'nee', E: 'weet-niet' })).parts[0],
    ).toMatchObject({ score: 0.625, coverage: 0.8 })
    // An answer without a score is not known.
    expect(resultOf(list([question('A')]), say({ A: 'los' })).parts[0]).toMatchObject({ score: null, coverage: 0 })
  })
  test('a part of which nothing applies has no coverage, and no part is made of a section without questions', () => {
    const { parts, coverage } = resultOf(list([question('A')]), say({ A: 'nvt' }))
    expect(parts).toMatchObject([{ section: 'deel', score: null, coverage: null }])
    expect(coverage).toBe(1)
  })
  test('what is open, unknown and not applicable is told by question', () => {
    expect(resultOf(list(questions), say({ A: 'weet-niet', B: 'nvt', P: 'ja' }))).toMatchObject({
      asked: 4,
      open: ['C'],
      unknown: ['A'],
      notApplicable: ['B'],
      parts: [{ asked: 3, answered: 2 }],
    })
  })
  test('a red flag stands beside its own part, and never in the figure', () => {
    const { flags, parts } = resultOf(list(questions), say({ A: 'nee', B: 'ja', C: 'ja', P: 'nee' }))
    expect(flags).toEqual([
      { question: 'A', text: 'Dit mag niet.' },
      { question: 'P', text: 'In het profiel.' },
    ])
    expect(parts[0]).toMatchObject({ flags: ['A'], score: 0.4 })
  })
  test('a flag with a condition waits for it, also for an answer of an earlier questionnaire', () => {
    const flagged = question('A', { flag: { ...flag, when: { question: 'V', op: 'in', values: ['ja'] } } })
    expect(flagsOf([flagged], say({ A: 'nee' }))).toEqual([])
    expect(flagsOf([flagged], say({ A: 'ja', V: 'ja' }))).toEqual([])
    expect(resultOf(list([flagged]), say({ A: 'nee' }), undefined, say({ V: 'ja' })).flags).toHaveLength(1)
  })
})

describe('what is asked, and how', () => {
  const two = question('A', {
    variants: ['short'],
    plain: 'Gewoon?',
    plainOptions: [{ id: 'dus-ja', label: 'Zeker', score: 1 }],
    firstStep: 'Begin.',
    longFirstStep: 'Stel vast.',
  })
  test('a question of one variant is not asked in the other; without a variant all are', () => {
    const ids = (variant?: 'short' | 'long') =>
      visibleQuestions(list([two, question('B')]), {}, variant).map(({ id }) => id)
    expect([ids(), ids('short'), ids('long')]).toEqual([['A', 'B'], ['A', 'B'], ['B']])
  })
  test('an answer given here goes before the earlier one', () => {
    const asked = question('B', { when: { question: 'A', op: 'in', values: ['ja'] } })
    const ids = (now: Answers, earlier: Answers) =>
      visibleQuestions(list([asked]), now, undefined, earlier).map(({ id }) => id)
    expect([ids({}, say({ A: 'ja' })), ids(say({ A: 'nee' }), say({ A: 'ja' }))]).toEqual([['B'], []])
  })
  test('each variant has its words, options and first step, and falls back on the other', () => {
    expect([textOf(two, 'long'), textOf(two, 'short'), textOf(two), textOf(question('B'), 'short')]).toEqual([
      'A?',
      'Gewoon?',
      'Gewoon?',
      'B?',
    ])
    expect([optionsOf(two, 'short'), optionsOf(two, 'long'), optionsOf(question('B'), 'short')]).toEqual([
      two.plainOptions,
      OPTIONS,
      OPTIONS,
    ])
    expect([firstStepOf(two, 'long'), firstStepOf(two, 'short'), firstStepOf(question('B'), 'long')]).toEqual([
      'Stel vast.',
      'Begin.',
      undefined,
    ])
    expect(firstStepOf(question('B', { firstStep: 'Begin.' }), 'long')).toBe('Begin.')
  })
  test('an answer is found on either scale, and told in words', () => {
    expect(chosen(two, say({ A: 'dus-ja' }))).toMatchObject({ label: 'Zeker' })
    expect(chosen(two, say({ A: 'nee' }))).toMatchObject({ label: 'Nee' })
    expect(chosen(two, say({ A: ['nee'] }))).toBeUndefined()
    expect([null, '', [], 'dus-ja', ['ja', 'nee'], 'eigen woorden'].map((value) => wordsOf(two, value))).toEqual([
      'geen antwoord',
      'geen antwoord',
      'geen antwoord',
      'Zeker',
      'Ja, Nee',
      'eigen woorden',
    ])
  })
})

describe('answers as findings', () => {
  const AT = '2026-11-27T12:00:00Z'
  const asked = question('A', { norms: ['VEI-01', 'VEI-02'], explanation: 'Omdat.', firstStep: 'Begin.', weight: 2 })
  const verdict = (answer: string, more = {}) =>
    declaredFindings(list([{ ...asked, ...more }]), say({ A: answer }), AT).map((finding) => finding.verdict)

  test('a catalogue gets one criterion a question and norm', () => {
    const catalogue = {
      version: 'v',
      norms: [
        { id: 'VEI-01', criteria: [{ id: 'VEI-01.a', weight: 0 }] },
        { id: 'VEI-03', criteria: [{ id: 'VEI-03.a', weight: 1 }] },
      ],
    } as unknown as Catalogue
    const { norms, version } = withQuestions(catalogue, [list([asked, question('B', { norms: ['VEI-01'] })])])
    expect(version).toBe('v')
    expect(norms[0]!.criteria.map(({ id }) => id)).toEqual(['VEI-01.a', 'VEI-01.A', 'VEI-01.B'])
    expect(norms[0]!.criteria[1]).toEqual({
      id: 'VEI-01.A',
      norm: 'VEI-01',
      title: { nl: 'A?', en: 'A?' },
      weight: 2,
      subjects: ['website'],
      onlyPublicBodies: false,
      means: { by: 'question', question: 'A?' },
      why: 'Omdat.',
      firstStep: 'Begin.',
      repair: '',
      limits: 'Een eigen antwoord bewijst niet dat het zo is.',
      reasons: {},
    })
    expect(norms[0]!.criteria[2]).toMatchObject({ why: '', firstStep: '' })
    expect(norms[1]!.criteria).toHaveLength(1)
    expect(adviceOf(catalogue)).toEqual(new Set(['VEI-01.a']))
  })
  test('the borders are part of the better verdict', () => {
    const at = (score: number) => verdict('x', { options: [{ id: 'x', label: 'x', score }] })[0]
    expect([at(1), at(0.8), at(0.79), at(0.5), at(0.49), at(0)]).toEqual([
      'met',
      'met',
      'partly',
      'partly',
      'unmet',
      'unmet',
    ])
  })
  test('a meaning goes before a score; what says nothing gives nothing', () => {
    expect([verdict('weet-niet'), verdict('nvt'), verdict('los'), verdict('')]).toEqual([
      ['unknown', 'unknown'],
      ['not-applicable', 'not-applicable'],
      [],
      [],
    ])
  })
  test('a finding says what was answered, when, and how firm', () => {
    const told = (documented?: ReadonlySet<string>) =>
      declaredFindings(list([asked]), say({ A: 'ja' }), AT, documented ? { documented } : {})[0]!
    expect(told()).toEqual({
      norm: 'VEI-01',
      criterion: 'VEI-01.A',
      verdict: 'met',
      reason: 'answer.ja',
      seen: { question: 'A', answer: 'ja' },
      at: AT,
      strength: 'declared',
      source: 'form',
      refutedBy: { met: [], unmet: [] },
    })
    expect([told(new Set(['A'])).strength, told(new Set(['B'])).strength]).toEqual(['documented', 'declared'])
  })
})

describe('an answer against what was measured', () => {
  const said = (verdict: string, met: string[], unmet: string[] = [], id = 'A') =>
    ({ norm: 'VEI-01', verdict, seen: { question: id }, refutedBy: { met, unmet } }) as unknown as Declared
  const seen = (criterion: string, verdict: string) => ({ norm: 'VEI-09', criterion, verdict }) as unknown as Finding
  test.each([
    ['yes, and one that would show it is unmet', said('met', ['x']), [seen('x', 'unmet')], 1],
    ['yes, and it is met', said('met', ['x']), [seen('x', 'met')], 0],
    ['yes, and it was partly so', said('met', ['x']), [seen('x', 'partly')], 0],
    ['yes, and it was not seen', said('met', ['x']), [seen('x', 'unknown')], 0],
    ['yes, and another one is unmet', said('met', ['x']), [seen('y', 'unmet')], 0],
    ['yes, and what would contradict a no is unmet', said('met', [], ['x']), [seen('x', 'unmet')], 0],
    ['partly contradicts nothing', said('partly', ['x'], ['x']), [seen('x', 'unmet')], 0],
    ['unknown contradicts nothing', said('unknown', ['x'], ['x']), [seen('x', 'met')], 0],
    ['no, and all that would show it is met', said('unmet', [], ['x', 'y']), [seen('x', 'met'), seen('y', 'met')], 1],
    ['no, and one of them was not measured', said('unmet', [], ['x', 'y']), [seen('x', 'met')], 0],
    ['no, and one of them is unmet', said('unmet', [], ['x', 'y']), [seen('x', 'met'), seen('y', 'unmet')], 0],
    ['no, and nothing would show it', said('unmet', [], []), [seen('x', 'met')], 0],
  ])('%s', (_, answer, measured, count) => expect(contradictions([answer], measured)).toHaveLength(count))

  test('the measured norm is the one that is named; advice contradicts nobody; one question says one thing', () => {
    const answer = said('met', ['x'])
    expect(contradictions([answer], [seen('x', 'unmet')])).toEqual([
      { norm: 'VEI-09', declared: answer, measured: seen('x', 'unmet') },
    ])
    expect(contradictions([answer], [seen('x', 'unmet')], new Set(['x']))).toEqual([])
    expect(contradictions([answer, said('met', ['x'])], [seen('x', 'unmet')])).toHaveLength(1)
    expect(contradictions([answer, said('met', ['x'], [], 'B')], [seen('x', 'unmet')])).toHaveLength(2)
  })
})

describe('to another version', () => {
  const choices = (...ids: string[]) => ids.map((id) => ({ id, label: id, score: 1 }))
  const from = list([
    question('same'),
    question('gone'),
    question('fewer', { options: choices('a', 'b') }),
    question('kind', { kind: 'text', options: [] }),
    question('several', { kind: 'choices', options: choices('a', 'b') }),
    question('plain', { plainOptions: choices('p') }),
    question('wording'),
    question('flag', { flag: { on: ['nee'], text: 'x' } }),
  ])
  const to = list([
    question('same'),
    question('fewer', { options: choices('a') }),
    question('kind'),
    question('several', { kind: 'choices', options: choices('a') }),
    question('plain', { plainOptions: choices('p') }),
    question('wording', { text: 'Anders gevraagd?' }),
    question('flag', { flag: { on: ['nee', 'deels'], text: 'y' } }),
    question('new'),
  ])
  test('what still fits goes along; what does not is asked anew; what is asked otherwise wants a look', () => {
    const answers = say({
      same: 'ja',
      gone: 'ja',
      fewer: 'b',
      kind: 'een eigen tekst',
      several: ['a', 'b'],
      plain: 'p',
      wording: 'nee',
    })
    expect(migrateAnswers(from, to, answers)).toEqual({
      answers: say({ same: 'ja', plain: 'p', wording: 'nee' }),
      again: ['fewer', 'kind', 'several'],
      added: ['new'],
      gone: ['gone'],
      changed: ['fewer', 'kind', 'several', 'wording', 'flag'],
    })
  })
  test('a scale is one choice too, and a text stays a text', () => {
    const one = (kind: string) => list([question('A', { kind, options: kind === 'text' ? [] : choices('a') })])
    const again = (old: string, now: string, value: string) =>
      migrateAnswers(one(old), one(now), say({ A: value })).again
    expect([again('scale', 'choice', 'a'), again('text', 'text', 'van alles'), again('choice', 'text', 'a')]).toEqual([
      [],
      [],
      ['A'],
    ])
  })
  test('a difference is one of value or of reason, in the order of the questions’ names', () => {
    const one = { B: { value: 'ja', reason: '' }, A: { value: 'ja', reason: '' }, C: { value: 'ja', reason: '' } }
    const other = {
      A: { value: 'ja', reason: 'Daarom' },
      B: { value: 'ja', reason: '' },
      D: { value: 'nee', reason: '' },
    }
    expect(differences(one, other)).toEqual([
      { question: 'A', from: one.A, to: other.A },
      { question: 'C', from: one.C, to: undefined },
      { question: 'D', from: undefined, to: other.D },
    ])
  })
})

describe('the cluster of an organisation', () => {
  const clusters = {
    axes: [
      { name: 'Mensen', points: { P1: { weinig: 1, veel: 4 } } },
      { name: 'Gegevens', points: { P2: { gewoon: 0, gezondheid: 3, beeld: 2 }, P3: { kinderen: 5 } } },
    ],
    limits: [
      { cluster: 'A', upTo: 3, variant: 'short' },
      { cluster: 'B', upTo: 6, variant: 'short' },
      { cluster: 'C', upTo: 8, variant: 'long' },
    ],
    rules: [
      { question: 'P2', values: ['gezondheid'], atLeast: 'B', why: 'U heeft gegevens over gezondheid.' },
      {
        question: 'P1',
        values: ['weinig'],
        and: { question: 'P3', op: 'in', values: ['geen'] },
        atMost: 'A',
        why: 'U bent klein.',
      },
    ],
  }
  const propose = (P1: string, P2: string | string[], P3 = 'geen') =>
    proposeCluster(list([], { clusters }), say({ P1, P2, P3 }))

  test('the highest answer of an axis counts, a border belongs to the lower group, and the last has no top', () => {
    expect(propose('weinig', ['gewoon', 'beeld'], 'niemand')).toMatchObject({ cluster: 'A', sum: 3, variant: 'short' })
    expect(propose('veel', ['beeld'], 'niemand')).toMatchObject({ cluster: 'B', sum: 6 })
    expect(propose('veel', ['beeld'], 'kinderen')).toMatchObject({ cluster: 'C', sum: 9, variant: 'long' })
    expect(propose('veel', 'gewoon', 'niemand')!.axes).toEqual([
      { name: 'Mensen', points: 4 },
      { name: 'Gegevens', points: 0 },
    ])
  })
  test('a rule lifts or lowers, says so, and says nothing when nothing changes', () => {
    expect(propose('weinig', 'gezondheid', 'niemand')).toMatchObject({
      cluster: 'B',
      rules: ['De vier assen samen geven 4 punten: dat past bij groep B.'],
    })
    expect(propose('weinig', 'gezondheid')).toMatchObject({
      cluster: 'A',
      rules: ['De vier assen samen geven 4 punten: dat past bij groep B.', 'U bent klein. Daarom A.'],
    })
    const lifted = { ...clusters, limits: [{ cluster: 'A', upTo: 5, variant: 'short' }, ...clusters.limits.slice(1)] }
    expect(
      proposeCluster(list([], { clusters: lifted }), say({ P1: 'weinig', P2: 'gezondheid', P3: 'niemand' })),
    ).toMatchObject({ cluster: 'B', rules: [expect.anything(), 'U heeft gegevens over gezondheid. Daarom B.'] })
  })
  test('an open question, or a questionnaire without groups, proposes none', () => {
    expect(proposeCluster(list([], { clusters }), say({ P1: 'veel', P2: [], P3: 'geen' }))).toBeUndefined()
    expect(proposeCluster(list([]), say({ P1: 'veel' }))).toBeUndefined()
  })
})

test('a route names the questions that propose it', () => {
  const preCheck = list(
    ['V1', 'V2'].map((id) => question(id, { options: OPTIONS.filter(({ score }) => score !== null) })),
  )
  const rule = (V1: string, V2: string) => routeOf(preCheck, say({ V1, V2 }))
  expect(rule('ja', 'deels')).toEqual({
    route: 'full-test',
    rule: 'Minstens één antwoord is ja (V1): dan volgt de volledige toets.',
  })
  expect(rule('nee', 'deels')).toMatchObject({
    route: 'doubt',
    rule: expect.stringContaining('twijfel (V2) en geen ja'),
  })
  expect(rule('nee', '')).toEqual({ route: 'incomplete', open: ['V2'] })
  expect(rule('nee', 'nee')).toMatchObject({ route: 'no-effect', rule: expect.stringContaining('korte verklaring') })
})
