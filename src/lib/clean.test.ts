import { expect, test } from 'vitest'
import { asSaid, clean, plain, plainLine, plainPage } from './clean.ts'

test('what a database refuses is gone: U+0000 and lone halves of a character', () => {
  expect(clean('a\u0000b\ud800c\udc00d', 100)).toBe('ab\ufffdc\ufffdd')
  expect(asSaid('a\u0000b\ud800c\udc00d', 100)).toBe('ab\ufffdc\ufffdd')
})

test('whole characters stay, and a character cut in two does not leave half of itself', () => {
  expect(clean('😀 é', 100)).toBe('😀 é')
  expect(clean('a😀', 2).isWellFormed()).toBe(true)
  expect(clean('abc', 2)).toBe('ab')
})

test.each([
  ['\u001b[31mrood\u001b[0m', 'rood'],
  ['\u001b]0;titel\u0007a \u001bx [31m', ']0;titela x [31m'],
  ['a\u009b1mb\u007f', 'ab'],
  ['\u202Egpj.exe\u202C', 'gpj.exe'],
  ['\u2066a\u2069\u200E\u200F\u061C', 'a'],
  ['b\u200Ba\u2060k\uFEFFker\u00AD', 'bakker'],
  ['a\u200Cb\u200Dc', 'abc'],
  ['a\u3164\u115F\u034Fb', 'ab'],
  ['a\u{E0041}\uFFF9b', 'ab'],
])('%j shows as %j', (text, shown) => expect(plain(text)).toBe(shown))

test.each([
  'Ресторан',
  'مطعم دمشق',
  'می‌خواهم', // Persian writes this word with a joiner
  'क्‍ष',
  '👩‍💻 ❤️',
  'Ça, l’été: ’t Hoekje – €',
  'regel 1\nregel 2\tx',
])('%j stays as it is', (text) => expect(plain(text)).toBe(text))

test('a name is one line', () => {
  expect(plainLine(' a\r\n b\u2028c\u000Bd ')).toBe('a b c d')
})

test('what a machine said keeps what breaks it', () => {
  expect(asSaid('v=spf1\u200B -all', 100)).toBe('v=spf1\u200B -all')
})

test('a page shows nothing that turns or hides its text, and keeps where our words may break', () => {
  expect(plainPage('<p>Uitvoer\u00ADbaarheid \u202Egpj.exe \u001b[31m\u2066x\u0000</p>\n')).toBe(
    '<p>Uitvoer\u00ADbaarheid gpj.exe x</p>\n',
  )
})

test('of all signs that nobody sees, none is let through for being like what is written every day', () => {
  for (let code = 0; code < 0x1_0000; code++) {
    const sign = String.fromCharCode(code)
    const unseen = /\p{Cc}|\p{Default_Ignorable_Code_Point}|[\u2028\u2029\ufff9-\ufffb]|\p{Cs}/u.test(sign)
    const stays = /[\t\n\r]|\p{Variation_Selector}/u.test(sign)
    if (unseen && !stays) expect(plain(`a${sign}b`), code.toString(16)).not.toContain(sign)
    else expect(plain(`a${sign}b`), code.toString(16)).toBe(`a${sign}b`)
  }
})
