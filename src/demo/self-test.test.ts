import { expect, test } from 'vitest'
import type { Catalogue } from '../model/norm.ts'
import { totals } from '../scoring/self-test-totals.ts'
import { compare } from './self-test.ts'

const catalogue = {
  norms: [
    {
      id: 'N',
      criteria: ['a', 'b'].map((check) => ({ id: `N.${check}`, means: { by: 'check', check, options: {} } })),
    },
  ],
} as unknown as Catalogue
const one = (expected: object, findings: [string, string][]) =>
  compare(
    [{ address: 'x.test', publicBody: false, kind: 'website', expected: expected as never }],
    [
      {
        address: 'x.test',
        kind: 'website',
        findings: findings.map(([criterion, verdict]) => ({ criterion, verdict: verdict as never })),
      },
    ],
    catalogue,
    'now',
  )

test('a shortcoming told is a hit, not told a miss; told where there is none a false alarm', () => {
  const { selfTest, different } = one({ a: 'unmet', b: 'met' }, [
    ['N.a', 'partly'],
    ['N.b', 'unmet'],
  ])
  expect(selfTest.rows).toMatchObject([
    { check: 'a', hits: 1, misses: 0 },
    { check: 'b', falseAlarms: 1, rightlyQuiet: 0 },
  ])
  expect(different.length).toBe(2)
  expect(totals(selfTest)).toMatchObject({ recall: 1, falseAlarmRate: 1 })
})
test('what could be known but was not is counted apart, also when there is no finding at all', () => {
  expect(one({ a: 'unmet', b: 'met' }, [['N.a', 'unknown']]).selfTest.rows).toMatchObject([
    { unknown: 1, hits: 0, misses: 0 },
    { unknown: 1, rightlyQuiet: 0 },
  ])
})
test('a true unknown is rightly quiet, and a verdict in its place a false alarm', () => {
  expect(
    one({ a: 'unknown', b: 'unknown' }, [
      ['N.a', 'unknown'],
      ['N.b', 'unmet'],
    ]).selfTest.rows,
  ).toMatchObject([{ rightlyQuiet: 1 }, { falseAlarms: 1 }])
})
