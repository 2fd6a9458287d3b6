/** Whether a missing or impossible page language trips, and every real one passes. */
import { expect, test } from 'vitest'
import { judgeWith, LOADING, session, sighting } from '../../../test/evidence.ts'
import { pageLanguage } from './page-language.ts'

const judge = (...langs: (string | null)[]) =>
  judgeWith(pageLanguage, {
    session: langs.map((lang, n) =>
      sighting(
        session({
          lang,
        }),
        { page: `https://www.voorbeeld.nl/${n}` },
      ),
    ),
  })

test.each([
  'nl',
  'NL',
  'nl-NL',
  ' nl ',
  'en-Latn-GB',
  'fy',
  'nds-NL',
  'pap',
  'zh-Hant',
  'nl-x-simpel',
  'sr-Cyrl',
  'ti',
])('%s is a language', (lang) => {
  expect(judge(lang)).toMatchObject({ reason: 'present', verdict: 'met' })
})
test.each(['nl_NL', 'dutch', 'Nederlands', 'xx', 'n', 'x-default', 'nl-', 'nl NL', '{{lang}}', '31'])(
  '%s is not',
  (lang) => {
    expect(judge(lang)).toMatchObject({ reason: 'invalid', verdict: 'unmet' })
  },
)
test.each([null, '', '  '])('%j is missing', (lang) => {
  expect(judge(lang)).toMatchObject({ reason: 'missing', verdict: 'unmet', seen: { pages: 1, bad: 1 } })
})
test('one page without beside one with is partly, and the page is named', () => {
  expect(judge('nl', null)).toMatchObject({
    reason: 'partly-missing',
    verdict: 'partly',
    seen: { bad: 1, details: ['lang="" · https://www.voorbeeld.nl/1'] },
  })
})
test('an error page is not judged', () => {
  expect(judgeWith(pageLanguage, { session: [sighting(session({ lang: null, status: 404 }))] })).toMatchObject({
    reason: 'no-page',
    verdict: 'unknown',
  })
})
test('pages from 400 on are not asked for a language, and the languages told are those there are', () => {
  const at = (lang: string | null, status: number) =>
    sighting(session({ lang, status }), { page: `https://www.voorbeeld.nl/${status}` })
  const of = (...pages: ReturnType<typeof at>[]) => judgeWith(pageLanguage, { session: pages })
  expect(of(at('nl', 200), at(null, 400)).reason).toBe('present')
  expect(of(at('nl', 200), at(null, 399)).reason).toBe('partly-missing')
  expect(of(at('nl', 200), at('en', 201), at('', 202)).seen).toMatchObject({ language: 'nl, en' })
})
test('a page that was still loading is not blamed for the language it began with', () => {
  const at = (n: number, lang: string | null, over = {}) =>
    sighting(session({ lang, ...over }), { page: `https://www.voorbeeld.nl/${n}` })
  const judged = (...pages: ReturnType<typeof at>[]) => judgeWith(pageLanguage, { session: pages }).verdict
  expect(judged(at(0, 'nl'), at(1, null, { lacks: LOADING }))).toBe('unknown')
  expect(judged(at(0, '{{lang}}', { lacks: LOADING }))).toBe('unknown')
  expect(judged(at(0, 'nl'), at(1, null))).toBe('partly')
})
