/** What may be said of counts: nothing that is hidden can be subtracted from it, and nothing of persons. */
import { expect, test } from 'vitest'
import { readLessons } from '../../catalogue/lessons.ts'
import { readCatalogue } from '../../catalogue/norms.ts'
import { readRequestKinds } from '../../catalogue/requests.ts'
import { daysOf, monthsOf, proofWords, sumOf, sumWords } from './totals.ts'

const TOLD = [
  { lesson: 'a', month: '2026-01', count: 6 },
  { lesson: 'a', month: '2026-03', count: 9 },
  { lesson: 'b', month: '2026-03', count: 30 },
]

test('months are those that are over since a code was made, a year at most', () => {
  expect(monthsOf({ madeOn: '2026-01-10' }, '2026-05-20')).toEqual(['2026-01', '2026-02', '2026-03', '2026-04'])
  expect(monthsOf({ madeOn: '2026-05-01' }, '2026-05-31')).toEqual([])
  expect(monthsOf({ madeOn: '2025-11-30' }, '2026-02-01')).toEqual(['2025-11', '2025-12', '2026-01'])
  const year = monthsOf({ madeOn: '2020-05-01' }, '2026-01-20')
  expect([year.length, year[0], year.at(-1)]).toEqual([12, '2025-01', '2025-12'])
})

test('every sum that is ever shown or handed over is one of months that are shown themselves', () => {
  const months = monthsOf({ madeOn: '2026-01-10' }, '2026-05-20')
  for (let from = 0; from < months.length; from++)
    for (let to = from; to < months.length; to++) {
      const some = months.slice(from, to + 1)
      const each = some.map((month) => sumOf(TOLD, 'a', [month])).reduce((sum, count) => sum + count, 0)
      expect(sumOf(TOLD, 'a', some)).toBe(each)
    }
  expect(sumOf(TOLD, 'a', months)).toBe(15)
  expect(sumOf(TOLD, 'a', ['2026-02'])).toBe(0)
})

test('in words: none and four look the same, and a code that was used too often is told', () => {
  expect(sumWords(0, 10)).toBe('minder dan 5 per maand')
  expect(sumWords(12, 40)).toBe('12 keer gevolgd, bij 40 medewerkers (eigen opgave)')
  expect(sumWords(40, 40)).not.toContain('vaker')
  expect(sumWords(41, 40)).toBe(
    '41 keer gevolgd, bij 40 medewerkers (eigen opgave). De code is dus vaker dan één keer per persoon ingevuld.',
  )
})

test('the days of months are whole ones, also in a leap year', () => {
  expect(daysOf('2026-01', '2026-04')).toEqual({ from: '2026-01-01', to: '2026-04-30' })
  expect(daysOf('2028-02', '2028-02')).toEqual({ from: '2028-02-01', to: '2028-02-29' })
  expect(daysOf('2025-12', '2025-12')).toEqual({ from: '2025-12-01', to: '2025-12-31' })
})

test('a proof says what was followed, whose word it is, and not that anybody is resistant', () => {
  const [lesson] = readLessons(
    'leren',
    readCatalogue('norms'),
    readRequestKinds('verzoeken', readCatalogue('norms')),
  ).filter(({ id }) => id === 'phishing')
  expect(proofWords(lesson!, 17, 24, ['2026-08', '2026-10'])).toBe(
    'Les “Nepberichten herkennen” (nu versie 1): 17 keer gevolgd van augustus 2026 tot en met oktober 2026, ' +
      'geteld met een lescode. Maanden met minder dan 5 tellen niet mee. Het aantal medewerkers (24) is een eigen ' +
      'opgave. Gevolgd zegt niet wat iemand nu kan of doet.',
  )
})
