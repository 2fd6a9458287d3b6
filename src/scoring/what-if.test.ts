/** What-if is weigh of the changed findings, and nothing is weak that is unknown, advice or met. */
import { expect, test } from 'vitest'
import type { Catalogue, Criterion, Norm } from '../model/norm.ts'
import type { VerdictWord } from '../model/finding.ts'
import { weigh } from './weigh.ts'
import { weakPoints, whatIf } from './what-if.ts'

const criterion = (id: string, weight: number) =>
  ({ id, weight, means: { by: 'check', check: 'x', options: {} } }) as unknown as Criterion
const catalogue = {
  version: 'c',
  themes: [{ id: 'VEI' }, { id: 'PRV' }],
  norms: [
    { id: 'VEI-11', theme: 'VEI', reviewMonths: 3, criteria: [criterion('VEI-11.a', 3), criterion('VEI-11.b', 1)] },
    { id: 'PRV-02', theme: 'PRV', reviewMonths: 3, criteria: [criterion('PRV-02.c', 2), criterion('PRV-02.d', 0)] },
  ] as unknown as readonly Norm[],
} as unknown as Catalogue
const at = (of: string, verdict: VerdictWord, subject = 'site', more = {}) =>
  ({ norm: of.slice(0, 6), criterion: of, verdict, subject, source: 'visit', strength: 'measured', ...more }) as const
const lens = { catalogue, lens: 'all' } as const

const findings = [
  at('VEI-11.a', 'unmet'),
  at('VEI-11.a', 'partly', 'post'),
  at('VEI-11.b', 'met'),
  at('PRV-02.c', 'unknown'),
  at('PRV-02.d', 'unmet'),
]

test('a weak point is one criterion over all its addresses; unknown, met and advice are none', () => {
  expect(weakPoints(findings, lens)).toMatchObject([
    { id: 'VEI-11.a', criteria: ['VEI-11.a'], verdict: 'unmet', subjects: ['site', 'post'], gain: 4.5 },
  ])
})

test('what was seen too long ago is no weak point', () => {
  const old = [at('VEI-11.a', 'unmet', 'site', { at: '2026-01-01' })]
  expect(weakPoints(old, { ...lens, today: '2026-02-01' })).toHaveLength(1)
  expect(weakPoints(old, { ...lens, today: '2026-11-28' })).toEqual([])
})

test('of the same subject the firmest counts: what a person saw as met is not weak', () => {
  const seen = { ...at('VEI-11.a', 'met'), source: 'inspection', strength: 'witnessed' } as const
  expect(weakPoints([at('VEI-11.a', 'unmet'), seen], lens)).toEqual([])
})

test('a question of two norms is one weak point, and moves both themes', () => {
  const question = { source: 'form', strength: 'declared', seen: { question: 'N01' } }
  const both = [at('VEI-11.b', 'unmet', 'zelf', question), at('PRV-02.c', 'partly', 'zelf', question)]
  expect(weakPoints(both, lens)).toMatchObject([{ criteria: ['VEI-11.b', 'PRV-02.c'], verdict: 'unmet', gain: 2 }])
  expect(whatIf(both, ['VEI-11.b', 'PRV-02.c'], lens).map(({ after }) => [after.theme, after.score])).toEqual([
    ['VEI', 1],
    ['PRV', 1],
  ])
})

test('what-if equals weigh of the changed findings', () => {
  const changed = findings.map((each) => (each.criterion === 'VEI-11.a' ? { ...each, verdict: 'met' as const } : each))
  const [told] = whatIf(findings, ['VEI-11.a'], lens)
  expect(told!.before).toEqual(weigh(findings, catalogue, 'all').themes.find(({ theme }) => theme === 'VEI'))
  expect(told!.after).toEqual(weigh(changed, catalogue, 'all').themes.find(({ theme }) => theme === 'VEI'))
  expect(told!.after.score).toBe(1)
  // As much is known as before: only the verdict is another.
  expect(told!.after.coverage).toBe(told!.before.coverage)
})

test('what is unknown stays unknown, so that a theme of which too little is known has no score either way', () => {
  const few = [at('VEI-11.b', 'unmet'), at('VEI-11.a', 'unknown')]
  expect(whatIf(few, ['VEI-11.b'], lens)).toMatchObject([{ before: { score: null }, after: { score: null } }])
})
