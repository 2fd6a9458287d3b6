/** Text held beside the language that a page says it is in. */
import { expect, test } from 'vitest'
import { judgeWith, session, sighting, use } from '../../../test/evidence.ts'
import { partLanguage, textLanguage } from './text-language.ts'

const DUTCH =
  'De markt is elke zaterdag op het plein en duurt tot vijf uur in de middag. Neem zelf een tas mee. '.repeat(6)
const ENGLISH =
  'The market is on the square every Saturday and lasts until five in the afternoon. Bring a bag. '.repeat(6)

const page = (text: string, lang: string | null) => ({
  session: [sighting(session({ text, lang, textLength: text.length }))],
})

test.each([
  ['English under Dutch', ENGLISH, 'nl', 'other', 'unknown'],
  ['Dutch under Dutch', DUTCH, 'nl-NL', 'same', 'met'],
  ['half and half', DUTCH + ENGLISH, 'nl', 'not-told', 'unknown'],
  ['too little', 'The market is on the square', 'nl', 'not-told', 'unknown'],
  ['no language said', ENGLISH, null, 'not-told', 'unknown'],
  ['a language that the program does not know', DUTCH, 'fy', 'not-told', 'unknown'],
])('%s', (_, text, lang, reason, verdict) => {
  expect(judgeWith(textLanguage, page(text, lang))).toMatchObject({ reason, verdict })
})

const piece = (text: string, lang: string) => ({ text: text.slice(0, 290), lang, target: 'p' })
const pieces = (...all: ReturnType<typeof piece>[]) => ({ use: [sighting(use({ pieces: all }))] })

test('a piece in another language is told with both', () => {
  const answer = judgeWith(partLanguage, pieces(piece(DUTCH, 'nl'), piece(ENGLISH, 'nl')))
  expect(answer).toMatchObject({ reason: 'other', verdict: 'unknown', seen: { pieces: 2, bad: 1 } })
  expect(String(answer.seen['details'])).toContain('lang="nl" ≠ en')
})

test('a piece that says its own language is none', () => {
  expect(judgeWith(partLanguage, pieces(piece(DUTCH, 'nl'), piece(ENGLISH, 'en')))).toMatchObject({ verdict: 'met' })
})

test('a page without pieces long enough is nothing to try', () => {
  expect(judgeWith(partLanguage, pieces())).toMatchObject({ reason: 'nothing-to-try', verdict: 'not-applicable' })
})

test('pieces of which nothing can be told say nothing', () => {
  expect(judgeWith(partLanguage, pieces(piece('Brood', 'nl')))).toMatchObject({
    reason: 'not-told',
    verdict: 'unknown',
  })
})
