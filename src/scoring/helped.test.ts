/** Reach × weight × ease: what counts, what does not, and in which order. */
import { expect, test } from 'vitest'
import type { Criterion, Norm } from '../model/norm.ts'
import type { Questionnaire } from '../model/questionnaire.ts'
import { enoughKnown, helpIn, helpOf, helpTogether } from './helped.ts'

const criterion = (id: string, weight: number, size: 'small' | 'medium' | 'large' | undefined, by = 'check') =>
  ({ id, weight, effort: size && { size, why: 'x' }, means: { by } }) as unknown as Criterion
const norm = (id: string, criteria: readonly Criterion[], clusters = ['A', 'B']) =>
  ({ id, criteria, clusters }) as unknown as Norm
const A = { kind: 'cluster', name: 'A' } as const
const nothing = { questionnaire: { questions: [], thresholds: { met: 0.85 } } as unknown as Questionnaire, means: [] }

test('who misses it among whom it is known, times weight, times ease', () => {
  const catalogue = { norms: [norm('VEI-11', [criterion('VEI-11.https', 3, 'small')])] }
  const [help] = helpOf(catalogue, A, [{ criterion: 'VEI-11.https', missed: 3, met: 1, unknown: 2 }], nothing)
  expect(help).toMatchObject({ norm: 'VEI-11', help: 0.75 * 3 * 3 })
  expect(help!.criteria[0]).toMatchObject({ missed: 3, known: 4, unknown: 2, reach: 0.75, weight: 3, effort: 'small' })
})

test('criteria of a norm add up, and the norm that helps most comes first', () => {
  const catalogue = {
    norms: [
      norm('VEI-11', [criterion('VEI-11.a', 1, 'large'), criterion('VEI-11.b', 1, 'large')]),
      norm('VEI-12', [criterion('VEI-12.a', 1, 'small')]),
    ],
  }
  const all = ['VEI-11.a', 'VEI-11.b', 'VEI-12.a'].map((id) => ({ criterion: id, missed: 5, met: 5, unknown: 0 }))
  expect(helpOf(catalogue, A, all, nothing).map((each) => [each.norm, each.help])).toEqual([
    ['VEI-12', 1.5],
    ['VEI-11', 1],
  ])
})

test('one unknown more than known is too little to speak; as many is enough', () => {
  expect(enoughKnown({ missed: 2, met: 1, unknown: 3 })).toBe(true)
  expect(enoughKnown({ missed: 2, met: 1, unknown: 4 })).toBe(false)
  expect(enoughKnown({ missed: 0, met: 0, unknown: 0 })).toBe(false)
})

test.each([
  ['nobody misses it', criterion('VEI-11.a', 3, 'small'), { missed: 0, met: 9, unknown: 0 }],
  ['it is advice', criterion('VEI-11.a', 0, 'small'), { missed: 9, met: 0, unknown: 0 }],
  ['nobody said how much work it is', criterion('VEI-11.a', 3, undefined), { missed: 9, met: 0, unknown: 0 }],
  ['it is known of too few', criterion('VEI-11.a', 3, 'small'), { missed: 2, met: 0, unknown: 9 }],
])('does not count where %s', (_, one, reach) => {
  expect(helpOf({ norms: [norm('VEI-11', [one])] }, A, [{ criterion: 'VEI-11.a', ...reach }], nothing)).toEqual([])
})

test('what is about less than a quarter of the group does not count, a quarter does', () => {
  const catalogue = {
    norms: [norm('VEI-11', [criterion('VEI-11.a', 1, 'small')]), norm('VEI-12', [criterion('VEI-12.a', 3, 'small')])],
  }
  const all = (few: number) => [
    { criterion: 'VEI-11.a', missed: 2, met: 10, unknown: 0 },
    { criterion: 'VEI-12.a', missed: few, met: 0, unknown: 0 },
  ]
  expect(helpOf(catalogue, A, all(2), nothing).map((each) => each.norm)).toEqual(['VEI-11'])
  expect(helpOf(catalogue, A, all(3), nothing).map((each) => each.norm)).toEqual(['VEI-12', 'VEI-11'])
})

test('a norm of another cluster helps this one not; a street has organisations of every cluster', () => {
  const catalogue = { norms: [norm('VEI-11', [criterion('VEI-11.a', 1, 'small')], ['D'])] }
  const reaches = [{ criterion: 'VEI-11.a', missed: 5, met: 0, unknown: 0 }]
  expect(helpOf(catalogue, A, reaches, nothing)).toEqual([])
  expect(helpOf(catalogue, { kind: 'street', name: 'Havenstraat' }, reaches, nothing)).toHaveLength(1)
})

test('answers count by the mean of the group, with the work of the hardest question of the norm', () => {
  const catalogue = {
    norms: [
      norm('VEI-01', [
        criterion('VEI-01.a', 3, 'small', 'question'),
        criterion('VEI-01.b', 1, 'large', 'question'),
        criterion('VEI-01.c', 1, 'large', 'person'),
      ]),
    ],
  }
  const questionnaire = {
    questions: [
      { id: 'N01', norms: ['VEI-01'], weight: 2 },
      { id: 'N02', norms: ['VEI-01'], weight: 2 },
    ],
    thresholds: { met: 0.85 },
  } as unknown as Questionnaire
  const means = [
    { question: 'N01', organisations: 10, mean: 0.25 },
    { question: 'N02', organisations: 10, mean: 0.85 },
  ]
  const [help] = helpOf(catalogue, A, [], { questionnaire, means })
  expect(help!.criteria).toEqual([
    {
      criterion: 'VEI-01.N01',
      missed: null,
      known: 10,
      unknown: 0,
      reach: 0.75,
      weight: 2,
      effort: 'large',
      help: 1.5,
    },
  ])
})

test('with the figures that are shown a calculator gives the same, row by row and together', () => {
  const shown = [
    { reach: 0.78, weight: 2, effort: 'small' },
    { reach: 0.07, weight: 3, effort: 'medium' },
    { reach: 0.57, weight: 5, effort: 'large' },
  ] as const
  expect(shown.map(helpIn)).toEqual([4.68, 0.42, 2.85])
  expect(helpTogether(shown)).toBe(7.95)
  // Kept before it was reckoned in hundredths: the same reach as is shown of it.
  expect(helpIn({ ...shown[0], reach: 7 / 9 })).toBe(4.68)
  const catalogue = { norms: [norm('VEI-11', [criterion('VEI-11.a', 2, 'small')])] }
  const [help] = helpOf(catalogue, A, [{ criterion: 'VEI-11.a', missed: 7, met: 2, unknown: 0 }], nothing)
  expect(help).toMatchObject({ help: 4.68, criteria: [{ reach: 0.78, help: 4.68 }] })
})
