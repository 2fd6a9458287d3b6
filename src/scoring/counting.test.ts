/** Each source through each lens, how firm a finding is, and for how long it counts. */
import { expect, test } from 'vitest'
import type { FindingSource } from '../model/finding.ts'
import type { Catalogue } from '../model/norm.ts'
import type { Lens } from '../model/score.ts'
import { lastDayOf, type Weighable } from './counting.ts'
import { weigh } from './weigh.ts'

const criterion = (id: string, by: string, entries?: unknown) => ({ id, weight: 2, means: { by }, entries })
const catalogue = {
  version: 'v',
  themes: [{ id: 'VEI' }],
  norms: [
    { id: 'VEI-01', theme: 'VEI', reviewMonths: 12, criteria: [criterion('VEI-01.c', 'check')] },
    { id: 'VEI-02', theme: 'VEI', reviewMonths: 1, criteria: [criterion('VEI-02.q', 'question', [{}])] },
    { id: 'VEI-03', theme: 'VEI', reviewMonths: 12, criteria: [criterion('VEI-03.p', 'person')] },
    { id: 'VEI-04', theme: 'VEI', reviewMonths: 12, criteria: [criterion('VEI-04.e', 'entry', [{}])] },
  ],
} as unknown as Catalogue
const met = (id: string, more: Partial<Weighable> = {}): Weighable => ({
  norm: id.slice(0, 6),
  criterion: id,
  verdict: 'met',
  ...more,
})
const score = (findings: readonly Weighable[], lens: Lens = 'all', today?: string) =>
  weigh(findings, catalogue, lens, today).themes[0]!

const SOURCES: readonly FindingSource[] = ['visit', 'form', 'inspection', 'entry', 'case', 'import']
test.each<[Lens, readonly FindingSource[], number]>([
  ['outside', ['visit'], 1],
  ['self-assessment', ['form'], 1],
  ['it-toets', ['visit', 'form', 'entry', 'case'], 4],
  ['inspection', ['inspection'], 1],
  ['all', SOURCES, 4],
])('through the lens %s are seen %j', (lens, seen, normsTouched) => {
  for (const source of SOURCES) {
    const { applicable } = score([met('VEI-01.c', { source })], lens)
    expect([source, applicable > 0]).toEqual([source, seen.includes(source)])
  }
  expect(score([], lens)).toMatchObject({ normsTouched, norms: 4 })
})

test('a finding that does not say where it comes from, comes from what establishes its criterion', () => {
  expect(score([met('VEI-01.c'), met('VEI-02.q')], 'outside').applicable).toBe(2)
  expect(score([met('VEI-01.c'), met('VEI-02.q')], 'self-assessment').applicable).toBe(2)
  expect(score([met('VEI-03.p'), met('VEI-04.e')], 'inspection').applicable).toBe(2)
})

test('of one subject and criterion the firmest counts, then the newest; of two subjects both do', () => {
  const said = met('VEI-02.q', { subject: 'a', source: 'form', strength: 'declared', at: '2026-11-02T00:00:00Z' })
  const shown = met('VEI-02.q', {
    subject: 'a',
    source: 'entry',
    strength: 'documented',
    verdict: 'unmet',
    at: '2026-10-01T00:00:00Z',
  })
  expect(score([said, shown])).toMatchObject({ score: 0, applicable: 2 })
  expect(score([shown, said])).toMatchObject({ score: 0, applicable: 2 })
  const later = { ...said, verdict: 'partly', at: '2026-11-03T00:00:00Z' } as const
  expect(score([later, said])).toMatchObject({ score: 0.5, applicable: 2 })
  expect(score([said, { ...shown, subject: 'b' }])).toMatchObject({ score: 0.5, applicable: 4 })
  // Who names no subject is not taken for another.
  expect(score([met('VEI-02.q'), met('VEI-02.q')]).applicable).toBe(4)
})

test('what is known goes before what is firmer and not known, and through another lens it is not in the way', () => {
  const said = met('VEI-02.q', { subject: 'a', source: 'form', strength: 'declared' })
  const unseen = met('VEI-02.q', { subject: 'a', source: 'visit', strength: 'measured', verdict: 'unknown' })
  expect(score([unseen, said])).toMatchObject({ score: 1, coverage: 1 })
  expect(score([unseen, said], 'outside')).toMatchObject({ score: null, coverage: 0 })
  const apply = met('VEI-02.q', {
    subject: 'a',
    source: 'inspection',
    strength: 'witnessed',
    verdict: 'not-applicable',
  })
  expect(score([apply, said])).toMatchObject({ coverage: null, applicable: 0 })
})

test('what was seen longer ago than the norm is looked at again, is unknown', () => {
  const said = met('VEI-02.q', { subject: 'a', strength: 'documented', at: '2026-10-28T23:00:00Z' })
  // Seen at midnight here, on the 29th.
  expect(score([said], 'all', '2026-11-29')).toMatchObject({ score: 1 })
  expect(score([said], 'all', '2026-11-30')).toMatchObject({ score: null, coverage: 0, applicable: 2 })
  expect(score([said], 'all')).toMatchObject({ score: 1 })
  // Then what is weaker and newer speaks.
  const newer = met('VEI-02.q', { subject: 'a', strength: 'declared', verdict: 'unmet', at: '2026-11-20T00:00:00Z' })
  expect(score([said, newer], 'all', '2026-11-30')).toMatchObject({ score: 0, coverage: 1 })
  // What has no moment does not grow old.
  expect(score([{ ...said, at: '' }], 'all', '2030-01-01')).toMatchObject({ score: 1 })
})

test.each([
  ['2026-01-31T12:00:00Z', 1, '2026-02-28'],
  ['2024-02-29T12:00:00Z', 12, '2025-02-28'],
  ['2026-11-28T12:00:00Z', 3, '2027-02-28'],
  ['2026-12-01T12:00:00Z', 60, '2031-12-01'],
])('from %s in %d months is %s', (at, months, day) => {
  expect(lastDayOf(at, months)).toBe(day)
})

test('where the last day was kept with a finding, that is its last day, whatever the norm says since', () => {
  const noted = met('VEI-03.p', { source: 'inspection', at: '2026-01-10', until: '2026-06-30' })
  expect(score([noted], 'inspection', '2026-06-30')).toMatchObject({ known: 2, score: 1 })
  expect(score([noted], 'inspection', '2026-07-01')).toMatchObject({ known: 0, applicable: 2 })
  expect(score([{ ...noted, until: undefined } as never], 'inspection', '2026-07-01').known).toBe(2)
})
