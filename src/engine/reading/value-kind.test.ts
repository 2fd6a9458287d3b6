/** Kinds of values: choices that many share, and numbers that stand for one. */
import { expect, test } from 'vitest'
import { kindOf } from './value-kind.ts'

test.each([
  ['yes or no', '1', 'true', 'false', 'ja', 'nee', 'NO', 'allow', 'deny', 'OPT_OUT'],
  [
    'words',
    'noodzakelijk',
    'alleen-functioneel',
    'alleenNoodzakelijk',
    'accept_all',
    'contrast-hoog',
    'donker',
    'grid',
  ],
  ['a language', 'nl', 'nl-NL', 'nl_NL', 'en_GB.UTF-8', 'fy'],
  ['a size', '16', '16px', '1.2em', '120%', 'theme2', 'v12'],
  ['a date', '2026-11-27', '20261127', '2026-11-27T22:35:00Z', '1764282900', 'Fri, 27 Nov 2026 22:35:00 GMT'],
  ['a structure', '{"analytics":false,"marketing":false,"date":"2026-11-27T22:35:00.123Z"}', '["nl","fy"]'],
  ['an encoded structure', '%7B%22necessary%22%3Atrue%2C%22statistics%22%3Afalse%2C%22at%22%3A1764282900123%7D'],
  ['a list', 'functional|0,statistics|1', "{stamp:'-1',necessary:true,preferences:false,ver:1,region:'nl'}", 'x:1&y:0'],
])('%s: a choice', (_, ...values) => {
  for (const value of values) expect(kindOf(value), value).toBe('choice')
})
test.each([
  'GA1.2.1428571428.1764282900',
  'fb.1.1764282900123.1234567890',
  '7f3c2a9b1d4e5f60',
  '550e8400-e29b-41d4-a716-446655440000',
  'dQw4w9WgXcQaBcDeFg',
  '987654321',
  '0.8234723948',
  '{"id":"7f3c2a9b1d4e5f60","consent":true}',
  '%7B%22uid%22%3A%227f3c2a9b1d4e5f60%22%7D',
  'xkqzpwvbtr',
  's%3Aa8Jf93kLm20sKd.Xy77aKe',
])('%s: an identifier', (value) => expect(kindOf(value)).toBe('identifier'))
test.each(['48213', '1764282900123', '3f2a', '12,15,88,901,23', '1280x720', '1.1764282900.1764282911'])(
  '%s: not known',
  (value) => expect(kindOf(value)).toBe('other'),
)
test('nothing is nothing', () => {
  expect(kindOf('')).toBe('empty')
  expect(kindOf(' ')).toBe('empty')
  expect(kindOf('""')).toBe('choice')
})
