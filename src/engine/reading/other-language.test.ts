/** Which link leads to the page in another language. */
import { expect, test } from 'vitest'
import { HOST, session } from '../../../test/evidence.ts'
import { otherLanguages } from './other-language.ts'

const found = (href: string, text: string, lang: string | null = 'nl') =>
  otherLanguages(session({ lang, links: [{ href: new URL(href, `https://${HOST}/`).href, text }] }))[0]?.url

test.each([
  ['/english', 'English'],
  ['/en/', 'EN'],
  ['/?lang=en', 'EN'],
  ['/en-gb/home', 'en'],
  ['/de', 'Deutsch'],
])('%s "%s" is the page in another language', (href, text) => {
  expect(found(href, text)).toBe(new URL(href, `https://${HOST}/`).href)
})

test.each([
  ['/nl/', 'NL'],
  ['/', 'English'],
  ['/#translate', 'English'],
  ['/fr-agenda', 'De'],
  ['/en-nu', 'Nieuws in English'],
  ['https://translate.example/?u=x', 'English'],
  ['/wat-en-hoe', 'en'],
])('%s "%s" is none', (href, text) => {
  expect(found(href, text)).toBeUndefined()
})

test('seen from an English page it is the Dutch one', () => {
  expect(found('/nl/', 'Nederlands', 'en-GB')).toBe(`https://${HOST}/nl/`)
  expect(found('/en/', 'English', 'en')).toBeUndefined()
})

test('each is told with the language that its link names', () => {
  const links = [
    { href: `https://${HOST}/en/`, text: 'English' },
    { href: `https://${HOST}/contact`, text: 'Contact' },
    { href: `https://${HOST}/de/`, text: 'DE' },
  ]
  expect(otherLanguages(session({ lang: 'nl', links })).map(({ code }) => code)).toEqual(['en', 'de'])
})
