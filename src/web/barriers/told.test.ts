/** Whether every rule that can be shown has words in both languages, and whether those are plain. */
import { expect, test } from 'vitest'
import { CODE, LEFT, sentences, speaksTrade, words } from '../../../test/plain-dutch.ts'
import { RULES } from '../../engine/probes/axe/second.ts'
import { barriersIn } from './told.ts'
import { barriersEn } from './en.ts'
import { barriersNl } from './nl.ts'

const LANGUAGES = [barriersNl, barriersEn] as const

test('every rule that is run has its words in both languages, and there are no others', () => {
  for (const language of LANGUAGES) expect(Object.keys(language).toSorted()).toEqual(RULES.toSorted())
})

test('no sentence has more than twenty words', () => {
  const long = LANGUAGES.flatMap((language) => Object.values(language).flat())
    .flatMap(sentences)
    .filter((sentence) => words(sentence) > 20)
  expect(long).toEqual([])
})

/** Words that only who builds websites knows. */
const BUILDERS =
  /`|\b(?:aria|html|css|div|iframe|frame|tag|attribu|kenmerk|element|role|rol\b|focus|label|input|alt\b|id\b)/i

test('what it means for a visitor holds no word of the trade, nor one that was left', () => {
  const means = LANGUAGES.flatMap((language) => Object.values(language).map(([text]) => text))
  expect(means.filter((text) => BUILDERS.test(text) || speaksTrade(text) || CODE.test(text))).toEqual([])
  const dutch = Object.values(barriersNl).flat()
  expect(dutch.filter((text) => LEFT.some(([left]) => left.test(text)))).toEqual([])
})

test('each is a whole sentence, and its code is closed', () => {
  for (const language of LANGUAGES)
    for (const [rule, [means, repair]] of Object.entries(language)) {
      expect(means, rule).toMatch(/^[A-Z].*\.$/)
      expect(repair, rule).toMatch(/^[A-Z].*[.”]$/)
      expect(repair.match(/`/g)?.length ?? 0, `${rule}: code is closed`).toSatisfy((count: number) => count % 2 === 0)
    }
})

test('a finding tells the rules that failed, else those not decided', () => {
  const failed = { rules: 'image-alt, svg-img-alt', details: ['image-alt · https://a.test/ · 3× · img · <img>'] }
  expect(barriersIn('nl', failed).map(({ rule }) => rule)).toEqual(['image-alt', 'svg-img-alt'])
  expect(barriersIn('en', failed)[0]!.means).toContain('An image has no text.')
  const undecided = { rules: '', details: ['? color-contrast · https://a.test/ · 9×', '? color-contrast · b · 1×'] }
  expect(barriersIn('nl', undecided).map(({ rule }) => rule)).toEqual(['color-contrast'])
})

test('what is no rule of ours tells nothing', () => {
  for (const seen of [{}, { rules: 'toString, constructor, later-rule' }, { details: ['? <b> · x', '? ?'] }])
    expect(barriersIn('nl', seen)).toEqual([])
  expect(barriersIn('nl', { rules: 3, details: 'image-alt' })).toEqual([])
})
