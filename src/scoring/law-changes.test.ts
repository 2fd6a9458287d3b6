/** Which law changed under a norm, and near misses. */
import { expect, test } from 'vitest'
import type { Catalogue, LegalStatus } from '../model/norm.ts'
import { lawChanges, lawOf } from './law-changes.ts'

type Draft = { status: LegalStatus; article?: string; since?: string; title?: string; framework?: string }
const catalogue = ({ status, article, since, title = 'Wet A', framework = '1' }: Draft, timed = true): Catalogue => {
  const law = { id: 'A', title, ...(timed ? { kind: 'law' } : {}) }
  const standard = { id: 'S', title: 'Standaard', ...(timed ? { kind: 'framework' } : {}) }
  return {
    sources: [law, standard],
    norms: [
      {
        id: 'VEI-15',
        theme: 'VEI',
        status,
        ...(since === undefined ? {} : { since }),
        sources: [
          { source: standard, article: framework },
          ...(article === undefined ? [] : [{ source: law, article }]),
        ],
        criteria: [],
      },
    ],
  } as unknown as Catalogue
}

test('a standard that became law is told with the law by name', () => {
  const now = catalogue({ status: 'law-public', article: 'art. 21', since: '2026-08-15' })
  expect(lawChanges(catalogue({ status: 'framework' }, false), now)).toEqual([
    {
      theme: 'VEI',
      norm: 'VEI-15',
      from: 'framework',
      to: 'law-public',
      since: '2026-08-15',
      laws: ['Wet A, art. 21'],
    },
  ])
  expect(lawOf(lawChanges(catalogue({ status: 'framework' }, false), now), 'VEI-15.security-txt')).toBe(
    'Wet A, art. 21',
  )
  expect(lawOf(lawChanges(catalogue({ status: 'framework' }, false), now), 'VEI-1.x')).toBe('')
})
test('another article and another date are a change', () => {
  const before = catalogue({ status: 'law-public', article: 'art. 21', since: '2026-08-15' })
  expect(lawChanges(before, catalogue({ status: 'law-public', article: 'art. 22', since: '2026-08-15' }))).toHaveLength(
    1,
  )
  expect(lawChanges(before, catalogue({ status: 'law-public', article: 'art. 21', since: '2027-01-01' }))).toHaveLength(
    1,
  )
})
test('a name, a standard beside it, and a date that was not known before are none', () => {
  const before = catalogue({ status: 'law-public', article: 'art. 21', since: '2026-08-15' })
  const same = { status: 'law-public', article: 'art. 21', since: '2026-08-15' } as const
  expect(lawChanges(before, catalogue({ ...same, title: 'Wet A (Stb. 2026, 187)', framework: '2' }))).toEqual([])
  expect(lawChanges(catalogue({ status: 'law-public', article: 'art. 21' }, false), catalogue(same))).toEqual([])
  expect(lawChanges(catalogue({ status: 'agreement' }), catalogue({ status: 'framework' }))).toEqual([])
})
