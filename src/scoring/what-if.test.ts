/** What-if is weigh of the changed findings, and nothing is weak that is unknown, advice or met. */
import { expect, test } from 'vitest'
import type { Catalogue, Criterion, Norm } from '../model/norm.ts'
import type { VerdictWord } from '../model/finding.ts'
import { weigh } from './weigh.ts'
import { byRise, riseOf, weakPoints, whatIf } from './what-if.ts'

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

const point = (id: string, weight: number, rise: readonly [number, number][], effort?: 'small' | 'large') =>
  ({
    id,
    gain: weight,
    criterion: { ...criterion(id, weight), ...(effort && { effort: { size: effort, why: '' } }) },
    brings: rise.map(([before, after]) => ({ before: { score: before }, after: { score: after } })),
  }) as never

test('what brings most goes first by the points that are told, and weight settles only what is equal', () => {
  const heavy = point('VEI-23.a', 5, [[0.4, 0.44]], 'small')
  const broad = point('OPE-09.a', 1, [
    [0.3, 0.47],
    [0.5, 0.58],
    [0.2, 0.25],
  ])
  const middle = point('AUT-02.a', 2, [[0.1, 0.21]])
  const order = (...all: never[]) => byRise(all).map(({ id }: { id: string }) => id)
  expect(order(heavy, middle, broad)).toEqual(['OPE-09.a', 'AUT-02.a', 'VEI-23.a'])
  // As many points: what weighs more, then what asks less work; of what nobody said the effort, it is the most.
  expect(order(point('A', 2, [[0, 0.04]], 'small'), heavy)).toEqual(['VEI-23.a', 'A'])
  expect(order(point('B', 2, [[0, 0.04]]), point('C', 2, [[0, 0.04]], 'small'))).toEqual(['C', 'B'])
})

test('a rise is counted as it is shown, and a theme without a score wins nothing', () => {
  const of = (before: number | null, after: number | null) => [{ before: { score: before }, after: { score: after } }]
  // 62 and 71 are read, whatever lies behind them.
  expect(riseOf(of(0.6249, 0.7051) as never)).toBe(71 - 62)
  expect(riseOf(of(null, null) as never)).toBe(0)
})
