/** What a statement says of itself, and what only looks like it. */
import { expect, test } from 'vitest'
import type { Statement } from '../../model/evidence.ts'
import { declaredStatus } from './statement-facts.ts'
import { kindOf } from './statement-kind.ts'

test.each([
  ['De website www.voorbeeld.nl voldoet gedeeltelijk.', 'B'],
  ['Deze website voldoet niet aan WCAG.', 'D'],
  ['Deze site voldoet nog niet.', 'D'],
  ['Wij voldoen gedeeltelijk. De status is B.', 'B'],
  ['Wij zijn er bijna (status C).', 'C'],
  ['Toegankelijkheidslabel status B', 'B'],
])('%s', (text, letter) => {
  expect(declaredStatus(text)).toBe(letter)
})

test.each([
  // Not in full is no status: it may be in part.
  'Onze website voldoet nog niet volledig.',
  'Deze website voldoet niet aan alle eisen.',
  'Nalevingsstatus: voldoet niet volledig',
  'Deze site is van ons. Een andere voldoet niet.',
  'De status is A, B, C of D.',
  'Met status A bent u klaar, met status D niet.',
  'Uw aanvraag heeft status B-12.',
])('%s: no status', (text) => {
  expect(declaredStatus(text)).toBeUndefined()
})

const kind = (text: string) =>
  kindOf(
    { url: 'https://voorbeeld.nl/t', status: 200, text, links: [], lang: 'nl' } satisfies Statement,
    'voorbeeld.nl',
  )

test.each([
  'Sorry, we kunnen de pagina niet vinden die u zoekt. Toegankelijkheidsverklaring',
  'De pagina die u zoekt is niet gevonden. Toegankelijkheidsverklaring',
  'The page you requested could not be found. Accessibility statement',
  "We can't find the page. Accessibility statement",
])('a page that is not there, in other words: %s', (text) => {
  expect(kind(text)).toBe('not-there')
})

test.each([
  'Toegankelijkheidsverklaring. Kunt u iets op een pagina niet vinden? Laat het ons weten.',
  'Accessibility statement. If you cannot find what you need on a page, call us.',
])('but this one is: %s', (text) => {
  expect(kind(text)).toBe('statement')
})
