/** A language is told only where it is sure. */
import { expect, test } from 'vitest'
import { inLanguage } from './language.ts'

const DUTCH =
  'De markt is elke zaterdag op het plein en duurt tot vijf uur in de middag. Neem zelf een tas mee, want die ' +
  'hebben wij niet. ' +
  'Er is brood, kaas, vis en groente te koop. Wie vroeg komt, heeft de meeste keus en ook de beste plek voor de fiets.'
const ENGLISH =
  'The market is on the square every Saturday and lasts until five in the afternoon. Bring a bag. '.repeat(3)
const FRISIAN =
  'Wy binne iepen fan moandei oant en mei freed. Skilje foar in ôfspraak mei de gemeente. ' +
  'Parkearje kin efter it gebou by de brêge.'

test.each([
  ['Dutch that says so', DUTCH, 'nl', { same: true, found: 'nl' }],
  ['Dutch, written in another way', DUTCH, 'nl_NL', { same: true, found: 'nl' }],
  ['Dutch of Belgium', DUTCH, 'nl-BE', { same: true, found: 'nl' }],
  ['Dutch that says to be English', DUTCH, 'en', { same: false, found: 'nl' }],
  ['English that says to be Dutch', ENGLISH, 'nl', { same: false, found: 'en' }],
])('%s', (_, text, said, told) => expect(inLanguage(text, said)).toEqual(told))

test.each([
  ['too little text', 'Welkom op onze site', 'en'],
  ['a short text in another language', ENGLISH.slice(0, 120), 'nl'],
  ['a language that is not known', FRISIAN, 'fy'],
  ['a text of which it cannot be told', FRISIAN, 'nl'],
  [
    'a list of names',
    'Croissant, Baguette, Pain au chocolat, Quiche Lorraine, Tarte tatin, Brioche, Focaccia, Ciabatta, Bagel, ' +
      'Muffin, Brownie, Scone',
    'nl',
  ],
  ['nothing said', DUTCH, ''],
  ['numbers', '1234567890 '.repeat(100), 'nl'],
])('not told: %s', (_, text, said) => expect(inLanguage(text, said)).toBeUndefined())
