/** How long sentences are: an indication, and no level of language. */
import { expect, test } from 'vitest'
import { cpuMs } from '../../../test/cpu.ts'
import { judgeWith, session, sighting } from '../../../test/evidence.ts'
import { sentenceLength } from './sentence-length.ts'

const judged = (text: string, lang: string | null = 'nl') =>
  judgeWith(sentenceLength, { session: [sighting(session({ text, lang }))] })
const many = (make: (n: number) => string, count = 40) => Array.from({ length: count }, (_, n) => make(n)).join(' ')
const words = (count: number, word = 'water') => Array.from({ length: count }, () => word).join(' ')

test('short sentences are met, long ones and many long words are partly', () => {
  expect(judged(many((n) => `Wij komen elke ${n} dagen bij u langs.`))).toMatchObject({
    reason: 'short',
    verdict: 'met',
    seen: { sentences: 40, words: 8 },
  })
  expect(judged(many((n) => `Zin ${n} ${words(24)}.`))).toMatchObject({
    reason: 'long',
    verdict: 'partly',
    seen: { words: 26 },
  })
  expect(judged(many((n) => `In ${n} geldt de uitvoeringsregeling voor u.`))).toMatchObject({
    reason: 'long-words',
    verdict: 'partly',
    seen: { percent: 14 },
  })
})
test.each([
  ['one long sentence among short ones', `${many((n) => `Wij komen op dag ${n} langs.`)} Maar ${words(90)}.`],
  ['a menu', `${many((n) => `Wij komen op dag ${n} langs.`)}\n${words(300, 'Menu')}`],
  [
    'a list without full stops',
    `${many((n) => `Wij komen op dag ${n} langs.`)}\n${many((n) => `Item ${n} ${words(40)}\n`)}`,
  ],
  [
    'the same footer on each page',
    many(() => `Dit is de voettekst met ${words(40)}.`, 20) + many((n) => ` Wij komen op dag ${n} langs.`),
  ],
])('near miss: %s', (_, text) => {
  expect(judged(text).reason).toBe('short')
})
test('few sentences, or another language, say nothing', () => {
  expect(judged(many((n) => `Wij komen op dag ${n} langs.`, 10))).toMatchObject({ reason: 'few', verdict: 'unknown' })
  expect(
    judged(
      many((n) => `We come on day ${n}.`),
      'en',
    ),
  ).toMatchObject({ reason: 'other-language', verdict: 'unknown' })
  expect(
    judged(
      many((n) => `Wij komen op dag ${n}.`),
      null,
    ).reason,
  ).toBe('other-language')
})
test('hostile text takes linear time', () => {
  const before = cpuMs()
  judged('A. '.repeat(13_000))
  judged(`${'A '.repeat(20_000)}.`)
  expect(cpuMs() - before).toBeLessThan(500)
})
