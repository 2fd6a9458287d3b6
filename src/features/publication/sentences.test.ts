import { expect, test } from 'vitest'
import { catalogue } from '../../../test/published.ts'
import { fill, sentence, verbatim } from './sentences.ts'

const hsts = catalogue.norms.find((norm) => norm.id === 'VEI-11')?.criteria[0]

test("a sentence is filled from what was seen, numbers in the reader's way", () => {
  expect(sentence('nl', hsts, 'half', { days: 1234 })).toBe(
    'Wij zagen de kop, maar de geldigheid is 1.234 dagen; gevraagd is een jaar (365 dagen).',
  )
  expect(sentence('en', hsts, 'half', { days: 1234 })).toBe(
    'We saw the header, but it is valid for 1,234 days; a year (365 days) is asked.',
  )
})

test('what was not seen becomes an ellipsis; inherited names are not seen', () => {
  expect(fill('nl', '{a} {toString} {constructor}', {})).toBe('… … …')
  expect(fill('nl', '{list}', { list: ['een', 'twee', 3] })).toBe('een, twee, 3')
  expect(fill('nl', '{long}', { long: 'x'.repeat(5_000) })).toHaveLength(300)
})

test("reasons of judge's own, and one the catalogue lost, are told too", () => {
  expect(sentence('nl', hsts, 'unseen.timeout', {})).toBe(
    'Wij konden dit niet zien: er kwam geen antwoord binnen de tijd.',
  )
  expect(sentence('en', undefined, 'not-public-body', {})).toBe('This is asked of public bodies only.')
  expect(sentence('nl', hsts, 'toString', {})).toBe('De meting gaf als uitkomst “toString”.')
})

test('verbatim lines are bounded and only text', () => {
  expect(verbatim({ details: ['a', 1, { b: 2 }, 'c'.repeat(1_000)] })).toEqual(['a', 'c'.repeat(300)])
  expect(verbatim({ details: Array.from({ length: 50 }, (_, index) => `${index}`) })).toHaveLength(20)
  expect(verbatim({ details: 'los' })).toEqual([])
})
