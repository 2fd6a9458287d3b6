import { expect, test } from 'vitest'
import { askedWords, MOST_WORDS, searchWords } from './search-words.ts'

test('marks, capitals and signs do not count; a word with a hyphen is also found as one', () => {
  expect(searchWords('Zoë’s E-MAIL, zoë@plein.nl')).toEqual(['zoe', 's', 'zoes', 'e', 'mail', 'email', 'plein', 'nl'])
  expect(searchWords('Straße Ørsted İstanbul Ресторан')).toEqual(['strasse', 'orsted', 'istanbul', 'restoran'])
  expect(searchWords('100% _ - ’ \0 ')).toEqual(['100'])
})

test('what is looked for meets what is written, however either is composed', () => {
  const meets = (asked: string, text: string) => askedWords(asked).every((word) => searchWords(text).includes(word))
  expect(meets('cafe\u0301', 'Café')).toBe(true)
  expect(meets('email', 'e-mail')).toBe(true)
  expect(meets('e-mail', 'e-mail')).toBe(true)
  expect(meets("foto's", 'foto’s')).toBe(true)
  expect(meets('plein camera', 'Camera op het Plein')).toBe(true)
  expect(meets('plein', 'Pleintje')).toBe(false)
})

test('bounded: so many words, and so much of each', () => {
  expect(askedWords(Array.from({ length: 50 }, (_, at) => `woord${at}`).join(' '))).toHaveLength(MOST_WORDS)
  expect(searchWords('a'.repeat(5_000))).toEqual(['a'.repeat(60)])
})
