import { expect, test } from 'vitest'
import { catalogue } from '../../../test/published.ts'
import type { Seen } from '../../model/finding.ts'
import { sinceTold } from './since.ts'
import { exactly, fill, sentence, verbatim } from './sentences.ts'

const hsts = catalogue.norms.find((norm) => norm.id === 'VEI-11')?.criteria[0]

const dutch = (template: string, seen: Seen) => fill('nl', template, seen)

test("a sentence is filled from what was seen, numbers in the reader's way", () => {
  expect(sentence('nl', hsts, 'half', { days: 1234 })).toBe(
    'Wij zagen de kop, maar de geldigheid is 1.234 dagen; gevraagd is een jaar (365 dagen).',
  )
  expect(sentence('en', hsts, 'half', { days: 1234 })).toBe(
    'We saw the header, but it is valid for 1,234 days; a year (365 days) is asked.',
  )
})

test('one is not many, and none is not said where a template leaves it out', () => {
  expect(dutch('{n:pagina|pagina’s} {n?heeft|hebben} geen titel.', { n: 1 })).toBe('1 pagina heeft geen titel.')
  expect(dutch('{n:pagina|pagina’s} {n?heeft|hebben} geen titel.', { n: 3 })).toBe('3 pagina’s hebben geen titel.')
  expect(dutch('Klaar.[ Bij {n:deel|delen} niet.][ Ook {m}.]', { n: 0 })).toBe('Klaar.')
  expect(dutch('Klaar.[ Bij {n:deel|delen} niet.]', { n: 2 })).toBe('Klaar. Bij 2 delen niet.')
})

test('countries, languages, days, reasons and issuers are said in words', () => {
  expect(dutch('({countries})', { countries: 'US, IE (+2)' })).toBe('(Verenigde Staten, Ierland en nog 2)')
  expect(fill('en', '({country})', { country: 'US (+1)' })).toBe('(United States and 1 more)')
  expect(dutch('{until} {expires}', { until: '2027-02-05', expires: '2026-10-18T11:37:09Z' })).toBe(
    '5 februari 2027 18 oktober 2026',
  )
  expect(dutch('{lang}, {language}', { lang: 'fr', language: 'nl, en-GB' })).toMatch(/^Frans, Nederlands, .*Engels/)
  expect(dutch('{why}', { why: 'timeout' })).toBe('er kwam geen antwoord binnen de tijd')
  expect(dutch('{why}', { why: 'ECONNRESET' })).toBe('dat lukte niet')
  expect(dutch('{issuer}', { issuer: 'C=US, O=Let’s Encrypt, CN=R11' })).toBe('Let’s Encrypt')
  expect(dutch('{issuer}', { issuer: 'CN=Proefuitgever' })).toBe('Proefuitgever')
  // What only looks like one stays what it is.
  expect(dutch('{names} {lang}', { names: 'US', lang: 'X!' })).toBe('US X!')
  expect(dutch('{until}', { until: '2027-99-99' })).toBe('2027-99-99')
})

test('what was not seen becomes an ellipsis; inherited names are not seen', () => {
  expect(dutch('{a} {toString} {constructor} {n:dag|dagen}', {})).toBe('… … … … dagen')
  expect(dutch('Van {company}. Dat mag.', { company: 'Sociaal Net Ltd.' })).toBe('Van Sociaal Net Ltd. Dat mag.')
  expect(dutch('{list}', { list: ['een', 'twee', 3] })).toBe('een, twee, 3')
  expect(dutch('{long}', { long: 'x'.repeat(5_000) })).toHaveLength(300)
})

test("reasons of judge's own, and one the catalogue lost, are told too", () => {
  expect(sentence('nl', hsts, 'unseen.timeout', {})).toBe(
    'Wij konden dit niet zien: er kwam geen antwoord binnen de tijd.',
  )
  expect(sentence('en', undefined, 'not-public-body', {})).toBe('This is asked of public bodies only.')
  expect(sentence('nl', hsts, 'toString', {})).toBe('Voor deze uitkomst staat in deze catalogus geen zin.')
})

test('what was seen exactly stands below by its name, and what is nothing does not', () => {
  expect(exactly('nl', { header: 'max-age=300', days: 0, url: '', framesMissed: 0, details: ['x'] })).toEqual([
    { name: 'Instelling', value: 'max-age=300' },
  ])
})

test('verbatim lines are bounded and only text', () => {
  expect(verbatim({ details: ['a', 1, { b: 2 }, 'c'.repeat(1_000)] })).toEqual(['a', 'c'.repeat(300)])
  expect(verbatim({ details: Array.from({ length: 150 }, (_, index) => `${index}`) })).toHaveLength(100)
  expect(verbatim({ details: 'los' })).toEqual([])
})

test('what became of barriers is told where it is known, and where there were any', () => {
  expect(sinceTold('nl', { barriersSince: { same: 1_200, fresh: 1, gone: 0 } })).toBe(
    'Belemmeringen op pagina’s die wij beide keren zagen: 1.200 gebleven, 0 weg, 1 nieuw.',
  )
  expect(sinceTold('en', { barriersSince: { same: 0, fresh: 0, gone: 2 } })).toMatch(/: 0 stayed, 2 gone, 0 new\.$/)
  expect(sinceTold('nl', {})).toBe('')
  expect(sinceTold('nl', { barriersSince: { same: 0, fresh: 0, gone: 0 } })).toBe('')
})
