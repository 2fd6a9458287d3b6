import { expect, test } from 'vitest'
import type { VerdictWord } from '../model/finding.ts'
import type { Catalogue } from '../model/norm.ts'
import { weigh } from './weigh.ts'

const criterion = (id: string, weight: number, by = 'check') => ({ id, weight, means: { by } })
const catalogue = {
  version: 'v',
  themes: [{ id: 'VEI' }, { id: 'MEN' }],
  norms: [
    {
      id: 'VEI-01',
      theme: 'VEI',
      criteria: [criterion('VEI-01.a', 3), criterion('VEI-01.b', 1), criterion('VEI-01.advice', 0)],
    },
    { id: 'VEI-02', theme: 'VEI', criteria: [criterion('VEI-02.q', 2, 'question')] },
    { id: 'MEN-01', theme: 'MEN', criteria: [criterion('MEN-01.q', 2, 'question')] },
  ],
} as unknown as Catalogue
const vei = (verdicts: Record<string, VerdictWord>) =>
  weigh(
    Object.entries(verdicts).map(([id, verdict]) => ({ norm: id.split('.')[0]!, criterion: id, verdict })),
    catalogue,
  ).themes[0]!

test('a score is the weighed share of what is known', () => {
  expect(vei({ 'VEI-01.a': 'met', 'VEI-01.b': 'unmet' })).toMatchObject({ score: 0.75, coverage: 1 })
  expect(vei({ 'VEI-01.a': 'partly', 'VEI-01.b': 'partly' })).toMatchObject({ score: 0.5 })
})
test('unknown never counts as no: it lowers coverage, and below 80% there is no figure', () => {
  expect(vei({ 'VEI-01.a': 'unknown', 'VEI-01.b': 'met' })).toMatchObject({ score: null, coverage: 0.25 })
  expect(vei({ 'VEI-01.a': 'met', 'VEI-01.b': 'unknown' })).toMatchObject({ score: null, coverage: 0.75 })
})
test('at eighty per cent known there is a figure, just below it there is none', () => {
  const known = (weight: number, unknown: number) =>
    weigh(
      [
        { norm: 'N-1', criterion: 'N-1.a', verdict: 'met' },
        { norm: 'N-1', criterion: 'N-1.b', verdict: 'unknown' },
      ],
      {
        ...catalogue,
        norms: [{ id: 'N-1', theme: 'VEI', criteria: [criterion('N-1.a', weight), criterion('N-1.b', unknown)] }],
      } as unknown as Catalogue,
    ).themes[0]!
  expect(known(4, 1)).toMatchObject({ coverage: 0.8, score: 1 })
  expect(known(79, 21)).toMatchObject({ coverage: 0.79, score: null })
})
test('what does not apply and what is only advice counts nowhere', () => {
  expect(vei({ 'VEI-01.a': 'met', 'VEI-01.b': 'not-applicable', 'VEI-01.advice': 'unmet' })).toMatchObject({
    score: 1,
    coverage: 1,
    applicable: 3,
  })
})
test('each theme says how many of its norms this lens touches', () => {
  expect(weigh([], catalogue).themes).toMatchObject([
    { normsTouched: 1, norms: 2, score: null, coverage: null },
    { normsTouched: 0, norms: 1 },
  ])
})
test('a norm of which only advice is measured is not touched: no figure can come of it', () => {
  const advice = {
    ...catalogue,
    norms: [
      { id: 'VEI-01', theme: 'VEI', criteria: [criterion('VEI-01.a', 1)] },
      { id: 'VEI-02', theme: 'VEI', criteria: [criterion('VEI-02.advice', 0)] },
      { id: 'VEI-03', theme: 'VEI', criteria: [{ ...criterion('VEI-03.a', 2), means: { by: 'question' } }] },
    ],
  } as unknown as Catalogue
  // From outside a question measures nothing; of everything together it is a part.
  expect(weigh([], advice).themes[0]).toMatchObject({ normsTouched: 1, norms: 3 })
  expect(weigh([], advice, 'all').themes[0]).toMatchObject({ normsTouched: 2, norms: 3 })
})
