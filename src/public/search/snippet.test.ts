import { expect, test } from 'vitest'
import { meantBy } from './meant.ts'
import { fitsWord, marked, snippetOf } from './snippet.ts'

const told = (pieces: ReturnType<typeof marked>) => pieces.map(({ text, hit }) => (hit ? `[${text}]` : text)).join('')

test('marks words whatever their marks, capitals and endings, and no others', () => {
  expect(told(marked('Volgcookies vóór toestemming.', 'cookie VOOR toestemmingen'))).toBe(
    '[Volgcookies] [vóór] [toestemming].',
  )
  expect(told(marked('Een koekje en de cookiewet', 'cookie'))).toBe('Een koekje en de [cookiewet]')
  expect(told(marked('niets hier', 'cookie'))).toBe('niets hier')
})
test.each([
  ['cookies', 'cookie', true],
  ['volgcookies', 'cookie', true],
  ['privacybeleid', 'beleid', true],
  ['beleid', 'privacybeleid', false],
  ['kat', 'katoen', false],
  ['gas', 'as', false],
])('%s fits %s: %s', (word, asked, fits) => {
  expect(fitsWord(word, asked)).toBe(fits)
})
test('nothing of the text is lost or added by marking', () => {
  const text = ' “Wi-Fi”\n & <b>café</b> 😀 '
  expect(
    marked(text, 'cafe wifi b')
      .map(({ text: each }) => each)
      .join(''),
  ).toBe(text)
})
test('a long text is told where most of what was looked for stands, from word to word', () => {
  const text = `${'aap noot mies '.repeat(40)}hier staat een cookie en een banner ${'wim zus jet '.repeat(40)}`
  const piece = told(snippetOf(text, 'cookie banner'))
  expect(piece).toMatch(/^… .*\[cookie\].*\[banner\].* …$/)
  expect(piece.length).toBeLessThan(250)
  expect(piece).not.toMatch(/… (?:ap|oot|ies) /)
})
test('a short text is told whole, and one without a space does not go on for ever', () => {
  expect(told(snippetOf('kort', 'x'))).toBe('kort')
  expect(told(snippetOf('a'.repeat(5_000), 'x')).length).toBeLessThan(300)
})

test.each([
  ['cokies', 'cookies'],
  ['toestming', 'toestemming'],
  ['privacybeleid', 'privacy beleid'],
  ['hulpspunt', 'hulp punt'],
  ['privasie', 'privacy'],
  ['toesteming', 'toestemming'],
])('%s may mean %s', (typed, meant) => {
  expect(meantBy(typed, ['Cookies en toestemming', 'Privacy', 'Beleid', 'Hulp en een punt'])).toBe(meant)
})
test('what is known, and what comes near nothing, means nothing else', () => {
  expect(meantBy('cookies', ['Cookies'])).toBeUndefined()
  expect(meantBy('zebra', ['Cookies'])).toBeUndefined()
  expect(meantBy('', ['Cookies'])).toBeUndefined()
})
