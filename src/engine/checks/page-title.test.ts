/** Whether empty and repeated titles trip, and one page seen twice does not. */
import { expect, test } from 'vitest'
import { LOADING, judgeWith, session, sighting } from '../../../test/evidence.ts'
import { pageTitle } from './page-title.ts'

const at = (path: string, title: string, over = {}) => {
  const url = `https://www.voorbeeld.nl${path}`
  return sighting(session({ url, finalUrl: url, title, ...over }), { page: url })
}
const judge = (...pages: ReturnType<typeof at>[]) => judgeWith(pageTitle, { session: pages })

test('titles that differ are met', () => {
  expect(judge(at('/', 'Welkom'), at('/contact', 'Contact | Welkom'))).toMatchObject({
    reason: 'distinct',
    verdict: 'met',
  })
})
test('one page with a title is met', () => {
  expect(judge(at('/', 'Welkom')).reason).toBe('single')
})
test('a page without title is unmet, also one of spaces', () => {
  expect(judge(at('/', 'Welkom'), at('/contact', ' \n '))).toMatchObject({
    reason: 'missing',
    verdict: 'unmet',
    seen: { untitled: 1, details: ['"" · voorbeeld.nl/contact'] },
  })
})
test('the same title on different pages is partly, whatever its case and spaces', () => {
  expect(judge(at('/', 'Café De Hoek'), at('/menu', ' café  de hoek'))).toMatchObject({
    reason: 'repeated',
    verdict: 'partly',
  })
})
test.each([
  ['/nieuws', '/nieuws?page=2'],
  ['/', '/index.html'],
  ['/a', '/a/'],
  ['/a', '/a#b'],
  ['/', '/home.php'],
])('%s and %s are one page', (one, two) => {
  expect(judge(at(one, 'Gelijk'), at(two, 'Gelijk')).reason).toBe('single')
})
test('two addresses that end at the same page are one page', () => {
  expect(judge(at('/', 'Welkom'), at('/oud', 'Welkom', { finalUrl: 'https://voorbeeld.nl/' })).reason).toBe('single')
})
test('a page that was still loading is not blamed for its empty title', () => {
  expect(judge(at('/', 'Welkom'), at('/traag', '', { lacks: LOADING })).verdict).toBe('unknown')
  expect(judge(at('/traag', '', { lacks: LOADING }))).toMatchObject({ reason: 'half-seen.loading', verdict: 'unknown' })
})
test('an error page is not judged', () => {
  expect(judge(at('/', 'Welkom'), at('/weg', '', { status: 404 })).reason).toBe('single')
})
test('what is told is what is wrong: the pages without, else those that share one', () => {
  const shared = [at('/a', 'Nieuws'), at('/b', 'nieuws'), at('/c', 'Contact')]
  expect(judge(...shared).seen).toMatchObject({ title: 'Nieuws', titles: 2 })
  expect(judge(...shared).seen['details']).toHaveLength(2)
  expect(judge(at('/', ''), ...shared).seen['details']).toEqual(['"" · voorbeeld.nl/'])
  expect(judge(at('/', 'Welkom'), at('/c', 'Contact')).seen['details']).toHaveLength(2)
})
test('one page in two languages may be called the same in both', () => {
  expect(judge(at('/', 'Museum', { lang: 'nl' }), at('/en', 'Museum', { lang: 'en-GB' })).reason).toBe('distinct')
  const both = [at('/', 'Museum', { lang: 'nl-NL' }), at('/en', 'Museum', { lang: 'en' })]
  expect(judge(...both, at('/zalen', 'Museum', { lang: 'nl' }))).toMatchObject({ reason: 'repeated' })
  expect(judge(at('/', 'Museum', { lang: null }), at('/a', 'Museum', { lang: null })).reason).toBe('repeated')
})
test('pages without a title do not share one', () => {
  expect(judge(at('/a', ''), at('/b', '')).seen).toMatchObject({ untitled: 2, titles: 0, title: '' })
})
test('pages that a query names are told apart, and one page under two of its names is not', () => {
  const text = (about: string) => ({ text: `${about} `.repeat(60), textLength: 300 })
  expect(judge(at('/?p=1', 'Dorp', text('Brug')), at('/?p=2', 'Dorp', text('Markt'))).reason).toBe('repeated')
  expect(judge(at('/doku.php', 'Dorp', text('Brug')), at('/doku.php?id=start', 'Dorp', text('Brug'))).reason).toBe(
    'single',
  )
})
test('pages that were still loading are not blamed for the title they began with', () => {
  const busy = { lacks: LOADING, text: '', textLength: 0 }
  expect(judge(at('/', 'App', busy), at('/menu', 'App', busy)).verdict).toBe('unknown')
  expect(judge(at('/', 'App'), at('/menu', 'App')).verdict).toBe('partly')
})
